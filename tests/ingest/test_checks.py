"""What rows say together and what they refer to."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from graph.known import Known, KnownThing, neighbourhood_names
from graph.model import Key, TalentOffer, ThemeInterest, ThemeRow, TieRow
from ingest.checks import check
from ingest.mapping import read as read_choices
from ingest.refusals import MOST_REFUSALS, Checked
from ingest.tables import read_uploads
from tests.ingest.given import TODAY, Value, csv, one, only, workbook

DAY = datetime(2026, 10, 3)
TWO = "id,name\np1,Ann Maes\np2,Bo Claes\n"
CENTRES = "id,name,district\nEKE02,Centrum,Ekeren\nHOB01,Centrum,Hoboken\nANT10,Kiel,Antwerpen\n"


def xlsx_with(known: Known | None, **sheets: Sequence[Sequence[Value]]) -> Checked:
    return check(read_uploads([("boek.xlsx", workbook(**sheets))]), known, today=TODAY)


def notices(checked: Checked) -> list[str]:
    assert checked.refusals == ()
    return [notice.en for notice in checked.notices]


@pytest.mark.parametrize("written", ["p2", "P2", "Bo Claes", "bo  claés"])
def test_reference_is_by_key_or_by_name(written: str) -> None:
    assert csv(people=TWO, ties=f"from,to\np1,{written}\n").tables.ties == (TieRow(Key("p1"), Key("p2")),)


def test_key_goes_before_a_name_that_is_the_same() -> None:
    people = "id,name\np1,p2\np2,Bo\n"
    assert csv(people=people, ties="from,to\np1,p2\n").tables.ties[0].end == "p2"


def test_reference_to_what_is_stored_is_known() -> None:
    known = Known(people={Key("p9"): KnownThing(Key("p9"), ("person:01", "Cas"))})
    ties = csv(known, people=TWO, ties="from,to\np1,person:01\np2,Cas\n").tables.ties
    assert [tie.end for tie in ties] == ["p9", "p9"]


def test_unknown_person_is_refused_with_the_nearest() -> None:
    assert one(csv(people=TWO, ties="from,to\np1,Bo Klaes\n")) == (2, "to", "Bo Klaes", "Bo Claes")


def test_ambiguous_name_is_refused_with_its_candidates() -> None:
    people = "id,name\np1,Jan Peeters\np7,Jan Peeters\np2,Bo\n"
    checked = csv(people=people, ties="from,to\np2,Jan Peeters\n")
    assert one(checked) == (2, "to", "Jan Peeters", None)
    assert "Jan Peeters (p1), Jan Peeters (p7)" in only(checked).expected.en


@pytest.mark.parametrize(
    "written", ["Ekeren - Centrum", "Centrum (Ekeren)", "EKE02", "eke02", "Ekeren Centrum"]
)
def test_neighbourhood_is_known_by_its_district_too(written: str) -> None:
    checked = csv(people=f"id,name,neighbourhood\np1,Ann,{written}\n", neighbourhoods=CENTRES)
    assert checked.tables.people[0].neighbourhoods == ("EKE02",)


def test_stored_neighbourhood_is_known_by_its_district_too() -> None:
    stored = {
        Key(key): KnownThing(Key(key), neighbourhood_names("Centrum", district))
        for key, district in (("EKE02", "Ekeren"), ("HOB01", "Hoboken"))
    }
    checked = csv(Known(neighbourhoods=stored), people="id,name,wijk\np1,Ann,Centrum (Hoboken)\n")
    assert checked.tables.people[0].neighbourhoods == ("HOB01",)


def test_neighbourhood_name_of_several_districts_is_refused() -> None:
    checked = csv(people="id,name,neighbourhood\np1,Ann,Centrum\n", neighbourhoods=CENTRES)
    assert one(checked) == (2, "neighbourhood", "Centrum", None)
    assert "Centrum (EKE02), Centrum (HOB01)" in only(checked).expected.nl


DISTRICT = "a neighbourhood; Deurne is a district, with these neighbourhoods: Silsburg; Ruggeveld"


def test_a_district_in_place_of_a_neighbourhood_is_refused_with_what_lies_in_it() -> None:
    rows = "id,name,district\nDEU01,Silsburg,Deurne\nDEU02,Ruggeveld,Deurne\nANT10,Kiel,Antwerpen\n"
    checked = csv(requests="id,title,neighbourhoods\nv1,Hulp,deurne\n", neighbourhoods=rows)
    assert one(checked) == (2, "neighbourhoods", "deurne", None)
    assert only(checked).expected.en == DISTRICT.replace("Deurne", "deurne")


def test_a_stored_district_is_known_as_one_too() -> None:
    stored = {
        Key(key): KnownThing(Key(key), neighbourhood_names(name, "Deurne"), "Deurne")
        for key, name in (("DEU01", "Silsburg"), ("DEU02", "Ruggeveld"))
    }
    checked = csv(Known(neighbourhoods=stored), requests="id,title,neighbourhoods\nv1,Hulp,Deurne\n")
    assert only(checked).expected.en == DISTRICT


def test_list_of_neighbourhoods_is_read() -> None:
    checked = csv(people="id,name,wijk\np1,Ann,Kiel; HOB01\n", neighbourhoods=CENTRES)
    assert checked.tables.people[0].neighbourhoods == ("ANT10", "HOB01")


def test_list_with_commas_is_refused_with_a_hint() -> None:
    checked = csv(people='id,name,wijk\np1,Ann,"Kiel, HOB01"\n', neighbourhoods=CENTRES)
    assert "; between several" in only(checked).expected.en


def test_asker_may_be_a_person_or_an_organisation() -> None:
    requests = "id,title,asker\nv1,Hulp,Bo Claes\nv2,Hulp,Buurtwerk\n"
    checked = csv(people=TWO, organisations="id,name\no1,Buurtwerk\n", requests=requests)
    assert [row.asker for row in checked.tables.requests] == ["p2", "o1"]


def test_asker_that_can_be_two_is_refused() -> None:
    requests = "id,title,asker\nv1,Hulp,Bo Claes\n"
    checked = csv(people=TWO, organisations="id,name\no1,Bo Claes\n", requests=requests)
    assert "p2, o1" in only(checked).expected.en


def test_themes_and_talents_are_made_from_use_when_nobody_listed_any() -> None:
    checked = csv(
        people="id,name,themes,talents\np1,Ann,Mobiliteit:2;Groen & water,voorzitten:3\np2,Bo,mobiliteit,\n"
    )
    assert checked.tables.themes == (
        ThemeRow(Key("mobiliteit"), "Mobiliteit"),
        ThemeRow(Key("groen-water"), "Groen & water"),
    )
    assert checked.tables.people[0].themes == (
        ThemeInterest(Key("mobiliteit"), 2),
        ThemeInterest(Key("groen-water")),
    )
    assert checked.tables.people[0].talents == (TalentOffer(Key("voorzitten"), 3),)
    assert notices(checked) == [
        "There was no table talents; made from use: voorzitten.",
        "There was no table themes; made from use: Mobiliteit, Groen & water.",
    ]


def test_what_a_refused_row_uses_is_not_made() -> None:
    assert csv(people="id,name,level,themes\np1,Ann,9,Groen\n").tables.themes == ()


def test_theme_is_not_made_when_the_store_has_themes() -> None:
    known = Known(themes={Key("groen"): KnownThing(Key("groen"), ("Groen",))})
    assert one(csv(known, people="id,name,themes\np1,Ann,Groem\n")) == (2, "themes", "Groem", "Groen")


def test_organisation_is_made_from_use() -> None:
    checked = csv(people=TWO, memberships="person,organisation\np1,VZW Kiel\np2,vzw kiel\n")
    assert [(row.key, row.name) for row in checked.tables.organisations] == [("vzw-kiel", "VZW Kiel")]
    assert [row.organisation for row in checked.tables.memberships] == ["vzw-kiel", "vzw-kiel"]


def test_people_are_never_made_from_use() -> None:
    checked = csv(people="id,name\np1,Ann\n", ties="from,to\np1,Zed\n")
    assert one(checked) == (2, "to", "Zed", None)


@pytest.mark.parametrize(
    ("written", "nearest"), [("voorzitten:4", "voorzitten:3"), ("voorzitten:0", "voorzitten:1")]
)
def test_level_after_the_colon_is_checked(written: str, nearest: str) -> None:
    assert one(csv(people=f"id,name,talents\np1,Ann,{written}\n")) == (2, "talents", written, nearest)


def test_key_with_a_colon_and_a_figure_is_meant_when_it_exists() -> None:
    checked = csv(people="id,name,themes\np1,Ann,t:2\n", themes="id,label_nl\nt:2,Groen\n")
    assert checked.tables.people[0].themes == (ThemeInterest(Key("t:2")),)


def test_second_row_with_an_id_is_refused_naming_the_first() -> None:
    checked = csv(people="id,name\np1,Ann\np2,Bo\np1,Cas\n")
    assert one(checked) == (4, "id", "p1", None)
    assert only(checked).expected.en == "an id that is not yet in row 2"
    assert [row.name for row in checked.tables.people] == ["Ann", "Bo"]


def test_id_that_stands_in_another_file_is_refused_naming_it() -> None:
    files = [("people_2024.csv", b"id,name\np1,Ann\n"), ("people_2025.csv", b"id,name\np1,Ann\n")]
    checked = check(read_uploads(files), today=TODAY)
    assert only(checked).expected.nl == "een id dat nog niet in people_2024.csv rij 2 staat"


def test_row_about_a_refused_row_is_refused_and_says_so() -> None:
    checked = csv(
        people="id,name,level\np1,Ann,9\np2,Bo,1\n",
        ties="from,to\np2,p1\n",
        memberships="person,organisation\np2,o\n",
    )
    assert [(refusal.file, refusal.row, refusal.column, refusal.value) for refusal in checked.refusals] == [
        ("people.csv", 2, "level", "9"),
        ("ties.csv", 2, "to", "p1"),
    ]
    assert checked.refusals[1].expected.en == "a person whose own row is good; that of 'p1' was refused"
    assert len(checked.tables.memberships) == 1


def test_row_about_a_refused_row_is_fine_when_the_store_holds_it() -> None:
    known = Known(people={Key("p1"): KnownThing(Key("p1"), ("Ann",))})
    checked = csv(known, people="id,name,level\np1,Ann,9\np2,Bo,1\n", ties="from,to\np2,p1\n")
    assert len(checked.tables.ties) == 1


@pytest.mark.parametrize(
    ("table", "text", "column"),
    [
        ("initiatives", "id,title,start,end\ni1,Feest,2024-05-01,2023-05-01\n", "end"),
        ("lidmaatschappen", "persoon,organisatie,van,tot\np1,o1,2024-05-01,2023-05-01\n", "tot"),
        ("consents", "person,purpose,given,start,end\np1,mailing,ja,2024-05-01,2023-05-01\n", "end"),
    ],
)
def test_end_before_the_start_is_refused(table: str, text: str, column: str) -> None:
    assert one(csv(people=TWO, **{table: text})) == (2, column, "2023-05-01", None)


def test_circle_of_broader_themes_is_refused() -> None:
    checked = csv(themes="id,label_nl,broader\na,A,b\nb,B,c\nc,C,a\nd,D,\n")
    assert [(refusal.row, refusal.column, refusal.value) for refusal in checked.refusals] == [
        (2, "broader", "b"),
        (3, "broader", "c"),
        (4, "broader", "a"),
    ]
    assert "now: a > b > c > a" in checked.refusals[0].expected.en
    assert [row.key for row in checked.tables.themes] == ["d"]


def test_theme_below_itself_is_refused() -> None:
    assert one(csv(themes="id,label_nl,broader\na,A,a\nb,B,\n")) == (2, "broader", "a", None)


def test_theme_below_a_refused_theme_is_refused_all_the_way_down() -> None:
    checked = csv(themes="id,label_nl,broader\na,,\nb,B,a\nc,C,b\nd,D,\n")
    assert [(refusal.row, refusal.column, refusal.value) for refusal in checked.refusals] == [
        (2, "label_nl", None),
        (3, "broader", "a"),
        (4, "broader", "b"),
    ]


def test_tie_to_oneself_is_left_out_with_a_notice() -> None:
    checked = csv(people=TWO, ties="from,to,trust\np1,p1,1\np1,p2,1\n")
    assert len(checked.tables.ties) == 1
    assert notices(checked) == ["1 ties from somebody to themselves were left out (ties.csv: row 2)."]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (["0.1,2020-01-01,2025-01-01", "0.2,2024-01-01,"], 0.1),
        (["0.1,2020-01-01,", "0.2,2024-01-01,"], 0.2),
        (["0.1,2020-01-01,", "0.2,,"], 0.1),
        (["0.1,,", "0.2,,"], 0.2),
        (["0.1,2024-01-01,", "0.2,,2024-01-01"], 0.2),
    ],
)
def test_latest_tie_of_a_pair_counts(rows: list[str], kept: float) -> None:
    lines = "".join(f"p1,p2,{row}\n" for row in rows)
    checked = csv(people=TWO, ties=f"from,to,trust,since,last_contact\n{lines}")
    assert [tie.trust for tie in checked.tables.ties] == [kept]
    assert "the latest counts" in notices(checked)[0]


def test_tie_without_any_trust_is_told() -> None:
    assert notices(csv(people=TWO, ties="from,to,since\np1,p2,2020\n")) == [
        "1 ties say nothing about trust and so don't count (ties.csv: row 2)."
    ]


def test_row_that_stands_twice_counts_once() -> None:
    rows = "person,organisation,role\np1,o,lid\np1,o,lid\n"
    checked = csv(people=TWO, organisations="id,name\no,O\n", memberships=rows)
    assert len(checked.tables.memberships) == 1
    assert notices(checked) == ["memberships: 1 rows stand twice and count once (memberships.csv: row 3)."]


def test_row_that_contradicts_another_is_refused() -> None:
    rows = "person,initiative,role\np1,i,lid\np1,i,voorzitter\n"
    checked = csv(people=TWO, initiatives="id,title\ni,I\n", participations=rows)
    assert one(checked) == (3, None, None, None)
    assert "participations.csv row 2 says otherwise" in only(checked).expected.en


def test_empty_rows_are_skipped_and_counted() -> None:
    assert one(csv(people="id,name,level\n\n,,\np1,Ann,9\n")) == (4, "level", "9", "3")


def test_more_refusals_than_anybody_reads_are_counted_only() -> None:
    rows = "".join(f"p{n},Ann,9\n" for n in range(MOST_REFUSALS + 5))
    checked = csv(people=f"id,name,level\n{rows}")
    assert (len(checked.refusals), checked.refused) == (MOST_REFUSALS, MOST_REFUSALS + 5)
    assert checked.notices[-1].en == "There are 1005 refusals; the first 1000 are shown."


def test_refusal_reads_as_a_sentence() -> None:
    sentence = only(csv(people="id,name,level\np1,Ann,4\n")).sentence()
    assert sentence.nl == (
        "people.csv, rij 2, kolom level: '4', verwacht: een geheel getal van 1 tot 3; bedoelde u '3'?"
    )
    assert sentence.en == (
        "people.csv, row 2, column level: '4', expected: a whole number from 1 to 3; did you mean '3'?"
    )


@pytest.mark.parametrize(
    ("column", "table", "said"),
    [
        ("themes", "themes", "een bekend thema"),
        ("talents", "talents", "een bekend talent"),
        ("neighbourhood", "neighbourhoods", "een bekende wijk"),
        ("organisations", "organisations", "een bekende organisatie"),
        ("not_about", "people", "een bekende persoon"),
    ],
)
def test_what_is_unknown_has_its_own_article(column: str, table: str, said: str) -> None:
    known = Known(**{table: {Key("x"): KnownThing(Key("x"), ("Iets",))}})
    checked = csv(known, people=f"id,name,{column}\np1,Ann,Groem\n")
    assert only(checked).expected.nl.endswith(said)


def test_day_of_a_workbook_is_shown_as_a_day() -> None:
    checked = xlsx_with(None, people=[["id", "name", "languages", "gezien"], ["p1", "Ann", DAY, DAY]])
    assert one(checked)[2] == "2026-10-03"
    assert checked.sheets[0].columns[3].examples == ("2026-10-03",)


THEMES = {Key(name.lower()): KnownThing(Key(name.lower()), (name,)) for name in ("Groen", "School")}


@pytest.mark.parametrize(
    ("column", "written", "nearest"),
    [
        ("languages", "Nederlands, Arabisch", "Nederlands; Arabisch"),
        ("languages", "Nederlands, Arabisch, Klingon", None),
        ("themes", "Groen,School", "Groen; School"),
        ("themes", "Groen:2, School:1", "Groen:2; School:1"),
        ("themes", "Groen, Scholl", None),
        ("ask_themes", "School, Groen", "School; Groen"),
    ],
)
def test_list_with_commas_is_refused_and_nothing_of_it_is_lost_in_what_is_proposed(
    column: str, written: str, nearest: str | None
) -> None:
    checked = xlsx_with(Known(themes=THEMES), people=[["id", "name", column], ["p1", "Ann", written]])
    assert one(checked) == (2, column, written, nearest)
    assert only(checked).expected.nl == "een ; tussen meerdere, geen komma"
    assert checked.tables.people == ()


def test_name_with_a_comma_in_it_is_one_thing() -> None:
    known = Known(themes={**THEMES, Key("x"): KnownThing(Key("x"), ("Groen, School",))})
    checked = xlsx_with(known, people=[["id", "name", "ask_themes"], ["p1", "Ann", "Groen, School"]])
    assert checked.tables.people[0].ask_themes == ("x",)


def mended(values: str, **tables: str) -> Checked:
    """Check tables of which some refused values are read as somebody said."""
    files = [(f"{name}.csv", text.encode()) for name, text in tables.items()]
    chosen = read_choices(f'{{"values": {values}}}')
    return check(read_uploads(files), Known(themes=THEMES), today=TODAY, chosen=chosen)


LANGUAGES = (
    'id,name,languages,themes\np1,Ann,"Nederlands, Arabisch",Groen\np2,Bo,"Nederlands, Arabisch",Groem:2\n'
)
TAKEN = '{"people": {"languages": {"Nederlands, Arabisch": "Nederlands; Arabisch"}, "themes": {"Groem": "Groen"}}}'


def test_what_was_taken_over_is_read_so_and_told() -> None:
    known = Known(themes={**THEMES, Key("groenten"): KnownThing(Key("groenten"), ("Groenten en fruit",))})
    before = csv(known, people=LANGUAGES.replace("Groem", "Scool"))
    assert [(each.column, each.nearest, each.certain) for each in before.refusals] == [
        ("languages", "Nederlands; Arabisch", True),
        ("languages", "Nederlands; Arabisch", True),
        ("themes", "School", True),
    ]
    values = TAKEN.replace("Groem", "Scool").replace("Groen", "School")
    checked = mended(values, people=LANGUAGES.replace("Groem", "Scool"))
    assert [row.languages for row in checked.tables.people] == [("nl", "ar"), ("nl", "ar")]
    assert checked.tables.people[1].themes == (ThemeInterest(Key("school"), 2),)
    assert [
        (each.column, each.value, each.to, [at.row for at in each.rows]) for each in checked.replaced
    ] == [
        ("languages", "Nederlands, Arabisch", "Nederlands; Arabisch", [2, 3]),
        ("themes", "Scool", "School", [3]),
    ]


@pytest.mark.parametrize(
    ("column", "written", "near"),
    [("consent_matching", "jaa", "ja"), ("consent_date", "2026-13-01", "2026-12-01"), ("level", "9", "5")],
)
def test_nobody_agrees_to_anything_by_what_was_taken_over(column: str, written: str, near: str) -> None:
    rows = f"id,name,{column}\np1,Ann,{written}\n"
    checked = mended(f'{{"people": {{"{column}": {{"{written}": "{near}"}}}}}}', people=rows)
    assert not only(checked).certain
    assert checked.replaced == ()


def test_only_what_ploeg_proposed_is_taken_over() -> None:
    values = TAKEN.replace("Nederlands; Arabisch", "Frans").replace("Groem", "Bloem")
    assert mended(values, people=LANGUAGES).replaced == ()


def test_a_slip_between_two_names_is_not_certain() -> None:
    known = Known(
        themes={Key(name): KnownThing(Key(name), (name,)) for name in ("Schoolplein", "Schoolpleim")}
    )
    checked = csv(known, people="id,name,themes\np1,Ann,Schoolpleit\n")
    assert (only(checked).nearest is not None, only(checked).certain) == (True, False)


def test_a_person_is_never_certain() -> None:
    assert not only(csv(people=TWO, ties="from,to\np1,Bo Claez\n")).certain


def test_what_follows_from_a_refused_row_names_that_row() -> None:
    checked = csv(
        people='id,name,languages\np1,Ann,"Nederlands, Klingon"\np2,Bo,nl\n', ties="from,to\np1,p2\np2,p1\n"
    )
    told = [
        (each.file, each.row, each.cause and (each.cause.file, each.cause.row)) for each in checked.refusals
    ]
    assert told == [
        ("people.csv", 2, None),
        ("ties.csv", 2, ("people.csv", 2)),
        ("ties.csv", 3, ("people.csv", 2)),
    ]


def test_a_refused_person_is_kept_to_be_compared_with_as_far_as_it_was_read() -> None:
    rows = (
        "id,name,email,languages\np1,Ann,ann@voorbeeld.be,Klingon\np2,Bo,bo@v.be,nl\np2,Bo,b@v.be,Klingon\n"
    )
    checked = csv(people=rows)
    assert [(row.key, row.email, row.languages) for row in checked.refused_people] == [
        ("p1", "ann@voorbeeld.be", ())
    ]
    assert [row.key for row in checked.tables.people] == ["p2"]


def test_a_name_that_is_like_nothing_is_told_so() -> None:
    checked = csv(people="id,name,wijk\np1,Ann,Dampoort\n", neighbourhoods=CENTRES)
    assert one(checked)[3] is None
    assert only(checked).expected.nl == "het id of de naam (geen enkele lijkt hierop) van een bekende wijk"
