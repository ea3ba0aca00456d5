"""What people of a generated city tell of themselves: part of the truth, in tags and in Dutch, with errors."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from evaluation.hidden_model import NARROW, SIDE, SKILLS, CityModel, Hidden
from evaluation.hidden_words import FILLER, LANGUAGES, TALENTS, THEMES, Concept
from graph.model import Availability
from graph.network import Floats

NARROW_THEMES = tuple(concept for group in THEMES for concept in group.narrower)
NARROW_TALENTS = tuple(concept for group in TALENTS for concept in group.narrower)
BROAD = tuple(f"theme:{at:02}" for at, group in enumerate(THEMES) for _ in group.narrower)
"""Id of the broader theme of each narrow one."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT = 5
"""Words of fewer letters are spelt right."""

FALSE = 0.15
"""Share of people who name a talent they don't have."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody wrote down."""

    themes: tuple[tuple[str, int | None], ...] = ()
    talents: tuple[tuple[str, int | None], ...] = ()
    languages: frozenset[str] = frozenset()
    neighbourhoods: tuple[str, ...] = ()
    about: str | None = None
    availability: str | None = None


def theme_id(narrow: int) -> str:
    """Return the id of a narrow theme."""
    return f"theme:n{narrow:02}"


def talent_id(narrow: int) -> str:
    """Return the id of a narrow talent."""
    return f"talent:n{narrow:02}"


def place_id(home: Floats) -> str:
    """Return the id of the neighbourhood around a home."""
    row, column = (home * SIDE).astype(int).tolist()
    return f"wijk:{row * SIDE + column:02}"


def misspelt(chance: Generator, text: str, share: float) -> str:
    """Return `text` with a letter lost, doubled, changed or swapped in a share of its longer words."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if len(word) < SHORT or chance.random() >= share:
            continue
        place = int(chance.integers(1, len(word) - 1))
        before, letter, after = word[:place], word[place], word[place + 1 :]
        words[at] = (
            before + after,
            before + letter * 2 + after,
            before + LETTERS[int(chance.integers(len(LETTERS)))] + after,
            before[:-1] + letter + before[-1] + after,
        )[int(chance.integers(4))]
    return " ".join(words)


def said(chance: Generator, concept: Concept, reworded: float, own: float = 0.0) -> str:
    """Return a concept by its label or, in a share of the cases, in the words of profiles or in `own` ones."""
    if chance.random() < reworded:
        return concept.otherwise[int(chance.random() < own)]
    return concept.label.lower()


def profiles(chance: Generator, model: CityModel, hidden: Hidden, mix: Floats) -> list[Profile]:
    """Return everyone's profile; `mix` is what they cared about when they wrote it, shape (people, themes)."""
    return [_profile(chance, model, hidden, mix[at], at) for at in range(model.people)]


def _profile(chance: Generator, model: CityModel, hidden: Hidden, mix: Floats, at: int) -> Profile:
    empty = chance.random() < model.empty
    place = (place_id(hidden.home[at]),) if chance.random() < (0.5 if empty else 0.85) else ()
    speaks = [code for (code, _), knows in zip(LANGUAGES, hidden.speaks[at].tolist(), strict=True) if knows]
    languages = frozenset(code for code in speaks if chance.random() < (0.5 if empty else 0.9))
    if empty:
        return Profile(languages=languages, neighbourhoods=place)
    themes: dict[str, int | None] = {}
    sentences = [FILLER[int(chance.integers(len(FILLER)))]]
    for _ in range(int(chance.integers(1, 4))):
        wrong = chance.random() < model.noise
        narrow = int(chance.integers(NARROW)) if wrong else int(chance.choice(NARROW, p=mix))
        identity = BROAD[narrow] if chance.random() < 0.3 else theme_id(narrow)
        themes[identity] = int(chance.integers(0, 4)) if chance.random() < 0.4 else None
        if chance.random() < 0.5:
            sentences.append(f"Ik geef om {said(chance, NARROW_THEMES[narrow], 0.5)}.")
    talents, told = _talents(chance, model, hidden.skills[at])
    sentences += [f"Ik help met {what}." for what in told]
    return Profile(
        themes=tuple(sorted(themes.items())),
        talents=talents,
        languages=languages,
        neighbourhoods=place,
        about=misspelt(chance, " ".join(sentences), model.misspelt),
        availability=_availability(chance, float(hidden.time[at])),
    )


def _talents(
    chance: Generator, model: CityModel, skills: Floats
) -> tuple[tuple[tuple[str, int | None], ...], list[str]]:
    talents: dict[str, int | None] = {}
    told: list[str] = []
    for skill in np.flatnonzero(skills).tolist():
        if chance.random() >= model.revealed:
            continue
        concept = NARROW_TALENTS[skill]
        if chance.random() < model.reworded:
            told.append(said(chance, concept, 1.0))
            continue
        level = int(np.clip(np.ceil(3.0 * skills[skill] + chance.normal(0.0, 0.5)), 1, 3))
        talents[talent_id(skill)] = level if chance.random() < 0.7 else None
        if chance.random() < 0.5:
            told.append(said(chance, concept, 0.0))
    if chance.random() < FALSE:
        talents.setdefault(talent_id(int(chance.integers(SKILLS))), None)
    return tuple(sorted(talents.items())), told


def _availability(chance: Generator, time: float) -> str | None:
    if time < 0.12:
        return Availability.NO if chance.random() < 0.7 else None
    if chance.random() < 0.5:
        return None
    return Availability.LIMITED if time < 0.4 else Availability.YES
