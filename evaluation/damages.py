"""What goes wrong when somebody is entered a second time; each function damages a draft of the entry."""

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from evaluation.town import mail_of, phone_of
from graph.model import Key
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
    short = {
        "van den": "v.d.",
        "van der": "v.d.",
        "van de": "vd",
        "van": "V.",
        "vanden": "Vd",
        "vander": "Vd",
    }
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


FORMS_A = (
    ("jan", "johan"), ("maria", "mieke"), ("jozef", "jef"), ("frans", "franciscus"), ("peter", "pieter"),
    ("elisabeth", "els"), ("anna", "an"), ("thomas", "tom"), ("alexander", "alex"), ("robert", "rob"),
    ("hendrik", "rik"), ("mohamed", "mohammed"), ("johanna", "jo"), ("willem", "wim"), ("marc", "mark"),
)  # fmt: skip
FORMS_B = (
    ("maria", "ria"), ("jan", "jean"), ("jozef", "jos"), ("louis", "lowie"), ("marie", "mie"), ("anna", "anneke"),
    ("luc", "lucien"), ("christine", "stien"), ("rita", "margriet"), ("mohamed", "mo"), ("fatima", "fatna"),
    ("emma", "emke"), ("lucas", "luuk"), ("paul", "polleke"), ("patrick", "patje"), ("julie", "juultje"),
    ("karel", "sjarel"), ("simonne", "mon"), ("marcel", "celle"), ("guy", "gie"), ("johan", "jo"), ("sarah", "saar"),
)  # fmt: skip


def shortened(name: str, dice: random.Random) -> str:
    return name[: dice.randrange(3, 5)]


def fondly(name: str, dice: random.Random) -> str:
    """Return a first name as a child's ("Wardje", "Emmake") or from its end on ("Xander", "Rina")."""
    if len(name) >= 7 and dice.random() < 0.4:
        return name[-5:].capitalize()
    return name.rstrip("aeiou") + dice.choice(("ke", "je"))


def form(pairs: tuple[tuple[str, str], ...], otherwise: Callable[[str, random.Random], str]) -> Damage:
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
