"""People as they are kept: what comes in, what goes out."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from api.v1.fields import Day, Email, Languages, LongText, OneLine, Phone, Reference, References
from api.v1.schemas import Answer, Asked
from graph.model import Availability, Sector
from graph.network import ConceptNode, NeighbourhoodNode, Network, OrganisationNode
from queries.records import PersonStored, as_day


class ThemeIn(Asked):
    """A theme somebody cares about."""

    theme: Reference = Field(description="Id, key or label", examples=["mobiliteit"])
    experience: int | None = Field(None, ge=0, le=3, description="0 none to 3 much; null where unknown")


class TalentIn(Asked):
    """A talent somebody offers."""

    talent: Reference = Field(description="Id, key or label", examples=["voorzitten"])
    level: int | None = Field(None, ge=1, le=3, description="1 some to 3 strong; null where unknown")


Themes = Annotated[list[ThemeIn], Field(max_length=100)]
Talents = Annotated[list[TalentIn], Field(max_length=100)]


class PersonFields(Asked):
    """What can be filled in for a person besides their name."""

    sector: Sector | None = Field(None, description="The part of society they speak from")
    level: int | None = Field(
        None, ge=1, le=3, description="Engagement: 1 ad hoc, 2 user committee, 3 working group"
    )
    languages: Languages | None = Field(None, description="ISO 639 codes or names", examples=[["nl", "fr"]])
    availability: Availability | None = Field(None, description="Whether they can be asked now")
    email: Email | None = Field(None, description="Contact detail", examples=["an@example.org"])
    phone: Phone | None = Field(None, description="Contact detail")
    about: LongText | None = Field(None, description="In their own words")
    open_asks: int | None = Field(None, ge=0, le=1000, description="Introductions asked and not yet answered")
    ask_limit: int | None = Field(
        None, ge=0, le=1000, description="Open asks from which they are left in peace"
    )
    paused_until: Day | None = Field(None, description="Not to be asked up to and including this day")
    neighbourhoods: References | None = Field(None, description="Ids, keys or names of neighbourhoods")
    themes: Themes | None = Field(None, description="What they care about")
    talents: Talents | None = Field(None, description="What they offer")


class PersonPatch(PersonFields):
    """Changes to a person: what is left out stays, null clears, a list replaces the whole list."""

    name: OneLine | None = Field(None, description="Name as shown; can't be cleared")
    updated_at: str | None = Field(
        None,
        max_length=64,
        description="`updated_at` as it was seen: where it has changed since, nothing is written (409)",
    )


class PersonIn(PersonFields):
    """A new person. Consents are recorded apart: nobody agrees to anything by being entered."""

    name: OneLine = Field(description="Name as shown", examples=["An Peeters (fictief)"])
    organisations: References = Field(
        [], description="Ids, keys or names of organisations they are a member of"
    )


class NamedOut(Answer):
    """A thing that is referred to."""

    id: str = Field(description="Its id", examples=["theme:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str | None = Field(description="Id in the table it came from", examples=["mobiliteit"])
    name: str | None = Field(description="Name or Dutch label", examples=["Mobiliteit"])


class ThemeOut(NamedOut):
    """A theme somebody cares about."""

    experience: int | None = Field(description="0 none to 3 much; null where unknown")


class TalentOut(NamedOut):
    """A talent somebody offers."""

    level: int | None = Field(description="1 some to 3 strong; null where unknown")


class PersonRecord(TypedDict):
    """A person as they are kept; e-mail and phone are absent unless the consent `contact` is in force."""

    id: Annotated[str, Field(description="Id", examples=["person:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])]
    key: Annotated[str, Field(description="Id in the table they came from", examples=["p12"])]
    name: Annotated[str, Field(description="Name as shown")]
    sector: Annotated[str | None, Field(description="The part of society they speak from")]
    level: Annotated[int | None, Field(description="Engagement level, 1 to 3")]
    languages: Annotated[list[str], Field(description="ISO 639 codes")]
    availability: Annotated[str | None, Field(description="yes, limited or no; null where unknown")]
    email: NotRequired[Annotated[str | None, Field(description="Contact detail")]]
    phone: NotRequired[Annotated[str | None, Field(description="Contact detail")]]
    about: Annotated[str | None, Field(description="In their own words")]
    open_asks: Annotated[int | None, Field(description="Introductions asked and not yet answered")]
    ask_limit: Annotated[int | None, Field(description="Open asks from which they are left in peace")]
    paused_until: Annotated[date | None, Field(description="Not to be asked up to and including this day")]
    neighbourhoods: Annotated[list[NamedOut], Field(description="Where they are active")]
    themes: Annotated[list[ThemeOut], Field(description="What they care about")]
    talents: Annotated[list[TalentOut], Field(description="What they offer")]
    organisations: Annotated[list[NamedOut], Field(description="What they are a member of")]
    updated_at: Annotated[str | None, Field(description="When they were changed last (UTC)")]


class PeoplePage(Answer):
    """Some people in the order of their ids."""

    items: list[PersonRecord] = Field(description="The people of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


def person_record(stored: PersonStored, network: Network) -> PersonRecord:
    """Return a person as shown, with the names of what they refer to as `network` knows them."""
    own = stored.properties
    shown = PersonRecord(
        id=own["id"],
        key=own["key"],
        name=own["name"],
        sector=own.get("sector"),
        level=own.get("level"),
        languages=list(own.get("languages") or ()),
        availability=own.get("availability"),
        about=own.get("about"),
        open_asks=own.get("open_asks"),
        ask_limit=own.get("ask_limit"),
        paused_until=as_day(own.get("paused_until")),
        neighbourhoods=places(stored.neighbourhoods, network),
        themes=theme_interests(stored.themes, network),
        talents=talent_offers(stored.talents, network),
        organisations=organisers(stored.organisations, network),
        updated_at=own.get("updated_at"),
    )
    # The question leaves the contact consents out where none is in force.
    if stored.contact:
        shown["email"] = own.get("email")
        shown["phone"] = own.get("phone")
    return shown


def places(ids: list[str], network: Network) -> list[NamedOut]:
    """Return neighbourhoods by id, told apart by their district where they share a name."""
    return [
        _named(identity, network.neighbourhoods.get(identity), network.place_names.get(identity))
        for identity in sorted(ids)
    ]


def organisers(ids: list[str], network: Network) -> list[NamedOut]:
    """Return organisations by id."""
    at = network.organisation_position
    return [
        _named(identity, network.organisations[at[identity]] if identity in at else None)
        for identity in sorted(ids)
    ]


def _named(
    identity: str, node: NeighbourhoodNode | OrganisationNode | None, name: str | None = None
) -> NamedOut:
    # What was made a moment ago may not be in memory yet: then its id has to do.
    return NamedOut(id=identity, key=node.key if node else None, name=name or (node.name if node else None))


def concepts(ids: list[str], tree: Mapping[str, ConceptNode]) -> list[NamedOut]:
    """Return themes or talents by id."""
    return [NamedOut(**_concept(identity, tree)) for identity in sorted(ids)]


def theme_interests(pairs: list[list[Any]], network: Network) -> list[ThemeOut]:
    """Return themes with their experience."""
    return [
        ThemeOut(**_concept(identity, network.themes), experience=experience)
        for identity, experience in sorted(pairs, key=lambda pair: str(pair[0]))
    ]


def talent_offers(pairs: list[list[Any]], network: Network) -> list[TalentOut]:
    """Return talents with their level."""
    return [
        TalentOut(**_concept(identity, network.talents), level=level)
        for identity, level in sorted(pairs, key=lambda pair: str(pair[0]))
    ]


def _concept(identity: str, tree: Mapping[str, ConceptNode]) -> dict[str, Any]:
    node = tree.get(identity)
    return {"id": identity, "key": node.key if node else None, "name": node.label_nl if node else None}
