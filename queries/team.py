"""Which people do this together? The question behind ``ploeg team`` and ``/v1/…/team``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, visible_organisation
from graph.analytics.match_found import DECIMALS, shares
from graph.analytics.team import best_team
from graph.analytics.team_model import TEAM, TeamModel
from graph.analytics.team_value import TeamValue
from graph.errors import InvalidInput, UnknownThing
from graph.network import Network
from graph.store import Store
from queries.matching import PartAnswer, Prepared, latest, prepare, stand
from queries.requested import Understood, Wanted, shown, understand
from queries.setting_aside import left_out
from queries.snapshots import TRIES, Snapshots, links_unchanged, recheck, too_busy, utc_today
from queries.team_shown import Composed, answered
from queries.teamed import TeamAnswer

LEAST_MEMBERS, MOST_MEMBERS = 2, 8
USUAL_MEMBERS = 3
CELLS = 6_000_000
"""Partial teams times candidates that are looked at, so that a large city waits some two seconds at most."""


def team(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    request: str | None = None,
    wanted: Wanted | None = None,
    size: int | None = None,
    start: str | None = None,
    as_of: date | None = None,
) -> TeamAnswer:
    """Return the people who together fit a stored request, or one that is only typed.

    Parameters
    ----------
    request
        Id, key or title of a stored request; or give `wanted`.
    size
        How many people, 2 to 8; where it is not given, what the stored request needs, and otherwise 3.
    start
        From whom the way to each person is measured; the asker where it is not given.
    as_of
        The day of ties and experience; consent is always that of this moment.

    Raises
    ------
    graph.errors.NotAllowed, UnknownThing, AmbiguousName, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MATCH)
    if size is not None:
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
        aside = left_out(store, viewer, understood.id)
        ready = prepare(snapshot, viewer, understood.need, start, day, aside)
        count = size or _needed(understood)
        found = compose(network, ready, viewer, count, day)
        ids = [network.people[at].id for at in found.people]
        revision, now = recheck(store, viewer.city, ids)
        unchanged = revision == network.revision
        if unchanged or (
            stand(ids, now, viewer, network.asked(ready.need.themes))
            and links_unchanged(store, network, sorted(found.people))
        ):
            asked = shown(network, understood)
            return answered(network, asked, ready.need, found, viewer, count, day)
        snapshot = snapshots.rebuilt(viewer.city)
    raise too_busy()


def compose(
    network: Network, ready: Prepared, viewer: Viewer, size: int, day: date, model: TeamModel = TEAM
) -> Composed:
    """Return the best team that was found among those who may be proposed to `viewer`.

    Ties count only for who may see them; what somebody belongs to, only where the viewer may see the organisation.
    """
    tied = viewer.role is Role.COORDINATOR
    need = ready.need
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
        matches=tuple(ready.matcher.judge(need, ready.allowed, chosen, reach=ready.reach, day=day)),
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


def _needed(understood: Understood) -> int:
    """Return the size of a team for a request, within what a team can be."""
    needed = understood.stored.people_needed if understood.stored else None
    return min(max(needed or USUAL_MEMBERS, LEAST_MEMBERS), MOST_MEMBERS)


def _check(size: int) -> None:
    if not LEAST_MEMBERS <= size <= MOST_MEMBERS:
        message = (
            f"Een team van {size} kan niet; verwacht {LEAST_MEMBERS} tot {MOST_MEMBERS} mensen. "
            f"/ A team of {size} can't be; expected {LEAST_MEMBERS} to {MOST_MEMBERS} people."
        )
        raise InvalidInput(message)
