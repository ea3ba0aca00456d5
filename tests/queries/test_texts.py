"""Every text of Cypher: named, said in a sentence, read-only where it reads, and understood by both stores."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import queries
from graph.store import Store
from queries.query import Query

FILES = sorted((Path(queries.__file__).parent / "cypher").glob("*.cypher"))
WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DETACH|DROP|FOREACH|LOAD)\b")
FORBIDDEN = re.compile(r"\b(apoc|gds)\.|SHORTEST|shortestPath|CALL db\.|\{\s*%|\$\$", re.IGNORECASE)
ALONE = {"trusted_path"}
"""Texts that people run by themselves, in Neo4j Browser."""


def _all_queries() -> dict[str, Query[Any]]:
    found: dict[str, Query[Any]] = {}
    for module in pkgutil.iter_modules(queries.__path__, "queries."):
        for value in vars(importlib.import_module(module.name)).values():
            members = (
                value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            )
            for member in members:
                if isinstance(member, Query):
                    found[member.name] = member
    return found


QUERIES = _all_queries()


def _code(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith("//"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_text_begins_with_a_sentence(file: Path) -> None:
    first = file.read_text().splitlines()[0]
    assert first.startswith("// ")
    assert first.endswith(".")


def test_every_text_has_a_query_and_every_query_a_text() -> None:
    assert {file.stem for file in FILES} - ALONE == set(QUERIES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_text_uses_what_only_one_store_knows(file: Path) -> None:
    assert not FORBIDDEN.search(_code(file.read_text()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_thing_is_found_by_its_id_before_its_city_is_looked_at(file: Path) -> None:
    # Together in one MATCH the embedded engine goes through the whole city instead: 1 s at 100,000 people.
    code = _code(file.read_text())
    assert not re.search(r"\{id: [^}]*city: ", code)
    assert not re.search(r"MATCH \((\w+):\w+ \{id: [^}]*\}\)[^\n]*\nWHERE \1\.city\b", code)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_reading_text_has_no_writing_clause(name: str) -> None:
    assert bool(WRITING.search(_code(QUERIES[name].text))) == QUERIES[name].writes


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_the_columns_of_a_text_are_the_fields_of_its_row(name: str) -> None:
    last = _code(QUERIES[name].text).rpartition("RETURN")[2]
    last = re.split(r"\bORDER BY\b|\bLIMIT\b", last)[0]
    depth, parts = 0, [""]
    for sign in last:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    names = [re.split(r"\bAS\b", part.strip())[-1].strip() for part in parts]
    assert tuple(names) == QUERIES[name].columns


def test_every_reading_text_runs(store: Store) -> None:
    parameters = {
        "city": "antwerpen", "id": "x", "people": ["x"], "after": "", "limit": 3, "status": None, "batch": "x",
        "email": "x", "openid": "x", "account": "x", "last": "x", "first": "", "before": "x", "action": None,
        "actor": None, "since": None, "until": None, "kept": "", "relation": "KNOWS",
        "bases": ["everyone"], "question": None, "basis": "everyone", "as_of": "x", "measured_revision": 1,
        "parameters": "{}", "figures": "[]", "names": ["x"], "ids": ["x"], "kind": "x", "now": "n",
    }  # fmt: skip
    for query in QUERIES.values():
        if not query.writes:
            query.read(store, **parameters)


def test_every_writing_text_runs_without_rows(store: Store) -> None:
    parameters = {
        "city": "antwerpen", "id": "x", "rows": [], "batch": "x", "token": "t", "now": "n", "status": "open",
        "status_dates": [], "version": 2, "edit": "e", "relations": [],
        "properties": {"id": "x"}, "changes": {}, "account": "x", "but": "", "idle": "", "began": "",
        "purpose": "x", "subject": "x", "other": "x", "organisation": "x", "today": "x", "bases": [],
        "person": "x",
    }  # fmt: skip
    for query in QUERIES.values():
        if query.writes:
            store.write("antwerpen", lambda tx, query=query: query.run(tx, **parameters))  # type: ignore[misc]
