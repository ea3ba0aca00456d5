"""What stands around a picture: of which city and when, how many people, for whom, and under which consents."""

from collections.abc import Callable

from queries.drawn import DataSheet
from queries.phrases import Words, day
from viz.sheets import PURPOSES, ROLES, counted, title
from viz.texts import fit
from viz.words import Language

SHOWN = ("people", "counted_people", "organisations", "ties", "memberships", "communities")
"""Counts that a picture tells, in this order."""


def saying(language: Language) -> Callable[[Words], str]:
    """Return what says words in a language, as text that every format can hold."""
    return lambda words: fit(words.en if language == "en" else words.nl)


def captions(sheet: DataSheet, language: Language) -> tuple[str, str]:
    """Return the heading of a picture and the line under it."""
    say = saying(language)
    told = [
        f"{sheet.counts[name]} {say(counted(name, sheet.counts[name]))}"
        for name in SHOWN
        if name in sheet.counts
    ]
    role = ROLES.get(sheet.role, Words(sheet.role, sheet.role))
    made = day(sheet.made_at.date())
    told.append(say(Words(f"gemaakt op {made.nl} voor {role.nl}", f"made on {made.en} for {role.en}")))
    if sheet.consents:
        purposes = [PURPOSES.get(each, Words(each, each)) for each in sheet.consents]
        asked = "; ".join(map(say, purposes))
        told.append(say(Words(f"alleen wie instemt met: {asked}", f"only who agrees to: {asked}")))
    else:
        told.append(say(Words("iedereen in de stad", "everybody in the city")))
    return say(title(sheet)), " · ".join(told)
