"""Which people do this together? The question behind ``ploeg team`` and ``/v1/…/team``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Literal, TypeAlias

import numpy as np

from graph.access import Question, Role, Viewer, visible_organisation
from graph.analytics.match_found import DECIMALS, shares
from graph.analytics.matching import Match, Need
from graph.analytics.team import best_team
from graph.analytics.team_model import TEAM, TeamModel
from graph.analytics.team_value import Candidates, TeamValue
from graph.errors import InvalidInput, UnknownThing
from graph.evidence import combined, evidence
from graph.network import Network, Positions
from graph.store import Store
from queries.match_words import label
from queries.matching import PartAnswer, Prepared, ResultAnswer, latest, prepare, result, stand
from queries.paths import PersonRef
from queries.requested import RequestAnswer, Wanted, shown, understand
from queries.sentences import Words, evidence_words
from queries.snapshots import TRIES, Snapshot, Snapshots, links_unchanged, recheck, too_busy, utc_today
from queries.team_words import (
    adds_words,
    gap_words,
    search_words,
    spread_words,
    stranger_words,
    team_words,
    tie_words,
)

LEAST_MEMBERS, MOST_MEMBERS = 2, 8
PARTLY = 0.5
"""Up to this share something asked is covered in part only: a little of it, or something related."""
CELLS = 6_000_000
"""Partial teams times candidates that are looked at: a second or so, and some ten megabytes."""
Kind: TypeAlias = Literal["talent", "theme", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class AddedAnswer:
    """Something asked of which a member has more than those before: ``before`` and ``share`` in [0, 1]."""

    kind: Kind
    id: str
    label: Words
    before: float
    share: float


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """A member, in the order in which they add most; `result` is the same as in a match."""

    result: ResultAnswer
    adds: tuple[AddedAnswer, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class TeamTie:
    """Two members with a tie that is strong enough to work on, in its stronger direction."""

    one: PersonRef
    other: PersonRef
    strength: float
    words: Words


@dataclass(frozen=True, slots=True)
class TiesAnswer:
    """Ties inside, strongest first, and the members who have none; only for who may see ties between people."""

    inside: tuple[TeamTie, ...]
    without: tuple[PersonRef, ...]
    words: Words | None


@dataclass(frozen=True, slots=True)
class SpreadAnswer:
    """Names of the organisations and neighbourhoods the members are of, as far as the viewer may see them."""

    organisations: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class UncoveredAnswer:
    """Something asked that the team has not, or (``share`` above 0) in part only.

    ``somebody`` tells whether anybody else who may be proposed has more of it.
    """

    kind: Kind
    id: str
    label: Words
    share: float
    somebody: bool
    words: Words


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """How sure it is: no team of this size scores above ``bound``; exact where that is the score itself."""

    exact: bool
    bound: float
    candidates: int
    words: Words


@dataclass(frozen=True, slots=True)
class TeamAnswer:
    """A team for a request; the products of its parts add up to the score exactly."""

    request: RequestAnswer
    as_of: date
    revision: int
    size: int
    score: float
    parts: Mapping[str, PartAnswer]
    members: tuple[MemberAnswer, ...]
    ties: TiesAnswer | None
    spread: SpreadAnswer | None
    uncovered: tuple[UncoveredAnswer, ...]
    search: SearchAnswer
    sentence: Words


@dataclass(frozen=True, slots=True)
class Composed:
    """A team that was found, by position in the network in the order in which they add most."""

    people: tuple[int, ...]
    matches: tuple[Match, ...]
    score: float
    bound: float
    exact: bool
    parts: Mapping[str, PartAnswer]
    candidates: Candidates
    places: tuple[int, ...]
    """Of each of `people`, the place among the candidates."""
    everyone: Positions


def team(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    request: str | None = None,
    wanted: Wanted | None = None,
    size: int = 3,
    start: str | None = None,
    as_of: date | None = None,
) -> TeamAnswer:
    """Return the people who together fit a stored request, or one that is only typed.

    Parameters
    ----------
    request
        Id, key or title of a stored request; or give `wanted`.
    size
        How many people, 2 to 8.
    start
        From whom the way to each person is measured; the asker where it is not given.
    as_of
        The day of ties and experience; consent is always that of this moment.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MATCH)
    _check(size)
    day = as_of or utc_today()
    snapshot = latest(snapshots, viewer, day)
    for _ in range(TRIES):
        try:
            understood = understand(snapshot, viewer, request, wanted)
        except UnknownThing:
            # An older snapshot may not know what was added since.
            if store.revision(viewer.city) == snapshot.network.revision:
                raise
            snapshot = snapshots.rebuilt(viewer.city)
            continue
        network = snapshot.network
        ready = prepare(snapshot, viewer, understood.need, start, day)
        found = compose(network, ready, viewer, size, day)
        ids = [network.people[at].id for at in found.people]
        revision, now = recheck(store, viewer.city, ids)
        unchanged = revision == network.revision
        if unchanged or (stand(ids, now, viewer) and links_unchanged(store, network, sorted(found.people))):
            asked = shown(network, understood)
            return answered(network, asked, ready.need, found, viewer, size, day)
        snapshot = snapshots.rebuilt(viewer.city)
    raise too_busy()


def compose(
    network: Network, ready: Prepared, viewer: Viewer, size: int, day: date, model: TeamModel = TEAM
) -> Composed:
    """Return the best team that was found among those who may be proposed to `viewer`.

    Ties count only for who may see them; what somebody belongs to, only where the viewer may see the organisation.
    """
    tied = viewer.role is Role.COORDINATOR
    need, given = ready.need, {"reach": ready.reach, "day": day}
    people, candidates = ready.matcher.candidates(need, ready.allowed, reach=ready.reach, day=day, tied=tied)
    seen = np.flatnonzero([visible_organisation(node, viewer) for node in network.organisations])
    candidates = replace(candidates, organisations=candidates.organisations[:, seen])
    size = min(size, candidates.count)
    asked = {
        "talents": bool(need.talents), "themes": bool(need.themes), "fit": True,
        "ties": tied and size > 1, "spread": size > 1,
    }  # fmt: skip
    weights = shares(model.weights(), {}, [name for name, counts in asked.items() if counts])
    nodes = min(model.nodes, max(1, CELLS // max(1, candidates.count)))
    best = best_team(candidates, size, weights, replace(model, nodes=nodes))
    if not best.members:
        return Composed((), (), 0.0, 0.0, True, {}, candidates, (), people)
    value = TeamValue(candidates, size, weights, model)
    parts = {
        name: PartAnswer(round(worth, DECIMALS), weights[name])
        for name, worth in value.parts(best.members).items()
    }
    score = round(sum(part.value * part.weight for part in parts.values()), 2 * DECIMALS)
    places = _ordered(value, best.members)
    chosen = tuple(int(people[place]) for place in places)
    return Composed(
        people=chosen,
        matches=tuple(ready.matcher.judge(need, ready.allowed, chosen, **given)),
        score=score,
        bound=score if best.exact else max(score, round(best.bound, DECIMALS)),
        exact=best.exact,
        parts=parts,
        candidates=candidates,
        places=places,
        everyone=people,
    )


def _ordered(value: TeamValue, members: Sequence[int]) -> tuple[int, ...]:
    """Return the members, who adds most to those before first."""
    found, left = list[int](), list(members)
    while left:
        gains = value.gains(value.covered(found))
        found.append(max(left, key=lambda one: (float(gains[one]), -one)))
        left.remove(found[-1])
    return tuple(found)
