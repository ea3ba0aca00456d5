"""A fictitious city in which what people truly want and can do is known, and their profiles tell part of it.

What the generator assumes, all of it open to doubt:

- everyone has a *mix* of interests over 24 narrow themes, a *skill* from 0 to 1 in a few of 24 talents, a home on the
  map, a distance they are willing to go, and time;
- a profile names about 60 % of the skills, theme tags drawn from the mix with some noise, and a text that says the
  same partly in other words; a quarter of the people wrote nothing;
- people join initiatives on themes of their mix, and `homophily` is the share of their ties that follow interest;
  the other ties go by distance or chance;
- a profile may be `drift` away from what somebody cares about today, and `age` years old.

The scorer is given :attr:`City.network` and nothing else.  Truth is in :mod:`evaluation.hidden_requests`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from evaluation.hidden_model import NARROW, SKILLS, TODAY, CityModel, Hidden
from evaluation.hidden_network import network_of
from evaluation.hidden_profiles import Profile, profiles
from evaluation.hidden_words import LANGUAGES, TALENTS, THEMES
from graph.network import Floats, Network, Positions


@dataclass(frozen=True)
class City:
    """A generated city: the network that the product sees, and the truth behind it."""

    model: CityModel
    network: Network
    hidden: Hidden


def city(model: CityModel, seed: int) -> City:
    """Return a city; the same for the same `model` and `seed`."""
    chance = np.random.default_rng([seed, 41])
    earlier = _mix(chance, model.people)
    now = (1.0 - model.drift) * earlier + model.drift * _mix(chance, model.people)
    hidden = Hidden(
        mix=now,
        skills=_skills(chance, model.people),
        home=np.clip(chance.normal(0.5, 0.27, (model.people, 2)), 0.0, 0.999),
        range=chance.lognormal(-0.9, 0.5, model.people),
        time=chance.beta(2.0, 2.0, model.people),
        speaks=chance.random((model.people, len(LANGUAGES))) < np.array([share for _, share in LANGUAGES]),
        asked=_mean_one(chance.lognormal(0.0, 0.9, model.people)),
    )
    written = profiles(chance, model, hidden, earlier)
    return City(model, _network(chance, model, hidden, earlier, written), hidden)


def _mean_one(values: Floats) -> Floats:
    scaled: Floats = values / values.mean()
    return scaled


def _mix(chance: Generator, people: int) -> Floats:
    """Draw interests: a few broad themes each, unevenly popular, and a preference inside each."""
    popular = np.linspace(1.6, 0.4, len(THEMES))
    broad = chance.dirichlet(0.25 * popular, people)
    first = chance.beta(0.6, 0.6, (people, len(THEMES)))
    mix = np.stack([broad * first, broad * (1.0 - first)], axis=2).reshape(people, NARROW)
    return np.asarray(mix, dtype=np.float64)


def _skills(chance: Generator, people: int) -> Floats:
    """Draw skills, a few each; who can do one thing of a group is likelier to do another of it."""
    gift = np.repeat(chance.normal(0.0, 1.0, (people, len(TALENTS))), SKILLS // len(TALENTS), axis=1)
    has = gift + chance.normal(0.0, 1.0, gift.shape) > 1.45
    skills: Floats = np.where(has, chance.beta(2.5, 1.5, gift.shape), 0.0)
    return skills


def similarity(rows: Floats) -> Floats:
    """Return the cosine between the interests or skills of everyone and everyone, shape (people, people).

    Somebody without any is like nobody.
    """
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    alike: Floats = unit @ unit.T
    return alike


def _pairs(chance: Generator, model: CityModel, hidden: Hidden, mix: Floats) -> tuple[Positions, Positions]:
    """Draw who declares a tie to whom: by interest, and otherwise half by distance and half by chance."""
    likeness = (1.0 - model.craft) * similarity(mix) + model.craft * similarity(hidden.skills)
    alike = likeness**model.sharp
    start: list[int] = []
    end: list[int] = []
    counts = chance.poisson(model.ties * hidden.asked**0.5)
    for person in range(model.people):
        by_interest = int(chance.binomial(counts[person], model.homophily))
        by_place = int(chance.binomial(counts[person] - by_interest, 0.5))
        apart = np.linalg.norm(hidden.home - hidden.home[person], axis=1)
        met: set[int] = set()
        for often, draw in (
            (by_interest, alike[person]),
            (by_place, np.exp(-apart / 0.08)),
            (int(counts[person]) - by_interest - by_place, np.ones(model.people)),
        ):
            likely = draw * hidden.asked
            likely[person] = 0.0
            met.update(chance.choice(model.people, often, p=likely / likely.sum()).tolist())
        start += [person] * len(met)
        end += sorted(met)
    return np.array(start, dtype=np.int64), np.array(end, dtype=np.int64)


def _network(
    chance: Generator, model: CityModel, hidden: Hidden, mix: Floats, written: list[Profile]
) -> Network:
    start, end = _pairs(chance, model, hidden, mix)
    teams: list[tuple[int, Positions]] = []
    for _ in range(int(model.people / model.initiatives)):
        theme = int(chance.choice(NARROW, p=mix.mean(axis=0)))
        likely = (mix[:, theme] + 0.004) * (0.3 + hidden.time) * hidden.asked**0.5
        size = int(np.clip(chance.lognormal(1.9, 0.6), 3, 40))
        teams.append((theme, chance.choice(model.people, size, replace=False, p=likely / likely.sum())))
    members: list[tuple[int, int]] = []
    organisations = model.people // 25
    leaning = chance.integers(NARROW, size=organisations)
    for person in np.flatnonzero(chance.random(model.people) < 0.6).tolist():
        likely = mix[person, leaning] + 0.02
        members.append((person, int(chance.choice(organisations, p=likely / likely.sum()))))
    days = np.minimum(chance.exponential(model.age * 365.25, len(start)), 365.25 * 15)
    return network_of(
        written,
        declared=(start, end, chance.beta(4.0, 2.0, len(start)), _ordinals(days)),
        initiatives=teams,
        ended=_ordinals(np.minimum(chance.exponential(model.age * 365.25, len(teams)), 365.25 * 15)),
        members=members,
        organisations=organisations,
        asks=chance.poisson(0.7 * hidden.asked),
        consents=chance.random(model.people) < 0.92,
        introduces=chance.random(model.people) < 0.8,
    )


def _ordinals(days: Floats) -> Positions:
    ordinals: Positions = TODAY.toordinal() - days.astype(np.int64)
    return ordinals
