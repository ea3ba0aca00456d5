"""Measurements are kept for those who may see them, leave the revision alone, and name nobody."""

from dataclasses import replace

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, UnknownThing
from graph.store import Store
from queries.basis import Basis
from queries.figures import About, Figure, figure
from queries.measurements import Measurement, keep, measurements, remove, restore
from queries.phrases import Words
from tests.networks import TODAY

CITY = "antwerpen"
COORDINATOR, RESEARCHER = Viewer(Role.COORDINATOR, CITY), Viewer(Role.RESEARCHER, CITY)
FIGURES = (figure("ei_index", 0.25, between=(0.1, 0.4), expected=0.5), Figure("hidden", None, hidden=True))
TOLD = About(
    question="summary",
    as_of=TODAY,
    revision=3,
    basis=Basis.EVERYONE,
    people=12,
    unasked=4,
    parameters={"seed": 1},
    figures=FIGURES,
    sentences=(),
    method=Words("", ""),
)
OF_RESEARCH = replace(TOLD, basis=Basis.RESEARCH)


def ids(found: list[Measurement]) -> list[str]:
    return [each.id for each in found]


def test_a_measurement_comes_back_as_it_was_told(store: Store) -> None:
    kept = keep(store, COORDINATOR, TOLD, 3)
    assert measurements(store, COORDINATOR) == [kept]
    assert (kept.figures, kept.people, kept.unasked, kept.as_of) == (FIGURES, 12, 4, TODAY)


def test_keeping_one_leaves_the_revision_of_the_city_alone(store: Store) -> None:
    before = store.revision(CITY)
    keep(store, COORDINATOR, TOLD, before)
    assert store.revision(CITY) == before


def test_latest_comes_first_and_a_page_goes_on_where_the_last_one_ended(store: Store) -> None:
    kept = [keep(store, COORDINATOR, replace(TOLD, people=count), 3) for count in (10, 11, 12)]
    latest = ids(kept)[::-1]
    assert ids(measurements(store, COORDINATOR, limit=2)) == latest[:2]
    assert ids(measurements(store, COORDINATOR, before=latest[1])) == latest[2:]


def test_one_question_can_be_asked_for(store: Store) -> None:
    keep(store, COORDINATOR, TOLD, 3)
    other = keep(store, COORDINATOR, replace(TOLD, question="bridging"), 3)
    assert ids(measurements(store, COORDINATOR, question="bridging")) == [other.id]


def test_a_researcher_sees_nothing_that_was_counted_over_everybody_nor_the_revision(store: Store) -> None:
    keep(store, COORDINATOR, TOLD, 3)
    own = keep(store, RESEARCHER, OF_RESEARCH, 3)
    assert ids(measurements(store, RESEARCHER)) == [own.id]
    assert own.revision is None


def test_a_measurement_over_fewer_than_five_people_is_refused(store: Store) -> None:
    with pytest.raises(InvalidInput, match="vijf"):
        keep(store, RESEARCHER, replace(OF_RESEARCH, people=None), 3)
    assert measurements(store, RESEARCHER) == []


def test_a_measurement_can_be_taken_away_by_whoever_makes_such_ones(store: Store) -> None:
    kept = keep(store, COORDINATOR, TOLD, 3)
    with pytest.raises(UnknownThing):
        remove(store, RESEARCHER, kept.id)
    remove(store, COORDINATOR, kept.id)
    assert measurements(store, COORDINATOR) == []


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.ADMIN])
def test_nobody_else_keeps_or_sees_measurements(store: Store, role: Role) -> None:
    viewer = Viewer(role, CITY)
    with pytest.raises(NotAllowed):
        keep(store, viewer, OF_RESEARCH, 3)
    with pytest.raises(NotAllowed):
        measurements(store, viewer)


def test_what_was_taken_away_comes_back_as_it_was_and_once(store: Store) -> None:
    kept = keep(store, COORDINATOR, TOLD, 3)
    remove(store, COORDINATOR, kept.id)
    assert measurements(store, COORDINATOR) == []
    assert restore(store, COORDINATOR, kept.id) == kept
    assert measurements(store, COORDINATOR) == [kept]
    with pytest.raises(UnknownThing):
        restore(store, COORDINATOR, kept.id)


def test_where_the_same_was_kept_again_meanwhile_that_one_stays(store: Store) -> None:
    kept = keep(store, COORDINATOR, TOLD, 3)
    remove(store, COORDINATOR, kept.id)
    again = keep(store, COORDINATOR, TOLD, 3)
    assert restore(store, COORDINATOR, kept.id) == again
    assert measurements(store, COORDINATOR) == [again]


def test_only_who_could_take_it_away_puts_it_back(store: Store) -> None:
    kept = keep(store, COORDINATOR, TOLD, 3)
    remove(store, COORDINATOR, kept.id)
    with pytest.raises(UnknownThing):
        restore(store, RESEARCHER, kept.id)
    with pytest.raises(NotAllowed):
        restore(store, Viewer(Role.PARTNER, CITY), kept.id)
    assert restore(store, COORDINATOR, kept.id) == kept
