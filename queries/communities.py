"""Which communities are there? Behind ``ploeg analyse communities`` and ``GET /v1/analysis/communities``."""

from datetime import date

import numpy as np

from graph.access import Question, Viewer, hides_small
from graph.analytics.communities import Stability, stability
from graph.network import Mask, Positions
from queries.analysis_answers import CommunitiesAnswer, CommunityShown, about, with_sentences
from queries.basis import SECTORS, Based, based, snapshot_for
from queries.communities_words import told
from queries.divided import SEED, TRIALS, Divided, divided, members_by, not_elsewhere
from queries.figures import LEAST, Figure, counted, counted_part, figure
from queries.protecting import is_few, tellable
from queries.runs import Progress
from queries.snapshots import Snapshot, Snapshots, utc_today

__all__ = ["Divided", "communities_analysis", "divided"]

SEEDS = range(SEED, SEED + 5)
"""Of the runs that are compared."""


def communities_analysis(
    snapshots: Snapshots, viewer: Viewer, *, as_of: date | None = None, progress: Progress | None = None
) -> CommunitiesAnswer:
    """Return the communities on a day.

    Raises
    ------
    NotAllowed, StoreUnavailable, Stopped
    """
    viewer.require(Question.ANALYSE)
    day = as_of or utc_today()
    snapshot = snapshot_for(snapshots, viewer)
    of, known = based(snapshot, viewer, day), divided(snapshot, viewer, day, _between(progress, 0.0, 0.5))

    def make() -> CommunitiesAnswer:
        shown = _shown(of, known, viewer)
        steady = _steady(snapshot, of, progress) if of.graph.edges else None
        figures = _figures(of, known, shown, steady, viewer)
        head = about("communities", of, viewer, figures, {"seed": SEED, "starts": TRIALS})
        elsewhere = of.graph.nodes - sum(each.people for each in shown)
        answer = CommunitiesAnswer(head, shown, counted_part(elsewhere, of.graph.nodes, viewer))
        return CommunitiesAnswer(with_sentences(head, told(answer)), shown, answer.elsewhere)

    return snapshot.keep(("communities", viewer.role, day, of.today), make)


def _between(progress: Progress | None, low: float, high: float) -> Progress | None:
    """Return what tells the progress of a part of the work."""
    if progress is None:
        return None
    whole = progress

    def part(share: float) -> None:
        whole(low + (high - low) * share)

    return part


def _steady(snapshot: Snapshot, of: Based, progress: Progress | None) -> Stability:
    return snapshot.keep(
        ("stability", of.basis, of.day, of.today),
        lambda: stability(of.graph, SEEDS, progress=_between(progress, 0.5, 1.0)),
    )


def _shown(of: Based, known: Divided, viewer: Viewer) -> tuple[CommunityShown, ...]:
    table = members_by(known.member, known.told, of.sector, len(SECTORS))
    protect = hides_small(viewer)
    seen = tellable(table, not_elsewhere(table)) if protect else np.ones(table.shape, dtype=np.bool_)
    inside, outside = _ties(of, known)
    if protect:
        told_inside, told_outside = _told_ties(of, inside, outside)
    else:
        told_inside = told_outside = np.ones(known.told, dtype=np.bool_)
    return tuple(
        CommunityShown(
            number=at + 1,
            name=known.names[at],
            people=int(table[at].sum()),
            inside=int(inside[at]) if told_inside[at] else None,
            outside=int(outside[at]) if told_outside[at] else None,
            sectors={
                str(sector): int(table[at, column]) if seen[at, column] else None
                for column, sector in enumerate(SECTORS)
            },
            traits=known.traits[at],
        )
        for at in range(known.told)
    )


def _ties(of: Based, known: Divided) -> tuple[Positions, Positions]:
    """Return the ties within each community that is told, and those that leave it."""
    start, end, _ = of.graph.pairs
    one, other = known.member[start], known.member[end]
    same = one == other
    inside = np.bincount(one[same & (one >= 0)], minlength=known.told)
    left = np.concatenate([one[~same], other[~same]])
    return inside, np.bincount(left[left >= 0], minlength=known.told)


def _told_ties(of: Based, inside: Positions, outside: Positions) -> tuple[Mask, Mask]:
    """Mark which of them may be told: none is of few, and the ties that are left over aren't either."""
    one, other = inside >= LEAST, outside >= LEAST
    while one.any() and is_few(of.graph.edges - int(inside[one].sum())):
        one[np.flatnonzero(one)[np.argmin(inside[one])]] = False
    while other.any() and is_few(int(outside[~other].sum())):
        other[np.flatnonzero(other)[np.argmin(outside[other])]] = False
    return one, other


def _figures(
    of: Based, known: Divided, shown: tuple[CommunityShown, ...], steady: Stability | None, viewer: Viewer
) -> tuple[Figure, ...]:
    graph = of.graph
    people, ties = counted(graph.nodes, viewer), counted(graph.edges, viewer)
    within = int(_ties(of, known)[0].sum())
    # The share gives the ties that are not told away, together with the number of all of them.
    open_ = (
        all(each.inside is not None for each in shown)
        and counted_part(within, graph.edges, viewer) is not None
    )
    hidden = people is None or ties is None
    values: list[tuple[str, float | None, bool]] = [
        ("people", people, people is None),
        ("ties", ties, hidden),
        ("communities", len(shown), people is None),
        ("modularity", known.found.modularity if graph.edges else None, hidden),
        ("inside", within / graph.edges if graph.edges else None, hidden or not open_),
        ("stability", steady.mean if steady else None, hidden),
    ]
    return tuple(
        Figure(name, None, hidden=True) if hide else figure(name, value) for name, value, hide in values
    )
