"""What somebody wants of those who ask: when ("even niet"), how often, about which themes, and about whom not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from graph.access import Question, Viewer
from graph.errors import InvalidInput
from graph.network import DEFAULT_ASK_LIMIT
from graph.store import Store
from queries.edits import Edit, Side, change_person
from queries.query import Query
from queries.records import person as stored_person
from queries.snapshots import utc_today
from queries.versions import Seen, mark

MOST_ASKS = 31
"""Asks a month that somebody may wish for at most: one a day."""

MOST_THEMES = 50
MOST_PEOPLE = 50


class Keep(Enum):
    """Stands for a wish that stays as it is."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Wishes:
    """Wishes of one person.

    ``paused_until`` is the last day of a pause, ``None`` without one; ``ask_limit`` the number of open asks from
    which they are left in peace; ``ask_themes`` ids of themes, empty for every theme; ``not_about`` ids of people
    about whom, or towards whom, they do not want to be asked.  ``updated_at`` says when the person was changed last
    (UTC), ``mark`` tells whether they still are what was seen.
    """

    paused_until: date | None
    ask_limit: int
    ask_themes: tuple[str, ...]
    updated_at: str | None
    mark: str
    not_about: tuple[str, ...] = ()

    def paused(self, day: date) -> bool:
        """Tell whether they are not to be asked on `day`."""
        return self.paused_until is not None and self.paused_until >= day


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody about whom a person does not want to be asked."""

    id: str


NOT_ABOUT_OF = Query("not_about_of", _Named)


def read(store: Store, viewer: Viewer, person: str) -> Wishes:
    """Return the wishes of a person (an id).

    Raises
    ------
    NotAllowed, UnknownThing, StoreUnavailable
    """
    stored = stored_person(store, viewer, person)
    own = stored.properties
    until, limit = own.get("paused_until"), own.get("ask_limit")
    return Wishes(
        paused_until=date.fromisoformat(until) if until else None,
        ask_limit=DEFAULT_ASK_LIMIT if limit is None else limit,
        ask_themes=tuple(own.get("ask_themes") or ()),
        updated_at=own.get("updated_at"),
        mark=mark(stored),
        not_about=tuple(each.id for each in NOT_ABOUT_OF.read(store, city=viewer.city, id=person)),
    )


def change(
    store: Store,
    viewer: Viewer,
    person: str,
    *,
    paused_until: date | Keep | None = KEEP,
    ask_limit: int | Keep | None = KEEP,
    ask_themes: Sequence[str] | Keep = KEEP,
    not_about: Sequence[str] | Keep = KEEP,
    seen: str | None = None,
    expected: Seen | None = None,
) -> Wishes:
    """Change wishes of a person (an id) and return them all; they hold for the next answer.

    Parameters
    ----------
    paused_until
        Last day on which they are not asked, today or later; ``None`` ends a pause.
    ask_limit
        Open asks from which they are left in peace, 1 to 31; ``None`` for the usual 3.  Not 0: who does not want to
        be asked at all pauses or withdraws, so that it shows as what it is.
    ask_themes
        Ids of the themes they want to be asked about, narrower ones included; empty for every theme.
    not_about
        Ids of the people about whom, or towards whom, they do not want to be asked; at most 50, and empty for
        nobody.  See docs/decisions/0007-not-about.md.
    seen
        The ``updated_at`` the change was made on; another one in the store is a conflict.
    expected
        What was seen of the person as a whole.

    Raises
    ------
    NotAllowed, UnknownThing, InvalidInput, Conflict, StoreUnavailable
    """
    viewer.require(Question.WRITE)
    changes: dict[str, object] = {}
    if not isinstance(paused_until, Keep):
        changes["paused_until"] = _day(paused_until)
    if not isinstance(ask_limit, Keep):
        changes["ask_limit"] = _limit(ask_limit)
    if not isinstance(ask_themes, Keep):
        changes["ask_themes"] = _themes(ask_themes)
    sides = [] if isinstance(not_about, Keep) else [_not_about(person, not_about)]
    if changes or sides:
        change_person(store, viewer, person, Edit(changes, sides), seen=seen, expected=expected)
    return read(store, viewer, person)


def _day(until: date | None) -> str | None:
    today = utc_today()
    if until is not None and until < today:
        message = (
            f"De laatste dag van een pauze ({until}) is al voorbij; geef een dag vanaf {today}, "
            "of beëindig de pauze. "
            f"/ The last day of a pause ({until}) is over; give a day from {today} on, or end the pause."
        )
        raise InvalidInput(message)
    return until.isoformat() if until is not None else None


def _limit(asks: int | None) -> int | None:
    if asks is not None and not 1 <= asks <= MOST_ASKS:
        message = (
            f"Het aantal vragen per maand is {asks}; verwacht 1 tot {MOST_ASKS}. "
            "Wie helemaal niet gevraagd wil worden, pauzeert of trekt de toestemming als verbinder in. "
            f"/ The number of asks a month is {asks}; expected 1 to {MOST_ASKS}. "
            "Who does not want to be asked at all pauses or withdraws the connector consent."
        )
        raise InvalidInput(message)
    return asks


def _not_about(person: str, named: Sequence[str]) -> Side:
    found = sorted(set(named))
    if len(found) > MOST_PEOPLE:
        message = (
            f"Er staan {len(found)} mensen; verwacht hoogstens {MOST_PEOPLE}. "
            "Wie bijna niemand wil voorstellen, trekt beter de toestemming als verbinder in. "
            f"/ There are {len(found)} people; expected at most {MOST_PEOPLE}. "
            "Who wants to introduce hardly anybody had better withdraw the connector consent."
        )
        raise InvalidInput(message)
    if person in found:
        message = (
            "Niemand kan zichzelf hier noemen; kies iemand anders. "
            "/ Nobody can name themselves here; choose somebody else."
        )
        raise InvalidInput(message)
    return Side("NOT_ABOUT", "Person", {other: {} for other in found})


def _themes(themes: Sequence[str]) -> list[str] | None:
    found = sorted(set(themes))
    if len(found) > MOST_THEMES:
        message = (
            f"Er staan {len(found)} thema's; verwacht hoogstens {MOST_THEMES}. "
            "Geen enkel thema betekent: over alles. "
            f"/ There are {len(found)} themes; expected at most {MOST_THEMES}. No theme at all means: about anything."
        )
        raise InvalidInput(message)
    return found or None
