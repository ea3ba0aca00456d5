"""Second entries of the same people, damaged under two error models that differ in how and how often things go wrong.

Model A: random letters, accents lost, particles joined or split, a partner's name hyphened on, names turned round,
initials, short forms of first names, contacts missing or mistyped.
Model B: neighbouring keys of an azerty keyboard, letters doubled or left out, spelled by ear in Dutch, accents broken
by a wrong encoding, particles abbreviated or dropped, a partner's name instead, a second first name, forms of first
names of its own list, addresses of work, turned digits, moved house; and more than one thing wrong at a time.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from evaluation.town import Listed, mail_of, phone_of, town
from graph.model import Key, PersonRow
from ingest.folding import fold

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Draft:
    """An entry while it is damaged."""

    given: str
    family: str
    email: str | None
    phone: str | None
    places: tuple[Key, ...]
    groups: tuple[Key, ...]
    written: str = ""

    @property
    def name(self) -> str:
        """The name as written."""
        return self.written or f"{self.given} {self.family}"


Damage = Callable[[Draft, random.Random], None]


def _lettered(draft: Draft, dice: random.Random, change: Callable[[str, random.Random], str]) -> None:
    """Change one word of the name, mostly of the family name as it is longer."""
    if dice.random() < 0.4 and len(draft.given) > 2:
        draft.given = change(draft.given, dice)
    else:
        draft.family = change(draft.family, dice)


def _random_letter(word: str, dice: random.Random) -> str:
    at, kind = dice.randrange(len(word)), dice.randrange(4)
    if kind == 0:
        return word[:at] + dice.choice(LETTERS) + word[at:]
    if kind == 1 and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + dice.choice(LETTERS) + word[at + 1 :]


_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")


def _key_beside(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    row = next((row for row in _ROWS if word[at].casefold() in row), "")
    if dice.random() < 0.35 or not row:
        return word[:at] + word[at] + word[at:] if dice.random() < 0.5 else word[:at] + word[at + 1 :]
    place = row.index(word[at].casefold())
    beside = dice.choice([sign for sign in (row[place - 1 : place] + row[place + 1 : place + 2]) if sign])
    return word[:at] + beside + word[at + (1 if dice.random() < 0.7 else 0) :]


_BY_EAR = (
    ("ck", "k"), ("ck", "kx"), ("ae", "aa"), ("aa", "ae"), ("ei", "ij"), ("ij", "ei"), ("y", "ij"), ("ey", "ei"),
    ("uy", "ui"), ("ui", "uy"), ("th", "t"), ("gh", "g"), ("ch", "g"), ("c", "k"), ("k", "c"), ("z", "s"), ("s", "z"),
    ("v", "f"), ("dt", "d"), ("d", "dt"), ("ph", "f"), ("ie", "i"), ("oo", "o"), ("ou", "au"), ("ss", "s"),
    ("nn", "n"), ("tt", "t"), ("qu", "kw"), ("oe", "u"), ("x", "ks"), ("ee", "e"), ("ll", "l"),
)  # fmt: skip


def _by_ear(word: str, dice: random.Random) -> str:
    able = [(old, new) for old, new in _BY_EAR if old in word]
    return word.replace(*dice.choice(able), 1) if able else _key_beside(word, dice)


def typed_at_random(draft: Draft, dice: random.Random) -> None:
    _lettered(draft, dice, _random_letter)


def typed_beside(draft: Draft, dice: random.Random) -> None:
    _lettered(draft, dice, _key_beside)


def heard(draft: Draft, dice: random.Random) -> None:
    _lettered(draft, dice, _by_ear)


def accents_lost(draft: Draft, dice: random.Random) -> None:
    for name in ("given", "family"):
        plain = unicodedata.normalize("NFKD", getattr(draft, name))
        setattr(draft, name, "".join(sign for sign in plain if not unicodedata.combining(sign)))


def accents_broken(draft: Draft, dice: random.Random) -> None:
    way = dice.randrange(3)
    for name in ("given", "family"):
        text: str = getattr(draft, name)
        if way == 0:
            text = text.encode("utf-8").decode("latin-1")
        else:
            text = "".join(sign if ord(sign) < 128 else "?" if way == 1 else "\ufffd" for sign in text)
        setattr(draft, name, text)


_PARTICLE = re.compile(r"^(van den|van der|van de|vanden|vander|van|de|el|ben)\s", re.IGNORECASE)


def particle_joined(draft: Draft, dice: random.Random) -> None:
    if _PARTICLE.match(draft.family):
        draft.family = draft.family.replace(" ", "").capitalize()
    elif match := re.match(r"(vanden|vander|van|de)(?=[a-z]{4})", draft.family, re.IGNORECASE):
        draft.family = f"{match[0]} {draft.family[match.end() :].capitalize()}"
    else:
        typed_at_random(draft, dice)


def particle_short(draft: Draft, dice: random.Random) -> None:
    short = {"van den": "v.d.", "van der": "v.d.", "van de": "vd", "van": "V.", "vanden": "Vd", "vander": "Vd"}
    match = _PARTICLE.match(draft.family)
    if not match:
        heard(draft, dice)
    elif dice.random() < 0.5:
        draft.family = draft.family[match.end() :]
    else:
        draft.family = f"{short.get(match[1].casefold(), match[1][0])} {draft.family[match.end() :]}"


_PARTNERS = (
    "Wuyts", "Cools", "Hendrickx", "Van Hove", "De Backer", "Lenaerts", "Mertens", "Bogaert", "Claeys", "Peeters",
    "Van Damme", "De Smedt", "Janssens", "Goossens", "Yıldız", "Bakkali", "Moens", "Vermeulen", "Van Dyck", "Torfs",
    "Aerts", "Willems", "Dubois", "Verlinden", "Segers", "Pauwels", "De Vos", "Geerts", "Thys", "Van Acker",
)  # fmt: skip


def _partner(dice: random.Random) -> str:
    return dice.choice(_PARTNERS)


def married_hyphened(draft: Draft, dice: random.Random) -> None:
    parts = [draft.family, _partner(dice)]
    draft.family = "-".join(parts if dice.random() < 0.7 else parts[::-1])


def married_replaced(draft: Draft, dice: random.Random) -> None:
    draft.family = _partner(dice)


def turned(draft: Draft, dice: random.Random) -> None:
    draft.written = f"{draft.family}{dice.choice((',', ''))} {draft.given}"


def turned_bare(draft: Draft, dice: random.Random) -> None:
    draft.written = f"{draft.family.upper()} {draft.given}"


def initial(draft: Draft, dice: random.Random) -> None:
    draft.given = f"{draft.given[0]}."


def second_name(draft: Draft, dice: random.Random) -> None:
    draft.given += " " + dice.choice(("Maria", "Jozef", "M.", "Anna", "Frans", "L."))


_FORMS_A = (
    ("jan", "johan"), ("maria", "mieke"), ("jozef", "jef"), ("frans", "franciscus"), ("peter", "pieter"),
    ("elisabeth", "els"), ("anna", "an"), ("thomas", "tom"), ("alexander", "alex"), ("robert", "rob"),
    ("hendrik", "rik"), ("mohamed", "mohammed"), ("johanna", "jo"), ("willem", "wim"), ("marc", "mark"),
)  # fmt: skip
_FORMS_B = (
    ("maria", "ria"), ("jan", "jean"), ("jozef", "jos"), ("louis", "lowie"), ("marie", "mie"), ("anna", "anneke"),
    ("luc", "lucien"), ("christine", "stien"), ("rita", "margriet"), ("mohamed", "mo"), ("fatima", "fatna"),
    ("emma", "emke"), ("lucas", "luuk"), ("paul", "polleke"), ("patrick", "patje"), ("julie", "juultje"),
    ("karel", "sjarel"), ("simonne", "mon"), ("marcel", "celle"), ("guy", "gie"), ("johan", "jo"), ("sarah", "saar"),
)  # fmt: skip


def _shortened(name: str, dice: random.Random) -> str:
    return name[: dice.randrange(3, 5)]


def _fondly(name: str, dice: random.Random) -> str:
    """Return a first name as a child's ("Wardje", "Emmake") or from its end on ("Xander", "Rina")."""
    if len(name) >= 7 and dice.random() < 0.4:
        return name[-5:].capitalize()
    return name.rstrip("aeiou") + dice.choice(("ke", "je"))


