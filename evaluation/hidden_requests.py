"""Requests in a generated city, and who truly fits them.

Fit is a product of what is hidden, not a sum of what is shown: the cosine between the interests asked and those of a
person, the geometric mean of their skills, a fall with the distance in a straight line against how far they go,
their time, whether they speak the language, and luck that nobody can know.  The five best have gain 3, the next ten
2, the next twenty-five 1.  Only those who agreed to be matched, and not the asker, count: others can't be proposed.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from evaluation.hidden_city import City
from evaluation.hidden_model import NARROW, SKILLS, CityModel
from evaluation.hidden_profiles import (
    NARROW_TALENTS,
    NARROW_THEMES,
    misspelt,
    place_id,
    said,
    talent_id,
    theme_id,
)
from evaluation.hidden_words import ASKING, LANGUAGES, OPENING
from graph.analytics.matching import Need, concepts_in
from graph.network import Floats, Mask, Network, Positions

GAINS = ((5, 3.0), (15, 2.0), (40, 1.0))
"""Up to which rank of the truth which gain is had."""

GOOD = 2.0
"""Gain from which somebody counts as a good find, for the reciprocal rank."""


@dataclass(frozen=True)
class Asked:
    """A request as the product sees it, the position of the asker, and the gain of everyone, shape (people,)."""

    need: Need
    asker: int
    gains: Floats


def requests(town: City, count: int, seed: int, allowed: Mask) -> list[Asked]:
    """Return requests with their truth.

    Parameters
    ----------
    allowed
        Who may be proposed at all, by consent.  Shape (people,).
    """
    chance = np.random.default_rng([seed, 43])
    return [_request(chance, town, allowed) for _ in range(count)]


def _request(chance: Generator, town: City, allowed: Mask) -> Asked:
    model, hidden = town.model, town.hidden
    asker = int(chance.integers(model.people))
    about = hidden.mix[asker] if chance.random() < 0.5 else hidden.mix.mean(axis=0)
    themes = np.unique(chance.choice(NARROW, int(chance.integers(1, 3)), p=about))
    skills = np.unique(chance.integers(SKILLS, size=int(chance.integers(1, 3))))
    place = hidden.home[asker] if chance.random() < 0.6 else chance.random(2)
    language = int(chance.integers(1, len(LANGUAGES))) if chance.random() < 0.2 else None
    mask = allowed.copy()
    mask[asker] = False
    return Asked(
        need=_need(chance, town.network, themes, skills, place, language, asker, model),
        asker=asker,
        gains=_gains(_fit(chance, town, themes, skills, place, language), mask),
    )


def _fit(
    chance: Generator, town: City, themes: Positions, skills: Positions, place: Floats, language: int | None
) -> Floats:
    """Return the logarithm of how well everyone truly fits."""
    model, hidden = town.model, town.hidden
    asked = np.full(NARROW, 0.01)
    asked[themes] += 1.0
    asked[themes ^ 1] += 0.25  # the other narrow theme under the same broad one
    alike = (hidden.mix @ asked) / (np.linalg.norm(hidden.mix, axis=1) * np.linalg.norm(asked))
    able = np.mean(np.log(0.08 + hidden.skills[:, skills]), axis=1)
    away = np.linalg.norm(hidden.home - place, axis=1) / hidden.range
    fit = model.theme * np.log(0.05 + alike) + model.skill * able - model.near * away
    fit += model.time * np.log(0.05 + hidden.time) + chance.normal(0.0, model.luck, model.people)
    if language is not None:
        fit[~hidden.speaks[:, language]] -= 5.0
    found: Floats = fit
    return found


def _gains(fit: Floats, mask: Mask) -> Floats:
    order = np.argsort(-np.where(mask, fit, -np.inf))
    gains = np.zeros(len(fit))
    for rank, gain in reversed(GAINS):
        gains[order[:rank]] = gain
    return np.where(mask, gains, 0.0)


def _need(
    chance: Generator,
    network: Network,
    themes: Positions,
    skills: Positions,
    place: Floats,
    language: int | None,
    asker: int,
    model: CityModel,
) -> Need:
    """Write a request down: half in other words, half with boxes ticked, of which one in ten is forgotten."""
    own = 1.0 - model.shared
    what = " en ".join(said(chance, NARROW_THEMES[theme], 0.5, own) for theme in themes.tolist())
    who = " en ".join(said(chance, NARROW_TALENTS[skill], 0.5, own) for skill in skills.tolist())
    opening, asking = OPENING[int(chance.integers(len(OPENING)))], ASKING[int(chance.integers(len(ASKING)))]
    need = Need(
        text=misspelt(chance, f"{opening} {what}, {asking} {who}.", model.misspelt),
        neighbourhoods=(place_id(np.minimum(place, 0.999)),),
        languages=frozenset() if language is None else frozenset({LANGUAGES[language][0]}),
        asker=network.people[asker].id,
    )
    if chance.random() < 0.5:
        found_themes, found_talents, _ = concepts_in(need.text, network)
        return replace(need, themes=found_themes, talents=found_talents)
    ticked = [talent_id(skill) for skill in skills.tolist() if chance.random() >= 0.1]
    return replace(need, themes=tuple(theme_id(theme) for theme in themes.tolist()), talents=tuple(ticked))
