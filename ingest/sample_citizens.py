"""Who lives in the sample city: where, with what gifts, and in which organisations; not yet what they wrote."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Key, Sector
from ingest.sample_draw import Draw, Weighted
from ingest.sample_facts import Profile, inhabited, places, profiles, theme_bag
from ingest.sample_organisations import Organisation

MEMBERSHIPS = Weighted.of([(0, 12), (1, 40), (2, 30), (3, 13), (4, 5)])
BROKERS = frozenset({"local", "chair", "official", "social", "organiser", "interpreter", "councillor"})
"""Profiles of which somebody more often knows very many people."""
OWN: dict[Sector, tuple[Sector, ...]] = {
    Sector.RESIDENT: (Sector.RESIDENT, Sector.CIVIL_SOCIETY, Sector.EDUCATION),
    Sector.CIVIL_SOCIETY: (Sector.CIVIL_SOCIETY,),
    Sector.CITY: (Sector.CITY,),
    Sector.POLITICS: (Sector.POLITICS,),
    Sector.BUSINESS: (Sector.BUSINESS,),
    Sector.EDUCATION: (Sector.EDUCATION,),
}
"""Sectors whose organisations somebody of a sector joins first."""


@dataclass(frozen=True, slots=True)
class Citizen:
    """A person before the row is written: what the other tables are drawn by."""

    number: int
    place: int
    sector: Sector
    profile: Profile
    organisations: tuple[int, ...]
    themes: tuple[Key, ...]
    broker: bool

    @property
    def key(self) -> Key:
        """Key of the person."""
        return Key(f"p{self.number + 1}")


class _Joining:
    """Organisations to join, by sector, and by sector and place, district or the whole city."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        pairs: dict[tuple[Sector, int | str], list[tuple[int, int]]] = defaultdict(list)
        for position, organisation in enumerate(organisations):
            sector = organisation.kind.sector
            pair = (position, organisation.pull)
            pairs[sector, ""].append(pair)
            if organisation.place is not None:
                pairs[sector, organisation.place].append(pair)
                pairs[sector, places()[organisation.place].district].append(pair)
        self.bags = {spot: Weighted.of(found) for spot, found in pairs.items()}

    def draw(self, draw: Draw, sector: Sector, place: int) -> int:
        spots: tuple[int | str, ...] = ("",)
        if draw.chance(0.7):
            spots = (place, places()[place].district, "")
        bag = next(self.bags[sector, spot] for spot in spots if (sector, spot) in self.bags)
        return draw.weighted(bag)


def citizens(people: int, seed: int, organisations: Sequence[Organisation]) -> tuple[Citizen, ...]:
    """Return the people with where they live, belong and what they care about."""
    draw = Draw(seed, "citizens")
    local = Draw(seed, "local themes")
    local_themes = [local.several(theme_bag(), 2) for _ in places()]
    kinds = Weighted.of([(position, profile.weight) for position, profile in enumerate(profiles())])
    sectors = [Weighted.of(list(profile.sectors.items())) for profile in profiles()]
    joining = _Joining(organisations)
    made: list[Citizen] = []
    for number in range(people):
        chosen = draw.weighted(kinds)
        profile, sector = profiles()[chosen], draw.weighted(sectors[chosen])
        place = draw.weighted(inhabited())
        joined: dict[int, None] = {}
        for turn in range(draw.weighted(MEMBERSHIPS)):
            near = draw.pick(OWN[sector]) if turn == 0 or draw.chance(0.5) else draw.pick(tuple(Sector))
            joined[joining.draw(draw, near, place)] = None
        sources = [profile.themes, local_themes[place], *(organisations[one].themes for one in joined)]
        themes: dict[Key, None] = {}
        for _ in range(draw.between(0, 4)):
            source = draw.pick(sources) if draw.chance(0.8) else ()
            themes[draw.pick(source) if source else draw.weighted(theme_bag())] = None
        broker = draw.chance((0.04 if profile.key in BROKERS else 0.01) * (1 + 300 / people))
        made.append(Citizen(number, place, sector, profile, tuple(joined), tuple(themes), broker))
    return tuple(made)
