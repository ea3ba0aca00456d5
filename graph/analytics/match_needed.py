"""What is asked, opened up along the trees and the map, and what somebody has of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.analytics.match_model import MatchModel
from graph.network import ConceptNode, NeighbourhoodNode, Network


@dataclass(frozen=True, slots=True)
class Held:
    """A talent or theme somebody has: level or experience where known, and whether it is the very one asked."""

    concept: str
    level: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is active, and how that lies to what was asked: `same`, `borders` or `district`."""

    relation: str
    neighbourhood: str
    asked: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """How a neighbourhood lies to the nearest one asked, and what that counts in [0, 1]."""

    value: float
    relation: str
    asked: str


@dataclass(frozen=True, slots=True)
class Needed:
    """For every theme and talent asked, the ids that answer to it and how well; the map seen from the places."""

    themes: tuple[Mapping[str, float], ...]
    talents: tuple[Mapping[str, float], ...]
    places: Mapping[str, Nearby]

    @staticmethod
    def of(
        network: Network,
        themes: Sequence[str],
        talents: Sequence[str],
        places: Sequence[str],
        model: MatchModel,
    ) -> "Needed":
        """Open up ids along the trees and the map of `network`; an id it does not know answers to itself only."""
        return Needed(
            tuple(_related(network, theme, network.themes, model.related) for theme in dict.fromkeys(themes)),
            tuple(
                _related(network, talent, network.talents, model.related) for talent in dict.fromkeys(talents)
            ),
            _near(network, places, model),
        )


def _related(
    network: Network, concept: str, tree: Mapping[str, ConceptNode], related: float
) -> dict[str, float]:
    narrower = (identity for identity in tree if concept in network.broader(identity, tree))
    return {
        **dict.fromkeys(narrower, related),
        **dict.fromkeys(network.broader(concept, tree), related),
        concept: 1.0,
    }


def _near(network: Network, places: Sequence[str], model: MatchModel) -> dict[str, Nearby]:
    found: dict[str, Nearby] = {}
    for asked in places:
        centre = network.neighbourhoods.get(asked)
        if centre is None:
            continue
        for node in network.neighbourhoods.values():
            near = _lies(node, centre, model)
            if node.id not in found or near.value > found[node.id].value:
                found[node.id] = near
    return found


def _lies(node: NeighbourhoodNode, centre: NeighbourhoodNode, model: MatchModel) -> Nearby:
    if node.id == centre.id:
        return Nearby(1.0, "same", centre.id)
    if node.id in centre.borders or centre.id in node.borders:
        return Nearby(model.bordering, "borders", centre.id)
    if node.city != centre.city and None not in {node.city, centre.city}:
        return Nearby(0.0, "elsewhere", centre.id)
    if node.district is not None and node.district == centre.district:
        return Nearby(model.same_district, "district", centre.id)
    return Nearby(model.same_city, "city", centre.id)


def held(mine: Sequence[tuple[str, int | None]], asked: Sequence[Mapping[str, float]]) -> tuple[Held, ...]:
    """Return which of `mine` answer to something asked: the very ones first, then by level, then by id."""
    worth = (
        {concept: max(concepts.get(concept, 0.0) for concepts in asked) for concept, _ in mine}
        if asked
        else {}
    )
    found = [Held(concept, level, worth[concept] == 1.0) for concept, level in mine if worth.get(concept)]
    return tuple(sorted(found, key=lambda one: (not one.exact, -(one.level or 0), one.concept)))


def placed(places: Iterable[str], needed: Needed) -> Place | None:
    """Return which of `places` lies nearest to what was asked; ``None`` when all are merely in the city."""
    near = [(needed.places[place], place) for place in places if place in needed.places]
    said = [(one, place) for one, place in near if one.relation in {"same", "borders", "district"}]
    if not said:
        return None
    one, place = min(said, key=lambda found: (-found[0].value, found[1]))
    return Place(one.relation, place, one.asked)
