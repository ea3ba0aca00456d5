"""People who may stand in a list twice, with reasons, for a person to decide; nothing is merged here.

Blocking brings together those who share a mail address, a phone number, or nearly a name; a logistic score over what
the pair agrees and differs on judges (Fellegi and Sunter 1969, with learnt weights).  A shared phone never suffices,
nor a phone and an address with clearly different first names: households share them.
"""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from graph.model import Key, PersonRow
from ingest.duplicate_blocks import LARGEST_BLOCK, candidates
from ingest.duplicate_compare import compared
from ingest.duplicate_features import NAMES, Census, Features, Person, prepared
from ingest.refusals import Words

_TOLD_EVERY = 500

__all__ = ["LARGEST_BLOCK", "LikelyDuplicate", "Weights", "likely_duplicates"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the score, by the names of :class:`ingest.duplicate_features.Features`.

    Learnt on made-up lists under error model A: ``python -m evaluation.duplicates --learn`` prints them.  They
    hold as well as ``docs/results.md`` tells of error model B.  Pairs from ``threshold`` on are told of; it is where
    F1 is best on other lists under A.
    """

    start: float = -3.22
    given_form: float = 3.73
    given_short: float = 3.14
    given_initial: float = 1.18
    given_near: float = 2.35
    known_given: float = -1.75
    given_missing: float = 0.07
    family_near: float = 2.38
    family_core: float = -0.16
    known_family: float = -1.72
    family_part: float = 1.09
    family_other: float = 1.09
    both_unlike: float = -1.55
    swapped: float = 0.19
    generation: float = -3.33
    rare: float = 2.3
    email_same: float = 3.89
    email_near: float = 1.35
    email_user: float = 0.07
    email_other: float = -2.05
    email_shared: float = -1.64
    phone_same: float = 2.29
    phone_mobile: float = 1.98
    phone_near: float = 2.19
    phone_other: float = -1.52
    phone_shared: float = -0.39
    household: float = -1.21
    place_same: float = 1.94
    place_other: float = -1.78
    organisation_same: float = 4.41
    organisation_other: float = -1.44
    threshold: float = 0.42

    def of_features(self) -> tuple[float, ...]:
        """Return the weights in the order of the features."""
        return tuple(getattr(self, name) for name in NAMES)


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two people who may be one, the weightiest reason first; ``score`` in [0, 1] orders them, it is no chance.

    ``there`` says that ``other`` is the id of somebody in the network, where ``one`` is the key of a row.
    """

    one: Key
    other: Key
    score: float
    reasons: tuple[Words, ...]
    there: bool = False


def likely_duplicates(
    people: Sequence[PersonRow],
    *,
    limit: int = 100,
    decided: Collection[frozenset[Key]] = (),
    weights: Weights | None = None,
    told: Callable[[int, int], None] | None = None,
) -> tuple[LikelyDuplicate, ...]:
    """Return the likeliest pairs first, at most `limit`, without the pairs of keys in `decided`.

    Who is `told` hears how many people were compared, and of how many.

    Notes
    -----
    Linear in the people for the blocks, and at most the square of 60 within one.
    """
    given = weights or Weights()
    factors, left_out = given.of_features(), frozenset(decided)
    ready = prepared(people)
    census = Census.of(ready)
    found: list[LikelyDuplicate] = []
    pairs = candidates(ready)
    for at, (a, b) in enumerate(pairs):
        if told is not None and at % _TOLD_EVERY == 0:
            told(len(ready) * at // len(pairs), len(ready))
        one, other = ready[a], ready[b]
        if left_out and frozenset((one.row.key, other.row.key)) in left_out:
            continue
        features = compared(one, other, census)
        if features is None:
            continue
        parts = [factor * value for factor, value in zip(factors, features.values(), strict=True)]
        score = 1 / (1 + math.exp(-given.start - sum(parts)))
        if score >= given.threshold:
            weighed = dict(zip(NAMES, parts, strict=True))
            found.append(
                LikelyDuplicate(
                    one.row.key, other.row.key, round(score, 4), _reasons(one, other, features, weighed)
                )
            )
    found.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    return tuple(found[:limit])


_ABOUT_NAMES = NAMES[: NAMES.index("email_same")]

_IN_COMMON = (
    (("email_same", "email_shared"), Words("hetzelfde e-mailadres", "the same e-mail")),
    (("email_near",), Words("bijna hetzelfde e-mailadres", "nearly the same e-mail")),
    (("email_user",), Words("hetzelfde e-mailadres tot aan de @", "the same e-mail up to the @")),
    (
        ("phone_same", "phone_mobile", "phone_shared", "household"),
        Words("dezelfde telefoon", "the same phone"),
    ),
    (("phone_near",), Words("bijna dezelfde telefoon", "nearly the same phone")),
    (("place_same",), Words("dezelfde wijk", "the same neighbourhood")),
    (("organisation_same",), Words("dezelfde organisatie", "the same organisation")),
)


def _reasons(one: Person, other: Person, features: Features, weighed: dict[str, float]) -> tuple[Words, ...]:
    """Return what two people have in common, the weightiest first."""
    told = [(sum(weighed[name] for name in _ABOUT_NAMES), _of_names(one, other, features))]
    for names, words in _IN_COMMON:
        if getattr(features, names[0]):
            told.append((sum(weighed[name] for name in names), words))
    return tuple(words for _, words in sorted(told, key=lambda item: -item[0]))


_OF_NAMES = (
    ("swapped", Words("voor- en familienaam omgewisseld", "first and family name the other way round")),
    (
        "family_other",
        Words("dezelfde voornaam met een andere familienaam", "one first name, another family name"),
    ),
    ("family_part", Words("een familienaam met een deel meer", "a name with a part more")),
    ("given_initial", Words("een voorletter die past", "an initial that fits")),
    ("given_form", Words("vormen van één voornaam", "forms of one first name")),
    ("given_short", Words("een verkorte voornaam", "a first name cut short")),
)


def _of_names(one: Person, other: Person, features: Features) -> Words:
    if one.name == other.name:
        return Words("dezelfde naam", "the same name")
    alike = Words("namen die op elkaar lijken", "names that look alike")
    if not features.both_unlike or features.swapped:
        alike = next((words for name, words in _OF_NAMES if getattr(features, name)), alike)
    both = f": {one.row.name}, {other.row.name}"
    return Words(alike.nl + both, alike.en + both)
