"""Who near us can do this? The nearest people with a talent or a theme, by trusted path."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from graph.access import Question, Role, Viewer, matchable, told_revision, wants
from graph.analytics.match_needed import Held, held
from graph.analytics.nearest import Near, nearest, next_route
from graph.analytics.paths import MAX_INTRODUCTIONS, Route
from graph.errors import InvalidInput
from graph.model import Availability, Purpose
from graph.network import Floats, Network
from graph.store import Store
from queries import resolve
from queries.having import answering, having, held_by, tree_of
from queries.nearest_words import has_answer, nobody_words, out_of_reach_words
from queries.path_answers import NearestAnswer, TargetAnswer, WantedAnswer
from queries.path_checks import (
    between,
    check_limits,
    connectors_agree,
    direct_told,
    ends_visible,
    settled,
    starts_meant,
)
from queries.path_words import Telling
from queries.phrases import label_words
from queries.query import Query
from queries.snapshots import PersonNow, Snapshot, Snapshots, agrees, links_unchanged, utc_today

MOST_TARGETS = 50


@dataclass(frozen=True, slots=True)
class HasNow:
    """A talent or theme somebody has, as the store says it now."""

    person: str
    concept: str
    level: int | None


RECHECK_HAS = Query("recheck_has", HasNow)


def nearest_people(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    start: str | Sequence[str],
    *,
    talent: str | None = None,
    cares_about: str | None = None,
    k: int = 5,
    theme: str | None = None,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    as_of: date | None = None,
) -> NearestAnswer:
    """Return the nearest people who offer a talent or care about a theme, with the routes to each.

    Nearest first, by the value of the best route; for somebody with a broader or narrower one it counts half.  Only
    people who may be proposed take part: consent to matching in force, visible to `viewer`, not unavailable, and
    none of the starts.

    Parameters
    ----------
    start
        An id, key or name, or several: the routes begin with any of them.
    talent, cares_about
        One of both: a talent, or a theme that people care about; an id, key or label.
    k
        How many people, 1 to 50.
    theme, routes, max_introductions, as_of
        As in :func:`queries.paths.trusted_path`.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.PATH)
    viewer.require(Question.MATCH)
    texts = (start,) if isinstance(start, str) else tuple(start)
    check_limits(texts, routes, max_introductions)
    between(k, 1, MOST_TARGETS, "mensen", "people")
    if (talent is None) == (cares_about is None):
        message = "Geef ofwel een talent, ofwel een thema. / Give either a talent or a theme."
        raise InvalidInput(message)

    def proposed(snapshot: Snapshot) -> Proposal:
        today = utc_today()
        return propose(
            snapshot,
            viewer,
            starts_meant(snapshot, viewer, texts),
            _wanted(snapshot.network, talent, cares_about),
            k=k,
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
class Target:
    """Somebody within reach: position, what they have of what was asked, the routes, and what is left after them.

    ``factors`` are those of whoever may stand in the middle of a route to them.
    """

    person: int
    held: Held
    routes: tuple[Route, ...]
    following: Route | None
    factors: Floats

    @property
    def ways(self) -> tuple[Route, ...]:
        """All routes that are spoken of."""
        return (*self.routes, *([self.following] if self.following else []))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Positions and figures, before any words; ``having`` counts who has it, within reach or not."""

    starts: tuple[int, ...]
    wanted: WantedAnswer
    theme: str | None
    day: date
    today: date
    targets: tuple[Target, ...]
    having: int
    most: int
    ids: tuple[str, ...]


def _wanted(network: Network, talent: str | None, cares_about: str | None) -> WantedAnswer:
    if talent is not None:
        node = network.talents[resolve.talent(network, talent)]
        return WantedAnswer("talent", node.id, node.key, label_words(node))
    node = network.themes[resolve.theme(network, cares_about or "")]
    return WantedAnswer("theme", node.id, node.key, label_words(node))


def propose(
    snapshot: Snapshot,
    viewer: Viewer,
    starts: tuple[int, ...],
    wanted: WantedAnswer,
    *,
    k: int = 5,
    theme: str | None = None,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    day: date,
    today: date,
) -> Proposal:
    """Return what a snapshot answers, in positions of people; `theme` is an id."""
    network = snapshot.network
    asked = answering(network, wanted)
    mask = matchable(snapshot.standing(today), viewer, _asked(network, wanted, theme))
    mask[list(starts)] = False
    candidates, worth = having(snapshot, wanted.kind, asked)
    allowed = mask[candidates]
    candidates, worth = candidates[allowed], worth[allowed]
    middle = snapshot.middle(viewer, () if theme is None else (theme,), day, today).without(starts)
    lattice = middle.ties
    own = {at: partial(middle.to, at) for at in middle.own(set(candidates.tolist()))}
    found = nearest(
        lattice,
        middle.factors,
        starts,
        candidates,
        worth,
        k=k,
        routes=routes + 1,
        max_introductions=max_introductions,
        apart=middle.apart,
        own=own,
    )

    def target(near: Near) -> Target:
        shown = near.routes[:routes]
        following = near.routes[routes] if len(near.routes) > routes else None
        factors = middle.to(near.person)
        if following is None:
            following = next_route(
                lattice,
                factors,
                starts,
                near.person,
                shown,
                max_introductions=max_introductions,
                apart=middle.apart,
            )
        mine = held_by(network.people[near.person], wanted.kind)
        return Target(near.person, held(mine, (asked,))[0], shown, following, factors)

    targets = tuple(map(target, found))
    named = set(starts).union(*(route.people for one in targets for route in one.ways))
    return Proposal(
        starts=starts,
        wanted=wanted,
        theme=theme,
        day=day,
        today=today,
        targets=targets,
        having=len(candidates),
        most=max_introductions,
        ids=tuple(network.people[position].id for position in sorted(named)),
    )


def _asked(network: Network, wanted: WantedAnswer, theme: str | None) -> frozenset[str]:
    """Return the themes that somebody would be proposed about, with every broader one: that of the ways as well."""
    themes = [wanted.id] if wanted.kind == "theme" else []
    return network.asked([*themes, *([] if theme is None else [theme])])


def _stands(
    store: Store, answer: Proposal, now: Mapping[str, PersonNow], snapshot: Snapshot, viewer: Viewer
) -> bool:
    """Tell whether an answer from an older snapshot still holds for everyone it names."""
    if len(now) != len(answer.ids):
        return False
    network = snapshot.network
    ways = [route for target in answer.targets for route in target.ways]
    people = {network.people[target.person].id: target.held for target in answer.targets}
    themes = _asked(network, answer.wanted, answer.theme)
    has = {(row.person, row.concept, row.level) for row in RECHECK_HAS.read(store, people=list(people))}
    return (
        connectors_agree(
            snapshot, viewer, answer.theme, answer.today, {at for way in ways for at in way.connectors}, now
        )
        and all(
            now[person].availability != Availability.NO
            and agrees(now[person], Purpose.MATCHING, answer.today)
            and wants(now[person].ask_themes or (), themes)
            and (person, found.concept, found.level) in has
            for person, found in people.items()
        )
        and direct_told(snapshot, viewer, answer.theme, answer.today, ways, now)
        and ends_visible(
            snapshot, viewer, answer.today, {*answer.starts, *(one.person for one in answer.targets)}, now
        )
        and links_unchanged(store, network, sorted({at for way in ways for at in way.people}))
    )


def worded(answer: Proposal, snapshot: Snapshot, viewer: Viewer) -> NearestAnswer:
    """Return the answer in words."""
    network, wanted = snapshot.network, answer.wanted

    def telling(factors: Floats) -> Telling:
        return Telling(network, answer.day, answer.today, factors, viewer, answer.most)

    nobody = telling(np.zeros(0))
    reason, code = None, None
    if not answer.having:
        reason, code = nobody_words(wanted), "nobody_has_it"
    elif not answer.targets:
        # How many others there are is for who sees everyone.
        people = answer.having if viewer.role is Role.COORDINATOR else None
        reason, code = out_of_reach_words(wanted, people), "no_trusted_path"
    tree = tree_of(network, wanted.kind)
    return NearestAnswer(
        starts=tuple(map(nobody.person, answer.starts)),
        wanted=wanted,
        as_of=answer.day,
        revision=told_revision(viewer, network.revision),
        targets=tuple(
            TargetAnswer(
                nobody.person(target.person),
                has_answer(wanted, target.held, tree[target.held.concept]),
                telling(target.factors).routes(target.routes, target.following),
            )
            for target in answer.targets
        ),
        reason=reason,
        code=code,
    )
