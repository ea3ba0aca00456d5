"""Requests of a generated city with the parts of everyone worked out once, so that weights are tried in no time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.hidden_city import City
from evaluation.hidden_model import TODAY
from evaluation.hidden_requests import GOOD, Asked, requests
from evaluation.ranking import ndcg, reciprocal_rank
from graph.access import Role, Viewer, connectors, matchable, standing
from graph.analytics.match_model import CONTENT, DEFAULT, PARTS, MatchModel
from graph.analytics.match_needed import Needed
from graph.analytics.match_parts import Parts
from graph.analytics.matching import Matcher
from graph.analytics.paths import best_values, connector_factors
from graph.model import Purpose
from graph.network import Floats, Mask, Network, Positions
from graph.trust import ties

COLUMNS = (*PARTS, "tags")
"""The parts, and the plain share of themes and talents asked that somebody has as a tag."""

K = 10


@dataclass(frozen=True)
class Case:
    """A request and everyone who may be proposed for it.

    Attributes
    ----------
    asked
        The request and the truth.
    reach
        Value of the best path from the asker.  Shape (people,).
    people
        Positions of those within the hard limits.  Shape (candidates,).
    values
        What each has of each of :data:`COLUMNS`, 0 for a part that was not asked.  Shape (candidates, columns).
    listed
        Whether anything of what was asked is found with them, which the product demands.  Shape (candidates,).
    """

    asked: Asked
    reach: Floats
    people: Positions
    values: Floats
    listed: Mask


@dataclass(frozen=True)
class Judged:
    """A city with its matcher and its cases."""

    city: City
    matcher: Matcher
    allowed: Mask
    cases: Sequence[Case]


def judged(town: City, count: int, seed: int, model: MatchModel = DEFAULT) -> Judged:
    """Return `count` requests of a city, every part worked out as the product does for a coordinator."""
    network, viewer = town.network, Viewer(Role.COORDINATOR, town.network.city)
    now = standing(network, TODAY)
    allowed = matchable(now, viewer, None)
    lattice = ties(network, TODAY, today=TODAY)
    parts = Parts(network, lattice, model)
    matcher = Matcher(network, parts, model)
    factors = connector_factors(lattice, connectors(network, now, viewer, None), network.load)
    cases: list[Case] = []
    for asked in requests(town, count, seed, now.purposes[Purpose.MATCHING]):
        reach = best_values(lattice, factors, asked.asker)
        need, mask = asked.need, matcher.eligible(asked.need, allowed)
        needed = Needed.of(network, need.themes, need.talents, need.neighbourhoods, model)
        found = parts.of_people(needed, need.text, mask, reach, TODAY)
        people = np.flatnonzero(mask)
        values = np.zeros((len(people), len(COLUMNS)))
        for at, name in enumerate(PARTS):
            if name in found:
                values[:, at] = np.round(found[name][people], 6)
        values[:, -1] = _overlap(network, asked, people)
        content = [PARTS.index(name) for name in CONTENT]
        cases.append(Case(asked, reach, people, values, np.any(values[:, content] > 0.0, axis=1)))
    return Judged(town, matcher, allowed, cases)


def _overlap(network: Network, asked: Asked, people: Positions) -> Floats:
    """Return the share of what is asked that each has as a tag, neither levels nor the trees counted."""
    wanted = {*asked.need.themes, *asked.need.talents}
    tags = (
        {concept for concept, _ in (*network.people[at].themes, *network.people[at].talents)}
        for at in people.tolist()
    )
    return np.array([len(wanted & mine) / max(len(wanted), 1) for mine in tags])


def best(scores: Floats, count: int = K) -> Positions:
    """Return the places of the `count` best, equal scores in their order."""
    if count < len(scores):
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        chosen = np.flatnonzero(scores >= least)
    else:
        chosen = np.arange(len(scores))
    return chosen[np.lexsort((chosen, -scores[chosen]))][:count]


def column(weights: Mapping[str, float]) -> Floats:
    """Return weights by name as an array in the order of :data:`COLUMNS`."""
    return np.array([weights.get(name, 0.0) for name in COLUMNS])


def ranked(case: Case, weights: Floats, count: int = K) -> Positions:
    """Return positions of the `count` people with the best weighted sum, as the product ranks without spread."""
    places = np.flatnonzero(case.listed)
    scores = np.round(case.values[places] @ weights, 12)
    return case.people[places[best(scores, count)]]


def quality(case: Case, proposed: Positions | Sequence[int]) -> tuple[float, float]:
    """Return nDCG@10 and the reciprocal rank of the first good find of a list of positions."""
    gains = case.asked.gains
    listed = gains[np.asarray(proposed, dtype=np.int64)]
    return ndcg(listed, gains, K), reciprocal_rank(listed, GOOD)


def by_weights(cities: Sequence[Judged], weights: Mapping[str, float]) -> list[Floats]:
    """Return nDCG and reciprocal rank of every request, shape (requests, 2), an array a city."""
    chosen = column(weights)
    return [
        np.array([quality(case, ranked(case, chosen)) for case in city.cases], dtype=np.float64)
        for city in cities
    ]


def as_shipped(cities: Sequence[Judged], *, spread: bool = True) -> list[Floats]:
    """Return the same of what the product itself answers."""
    found: list[Floats] = []
    for city in cities:
        rows: list[tuple[float, float]] = []
        for case in city.cases:
            matches = city.matcher.match(
                case.asked.need, city.allowed, reach=case.reach, day=TODAY, k=K, spread=spread
            )
            rows.append(quality(case, [one.person for one in matches]))
        found.append(np.array(rows, dtype=np.float64))
    return found


def at_random(cities: Sequence[Judged], *, limits: bool, seed: int = 1) -> list[Floats]:
    """Return the same of ten drawn from everyone who agreed or, with `limits`, who speaks the language as well."""
    chance = np.random.default_rng(seed)
    found: list[Floats] = []
    for city in cities:
        everyone = np.flatnonzero(city.allowed)
        rows = [
            quality(case, chance.permutation(case.people if limits else everyone)[:K]) for case in city.cases
        ]
        found.append(np.array(rows, dtype=np.float64))
    return found
