"""People who may stand in a list twice, with reasons, for a person to decide; nothing is merged here.

Blocking (Fellegi and Sunter 1969) brings together those who share a mail address, a phone number, or a name up to
order, particles and a slip; a logistic score over features of the pair judges.  A shared phone never suffices:
households share one.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from graph.model import Key, PersonRow
from ingest.folding import fold
from ingest.refusals import Words

LARGEST_BLOCK = 60
"""A key that more people share says nothing, and would cost a square of comparisons."""

_PARTICLES = re.compile(
    r"(?:van|vande|vanden|vander|de|der|den|ten|ter|het|t|d|la|le|du|da|dos|di|el|al|ben|ould)"
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the score, set by hand so that every example of the tests falls on its side.

    ``start`` is for a pair that agrees on nothing.  The others are added in proportion to how well it agrees.
    """

    start: float = -7.0
    name: float = 6.0
    same_name: float = 1.5
    email: float = 4.5
    phone: float = 2.0
    neighbourhood: float = 1.0
    organisation: float = 1.2
    other_neighbourhood: float = -1.0
    other_email: float = -0.7
    other_phone: float = -0.5
    threshold: float = 0.5
    name_floor: float = 0.72


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two people who may be one; ``score`` in [0, 1] orders them, it is no chance."""

    one: Key
    other: Key
    score: float
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    row: PersonRow
    name: str
    words: tuple[str, ...]
    email: str
    phone: str


def likely_duplicates(
    people: Sequence[PersonRow],
    *,
    limit: int = 100,
    decided: Collection[frozenset[Key]] = (),
    weights: Weights | None = None,
) -> tuple[LikelyDuplicate, ...]:
    """Return the likeliest pairs first, at most `limit`, without those that somebody `decided` about.

    Notes
    -----
    Linear in the people for the blocks, and at most the square of 60 within one.
    """
    given = weights or Weights()
    settled = frozenset(decided)
    prepared = [_prepared(row) for row in people]
    found = [
        pair
        for a, b in sorted(_candidates(prepared))
        if frozenset({people[a].key, people[b].key}) not in settled
        and (pair := _judged(prepared[a], prepared[b], given)) is not None
    ]
    found.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    return tuple(found[:limit])


def _prepared(row: PersonRow) -> _Person:
    words = name_words(row.name)
    return _Person(row, " ".join(sorted(words)), words, _mail(row.email), _digits(row.phone))


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, particles joined to what follows: "Van den Berg" is "vandenberg"."""
    words: list[str] = []
    before = ""
    for word in fold(name).split():
        if _PARTICLES.fullmatch(word):
            before += word
        else:
            words.append(before + word)
            before = ""
    return (*words, before) if before else tuple(words)


def _mail(email: str | None) -> str:
    """Return an address without what does not tell people apart: case, and a "+label" before the @."""
    if email is None:
        return ""
    name, _, host = email.casefold().partition("@")
    return f"{name.split('+')[0]}@{host}"


def _digits(phone: str | None) -> str:
    """Return the last nine digits: enough to tell numbers apart, with or without the code of the country."""
    digits = re.sub(r"\D", "", phone or "")
    return digits[-9:].lstrip("0") if len(digits) >= 8 else ""


def name_keys(words: Sequence[str]) -> frozenset[str]:
    """Return keys of which people with nearly the same name share one.

    The sound of all words in any order; and for each word the sound of the others beside its first letter (for
    initials), itself, and itself with one sign left out (one slip shares a key, as in symmetric deletion).
    """
    sounds = [sound(word) for word in words]
    keys = {f"s:{''.join(sorted(sounds))}"}
    for at, word in enumerate(words):
        rest = "".join(sorted(sounds[:at] + sounds[at + 1 :]))
        if not rest:
            continue
        keys.update((f"i:{word[0]}:{rest}", f"d:{word}:{rest}"))
        if len(word) >= 4:
            keys.update(f"d:{word[:cut]}{word[cut + 1 :]}:{rest}" for cut in range(len(word)))
    return frozenset(keys)


