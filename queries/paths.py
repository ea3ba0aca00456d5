"""Through whom do I reach them? The question behind ``ploeg path`` and ``GET /v1/paths``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from graph.access import PATH_SCOPE, Question, Role, Viewer
from graph.analytics.paths import MAX_INTRODUCTIONS, Route, trusted_routes
from graph.consent import covers, in_force
from graph.errors import InvalidInput, SameEnds, UnknownThing
from graph.evidence import Evidence, EvidenceKind, combined, evidence
from graph.model import Purpose
from graph.network import DEFAULT_ASK_LIMIT, Floats, Mask
from graph.store import Store
from graph.trust import Ties
from queries import resolve
from queries.sentences import (
    NO_PATH,
    Words,
    chain_message,
    closest_words,
    evidence_words,
    first_message,
    partner_sentence,
    route_sentence,
    title,
)
from queries.snapshot_rows import consent_event
from queries.snapshots import (
    TRIES,
    PersonNow,
    Snapshot,
    Snapshots,
    agrees,
    links_unchanged,
    recheck,
    too_busy,
    utc_today,
)

MOST_ROUTES = 10


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person in an answer; everything is ``None`` for somebody whom the viewer may not know."""

    id: str | None = None
    key: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """A piece of evidence in words."""

    kind: EvidenceKind
    text: Words
    date: date | None
    stale: bool


@dataclass(frozen=True, slots=True)
class HopAnswer:
    """One tie of a route; ``factor`` is that of the connector it leads to, 1 for the last.

    Strength, factor and evidence are ``None`` for a viewer who may not see ties between people.
    """

    start: PersonRef
    end: PersonRef
    strength: float | None
    factor: float | None
    weakest: bool | None
    stale: bool | None
    evidence: tuple[EvidenceAnswer, ...] | None


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """A route with its words; ``message`` is a first line to the first connector, for the coordinator."""

    value: float | None
    people: tuple[PersonRef, ...]
    sentence: Words
    hops: tuple[HopAnswer, ...]
    message: Words | None


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """The answer; ``reason`` and ``closest`` only where nothing was found."""

    start: PersonRef
    target: PersonRef
    as_of: date
    revision: int
    routes: tuple[RouteAnswer, ...]
    reason: Words | None = None
    closest: PersonRef | None = None

    @property
    def found(self) -> bool:
        """Whether there is a route."""
        return bool(self.routes)


def trusted_path(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    start: str,
    target: str,
    *,
    theme: str | None = None,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    as_of: date | None = None,
) -> PathAnswer:
    """Return up to `routes` routes from `start` to `target`, none sharing a connector.

    Parameters
    ----------
    start, target
        An id, a key or an unambiguous name, of people whom `viewer` may see.
    theme
        An id, key or label; connectors who agreed for some themes only take part when it is one of them.
    max_introductions
        0 to 3.
    as_of
        The day of the ties; today where it is not given. Consent is always that of this moment.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, SameEnds, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.PATH)
    _check_limits(routes, max_introductions)
    snapshot = snapshots.at_hand(viewer.city)
    for attempt in range(TRIES):
        answer = _propose(snapshot, viewer, start, target, theme, routes, max_introductions, as_of)
        people: Sequence[str] = () if isinstance(answer, UnknownThing) else answer.ids
        revision, now = recheck(store, viewer.city, people)
        # From the second time on the snapshot is of after the question came: what was written since may wait.
        known = revision == snapshot.network.revision or attempt > 0
        if isinstance(answer, UnknownThing):
            if known:
                raise answer
        elif revision == snapshot.network.revision or (
            known and _stands(store, answer, now, snapshot, viewer)
        ):
            return _worded(answer, snapshot, viewer)
        newer = snapshots.fresh(viewer.city, revision=revision)
        if newer is snapshot:
            if not isinstance(answer, UnknownThing) and _stands(store, answer, now, snapshot, viewer):
                return _worded(answer, snapshot, viewer)
            newer = snapshots.rebuilt(viewer.city)
        snapshot = newer
    raise too_busy()


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Positions and figures, before any words."""

    start: int
    target: int
    theme: str | None
    day: date
    today: date
    routes: tuple[Route, ...]
    factors: Floats
    ids: tuple[str, ...]
    closest: int | None


