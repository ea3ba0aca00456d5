"""How the network grew: by the dates of what is known now, and as it was measured at the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graph.access import ALLOWED, Question, Viewer, hides_small
from graph.analytics.bootstrap import bounds, vertex_bootstrap
from graph.analytics.mixing import ei_index, mixing_matrix
from graph.analytics.structure import components
from graph.errors import InvalidInput
from queries.analysis_answers import TrendPoint, TrendsAnswer, about, with_sentences
from queries.basis import SECTORS, Based, based, based_once, basis_of, snapshot_for
from queries.figures import LEAST, Bounds, Figure, figure
from queries.held import Snapshot, utc_today
from queries.measurements import Measurement, measurements
from queries.runs import Progress
from queries.snapshots import Snapshots
from queries.trends_words import trends_words

YEARS, MOST_YEARS, MOST_STEPS = 10, 50, 60
MEASURED = "summary"
"""The question of which the measurements are shown beside the series."""

REPLICATES = 200
"""Networks drawn for the intervals of one day: half as many as for a figure that stands by itself."""

SEED = 0
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Taken:
    """The figures of one day as they are, and of how many people the smallest part is that each of them tells of."""

    figures: tuple[Figure, ...]
    behind: Mapping[str, int]


def trends_analysis(
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    as_of: date | None = None,
    progress: Progress | None = None,
    years: int = YEARS,
    steps: int | None = None,
) -> TrendsAnswer:
    """Return the figures of some days up to `as_of`, and the measurements of the network that `viewer` may see.

    Parameters
    ----------
    as_of
        The last day of the series, today if not given.
    progress
        Told the share done; may raise to stop.
    years
        How far back the series goes, 1 to 50.
    steps
        Into how many equal parts that is divided, 1 to 60; a year each if not given.

    Raises
    ------
    NotAllowed, InvalidInput
    """
    viewer.require(Question.ANALYSE)
    steps = years if steps is None else steps
    _check(years, steps)
    today = utc_today()
    days = days_back(as_of or today, years, steps)
    snapshot = snapshot_for(snapshots, viewer)
    # The series alone is kept: what each day is made of would push everything else out.
    series = snapshot.keep(
        ("trends", basis_of(viewer), days, today), lambda: _series(snapshot, viewer, days, today, progress)
    )
    of = based(snapshot, viewer, days[-1])
    points = tuple(TrendPoint(day, told(taken, viewer)) for day, taken in zip(days, series, strict=True))
    said = about("trends", of, viewer, points[-1].figures, {"years": years, "steps": steps})
    answer = TrendsAnswer(said, points, _measured(snapshots, viewer))
    return TrendsAnswer(with_sentences(said, trends_words(answer)), points, answer.measured)


def days_back(last: date, years: int, steps: int) -> tuple[date, ...]:
    """Return days at equal distances, oldest first: the same day of the year where whole years lie in between."""
    found: list[date] = []
    for step in range(steps, -1, -1):
        whole, part = divmod(years * step, steps)
        day = _years_before(last, whole)
        found.append(day - timedelta(days=round(DAYS_A_YEAR * part / steps)))
    return tuple(found)


def told(taken: Taken, viewer: Viewer) -> tuple[Figure, ...]:
    """Return the figures of a day as `viewer` may hear them."""
    if not hides_small(viewer):
        return taken.figures
    return tuple(
        Figure(each.name, None, hidden=True) if taken.behind[each.name] < LEAST else each
        for each in taken.figures
    )


def taken(of: Based, progress: Progress | None = None) -> Taken:
    """Return the figures of a day.

    A few ties tell of the people at their ends, and what nearly all have in common of the few who haven't: a figure
    is of as many people as the smaller of both.
    """
    graph, people = of.graph, of.graph.nodes
    start, end, _ = graph.pairs
    tied = int(np.count_nonzero(graph.degree))
    parts = components(graph)
    largest = int(parts.sizes[0]) if people else 0
    known = (of.sector[start] >= 0) & (of.sector[end] >= 0)
    across = known & (of.sector[start] != of.sector[end])
    mixing = mixing_matrix(graph, of.sector, len(SECTORS))
    others = np.where(of.sector >= 0, of.sector, len(SECTORS))
    drawn = vertex_bootstrap(
        start, end, others, len(SECTORS) + 1, seed=SEED, replicates=REPLICATES, progress=progress
    )
    # Symmetric, with those within a group once on the diagonal: each tie is in one half of it.
    ties = np.triu(drawn.ties[:, 0]).sum(axis=(1, 2))
    degrees = 2.0 * ties / max(people, 1)
    among = drawn.ties[:, 0, : len(SECTORS), : len(SECTORS)]
    figures = (
        figure("people", people),
        figure("ties", graph.edges),
        figure("tied", tied / people if people else None),
        figure(
            "mean_degree", 2 * graph.edges / people if people else None, between=_between(degrees, people)
        ),
        figure("ei_index", float(ei_index(mixing)), between=_between(ei_index(among), people)),
        figure("components", len(parts.sizes)),
        figure("largest_component", parts.largest_share),
    )
    on_both = min(_ends(start, end, across), _ends(start, end, known & ~across))
    behind = {
        "people": people,
        "ties": tied,
        "tied": min(tied, people - tied),
        "mean_degree": tied,
        "ei_index": on_both,
        "components": min(tied, largest, people - largest),
        "largest_component": min(tied, largest, people - largest),
    }
    return Taken(figures, {name: min(count, people) for name, count in behind.items()})


def _between(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", people: int) -> Bounds:
    return bounds(values) if people else None


def _ends(
    start: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]",
    end: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]",
    which: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]",
) -> int:
    """Return how many people stand at the ends of some ties."""
    return len(np.unique(np.concatenate([start[which], end[which]])))


def _series(
    snapshot: Snapshot, viewer: Viewer, days: tuple[date, ...], today: date, progress: Progress | None
) -> tuple[Taken, ...]:
    found: list[Taken] = []
    for number, day in enumerate(days):

        def so_far(share: float, number: int = number) -> None:
            if progress:
                progress((number + share) / len(days))

        of = (based if day == today else based_once)(snapshot, viewer, day)
        found.append(taken(of, so_far))
    return tuple(found)


def _measured(snapshots: Snapshots, viewer: Viewer) -> tuple[Measurement, ...]:
    """Return the measurements of the same people, oldest first; none for who may not see any."""
    if viewer.role not in ALLOWED[Question.MEASURE] or (
        viewer.scopes is not None and Question.MEASURE not in viewer.scopes
    ):
        return ()
    found = measurements(snapshots.store, viewer, question=MEASURED)
    return tuple(each for each in reversed(found) if each.basis is basis_of(viewer))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _check(years: int, steps: int) -> None:
    if not 1 <= years <= MOST_YEARS:
        message = (
            f"Een reeks gaat {years} jaar terug; verwacht 1 tot {MOST_YEARS}. "
            f"/ A series goes back {years} years; expected 1 to {MOST_YEARS}."
        )
        raise InvalidInput(message)
    if not 1 <= steps <= MOST_STEPS:
        message = (
            f"Een reeks heeft {steps} stappen; verwacht 1 tot {MOST_STEPS}. "
            f"/ A series has {steps} steps; expected 1 to {MOST_STEPS}."
        )
        raise InvalidInput(message)
