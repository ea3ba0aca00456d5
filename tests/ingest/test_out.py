"""What is written comes back when read."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Scope, Sector, Tables, TieRow
from ingest.checks import check
from ingest.out import Language, write_csv_zip, write_xlsx
from ingest.refusals import Checked
from ingest.tables import read, read_uploads
from tests.tables_strategy import TODAY, tables

WRITERS: dict[str, Callable[[Tables, BinaryIO, Language], None]] = {
    "tables.xlsx": lambda given, file, language: write_xlsx(given, file, language=language),
    "tables.csv.zip": lambda given, file, language: write_csv_zip(given, file, language=language),
}


def again(given: Tables, name: str, language: Language = "en") -> Checked:
    file = io.BytesIO()
    WRITERS[name](given, file, language)
    return check(read_uploads([(name, file.getvalue())]), today=TODAY)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=25, deadline=None)
@given(written=tables().filter(len), language=st.sampled_from(["en", "nl"]))
def test_tables_come_back_as_they_were(name: str, written: Tables, language: Language) -> None:
    found = again(written, name, language)
    assert found.refusals == ()
    assert found.tables == written


def cells(given: Tables, table: str, language: Language = "en") -> list[list[str]]:
    file = io.BytesIO()
    write_csv_zip(given, file, language=language)
    with zipfile.ZipFile(file) as archive:
        text = archive.read(f"{table}.csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if language == "nl" else ","))


def sheet(given: Tables, table: str) -> list[tuple[object, ...]]:
    file = io.BytesIO()
    write_xlsx(given, file)
    # Formulas are kept as formulas, so that one would show.
    return list(openpyxl.load_workbook(file)[table].iter_rows(values_only=True))


ANN = PersonRow(Key("007"), "=HYPERLINK(1)", level=2, consent_date=date(2026, 3, 5))


def test_only_columns_that_hold_something_are_written() -> None:
    assert cells(Tables(people=(ANN,)), "people")[0] == ["id", "name", "level", "consent_date"]


def test_tables_without_rows_are_not_written() -> None:
    file = io.BytesIO()
    write_csv_zip(Tables(people=(ANN,)), file)
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["people.csv"]


def test_dutch_is_written_as_a_dutch_spreadsheet_expects() -> None:
    tie = TieRow(Key("a"), Key("b"), trust=0.5)
    people = (
        PersonRow(Key("a"), "A", sector=Sector.RESIDENT, languages=("nl", "fr")),
        PersonRow(Key("b"), "B"),
    )
    tables = Tables(people=people, ties=(tie,))
    assert cells(tables, "banden", "nl") == [["van", "naar", "vertrouwen"], ["a", "b", "0,5"]]
    assert cells(tables, "personen", "nl")[1] == ["a", "A", "bewoner", "nl | fr"]


def test_text_file_marks_what_a_spreadsheet_would_take_for_a_formula() -> None:
    assert cells(Tables(people=(ANN,)), "people")[1][1] == "'=HYPERLINK(1)"


def test_workbook_holds_text_where_it_looks_like_a_formula_or_number() -> None:
    file = io.BytesIO()
    write_xlsx(Tables(people=(ANN,)), file)
    row = openpyxl.load_workbook(file)["people"][2]
    assert [(cell.value, cell.data_type) for cell in row] == [
        ("007", "s"),
        ("=HYPERLINK(1)", "s"),
        (2, "n"),
        (datetime(2026, 3, 5), "d"),
    ]


@pytest.mark.parametrize(
    "text", ["a" * 40_000, "=" * 16_000 + " b", "'=" + "é" * 50_000, " x\n" * 11_000 + "x"]
)
@pytest.mark.parametrize("name", WRITERS)
def test_text_longer_than_a_cell_comes_back(name: str, text: str) -> None:
    person = PersonRow(Key("p"), "Ann", about=text.strip())
    assert again(Tables(people=(person,)), name).tables.people == (person,)


def test_text_longer_than_a_cell_continues_in_more_columns() -> None:
    rows = sheet(Tables(people=(PersonRow(Key("p"), "Ann", about="a" * 40_000),)), "people")
    assert rows[0] == ("id", "name", "about", "about (2)", "about (3)")
    assert all(len(str(cell)) < 32_767 for cell in rows[1])


def test_same_tables_give_the_same_text_files() -> None:
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        write_csv_zip(Tables(people=(ANN,)), file)
    assert files[0].getvalue() == files[1].getvalue()


def test_connector_without_a_scope_comes_back_with_the_coordinators() -> None:
    person = PersonRow(Key("p"), "Ann", consents=(ConsentAnswer(Purpose.CONNECTOR, given=True),))
    found = again(Tables(people=(person,)), "tables.xlsx").tables.people[0]
    assert found.consents == (ConsentAnswer(Purpose.CONNECTOR, True, Scope.COORDINATOR),)


def test_tables_are_written_to_a_path(tmp_path: Path) -> None:
    for name, write in (("t.xlsx", write_xlsx), ("t.csv.zip", write_csv_zip)):
        write(Tables(people=(ANN,)), tmp_path / name)
        assert check(read([tmp_path / name]), today=TODAY).tables.people == (ANN,)
