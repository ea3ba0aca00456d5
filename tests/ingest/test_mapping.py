"""Sheets and headers that somebody chose a table and a column for, now or at an earlier import."""

import pytest

from graph.errors import InvalidInput
from ingest.checks import check
from ingest.mapping import How, TableMap, as_text, merged, of_pairs, read
from ingest.recognised import to_keep
from ingest.refusals import Checked
from ingest.tables import opened, placed, read_uploads
from tests.ingest.given import TODAY, workbook

BOOK = workbook(
    Blad1=[["Lidnummer", "Volledige naam van", "consent_maching", "Schoenmaat"], ["p1", "Ann", "ja", 38]],
    Kladblok=[["iets"], ["anders"]],
)
SHEET = "leden.xlsx/Blad1"
COLUMNS = {
    "Lidnummer": "id",
    "Volledige naam van": "name",
    "consent_maching": "consent_matching",
    "Schoenmaat": "",
}
CHOSEN = TableMap(
    read('{"sheets": {"leden.xlsx/Blad1": "people", "Kladblok": ""}}').sheets,
    {"people": {key.casefold().replace(" ", "").replace("_", ""): value for key, value in COLUMNS.items()}},
)


def checked(chosen: TableMap | None, book: bytes = BOOK, name: str = "leden.xlsx") -> Checked:
    return check(placed(opened([(name, book)]), chosen), today=TODAY, chosen=chosen)


def test_a_sheet_and_headers_are_what_was_chosen() -> None:
    found = checked(CHOSEN)
    assert found.refusals == ()
    (person,) = found.tables.people
    assert (person.key, person.name, person.consents[0].given) == ("p1", "Ann", True)


def test_without_a_choice_it_is_told_what_each_sheet_and_header_looks_like() -> None:
    book = workbook(
        Blad1=[["id", "naam", "consent_maching", "Schoenmaat"], ["p1", "Ann", "ja", 38]],
        Kladblok=[["iets"], ["anders"]],
    )
    first, second = checked(None, book).sheets
    assert (first.place, first.table, first.how, first.like, first.rows) == (SHEET, None, None, "people", 1)
    assert [each.header for each in first.columns] == ["id", "naam", "consent_maching", "Schoenmaat"]
    assert first.columns[3].examples == ("38",)
    assert (second.table, second.like) == (None, None)
    people = checked(TableMap({"blad1": "people"}), book).sheets[0]
    assert (people.table, people.how) == ("people", How.CHOSEN)
    assert [(each.column, each.how, each.like) for each in people.columns] == [
        ("id", How.NAME, None),
        ("name", How.NAME, None),
        (None, None, "consent_matching"),
        (None, None, None),
    ]


def test_required_columns_that_lack_are_told() -> None:
    sheet = checked(TableMap({"blad1": "people"})).sheets[0]
    assert sheet.missing == ("id", "name")


def test_a_header_that_is_left_out_by_choice_gives_no_refusal_and_no_notice() -> None:
    chosen = read('{"columns": {"people": {"consent_maching": "", "schoenmaat": ""}}}')
    raw = read_uploads([("people.csv", b"id,name,consent_maching,schoenmaat\np1,Ann,ja,38\n")])
    found = check(raw, today=TODAY, chosen=chosen)
    assert (found.refusals, found.notices, len(found.tables.people)) == ((), (), 1)


def test_a_choice_goes_before_the_name_of_a_header_and_of_a_sheet() -> None:
    chosen = read(
        '{"sheets": {"people.csv": "organisations"}, "columns": {"organisations": {"about": "name"}}}'
    )
    found = check(
        placed(opened([("people.csv", b"id,about\no1,Buurtwerk\n")]), chosen), today=TODAY, chosen=chosen
    )
    assert [row.name for row in found.tables.organisations] == ["Buurtwerk"]


def test_what_was_chosen_once_is_kept_and_read_another_time() -> None:
    kept = as_text(to_keep(checked(CHOSEN).sheets))
    again = TableMap(earlier=merged([kept]))
    raw = placed(opened([("people.csv", b"Lidnummer,VOLLEDIGE NAAM VAN\np1,Ann\n")]), again)
    sheet = check(raw, today=TODAY, chosen=again).sheets[0]
    assert [(each.column, each.how) for each in sheet.columns] == [
        ("id", How.REMEMBERED),
        ("name", How.REMEMBERED),
    ]


def test_a_sheet_called_as_every_new_sheet_is_not_remembered() -> None:
    assert dict(to_keep(checked(CHOSEN).sheets).sheets) == {"kladblok": ""}


def test_a_header_that_may_be_about_a_person_is_not_remembered() -> None:
    book = workbook(personen=[["id", "naam", "an@voorbeeld.be", "0470123456"], ["p1", "Ann", "", ""]])
    chosen = read('{"columns": {"people": {"an@voorbeeld.be": "email", "0470123456": "phone"}}}')
    sheets = checked(chosen, book).sheets
    assert [each.column for each in sheets[0].columns] == ["id", "name", "email", "phone"]
    assert to_keep(sheets) == TableMap()


def test_of_what_was_kept_the_latest_counts() -> None:
    texts = [
        '{"columns": {"people": {"naam1": "about"}}}',
        '{"columns": {"people": {"naam1": "name", "x": ""}}}',
    ]
    assert merged(texts).columns == {"people": {"naam1": "about", "x": ""}}


def test_two_headers_chosen_for_one_column_are_refused() -> None:
    chosen = read('{"columns": {"people": {"bijnaam": "name"}}}')
    raw = read_uploads([("people.csv", b"id,name,bijnaam\np1,Ann,An\n")])
    refusal = check(raw, today=TODAY, chosen=chosen).refusals[0]
    assert "'name' and 'bijnaam' mean the same" in refusal.expected.en


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"sheet": {}}', '{"sheets": []}', '{"sheets": {"a": 1}}', '{"columns": {"": {}}}']
)
def test_a_mapping_that_is_none_says_how_to_write_one(text: str) -> None:
    with pytest.raises(InvalidInput, match="geef JSON als"):
        read(text)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [('{"sheets": {"a": "peopel"}}', "people"), ('{"columns": {"people": {"a": "nmae"}}}', "name")],
)
def test_an_unknown_table_or_column_is_told_with_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(InvalidInput, match=f"did you mean '{nearest}'"):
        read(text)


def test_pairs_as_typed_are_in_either_language_and_count_where_there_is_such_a_column() -> None:
    found = of_pairs(["Volledige naam=naam", "Maat="], ["Blad1=personen"])
    assert found.sheets == {"blad1": "people"}
    assert found.columns["people"] == {"volledigenaam": "name", "maat": ""}
    assert found.columns["ties"] == {"maat": ""}


@pytest.mark.parametrize("text", ["naam", "=naam", "kop=nergens"])
def test_a_pair_that_is_none_is_told(text: str) -> None:
    with pytest.raises(InvalidInput):
        of_pairs([text])
