"""Who must still be told that they are kept here: people who did not say it themselves (GDPR, article 14).

Whoever is in the network because a table or somebody else named them has to hear so within a month of being recorded,
or earlier: when they are first written to, or first named to somebody else (article 14(3)).  Of whom a consent was
recorded, given or withdrawn, was spoken with then; nobody asks for a consent without saying for what (article 4(11)).
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.access import Question, Viewer
from graph.errors import InvalidInput
from graph.store import Store
from queries.edits import Edit, change_person
from queries.query import Query
from queries.snapshots import utc_today

WHEN = (
    "Wie door een tabel of door iemand anders is opgegeven, moet dat binnen een maand horen: dat Ploeg de gegevens "
    "bewaart, welke, van wie ze komen, waarvoor, hoe lang, en welke rechten men heeft (AVG, artikel 14). Spreekt of "
    "schrijft u iemand eerder, of noemt u iemand aan een ander, dan op dat moment. "
    "/ Whoever was named by a table or by somebody else must hear so within a month: that Ploeg keeps the data, "
    "which, where they came from, what for, how long, and what rights one has (GDPR, article 14). Where you speak or "
    "write to them earlier, or name them to somebody else, then at that moment."
)


class How(StrEnum):
    """How somebody was told."""

    LETTER = "letter"
    MAIL = "mail"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Untold:
    """Somebody who was not told yet, as the store gives them."""

    id: str
    key: str
    name: str
    created_at: str
    source: str | None
    batch: str | None
    reachable: bool


@dataclass(frozen=True, slots=True)
class ToInform:
    """Somebody who must still be told; `reachable` where a mail address is known, `due` the last day for it."""

    id: str
    key: str
    name: str
    recorded: date
    source: str | None
    batch: str | None
    reachable: bool
    due: date
    overdue: bool

    @property
    def place(self) -> str:
        """Where they stand in the list: longest kept first."""
        return f"{self.recorded}/{self.id}"


TO_INFORM = Query("to_inform", Untold)


def to_inform(store: Store, viewer: Viewer) -> list[ToInform]:
    """Return who must still be told, longest kept first; reads all people of the city.

    Raises
    ------
    NotAllowed, StoreUnavailable
    """
    viewer.require(Question.RECORDS)
    today, found = utc_today(), []
    for row in TO_INFORM.read(store, city=viewer.city):
        recorded = date.fromisoformat(row.created_at[:10])
        due = month_after(recorded)
        found.append(
            ToInform(
                row.id, row.key, row.name, recorded, row.source, row.batch, row.reachable, due, due < today
            )
        )
    return sorted(found, key=lambda each: each.place)


def informed(store: Store, viewer: Viewer, people: Sequence[str], how: How, on: date | None = None) -> None:
    """Note that people (ids) were told, today or on an earlier day.

    Raises
    ------
    InvalidInput
        The day is yet to come.
    UnknownThing, NotAllowed
    """
    day = on or utc_today()
    if day > utc_today():
        message = f"De dag {day} is nog niet geweest. / The day {day} has not been yet."
        raise InvalidInput(message)
    for person in people:
        edit = Edit({"informed_on": day.isoformat(), "informed_how": str(how)})
        change_person(store, viewer, person, edit)


def not_informed(store: Store, viewer: Viewer, people: Sequence[str]) -> None:
    """Take back that people (ids) were told.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    for person in people:
        change_person(store, viewer, person, Edit({"informed_on": None, "informed_how": None}))


def month_after(day: date) -> date:
    """Return the same day of the next month, or its last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
