"""The network in figures: how many, how close, how mixed; beside chance, and between which bounds."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.access import Question, Viewer, hides_small
from graph.analytics.bootstrap import Resampled, bounds, vertex_bootstrap
from graph.analytics.communities import Progress
from graph.analytics.graphs import Graph
from graph.analytics.null_model import null_graphs
from graph.analytics.structure import (
    Components,
    PathLength,
    components,
    core_numbers,
    degree_assortativity,
    density,
    dyads,
    path_length,
    transitivity,
)
from graph.network import Floats, Mask, Positions
from graph.trust import DEFAULT, declared_weights
from queries.analysis_answers import SectorCount, SummaryAnswer, about, with_sentences
from queries.basis import SECTORS, Based, based, snapshot_for
from queries.bridging import mixed
from queries.figures import LEAST, Figure, figure, rounded
from queries.held import utc_today
from queries.protecting_ties import hidden_counts
from queries.sector_mixing import (
    SEED,
    SectorMixing,
    few,
    hidden,
    hidden_sectors,
    part_of,
    sector_mixing,
    told,
)
from queries.snapshots import Snapshots
from queries.summary_words import summary_words

CLUSTERED = 10
"""Graphs drawn to see how often contacts know each other by chance; one is much like another."""


@dataclass(frozen=True)
class _Structure:
    """What is worked out once a snapshot, before it is told to anybody."""

    parts: Components
    tied: int
    steps: PathLength
    core: int
    clustering: float
    clustering_by_chance: Floats
    mutual: int
    pairs: int
    said: Resampled


def summary_analysis(
    snapshots: Snapshots, viewer: Viewer, *, as_of: date | None = None, progress: Progress | None = None
) -> SummaryAnswer:
    """Return the network in figures.

    Raises
    ------
    NotAllowed
    Stopped
        By `progress`.
    """
    viewer.require(Question.ANALYSE)
    snapshot = snapshot_for(snapshots, viewer)
    of = based(snapshot, viewer, as_of or utc_today())
    sectors = sector_mixing(snapshot, of, part_of(progress, 0.0, 0.5))
    found = snapshot.keep(
        ("structure", of.basis, of.day, of.today), lambda: _structure(of, part_of(progress, 0.5, 1.0))
    )
    figures = _figures(of, found, sectors, viewer)
    names: list[str | None] = [*SECTORS, None]
    counts = tuple(
        SectorCount(name, None if away else int(people))
        for name, people, away in zip(names, sectors.people, hidden_sectors(sectors, viewer), strict=True)
    )
    drawn = sectors.drawn | {
        # How many were sampled; where all were walked from it would say how many people have a tie.
        "path_sources": found.steps.sources if found.steps.error else None,
        "path_error": rounded(found.steps.error),
        "clustering_draws": CLUSTERED,
    }
    said = about("summary", of, viewer, figures, drawn)
    answer = SummaryAnswer(said, counts)
    return replace(answer, about=with_sentences(said, summary_words(answer)))


def _structure(of: Based, progress: Progress | None) -> _Structure:
    graph = of.graph
    one, other, both = _said(of)
    steps = path_length(graph, SEED, progress=part_of(progress, 0.0, 0.5))
    clustering = [
        transitivity(Graph.of(graph.nodes, made.start, made.end))
        for made in null_graphs(graph, SEED, CLUSTERED, progress=part_of(progress, 0.5, 1.0))
    ]
    return _Structure(
        parts=components(graph),
        tied=int(np.count_nonzero(graph.degree)),
        steps=steps,
        core=int(core_numbers(graph).max(initial=0)),
        clustering=transitivity(graph),
        clustering_by_chance=np.array(clustering),
        mutual=int(np.count_nonzero(both)),
        pairs=len(both),
        said=vertex_bootstrap(
            one,
            other,
            np.zeros(int(np.count_nonzero(of.declaring)), dtype=np.int64),
            1,
            both.astype(np.int64),
            2,
            SEED,
        ),
    )


def _said(of: Based) -> tuple[Positions, Positions, Mask]:
    """Return the pairs of whom one or both say that they know the other, among those who said of anybody.

    Numbered among these.  Who was never asked can't answer a tie, and what one side says counts in part for the
    other (DESIGN section 7), so that strengths would tell of the formula and not of the people.
    """
    people = len(of.who)
    keys, weights = declared_weights(
        of.network.declared, of.day.toordinal(), of.day < of.today, people, replace(DEFAULT, borrowed=0.0)
    )
    keys = keys[weights >= DEFAULT.floor]
    place = np.full(people, -1, dtype=np.int64)
    place[of.people[of.declaring]] = np.arange(int(np.count_nonzero(of.declaring)))
    start, end = place[keys // max(people, 1)], place[keys % max(people, 1)]
    inside = (start >= 0) & (end >= 0)
    return dyads(int(np.count_nonzero(of.declaring)), start[inside], end[inside])


def _figures(of: Based, found: _Structure, sectors: SectorMixing, viewer: Viewer) -> tuple[Figure, ...]:
    """Return the figures as a viewer may hear them."""
    graph, people = of.graph, of.graph.nodes
    ties = sectors.resampled.ties[:, 0]
    total = np.triu(ties).sum(axis=(1, 2)).astype(np.float64)
    possible = max(people * (people - 1) // 2, 1)
    figures = [
        figure("people", people),
        figure("ties", graph.edges),
        figure("tied", found.tied / people if people else None),
        figure(
            "mean_degree",
            2 * graph.edges / people if people else None,
            between=bounds(2 * total / max(people, 1)),
        ),
        figure("density", density(graph), between=bounds(total / possible)),
        figure("components", len(found.parts.sizes)),
        figure("largest_component", found.parts.largest_share),
        told("path_length", found.steps.mean, viewer),
        _reciprocity(found, viewer),
        told("clustering", found.clustering, viewer, expected=_mean(found.clustering_by_chance)),
        figure("core", found.core),
        *mixed(sectors, viewer),
        told("degree_assortativity", degree_assortativity(graph), viewer),
    ]
    return tuple(_protected(figures, of, found, viewer))


def _mean(values: Floats) -> float | None:
    return float(values.mean()) if len(values) and not np.isnan(values).any() else None


def _reciprocity(found: _Structure, viewer: Viewer) -> Figure:
    if few(found.mutual, found.pairs, viewer):
        return hidden("reciprocity")
    one_way, both = found.said.ties[:, 0, 0, 0], found.said.ties[:, 1, 0, 0]
    share = np.divide(2 * both, one_way + 2 * both, out=np.full(len(both), np.nan), where=one_way + both > 0)
    value = 2 * found.mutual / (found.pairs + found.mutual) if found.pairs else float("nan")
    return told("reciprocity", value, viewer, between=bounds(share))


def _protected(figures: list[Figure], of: Based, found: _Structure, viewer: Viewer) -> list[Figure]:
    """Hide what stands for few people, with what would give them away."""
    if not hides_small(viewer):
        return figures
    people, ties = of.graph.nodes, of.graph.edges
    # People without a tie, in a small part and in the largest make all: with two of them one knows the third.
    largest = int(found.parts.sizes[0]) if ties else 0
    alone, _, together = hidden_counts([people - found.tied, found.tied - largest, largest])
    away = {"components"}
    away |= {"tied"} if alone else set()
    away |= {"largest_component"} if together else set()
    if ties < LEAST or people < LEAST:
        away |= {each.name for each in figures if each.name != "people"}
    if people < LEAST:
        away.add("people")
    return [hidden(each.name) if each.name in away else each for each in figures]
