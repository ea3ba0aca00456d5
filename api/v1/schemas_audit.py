"""The log in answers."""

from pydantic import Field

from api.v1.schemas import Answer
from queries.audit import Action, Event, Head, Page, Verified

_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class EventOut(Answer):
    """Who did what, and when."""

    number: int = Field(description="Place in the log, from 1", examples=[12])
    at: str = Field(description="When (UTC)", examples=["2026-11-23T09:00:00.000000Z"])
    action: Action = Field(description="What was done", examples=["contact_seen"])
    role: str | None = Field(description="The role it was done in", examples=["coordinator"])
    actor: str | None = Field(
        description="Id of the account, or the role of whoever runs Ploeg; null where it was taken out",
        examples=["account:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
    )
    subjects: list[str] = Field(
        description="Ids of what it was done to, without those that were taken out",
        examples=[["person:01JD8Z0V6H3K4M5N6P7Q8R9S0T"]],
    )
    details: dict[str, str | int] = Field(
        description="Counts and names of fields", examples=[{"fields": "about level"}]
    )

    @classmethod
    def of(cls, event: Event) -> "EventOut":
        """Return an event."""
        return cls(
            number=event.number,
            at=event.at,
            action=event.action,
            role=event.role,
            actor=event.actor,
            subjects=list(event.subjects),
            details=dict(event.details),
        )


class AuditPage(Answer):
    """Some lines of the log."""

    items: list[EventOut] = Field(description="Latest first")
    next: str | None = Field(description="Give as `cursor` for the following page", examples=["11"])

    @classmethod
    def of(cls, page: Page) -> "AuditPage":
        """Return a page."""
        return cls(
            items=[EventOut.of(event) for event in page.items],
            next=None if page.next is None else str(page.next),
        )


class HeadOut(Answer):
    """Where the log stands."""

    number: int = Field(description="Number of the last event; 0 before the first", examples=[12])
    hash: str = Field(description="Its hash; empty before the first", examples=[_HASH])

    @classmethod
    def of(cls, head: Head) -> "HeadOut":
        """Return a head."""
        return cls(number=head.number, hash=head.hash)


class VerifiedOut(Answer):
    """What looking through the chain found."""

    whole: bool = Field(description="Whether nothing was changed, left out or cut off", examples=[True])
    head: HeadOut = Field(description="Where the log stands; note it elsewhere to compare with later")
    events: int = Field(description="How many were looked at", examples=[12])
    broken_at: int | None = Field(description="Number of the first that is not right", examples=[7])
    fault: str | None = Field(
        description="What is wrong with it: changed, missing or cut_off", examples=["changed"]
    )

    @classmethod
    def of(cls, found: Verified) -> "VerifiedOut":
        """Return what was found."""
        return cls(
            whole=found.broken_at is None,
            head=HeadOut.of(found.head),
            events=found.events,
            broken_at=found.broken_at,
            fault=found.fault,
        )
