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

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.match_columns import EMPTY, Column, best, columns, share
from graph.analytics.match_experience import Experience
from graph.analytics.match_model import MatchModel
from graph.analytics.match_needed import Needed
from graph.analytics.text import TextIndex
from graph.network import Floats, Mask, Network, OrganisationNode, PersonNode
from graph.trust import Ties


class Side:
    """People or organisations as columns: talents, themes, places and words."""

    def __init__(
        self, nodes: Sequence[PersonNode | OrganisationNode], words: Sequence[str], model: MatchModel
    ) -> None:
        self._count = len(nodes)
        self._talents = columns(
            (at, talent, (model.level_unknown if level is None else level) / model.level_most)
            for at, node in enumerate(nodes)
            for talent, level in node.talents
        )
        self._themes = columns((at, theme, 1.0) for at, node in enumerate(nodes) for theme, _ in node.themes)
        self._active = columns(
            (at, place, 1.0) for at, node in enumerate(nodes) for place in node.neighbourhoods
        )
        placed = np.array([bool(node.neighbourhoods) for node in nodes], dtype=np.bool_)
        self._unplaced: Floats = np.where(placed, 0.0, model.same_city)
        self.text = TextIndex.build(words)

    def parts(self, needed: Needed, text: str, mask: Mask) -> dict[str, Floats]:
        """Return talents, themes, place and text as far as they were asked; shape (count,) each."""
        values: dict[str, Floats] = {}
        if needed.talents:
            values["talents"] = share(needed.talents, self._talents, self._count)
        if needed.themes:
            values["themes"] = share(needed.themes, self._themes, self._count)
        if needed.places:
            values["place"] = self._place(needed)
        if text.strip():
            values["text"] = self.text.scores(text, mask)
        return values

    def offers(self, needed: Needed) -> tuple[list[Floats], list[Floats]]:
        """Return what everyone has of each talent and each theme asked, valued as in a part; shape (count,) each."""
        return (
            [best(asked, self._talents, self._count) for asked in needed.talents],
            [best(asked, self._themes, self._count) for asked in needed.themes],
        )

    def _place(self, needed: Needed) -> Floats:
        values = self._unplaced.copy()
        for place, near in needed.places.items():
            where = self._active.get(place, EMPTY)[0]
            values[where] = np.maximum(values[where], near.value)
        return values


class Parts:
    """A network as columns for the parts of a match; made once per snapshot, never changed."""

    def __init__(self, network: Network, ties: Ties, model: MatchModel) -> None:
        self._model = model
        self._count = len(network.people)
        everyone = range(self._count)
        self.people = Side(network.people, [_said_by(network, at) for at in everyone], model)
        self.organisations = Side(
            network.organisations, [_said_of(network, node) for node in network.organisations], model
        )
        self.experience = Experience(network, model)
        self._speakers: dict[str, Column] = columns(
            (at, code, 1.0) for at, node in enumerate(network.people) for code in node.languages
        )
        self.strong = _strong(ties, model.strong)
        """The stronger direction of every strong tie; symmetric, shape (people, people)."""
        limits = np.array([max(node.ask_limit, 1) for node in network.people], dtype=np.float64)
        asks = np.array([node.open_asks for node in network.people], dtype=np.float64)
        self._freshness: Floats = np.maximum(0.0, 1.0 - asks / limits)

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
