"""Limits of a question about paths, and the store's last word on its answer."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from graph.access import PATH_SCOPE, Role, Viewer, hears_ties, wants
from graph.analytics.paths import MAX_INTRODUCTIONS, Route
from graph.consent import covers, in_force
from graph.errors import InvalidInput, SameEnds, UnknownThing
from graph.model import Purpose
from graph.network import DEFAULT_ASK_LIMIT
from graph.store import Store
from queries import resolve
from queries.snapshot_rows import consent_event
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy

MOST_ROUTES = 10
MOST_STARTS = 20


class Proposed(Protocol):
    """An answer before any words: all that the store must know of it is whom it names."""

    @property
    def ids(self) -> Sequence[str]:
        """Ids of everyone in the answer."""
        ...


Answer = TypeVar("Answer", bound=Proposed)


def settled(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    propose: Callable[[Snapshot], Answer],
    stands: Callable[[Answer, Mapping[str, PersonNow], Snapshot], bool],
) -> tuple[Answer, Snapshot]:
    """Return what a snapshot proposes and the store does not contradict, with that snapshot.

    `propose` may raise :class:`~graph.errors.UnknownThing` for somebody an older snapshot does not know yet;
    `stands` tells whether an answer from an older snapshot holds for everyone it names.
    """
    snapshot = snapshots.at_hand(viewer.city)
    for attempt in range(TRIES):
        answer: Answer | None = None
        unknown: UnknownThing | None = None
        try:
            answer = propose(snapshot)
        except UnknownThing as error:
            unknown = error
        revision, now = recheck(store, viewer.city, answer.ids if answer is not None else ())
        # From the second time on the snapshot is of after the question came: what was written since may wait.
        known = revision == snapshot.network.revision or attempt > 0
        if unknown is not None and known:
            raise unknown
        if answer is not None and (
            revision == snapshot.network.revision or (known and stands(answer, now, snapshot))
        ):
            return answer, snapshot
        newer = snapshots.fresh(viewer.city, revision=revision)
        if newer is snapshot:
            if answer is not None and stands(answer, now, snapshot):
                return answer, snapshot
            newer = snapshots.rebuilt(viewer.city)
        snapshot = newer
    raise too_busy()


def connectors_agree(
    snapshot: Snapshot,
    viewer: Viewer,
    theme: str | None,
    today: date,
    middle: Collection[int],
    now: Mapping[str, PersonNow],
) -> bool:
    """Tell whether everyone in `middle` (positions) may still be asked, as the store says it now.

    `now` speaks of everyone in the answer: whoever is not to be asked about one of them since must not be in it.
    """
    network = snapshot.network
    asked = None if theme is None else network.broader(theme, network.themes)
    scope = PATH_SCOPE[viewer.role]
    for position in middle:
        person = now[network.people[position].id]
        event = in_force([consent_event(row) for row in person.events], Purpose.CONNECTOR, today)
        paused = date.fromisoformat(person.paused_until) if person.paused_until else None
        limit = DEFAULT_ASK_LIMIT if person.ask_limit is None else person.ask_limit
        if (
            event is None
            or not covers(event, scope, asked)
            or not wants(person.ask_themes or (), asked)
            or now.keys() & set(person.not_about) != now.keys() & set(network.people[position].not_about)
            or (paused is not None and paused >= today)
            or (person.open_asks or 0) >= limit
        ):
            return False
    return True


def direct_told(
    snapshot: Snapshot,
    viewer: Viewer,
    theme: str | None,
    today: date,
    ways: Collection[Route],
    now: Mapping[str, PersonNow],
) -> bool:
    """Tell whether `viewer` may still hear of every tie that is a route by itself (decision 19)."""
    return hears_ties(viewer) or all(
        any(connectors_agree(snapshot, viewer, theme, today, (end,), now) for end in way.people)
        for way in ways
        if not way.connectors
    )


def ends_visible(
    snapshot: Snapshot, viewer: Viewer, today: date, ends: Collection[int], now: Mapping[str, PersonNow]
) -> bool:
    """Tell whether `viewer` may still see the people at both ends (positions)."""
    if viewer.role is not Role.PARTNER:
        return True
    return all(agrees(now[snapshot.network.people[end].id], Purpose.PUBLIC, today) for end in ends)


def starts_meant(snapshot: Snapshot, viewer: Viewer, texts: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of everyone a path may start from, each once, in the order they were given."""
    return tuple(dict.fromkeys(resolve.person(snapshot, viewer, text) for text in texts))


def check_limits(starts: Sequence[str], routes: int, max_introductions: int) -> None:
    """Raise :class:`~graph.errors.InvalidInput` for a number out of range."""
    between(len(starts), 1, MOST_STARTS, "mensen om van te vertrekken", "people to start from")
    between(routes, 1, MOST_ROUTES, "wegen", "routes")
    between(max_introductions, 0, MAX_INTRODUCTIONS, "tussenpersonen", "introductions")


def between(given: int, least: int, most: int, nl: str, en: str) -> None:
    """Raise :class:`~graph.errors.InvalidInput` where a number of something is out of range."""
    if not least <= given <= most:
        message = (
            f"Het aantal {nl} is {given}; verwacht {least} tot {most}. "
            f"/ The number of {en} is {given}; expected {least} to {most}."
        )
        raise InvalidInput(message)


def same_ends() -> SameEnds:
    """Return the error for a path from somebody to themselves."""
    return SameEnds(
        "Het begin en het doel van de weg zijn dezelfde persoon; kies twee verschillende mensen. "
        "/ The path starts and ends at the same person; choose two different people."
    )
