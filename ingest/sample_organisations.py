"""Invented organisations of the sample city: many small, a handful of hundreds."""

import re
import unicodedata
from dataclasses import dataclass

from graph.model import Key, OrganisationRow, TalentOffer, ThemeInterest
from ingest.sample_draw import Draw, Weighted
from ingest.sample_facts import (
    OrganisationKind,
    inhabited,
    organisation_texts,
    places,
    theme_facts,
)

MARK = " (fictief)"
"""Stands at the end of the name of every invented person and organisation."""

CAPACITY = {"small": (3, 14), "medium": (15, 45), "large": (120, 420)}
KNOWN_MOST = 70
"""Weight above which an organisation draws no more of the network's people: of a big service few take part."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with what the other tables are drawn by: its place, its pull on people and its themes."""

    row: OrganisationRow
    kind: OrganisationKind
    place: int | None
    pull: int
    themes: tuple[Key, ...]


def slug(text: str) -> str:
    """Return the plain letters and digits of `text` with dots between words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", ".", plain).strip(".")


def organisations(people: int, seed: int) -> tuple[Organisation, ...]:
    """Return about one organisation for every fifteen people, at least one of each kind."""
    draw = Draw(seed, "organisations")
    kinds = organisation_texts().kinds
    bag = Weighted.of([(position, kind.weight) for position, kind in enumerate(kinds)])
    taken: set[str] = set()
    made: list[Organisation] = []
    for number in range(10 + people // 15):
        kind = kinds[number] if number < len(kinds) else kinds[draw.weighted(bag)]
        made.append(_organisation(draw, kind, number + 1, taken))
    return tuple(made)


def _organisation(draw: Draw, kind: OrganisationKind, number: int, taken: set[str]) -> Organisation:
    least, most = CAPACITY[kind.size]
    capacity = draw.between(least, most)
    if draw.chance(0.1):
        capacity *= 2
    place = None if kind.size == "large" and draw.chance(0.6) else draw.weighted(inhabited())
    themes = draw.some(kind.themes, draw.between(1, 3))
    name = _name(draw, kind, themes[0], taken)
    where = places()[place].place if place is not None else "in de hele stad"
    about = draw.pick(kind.about).format(plek=where, rond=theme_facts()[themes[0]].around)
    public = True if draw.chance(0.6) else draw.pick((False, None))
    row = OrganisationRow(
        key=Key(f"o{number}"),
        name=name + MARK,
        sector=kind.sector,
        kind=kind.kind,
        size=capacity if kind.size == "large" or draw.chance(0.6) else None,
        neighbourhoods=(places()[place].key,) if place is not None else (),
        themes=tuple(
            ThemeInterest(theme, draw.between(1, 3) if draw.chance(0.7) else None) for theme in themes
        ),
        talents=tuple(
            TalentOffer(talent, draw.between(1, 3) if draw.chance(0.7) else None)
            for talent in draw.some(kind.talents, draw.between(0, 2))
        ),
        website=f"https://{slug(name).replace('.', '-')}.example.org" if draw.chance(0.4) else None,
        email=f"info.o{number}@example.org" if draw.chance(0.6) else None,
        about=about if draw.chance(0.8) else None,
        public=public,
    )
    return Organisation(row, kind, place, min(capacity, KNOWN_MOST), themes)


def _name(draw: Draw, kind: OrganisationKind, theme: Key, taken: set[str]) -> str:
    words = organisation_texts()
    while True:
        invented = f"De {draw.pick(words.adjectives)} {draw.pick(words.nouns)}"
        name = draw.pick(kind.names).format(naam=invented, thema=theme_facts()[theme].label_nl)
        if name not in taken:
            taken.add(name)
            return name
