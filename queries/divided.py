"""The communities that a viewer may know of, with names, before anything else is told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from scipy.sparse import hstack

from graph.access import Viewer, hides_small
from graph.analytics.communities import Communities, communities
from graph.analytics.represented import Represented, over_represented
from graph.network import Mask, Network, Positions
from queries.analysis_answers import Trait
from queries.attributes import PLACE, THEME, Attributes, organisations_of, places_of, themes_of
from queries.basis import Based, based
from queries.communities_words import names_of
from queries.figures import LEAST
from queries.held import Snapshot
from queries.phrases import Words
from queries.protecting import is_few
from queries.runs import Progress

SEED = 1
TRIALS = 3
"""Starts of which the best division is kept."""

TRAITS = 3
"""That are told of a community at most."""

LIKELY = 2.71
"""Log-likelihood ratio of which chance makes one in ten: enough to tell names apart, not to tell of as a trait."""


@dataclass(frozen=True)
class Divided:
    """The communities of a graph, as far as one viewer may know of them.

    Attributes
    ----------
    found
        The whole division, also of the communities that are not told.
    told
        The first so many communities are told: those of at least five people.
    names, traits
        Of each community that is told.
    """

    found: Communities
    told: int
    names: tuple[Words, ...]
    traits: tuple[tuple[Trait, ...], ...]

    @cached_property
    def member(self) -> Positions:
        """The community of each node, -1 where it is not told; shape (nodes,)."""
        return np.where(self.found.member < self.told, self.found.member, -1)

    def number(self, node: int) -> int | None:
        """Return the number of a node's community as it is told, from 1 for the largest."""
        at = int(self.member[node])
        return None if at < 0 else at + 1


def divided(snapshot: Snapshot, viewer: Viewer, day: date, progress: Progress | None = None) -> Divided:
    """Return the communities that `viewer` may know of on `day`, worked out once a snapshot.

    Communities of fewer than five people are not told.  Where all of these together hold fewer than five, with or
    without the people who have no tie, the smallest that could be told is not, for whoever may not hear of few: they
    would follow by subtraction, also from how many have a tie.

    Raises
    ------
    Stopped
    """
    of = based(snapshot, viewer, day)

    def find() -> Communities:
        return communities(of.graph, SEED, trials=TRIALS, progress=progress)

    def make() -> Divided:
        found = snapshot.keep(("division", of.basis, day, of.today), find)
        size = found.size if of.graph.nodes else np.zeros(0, dtype=np.int64)
        told = int(np.count_nonzero(size >= LEAST))
        if hides_small(viewer):
            told = _well_apart(size, told, int(np.count_nonzero(of.graph.degree == 0)))
        traits = _traits(of, np.where(found.member < told, found.member, -1), size[:told], viewer)
        return Divided(found, told, names_of(traits, _spare(of, found, told, viewer)), traits)

    # The same people, but other names of organisations and places by role.
    return snapshot.keep(("divided", viewer.role, day, of.today), make)


def _well_apart(size: Positions, told: int, alone: int) -> int:
    """Return how many of the communities may be told so that those who are left over are not few."""
    while told and (is_few(left := int(size[told:].sum())) or is_few(left - alone)):
        told -= 1
    return told


def _traits(of: Based, member: Positions, size: Positions, viewer: Viewer) -> tuple[tuple[Trait, ...], ...]:
    kinds = [themes_of(of), places_of(of, viewer), organisations_of(of, viewer)]
    matrix = hstack([kind.has for kind in kinds], format="csr")
    named = [(kind, column) for kind in kinds for column in range(len(kind.ids))]
    # Who is in no community that is told is one of the others to all of them.
    others = np.where(member < 0, len(size), member)
    found = [
        each
        for each in over_represented(others, matrix, least=LEAST, most=2 * TRAITS)
        if each.community < len(size)
    ]
    if hides_small(viewer):
        found = _protected(found, size)
    traits: list[list[Trait]] = [[] for _ in size]
    chosen: list[list[tuple[Attributes, int]]] = [[] for _ in size]
    for each in found:
        kind, column = named[each.attribute]
        mine = chosen[each.community]
        if len(mine) < TRAITS and not any(_same(of.network, kind, column, *one) for one in mine):
            mine.append((kind, column))
            # How many care about a theme and how many are in a place tell, of one community, how many do both at
            # least; coverage hides just that where they are few.
            away = hides_small(viewer) and kind.kind in {THEME, PLACE}
            people = None if away else each.inside
            traits[each.community].append(Trait(kind.kind, kind.words[column], people))
    return tuple(tuple(each) for each in traits)


def _spare(of: Based, found: Communities, told: int, viewer: Viewer) -> tuple[tuple[Trait, ...], ...]:
    """Return themes that may set a community apart, for names that would be the same or a number.

    Only for whoever hears of few: to others a name has nothing that :func:`_protected` did not look at.
    """
    if hides_small(viewer):
        return ()
    themes = themes_of(of)
    spare: list[list[Trait]] = [[] for _ in range(told)]
    others = np.where(found.member < told, found.member, told)
    for each in over_represented(others, themes.has, least=LEAST, most=TRAITS, evidence=LIKELY):
        if each.community < told:
            spare[each.community].append(Trait(THEME, themes.words[each.attribute], each.inside))
    return tuple(tuple(each) for each in spare)


def _same(network: Network, kind: Attributes, column: int, other: Attributes, beside: int) -> bool:
    """Tell whether one theme is a broader one of the other: the two would say the same."""
    if not kind.kind == other.kind == THEME:
        return False
    one, two = kind.ids[column], other.ids[beside]
    return one in network.broader(two, network.themes) or two in network.broader(one, network.themes)


def _protected(found: Sequence[Represented], size: Positions) -> list[Represented]:
    """Leave out what gives few people away: those of a community who lack a trait, or those elsewhere who have it."""
    kept: list[Represented] = []
    for attribute in sorted({each.attribute for each in found}):
        mine = [
            each
            for each in found
            if each.attribute == attribute
            and not is_few(int(size[each.community]) - each.inside)
            and not is_few(each.outside)
        ]
        while mine and is_few(_elsewhere(mine)):
            mine.remove(min(mine, key=lambda each: each.inside))
        kept.extend(mine)
    return sorted(kept, key=found.index)


def _elsewhere(mine: Sequence[Represented]) -> int:
    return mine[0].inside + mine[0].outside - sum(each.inside for each in mine)


def members_by(member: Positions, told: int, label: Positions, labels: int) -> Positions:
    """Return how many members of each community, with those elsewhere as the last row, have each label.

    `label` is -1 for who has none: they are the last column.  Shape (told + 1, labels + 1).
    """
    table = np.zeros((told + 1, labels + 1), dtype=np.int64)
    np.add.at(table, (np.where(member < 0, told, member), np.where(label < 0, labels, label)), 1)
    return table


def not_elsewhere(table: Positions) -> Mask:
    """Mark the cells of :func:`members_by` that are told at all: of communities, and of who has a label."""
    may = np.ones(table.shape, dtype=np.bool_)
    may[-1, :] = False
    may[:, -1] = False
    return may