def _form(pairs: tuple[tuple[str, str], ...], otherwise: Callable[[str, random.Random], str]) -> Damage:
    def change(draft: Draft, dice: random.Random) -> None:
        plain = fold(draft.given)
        able = [pair for pair in pairs if plain in pair]
        if able:
            pair = dice.choice(able)
            draft.given = (pair[1] if plain != pair[1] else pair[0]).capitalize()
        else:
            draft.given = otherwise(draft.given, dice)

    return change


def mail_missing(draft: Draft, dice: random.Random) -> None:
    draft.email = None


def phone_missing(draft: Draft, dice: random.Random) -> None:
    draft.phone = None


def mail_mistyped(draft: Draft, dice: random.Random) -> None:
    if draft.email:
        user, _, host = draft.email.partition("@")
        draft.email = f"{_random_letter(user, dice)}@{host}"


def mail_of_work(draft: Draft, dice: random.Random) -> None:
    draft.email = mail_of(dice, draft.given, draft.family).partition("@")[0] + "@work.example.com"


def phone_other(draft: Draft, dice: random.Random) -> None:
    draft.phone = phone_of(dice, mobile=dice.random() < 0.5)


def mail_other(draft: Draft, dice: random.Random) -> None:
    draft.email = mail_of(dice, draft.given, draft.family)


def mail_moved(draft: Draft, dice: random.Random) -> None:
    if draft.email:
        draft.email = draft.email.partition("@")[0] + "@new.example.com"