_SOUNDS = (
    (r"sch", "sg"), (r"ch", "g"), (r"ck|c(?=[aourlk])|q", "k"), (r"c", "s"), (r"ph", "f"), (r"th", "t"),
    (r"x", "ks"), (r"z", "s"), (r"ij|ei|ey|y|ie", "i"), (r"ou|au|auw|ouw", "o"), (r"oe|u", "o"), (r"ae", "a"),
    (r"[vw]", "f"), (r"h", ""), (r"dt|d\b", "t"), (r"(.)\1+", r"\1"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a folded name in one spelling of its sound in Dutch: Claes and Klaas, Janssens and Jansens."""
    for pattern, instead in _SOUNDS:
        word = re.sub(pattern, instead, word)
    return word


def _blocks(people: Sequence[_Person]) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for key in _keys(person):
            blocks[key].append(at)
    for block in blocks.values():
        if 2 <= len(block) <= LARGEST_BLOCK:
            yield block


def _keys(person: _Person) -> Iterable[str]:
    yield from name_keys(person.words)
    if person.email:
        yield f"m:{person.email}"
    if person.phone:
        yield f"p:{person.phone}"


def _candidates(people: Sequence[_Person]) -> set[tuple[int, int]]:
    return {pair for block in _blocks(people) for pair in combinations(block, 2)}


def _alike(one: _Person, other: _Person) -> float:
    """Return how alike two names are, in [0, 1]: that of the least alike words, each paired with its best.

    A word that only one of them has takes off a tenth.  The least alike, because "An Peeters" and "Jan Peeters"
    differ in one sign and are two people.
    """
    if one.name == other.name:
        return 1.0
    few, many = sorted((one.words, other.words), key=len)
    left = list(many)
    least = 1.0
    for word in sorted(few, key=len, reverse=True):
        likeness, best = max((_word(word, candidate), candidate) for candidate in left)
        least = min(least, likeness)
        left.remove(best)
    return max(0.0, least - 0.1 * len(left)) if few else 0.0


@lru_cache(maxsize=100_000)
def _word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if 1 in (len(one), len(other)):
        return 0.8 if one[0] == other[0] else 0.0
    return max(JaroWinkler.similarity(one, other) - 0.1, 0.9 if sound(one) == sound(other) else 0.0)


def _judged(one: _Person, other: _Person, weights: Weights) -> LikelyDuplicate | None:
    alike = _alike(one, other)
    same_email = bool(one.email) and one.email == other.email
    if alike < weights.name_floor and not (same_email and alike >= weights.name_floor / 2):
        return None
    reasons: list[Words] = []
    total = weights.start + weights.name * alike
    if one.name == other.name:
        total += weights.same_name
        reasons.append(Words("dezelfde naam", "the same name"))
    else:
        reasons.append(
            Words(
                f"namen die op elkaar lijken: {one.row.name}, {other.row.name}",
                f"names that look alike: {one.row.name}, {other.row.name}",
            )
        )
    for a, b, same, differs, nl, en in (
        (
            one.email,
            other.email,
            weights.email,
            weights.other_email,
            "hetzelfde e-mailadres",
            "the same e-mail",
        ),
        (one.phone, other.phone, weights.phone, weights.other_phone, "dezelfde telefoon", "the same phone"),
    ):
        if a and b:
            total += same if a == b else differs
            if a == b:
                reasons.append(Words(nl, en))
    places = frozenset(one.row.neighbourhoods), frozenset(other.row.neighbourhoods)
    if all(places):
        total += weights.neighbourhood if places[0] & places[1] else weights.other_neighbourhood
        if places[0] & places[1]:
            reasons.append(Words("dezelfde wijk", "the same neighbourhood"))
    if frozenset(one.row.organisations) & frozenset(other.row.organisations):
        total += weights.organisation
        reasons.append(Words("dezelfde organisatie", "the same organisation"))
    score = 1 / (1 + math.exp(-total))
    if score < weights.threshold:
        return None
    return LikelyDuplicate(one.row.key, other.row.key, round(score, 4), tuple(reasons))
