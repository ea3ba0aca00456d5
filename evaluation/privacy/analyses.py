"""What an attacker asks of the network as a whole: every analysis and map that their role may see."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from evaluation.privacy.questions import Question, Target
from graph.access import ALLOWED, Role
from graph.access import Question as Right
from queries.analyses import KINDS, Analysis

READERS = (Role.PUBLIC, Role.PARTNER, Role.RESEARCHER)
ROUNDS = 4
"""How often each node of a map takes up what its neighbours are."""


@dataclass(frozen=True)
class Shape(Question):
    """A map under pseudonyms that are new each time: told apart by all but these, and by who is tied to whom."""

    in_whole = False

    def told(self, answer: httpx.Response, headers: list[tuple[str, str]]) -> object:
        """Return what can be told apart, whatever the people are called and however it is turned."""
        del headers
        return answer.status_code, shape(answer.json())


def analyses(target: Target) -> list[Question]:
    """Return every analysis and map with every parameter, for each role that may ask, about a target."""
    return [*_figures(target), *_maps(target)]


def _figures(target: Target) -> list[Question]:
    theme = (*target.themes, "mobiliteit")[0]
    asked: Mapping[Analysis, Sequence[dict[str, str]]] = {
        Analysis.SUMMARY: ({}, {"as_of": target.day}),
        Analysis.COMMUNITIES: ({}, {"as_of": target.day}),
        Analysis.BROKERS: ({"k": "200"}, {"k": "5", "as_of": target.day}),
        Analysis.BRIDGING: ({}, {"as_of": target.day}),
        Analysis.COVERAGE: (
            {"by": "neighbourhood"},
            {"by": "district", "theme": theme},
            {"as_of": target.day},
        ),
        Analysis.SUGGESTIONS: ({"k": "200"}, {"as_of": target.day}),
        Analysis.TRENDS: ({"years": "3"}, {"years": "2", "as_of": target.day}),
    }
    return [
        Question(
            f"{role}, {' '.join([question, *query])}",
            role,
            f"/v1/analysis/{question}",
            query,
        )
        for question, queries in asked.items()
        for role in READERS
        if role in ALLOWED[KINDS[question].right]
        for query in queries
    ]


def _maps(target: Target) -> list[Question]:
    days: tuple[dict[str, str], ...] = ({}, {"as_of": target.day})
    return [
        (Shape if role is Role.RESEARCHER else Question)(
            f"{role}, {' '.join(['map', *query])}", role, "/v1/map", query
        )
        for role in READERS
        if role in ALLOWED[Right.MAP]
        for query in days
    ]


def shape(found: dict[str, Any]) -> object:
    """Return what a map in columns tells but for what people are called, where they lie and in which order.

    Nodes take up what their neighbours are, a few times over (B. Weisfeiler and A. Leman, 1968).
    """
    nodes, edges = found["nodes"], found["edges"]
    own = [name for name, column in nodes.items() if column and name not in {"id", "label", "x", "y"}]
    marks = [_mark([nodes[name][at] for name in own]) for at in range(len(nodes["id"]))]
    near: list[list[tuple[int, int]]] = [[] for _ in marks]
    start = 0
    for step, end, weight in zip(edges["start"], edges["end"], edges["weight"], strict=True):
        start += step
        near[start].append((weight, end))
        near[end].append((weight, start))
    for _ in range(ROUNDS):
        marks = [
            _mark([marks[at], sorted((weight, marks[other]) for weight, other in around)])
            for at, around in enumerate(near)
        ]
    rest = {name: value for name, value in found.items() if name not in {"nodes", "edges"}}
    return sorted(marks), json.dumps(rest, sort_keys=True)


def _mark(of: object) -> str:
    return hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()
