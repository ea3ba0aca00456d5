"""Through whom do I reach them? The question behind ``ploeg path`` and ``GET /v1/paths``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, told_revision
from graph.analytics.nearest import next_route
from graph.analytics.paths import MAX_INTRODUCTIONS, Route, routes_from
from graph.network import Floats, Mask
from graph.store import Store
from graph.trust import Ties
from queries import resolve
from queries.path_answers import EvidenceAnswer, HopAnswer, PathAnswer, PersonRef, RouteAnswer
from queries.path_checks import (
    MOST_ROUTES,
    MOST_STARTS,
    check_limits,
    connectors_agree,
    direct_told,
    ends_visible,
    same_ends,
    settled,
    starts_meant,
)
from queries.path_words import Telling
from queries.sentences import NO_PATH, closest_words
from queries.snapshots import PersonNow, Snapshot, Snapshots, links_unchanged, utc_today

__all__ = [
    "MOST_ROUTES",
    "MOST_STARTS",
    "EvidenceAnswer",
    "HopAnswer",
    "PathAnswer",
    "PersonRef",
    "RouteAnswer",
    "trusted_path",
]


def trusted_path(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    start: str | Sequence[str],
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
        An id, a key or an unambiguous name, of people whom `viewer` may see.  Several starts, such as the brokers
        of a team, give the best routes over all of them; nobody of them is a connector for another.
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
    texts = (start,) if isinstance(start, str) else tuple(start)
    check_limits(texts, routes, max_introductions)

    def proposed(snapshot: Snapshot) -> Proposal:
        today = utc_today()
        return propose(
            snapshot,
            viewer,
            starts_meant(snapshot, viewer, texts),
            resolve.person(snapshot, viewer, target),
            theme=None if theme is None else resolve.theme(snapshot.network, theme),
            routes=routes,
            max_introductions=max_introductions,
            day=as_of or today,
            today=today,
        )

    answer, snapshot = settled(
        store,
        snapshots,
        viewer,
        proposed,
        lambda answer, now, at_hand: _stands(store, answer, now, at_hand, viewer),
    )
    return worded(answer, snapshot, viewer)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Positions and figures, before any words; ``following`` is what is left after the last route."""

    starts: tuple[int, ...]
    target: int
    theme: str | None
    day: date
    today: date
    routes: tuple[Route, ...]
    following: Route | None
    factors: Floats
    most: int
    closest: int | None
    ids: tuple[str, ...]

    @property
    def middle(self) -> set[int]:
        """Everyone who would be asked to introduce."""
        ways = [*self.routes, *([self.following] if self.following else [])]
        closest = set() if self.closest is None else {self.closest}
        return closest.union(*(route.connectors for route in ways))


def propose(
    snapshot: Snapshot,
    viewer: Viewer,
    starts: tuple[int, ...],
    other: int,
    *,
    theme: str | None = None,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    day: date,
    today: date,
) -> Proposal:
    """Return what a snapshot answers, in positions of people; `theme` is an id."""
    network = snapshot.network
    if other in starts:
        raise same_ends()
    middle = snapshot.middle(viewer, () if theme is None else (theme,), day, today).without((*starts, other))
    lattice, factors, apart = middle.ties, middle.factors, middle.apart
    found = routes_from(
        lattice, factors, starts, other, routes=routes + 1, max_introductions=max_introductions, apart=apart
    )
    shown, following = split(found, routes)
    if shown and following is None:
        following = next_route(
            lattice, factors, starts, other, shown, max_introductions=max_introductions, apart=apart
        )
    closest = None if found else _closest(lattice, factors > 0.0, starts, other)
    named = {*starts, other, *(() if closest is None else (closest,))}
    named.update(at for route in (*shown, *([following] if following else [])) for at in route.people)
    return Proposal(
        starts=starts,
        target=other,
        theme=theme,
        day=day,
        today=today,
        routes=shown,
        following=following,
        factors=factors,
        most=max_introductions,
        closest=closest,
        ids=tuple(network.people[position].id for position in sorted(named)),
    )


def split(found: Sequence[Route], routes: int) -> tuple[tuple[Route, ...], Route | None]:
    """Return the routes to show, and the one after them where there is one."""
    return tuple(found[:routes]), found[routes] if len(found) > routes else None


def _closest(lattice: Ties, eligible: Mask, starts: Sequence[int], target: int) -> int | None:
    """Return the eligible person with the strongest tie to the target, by id where equal."""
    row = slice(int(lattice.indptr_in[target]), int(lattice.indptr_in[target + 1]))
    sources, strength = lattice.sources[row], lattice.strength_in[row]
    usable = eligible[sources] & ~np.isin(sources, starts)
    if not usable.any():
        return None
    return int(sources[usable][np.argmax(strength[usable])])


def _stands(
    store: Store, answer: Proposal, now: Mapping[str, PersonNow], snapshot: Snapshot, viewer: Viewer
) -> bool:
    """Tell whether an answer from an older snapshot still holds for everyone it names."""
    if len(now) != len(answer.ids):
        return False
    ways = [*answer.routes, *([answer.following] if answer.following else [])]
    return (
        connectors_agree(snapshot, viewer, answer.theme, answer.today, answer.middle, now)
        and direct_told(snapshot, viewer, answer.theme, answer.today, ways, now)
        and ends_visible(snapshot, viewer, answer.today, {*answer.starts, answer.target}, now)
        and links_unchanged(store, snapshot.network, sorted({at for route in ways for at in route.people}))
    )


def worded(answer: Proposal, snapshot: Snapshot, viewer: Viewer) -> PathAnswer:
    """Return the answer in words."""
    telling = Telling(snapshot.network, answer.day, answer.today, answer.factors, viewer, answer.most)
    begin = answer.routes[0].people[0] if answer.routes else answer.starts[0]
    target = telling.person(answer.target)
    reason, closest = None, None
    if not answer.routes:
        reason = NO_PATH
        if answer.closest is not None and viewer.role is Role.COORDINATOR:
            closest = telling.person(answer.closest)
            reason = reason + closest_words(closest.name or "", target.name or "")
    return PathAnswer(
        start=telling.person(begin),
        target=target,
        as_of=answer.day,
        revision=told_revision(viewer, snapshot.network.revision),
        routes=telling.routes(answer.routes, answer.following),
        reason=reason,
        closest=closest,
        starts=tuple(map(telling.person, answer.starts)) if len(answer.starts) > 1 else (),
    )
