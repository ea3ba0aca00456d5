"""Who fits a request: parts in [0, 1], a weighted sum, and the facts behind it (DESIGN section 9).

Everything is computed over the people who are eligible for the question at hand, word statistics and neighbours
included: nobody else leaves a trace in a score.  Values and weights are rounded to six decimals before they are
multiplied, so that a breakdown adds up to its score exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isfinite

import numpy as np

from graph.analytics.concepts import concepts_in
from graph.analytics.match_experience import Done
from graph.analytics.match_model import CONTENT, DEFAULT, PARTS, MatchModel, Need
from graph.analytics.match_needed import Held, Needed, Place, held, placed
from graph.analytics.match_parts import Parts
from graph.analytics.spread import Groups, spread_out
from graph.errors import InvalidInput
from graph.network import Floats, Mask, Network, Positions
from graph.trust import Ties, running

__all__ = [
    "PARTS",
    "Facts",
    "Match",
    "MatchModel",
    "Matcher",
    "Need",
    "OrganisationMatch",
    "Part",
    "concepts_in",
]

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: its value in [0, 1] and the weight it had."""

    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What reasons are made from; ids of concepts and neighbourhoods, and nobody else's name."""

    talents: tuple[Held, ...] = ()
    themes: tuple[Held, ...] = ()
    done: Done = field(default_factory=Done)
    place: Place | None = None
    words: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who fits, by position; the products of the parts add up to the score exactly."""

    person: int
    score: float
    parts: Mapping[str, Part]
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """An organisation that fits, by position."""

    organisation: int
    score: float
    parts: Mapping[str, Part]
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class _Judged:
    """Everyone judged on one need: what was asked, who may be listed, and how well they do."""

    needed: Needed
    eligible: Mask
    listed: Mask
    values: Mapping[str, Floats]
    weights: Mapping[str, float]
    scores: Floats

    def best(self, count: int) -> Positions:
        """Return the `count` best of those who may be listed; equal scores by id."""
        candidates = np.flatnonzero(self.listed)
        scores = self.scores[candidates]
        if 0 < count < len(candidates):
            least = np.partition(scores, len(scores) - count)[len(scores) - count]
            candidates, scores = candidates[scores >= least], scores[scores >= least]
        return candidates[np.lexsort((candidates, -scores))][:count]

    def parts(self, at: int) -> dict[str, Part]:
        """Return the breakdown of one."""
        return {name: Part(float(self.values[name][at]), self.weights[name]) for name in self.values}


class Matcher:
    """A network prepared for matching on one day."""

    def __init__(self, network: Network, parts: Parts, model: MatchModel) -> None:
        self._network = network
        self._parts = parts
        self._model = model

    @staticmethod
    def build(network: Network, ties: Ties, model: MatchModel = DEFAULT) -> "Matcher":
        """Prepare `network` with the ties of the day of asking; about 10 s at 100,000 people."""
        return Matcher(network, Parts(network, ties, model), model)

    def eligible(self, need: Need, allowed: Mask) -> Mask:
        """Return who may be proposed: allowed, speaking every language asked for, and not the asker.

        Somebody whose languages are unknown is not known to speak one that is asked for.
        """
        mask = allowed & self._parts.speaking(need.languages)
        asker = self._network.position.get(need.asker) if need.asker else None
        if asker is not None:
            mask[asker] = False
        return mask

    def match(
        self,
        need: Need,
        allowed: Mask,
        *,
        reach: Floats | None,
        day: date,
        k: int = 10,
        spread: bool = True,
        weights: Mapping[str, float] | None = None,
    ) -> list[Match]:
        """Return the `k` people who fit best.

        Parameters
        ----------
        need
            What is asked for.
        allowed
            Who may be proposed to this viewer at all; shape (people,).
        reach
            Value of the best trusted path to everyone, or ``None`` where nobody asks; shape (people,).
        day
            The day of asking, for the age of experience.
        k
            How many people at most.
        spread
            Whether the list is spread over organisations and neighbourhoods; the best one stays first.
        weights
            Other weights than the model's, by part, at least 0.

        Returns
        -------
        list of Match
            Best first (before spreading); equal scores by id.  Nobody who has only a place, a way to them or time.

        Raises
        ------
        graph.errors.InvalidInput
            A weight for a part that isn't there, under 0, or no weight on anything that was asked.

        Notes
        -----
        O(people + postings of what is asked + strong ties).
        """
        judged = self._judge(need, allowed, reach, day, weights)
        if not spread:
            chosen = judged.best(k).tolist()
        else:
            pool = judged.best(k * self._model.pool).tolist()
            groups = self._groups(pool, day)
            chosen = spread_out(pool, judged.scores, groups, self._model.spread, self._model.spread_place, k)
        words = self._parts.people.text.matched(need.text, chosen, judged.eligible)
        return [self._match(at, judged, need, day, said) for at, said in zip(chosen, words, strict=True)]

    def explain(
        self,
        need: Need,
        allowed: Mask,
        person: int,
        *,
        reach: Floats | None,
        day: date,
        weights: Mapping[str, float] | None = None,
    ) -> tuple[Match, int] | None:
        """Return the match of one person and their rank from 1 (before spreading).

        ``None`` where they may not be proposed or nothing about them fits, without telling which.
        """
        judged = self._judge(need, allowed, reach, day, weights)
        if not judged.listed[person]:
            return None
        mine, scores = judged.scores[person], judged.scores[judged.listed]
        before = int(np.count_nonzero(scores > mine))
        equal = int(np.count_nonzero(judged.listed[:person] & (judged.scores[:person] == mine)))
        words = self._parts.people.text.matched_words(need.text, person, judged.eligible)
        return self._match(person, judged, need, day, words), before + equal + 1

    def match_organisations(
        self, need: Need, seen: Mask, *, day: date, k: int = 5, weights: Mapping[str, float] | None = None
    ) -> list[OrganisationMatch]:
        """Return the `k` organisations among `seen`, shape (organisations,), that fit best."""
        mask = seen.copy()
        asker = self._network.organisation_position.get(need.asker) if need.asker else None
        if asker is not None:
            mask[asker] = False
        needed = self._needed(need)
        values = self._parts.of_organisations(needed, need.text, mask, day)
        usual = {**self._model.weights(), **(weights or {})}
        if not any(usual[name] > 0.0 for name in values):
            return []
        judged = self._weigh(needed, mask, values, weights)
        found: list[OrganisationMatch] = []
        best = judged.best(k).tolist()
        words = self._parts.organisations.text.matched(need.text, best, mask)
        for at, said in zip(best, words, strict=True):
            node, parts = self._network.organisations[at], judged.parts(at)
            facts = Facts(
                talents=held(node.talents, needed.talents),
                themes=held(node.themes, needed.themes),
                done=self._parts.experience.organised(at, needed, day) if needed.themes else Done(),
                place=placed(node.neighbourhoods, needed),
                words=said,
            )
            found.append(OrganisationMatch(at, _sum(parts), parts, facts))
        return found

    def _needed(self, need: Need) -> Needed:
        return Needed.of(self._network, need.themes, need.talents, need.neighbourhoods, self._model)

    def _judge(
        self, need: Need, allowed: Mask, reach: Floats | None, day: date, weights: Mapping[str, float] | None
    ) -> _Judged:
        mask, needed = self.eligible(need, allowed), self._needed(need)
        return self._weigh(needed, mask, self._parts.of_people(needed, need.text, mask, reach, day), weights)

    def _weigh(
        self, needed: Needed, mask: Mask, raw: Mapping[str, Floats], weights: Mapping[str, float] | None
    ) -> _Judged:
        """Round, weigh and add up the parts of everyone in `mask`; everyone else has 0."""
        values = {name: np.round(raw[name] * mask, DECIMALS) for name in PARTS if name in raw}
        shares = _shares(self._model.weights(), weights or {}, values)
        scores = np.zeros(len(mask))
        for name, weight in shares.items():
            scores += values[name] * weight
        content = [name for name in CONTENT if name in values]
        listed = mask.copy()
        if content:
            listed &= np.any([values[name] > 0.0 for name in content], axis=0)
        elif "place" in values:
            listed &= values["place"] > self._model.same_city
        return _Judged(needed, mask, listed, values, shares, np.round(scores, 2 * DECIMALS))

    def _match(self, at: int, judged: _Judged, need: Need, day: date, words: tuple[str, ...]) -> Match:
        node, needed, parts = self._network.people[at], judged.needed, judged.parts(at)
        facts = Facts(
            talents=held(node.talents, needed.talents),
            themes=held(node.themes, needed.themes),
            done=self._parts.experience.done(at, needed, day) if needed.themes else Done(),
            place=placed(node.neighbourhoods, needed),
            words=words,
            languages=tuple(sorted(need.languages)),
        )
        return Match(at, _sum(parts), parts, facts)

    def _groups(self, people: list[int], day: date) -> dict[int, Groups]:
        links = self._network.memberships
        found: dict[int, Groups] = {}
        for at in people:
            rows = links.of(at)
            now = running(links.since[rows], links.until[rows], day.toordinal())
            found[at] = Groups(
                frozenset(links.other[rows[now]].tolist()), frozenset(self._network.people[at].neighbourhoods)
            )
        return found


def _shares(
    usual: Mapping[str, float], other: Mapping[str, float], asked: Mapping[str, Floats]
) -> dict[str, float]:
    """Return the weight of each part that was asked, six decimals each, together exactly 1."""
    for name, weight in other.items():
        if name not in PARTS or not isfinite(weight) or weight < 0.0:
            message = (
                f"Gewicht {name} = {weight} kan niet: kies uit {', '.join(PARTS)}, en 0 of meer. "
                f"/ Weight {name} = {weight} can't be: choose from {', '.join(PARTS)}, and 0 or more."
            )
            raise InvalidInput(message)
    chosen = {**usual, **other}
    total = sum(chosen[name] for name in asked)
    if total <= 0.0:
        message = (
            f"Niets van wat gevraagd is, heeft een gewicht: geef {', '.join(asked)} meer dan 0. "
            f"/ Nothing of what was asked has a weight: give {', '.join(asked)} more than 0."
        )
        raise InvalidInput(message)
    shares = {name: round(chosen[name] / total, DECIMALS) for name in asked}
    heaviest = max(shares, key=lambda name: shares[name])
    rest = sum(share for name, share in shares.items() if name != heaviest)
    return {**shares, heaviest: round(1.0 - rest, DECIMALS)}


def _sum(parts: Mapping[str, Part]) -> float:
    """Add up: two factors of six decimals make twelve, so that rounding there is exact."""
    return round(sum(part.value * part.weight for part in parts.values()), 2 * DECIMALS)
