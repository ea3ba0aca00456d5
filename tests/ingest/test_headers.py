"""Headers in two languages, in any spelling, and those that are refused."""

import pytest

from ingest.columns import Column
from ingest.folding import fold
from ingest.layout import TABLE, TABLES
from ingest.tables import opened, placed
from tests.ingest.given import csv, one, only


@pytest.mark.parametrize(
    "header",
    ["id;naam;toestemming matching", "ID;Naam;Toestemming_Matching", "naám;TOESTEMMING-MATCHING;sleutel"],
)
def test_header_is_read_in_any_order_case_and_accent(header: str) -> None:
    cells = {"naam": "Ann", "id": "p1", "sleutel": "p1"}
    row = ";".join(cells.get(fold(name), "ja") for name in header.split(";"))
    person = csv(personen=f"{header}\n{row}\n").tables.people[0]
    assert (person.key, person.name, person.consents[0].given) == ("p1", "Ann", True)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_table_and_column_is_known_by_its_name(language: str) -> None:
    from ingest.naming import column_named, tables_named

    for table in TABLES:
        assert tables_named(table.dutch if language == "nl" else table.name) == (table,)
        for column in table.columns:
            assert column_named(table, column.dutch if language == "nl" else column.name) is column


def test_no_spelling_means_two_columns() -> None:
    for table in TABLES:
        spellings = [spelling for column in table.columns for spelling in column.spellings()]
        assert len(spellings) == len(set(spellings))


def test_unknown_column_is_left_out_with_a_notice() -> None:
    checked = csv(people="id,name,schoenmaat\np1,Ann,38\n")
    assert checked.refusals == ()
    assert [notice.nl for notice in checked.notices] == ["people.csv: kolommen overgeslagen: schoenmaat."]


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("consent_maching", "consent_matching"), ("beschikbaarhied", "beschikbaarheid"), ("talnets", "talents")],
)
def test_mistyped_column_is_refused_with_the_right_one(written: str, nearest: str) -> None:
    checked = csv(people=f"id,name,{written}\np1,Ann,\n")
    assert one(checked) == (1, written, written, nearest)
    assert checked.tables.people == ()


def test_second_column_with_a_number_was_not_mistyped() -> None:
    assert csv(people="id,name,phone,phone 2\np1,Ann,03,04\n").refusals == ()


def test_missing_required_column_is_refused_with_those_found() -> None:
    checked = csv(people="id,level\np1,2\n")
    assert one(checked) == (1, "name", None, None)
    assert only(checked).expected.en == "a column 'name'; found: id, level"


def test_two_columns_that_mean_the_same_are_refused() -> None:
    checked = csv(people="id,name,email,E-mail\np1,Ann,a@x.be,b@x.be\n")
    assert one(checked) == (1, "E-mail", "E-mail", None)
    assert "'email' and 'E-mail' mean the same" in only(checked).expected.en


def test_cells_without_a_header_are_left_out_with_a_notice() -> None:
    checked = csv(people="id,name,\np1,Ann,iets\n")
    assert checked.refusals == ()
    assert [notice.en for notice in checked.notices] == [
        "people.csv: cells without a header above them were left out."
    ]


def test_empty_cells_without_a_header_are_not_mentioned() -> None:
    assert csv(people="id,name,,\np1,Ann,,\n").notices == ()


def test_table_about_a_refused_table_is_refused_for_that_reason() -> None:
    checked = csv(people="id,nmae\np1,Ann\n", ties="from,to\np1,p2\n")
    assert [refusal.file for refusal in checked.refusals] == ["people.csv", "ties.csv", "ties.csv"]
    assert "the whole table people was refused" in checked.refusals[1].expected.en


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Wijk/buurt", "neighbourhood"),
        ("Woonwijk", "neighbourhood"),
        ("Spreekt", "languages"),
        ("Telefoonnr", "phone"),
        ("Telefoon / GSM", "phone"),
    ],
)
def test_header_in_other_words_is_proposed_and_not_taken(header: str, column: str) -> None:
    checked = csv(people=f"id,name,{header}\np1,Ann,Dam\n")
    read = checked.sheets[0].columns[2]
    assert (read.header, read.column, read.how, read.like) == (header, None, None, column)
    assert [(row.neighbourhoods, row.languages, row.phone) for row in checked.tables.people] in (
        [((), (), None)],
        [],
    )


@pytest.mark.parametrize("header", ["E-mailadres", "Tel", "GSM", "Mail"])
def test_usual_name_of_a_column_is_known(header: str) -> None:
    checked = csv(people=f"id,name,{header}\np1,Ann,ann@voorbeeld.be\n")
    assert checked.sheets[0].columns[2].column in {"email", "phone"}


def test_first_and_family_name_in_one_are_proposed_as_the_name_that_is_missing() -> None:
    checked = csv(people="id,Naam en voornaam\np1,Maes Ann\n")
    assert checked.sheets[0].columns[1].like == "name"
    assert checked.sheets[0].missing == ("name",)
    assert checked.tables.people == ()


def test_header_that_is_left_out_says_what_it_may_mean() -> None:
    checked = csv(people="id,name,Spreekt,Schoenmaat\np1,Ann,nl,38\n")
    assert [notice.nl for notice in checked.notices] == [
        "people.csv: kolommen overgeslagen: Spreekt (misschien talen), Schoenmaat."
    ]


@pytest.mark.parametrize(
    "header", ["Mail/Tel", "Naam en adres", "ok mail", "mailing ja/nee", "Akkoord met contact", "Akkoord"]
)
def test_header_that_may_mean_two_things_or_a_consent_is_not_guessed(header: str) -> None:
    checked = csv(people=f"id,name,{header}\np1,Ann,ja\n")
    assert checked.sheets[0].columns[2].like is None


@pytest.mark.parametrize("column", [column for column in TABLE["people"].columns if "consent" in column.name])
def test_two_names_of_a_consent_are_not_guessed_as_it(column: Column) -> None:
    header = f"{column.name}/{column.dutch}"
    assert csv(people=f"id,name,{header}\np1,Ann,ja\n").sheets[0].columns[2].like is None


def test_what_has_its_header_already_is_not_proposed_for_another() -> None:
    checked = csv(people="id,name,talen,Spreekt,Woonwijk,Wijk/buurt\np1,Ann,nl,fr,Dam,Dam\n")
    assert [column.like for column in checked.sheets[0].columns[2:]] == [None, None, "neighbourhood", None]


def test_sheet_whose_headers_are_in_other_words_may_be_the_people() -> None:
    files = [("Contacten.csv", b"Naam en voornaam,Telefoonnr,Spreekt\nMaes Ann,03,nl\n")]
    raw = placed(opened(files))
    assert [other.like for other in raw.others] == [TABLE["people"]]
