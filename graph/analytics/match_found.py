"""What is found by matching: a score in parts, the facts behind it, and everyone judged on one need."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from graph.analytics.match_experience import Done
from graph.analytics.match_needed import Held, Needed, Place
from graph.errors import InvalidInput
from graph.network import Floats, Mask, Positions

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
class Explained:
    """Where one person stands for a request.

    ``rank`` is from 1 among the ``among`` people about whom something fits, before spreading; ``None`` for somebody
    who may be proposed but about whom nothing fits.
    """

    match: Match
    rank: int | None
    among: int


@dataclass(frozen=True, slots=True)
class Judged:
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

    def rank(self, at: int) -> int | None:
        """Return the place of one from 1 among those who may be listed, equal scores by id; ``None`` for another."""
        if not self.listed[at]:
            return None
        before = self.listed & (self.scores > self.scores[at])
        equal = self.listed[:at] & (self.scores[:at] == self.scores[at])
        return int(np.count_nonzero(before)) + int(np.count_nonzero(equal)) + 1

    def parts(self, at: int) -> dict[str, Part]:
        """Return the breakdown of one."""
        return {name: Part(float(self.values[name][at]), self.weights[name]) for name in self.values}


def shares(
    usual: Mapping[str, float], other: Mapping[str, float], asked: Collection[str]
) -> dict[str, float]:
    """Return the weight of each part that was asked, six decimals each, together exactly 1."""
    for name, weight in other.items():
        if name not in usual or not isfinite(weight) or weight < 0.0:
            message = (
                f"Gewicht {name} = {weight} kan niet: kies uit {', '.join(usual)}, en 0 of meer. "
                f"/ Weight {name} = {weight} can't be: choose from {', '.join(usual)}, and 0 or more."
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
    found = {name: round(chosen[name] / total, DECIMALS) for name in asked}
    heaviest = max(found, key=lambda name: found[name])
    rest = sum(share for name, share in found.items() if name != heaviest)
    return {**found, heaviest: round(1.0 - rest, DECIMALS)}


def added(parts: Mapping[str, Part]) -> float:
    """Add up: two factors of six decimals make twelve, so that rounding there is exact."""
    return round(sum(part.value * part.weight for part in parts.values()), 2 * DECIMALS)
