"""A tie that both tell of is told as such, each with their own day; the strength is that of one's own word alone."""

from datetime import date

import pytest

from graph.access import Role, Viewer
from graph.evidence import combined, evidence
from graph.model import Key, PersonRow, Tables, TieRow
from queries.path_answers import RouteAnswer
from queries.paths import propose, worded
from queries.snapshots import Snapshot
from tests.networks import TODAY, network_of

OWN, THEIRS = date(2025, 12, 1), date(2026, 11, 20)


def two(*ties: TieRow) -> Tables:
    people = (PersonRow(Key("a"), "An Peeters (fictief)"), PersonRow(Key("b"), "Bo Claes (fictief)"))
    return Tables(people=people, ties=ties)


def tie(start: str, end: str, day: date | None, trust: float = 0.9) -> TieRow:
    return TieRow(Key(start), Key(end), trust=trust, last_contact=day)


def route(tables: Tables) -> RouteAnswer:
    snapshot, viewer = Snapshot(network_of(tables)), Viewer(Role.COORDINATOR, "antwerpen")
    found = propose(snapshot, viewer, (0,), 1, day=TODAY, today=TODAY)
    return worded(found, snapshot, viewer).routes[0]


def said(tables: Tables) -> str:
    pieces = route(tables).hops[0].evidence
    assert pieces is not None
    return pieces[0].text.nl.replace(" (fictief)", "")


def test_a_tie_that_both_tell_of_names_both_days() -> None:
    tables = two(tie("a", "b", OWN), tie("b", "a", THEIRS))
    assert said(tables) == (
        "An Peeters en Bo Claes zeggen allebei elkaar te kennen "
        "(december 2025 volgens An Peeters, november 2026 volgens Bo Claes)"
    )
    pieces = route(tables).hops[0].evidence
    assert pieces is not None
    assert pieces[0].date == OWN


@pytest.mark.parametrize(
    ("own", "theirs", "when"),
    [
        (OWN, date(2025, 12, 30), " (december 2025)"),
        (OWN, None, " (december 2025 volgens An Peeters)"),
        (None, THEIRS, " (november 2026 volgens Bo Claes)"),
        (None, None, ""),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(own: date | None, theirs: date | None, when: str) -> None:
    tables = two(tie("a", "b", own), tie("b", "a", theirs))
    assert said(tables) == f"An Peeters en Bo Claes zeggen allebei elkaar te kennen{when}"


def test_what_one_of_them_tells_is_told_of_that_one() -> None:
    assert said(two(tie("a", "b", OWN))) == "An Peeters zegt Bo Claes te kennen (december 2025)"
    assert said(two(tie("b", "a", THEIRS))) == "Bo Claes zegt An Peeters te kennen (november 2026)"


def test_the_other_ones_word_changes_no_strength() -> None:
    alone, both = (
        network_of(two(*ties))
        for ties in ((tie("a", "b", OWN),), (tie("a", "b", OWN), tie("b", "a", THEIRS, 0.1)))
    )
    pieces = evidence(both, 0, 1, TODAY, today=TODAY)
    assert len(pieces) == 1
    assert combined(pieces) == combined(evidence(alone, 0, 1, TODAY, today=TODAY))


def test_what_was_said_later_is_not_told_of_a_day_before() -> None:
    network = network_of(two(tie("a", "b", OWN), tie("b", "a", THEIRS)))
    (piece,) = evidence(network, 0, 1, date(2026, 1, 15), today=TODAY)
    assert not piece.mutual
    assert piece.other_day is None


def test_a_route_is_one_short_line() -> None:
    tables = two(tie("a", "b", OWN), tie("b", "a", THEIRS))
    assert route(tables).sentence.nl == "An Peeters (fictief) → Bo Claes (fictief) (kennen elkaar, 2025)."
    assert route(tables).sentence.en == "An Peeters (fictief) → Bo Claes (fictief) (know each other, 2025)."
    old = route(two(tie("a", "b", date(2023, 12, 1))))
    assert old.sentence.nl.endswith(
        "(kennen elkaar volgens An Peeters (fictief), 2023, ouder dan twee jaar)."
    )
