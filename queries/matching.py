"""Who fits this request, and why? The question behind ``ploeg match`` and ``/v1/…/matches``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, matchable, visible_organisation
from graph.analytics.matching import Match, Matcher, Need, OrganisationMatch
from graph.analytics.paths import best_values
from graph.errors import InvalidInput
from graph.model import Availability, Purpose
from graph.network import Floats, Network
from graph.store import Store
from queries import resolve
from queries.match_words import reasons
from queries.paths import PersonRef
from queries.requested import RequestAnswer, Understood, Wanted, shown, understand
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy, utc_today

MOST_RESULTS = 100


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """One part of a score: its value in [0, 1] and the weight it had."""

    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class ReasonsAnswer:
    """Why somebody fits, heaviest reason first."""

    nl: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultAnswer:
    """Somebody who fits; the parts add up to the score exactly."""

    person: PersonRef
    score: float
    parts: Mapping[str, PartAnswer]
    reasons: ReasonsAnswer


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """People and organisations who fit, best first."""

    request: RequestAnswer
    as_of: date
    revision: int
    results: tuple[ResultAnswer, ...]
    organisations: tuple[ResultAnswer, ...]


def match(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    request: str | None = None,
    wanted: Wanted | None = None,
    k: int = 10,
    start: str | None = None,
    spread: bool = True,
    as_of: date | None = None,
) -> MatchAnswer:
    """Return who fits a stored request or one that is only typed, best first, with reasons.

    Parameters
    ----------
    request
        Id, key or title of a stored request; or give `wanted`.
    k
        How many people, 1 to 100.
    start
        From whom the way to each person is measured; the asker where it is not given.
    spread
        Whether the first `k` are spread over organisations and neighbourhoods.
    as_of
        The day of ties and experience; consent is always that of this moment.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MATCH)
    if not 1 <= k <= MOST_RESULTS:
        message = (
            f"Het aantal mensen is {k}; verwacht 1 tot {MOST_RESULTS}. "
            f"/ The number of people is {k}; expected 1 to {MOST_RESULTS}."
        )
        raise InvalidInput(message)
    day = as_of or utc_today()
    snapshot = snapshots.fresh(viewer.city)
    for _ in range(TRIES):
        understood = understand(snapshot, viewer, request, wanted)
        matches, organisations = _propose(snapshot, viewer, understood, start, day, k, spread)
        people = [snapshot.network.people[found.person].id for found in matches]
        revision, now = recheck(store, viewer.city, people)
        if revision == snapshot.network.revision or _stand(people, now, viewer):
            return _answer(snapshot.network, understood, matches, organisations, day)
        snapshot = snapshots.rebuilt(viewer.city)
    raise too_busy()


def _answer(
    network: Network,
    understood: Understood,
    matches: Sequence[Match],
    organisations: Sequence[OrganisationMatch],
    day: date,
) -> MatchAnswer:
    return MatchAnswer(
        request=shown(network, understood),
        as_of=day,
        revision=network.revision,
        results=tuple(_result(network, found, understood.need) for found in matches),
        organisations=tuple(_organisation(network, found, understood.need) for found in organisations),
    )


def _propose(
    snapshot: Snapshot,
    viewer: Viewer,
    understood: Understood,
    start: str | None,
    day: date,
    k: int,
    spread: bool,
) -> tuple[Sequence[Match], Sequence[OrganisationMatch]]:
    network, today = snapshot.network, utc_today()
    lattice = snapshot.ties(day, today)
    prepared = snapshot.derived(("matcher", day, today), lambda: Matcher.build(network, lattice))
    reach: Floats | None = None
    need = understood.need
    origin = _origin(snapshot, viewer, need.asker, start)
    if origin is not None:
        factors = snapshot.factors(viewer, need.themes, day, today)
        reach = best_values(lattice, factors, origin)
        # Whoever the way begins with is not looking for themselves.
        need = need if need.asker is not None else replace(need, asker=network.people[origin].id)
    people = prepared.value.match(
        need,
        prepared.masked(matchable(snapshot.standing(today), viewer)),
        reach=None if reach is None else prepared.spread(reach, fill=0.0),
        day=day,
        k=k,
        spread=spread,
    )
    nodes = prepared.network.organisations
    seen = np.array([visible_organisation(node, viewer) for node in nodes], dtype=np.bool_)
    organisations = prepared.value.match_organisations(need, seen, day=day, k=min(k, 5))
    places = [network.organisation_position.get(nodes[found.organisation].id) for found in organisations]
    return (
        [replace(found, person=prepared.now(found.person)) for found in people],
        [
            replace(found, organisation=place)
            for found, place in zip(organisations, places, strict=True)
            if place is not None
        ],
    )


def _origin(snapshot: Snapshot, viewer: Viewer, asker: str | None, start: str | None) -> int | None:
    if start is not None:
        return resolve.person(snapshot, viewer, start)
    if asker is None and viewer.person is not None:
        return snapshot.network.position.get(viewer.person)
    return snapshot.network.position.get(asker) if asker is not None else None


def _stand(people: Sequence[str], now: Mapping[str, PersonNow], viewer: Viewer) -> bool:
    """Tell whether everyone proposed from an older snapshot may still be proposed."""
    today = utc_today()
    purposes = [Purpose.MATCHING] if viewer.role is Role.COORDINATOR else [Purpose.MATCHING, Purpose.PUBLIC]
    return all(
        person in now
        and now[person].availability != Availability.NO
        and all(agrees(now[person], purpose, today) for purpose in purposes)
        for person in people
    )


def _result(network: Network, found: Match, need: Need) -> ResultAnswer:
    node = network.people[found.person]
    nl, en = reasons(found, need, network)
    return ResultAnswer(
        person=PersonRef(node.id, node.key, node.name),
        score=found.score,
        parts={name: PartAnswer(part.value, part.weight) for name, part in found.parts.items()},
        reasons=ReasonsAnswer(nl, en),
    )


def _organisation(network: Network, found: OrganisationMatch, need: Need) -> ResultAnswer:
    node = network.organisations[found.organisation]
    nl, en = reasons(found, need, network)
    return ResultAnswer(
        person=PersonRef(node.id, node.key, node.name),
        score=found.score,
        parts={name: PartAnswer(part.value, part.weight) for name, part in found.parts.items()},
        reasons=ReasonsAnswer(nl, en),
    )
