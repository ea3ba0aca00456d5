"""Second entries of the same people, damaged under two error models that differ in how and how often things go wrong.

Model A: random letters, accents lost, particles joined or split, a partner's name hyphened on, names turned round,
initials, short forms of first names, contacts missing or mistyped.
Model B: neighbouring keys of an azerty keyboard, letters doubled or left out, spelled by ear in Dutch, accents broken
by a wrong encoding, particles abbreviated or dropped, a partner's name instead, a second first name, forms of first
names of its own list, addresses of work, turned digits, moved house; and more than one thing wrong at a time.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaluation.damages import (
    FORMS_A,
    FORMS_B,
    Damage,
    Draft,
    accents_broken,
    accents_lost,
    fondly,
    form,
    heard,
    initial,
    mail_missing,
    mail_mistyped,
    mail_moved,
    mail_of_work,
    mail_other,
    married_hyphened,
    married_replaced,
    moved,
    no_group,
    other_group,
    particle_joined,
    particle_short,
    phone_missing,
    phone_mistyped,
    phone_other,
    phone_turned,
    second_name,
    shortened,
    turned,
    turned_bare,
    typed_at_random,
    typed_beside,
)
from evaluation.town import Listed, town
from graph.model import Key, PersonRow


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
        "form": (0.8, form(FORMS_A, shortened)),
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
        "form": (0.8, form(FORMS_B, fondly)),
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
                found[frozenset((one, other))] = tuple(sorted({*damage, *damage_other} - {"none"})) or (
                    "none",
                )
    return DamagedList(tuple(rows), frozenset(found), found)


def _entry_again(
    person: Listed, model: ErrorModel, dice: random.Random, key: Key
) -> tuple[PersonRow, tuple[str, ...]]:
    row = person.row
    draft = Draft(person.given, person.family, row.email, row.phone, row.neighbourhoods, row.organisations)
    chances = [weight for weight, _ in model.names.values()]
    count = dice.choices(range(1, len(model.counts) + 1), model.counts)[0]
    kinds = set(dice.choices(list(model.names), chances, k=count))
    for kind in sorted(kinds, key=lambda kind: (kind == "turned", kind)):
        model.names[kind][1](draft, dice)
    for chance, damage in model.rest:
        if dice.random() < chance:
            damage(draft, dice)
    again = replace(
        row, key=key, name=draft.name, email=draft.email, phone=draft.phone,
        neighbourhoods=draft.places, organisations=draft.groups,
    )  # fmt: skip
    return again, tuple(sorted(kinds))
