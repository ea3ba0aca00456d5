"""What an analysis told is kept once, and only as far as it may stay when somebody is erased."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed
from graph.store import Store
from ingest.load import load
from queries.analysis_answers import SummaryAnswer
from queries.audit import Action, events
from queries.basis import Basis
from queries.coverage import coverage_analysis
from queries.figures import About, Figure, by_name, figure
from queries.measurements import measurements
from queries.measuring import lasting, measure, measure_told
from queries.phrases import Words
from queries.records import erase_person
from queries.snapshots import Snapshots
from queries.trends import trends_analysis
from tests.networks import TODAY, random_city

CITY = "antwerpen"
COORDINATOR, RESEARCHER = Viewer(Role.COORDINATOR, CITY), Viewer(Role.RESEARCHER, CITY)
ADMIN = Viewer(Role.ADMIN, CITY)
TOLD = About(
    question="summary",
    as_of=TODAY,
    revision=3,
    basis=Basis.EVERYONE,
    people=40,
    unasked=12,
    parameters={"seed": 1},
    figures=(figure("people", 40), figure("tied", 0.5), figure("articulation", 9), figure("components", 2)),
    sentences=(),
    method=Words("", ""),
)


def of(told: About) -> SummaryAnswer:
    return SummaryAnswer(told, ())


def measured(store: Store) -> int:
    return len(events(store, ADMIN, action=Action.MEASURED, now=datetime.now(UTC)).items)


def test_the_same_is_kept_once_however_often_and_at_whatever_moment(store: Store) -> None:
    snapshots = Snapshots(store)
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(measure, store, snapshots, COORDINATOR, of(TOLD)) for _ in range(12)]
        found = [each.result() for each in asked]
    assert len({each.id for each in found if each is not None}) == 1
    assert None not in found
    assert measurements(store, COORDINATOR) == [found[0]]
    assert measured(store) == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(TOLD, question="brokers"),
        replace(TOLD, as_of=TODAY - timedelta(days=1)),
        replace(TOLD, revision=4),
        replace(TOLD, parameters={"seed": 2}),
        replace(TOLD, figures=TOLD.figures[:-1]),
    ],
    ids=["question", "day", "revision", "parameters", "figures"],
)
def test_anything_else_is_another_measurement(embedded_store: Store, other: About) -> None:
    snapshots = Snapshots(embedded_store)
    kept = [measure(embedded_store, snapshots, COORDINATOR, of(each)) for each in (TOLD, other, TOLD)]
    assert kept[0] == kept[2] != kept[1]
    assert len(measurements(embedded_store, COORDINATOR)) == 2


def test_of_fewer_than_five_people_nothing_is_kept(embedded_store: Store) -> None:
    snapshots = Snapshots(embedded_store)
    for people in (None, 4):
        assert measure(embedded_store, snapshots, COORDINATOR, of(replace(TOLD, people=people))) is None
    assert measurements(embedded_store, COORDINATOR) == []
    assert measured(embedded_store) == 0


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("people", 40, True),
        ("articulation", 4, False),
        ("articulation", 36, False),
        ("articulation", 5, True),
        ("tied", 0.1, False),
        ("tied", 0.125, True),
        ("tied", 0.9, False),
        ("tied", 1, False),
        ("largest_component", 0.975, False),
        ("components", 1, True),
        ("ties", 3, True),
        ("open_requests", 1, True),
    ],
)
def test_a_figure_of_few_people_is_kept_as_hidden_for_everybody(name: str, value: float, kept: bool) -> None:
    found = lasting(replace(TOLD, figures=(figure(name, value),)))
    assert found is not None
    assert found.figures[0] == (figure(name, value) if kept else Figure(name, None, hidden=True))


@pytest.mark.parametrize(
    ("unasked", "kept"), [(0, None), (4, None), (5, 5), (35, 35), (36, None), (None, None)]
)
def test_how_many_were_never_asked_is_kept_where_it_is_of_no_few(
    unasked: int | None, kept: int | None
) -> None:
    found = lasting(replace(TOLD, unasked=unasked))
    assert found is not None
    assert found.unasked == kept


def test_what_was_asked_about_one_person_is_not_kept(embedded_store: Store) -> None:
    with pytest.raises(InvalidInput, match="iemand"):
        measure_told(embedded_store, COORDINATOR, replace(TOLD, parameters={"from": "person:01J"}), 3)
    assert measurements(embedded_store, COORDINATOR) == []


def test_a_measurement_has_nothing_of_anybody_and_stays_when_they_are_erased(embedded_store: Store) -> None:
    tables = random_city(5, people=30, ties=80)
    load(embedded_store, tables, city=CITY, today=TODAY)
    snapshots = Snapshots(embedded_store)
    for answer in (trends_analysis(snapshots, COORDINATOR), coverage_analysis(snapshots, COORDINATOR)):
        assert measure(embedded_store, snapshots, COORDINATOR, answer) is not None
    network = snapshots.fresh(CITY).network
    stored = embedded_store.read("MATCH (m:Measurement) RETURN properties(m) AS kept")
    text = " ".join(str(row["kept"]) for row in stored)
    assert len(stored) == 2
    assert not any(each.id in text or each.name in text for each in network.people)
    before = measurements(embedded_store, COORDINATOR)
    erase_person(embedded_store, COORDINATOR, network.people[0].id)
    assert measurements(embedded_store, COORDINATOR) == before


def test_a_researchers_measurement_notes_the_revision_for_the_coordinator(embedded_store: Store) -> None:
    load(embedded_store, random_city(5, people=30, ties=80), city=CITY, today=TODAY)
    snapshots = Snapshots(embedded_store)
    answer = trends_analysis(snapshots, RESEARCHER)
    kept = measure(embedded_store, snapshots, RESEARCHER, answer)
    assert kept is not None
    assert kept.revision is None
    seen = measurements(embedded_store, COORDINATOR)[0]
    assert (seen.revision, by_name(seen.figures)) == (
        snapshots.fresh(CITY).network.revision,
        by_name(kept.figures),
    )


def test_who_may_not_measure_keeps_nothing(embedded_store: Store) -> None:
    for role in (Role.PUBLIC, Role.PARTNER, Role.ADMIN):
        with pytest.raises(NotAllowed):
            measure(embedded_store, Snapshots(embedded_store), Viewer(role, CITY), of(TOLD))
