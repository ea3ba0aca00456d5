"""How the network grew: by the dates of what is known now, and as it was measured at the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from graph.access import ALLOWED, Question, Viewer, hides_small
from graph.analytics.bootstrap import bounds, vertex_bootstrap
from graph.analytics.mixing import ei_index, mixing_matrix
from graph.analytics.structure import components
from graph.errors import InvalidInput
from queries.analysis_answers import TrendPoint, TrendsAnswer, about, with_sentences
from queries.basis import SECTORS, Based, based, based_once, basis_of, day_for, snapshot_for
from queries.bridging import ties_shown
from queries.figures import LEAST, Bounds, Figure, figure
from queries.held import Snapshot, utc_today
from queries.measurements import Measurement, measurements
from queries.protecting_ties import hidden_counts
from queries.runs import Progress
from queries.sector_mixing import sector_mixing
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
    """The figures of one day as they are.

    Attributes
    ----------
    behind
        Of how many people the smallest part is that a figure tells of; 0 where what is told of that day in other
        answers would give small counts away.
    counts
        What a figure gives away: two days side by side tell by how much these differ.
    """

    figures: tuple[Figure, ...]
    behind: Mapping[str, int]
    counts: Mapping[str, tuple[int, ...]]


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
        The last day of the series, today if not given.  Who may not see small counts gets today, and before it the
        first day of each year: a series that moves with the day would tell tomorrow what a single day brought.
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
    by_year = steps is None or steps == years
    steps = years if steps is None else steps
    _check(years, steps)
    today, last = utc_today(), day_for(viewer, as_of)
    if hides_small(viewer) and not by_year:
        message = (
            "U krijgt een reeks per jaar; laat 'steps' weg. / You get a series by years; leave out 'steps'."
        )
        raise InvalidInput(message)
    days = new_years(last, years) if hides_small(viewer) else days_back(last, years, steps)
    snapshot = snapshot_for(snapshots, viewer)
    # The series alone is kept: what each day is made of would push everything else out.
    series = snapshot.keep(
        ("trends", basis_of(viewer), days, today), lambda: _series(snapshot, viewer, days, today, progress)
    )
    of = based(snapshot, viewer, days[-1])
    figures = told(series, viewer, index=_index(snapshot, of, viewer))
    points = tuple(TrendPoint(day, those) for day, those in zip(days, figures, strict=True))
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


def new_years(last: date, years: int) -> tuple[date, ...]:
    """Return the first days of so many years before `last`, oldest first, and `last`."""
    latest = last.year if last > date(last.year, 1, 1) else last.year - 1
    return (*(date(latest - back, 1, 1) for back in range(years - 1, -1, -1)), last)


def _index(snapshot: Snapshot, of: Based, viewer: Viewer) -> bool:
    """Tell whether the E-I index of the last day may be told, beside what is told of the ties between sectors."""
    return not hides_small(viewer) or ties_shown(snapshot, of, sector_mixing(snapshot, of), viewer).index


def told(series: Sequence[Taken], viewer: Viewer, *, index: bool) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of each day as `viewer` may hear them.

    Who may not see small counts hears a figure only where what it gives away is not few, and differs by five or more
    from that of the next day on which it is told: from the last day back.
    """
    if not hides_small(viewer):
        return tuple(taken.figures for taken in series)
    later: dict[str, tuple[int, ...]] = {}
    found: list[tuple[Figure, ...]] = []
    for taken in reversed(series):
        figures: list[Figure] = []
        for each in taken.figures:
            counts = taken.counts.get(each.name, ())
            moved = zip(counts, later.get(each.name, ()), strict=False)
            away = each.name == "ei_index" and taken is series[-1] and not index
            few = taken.behind[each.name] < LEAST or any(abs(now - then) < LEAST for now, then in moved)
            if away or few:
                figures.append(Figure(each.name, None, hidden=True))
            else:
                later[each.name] = counts
                figures.append(_short(each) if each.name == "ei_index" else each)
        found.append(tuple(figures))
    return tuple(reversed(found))


def _short(of: Figure) -> Figure:
    """Return a figure with two decimals, as the summary tells it: with more, a count could be worked out of it."""
    value, low, high = (None if each is None else round(each, 2) for each in (of.value, of.low, of.high))
    return replace(of, value=value, low=low, high=high)


def taken(of: Based, progress: Progress | None = None) -> Taken:
    """Return the figures of a day.

    A few ties tell of the people at their ends, and what nearly all have in common of the few who haven't: a figure
    is of as many people as the smaller of both.
    """
    graph, people = of.graph, of.graph.nodes
    start, end, _ = graph.pairs
    tied = int(np.count_nonzero(graph.degree))
    parts = components(graph)
    largest = int(parts.sizes[0]) if graph.edges else 0
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
    between, within = int(across.sum()), int((known & ~across).sum())
    on_both = min(_ends(start, end, across), _ends(start, end, known & ~across), between, within)
    # As in the summary, where how many parts there are is not told either.
    alone, _, together = hidden_counts([people - tied, tied - largest, largest])
    behind = {
        "people": people,
        "ties": min(tied, graph.edges),
        "tied": 0 if alone else tied,
        "mean_degree": min(tied, graph.edges),
        "ei_index": on_both,
        "components": 0,
        "largest_component": 0 if together else largest,
    }
    return Taken(
        figures,
        {name: min(count, people) for name, count in behind.items()},
        {
            "ties": (graph.edges,),
            "tied": (tied,),
            "mean_degree": (graph.edges,),
            "ei_index": (between, within),
            "largest_component": (largest, tied - largest),
        },
    )


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
