"""One pair of people compared: what they agree and differ on, or that they are clearly two."""

import math
import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from ingest.duplicate_features import Census, Features, Person
from ingest.duplicate_names import Name, core, family_kind, given_kind
from ingest.nicknames import GROUPS

_MOBILE = re.compile(r"4[5-9]\d{7}")
"""A Belgian mobile number, without the 0: carried by one person, where a landline is a household's."""


def compared(one: Person, other: Person, census: Census) -> Features | None:
    """Return how two people agree, or None where they are clearly two.

    They are where their first names clearly differ, whatever else they share (a household shares a surname, a phone
    and often a mail address); and where their family names do, unless the first name is surely one and they
    share an address, or a number and a neighbourhood or organisation.
    """
    seen = dict[str, float]()
    if not _compare_names(one.name, other.name, census, seen):
        return None
    _compare_mail(one, other, census, seen)
    _compare_phone(one, other, census, seen)
    unsure = (
        seen.get("given_near")
        or seen.get("given_initial")
        or seen.get("given_short")
        or seen.get("given_form")
    )
    if unsure and seen.get("phone_same") and not seen.get("family_other"):
        seen["household"] = 1.0
    if one.places and other.places:
        seen["place_other" if one.places.isdisjoint(other.places) else "place_same"] = 1.0
    if one.organisations and other.organisations:
        differ = one.organisations.isdisjoint(other.organisations)
        seen["organisation_other" if differ else "organisation_same"] = 1.0
    if "family_other" in seen:
        surely = all(census.first_name(person.name.given) for person in (one, other))
        if not (surely and _one_contact(seen)):
            return None
    return Features(**seen)


def _one_contact(seen: dict[str, float]) -> bool:
    """Return whether people share an address, or a number and a neighbourhood or organisation."""
    around = "place_same" in seen or "organisation_same" in seen
    return "email_same" in seen or ("phone_same" in seen and around)


def _compare_names(one: Name, other: Name, census: Census, seen: dict[str, float]) -> bool:
    """Add what the names say; False where they are clearly of two people."""
    kind = _givens(one.given, other.given, census)
    families = _families(one.family, other.family)
    if kind == "other" or families == "other":
        turned = _turned(one, other, census)
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
            seen["known_given"] = math.log(
                max(1, min(census.bearers(one.given), census.bearers(other.given)))
            )
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


def _turned(one: Name, other: Name, census: Census) -> tuple[Name, Name] | None:
    """Return the names with one of them read the other way round, where all of it then agrees.

    Of two such readings, the one whose first names are the more usual first names.
    """
    agreeing = [
        (first, second)
        for first, second in ((one, other.turned()), (one.turned(), other))
        if given_kind(first.given, second.given) in ("same", "near", "form")
        and _families(first.family, second.family) in ("same", "near", "core", "part")
    ]

    def usual(names: tuple[Name, Name]) -> tuple[int, list[str]]:
        given = sorted(name.given for name in names)
        return sum((census.given[word] + 1) * (9 if word in GROUPS else 1) for word in given), given

    return max(agreeing, key=usual, default=None)


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
            ((at, _RANK[family_kind(word, candidate)]) for at, candidate in enumerate(left)),
            key=lambda item: item[1],
        )
        worst = max(worst, rank)
        del left[at]
    if worst == _RANK["other"]:
        return (
            "near"
            if len(one) != len(other) and family_kind(joined, joined_other) in ("near", "core")
            else "other"
        )
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
