"""What a cell may hold, and what is refused with row, column, value and the nearest valid one."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from graph.model import (
    Availability,
    ConsentAnswer,
    PersonRow,
    Purpose,
    RequestKind,
    RequestRow,
    RequestStatus,
    Scope,
    Sector,
)
from ingest.refusals import Checked
from tests.ingest.given import TODAY, Value, csv, one, only, xlsx


def cell(column: str, value: str) -> Checked:
    """Check a people table with one more column."""
    quoted = value.replace('"', '""')
    return csv(people=f'id,name,{column}\np1,Ann,"{quoted}"\n')


def person(column: str, value: str) -> PersonRow:
    checked = cell(column, value)
    assert checked.refusals == ()
    return checked.tables.people[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-05", date(2026, 3, 5)),
        ("5/3/2026", date(2026, 3, 5)),
        ("05-03-2026", date(2026, 3, 5)),
        ("5.3.2026", date(2026, 3, 5)),
        ("2026-03", date(2026, 3, 1)),
        ("2026", date(2026, 1, 1)),
        ("2026-03-05T10:20:30", date(2026, 3, 5)),
        ("2026-11-24", TODAY),
    ],
)
def test_day_is_read_as_belgians_write_it(written: str, meant: date) -> None:
    assert person("consent_date", written).consent_date == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2027", date(2027, 12, 31)), ("2028-02", date(2028, 2, 29)), ("1/2/2027", date(2027, 2, 1))],
)
def test_last_day_of_a_month_or_year_is_meant_by_until(written: str, meant: date) -> None:
    assert person("paused_until", written).paused_until == meant


@pytest.mark.parametrize(
    "written", ["31/2/2026", "2026-13", "03/05/26", "gisteren", "12/31/2026", "0999-01-01", "46000"]
)
def test_what_is_no_day_is_refused(written: str) -> None:
    assert one(cell("paused_until", written)) == (2, "paused_until", written, None)


def test_consent_in_the_future_is_refused() -> None:
    assert one(cell("consent_date", "2026-11-25")) == (2, "consent_date", "2026-11-25", None)


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("4", "3"), ("0", "1"), ("-2", "1"), ("2,5", "2"), ("twee", None), ("1e9999", None)],
)
def test_level_outside_one_to_three_is_refused(written: str, nearest: str | None) -> None:
    assert one(cell("level", written)) == (2, "level", written, nearest)


@pytest.mark.parametrize("written", ["2", "2.0", "2,0", " 2 "])
def test_whole_number_is_read(written: str) -> None:
    assert person("niveau", written).level == 2


@pytest.mark.parametrize(("written", "nearest"), [("1,5", "1"), ("-0.1", "0"), ("veel", None), ("nan", None)])
def test_trust_outside_nought_to_one_is_refused(written: str, nearest: str | None) -> None:
    checked = csv(people="id,name\np1,Ann\np2,Bo\n", ties=f'from,to,trust\np1,p2,"{written}"\n')
    assert one(checked) == (2, "trust", written, nearest)


def test_number_with_a_decimal_comma_is_read() -> None:
    checked = csv(people="id,name\np1,Ann\np2,Bo\n", banden="van;naar;vertrouwen\np1;p2;0,75\n")
    assert checked.tables.ties[0].trust == 0.75


@pytest.mark.parametrize(("written", "nearest"), [("5", "4"), ("0", "1")])
def test_score_outside_one_to_four_is_refused(written: str, nearest: str) -> None:
    checked = csv(people="id,name\np1,Ann\np2,Bo\n", ties=f"from,to,openness\np1,p2,{written}\n")
    assert one(checked) == (2, "openness", written, nearest)


def test_size_of_nought_is_refused() -> None:
    assert one(csv(organisations="id,name,size\no1,Buurt,0\n")) == (2, "size", "0", "1")


@pytest.mark.parametrize(("column", "written", "nearest"), [("lat", "91", "90"), ("lon", "-181", "-180")])
def test_place_outside_the_world_is_refused(column: str, written: str, nearest: str) -> None:
    assert one(csv(wijken=f"id,naam,{column}\nw,W,{written}\n")) == (2, column, written, nearest)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bewoner", Sector.RESIDENT),
        ("Burger", Sector.RESIDENT),
        ("middenveld", Sector.CIVIL_SOCIETY),
        ("civil society", Sector.CIVIL_SOCIETY),
        ("stad", Sector.CITY),
        ("politiek", Sector.POLITICS),
        ("ondernemer", Sector.BUSINESS),
        ("onderwijs", Sector.EDUCATION),
        ("education", Sector.EDUCATION),
    ],
)
def test_sector_is_read_in_two_languages(written: str, meant: Sector) -> None:
    assert person("sector", written).sector == meant


def test_unknown_sector_is_refused_with_the_nearest() -> None:
    refusal = only(cell("sector", "bewonner"))
    assert (refusal.value, refusal.nearest) == ("bewonner", "bewoner")
    assert refusal.expected.nl == "een van: bewoner, middenveld, stad, politiek, bedrijf, onderwijs"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ja", Availability.YES),
        ("beperkt", Availability.LIMITED),
        ("NEE", Availability.NO),
        ("limited", Availability.LIMITED),
    ],
)
def test_availability_is_read(written: str, meant: Availability) -> None:
    assert person("beschikbaarheid", written).availability == meant


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("uitvoering", "gevraagd", (RequestKind.EXECUTION, RequestStatus.ASKED)),
        ("samenwerking", "ontmoet", (RequestKind.COOPERATION, RequestStatus.MET)),
        ("evaluatie", "gedaan", (RequestKind.EVALUATION, RequestStatus.DONE)),
        ("start", "closed", (RequestKind.START, RequestStatus.CLOSED)),
    ],
)
def test_kind_and_status_of_a_request_are_read(
    kind: str, status: str, expected: tuple[RequestKind, RequestStatus]
) -> None:
    row = csv(vragen=f"id,titel,soort,status\nv1,Hulp,{kind},{status}\n").tables.requests[0]
    assert isinstance(row, RequestRow)
    assert (row.kind, row.status) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nl; fr", ("nl", "fr")),
        ("Nederlands|Frans", ("nl", "fr")),
        ("dutch;ARABIC", ("nl", "ar")),
        ("Vlaamse Gebarentaal", ("vgt",)),
        ("berbers;tamazight", ("ber",)),
        ("nld; oekraiens", ("nl", "uk")),
    ],
)
def test_languages_are_read_by_code_or_name(written: str, meant: tuple[str, ...]) -> None:
    assert person("talen", written).languages == meant


def test_unknown_language_is_refused_with_the_nearest() -> None:
    assert one(cell("languages", "nl; Turs")) == (2, "languages", "Turs", "Turks")


@pytest.mark.parametrize("written", ["ann", "ann@buurt", "a@x.be, b@x.be", "a b@x.be"])
def test_what_is_no_mail_address_is_refused(written: str) -> None:
    assert one(cell("email", written)) == (2, "email", written, None)


@pytest.mark.parametrize("written", ["buurt", "javascript:alert(1)", "http://", "ftp://x.be"])
def test_what_is_no_web_address_is_refused(written: str) -> None:
    assert one(csv(organisations=f"id,name,website\no1,Buurt,{written}\n")) == (2, "website", written, None)


@pytest.mark.parametrize("written", ["ja", "Yes", "x", "1", "TRUE", "waar"])
def test_yes_is_read(written: str) -> None:
    assert person("consent_matching", written).consents == (ConsentAnswer(Purpose.MATCHING, given=True),)


def test_neither_yes_nor_no_is_refused() -> None:
    assert one(cell("consent_matching", "jaa")) == (2, "consent_matching", "jaa", "ja")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ja", ConsentAnswer(Purpose.CONNECTOR, True, Scope.COORDINATOR)),
        ("coördinator", ConsentAnswer(Purpose.CONNECTOR, True, Scope.COORDINATOR)),
        ("partners", ConsentAnswer(Purpose.CONNECTOR, True, Scope.PARTNERS)),
        ("nee", ConsentAnswer(Purpose.CONNECTOR, False)),
    ],
)
def test_connector_consent_names_its_scope(written: str, meant: ConsentAnswer) -> None:
    assert person("toestemming verbinder", written).consents == (meant,)


def test_connector_consent_for_somebody_else_is_refused() -> None:
    assert one(cell("consent_connector", "parnters")) == (2, "consent_connector", "parnters", "partners")


def test_no_consent_column_filled_is_no_consent() -> None:
    assert person("consent_matching", "").consents == ()


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VERW!", "#DIV/0!"])
def test_error_of_a_spreadsheet_is_refused(error: str) -> None:
    assert one(cell("about", error)) == (2, "about", error, None)


def test_control_character_is_refused() -> None:
    assert one(cell("about", "a\x07b")) == (2, "about", "a\\x07b", None)


def test_long_name_is_refused() -> None:
    refusal = only(csv(people=f"id,name\np1,{'a' * 1025}\n"))
    assert (refusal.row, refusal.column) == (2, "name")
    assert refusal.expected.en == "at most 1 KB of text (about 1000 signs)"


def test_very_long_text_is_refused() -> None:
    assert only(cell("about", "a" * 102_401)).expected.en == "at most 100 KB of text"


def test_id_with_the_sign_that_parts_a_list_is_refused() -> None:
    assert one(csv(people='id,name\n"a;b",Ann\n')) == (2, "id", "a;b", None)


def test_empty_required_cell_is_refused() -> None:
    assert one(csv(people="id,name,level\np1,,2\n")) == (2, "name", None, None)


def test_outline_that_is_no_polygon_is_refused() -> None:
    point = '{""type"":""Point"",""coordinates"":[4,51]}'
    assert only(csv(wijken=f'id,naam,polygoon\nw,W,"{point}"\n')).column == "polygoon"


def test_moment_without_a_zone_is_taken_as_utc() -> None:
    rows = (
        "person,purpose,given,recorded_at\n"
        "p1,mailing,ja,2026-01-02 03:04:05\n"
        "p1,public,ja,2026-01-02T03:04:05+01:00\n"
    )
    events = csv(people="id,name\np1,Ann\n", consents=rows).tables.consents
    assert [event.recorded_at for event in events] == ["2026-01-02T03:04:05Z", "2026-01-02T02:04:05Z"]


def test_what_is_no_moment_is_refused() -> None:
    checked = csv(
        people="id,name\np1,Ann\n", consents="person,purpose,given,recorded_at\np1,mailing,ja,straks\n"
    )
    assert one(checked) == (2, "recorded_at", "straks", None)


def test_cells_of_a_workbook_keep_what_they_mean() -> None:
    header: list[Value] = ["id", "name", "level", "phone", "consent_matching", "consent_date"]
    row: list[Value] = [7, "Ann", 2.0, 475123456, True, datetime(2026, 3, 5)]
    checked = xlsx(people=[header, row])
    assert checked.refusals == ()
    assert replace(checked.tables.people[0], consents=()) == PersonRow(
        checked.tables.people[0].key, "Ann", level=2, phone="0475123456", consent_date=date(2026, 3, 5)
    )
    assert checked.tables.people[0].key == "7"