def _check_limits(routes: int, max_introductions: int) -> None:
    if not 1 <= routes <= MOST_ROUTES:
        message = (
            f"Het aantal wegen is {routes}; verwacht 1 tot {MOST_ROUTES}. "
            f"/ The number of routes is {routes}; expected 1 to {MOST_ROUTES}."
        )
        raise InvalidInput(message)
    if not 0 <= max_introductions <= MAX_INTRODUCTIONS:
        message = (
            f"Het aantal tussenpersonen is {max_introductions}; verwacht 0 tot {MAX_INTRODUCTIONS}. "
            f"/ The number of introductions is {max_introductions}; expected 0 to {MAX_INTRODUCTIONS}."
        )
        raise InvalidInput(message)


def _propose(
    snapshot: Snapshot,
    viewer: Viewer,
    start: str,
    target: str,
    theme: str | None,
    routes: int,
    max_introductions: int,
    as_of: date | None,
) -> _Proposal | UnknownThing:
    today = utc_today()
    day = as_of or today
    network = snapshot.network
    try:
        one = resolve.person(snapshot, viewer, start)
        other = resolve.person(snapshot, viewer, target)
        theme_id = None if theme is None else resolve.theme(network, theme)
    except UnknownThing as error:
        # An older snapshot may not know somebody who was added since: the caller decides with the store's revision.
        return error
    if one == other:
        message = (
            "Het begin en het doel van de weg zijn dezelfde persoon; kies twee verschillende mensen. "
            "/ The path starts and ends at the same person; choose two different people."
        )
        raise SameEnds(message)
    lattice = snapshot.ties(day, today)
    factors = snapshot.factors(viewer, () if theme_id is None else (theme_id,), day, today)
    found = trusted_routes(lattice, factors, one, other, routes=routes, max_introductions=max_introductions)
    closest = None if found else _closest(lattice, factors > 0.0, one, other)
    named = {one, other, *(() if closest is None else (closest,))}
    named.update(position for route in found for position in route.people)
    return _Proposal(
        start=one,
        target=other,
        theme=theme_id,
        day=day,
        today=today,
        routes=tuple(found),
        factors=factors,
        ids=tuple(network.people[position].id for position in sorted(named)),
        closest=closest,
    )


def _closest(lattice: Ties, eligible: Mask, start: int, target: int) -> int | None:
    """Return the eligible person with the strongest tie to the target, by id where equal."""
    row = slice(int(lattice.indptr_in[target]), int(lattice.indptr_in[target + 1]))
    sources, strength = lattice.sources[row], lattice.strength_in[row]
    usable = eligible[sources] & (sources != start)
    if not usable.any():
        return None
    return int(sources[usable][np.argmax(strength[usable])])


def _stands(
    store: Store, answer: _Proposal, now: dict[str, PersonNow], snapshot: Snapshot, viewer: Viewer
) -> bool:
    """Tell whether an answer from an older snapshot still holds for everyone it names."""
    if len(now) != len(answer.ids):
        return False
    network = snapshot.network
    asked = None if answer.theme is None else network.broader(answer.theme, network.themes)
    middle = {position for route in answer.routes for position in route.connectors}
    if answer.closest is not None:
        middle.add(answer.closest)
    scope = PATH_SCOPE[viewer.role]
    for position in middle:
        person = now[network.people[position].id]
        event = in_force([consent_event(row) for row in person.events], Purpose.CONNECTOR, answer.today)
        paused = date.fromisoformat(person.paused_until) if person.paused_until else None
        limit = DEFAULT_ASK_LIMIT if person.ask_limit is None else person.ask_limit
        if (
            event is None
            or not covers(event, scope, asked)
            or (paused is not None and paused >= answer.today)
            or (person.open_asks or 0) >= limit
        ):
            return False
    if viewer.role is Role.PARTNER:
        for position in (answer.start, answer.target):
            if not agrees(now[network.people[position].id], Purpose.PUBLIC, answer.today):
                return False
    return links_unchanged(store, network, sorted({at for route in answer.routes for at in route.people}))


