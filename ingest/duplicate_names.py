"""Names of people taken apart, for comparing: first name, family name, particles, and how they sound in Dutch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ingest.folding import fold
from ingest.nicknames import GROUPS, one_name

_PARTICLES = re.compile(
    r"(?:van|vande|vanden|vander|vd|v|de|der|den|ten|ter|het|t|d|la|le|du|da|dos|di|el|al|ben|ould)"
)
_LEADING_PARTICLE = re.compile(
    r"(?:vande[nr]?|van|vd)(?:de[nr]?)?(?=.{3})|(?:de[nr]?|te[nr]|d|el|al|le|la)(?=.{4})"
)
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "zoon": "jr", "ii": "jr", "jonge": "jr",
    "sr": "sr", "senior": "sr", "vader": "sr",
}  # fmt: skip
_TITLES = frozenset(
    ("mr", "mevr", "mevrouw", "dhr", "dr", "drs", "ir", "ing", "prof", "mw", "heer", "mme", "geb")
)
_WRONGLY_DECODED = re.compile("[ÃÂÄÅ][\x80-\u02ff\u2000-\u2122]")
_LOST_SIGN = re.compile(r"(?<=\w)[?\ufffd]|[?\ufffd](?=\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """A folded name: particles joined to what follows, titles gone; ``generation`` is "jr", "sr" or empty."""

    given: str
    family: tuple[str, ...]
    generation: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The first name, then the words of the family name."""
        return (self.given, *self.family) if self.given else self.family

    def turned(self) -> "Name":
        """Return the name read the other way round: what stood last is the first name."""
        if not self.family:
            return self
        return Name(self.family[-1], (self.given, *self.family[:-1]), self.generation)


def parsed(text: str) -> Name:
    """Return a name taken apart; the first name stands first, or behind a comma."""
    last, comma, first = repaired(text).partition(",")
    if comma and name_words(first):
        return _named((*name_words(first), *name_words(last)))
    return _named(name_words(last))


def family_first(names: Sequence[Name]) -> bool:
    """Return whether a list names people "Peeters Jan": more known first names stand last than first."""
    turned = sum((name.turned().given in GROUPS) - (name.given in GROUPS) for name in names if name.family)
    return turned > 0


def _named(words: Sequence[str]) -> Name:
    plain = [word for word in words if word not in _GENERATIONS and word not in _TITLES]
    kept = plain or list(words)
    generation = next((_GENERATIONS[word] for word in words if word in _GENERATIONS), "") if plain else ""
    return Name(kept[0], tuple(kept[1:]), generation) if kept else Name("", ())


def repaired(text: str) -> str:
    """Return a text whose accents were read in a wrong encoding as it was meant; a lost sign ("?") goes."""
    if _WRONGLY_DECODED.search(text):
        for encoding in ("cp1252", "latin-1"):
            try:
                text = text.encode(encoding).decode("utf-8")
                break
            except UnicodeError:
                continue
    return _LOST_SIGN.sub("", text)


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, particles joined to what follows: "Van den Berg" is "vandenberg"."""
    words: list[str] = []
    before = ""
    for at, word in enumerate(fold(name).split()):
        initial = at == 0 and len(word) == 1 and name.lstrip()[:1] not in "'’"
        if _PARTICLES.fullmatch(word) and not initial:
            before += word
        else:
            words.append(before + word)
            before = ""
    return (*words, before) if before else tuple(words)


@lru_cache(maxsize=50_000)
def core(word: str) -> str:
    """Return a family name without its particles: "vandenberghe", "vdberghe" and "berghe" are one."""
    return word[match.end() :] if (match := _LEADING_PARTICLE.match(word)) else word


_SOUNDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"sch", "sg"), (r"tj|dj", "j"), (r"ch|gh", "g"), (r"ck|c(?=[aourlk]|$)|q", "k"), (r"c", "s"), (r"ph", "f"),
        (r"th", "t"), (r"x", "ks"), (r"z", "s"), (r"ij|ei|ey|y|ie", "i"), (r"ouw|auw|ou|au", "o"), (r"oe|u", "o"),
        (r"ae", "a"), (r"[vw]", "f"), (r"h", ""), (r"dt|d\b", "t"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a folded name in one spelling of its sound in Dutch: Claes and Klaas, Janssens and Jansens."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the first sound of a name and the consonants after it: what most slips in vowels leave as it is."""
    heard = sound(core(word))
    return heard[:1] + re.sub(r"[aeiou]", "", heard[1:])


_FONDLY = re.compile(r"(?<=.{3})(?:[tp]je|e?ke|je)$")


@lru_cache(maxsize=100_000)
def given_kind(one: str, other: str) -> str:
    """Return how two first names agree: "same", "initial", "form", "near", "short", "missing" or "other".

    "short": one is the beginning or the end of the other, but for a "-ke" or "-je".  "near": a slip or two.
    "other" are clearly different first names.
    """
    if one == other:
        return "same"
    if not one or not other:
        return "missing"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else "other"
    if one_name(one, other):
        return "form"
    few, many = sorted((_FONDLY.sub("", one), _FONDLY.sub("", other)), key=len)
    if (len(few) >= 3 and many.startswith(few)) or (len(few) >= 4 and many.endswith(few)):
        return "short"
    few, many = sorted((one, other), key=len)
    if sound(one) == sound(other):
        return "near"
    slips = OSA.distance(one, other)
    return "near" if slips <= (0 if len(few) < 3 else 1 if len(many) <= 5 else 2) else "other"


@lru_cache(maxsize=100_000)
def family_kind(one: str, other: str) -> str:
    """Return how two words of family names agree: "same", "near", "core" (but for particles) or "other"."""
    if one == other:
        return "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[:1] == other[:1] else "other"
    bare, bare_other = core(one), core(other)
    if bare == bare_other or sound(bare) == sound(bare_other):
        return "core" if bare == bare_other else "near"
    slips = min(OSA.distance(one, other), OSA.distance(bare, bare_other))
    length = min(len(one), len(other))
    return (
        "near" if slips <= (0 if length < 3 else 1 if length <= 5 else 2 if length <= 9 else 3) else "other"
    )
