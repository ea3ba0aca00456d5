"""Why not this one? The question behind ``ploeg match --explain`` and ``/v1/…/matches/{person}``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, told_revision, wants
from graph.analytics.match_found import DECIMALS, Explained, Match, Part
from graph.analytics.match_gaps import gaps
from graph.analytics.match_model import CONTENT
from graph.errors import UnknownThing
from graph.model import Availability, Purpose
from graph.network import Mask, Network
from graph.store import Store
from queries import resolve
from queries.explain_words import (
    BARRIERS,
    barred_words,
    below_words,
    compared_words,
    follows_words,
    gap_words,
    language_barrier,
    listed_words,
    nothing_words,
    spread_words,
)
from queries.explained import Barrier, Compared, ExplainAnswer, Outcome, PartDifference, Unknown
from queries.matching import Prepared, check_number, latest, prepare, result, stand
from queries.paths import PersonRef
from queries.requested import Understood, Wanted, shown, understand
from queries.sentences import Words
from queries.setting_aside import left_out
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy, utc_today

MOST_UNKNOWN = 3


def explain(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    person: str,
    *,
    request: str | None = None,
    wanted: Wanted | None = None,
    k: int = 10,
    start: str | None = None,
    spread: bool = True,
    as_of: date | None = None,
) -> ExplainAnswer:
    """Return where somebody stands for a request, beside the one whose place it would take.

    A coordinator may ask it of everyone in the city, and is told which hard limit somebody does not pass; of
    somebody who does not agree to be proposed nothing else is said.  For a partner, whoever they may not be
    proposed is unknown.

    Parameters
    ----------
    person
        Id, key or unambiguous name.
    request, wanted, k, start, spread, as_of
        As for :func:`queries.matching.match`, of which this explains the answer.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MATCH)
    check_number(k)
    day = as_of or utc_today()
    snapshot = latest(snapshots, viewer, day)
    for _ in range(TRIES):
        understood = understand(snapshot, viewer, request, wanted)
        aside = left_out(store, viewer, understood.id)
        ready = prepare(snapshot, viewer, understood.need, start, day, aside)
        try:
            at = _meant(snapshot, viewer, ready.allowed, person)
        except UnknownThing:
            if store.revision(viewer.city) == snapshot.network.revision:
                raise
            snapshot = snapshots.rebuilt(viewer.city)
            continue
        asked = _Asked(snapshot.network, viewer, ready, understood, day, k, spread)
        listed = ready.matcher.match(
            ready.need, ready.allowed, reach=ready.reach, day=day, k=k, spread=spread
        )
        found = ready.matcher.explain(ready.need, ready.allowed, at, reach=ready.reach, day=day)
        named = [snapshot.network.people[one.person].id for one in listed]
        mine = snapshot.network.people[at].id
        revision, now = recheck(store, viewer.city, [*named, mine])
        if revision == snapshot.network.revision or (
            stand(named, now, viewer, snapshot.network.asked(ready.need.themes))
            and _same(snapshot, at, now.get(mine))
        ):
            return _answer(asked, at, found, listed, _barriers(snapshot, ready, at, aside))
        snapshot = snapshots.rebuilt(viewer.city)
    raise too_busy()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked, for those who put the answer together."""

    network: Network
    viewer: Viewer
    ready: Prepared
    understood: Understood
    day: date
    k: int
    spread: bool


def _meant(snapshot: Snapshot, viewer: Viewer, allowed: Mask, text: str) -> int:
    """Return the position of the one who is meant, among those of whom this viewer may be told anything."""
    if viewer.role is Role.COORDINATOR:
        return resolve.person(snapshot, viewer, text)
    network = snapshot.network
    among: Iterable[int] = np.flatnonzero(allowed).tolist()

    def people() -> Iterable[resolve.Named]:
        nodes = (network.people[at] for at in among)
        return (resolve.Named(node.id, node.key, (node.name,)) for node in nodes)

    return network.position[resolve.pick(people, text, "persoon", "person")]


def _same(snapshot: Snapshot, at: int, now: PersonNow | None) -> bool:
    """Tell whether the store still says of somebody what the snapshot says about being proposed."""
    today = utc_today()
    standing = snapshot.standing(today)
    return (
        now is not None
        and now.name == snapshot.network.people[at].name
        and agrees(now, Purpose.MATCHING, today) == bool(standing.purposes[Purpose.MATCHING][at])
        and tuple(sorted(now.ask_themes or ())) == snapshot.network.people[at].ask_themes
        and (now.availability == Availability.NO) == bool(standing.unavailable[at])
    )


def _barriers(snapshot: Snapshot, ready: Prepared, at: int, aside: Collection[str]) -> tuple[Barrier, ...]:
    standing, node = snapshot.standing(utc_today()), snapshot.network.people[at]
    codes = [
        code
        for code, stops in (
            ("asker", ready.need.asker == node.id),
            ("no_consent", not standing.purposes[Purpose.MATCHING][at]),
            ("unavailable", bool(standing.unavailable[at])),
            ("set_aside", node.id in aside),
            ("other_themes", not wants(node.ask_themes, snapshot.network.asked(ready.need.themes))),
        )
        if stops
    ]
    missing = sorted(ready.need.languages - node.languages)
    return (
        *(Barrier(code, BARRIERS[code]) for code in codes),
        *(Barrier("language", language_barrier(code, bool(node.languages))) for code in missing),
    )


def _answer(
    asked: _Asked, at: int, found: Explained | None, listed: list[Match], barriers: tuple[Barrier, ...]
) -> ExplainAnswer:
    network, need = asked.network, asked.ready.need
    node = network.people[at]
    places = {one.person: place for place, one in enumerate(listed, start=1)}
    place = places.get(at)
    compared = _compared(asked, found.match, place, listed) if found is not None else None
    unknown = _unknown(asked, found, place, compared, len(listed) < asked.k) if found is not None else ()
    outcome: Outcome
    if found is None:
        outcome, sentence = "barred", barred_words(node.name, [barrier.words for barrier in barriers])
    elif found.rank is None:
        outcome, sentence = "nothing", nothing_words(node.name)
    elif place is not None:
        outcome, sentence = "listed", listed_words(node.name, place, found.match.score)
    else:
        outcome = "below"
        sentence = below_words(node.name, found.rank, found.among, found.match.score, len(listed))
    if compared is not None and found is not None and found.rank is not None:
        sentence += _beside(compared, place, asked.spread)
    return ExplainAnswer(
        request=shown(network, asked.understood),
        as_of=asked.day,
        revision=told_revision(asked.viewer, network.revision),
        person=PersonRef(node.id, node.key, node.name),
        outcome=outcome,
        barriers=barriers,
        rank=found.rank if found is not None else None,
        among=found.among if found is not None else None,
        place=place,
        result=result(network, found.match, need) if found is not None else None,
        compared=compared,
        unknown=unknown,
        sentence=sentence,
    )


def _compared(asked: _Asked, mine: Match, place: int | None, listed: list[Match]) -> Compared | None:
    """Compare with the last of the list; somebody on it with the first, and the first with the second."""
    at = len(listed) if place is None else 1 if place > 1 else 2
    if not 1 <= at <= len(listed):
        return None
    other = listed[at - 1]
    return Compared(
        place=at,
        result=result(asked.network, other, asked.ready.need),
        difference=round(mine.score - other.score, 2 * DECIMALS),
        parts=differences(mine, other),
    )


def differences(mine: Match, other: Match) -> tuple[PartDifference, ...]:
    """Return what each part adds to the two scores, what cost most first; they add up to the difference exactly."""
    found: list[PartDifference] = []
    for name in mine.parts:
        one, two = _made(mine.parts, name), _made(other.parts, name)
        found.append(PartDifference(name, one, two, round(one - two, 2 * DECIMALS)))
    return tuple(sorted(found, key=lambda part: part.difference))


def _made(parts: Mapping[str, Part], name: str) -> float:
    return round(parts[name].value * parts[name].weight, 2 * DECIMALS)


def _beside(compared: Compared, place: int | None, spread: bool) -> Words:
    name = compared.result.person.name or ""
    score = compared.result.score
    if place == 1:
        return follows_words(name, score)
    cost = compared.parts[0]
    if place is None and spread and compared.difference >= 0.0:
        return spread_words(name)
    part = cost.part if cost.difference < 0.0 else None
    return compared_words(name, place is None, score, part, -cost.difference)


def _unknown(
    asked: _Asked, found: Explained, place: int | None, compared: Compared | None, room: bool
) -> tuple[Unknown, ...]:
    """Say what is not known; where the list has `room`, anything of what was asked is enough."""
    short = -compared.difference if compared is not None else 0.0
    name = asked.network.people[found.match.person].name
    known: list[Unknown] = []
    for gap in gaps(asked.network, found.match, asked.ready.need)[:MOST_UNKNOWN]:
        enough = place is None and (gap.part in CONTENT if room else gap.gain > short)
        known.append(Unknown(gap.part, gap.gain, enough, gap_words(name, gap, asked.network, enough)))
    return tuple(known)
