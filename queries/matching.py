"""Who fits this request, and why? The question behind ``ploeg match`` and ``/v1/…/matches``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, matchable, told_revision, visible_organisation, wants
from graph.analytics.matching import Match, Matcher, Need, OrganisationMatch
from graph.errors import InvalidInput, UnknownThing
from graph.model import Availability, Purpose
from graph.network import Floats, Mask, Network
from graph.store import Store
from queries import resolve
from queries.match_words import reasons
from queries.paths import PersonRef
from queries.requested import RequestAnswer, Understood, Wanted, shown, understand
from queries.setting_aside import left_out
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy, utc_today

MOST_RESULTS = 100


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """One part of a score: its value in [0, 1] and the weight it had."""

    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class ReasonsAnswer:
    """The two or three reasons that decide, heaviest first, then languages that were asked for."""

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
    """People and organisations who fit, best first; ``set_aside`` is how many who may be proposed were left out."""

    request: RequestAnswer
    as_of: date
    revision: int | None
    results: tuple[ResultAnswer, ...]
    organisations: tuple[ResultAnswer, ...]
    set_aside: int = 0


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
    with_set_aside: bool = False,
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
    with_set_aside
        Whether those who were set aside for a stored request are among them after all.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MATCH)
    check_number(k)
    day = as_of or utc_today()
    snapshot = latest(snapshots, viewer, day)
    lost: set[str] = set()
    for _ in range(TRIES):
        try:
            understood = understand(snapshot, viewer, request, wanted)
        except UnknownThing:
            # An older snapshot may not know what was added since.
            if store.revision(viewer.city) == snapshot.network.revision:
                raise
            snapshot = snapshots.rebuilt(viewer.city)
            continue
        aside = frozenset[str]() if with_set_aside else left_out(store, viewer, understood.id)
        ready = prepare(snapshot, viewer, understood.need, start, day, aside)
        matches, organisations = _propose(snapshot.network, viewer, ready, day, k, spread, lost)
        people = [snapshot.network.people[found.person].id for found in matches]
        asked = snapshot.network.asked(understood.need.themes)
        revision, now = recheck(store, viewer.city, people)
        gone = {person for person in people if not stand([person], now, viewer, asked)}
        if revision == snapshot.network.revision or not gone:
            return _answer(snapshot.network, viewer, understood, matches, organisations, day, ready.aside)
        lost |= gone
        snapshot = snapshots.again(snapshot)
    raise too_busy()


def latest(snapshots: Snapshots, viewer: Viewer, day: date) -> Snapshot:
    """Return the snapshot that answers now, prepared for matching today."""
    snapshot, today = snapshots.fresh(viewer.city), utc_today()
    if day != today:
        return snapshot
    everybody = viewer.role is Role.COORDINATOR
    return snapshots.ready(
        snapshot, ("matcher", everybody), lambda each: each.matcher(today, today, everybody=everybody)
    )


def check_number(people: int, most: int = MOST_RESULTS) -> None:
    """Refuse a number of people under 1 or above `most`."""
    if not 1 <= people <= most:
        message = (
            f"Het aantal mensen is {people}; verwacht 1 tot {most}. "
            f"/ The number of people is {people}; expected 1 to {most}."
        )
        raise InvalidInput(message)


def _answer(
    network: Network,
    viewer: Viewer,
    understood: Understood,
    matches: Sequence[Match],
    organisations: Sequence[OrganisationMatch],
    day: date,
    aside: int,
) -> MatchAnswer:
    return MatchAnswer(
        request=shown(network, understood),
        as_of=day,
        revision=told_revision(viewer, network.revision),
        results=tuple(result(network, found, understood.need) for found in matches),
        organisations=tuple(_organisation(network, found, understood.need) for found in organisations),
        set_aside=aside,
    )


def _propose(
    network: Network,
    viewer: Viewer,
    ready: "Prepared",
    day: date,
    k: int,
    spread: bool,
    lost: Collection[str] = (),
) -> tuple[Sequence[Match], Sequence[OrganisationMatch]]:
    ready.allowed[[network.position[person] for person in lost if person in network.position]] = False
    people = ready.matcher.match(ready.need, ready.allowed, reach=ready.reach, day=day, k=k, spread=spread)
    seen = np.array([visible_organisation(node, viewer) for node in network.organisations], dtype=np.bool_)
    organisations = ready.matcher.match_organisations(ready.need, seen, day=day, k=min(k, 5))
    return people, organisations


@dataclass(frozen=True, slots=True)
class Prepared:
    """A need ready to be matched: who may be proposed to this viewer, and how well each is reached.

    ``aside`` is how many of those who might be proposed otherwise were set aside for it.
    """

    matcher: Matcher
    need: Need
    allowed: Mask
    reach: Floats | None
    aside: int = 0


def prepare(
    snapshot: Snapshot,
    viewer: Viewer,
    need: Need,
    start: str | None,
    day: date,
    aside: Collection[str] = (),
) -> Prepared:
    """Return what a match, an explanation and a team of the same question all begin with.

    Parameters
    ----------
    aside
        Ids of people who were set aside for it.
    """
    network, today = snapshot.network, utc_today()
    # Scores go to the viewer to six decimals: whoever does not see everybody gets none that counts the hidden.
    everybody = viewer.role is Role.COORDINATOR
    matcher = snapshot.matcher(day, today, everybody=everybody)
    reach: Floats | None = None
    origin = _origin(snapshot, viewer, need.asker, start)
    if origin is not None:
        reach = snapshot.middle(viewer, need.themes, day, today, everybody=everybody).best_values(origin)
        # Whoever the way begins with is not looking for themselves.
        need = need if need.asker is not None else replace(need, asker=network.people[origin].id)
    allowed = matchable(snapshot.standing(today), viewer, network.asked(need.themes))
    out = [network.position[person] for person in aside if person in network.position]
    # Of whoever may not be proposed anyway it is not told that they were set aside.
    left = int(np.count_nonzero(matcher.eligible(need, allowed)[out]))
    return Prepared(matcher, replace(need, but=frozenset(aside)), allowed, reach, left)


def _origin(snapshot: Snapshot, viewer: Viewer, asker: str | None, start: str | None) -> int | None:
    if start is not None:
        return resolve.person(snapshot, viewer, start)
    if asker is None and viewer.person is not None:
        return snapshot.network.position.get(viewer.person)
    return snapshot.network.position.get(asker) if asker is not None else None


def stand(
    people: Sequence[str], now: Mapping[str, PersonNow], viewer: Viewer, themes: Collection[str]
) -> bool:
    """Tell whether everyone proposed from an older snapshot may still be proposed.

    `themes` are those of the request with every broader one.
    """
    today = utc_today()
    purposes = [Purpose.MATCHING] if viewer.role is Role.COORDINATOR else [Purpose.MATCHING, Purpose.PUBLIC]
    return all(
        person in now
        and now[person].availability != Availability.NO
        and wants(now[person].ask_themes or (), themes)
        and all(agrees(now[person], purpose, today) for purpose in purposes)
        for person in people
    )


def result(network: Network, found: Match, need: Need) -> ResultAnswer:
    """Return somebody who was found, in words."""
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
