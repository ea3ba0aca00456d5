"""What was decided about people who looked like one, and what a merged record said before it was merged."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.model import Verdict
from graph.store import Store
from queries.query import Query

STANDING = "standing"
UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a pair of people, given by ids; the last fields are of a merge only."""

    id: str
    one: str
    other: str
    decision: str
    status: str
    recorded_by: str
    created_at: str
    undone_by: str | None
    undone_at: str | None
    kept: str | None
    gone: str | None
    gone_key: str | None
    gone_source: str | None
    gone_name: str | None
    kept_name: str | None
    events: list[str] | None

    @property
    def merges(self) -> bool:
        """Whether it is a merge that stands."""
        return self.status == STANDING and self.decision == Verdict.SAME


@dataclass(frozen=True, slots=True)
class MergeChange:
    """How one thing was before a merge."""

    batch: str
    kind: str
    label: str
    subject: str
    before: str


DECISIONS = Query("decisions", Decision)
MERGE_CHANGES = Query("merge_changes", MergeChange)


@dataclass(frozen=True)
class Said:
    """What one record said before one merge: properties, relations as a link is written, consent events."""

    properties: Mapping[str, Any]
    links: Sequence[Mapping[str, Any]]
    events: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Merged:
    """Who was merged into whom, and what each record said by itself.

    ``said`` holds, by the id of a record, what it said before each merge it was part of: rows of a table that say
    the same again are no news.
    """

    decisions: Sequence[Decision] = ()
    said: Mapping[str, Sequence[Said]] = field(default_factory=dict[str, Sequence[Said]])

    @cached_property
    def into(self) -> Mapping[str, str]:
        """The person who stayed, by the id of one who was merged into them, over every step."""
        return merged_into(self.decisions)

    @cached_property
    def keys(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        """Source, id and name of the records that were merged, by the key they had."""
        found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for each in self.decisions:
            if each.merges and each.gone_key is not None:
                found[each.gone_key].append((each.gone_source or "", each.gone or "", each.gone_name or ""))
        return found

    def now(self, identity: str) -> str:
        """Return the id of the person whom a record became, itself where it was not merged."""
        return self.into.get(identity, identity)


def merged_into(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return who stayed by the id of who was merged, following merges of merges."""
    step = {each.gone: each.kept for each in decisions if each.merges}
    found: dict[str, str] = {}
    for gone in step:
        kept = step[gone]
        while kept in step:
            kept = step[kept]
        if gone is not None and kept is not None:
            found[gone] = kept
    return found


def family(decisions: Iterable[Decision], identity: str) -> frozenset[str]:
    """Return the ids of everyone who was merged into a person, and their own."""
    return frozenset({identity, *(gone for gone, kept in merged_into(decisions).items() if kept == identity)})


def merged_people(store: Store, city: str) -> Merged:
    """Read every decision of a city, and what the records that were merged said before."""
    decisions = DECISIONS.read(store, city=city)
    if not any(each.merges for each in decisions):
        return Merged(decisions)
    said: dict[str, list[Said]] = defaultdict(list)
    changes: dict[str, list[MergeChange]] = defaultdict(list)
    for change in MERGE_CHANGES.read(store, city=city):
        changes[change.batch].append(change)
    for each in decisions:
        for identity in (each.one, each.other):
            if each.merges:
                said[identity].append(_said(changes[each.id], identity))
    return Merged(decisions, said)


def _said(changes: Sequence[MergeChange], identity: str) -> Said:
    of_kind: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for change in changes:
        of_kind[change.kind].append((change.subject, json.loads(change.before)))
    links = [image for kind in ("link", "own") for _, image in of_kind[kind]]
    events = [(subject, image) for kind in ("consent", "own_consent") for subject, image in of_kind[kind]]
    return Said(
        next((image for subject, image in of_kind["node"] if subject == identity), {}),
        [link for link in links if identity in (link["start"], link["end"])],
        [image for subject, image in events if subject == identity],
    )
