"""What two people on a list agree and differ on, as numbers a logistic score weighs."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from graph.model import Key, PersonRow
from ingest.duplicate_names import Name, core, family_first, parsed
from ingest.nicknames import GROUPS


@dataclass(frozen=True, slots=True)
class Person:
    """A row made ready: its name taken apart, its address and number in one spelling."""

    row: PersonRow
    name: Name
    email: str
    phone: str
    places: frozenset[Key]
    organisations: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Features:
    """How a pair agrees; 0 or 1 unless said otherwise.  What is unknown of either is 0.

    ``rare`` is how rare the agreeing parts of the name are on this list, in nats over ten.  ``known_given`` and
    ``known_family``: the two parts are near, and others on the list bear each of them, so it is hardly a slip;
    logarithms.  ``email_shared``, ``phone_shared``: logarithm of how many more share it.
    """

    given_form: float = 0.0
    given_short: float = 0.0
    given_initial: float = 0.0
    given_near: float = 0.0
    known_given: float = 0.0
    given_missing: float = 0.0
    family_near: float = 0.0
    family_core: float = 0.0
    known_family: float = 0.0
    family_part: float = 0.0
    family_other: float = 0.0
    both_unlike: float = 0.0
    swapped: float = 0.0
    generation: float = 0.0
    rare: float = 0.0
    email_same: float = 0.0
    email_near: float = 0.0
    email_user: float = 0.0
    email_other: float = 0.0
    email_shared: float = 0.0
    phone_same: float = 0.0
    phone_mobile: float = 0.0
    phone_near: float = 0.0
    phone_other: float = 0.0
    phone_shared: float = 0.0
    household: float = 0.0
    place_same: float = 0.0
    place_other: float = 0.0
    organisation_same: float = 0.0
    organisation_other: float = 0.0

    def values(self) -> tuple[float, ...]:
        """Return the numbers in the order of :data:`NAMES`."""
        return tuple(getattr(self, name) for name in NAMES)


NAMES: tuple[str, ...] = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Census:
    """How many people on a list bear a first name, a word of a family name, an address, a number."""

    people: int
    given: Counter[str]
    family: Counter[str]
    email: Counter[str]
    phone: Counter[str]

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Census":
        """Return the counts of a list."""
        return cls(
            len(people),
            Counter(person.name.given for person in people),
            Counter(core(word) for person in people for word in person.name.family),
            Counter(person.email for person in people if person.email),
            Counter(person.phone for person in people if person.phone),
        )

    def rarity(self, bearers: int) -> float:
        """Return how rare a part of a name is that `bearers` other people bear, in nats; two in 400 are assumed."""
        return math.log((self.people + 400) / (bearers + 2))

    def first_name(self, word: str) -> bool:
        """Return whether a word is a first name rather than a surname that was put first ("Peeters An").

        It is where people are called by it, or a long list has it first more than twice; and never where the list
        has it last more often.
        """
        first, last = self.given[word], self.family[core(word)]
        return first > last and (word in GROUPS or (self.people >= 100 and first > 2))

    def bearers(self, given: str) -> int:
        """Return how many bear a first name; one that people are called by has some even on a short list."""
        return max(self.given[given], 8 if given in GROUPS else 0)

    def knows(self, one: str, other: str) -> bool:
        """Return whether both are first names, by the list or by the names people are called."""
        return all(name in GROUPS or self.given[name] > 2 for name in (one, other))


def prepared(rows: Sequence[PersonRow]) -> list[Person]:
    """Return rows made ready for comparing; a list that names the family first is read that way."""
    names = [parsed(row.name) for row in rows]
    if family_first(names):
        names = [name if "," in row.name else name.turned() for name, row in zip(names, rows, strict=True)]
    return [
        Person(
            row,
            name,
            _mail(row.email),
            _digits(row.phone),
            frozenset(row.neighbourhoods),
            frozenset(row.organisations),
        )
        for name, row in zip(names, rows, strict=True)
    ]


def _mail(email: str | None) -> str:
    """Return an address without what does not tell people apart: case, and a "+label" before the @."""
    if email is None:
        return ""
    name, _, host = email.strip().casefold().partition("@")
    return f"{name.split('+')[0]}@{host}"


def _digits(phone: str | None) -> str:
    """Return the last nine digits: enough to tell numbers apart, with or without the code of the country."""
    digits = re.sub(r"\D", "", phone or "")
    return digits[-9:].lstrip("0") if len(digits) >= 8 else ""
