"""Who has a talent or a theme, or one that is broader or narrower."""

from collections.abc import Mapping

import numpy as np

from graph.analytics.match_columns import Column, columns
from graph.analytics.match_model import DEFAULT as MATCHING
from graph.analytics.match_needed import Needed
from graph.network import ConceptNode, Floats, Network, PersonNode, Positions
from queries.path_answers import WantedAnswer
from queries.snapshots import Snapshot


def answering(network: Network, wanted: WantedAnswer) -> Mapping[str, float]:
    """Return the ids that answer to what is asked and what each counts for, as in matching."""
    ids = (wanted.id,)
    if wanted.kind == "talent":
        return Needed.of(network, (), ids, (), MATCHING).talents[0]
    return Needed.of(network, ids, (), (), MATCHING).themes[0]


def having(snapshot: Snapshot, kind: str, asked: Mapping[str, float]) -> tuple[Positions, Floats]:
    """Return who has something that is asked, ascending, and the most that it counts for."""
    network = snapshot.network

    def make() -> dict[str, Column]:
        return columns(
            (at, concept, 1.0) for at, node in enumerate(network.people) for concept, _ in held_by(node, kind)
        )

    kept = snapshot.keep(("having", kind), make)
    best = np.zeros(len(network.people))
    for concept, worth in asked.items():
        if concept in kept:
            where = kept[concept][0]
            best[where] = np.maximum(best[where], worth)
    people = np.flatnonzero(best)
    return people, best[people]


def held_by(node: PersonNode, kind: str) -> tuple[tuple[str, int | None], ...]:
    """Return the talents or themes somebody has, each with a level where known."""
    return node.talents if kind == "talent" else node.themes


def tree_of(network: Network, kind: str) -> Mapping[str, ConceptNode]:
    """Return every talent or every theme by id."""
    return network.talents if kind == "talent" else network.themes
