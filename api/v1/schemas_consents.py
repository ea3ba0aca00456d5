"""What somebody agreed to: the events, and a new one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import Field

from api.v1.fields import Day, LongText, OneLine, References
from api.v1.schemas import Answer, Asked
from graph.model import Purpose, Scope
from queries.consents import LONGEST_NOTE, ConsentRecord


class ConsentIn(Asked):
    """A consent that was given or withdrawn. Events are never changed: a withdrawal is an event of its own."""

    purpose: Purpose = Field(description="What it allows")
    given: bool = Field(description="True where it was given, false where it was withdrawn")
    scope: Scope | None = Field(
        None, description="Of a connector consent: who may ask on whose behalf; coordinator where left out"
    )
    themes: References = Field(
        [],
        description="Of a connector consent: ids, keys or labels of the themes it is for; none for every theme",
    )
    start: Day | None = Field(
        None, description="First day, from 1990-01-01; today where left out, not in the future"
    )
    end: Day | None = Field(None, description="Last day; without end where left out")
    source: OneLine | None = Field(
        None, description="How it was given; needed for a consent that is given", examples=["gesprek"]
    )
    note: LongText | None = Field(
        None,
        max_length=LONGEST_NOTE,
        description="What was said in the conversation; for coordinators and for the person themselves",
        examples=["Belde zelf; wil graag mensen voorstellen, liefst 's avonds."],
    )


class ConsentOut(Answer):
    """One event of a person's consents."""

    id: str = Field(description="Id", examples=["consent:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    purpose: str = Field(description="What it is about", examples=["matching"])
    given: bool = Field(description="Given, or withdrawn")
    scope: str | None = Field(description="Of a connector consent: coordinator or partners")
    themes: list[str] = Field(description="Ids of the themes it is for; none for every theme")
    start: date = Field(description="First day")
    end: date | None = Field(description="Last day; null for without end")
    recorded_at: str = Field(description="When it was recorded (UTC)")
    recorded_by: str | None = Field(description="By whom")
    source: str | None = Field(description="How it was given")
    note: str | None = Field(description="What the coordinator noted of the conversation")
    in_force: bool = Field(description="Whether it is what holds for its purpose today")

    @classmethod
    def of(cls, event: ConsentRecord) -> "ConsentOut":
        """Return an event as shown."""
        return cls(
            id=event.id,
            purpose=event.purpose,
            given=event.given,
            scope=event.scope,
            themes=list(event.themes),
            start=event.start,
            end=event.end,
            recorded_at=event.recorded_at,
            recorded_by=event.recorded_by,
            source=event.source,
            note=event.note,
            in_force=event.in_force,
        )


class ConsentsOut(Answer):
    """Every event of a person's consents."""

    items: list[ConsentOut] = Field(description="First one first")
    next: str | None = Field(default=None, description="`cursor` of the next page; null on the last one")


def consents_json(found: Sequence[ConsentRecord]) -> dict[str, Any]:
    """Return the events as JSON, the same over HTTP and on the command line."""
    return ConsentsOut(items=[ConsentOut.of(event) for event in found]).model_dump(mode="json")
