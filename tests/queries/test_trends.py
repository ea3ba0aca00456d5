"""How a town grew whose ties are all dated, against the same worked out with networkx."""

from dataclasses import replace
from datetime import date, timedelta

import networkx as nx
import numpy as np
import pytest

from graph.access import Question, Role, Viewer
from graph.errors import InvalidInput, NotAllowed, Stopped
from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Sector, Tables, TieRow
from graph.store import Store
from queries.analysis_answers import TrendsAnswer
from queries.analysis_methods import FIGURES
from queries.basis import Basis, based
from queries.figures import by_name
from queries.held import utc_today
from queries.measurements import keep
from queries.snapshots import Snapshots
from queries.trends import days_back, trends_analysis
from tests.networks import random_city
from tests.still import CITY, COORDINATOR, PUBLIC, RESEARCHER, still_today

TODAY = utc_today()
YEAR = timedelta(days=366)


def person(key: str, sector: Sector | None) -> PersonRow:
    agrees = ConsentAnswer(Purpose.RESEARCH, given=True)
    return PersonRow(
        Key(key), f"Naam van {key} (fictief)", sector=sector, consents=(agrees,), consent_date=TODAY
    )


def tie(one: str, other: str, years: int) -> TieRow:
    return TieRow(Key(one), Key(other), trust=1.0, since=TODAY - years * YEAR, last_contact=TODAY)


TOWN = Tables(
    people=(
        *(person(f"r{at}", Sector.RESIDENT) for at in range(6)),
        *(person(f"c{at}", Sector.CITY) for at in range(5)),
        person("x", None),
    ),
    ties=(
        *(tie(f"r{at}", f"r{at + 1}", 3) for at in range(5)),
        *(tie(f"r{at}", f"c{at}", 1) for at in range(5)),
        tie("r0", "x", 0),
    ),
)


def values(answer: TrendsAnswer, name: str) -> list[float | None]:
    return [by_name(point.figures)[name].value for point in answer.points]


def test_a_series_goes_back_by_the_dates_of_ties() -> None:
    answer = trends_analysis(still_today(TOWN), COORDINATOR, years=4)
    assert [point.as_of.year for point in answer.points] == [TODAY.year - back for back in (4, 3, 2, 1, 0)]
    assert values(answer, "ties") == [0, 5, 5, 10, 11]
    assert values(answer, "components") == [12, 7, 7, 2, 1]
    assert values(answer, "largest_component") == [0.083333, 0.5, 0.5, 0.916667, 1]
    assert values(answer, "ei_index") == [None, -1, -1, 0, 0]
    assert all(each.name in FIGURES for point in answer.points for each in point.figures)
    assert answer.about.figures == answer.points[-1].figures


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_each_day_is_what_networkx_says_of_that_day(seed: int) -> None:
    tables = random_city(seed, people=25, ties=60)
    tables = replace(
        tables,
        people=tuple(replace(row, sector=[*Sector, None][at % 4]) for at, row in enumerate(tables.people)),
    )
    snapshots = still_today(tables)
    answer = trends_analysis(snapshots, RESEARCHER, years=6, steps=3)
    for point in answer.points:
        of = based(snapshots.fresh(CITY), RESEARCHER, point.as_of)
        plain: nx.Graph[int] = nx.Graph()
        plain.add_nodes_from(range(of.graph.nodes))
        plain.add_edges_from(zip(*(part.tolist() for part in of.graph.pairs[:2]), strict=True))
        figures = {name: each.value for name, each in by_name(point.figures).items()}
        degrees = [degree for _, degree in plain.degree()]
        parts = [len(part) for part in nx.connected_components(plain)]
        sectors = of.sector.tolist()
        known = [(sectors[a], sectors[b]) for a, b in plain.edges if min(sectors[a], sectors[b]) >= 0]
        across = sum(one != other for one, other in known)
        assert figures == {
            "people": len(plain),
            "ties": plain.number_of_edges(),
            "tied": pytest.approx(np.mean([degree > 0 for degree in degrees])),
            "mean_degree": pytest.approx(np.mean(degrees), abs=1e-6),
            "components": len(parts),
            "largest_component": pytest.approx(max(parts) / len(plain), abs=1e-6),
            "ei_index": pytest.approx((2 * across - len(known)) / len(known), abs=1e-6) if known else None,
        }


def test_what_is_estimated_has_an_interval_around_it() -> None:
    answer = trends_analysis(still_today(TOWN), COORDINATOR, years=1)
    for name in ("mean_degree", "ei_index"):
        found = by_name(answer.points[-1].figures)[name]
        assert found.value is not None
        assert found.low is not None
        assert found.high is not None
        assert found.low < found.value < found.high


