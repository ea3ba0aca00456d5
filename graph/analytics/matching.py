"""Who fits a request: parts in [0, 1], a weighted sum, and the facts behind it (DESIGN section 9).

Everything is computed over the people who are eligible for the question at hand, word statistics and neighbours
included: nobody else leaves a trace in a score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from graph.analytics.concepts import concepts_in
from graph.analytics.match_parts import Held, Needed, Parts, Place
from graph.analytics.spread import spread_out
from graph.network import Floats, Mask, Network
from graph.trust import Ties

__all__ = ["PARTS", "Match", "MatchModel", "Matcher", "Need", "OrganisationMatch", "concepts_in"]

PARTS = ("talents", "themes", "experience", "place", "text", "around", "reach", "freshness")
CONTENT = ("talents", "themes", "experience", "text", "around")
"""Parts that say something of what was asked: somebody with none of them is no match."""

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for, in ids; `asker` (a person or an organisation) is never proposed."""

    text: str = ""
    themes: tuple[str, ...] = ()
    talents: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    kind: str | None = None
    asker: str | None = None


@dataclass(frozen=True, slots=True)
class MatchModel:
    """The weights of the parts, before those that were not asked are left out (docs/decisions/0003)."""

    talents: float = 0.26
    themes: float = 0.15
    experience: float = 0.14
    place: float = 0.12
    text: float = 0.13
    around: float = 0.10
    reach: float = 0.06
    freshness: float = 0.04
    spread: float = 0.1
    """How much of a score is given up for somebody unlike those already chosen."""

    pool: int = 5
    """From how many times `k` people the first `k` are chosen."""


DEFAULT = MatchModel()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score."""

    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What reasons are made from; ids of concepts and neighbourhoods."""

    talents: tuple[Held, ...] = ()
    themes: tuple[Held, ...] = ()
    initiatives: int = 0
    led: int = 0
    last_year: int | None = None
    place: Place | None = None
    words: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    around: bool = False
    reach: float = 0.0


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