def phone_mistyped(draft: Draft, dice: random.Random) -> None:
    if draft.phone:
        at = dice.randrange(4, len(draft.phone))
        draft.phone = draft.phone[:at] + str(dice.randrange(10)) + draft.phone[at + 1 :]


def other_group(draft: Draft, dice: random.Random) -> None:
    draft.groups = (Key(f"o{dice.randrange(300)}"),)


def no_group(draft: Draft, dice: random.Random) -> None:
    draft.groups = ()


def phone_turned(draft: Draft, dice: random.Random) -> None:
    if draft.phone:
        at = dice.randrange(4, len(draft.phone) - 1)
        draft.phone = draft.phone[:at] + draft.phone[at + 1] + draft.phone[at] + draft.phone[at + 2 :]


def moved(draft: Draft, dice: random.Random) -> None:
    draft.places = (Key(f"w{dice.randrange(40)}"),) if dice.random() < 0.6 else ()


@dataclass(frozen=True)
class ErrorModel:
    """Damage to names, of which `most` at a time and at least none, and to the rest by chance."""

    label: str
    names: Mapping[str, tuple[float, Damage]]
    rest: tuple[tuple[float, Damage], ...]
    counts: tuple[float, ...]


A = ErrorModel(
    "A",
    {
        "none": (1.5, lambda draft, dice: None),
        "typing": (3, typed_at_random),
        "accents": (0.4, accents_lost),
        "particles": (1, particle_joined),
        "married, added": (0.8, married_hyphened),
        "married, replaced": (0.3, married_replaced),
        "turned": (1, turned),
        "initial": (0.8, initial),
        "form": (0.8, _form(_FORMS_A, _shortened)),
    },
    ((0.08, mail_other), (0.05, mail_moved), (0.3, mail_missing), (0.3, phone_missing), (0.1, mail_mistyped),
     (0.08, phone_other), (0.06, phone_mistyped), (0.08, moved), (0.3, no_group), (0.1, other_group)),
    (0.75, 0.25),
)  # fmt: skip
B = ErrorModel(
    "B",
    {
        "none": (1, lambda draft, dice: None),
        "typing": (2, typed_beside),
        "by ear": (2.5, heard),
        "accents": (0.5, accents_broken),
        "particles": (1.2, particle_short),
        "married, added": (0.5, married_hyphened),
        "married, replaced": (0.5, married_replaced),
        "turned": (1, turned_bare),
        "initial": (0.6, initial),
        "second name": (0.6, second_name),
        "form": (0.8, _form(_FORMS_B, _fondly)),
    },
    ((0.25, mail_missing), (0.2, phone_missing), (0.15, mail_of_work), (0.1, phone_other), (0.06, phone_turned),
     (0.15, moved), (0.3, no_group), (0.2, other_group)),
    (0.6, 0.3, 0.1),
)  # fmt: skip


@dataclass(frozen=True)
class DamagedList:
    """A shuffled list; ``truth`` the pairs that are one person, ``kinds`` what went wrong between the two."""

    people: tuple[PersonRow, ...]
    truth: frozenset[frozenset[Key]]
    kinds: Mapping[frozenset[Key], tuple[str, ...]]


def damaged(people: int, model: ErrorModel, seed: int) -> DamagedList:
    """Return a list of `people` entries, of which a fifth are second (or third) entries of somebody."""
    dice = random.Random(seed)
    first = town(people - people // 5, dice)
    clusters: dict[Key, list[tuple[Key, tuple[str, ...]]]] = {}
    rows = [person.row for person in first]
    for number in range(people // 5):
        person = dice.choice(first)
        row, kinds = _entry_again(person, model, dice, Key(f"q{number:06}"))
        rows.append(row)
        clusters.setdefault(person.row.key, [(person.row.key, ())]).append((row.key, kinds))
    dice.shuffle(rows)
    found: dict[frozenset[Key], tuple[str, ...]] = {}
    for entries in clusters.values():
        for at, (one, damage) in enumerate(entries):
            for other, damage_other in entries[at + 1 :]:
                found[frozenset((one, other))] = tuple(sorted({*damage, *damage_other} - {"none"})) or ("none",)
    return DamagedList(tuple(rows), frozenset(found), found)


def _entry_again(
    person: Listed, model: ErrorModel, dice: random.Random, key: Key
) -> tuple[PersonRow, tuple[str, ...]]:
    row = person.row
    draft = Draft(person.given, person.family, row.email, row.phone, row.neighbourhoods, row.organisations)
    chances = [weight for weight, _ in model.names.values()]
    count = dice.choices(range(1, len(model.counts) + 1), model.counts)[0]
    kinds = set(dice.choices(list(model.names), chances, k=count))
    for kind in sorted(kinds, key=lambda kind: kind == "turned"):
        model.names[kind][1](draft, dice)
    for chance, damage in model.rest:
        if dice.random() < chance:
            damage(draft, dice)
    again = replace(
        row, key=key, name=draft.name, email=draft.email, phone=draft.phone,
        neighbourhoods=draft.places, organisations=draft.groups,
    )  # fmt: skip
    return again, tuple(sorted(kinds))
