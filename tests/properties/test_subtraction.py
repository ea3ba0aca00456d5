"""Answers to the public side by side: no hidden count of fewer than five people follows from all of them together.

The attacker reads the summary, communities, coverage by both sizes of places and the map of one moment, and looks for
people, each with any themes, places and community, who would give the same answers: by integer programming.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Tables, TieRow
from graph.network import Floats
from queries.basis import based
from queries.communities import communities_analysis
from queries.coverage import coverage_analysis
from queries.drawn import EdgeKind, NodeKind
from queries.figures import LEAST, by_name
from queries.held import utc_today
from queries.landscape import landscape
from queries.maps import drawing
from queries.protecting import is_few
from queries.summary import summary_analysis
from tests.grouped import grouped_city
from tests.still import PUBLIC, Still

Cell = tuple[str | None, str | None]
Kind = tuple[frozenset[str], frozenset[str], int]
"""The themes of somebody with the broader ones, their neighbourhoods and districts, and their community."""


@dataclass(frozen=True)
class Read:
    """All that is told of one city, as sums over kinds of people."""

    tables: Tables

    @cached_property
    def still(self) -> Still:
        return Still(self.tables)

    @cached_property
    def kinds(self) -> list[Kind]:
        network = self.still.snapshot.network
        communities = len(communities_analysis(self.still, PUBLIC).communities)
        themes = {
            frozenset(chain.from_iterable(network.broader(each, network.themes) for each in some))
            for some in _some(sorted(network.themes))
        }
        places = {
            frozenset(some) | {network.neighbourhoods[each].district or "" for each in some}
            for some in _some(sorted(network.neighbourhoods))
        }
        return [
            (one, other, at)
            for one in sorted(themes, key=sorted)
            for other in sorted(places, key=sorted)
            for at in range(communities + 1)
        ]

    def row(self, theme: str | None, place: str | None, community: int | None = None) -> Floats:
        """Return which kinds count in a cell."""
        return np.array(
            [
                (theme is None or theme in themes)
                and (place is None or place in places)
                and community in (None, at)
                for themes, places, at in self.kinds
            ],
            dtype=np.float64,
        )

    @cached_property
    def coverage(self) -> dict[Cell, int | None]:
        found: dict[Cell, int | None] = {}
        for by in ("neighbourhood", "district"):
            answer = coverage_analysis(self.still, PUBLIC, by=by)
            for cell in answer.cells:
                theme = None if cell.theme < 0 else answer.themes[cell.theme].id
                found[theme, None if cell.place < 0 else answer.places[cell.place].id] = cell.people
        return found

    @cached_property
    def named(self) -> list[Floats]:
        """Return the sums of which it is told that they are of five and more: what sets communities apart."""
        drawn = drawing(self.still, PUBLIC)
        found: list[Floats] = []
        for edge in drawn.edges:
            start, end = drawn.nodes[edge.start], drawn.nodes[edge.end]
            if start.kind is NodeKind.COMMUNITY and edge.kind in {EdgeKind.CARES, EdgeKind.ACTIVE}:
                assert edge.count is None
                cares = edge.kind is EdgeKind.CARES
                found.append(self.row(end.id if cares else None, None if cares else end.id, start.community))
        return found

    @cached_property
    def told(self) -> tuple[Floats, list[int]]:
        """Return the sums that are told, and what they are."""
        rows: list[Floats] = []
        values: list[int] = []

        def add(row: Floats, value: int | None) -> None:
            if value is not None:
                rows.append(row)
                values.append(value)

        summary = by_name(summary_analysis(self.still, PUBLIC).about.figures)
        add(self.row(None, None), int(summary["people"].value or 0))
        for at, each in enumerate(communities_analysis(self.still, PUBLIC).communities):
            add(self.row(None, None, at), each.people)
        for (theme, place), count in self.coverage.items():
            add(self.row(theme, place), count)
        drawn = drawing(self.still, PUBLIC)
        for node in drawn.nodes:
            if node.kind is NodeKind.THEME:
                add(self.row(node.id, None), node.size)
            elif node.kind is NodeKind.NEIGHBOURHOOD:
                add(self.row(None, node.id), node.size)
        return np.array(rows), values

    def reach(self, theme: str | None, place: str | None) -> tuple[int, int]:
        """Return the least and the most people there can be in a cell."""
        sums, values = self.told
        ends: list[int] = []
        for sign in (1.0, -1.0):
            found = milp(
                sign * self.row(theme, place),
                constraints=[
                    LinearConstraint(sums, values, values),
                    *(LinearConstraint(row, LEAST, np.inf) for row in self.named),
                ],
                integrality=np.ones(len(self.kinds), dtype=np.int64),
                bounds=Bounds(0, 1000),
            )
            assert found.status == 0, found.message
            ends.append(round(sign * found.fun))
        return ends[0], ends[1]


def _some(of: list[str]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(of, size) for size in range(len(of) + 1)))


@pytest.mark.parametrize(
    ("seed", "shared"),
    # Cities in which the map told what coverage hid, and some in which themes and places of communities gave it away.
    [(1, 0.8), (4, 0.8), (16, 0.8), (20, 0.8), (21, 0.8), (28, 0.8), (101, 0.95), (103, 0.95), (104, 0.95)],
)
def test_no_hidden_count_of_people_follows_from_all_answers_of_a_moment(seed: int, shared: float) -> None:
    size = ((10, 14, 20, 30) if shared < 0.9 else (12, 16, 24, 36))[seed % 4]
    read = Read(grouped_city(seed, (2, 3, 4)[seed % 3], size, shared=shared))
    of = based(read.still.snapshot, PUBLIC, utc_today())
    found = landscape(of, of.day, protected=False)
    themes, trees = [None, *found.trees.themes], found.trees
    places = [None, *trees.districts, *trees.neighbourhoods]
    for (theme, place), count in read.coverage.items():
        value = int(found.people.table[themes.index(theme), places.index(place)])
        assert count in (None, value)
        if value < LEAST:
            least, most = read.reach(theme, place)
            assert (least, most >= LEAST - 1) == (0, True), (theme, place, value)


def test_who_is_in_no_community_is_not_few_beside_who_has_no_tie() -> None:
    def person(key: str) -> PersonRow:
        return PersonRow(Key(key), f"Persoon {key}", consents=(ConsentAnswer(Purpose.RESEARCH, True),))

    def ties(group: str, size: int) -> list[TieRow]:
        pairs = combinations(range(size), 2)
        return [TieRow(Key(f"{group}{a}"), Key(f"{group}{b}"), trust=0.9) for a, b in pairs]

    sizes = {"a": 9, "b": 7, "c": 2, "d": 6}
    tables = Tables(
        people=tuple(person(f"{group}{at}") for group, size in sizes.items() for at in range(size)),
        ties=(*ties("a", 9), *ties("b", 7), *ties("c", 2)),
    )
    still = Still(tables)
    summary = by_name(summary_analysis(still, PUBLIC).about.figures)
    answer = communities_analysis(still, PUBLIC)
    apart = sum(sizes.values()) - sum(each.people for each in answer.communities)
    assert not is_few(apart)
    tied = summary["tied"].value
    assert tied is None or not is_few(apart - round(24 * (1 - tied)))
    # Two people who only know each other would be left over: the smaller community is not told.
    assert [each.people for each in answer.communities] == [9]