class Matcher:
    """A network prepared for matching on one day."""

    def __init__(self, network: Network, parts: Parts, model: MatchModel) -> None:
        self._network = network
        self._parts = parts
        self._model = model

    @staticmethod
    def build(network: Network, ties: Ties, model: MatchModel = DEFAULT) -> "Matcher":
        """Prepare `network` with the ties of the day of asking."""
        return Matcher(network, Parts.build(network, ties), model)

    def eligible(self, need: Need, allowed: Mask) -> Mask:
        """Return who may be proposed: allowed, speaking every language asked for, and not the asker."""
        mask = allowed.copy()
        if need.languages:
            mask &= np.array(
                [need.languages <= person.languages for person in self._network.people], dtype=np.bool_
            )
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
        spread
            Whether the first `k` are spread over organisations and neighbourhoods.
        weights
            Other weights than the model's, by part.

        Returns
        -------
        list of Match
            Best first (before spreading); equal scores by id.
        """
        mask = self.eligible(need, allowed)
        needed = Needed.of(self._network, need.themes, need.talents, need.neighbourhoods)
        values = self._values(need, needed, mask, reach, day)
        shares = self._weights(values, weights)
        scores = np.zeros(len(mask))
        for name, share in shares.items():
            scores += values[name] * share
        asked = [name for name in CONTENT if name in values]
        if asked:
            mask &= np.any([values[name] > 0.0 for name in asked], axis=0)
        candidates = np.flatnonzero(mask)
        pool = candidates[np.lexsort((candidates, -np.round(scores[candidates], 12)))][: k * self._model.pool]
        chosen: Sequence[int] = [int(at) for at in pool]
        if spread:
            chosen = spread_out(chosen, scores, self._parts.groups(day), self._model.spread, k)
        return [
            self._match(
                at, {name: float(values[name][at]) for name in values}, shares, need, needed, mask, day
            )
            for at in chosen[:k]
        ]

    def match_organisations(
        self, need: Need, seen: Mask, *, day: date, k: int = 5, weights: Mapping[str, float] | None = None
    ) -> list[OrganisationMatch]:
        """Return the `k` organisations among `seen` that fit best."""
        mask = seen.copy()
        asker = self._network.organisation_position.get(need.asker) if need.asker else None
        if asker is not None:
            mask[asker] = False
        needed = Needed.of(self._network, need.themes, need.talents, need.neighbourhoods)
        values = {
            name: _rounded(value)
            for name, value in self._parts.of_organisations(needed, need.text, mask, day).items()
        }
        shares = self._weights(values, weights)
        scores = np.zeros(len(mask))
        for name, share in shares.items():
            scores += values[name] * share
        asked = [name for name in CONTENT if name in values]
        mask &= np.any([values[name] > 0.0 for name in asked], axis=0) if asked else False
        candidates = np.flatnonzero(mask)
        order = candidates[np.lexsort((candidates, -np.round(scores[candidates], 12)))][:k]
        found: list[OrganisationMatch] = []
        for at in order.tolist():
            parts = {name: Part(float(values[name][at]), shares[name]) for name in values}
            facts = self._parts.organisation_facts(at, needed)
            talents, themes, place, count = facts
            found.append(
                OrganisationMatch(
                    at, _sum(parts), parts, Facts(talents, themes, initiatives=count, place=place)
                )
            )
        return found

    def explain(
        self, need: Need, allowed: Mask, person: int, *, reach: Floats | None, day: date
    ) -> tuple[Match, int] | None:
        """Return the match of one person and their place (from 1), or ``None`` where they may not be proposed."""
        ranked = self.match(need, allowed, reach=reach, day=day, k=max(len(allowed), 1), spread=False)
        return next(((found, at + 1) for at, found in enumerate(ranked) if found.person == person), None)

    def _values(
        self, need: Need, needed: Needed, mask: Mask, reach: Floats | None, day: date
    ) -> dict[str, Floats]:
        """Return the parts that were asked, each rounded, 0 for everyone who is not eligible."""
        values = self._parts.of_people(needed, need.text, mask, day)
        if reach is not None:
            values["reach"] = reach
        values["freshness"] = self._parts.freshness
        return {name: _rounded(np.where(mask, values[name], 0.0)) for name in PARTS if name in values}

    def _weights(self, values: Mapping[str, Floats], weights: Mapping[str, float] | None) -> dict[str, float]:
        """Return the weight of each part that was asked; together exactly 1."""
        chosen = {**{name: float(getattr(self._model, name)) for name in PARTS}, **(weights or {})}
        raw = {name: chosen[name] for name in values}
        total = sum(raw.values()) or 1.0
        shares = {name: round(value / total, DECIMALS) for name, value in raw.items()}
        heaviest = max(shares, key=lambda name: shares[name])
        rest = sum(share for name, share in shares.items() if name != heaviest)
        return {**shares, heaviest: round(1.0 - rest, DECIMALS)}

    def _match(
        self,
        at: int,
        values: Mapping[str, float],
        shares: Mapping[str, float],
        need: Need,
        needed: Needed,
        mask: Mask,
        day: date,
    ) -> Match:
        parts = {name: Part(values[name], shares[name]) for name in values}
        talents, themes = self._parts.held(at, needed)
        count, led, last = self._parts.experience_of(at, needed, day)
        facts = Facts(
            talents=talents,
            themes=themes,
            initiatives=count,
            led=led,
            last_year=last,
            place=self._parts.place_of(at, needed),
            words=self._parts.words_of(at, need.text, mask),
            languages=tuple(sorted(need.languages)),
            around=values.get("around", 0.0) > 0.0,
            reach=values.get("reach", 0.0),
        )
        return Match(at, _sum(parts), parts, facts)


def _rounded(values: Floats) -> Floats:
    return np.round(values, DECIMALS).astype(np.float64)


def _sum(parts: Mapping[str, Part]) -> float:
    """Add up: two factors of six decimals make twelve, so that rounding there is exact."""
    return round(sum(part.value * part.weight for part in parts.values()), 2 * DECIMALS)
