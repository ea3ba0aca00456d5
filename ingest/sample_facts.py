"""What the sample city is drawn from: facts about Antwerp and names, and texts written for it.

Real: neighbourhoods (code, name, district, postcode, centroid, inhabitants: Stad Antwerpen, open data, 2025), names
with how many bear them (Statbel, 2022), the eight themes at the top (Flemish product catalogue).  Everything else
in ``sample_data`` is written for this city and speaks of nobody.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal, TypeVar

import yaml
from pydantic import TypeAdapter

from graph.model import Key, NeighbourhoodRow, RequestKind, Sector, TalentRow, ThemeRow
from ingest.sample_draw import Weighted

T = TypeVar("T")
Size = Literal["small", "medium", "large"]


@dataclass(frozen=True, slots=True)
class Place:
    """A neighbourhood; ``place`` is how one says that something is there, as in "op het Kiel"."""

    key: Key
    name: str
    district: str
    postcode: str
    latitude: float
    longitude: float
    inhabitants: int
    place: str

    def row(self) -> NeighbourhoodRow:
        """Return the row of the table."""
        return NeighbourhoodRow(
            self.key, self.name, self.district, "Antwerpen", self.postcode, self.latitude, self.longitude
        )


@dataclass(frozen=True, slots=True)
class ThemeFact:
    """A theme; ``around`` is how it stands after "rond", ``weight`` how many care about it."""

    key: Key
    label_nl: str
    label_en: str
    broader: str
    around: str
    weight: int


@dataclass(frozen=True, slots=True)
class TalentFact:
    """A talent."""

    key: Key
    label_nl: str
    label_en: str
    broader: str


@dataclass(frozen=True, slots=True)
class NameFact:
    """A name with how many people bear it; ``list`` is male, female or family."""

    list: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of person: what they can do, where they stand and what they write of themselves."""

    key: str
    weight: int
    sectors: dict[Sector, int]
    talents: tuple[Key, ...]
    about: tuple[str, ...]
    themes: tuple[Key, ...] = ()
    languages: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class AboutTexts:
    """Sentences anybody may add, those of people who work, and texts in other languages by code."""

    theme: tuple[str, ...]
    place: tuple[str, ...]
    practical: tuple[str, ...]
    busy: tuple[str, ...]
    other_languages: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """A kind of organisation."""

    kind: str
    sector: Sector
    weight: int
    size: Size
    names: tuple[str, ...]
    themes: tuple[Key, ...]
    talents: tuple[Key, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationTexts:
    """Kinds, the words of invented names, and roles of members by size."""

    kinds: tuple[OrganisationKind, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    roles: dict[Size, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class InitiativeKind:
    """A kind of initiative; ``days`` and ``size`` are the least and the most, ``months`` when it can begin."""

    themes: tuple[Key, ...]
    weight: int
    days: tuple[int, int]
    size: tuple[int, int]
    titles: tuple[str, ...]
    about: tuple[str, ...]
    lessons: tuple[str, ...]
    months: tuple[int, int] = (1, 12)


@dataclass(frozen=True, slots=True)
class InitiativeTexts:
    """Kinds, what may be said of any initiative, and roles: of who leads and of the others."""

    kinds: tuple[InitiativeKind, ...]
    lessons: tuple[str, ...]
    more: tuple[str, ...]
    roles: dict[Literal["first", "other"], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RequestText:
    """A request as somebody of ``sector`` would put it."""

    kind: RequestKind
    title: str
    text: str
    themes: tuple[Key, ...]
    talents: tuple[Key, ...]
    people: int
    sector: Sector
    languages: tuple[str, ...] = ()


def _read(kind: type[T], name: str) -> T:
    text = (files("ingest") / "sample_data" / name).read_text(encoding="utf-8")
    content = list(csv.DictReader(StringIO(text))) if name.endswith(".csv") else yaml.safe_load(text)
    return TypeAdapter(kind).validate_python(content)


@cache
def places() -> tuple[Place, ...]:
    """Return the 66 neighbourhoods, in the order of their codes."""
    return _read(tuple[Place, ...], "neighbourhoods.csv")


@cache
def inhabited() -> Weighted[int]:
    """Return positions of neighbourhoods by the number of people who live there."""
    return Weighted.of([(position, place.inhabitants) for position, place in enumerate(places())])


@cache
def theme_facts() -> dict[str, ThemeFact]:
    """Return themes by key."""
    return {fact.key: fact for fact in _read(tuple[ThemeFact, ...], "themes.csv")}


def theme_rows() -> tuple[ThemeRow, ...]:
    """Return the table of themes, broader ones first."""
    return tuple(
        ThemeRow(fact.key, fact.label_nl, fact.label_en, Key(fact.broader) if fact.broader else None)
        for fact in theme_facts().values()
    )


@cache
def theme_bag() -> Weighted[Key]:
    """Return themes by how many care about them."""
    return Weighted.of([(fact.key, fact.weight) for fact in theme_facts().values()])


@cache
def talent_rows() -> tuple[TalentRow, ...]:
    """Return the table of talents, broader ones first."""
    return tuple(
        TalentRow(fact.key, fact.label_nl, fact.label_en, Key(fact.broader) if fact.broader else None)
        for fact in _read(tuple[TalentFact, ...], "talents.csv")
    )


@cache
def names(which: Literal["male", "female", "family"]) -> Weighted[str]:
    """Return names of one list by how many people bear them."""
    facts = _read(tuple[NameFact, ...], "names.csv")
    return Weighted.of([(fact.name, fact.count) for fact in facts if fact.list == which])


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the kinds of people."""
    return _read(tuple[Profile, ...], "profiles.yaml")


@cache
def about_texts() -> AboutTexts:
    """Return the sentences anybody may add."""
    return _read(AboutTexts, "about.yaml")


@cache
def organisation_texts() -> OrganisationTexts:
    """Return the kinds and words of organisations."""
    return _read(OrganisationTexts, "organisations.yaml")


@cache
def initiative_texts() -> InitiativeTexts:
    """Return the kinds and words of initiatives."""
    return _read(InitiativeTexts, "initiatives.yaml")


@cache
def request_texts() -> tuple[RequestText, ...]:
    """Return the requests."""
    return _read(tuple[RequestText, ...], "requests.yaml")
