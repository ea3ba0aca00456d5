"""Which communities are there? Behind ``ploeg analyse communities`` and ``GET /v1/analysis/communities``."""

from datetime import date

import numpy as np

from graph.access import Question, Viewer, hides_small
from graph.analytics.communities import Stability, stability
from queries.analysis_answers import CommunitiesAnswer, CommunityShown, about, with_sentences
from queries.basis import SECTORS, Based, based, day_for, snapshot_for
from queries.communities_words import told
from queries.divided import SEED, TRIALS, Divided, divided, members_by, not_elsewhere
from queries.figures import Figure, counted, counted_part, figure
from queries.protecting import tellable
from queries.protecting_between import Between, everything_between, told_between
from queries.runs import Progress
from queries.snapshots import Snapshot, Snapshots

__all__ = ["Divided", "communities_analysis", "divided"]

SEEDS = range(SEED, SEED + 5)
"""Of the runs that are compared."""


def communities_analysis(
    snapshots: Snapshots, viewer: Viewer, *, as_of: date | None = None, progress: Progress | None = None
) -> CommunitiesAnswer:
    """Return the communities on a day.

    Raises
    ------
    NotAllowed, InvalidInput, StoreUnavailable, Stopped
    """
    viewer.require(Question.ANALYSE)
    day = day_for(viewer, as_of)
    snapshot = snapshot_for(snapshots, viewer)
    of, known = based(snapshot, viewer, day), divided(snapshot, viewer, day, _between(progress, 0.0, 0.5))

    def make() -> CommunitiesAnswer:
        between = told_between(snapshot, of, known) if hides_small(viewer) else everything_between(of, known)
        shown = _shown(of, known, between, viewer)
        steady = _steady(snapshot, of, progress) if of.graph.edges else None
        figures = _figures(of, known, shown, between, steady, viewer)
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


def _shown(of: Based, known: Divided, between: Between, viewer: Viewer) -> tuple[CommunityShown, ...]:
    table = members_by(known.member, known.told, of.sector, len(SECTORS))
    protect = hides_small(viewer)
    seen = tellable(table, not_elsewhere(table)) if protect else np.ones(table.shape, dtype=np.bool_)
    return tuple(
        CommunityShown(
            number=at + 1,
            name=known.names[at],
            people=int(table[at].sum()),
            inside=int(between.table[at, at]) if between.told[at, at] else None,
            outside=int(between.outside[at]) if between.outside_told[at] else None,
            sectors={
                str(sector): int(table[at, column]) if seen[at, column] else None
                for column, sector in enumerate(SECTORS)
            },
            traits=known.traits[at],
        )
        for at in range(known.told)
    )


def _figures(
    of: Based,
    known: Divided,
    shown: tuple[CommunityShown, ...],
    between: Between,
    steady: Stability | None,
    viewer: Viewer,
) -> tuple[Figure, ...]:
    graph = of.graph
    people, ties = counted(graph.nodes, viewer), counted(graph.edges, viewer)
    within = int(np.diag(between.table)[: known.told].sum())
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
        Figure(name, None, hidden=True) if hide else figure(name, _short(name, value, viewer))
        for name, value, hide in values
    )


def _short(name: str, value: float | None, viewer: Viewer) -> float | None:
    """Return a figure with two decimals where a count that is hidden could be worked out of more."""
    if value is None or name not in {"modularity", "stability"} or not hides_small(viewer):
        return value
    return round(value, 2)
