"""Every text of docs/cypher.md runs on both stores and answers what is counted from the tables, without Cypher."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.model import PersonRow, RequestStatus, Tables, ThemeRow
from graph.store import Store
from ingest.load import load
from ingest.sample import sample_city

PAGE = Path(__file__).parents[2] / "docs" / "cypher.md"
TODAY = date(2026, 11, 28)
CITY, PERSON = "antwerpen", "p12"
Rows = list[tuple[Any, ...]]


def texts() -> list[str]:
    return re.findall(r"^```cypher\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


class Counted:
    """The answers, from the tables."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.person: dict[str, PersonRow] = {row.key: row for row in tables.people}
        self.known: nx.Graph[str] = nx.Graph()
        self.known.add_edges_from((row.start, row.end) for row in tables.ties if row.start != row.end)
        self.theme: dict[str, ThemeRow] = {row.key: row for row in tables.themes}

    def sector(self, key: str) -> str | None:
        return self.person[key].sector

    def top(self, found: dict[str, tuple[int, ...]]) -> Rows:
        first = sorted(found, key=lambda key: (-found[key][0], key))[:20]
        return [(key, self.person[key].name, self.sector(key), *found[key]) for key in first]

    def contacts(self) -> Rows:
        return self.top({key: (self.known.degree(key),) for key in self.known})

    def two_steps(self) -> Rows:
        shared = Counter(far for near in self.known[PERSON] for far in self.known[near])
        return self.top(
            {key: (many,) for key, many in shared.items() if key != PERSON and key not in self.known[PERSON]}
        )

    def between(self) -> Rows:
        pairs = Counter(
            tuple(sorted((str(self.sector(one)), str(self.sector(other)))))
            for one, other in self.known.edges
            if self.sector(one) and self.sector(other)
        )
        return sorted((*pair, many) for pair, many in pairs.items())

    def ei_index(self) -> Rows:
        inside, outside = Counter[str](), Counter[str]()
        for one, other, many in self.between():
            if one == other:
                inside[one] += many
            else:
                outside.update({one: many, other: many})
        return [
            (one, inside[one], outside[one],
             round((outside[one] - inside[one]) / (outside[one] + inside[one]), 3))
            for one in sorted({*inside, *outside})
        ]  # fmt: skip

    def upwards(self, themes: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        for key in themes:
            at: str | None = key
            while at is not None:
                found.add(at)
                at = self.theme[at].broader
        return found

    def coverage(self) -> Rows:
        people, asked = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for row in self.tables.people:
            about = self.upwards(tuple(one.theme for one in row.themes))
            people.update((theme, place) for theme in about for place in set(row.neighbourhoods))
        for request in self.tables.requests:
            if request.status == RequestStatus.OPEN:
                about = self.upwards(request.themes)
                asked.update((theme, place) for theme in about for place in set(request.neighbourhoods))
        name: dict[str, str] = {row.key: row.name for row in self.tables.neighbourhoods}
        return sorted(
            (self.theme[theme].label_nl, place, name[place], people[theme, place], asked[theme, place])
            for theme, place in {*people, *asked}
        )

    def joins(self) -> Rows:
        found: dict[str, tuple[int, ...]] = {}
        for key in self.known:
            open_pairs = [
                (self.sector(one), self.sector(other))
                for one, other in combinations(self.known[key], 2)
                if not self.known.has_edge(one, other)
            ]
            if open_pairs:
                crossing = sum(bool(one and other and one != other) for one, other in open_pairs)
                found[key] = (len(open_pairs), crossing)
        return self.top(found)

    def growth(self) -> Rows:
        rows: Rows = []
        for year in range(TODAY.year - 9, TODAY.year + 1):
            day = min(date(year, 12, 31), TODAY)
            ran = [
                row for row in self.tables.memberships
                if row.since and row.since <= day and (row.until is None or row.until >= day)
            ]  # fmt: skip
            rows.append(
                (year, len(ran), len({row.person for row in ran}), len({row.organisation for row in ran}))
            )
        return rows

    def asker(self, key: str | None) -> tuple[str | None, str | None]:
        for person in self.tables.people:
            if person.key == key:
                return person.name, person.sector
        for organisation in self.tables.organisations:
            if organisation.key == key:
                return organisation.name, organisation.sector
        return None, None

    def requests(self) -> Rows:
        first = sorted(self.tables.requests, key=lambda row: row.key)
        latest = sorted(first, key=lambda row: str(row.opened), reverse=True)[:50]
        return [
            (row.key, row.title, row.kind, *self.asker(row.asker),
             sorted(self.theme[key].label_nl for key in row.themes), str(row.opened), row.status)
            for row in latest
        ]  # fmt: skip

    def answered(self) -> Rows:
        many, met = Counter[str](), Counter[str]()
        for row in self.tables.requests:
            if row.asker is not None:
                sector = self.asker(row.asker)[1] or "unknown"
                many[sector] += 1
                met[sector] += row.status in {RequestStatus.MET, RequestStatus.DONE}
        return [(one, many[one], met[one]) for one in sorted(many, key=lambda one: (-many[one], one))]


def test_every_text_answers_what_is_counted_from_the_tables(store: Store) -> None:
    tables = sample_city(200, 1, today=TODAY)
    load(store, tables, city=CITY, today=TODAY)
    counted = Counted(tables)
    answers: list[Callable[[], Rows]] = [
        counted.contacts,
        counted.two_steps,
        counted.between,
        counted.ei_index,
        counted.coverage,
        counted.joins,
        counted.growth,
        counted.requests,
        counted.answered,
    ]
    given = {"city": CITY, "person": PERSON, "day": TODAY.isoformat()}
    for text, answer in zip(texts(), answers, strict=True):
        found = [tuple(row.values()) for row in store.read(text, given)]
        assert found, text
        assert found == answer(), text


def test_the_page_only_reads_and_keeps_to_what_both_stores_know() -> None:
    for text in texts():
        assert not re.search(
            r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD|apoc|gds|shortestPath|elementId)\b", text, re.IGNORECASE
        )


def test_the_page_says_first_that_the_database_knows_no_consent() -> None:
    before = PAGE.read_text(encoding="utf-8").partition("```")[0]
    assert "Whoever may open the database sees everybody." in before


@pytest.mark.parametrize("name", ["city", "person", "day"])
def test_every_parameter_is_set_before_the_first_text(name: str) -> None:
    assert f":param {name} =>" in PAGE.read_text(encoding="utf-8")
    assert any(f"${name}" in text for text in texts())


def test_no_other_parameter_is_asked() -> None:
    used = {name for text in texts() for name in re.findall(r"\$(\w+)", text)}
    assert used == {"city", "person", "day"}
