"""What people agreed to, and what of it is in force on a day.

Consents are events that are never changed.  In force for a purpose is the latest event that has begun, if it
was given and has not run out.  Latest is by first day, then by the moment it was recorded, then by id, so that a
withdrawal recorded on the day of the consent itself wins.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from graph.model import Purpose, Scope


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One event of one person.

    ``start`` and ``end`` are the first and the last day; ``themes`` are theme ids, empty for every theme;
    ``recorded_at`` is a UTC time in ISO form.
    """

    purpose: Purpose
    given: bool
    start: date
    recorded_at: str
    id: str = ""
    end: date | None = None
    scope: Scope | None = None
    themes: tuple[str, ...] = ()


def in_force(events: Iterable[ConsentEvent], purpose: Purpose, day: date) -> ConsentEvent | None:
    """Return the event that allows `purpose` on `day`, or ``None`` where nothing does."""
    begun = [event for event in events if event.purpose is purpose and event.start <= day]
    if not begun:
        return None
    latest = max(begun, key=lambda event: (event.start, event.recorded_at, event.id))
    if not latest.given or (latest.end is not None and latest.end < day):
        return None
    return latest


def covers(event: ConsentEvent, scope: Scope, themes: Collection[str] | None) -> bool:
    """Tell whether a connector consent holds for a question.

    Parameters
    ----------
    event
        The consent that is in force.
    scope
        On whose behalf the question is asked.
    themes
        The theme asked about together with every broader one, as ids; ``None`` for a question without a theme,
        which only a consent for every theme covers: somebody who agreed to be asked about one thing did not
        agree to be asked about anything.
    """
    if scope is Scope.PARTNERS and event.scope is not Scope.PARTNERS:
        return False
    return not event.themes or (themes is not None and any(theme in event.themes for theme in themes))
