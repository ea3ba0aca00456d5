"""What two people on a list agree and differ on, as numbers a logistic score weighs."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import OSA

from graph.model import Key, PersonRow
from ingest.duplicate_names import Name, core, family_first, family_kind, given_kind, parsed
from ingest.nicknames import GROUPS

_MOBILE = re.compile(r"4[5-9]\d{7}")
"""A Belgian mobile number, without the 0: carried by one person, where a landline is a household's."""


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
            row, name, _mail(row.email), _digits(row.phone), frozenset(row.neighbourhoods), frozenset(row.organisations)
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


def compared(one: Person, other: Person, census: Census) -> Features | None:
    """Return how two people agree, or None where they are clearly two.

    They are where their first names clearly differ, whatever else they share (a household shares a surname, a phone
    and often a mail address); and where their family names do, unless they share an address, or a number and a
    neighbourhood or organisation.
    """
    seen = dict[str, float]()
    if not _compare_names(one.name, other.name, census, seen):
        return None
    _compare_mail(one, other, census, seen)
    _compare_phone(one, other, census, seen)
    unsure = seen.get("given_near") or seen.get("given_initial") or seen.get("given_short") or seen.get("given_form")
    if unsure and seen.get("phone_same") and not seen.get("family_other"):
        seen["household"] = 1.0
    if one.places and other.places:
        seen["place_other" if one.places.isdisjoint(other.places) else "place_same"] = 1.0
    if one.organisations and other.organisations:
        differ = one.organisations.isdisjoint(other.organisations)
        seen["organisation_other" if differ else "organisation_same"] = 1.0
    if "family_other" in seen and "email_same" not in seen:
        around = "place_same" in seen or "organisation_same" in seen
        if not ("phone_same" in seen and around):
            return None
    return Features(**seen)


def _compare_names(one: Name, other: Name, census: Census, seen: dict[str, float]) -> bool:
    """Add what the names say; False where they are clearly of two people."""
    kind = _givens(one.given, other.given, census)
    families = _families(one.family, other.family)
    if kind == "other" or families == "other":
        turned = _turned(one, other)
        if turned is None and kind == "other":
            return False
        if turned is not None:
            one, other = turned
            kind, families = given_kind(one.given, other.given), _families(one.family, other.family)
            seen["swapped"] = 1.0
    if one.generation != other.generation:
        seen["generation"] = 1.0
    rare = 0.0
    if kind != "same":
        seen[f"given_{kind}"] = 1.0
        if kind in ("near", "short", "form"):
            seen["known_given"] = math.log(max(1, min(census.bearers(one.given), census.bearers(other.given))))
        rare += 1.5
    else:
        rare += census.rarity(census.given[one.given] - 2)
    if families == "missing":
        seen["given_missing"] = 1.0
    elif families != "same":
        seen[f"family_{families}"] = 1.0
        if families == "near":
            seen["known_family"] = math.log(max(1, _least_known(one.family, other.family, census)))
    if kind != "same" and families not in ("same", "core"):
        seen["both_unlike"] = 1.0
    if families not in ("other", "missing"):
        shared = [word for word in map(core, one.family) if word in set(map(core, other.family))]
        rare += max((census.rarity(census.family[word] - 2) for word in shared), default=2.0)
    seen["rare"] = rare / 10
    return True


def _givens(one: str, other: str, census: Census) -> str:
    """Return how two first names agree; near ones of which the list knows both, and that begin otherwise, do not."""
    kind = given_kind(one, other)
    if kind == "near" and one[0] != other[0] and (min(len(one), len(other)) < 4 or census.knows(one, other)):
        return "other"
    return kind


def _turned(one: Name, other: Name) -> tuple[Name, Name] | None:
    """Return the names with one of them read the other way round, where all of it then agrees."""
    for pair in ((one, other.turned()), (one.turned(), other)):
        first, second = pair
        if given_kind(first.given, second.given) in ("same", "near", "form") and _families(
            first.family, second.family
        ) in ("same", "near", "core", "part"):
            return pair
    return None


def _families(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Return how two family names agree: "same", "core", "near", "part" (one has more words), "other", "missing"."""
    if one == other:
        return "same" if one else "missing"
    if not one or not other:
        return "missing"
    joined, joined_other = "".join(one), "".join(other)
    if joined == joined_other:
        return "core"
    few, left = (one, list(other)) if len(one) <= len(other) else (other, list(one))
    worst = 0
    for word in few:
        at, rank = min(
            ((at, _RANK[family_kind(word, candidate)]) for at, candidate in enumerate(left)), key=lambda item: item[1]
        )
        worst = max(worst, rank)
        del left[at]
    if worst == _RANK["other"]:
        return "near" if len(one) != len(other) and family_kind(joined, joined_other) in ("near", "core") else "other"
    if left:
        return "part"
    return "same" if worst == 0 else "core" if worst == 1 else "near"


_RANK = {"same": 0, "core": 1, "near": 2, "initial": 3, "other": 4}


def _least_known(one: Sequence[str], other: Sequence[str], census: Census) -> int:
    """Return how often the rarer of the words is borne that two near family names differ in."""
    apart = {core(word) for word in one} ^ {core(word) for word in other}
    return min((census.family[word] for word in apart), default=1)


def _compare_mail(one: Person, other: Person, census: Census, seen: dict[str, float]) -> None:
    if not one.email or not other.email:
        return
    if one.email == other.email:
        seen["email_same"] = 1.0
        seen["email_shared"] = math.log(max(1, census.email[one.email] - 1))
        return
    user, user_other = one.email.partition("@")[0], other.email.partition("@")[0]
    if len(user) >= 5 and user == user_other:
        seen["email_user"] = 1.0
    elif min(len(user), len(user_other)) >= 5 and OSA.distance(one.email, other.email, score_cutoff=2) <= 2:
        seen["email_near"] = 1.0
    else:
        seen["email_other"] = 1.0


def _compare_phone(one: Person, other: Person, census: Census, seen: dict[str, float]) -> None:
    if not one.phone or not other.phone:
        return
    if one.phone == other.phone:
        seen["phone_same"] = 1.0
        seen["phone_mobile"] = float(bool(_MOBILE.fullmatch(one.phone)))
        seen["phone_shared"] = math.log(max(1, census.phone[one.phone] - 1))
    else:
        near = OSA.distance(one.phone, other.phone, score_cutoff=1) <= 1
        seen["phone_near" if near else "phone_other"] = 1.0
