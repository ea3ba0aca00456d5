"""What a generated city is like, and what is true of its people."""

from dataclasses import dataclass
from datetime import date

from evaluation.hidden_words import TALENTS, THEMES
from graph.network import Floats, Mask

TODAY = date(2026, 11, 23)
SIDE = 5
"""Neighbourhoods lie in a square of this many rows and columns."""

NARROW = sum(len(group.narrower) for group in THEMES)
SKILLS = sum(len(group.narrower) for group in TALENTS)


@dataclass(frozen=True, slots=True)
class CityModel:
    """What a generated city is like.

    Attributes
    ----------
    people
        How many people.
    homophily, craft, sharp
        Share of ties that follow likeness, in [0, 1]; how much of that likeness is skill rather than interest; and
        the power of likeness to which the chance of such a tie is proportional.
    revealed, reworded, empty
        Share of skills that a profile names, of those that stand in other words in the text only, and of people
        whose profile is empty.
    shared
        How often a request that says something in other words happens on the words of profiles.
    noise
        Share of theme tags that say nothing of the person.
    misspelt
        Share of the longer words with a typing error, in profiles and requests.
    drift, age
        How much of the interest behind profile, initiatives and ties is no longer that of today, in [0, 1]; mean age
        of ties and initiatives in years.
    ties, initiatives
        Mean of the ties somebody declares; people for each initiative.
    theme, skill, near, time, luck
        How heavily interest, skill, distance and time weigh in the truth, and the spread of what nobody can know.
    """

    people: int = 2000
    homophily: float = 0.5
    craft: float = 0.0
    sharp: float = 3.0
    revealed: float = 0.6
    reworded: float = 0.3
    empty: float = 0.25
    shared: float = 0.25
    noise: float = 0.2
    misspelt: float = 0.03
    drift: float = 0.1
    age: float = 2.0
    ties: float = 6.0
    initiatives: float = 10.0
    theme: float = 1.0
    skill: float = 1.0
    near: float = 1.0
    time: float = 0.5
    luck: float = 0.3


@dataclass(frozen=True)
class Hidden:
    """What is true of people, and never shown to the scorer.

    Attributes
    ----------
    mix
        Interest today; rows sum to 1.  Shape (people, themes).
    skills
        0 where somebody can't, otherwise up to 1.  Shape (people, talents).
    home, range, time
        Place in the unit square, shape (people, 2); how far somebody goes, in the same unit; and time in [0, 1].
    speaks
        Shape (people, languages).
    asked
        How often others find them: popular people have more ties and more open asks; mean 1.
    """

    mix: Floats
    skills: Floats
    home: Floats
    range: Floats
    time: Floats
    speaks: Mask
    asked: Floats
