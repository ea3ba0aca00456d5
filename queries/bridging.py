"""How far sectors are bridged: their ties to each other beside what chance would make of as many ties."""

from dataclasses import replace
from datetime import date

import numpy as np

from graph.access import Question, Viewer, hides_small
from graph.analytics.bootstrap import bounds
from graph.analytics.communities import Progress
from graph.analytics.mixing import attribute_assortativity, ei_by_group, ei_index, inside_outside
from graph.analytics.null_model import middle
from graph.network import Floats
from queries.analysis_answers import BridgingAnswer, SectorBridging, SectorPair, about, with_sentences
from queries.basis import SECTORS, based, snapshot_for
from queries.bridging_words import bridging_words
from queries.figures import LEAST, Figure, figure
from queries.held import utc_today
from queries.protecting_ties import ToldTies, told_ties
from queries.sector_mixing import (
    GROUPS,
    SectorMixing,
    few,
    hidden,
    hidden_sectors,
    sector_mixing,
    told,
)
from queries.snapshots import Snapshots


def bridging_analysis(
    snapshots: Snapshots, viewer: Viewer, *, as_of: date | None = None, progress: Progress | None = None
) -> BridgingAnswer:
    """Return how far sectors are bridged.

    Raises
    ------
    NotAllowed
    Stopped
        By `progress`.
    """
    viewer.require(Question.ANALYSE)
    snapshot = snapshot_for(snapshots, viewer)
    of = based(snapshot, viewer, as_of or utc_today())
    found = sector_mixing(snapshot, of, progress)
    shown = snapshot.keep(
        ("told_ties", of.basis, hides_small(viewer), of.day, of.today), lambda: _shown(found, viewer)
    )
    answer = BridgingAnswer(
        about("bridging", of, viewer, mixed(found, viewer), found.drawn),
        _sectors(found, shown, viewer),
        _pairs(found, shown),
    )
    return replace(answer, about=with_sentences(answer.about, bridging_words(answer)))


def mixed(found: SectorMixing, viewer: Viewer) -> tuple[Figure, ...]:
    """Return the E-I index and assortativity of all sectors together, as a viewer may hear them."""
    if not _index_told(found, viewer):
        return (hidden("ei_index"), hidden("assortativity"))
    index = _measured(
        "ei_index",
        ei_index(found.mixing),
        ei_index(found.resampled.ties[:, 0, :GROUPS, :GROUPS]),
        ei_index(found.chance.mixing),
        viewer,
    )
    preference = _measured(
        "assortativity",
        attribute_assortativity(found.mixing),
        attribute_assortativity(found.resampled.ties[:, 0, :GROUPS, :GROUPS]),
        attribute_assortativity(found.chance.mixing),
        viewer,
    )
    return (index, preference)


def _index_told(found: SectorMixing, viewer: Viewer) -> bool:
    """Tell whether the index of all sectors may be told: neither ties within nor between them are few."""
    ties = int(np.triu(found.mixing).sum())
    return not few(int(np.trace(found.mixing)), ties, viewer)


def _measured(name: str, value: Floats, resampled: Floats, by_chance: Floats, viewer: Viewer) -> Figure:
    mean, low, high = (float(each) for each in middle(by_chance))
    return told(
        name, float(value), viewer, between=bounds(resampled), expected=mean, expected_between=(low, high)
    )


def _shown(found: SectorMixing, viewer: Viewer) -> ToldTies:
    """Return which counts of ties a viewer may hear."""
    if not hides_small(viewer):
        everything = np.ones((GROUPS, GROUPS), dtype=np.bool_)
        return ToldTies(everything, everything[0])
    away = np.array(hidden_sectors(found, viewer))
    if found.people.sum() < LEAST or np.count_nonzero(~away[:GROUPS]) < 2:
        nothing = np.zeros((GROUPS, GROUPS), dtype=np.bool_)
        return ToldTies(nothing, nothing[0])
    return told_ties(
        found.mixing,
        found.elsewhere,
        ~away[:GROUPS],
        elsewhere_told=not away[GROUPS],
        index=_index_told(found, viewer),
    )


def _sectors(found: SectorMixing, shown: ToldTies, viewer: Viewer) -> tuple[SectorBridging, ...]:
    inside, outside = inside_outside(found.mixing)
    index = ei_by_group(found.mixing)
    resampled = ei_by_group(found.resampled.ties[:, 0, :GROUPS, :GROUPS])
    by_chance = ei_by_group(found.chance.mixing)
    away = hidden_sectors(found, viewer)
    return tuple(
        SectorBridging(
            sector=str(sector),
            people=None if away[at] else int(found.people[at]),
            inside=int(inside[at]) if shown.pairs[at, at] else None,
            outside=int(outside[at]) if shown.outside[at] else None,
            ei_index=_measured("ei_index", index[at], resampled[:, at], by_chance[:, at], viewer)
            if _whole(shown, at)
            else hidden("ei_index"),
        )
        for at, sector in enumerate(SECTORS)
    )


def _whole(shown: ToldTies, sector: int) -> bool:
    """Tell whether all ties of a sector are told: else its index would tell the rest."""
    return bool(shown.pairs[sector, sector] and shown.outside[sector])


def _pairs(found: SectorMixing, shown: ToldTies) -> tuple[SectorPair, ...]:
    mean, low, high = middle(found.chance.mixing.astype(np.float64))
    told_pairs: list[SectorPair] = []
    for a, one in enumerate(SECTORS):
        for b in range(a, GROUPS):
            ties = hidden("ties")
            if shown.pairs[a, b]:
                # What chance makes follows from how many ties both have in all.
                chance = _whole(shown, a) and _whole(shown, b)
                ties = figure(
                    "ties",
                    int(found.mixing[a, b]),
                    expected=float(mean[a, b]) if chance else None,
                    expected_between=(float(low[a, b]), float(high[a, b])) if chance else None,
                )
            told_pairs.append(SectorPair(str(one), str(SECTORS[b]), ties))
    return tuple(told_pairs)
