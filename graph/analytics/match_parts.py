"""The parts of a match, each in [0, 1], worked out for everyone at once (DESIGN section 9).

talents     mean over the talents asked of the best of level / 3 (unknown counts as 2); a broader or narrower one half
themes      the same without levels
experience  initiatives on the themes asked: see :mod:`graph.analytics.match_experience`
place       1 in a neighbourhood asked, 0.8 bordering, 0.6 in its district, 0.3 elsewhere in the city, which also
            counts for who named no neighbourhood
text        BM25 over what people say of themselves, their talents and themes, and what their initiatives were
            called and taught: see :class:`graph.analytics.text.TextIndex`
around      sum of strength · fit over eligible people with a strong tie, over the sum of those strengths + 1, where
            fit is the mean of their talents and themes; the stronger direction counts, from 0.35 on.  What somebody
            offers themselves is not taken out: people around who offer the same confirm it
reach       value of the best trusted path, given by the caller
freshness   1 - open asks / limit, not under 0
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.match_columns import EMPTY, Column, best, columns, following, share
from graph.analytics.match_experience import Experience
from graph.analytics.match_model import MatchModel
from graph.analytics.match_needed import Needed
from graph.analytics.text import TextIndex
from graph.following import Moved, moved, same_around
from graph.network import Floats, Mask, Network, OrganisationNode, PersonNode
from graph.trust import Ties

Node: TypeAlias = PersonNode | OrganisationNode


@dataclass(frozen=True)
class Side:
    """People or organisations as columns: talents, themes, places and words."""

    count: int
    talents: Mapping[str, Column]
    themes: Mapping[str, Column]
    active: Mapping[str, Column]
    unplaced: Floats
    text: TextIndex

    @staticmethod
    def build(nodes: Sequence[Node], words: Sequence[str], model: MatchModel) -> "Side":
        """Prepare `nodes`, who say `words`."""
        these = list(enumerate(nodes))
        return Side(
            len(nodes),
            columns(_talents(these, model)),
            columns(_themes(these)),
            columns(_places(these)),
            _unplaced(nodes, model),
            TextIndex.build(words),
        )

    def following(
        self, moved: Moved, nodes: Sequence[Node], words: Sequence[str], model: MatchModel
    ) -> "Side":
        """Return what :meth:`build` returns after people moved; `nodes` and `words` are those of who was touched."""
        these = list(zip(np.flatnonzero(moved.touched).tolist(), nodes, strict=True))
        return Side(
            len(moved.touched),
            following(self.talents, moved, _talents(these, model)),
            following(self.themes, moved, _themes(these)),
            following(self.active, moved, _places(these)),
            moved.values(self.unplaced, _unplaced(nodes, model)),
            self.text.following(moved, words),
        )

    def parts(self, needed: Needed, text: str, mask: Mask) -> dict[str, Floats]:
        """Return talents, themes, place and text as far as they were asked; shape (count,) each."""
        values: dict[str, Floats] = {}
        if needed.talents:
            values["talents"] = share(needed.talents, self.talents, self.count)
        if needed.themes:
            values["themes"] = share(needed.themes, self.themes, self.count)
        if needed.places:
            values["place"] = self._place(needed)
        if text.strip():
            values["text"] = self.text.scores(text, mask)
        return values

    def offers(self, needed: Needed) -> tuple[list[Floats], list[Floats]]:
        """Return what everyone has of each talent and each theme asked, valued as in a part; shape (count,) each."""
        return (
            [best(asked, self.talents, self.count) for asked in needed.talents],
            [best(asked, self.themes, self.count) for asked in needed.themes],
        )

    def _place(self, needed: Needed) -> Floats:
        values = self.unplaced.copy()
        for place, near in needed.places.items():
            where = self.active.get(place, EMPTY)[0]
            values[where] = np.maximum(values[where], near.value)
        return values


class Parts:
    """A network as columns for the parts of a match; made once per snapshot, never changed."""

    def __init__(
        self, network: Network, ties: Ties, model: MatchModel, before: "Parts | None" = None
    ) -> None:
        self.network = network
        self.people: Side
        self.organisations: Side
        self.experience: Experience
        self._speakers: Mapping[str, Column]
        self._freshness: Floats
        self._model = model
        self._count = len(network.people)
        same = before is not None and same_around(before.network, network)
        if before is not None and same:
            change = moved(before.network, network)
            touched = np.flatnonzero(change.touched).tolist()
            nodes, words = [network.people[at] for at in touched], [_said_by(network, at) for at in touched]
            self.people = before.people.following(change, nodes, words, model)
            self.organisations = before.organisations
            self.experience = before.experience.following(network, change)
            self._freshness = change.values(before._freshness, _freshness(nodes))
            self._speakers = following(before._speakers, change, _languages(zip(touched, nodes, strict=True)))
        else:
            everyone = range(self._count)
            self.people = Side.build(network.people, [_said_by(network, at) for at in everyone], model)
            self.organisations = Side.build(
                network.organisations, [_said_of(network, node) for node in network.organisations], model
            )
            self.experience = Experience.build(network, model)
            self._freshness = _freshness(network.people)
            self._speakers = columns(_languages(enumerate(network.people)))
        self.strong = _strong(ties, model.strong)
        """The stronger direction of every strong tie; symmetric, shape (people, people)."""

    def speaking(self, languages: Iterable[str]) -> Mask:
        """Return who speaks every one of `languages`; shape (people,)."""
        mask = np.ones(self._count, dtype=np.bool_)
        for language in languages:
            speaks = np.zeros(self._count, dtype=np.bool_)
            speaks[self._speakers.get(language, EMPTY)[0]] = True
            mask &= speaks
        return mask

    def of_people(
        self, needed: Needed, text: str, mask: Mask, reach: Floats | None, day: date
    ) -> dict[str, Floats]:
        """Return the parts that were asked; shape (people,) each, to be read inside `mask` only."""
        values = self.people.parts(needed, text, mask)
        fits = [values[name] for name in ("talents", "themes") if name in values]
        if needed.themes:
            values["experience"] = self.experience.of_people(needed, day)
        if fits:
            fit = np.where(mask, np.mean(fits, axis=0), 0.0)
            values["around"] = (self.strong @ fit) / (
                self.strong @ mask.astype(np.float64) + self._model.empty_tie
            )
        if reach is not None:
            values["reach"] = reach
        values["freshness"] = self._freshness
        return values

    def of_organisations(self, needed: Needed, text: str, mask: Mask, day: date) -> dict[str, Floats]:
        """Return the parts that were asked; shape (organisations,) each, to be read inside `mask` only."""
        values = self.organisations.parts(needed, text, mask)
        if needed.themes:
            values["experience"] = self.experience.of_organisations(needed, day)
        return values


def _strong(ties: Ties, least: float) -> csr_array:
    """Return the strong ties, both ways under the stronger direction; shape (people, people)."""
    shape = (ties.size, ties.size)
    forward = csr_array((ties.strength, ties.targets, ties.indptr), shape=shape)
    backward = csr_array((ties.strength_in, ties.sources, ties.indptr_in), shape=shape)
    both = csr_array(forward.maximum(backward))
    both.data[both.data < least] = 0.0
    both.eliminate_zeros()
    return both


def _talents(nodes: Iterable[tuple[int, Node]], model: MatchModel) -> Iterator[tuple[int, str, float]]:
    for at, node in nodes:
        for talent, level in node.talents:
            yield at, talent, (model.level_unknown if level is None else level) / model.level_most


def _themes(nodes: Iterable[tuple[int, Node]]) -> Iterator[tuple[int, str, float]]:
    return ((at, theme, 1.0) for at, node in nodes for theme, _ in node.themes)


def _places(nodes: Iterable[tuple[int, Node]]) -> Iterator[tuple[int, str, float]]:
    return ((at, place, 1.0) for at, node in nodes for place in node.neighbourhoods)


def _languages(nodes: Iterable[tuple[int, PersonNode]]) -> Iterator[tuple[int, str, float]]:
    return ((at, code, 1.0) for at, node in nodes for code in node.languages)


def _unplaced(nodes: Sequence[Node], model: MatchModel) -> Floats:
    return np.array([0.0 if node.neighbourhoods else model.same_city for node in nodes], dtype=np.float64)


def _freshness(people: Sequence[PersonNode]) -> Floats:
    limits = np.array([max(node.ask_limit, 1) for node in people], dtype=np.float64)
    asks = np.array([node.open_asks for node in people], dtype=np.float64)
    return np.maximum(0.0, 1.0 - asks / limits)


def _said_by(network: Network, at: int) -> str:
    node, links = network.people[at], network.participations
    taken_part = (network.initiatives[other] for other in links.other[links.of(at)].tolist())
    lessons = " ".join(f"{initiative.title} {initiative.lessons or ''}" for initiative in taken_part)
    return f"{node.about or ''} {_labels(network, node)} {lessons}"


def _said_of(network: Network, node: OrganisationNode) -> str:
    return f"{node.name} {node.kind or ''} {node.about or ''} {_labels(network, node)}"


def _labels(network: Network, node: PersonNode | OrganisationNode) -> str:
    talents = (network.talents[talent].label_nl for talent, _ in node.talents if talent in network.talents)
    themes = (network.themes[theme].label_nl for theme, _ in node.themes if theme in network.themes)
    return " ".join((*talents, *themes))