def _worded(answer: _Proposal, snapshot: Snapshot, viewer: Viewer) -> PathAnswer:
    network = snapshot.network
    start, target = _ref(snapshot, answer.start), _ref(snapshot, answer.target)
    reason, closest = None, None
    if not answer.routes:
        reason = NO_PATH
        if answer.closest is not None and viewer.role is Role.COORDINATOR:
            closest = _ref(snapshot, answer.closest)
            reason = reason + closest_words(closest.name or "", target.name or "")
    speak = _for_coordinator if viewer.role is Role.COORDINATOR else _for_partner
    return PathAnswer(
        start=start,
        target=target,
        as_of=answer.day,
        revision=network.revision,
        routes=tuple(speak(snapshot, answer, route) for route in answer.routes),
        reason=reason,
        closest=closest,
    )


def _ref(snapshot: Snapshot, position: int) -> PersonRef:
    node = snapshot.network.people[position]
    return PersonRef(node.id, node.key, node.name)


def _for_coordinator(snapshot: Snapshot, answer: _Proposal, route: Route) -> RouteAnswer:
    network = snapshot.network
    people = [_ref(snapshot, position) for position in route.people]
    names = [person.name or "" for person in people]
    pieces = [
        evidence(network, one, other, answer.day, today=answer.today) for one, other in pairwise(route.people)
    ]
    strengths = [combined(found) for found in pieces]
    weakest = strengths.index(min(strengths))
    last = len(pieces) - 1
    hops = tuple(
        HopAnswer(
            start=people[at],
            end=people[at + 1],
            strength=strengths[at],
            factor=1.0 if at == last else float(answer.factors[route.people[at + 1]]),
            weakest=at == weakest,
            stale=all(piece.stale for piece in found),
            evidence=tuple(
                EvidenceAnswer(
                    piece.kind,
                    evidence_words(network, piece, names[at], names[at + 1]),
                    piece.day,
                    piece.stale,
                )
                for piece in found
            ),
        )
        for at, found in enumerate(pieces)
    )
    reasons = [evidence_words(network, found[0], *names[at : at + 2]) for at, found in enumerate(pieces)]
    return RouteAnswer(
        value=route.value,
        people=tuple(people),
        sentence=route_sentence(names, reasons),
        hops=hops,
        message=_message(snapshot, names, pieces),
    )


def _message(snapshot: Snapshot, names: list[str], pieces: list[tuple[Evidence, ...]]) -> Words | None:
    if len(names) == 2:
        return None
    if len(names) > 3:
        return chain_message(names[1], names[2], names[-1])
    shared = next((piece for piece in pieces[1] if piece.kind is EvidenceKind.INITIATIVE), None)
    return first_message(names[1], names[2], title(snapshot.network, shared) if shared else None)


def _for_partner(snapshot: Snapshot, answer: _Proposal, route: Route) -> RouteAnswer:
    first = _ref(snapshot, route.connectors[0]) if route.connectors else None
    start, target = _ref(snapshot, answer.start), _ref(snapshot, answer.target)
    hidden = tuple(PersonRef() for _ in route.connectors[1:])
    people = (start, *((first,) if first else ()), *hidden, target)
    hops = tuple(HopAnswer(one, other, None, None, None, None, None) for one, other in pairwise(people))
    sentence = partner_sentence(
        start.name or "", first.name if first else None, target.name or "", len(route.connectors)
    )
    return RouteAnswer(value=None, people=people, sentence=sentence, hops=hops, message=None)
