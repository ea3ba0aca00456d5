"""Ten years of invented initiatives, and who took part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import InitiativeRow, Key, ParticipationRow
from ingest.sample_citizens import Citizen
from ingest.sample_days import YEAR, Days
from ingest.sample_draw import Draw, Weighted
from ingest.sample_facts import InitiativeKind, inhabited, initiative_texts, places
from ingest.sample_organisations import Organisation

KNOWN_MOST = 60
"""Most participants of one initiative who are in the network; the number given for it may be larger."""


@dataclass(frozen=True, slots=True)
class Initiatives:
    """Both tables, and the participants of each initiative as positions of people."""

    rows: tuple[InitiativeRow, ...]
    participations: tuple[ParticipationRow, ...]
    participants: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class _Crowds:
    """Who may take part, by what brings them there."""

    by_organisation: Mapping[int, Sequence[int]]
    by_place: Mapping[int, Sequence[int]]
    by_theme: Mapping[Key, Sequence[int]]
    organising: Mapping[Key | int, Sequence[int]]
    """Positions of organisations by theme or place."""


def initiatives(
    made: Sequence[Citizen], organisations: Sequence[Organisation], seed: int, days: Days
) -> Initiatives:
    """Return about one initiative for every ten people."""
    draw = Draw(seed, "initiatives")
    crowds = _crowds(made, organisations)
    kinds = initiative_texts().kinds
    bag = Weighted.of([(position, kind.weight) for position, kind in enumerate(kinds)])
    titles: set[str] = set()
    rows: list[InitiativeRow] = []
    participations: list[ParticipationRow] = []
    everyone: list[tuple[int, ...]] = []
    for number in range(12 + len(made) // 10):
        kind = kinds[draw.weighted(bag)]
        place = draw.weighted(inhabited())
        organisers = _organisers(draw, kind, place, crowds)
        size = _size(draw, kind)
        there = _participants(draw, kind, place, organisers, size, crowds)
        keys = tuple(organisations[one].row.key for one in organisers)
        row = _row(draw, kind, Key(f"i{number + 1}"), place, keys, size, len(there), days, titles)
        rows.append(row)
        everyone.append(there)
        roles = initiative_texts().roles
        for turn, one in enumerate(there):
            role = draw.pick(roles["first" if turn == 0 else "other"])
            participations.append(
                ParticipationRow(made[one].key, row.key, role if draw.chance(0.9) else None)
            )
    return Initiatives(tuple(rows), tuple(participations), tuple(everyone))


def _crowds(made: Sequence[Citizen], organisations: Sequence[Organisation]) -> _Crowds:
    by_organisation: dict[int, list[int]] = defaultdict(list)
    by_place: dict[int, list[int]] = defaultdict(list)
    by_theme: dict[Key, list[int]] = defaultdict(list)
    organising: dict[Key | int, list[int]] = defaultdict(list)
    for citizen in made:
        by_place[citizen.place].append(citizen.number)
        for one in citizen.organisations:
            by_organisation[one].append(citizen.number)
        for theme in citizen.themes:
            by_theme[theme].append(citizen.number)
    for position, organisation in enumerate(organisations):
        for theme in organisation.themes:
            organising[theme].append(position)
        if organisation.place is not None:
            organising[organisation.place].append(position)
    return _Crowds(by_organisation, by_place, by_theme, organising)


def _organisers(draw: Draw, kind: InitiativeKind, place: int, crowds: _Crowds) -> tuple[int, ...]:
    chosen: dict[int, None] = {}
    for _ in range(draw.pick((0, 1, 1, 1, 2, 2, 3))):
        spot: Key | int = place if draw.chance(0.5) else draw.pick(kind.themes)
        if crowds.organising.get(spot):
            chosen[draw.pick(crowds.organising[spot])] = None
    return tuple(chosen)


def _size(draw: Draw, kind: InitiativeKind) -> int:
    """Return how many took part: nearer to the least than to the most."""
    least, most = kind.size
    return least + int((most - least) * draw.random() * draw.random())


def _participants(
    draw: Draw, kind: InitiativeKind, place: int, organisers: Sequence[int], size: int, crowds: _Crowds
) -> tuple[int, ...]:
    pools: list[Sequence[int]] = [crowds.by_place.get(place, ())]
    pools += [crowds.by_organisation.get(one, ()) for one in organisers]
    pools += [crowds.by_theme.get(theme, ()) for theme in kind.themes]
    pools = [pool for pool in pools if pool]
    wanted = min(KNOWN_MOST, max(2, int(size * (0.25 + 0.6 * draw.random()))))
    chosen: dict[int, None] = {}
    for _ in range(wanted * 2 if pools else 0):
        if len(chosen) >= wanted:
            break
        chosen[draw.pick(draw.pick(pools))] = None
    return tuple(chosen)


def _began(draw: Draw, kind: InitiativeKind, lasted: int, days: Days) -> int:
    """Return how many days ago it began, in a month that suits it: more of late, and few that still run."""
    began = 1 + int(10 * YEAR * draw.random() * (1.0 if draw.chance(0.6) else draw.random()))
    if lasted >= began and draw.chance(0.75):
        began = min(lasted + draw.between(5, 2 * YEAR), 10 * YEAR)
    first, last = kind.months
    while not first <= days[began].month <= last:
        began = began + 28 if began + 28 < 10 * YEAR else began - 12 * 28
    return began


def _row(
    draw: Draw,
    kind: InitiativeKind,
    key: Key,
    place: int,
    organisers: tuple[Key, ...],
    size: int,
    known: int,
    days: Days,
    titles: set[str],
) -> InitiativeRow:
    texts = initiative_texts()
    lasted = draw.between(*kind.days)
    began = _began(draw, kind, lasted, days)
    start, end = days[began], days[began - lasted]
    running = lasted >= began
    dated = not draw.chance(0.03)
    where = places()[place]
    title = draw.pick(kind.titles).format(plek=where.place)
    if title in titles:
        title = f"{title}, {start.year}"
    titles.add(title)
    sentences = [draw.pick(kind.about)]
    if draw.chance(0.35):
        sentences.append(draw.pick(texts.more))
    learned = [draw.pick(kind.lessons)] if draw.chance(0.75) else []
    if draw.chance(0.3):
        learned.append(draw.pick(texts.lessons))
    given = size if draw.chance(0.7) else None
    return InitiativeRow(
        key=key,
        title=title,
        start=start if dated else None,
        end=(end if draw.chance(0.4) else None) if running and dated else (end if dated else None),
        size=max(size, known) if given else None,
        themes=kind.themes if draw.chance(0.9) else kind.themes[:1],
        neighbourhoods=(where.key,),
        organisations=organisers,
        about=" ".join(sentences).format(n=size, plek=where.place) if draw.chance(0.9) else None,
        lessons=" ".join(learned) if learned and not running else None,
        public=True if draw.chance(0.7) else draw.pick((False, None)),
    )