def test_the_sentences_speak_of_what_is_known_now_and_not_of_growth() -> None:
    answer = trends_analysis(still_today(TOWN), COORDINATOR, years=4, as_of=None)
    first, second, last = (each.nl for each in answer.about.sentences)
    assert first.startswith("Van de banden die nu bekend zijn, stonden er 0 in ")
    assert " en 11 in " in first
    assert second.startswith("Van de banden ging 0 % naar een andere sector in ")
    assert " en 50 % in " in second
    assert "niet vastgelegd" in last
    assert "groei" not in (first + second + last)


def test_few_people_behind_a_figure_hide_it_from_the_public() -> None:
    old = tuple(tie(f"r{at}", f"r{at + 1}", 7) for at in range(3))
    answer = trends_analysis(still_today(replace(TOWN, ties=TOWN.ties + old)), PUBLIC, years=8)
    assert values(answer, "people") == [12] * 9
    before = answer.points[2].figures
    assert {each.name for each in before if each.hidden} == {each.name for each in before} - {"people"}
    now = by_name(answer.points[-1].figures)
    assert (now["ties"].value, now["tied"].hidden, now["largest_component"].hidden) == (11, True, True)
    assert answer.measured == ()


def test_fewer_than_five_people_give_no_figure_to_the_public() -> None:
    answer = trends_analysis(still_today(replace(TOWN, people=TOWN.people[:4], ties=TOWN.ties[:3])), PUBLIC)
    assert all(each.hidden for point in answer.points for each in point.figures)
    assert [each.nl for each in answer.about.sentences] == [
        "Over de loop van de jaren is hier niets te vertellen."
    ]


def test_only_the_series_is_kept_and_asking_twice_costs_nothing() -> None:
    snapshots = still_today(TOWN)
    shares: list[float] = []
    asked = trends_analysis(still_today(TOWN), COORDINATOR)
    answer = trends_analysis(snapshots, COORDINATOR, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    done = len(shares)
    again = trends_analysis(snapshots, COORDINATOR, progress=shares.append)
    assert (len(shares), again, asked) == (done, answer, answer)
    kept = vars(snapshots.snapshot)["_kept"]
    assert sorted(str(key[0]) for key in kept) == ["based", "standing", "ties", "trends"]


def test_it_stops_when_asked_to() -> None:
    snapshots = still_today(TOWN)
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if len(shares) == 2:
            raise Stopped(str(share))

    with pytest.raises(Stopped):
        trends_analysis(snapshots, COORDINATOR, progress=stop)
    assert len(shares) == 2


def test_days_lie_equally_far_apart_and_on_the_same_day_of_the_year() -> None:
    assert days_back(date(2024, 2, 29), 2, 2) == (date(2022, 2, 28), date(2023, 2, 28), date(2024, 2, 29))
    assert days_back(date(2026, 7, 1), 1, 2) == (date(2025, 7, 1), date(2025, 12, 30), date(2026, 7, 1))
    assert len(days_back(date(2026, 7, 1), 3, 7)) == 8


@pytest.mark.parametrize(("years", "steps"), [(0, None), (51, None), (10, 0), (10, 61)])
def test_a_series_of_nothing_or_without_end_is_refused(years: int, steps: int | None) -> None:
    with pytest.raises(InvalidInput):
        trends_analysis(still_today(TOWN), COORDINATOR, years=years, steps=steps)


def test_an_admin_may_not_ask() -> None:
    with pytest.raises(NotAllowed):
        trends_analysis(still_today(TOWN), Viewer(Role.ADMIN, CITY))


def test_measurements_of_the_same_people_stand_beside_the_series(embedded_store: Store) -> None:
    told = trends_analysis(still_today(TOWN), COORDINATOR).about
    summary = replace(told, question="summary", people=12)
    first = keep(embedded_store, COORDINATOR, summary, 1)
    second = keep(embedded_store, COORDINATOR, summary, 2)
    keep(embedded_store, COORDINATOR, told, 2)
    keep(embedded_store, RESEARCHER, replace(summary, basis=Basis.RESEARCH), 2)
    answer = trends_analysis(Snapshots(embedded_store), COORDINATOR)
    assert answer.measured == (first, second)
    scoped = Viewer(Role.COORDINATOR, CITY, scopes=frozenset({Question.ANALYSE}))
    assert trends_analysis(Snapshots(embedded_store), scoped).measured == ()
