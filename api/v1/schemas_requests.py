"""Requests as they are kept: what comes in, what goes out, and the step to a next status."""

from datetime import date

from pydantic import Field

from api.v1.fields import Day, Languages, LongText, OneLine, Reference, References
from api.v1.schemas import Answer, Asked
from api.v1.schemas_people import NamedOut, concepts, organisers, places
from graph.model import RequestKind, RequestStatus
from graph.network import Network
from queries.records import NEXT, RequestStored, as_day


class RequestIn(Asked):
    """A new request; it starts open."""

    title: OneLine = Field(description="Title as shown", examples=["Wie kan de eerste avond voorzitten?"])
    text: LongText | None = Field(None, description="The request in words")
    kind: RequestKind | None = Field(None, description="What sort of support")
    asker: Reference | None = Field(
        None, description="Id, key or name of the person who asks, or the id of an organisation"
    )
    themes: References = Field([], description="Ids, keys or labels of themes")
    talents: References = Field([], description="Ids, keys or labels of talents that are needed")
    neighbourhoods: References = Field(
        [], description="Ids, keys or names of neighbourhoods, or names of districts for all in them"
    )
    languages: Languages = Field(
        [], description="Languages that who helps must speak; ISO 639 codes or names"
    )
    opened: Day | None = Field(None, description="When it was asked; today where left out")
    needed_by: Day | None = Field(None, description="When help is needed")
    people_needed: int | None = Field(None, ge=1, le=1000, description="How many people")


class RequestPatch(Asked):
    """Changes to a request: what is left out stays, null clears, a list replaces the whole list."""

    title: OneLine | None = Field(None, description="Title as shown; can't be cleared")
    text: LongText | None = Field(None, description="The request in words")
    kind: RequestKind | None = Field(None, description="What sort of support")
    asker: Reference | None = Field(
        None, description="Id, key or name of the person who asks, or the id of an organisation"
    )
    themes: References | None = Field(None, description="Ids, keys or labels of themes")
    talents: References | None = Field(None, description="Ids, keys or labels of talents that are needed")
    neighbourhoods: References | None = Field(
        None, description="Ids, keys or names of neighbourhoods, or names of districts for all in them"
    )
    languages: Languages | None = Field(
        None, description="Languages that who helps must speak; ISO 639 codes or names"
    )
    needed_by: Day | None = Field(None, description="When help is needed", examples=["2026-12-15"])
    people_needed: int | None = Field(None, ge=1, le=1000, description="How many people")
    version: int | None = Field(
        None,
        ge=1,
        description="`version` as it was seen: where it has changed since, nothing is written (409)",
    )


class StatusIn(Asked):
    """The next status of a request."""

    status: RequestStatus = Field(description="Where it goes")
    version: int | None = Field(
        None,
        ge=1,
        description="`version` as it was seen: where it has changed since, nothing is written (409)",
    )


class StepOut(Answer):
    """A status that a request got on a day."""

    status: str = Field(description="The status", examples=["open"])
    date: str = Field(description="The day (ISO)", examples=["2026-11-01"])


class RequestRecord(Answer):
    """A request as it is kept."""

    id: str = Field(description="Id", examples=["request:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Id in the table it came from", examples=["v4"])
    title: str = Field(description="Title as shown")
    text: str | None = Field(description="The request in words")
    kind: str | None = Field(description="contact, start, execution, cooperation or evaluation")
    asker: str | None = Field(description="Id of the person or organisation that asks")
    asked_by: NamedOut | None = Field(description="The person or organisation that asks, by name")
    themes: list[NamedOut] = Field(description="What it is about")
    talents: list[NamedOut] = Field(description="What is needed")
    neighbourhoods: list[NamedOut] = Field(description="Where it is")
    languages: list[str] = Field(description="ISO 639 codes")
    opened: date | None = Field(description="When it was asked")
    needed_by: date | None = Field(description="When help is needed")
    people_needed: int | None = Field(description="How many people")
    status: str | None = Field(description="open, asked, met, done or closed")
    next_statuses: list[RequestStatus] = Field(
        description="Where it can go from where it stands, the most usual first",
        examples=[["asked", "met", "closed"]],
    )
    steps: list[StepOut] = Field(description="Every status it had, first one first")
    version: int = Field(description="Raised by every change; a change of status names the one it saw")

    @classmethod
    def of(cls, stored: RequestStored, network: Network) -> "RequestRecord":
        """Return a request as shown."""
        own = stored.properties
        steps = [str(step).partition("/") for step in own.get("status_dates") or ()]
        return cls(
            id=own["id"],
            key=own["key"],
            title=own["title"],
            text=own.get("text"),
            kind=own.get("kind"),
            asker=stored.asker,
            asked_by=_asker(stored.asker, network),
            themes=concepts(stored.themes, network.themes),
            talents=concepts(stored.talents, network.talents),
            neighbourhoods=places(stored.neighbourhoods, network),
            languages=list(own.get("languages") or ()),
            opened=as_day(own.get("opened")),
            needed_by=as_day(own.get("needed_by")),
            people_needed=own.get("people_needed"),
            status=own.get("status"),
            next_statuses=list(NEXT[RequestStatus(own.get("status") or RequestStatus.OPEN)]),
            steps=[StepOut(status=status, date=day) for status, _, day in steps],
            version=int(own.get("version") or 1),
        )


class RequestsPage(Answer):
    """Some requests in the order of their ids."""

    items: list[RequestRecord] = Field(description="The requests of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


def _asker(identity: str | None, network: Network) -> NamedOut | None:
    if identity is None or identity.startswith("organisation:"):
        return organisers([identity], network)[0] if identity is not None else None
    at = network.position.get(identity)
    # Whoever was added a moment ago may not be in memory yet: then their id has to do.
    node = network.people[at] if at is not None else None
    return NamedOut(id=identity, key=node.key if node else None, name=node.name if node else None)
