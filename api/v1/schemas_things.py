"""Organisations and initiatives as they are kept: what comes in, what goes out."""

from datetime import date

from pydantic import Field

from api.v1.fields import Day, Email, LongText, OneLine, References, Size, Stamp, Website
from api.v1.schemas import Answer, Asked
from api.v1.schemas_people import (
    NamedOut,
    TalentOut,
    Talents,
    ThemeOut,
    Themes,
    concepts,
    organisers,
    places,
    talent_offers,
    theme_interests,
)
from graph.model import Sector
from graph.network import Network
from queries.records import InitiativeStored, OrganisationStored, as_day


class OrganisationIn(Asked):
    """A new organisation."""

    name: OneLine = Field(description="Name as shown", examples=["Buurtcomité De Linde (fictief)"])
    sector: Sector | None = Field(None, description="The part of society it belongs to")
    kind: OneLine | None = Field(None, description="What sort of organisation", examples=["buurtcomité"])
    size: Size | None = Field(None, description="Members, in people")
    website: Website | None = Field(None, description="Address of its website")
    email: Email | None = Field(None, description="Contact address of the organisation")
    about: LongText | None = Field(None, description="What it does")
    public: bool = Field(False, description="Whether everyone may see it")
    neighbourhoods: References = Field([], description="Ids, keys or names of neighbourhoods")
    themes: Themes = Field([], description="What it cares about")
    talents: Talents = Field([], description="What it offers")


class OrganisationPatch(Asked):
    """Changes to an organisation: what is left out stays, null clears, a list replaces the whole list."""

    name: OneLine | None = Field(None, description="Name as shown; can't be cleared")
    sector: Sector | None = Field(None, description="The part of society it belongs to")
    kind: OneLine | None = Field(None, description="What sort of organisation", examples=["buurtcomité"])
    size: Size | None = Field(None, description="Members, in people")
    website: Website | None = Field(None, description="Address of its website")
    email: Email | None = Field(None, description="Contact address of the organisation")
    about: LongText | None = Field(None, description="What it does", examples=["Groen in de straat"])
    public: bool | None = Field(None, description="Whether everyone may see it; null for no")
    neighbourhoods: References | None = Field(None, description="Ids, keys or names of neighbourhoods")
    themes: Themes | None = Field(None, description="What it cares about")
    talents: Talents | None = Field(None, description="What it offers")
    updated_at: Stamp = None


class OrganisationRecord(Answer):
    """An organisation as it is kept."""

    id: str = Field(description="Id", examples=["organisation:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Id in the table it came from", examples=["o3"])
    name: str = Field(description="Name as shown")
    sector: str | None = Field(description="The part of society it belongs to")
    kind: str | None = Field(description="What sort of organisation")
    size: int | None = Field(description="Members, in people")
    website: str | None = Field(description="Address of its website")
    email: str | None = Field(description="Contact address of the organisation")
    about: str | None = Field(description="What it does")
    public: bool = Field(description="Whether everyone may see it")
    neighbourhoods: list[NamedOut] = Field(description="Where it is active")
    themes: list[ThemeOut] = Field(description="What it cares about")
    talents: list[TalentOut] = Field(description="What it offers")
    updated_at: str | None = Field(description="When it was changed last (UTC)")

    @classmethod
    def of(cls, stored: OrganisationStored, network: Network) -> "OrganisationRecord":
        """Return an organisation as shown."""
        own = stored.properties
        return cls(
            id=own["id"],
            key=own["key"],
            name=own["name"],
            sector=own.get("sector"),
            kind=own.get("kind"),
            size=own.get("size"),
            website=own.get("website"),
            email=own.get("email"),
            about=own.get("about"),
            public=bool(own.get("public")),
            neighbourhoods=places(stored.neighbourhoods, network),
            themes=theme_interests(stored.themes, network),
            talents=talent_offers(stored.talents, network),
            updated_at=own.get("updated_at"),
        )


class OrganisationsPage(Answer):
    """Some organisations in the order of their ids."""

    items: list[OrganisationRecord] = Field(description="The organisations of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


class InitiativeIn(Asked):
    """A new initiative."""

    title: OneLine = Field(description="Title as shown", examples=["Schoolstraat Fictielaan"])
    start: Day | None = Field(None, description="First day")
    end: Day | None = Field(None, description="Last day; not before the first")
    size: Size | None = Field(None, description="People who took part")
    about: LongText | None = Field(None, description="What it was")
    lessons: LongText | None = Field(None, description="What was learnt")
    public: bool = Field(False, description="Whether everyone may see it")
    themes: References = Field([], description="Ids, keys or labels of themes")
    neighbourhoods: References = Field([], description="Ids, keys or names of neighbourhoods")
    organisations: References = Field(
        [], description="Ids, keys or names of the organisations that organised it"
    )


class InitiativePatch(Asked):
    """Changes to an initiative: what is left out stays, null clears, a list replaces the whole list."""

    title: OneLine | None = Field(None, description="Title as shown; can't be cleared")
    start: Day | None = Field(None, description="First day")
    end: Day | None = Field(None, description="Last day; not before the first")
    size: Size | None = Field(None, description="People who took part")
    about: LongText | None = Field(None, description="What it was")
    lessons: LongText | None = Field(None, description="What was learnt", examples=["Begin met de school"])
    public: bool | None = Field(None, description="Whether everyone may see it; null for no")
    themes: References | None = Field(None, description="Ids, keys or labels of themes")
    neighbourhoods: References | None = Field(None, description="Ids, keys or names of neighbourhoods")
    organisations: References | None = Field(
        None, description="Ids, keys or names of the organisations that organised it"
    )
    updated_at: Stamp = None


class InitiativeRecord(Answer):
    """An initiative as it is kept."""

    id: str = Field(description="Id", examples=["initiative:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Id in the table it came from", examples=["i7"])
    title: str = Field(description="Title as shown")
    start: date | None = Field(description="First day")
    end: date | None = Field(description="Last day")
    size: int | None = Field(description="People who took part")
    about: str | None = Field(description="What it was")
    lessons: str | None = Field(description="What was learnt")
    public: bool = Field(description="Whether everyone may see it")
    themes: list[NamedOut] = Field(description="What it is about")
    neighbourhoods: list[NamedOut] = Field(description="Where it took place")
    organisations: list[NamedOut] = Field(description="Who organised it")
    updated_at: str | None = Field(description="When it was changed last (UTC)")

    @classmethod
    def of(cls, stored: InitiativeStored, network: Network) -> "InitiativeRecord":
        """Return an initiative as shown."""
        own = stored.properties
        return cls(
            id=own["id"],
            key=own["key"],
            title=own["title"],
            start=as_day(own.get("start")),
            end=as_day(own.get("end")),
            size=own.get("size"),
            about=own.get("about"),
            lessons=own.get("lessons"),
            public=bool(own.get("public")),
            themes=concepts(stored.themes, network.themes),
            neighbourhoods=places(stored.neighbourhoods, network),
            organisations=organisers(stored.organisations, network),
            updated_at=own.get("updated_at"),
        )


class InitiativesPage(Answer):
    """Some initiatives in the order of their ids."""

    items: list[InitiativeRecord] = Field(description="The initiatives of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")
