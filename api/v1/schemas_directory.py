"""What can be browsed and picked from: people and things by name, themes, talents and neighbourhoods."""

from pydantic import Field

from api.v1.schemas import Answer
from api.v1.schemas_people import NamedOut, concepts, organisers, places
from graph.network import ConceptNode, NeighbourhoodNode, Network
from queries.directory import Directory, Entry


class EntryOut(Answer):
    """A person, organisation or initiative, as far as the viewer may know it."""

    id: str = Field(description="Id", examples=["organisation:5d1b0c7be2b64b0b8a6de0d1a4b7f3c2"])
    key: str = Field(description="Id in the table it came from", examples=["o3"])
    name: str = Field(description="Name or title", examples=["Buurtcomité De Linde (fictief)"])
    about: str | None = Field(description="What it is or does; null for people")
    themes: list[NamedOut] = Field(description="What it is about, or they care about")
    talents: list[NamedOut] = Field(description="What is offered")
    neighbourhoods: list[NamedOut] = Field(description="Where; of people for coordinators only")
    organisations: list[NamedOut] = Field(description="Who organised it, or where they are a member today")

    @classmethod
    def of(cls, entry: Entry, network: Network) -> "EntryOut":
        """Return an entry as shown."""
        return cls(
            id=entry.id,
            key=entry.key,
            name=entry.name,
            about=entry.about,
            themes=concepts(list(entry.themes), network.themes),
            talents=concepts(list(entry.talents), network.talents),
            neighbourhoods=places(list(entry.neighbourhoods), network),
            organisations=organisers(list(entry.organisations), network),
        )


class DirectoryPage(Answer):
    """Some entries, by name."""

    items: list[EntryOut] = Field(description="The entries of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")

    @classmethod
    def of(cls, found: Directory) -> "DirectoryPage":
        """Return a page as shown."""
        return cls(items=[EntryOut.of(each, found.network) for each in found.items], next=found.next)


class ConceptOut(Answer):
    """A theme or a talent."""

    id: str = Field(description="Id", examples=["theme:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Id in the table it came from", examples=["mobiliteit"])
    label_nl: str = Field(description="Dutch label", examples=["Mobiliteit"])
    label_en: str | None = Field(description="English label", examples=["Mobility"])
    broader: str | None = Field(description="Id of the broader one")

    @classmethod
    def of(cls, node: ConceptNode) -> "ConceptOut":
        """Return a theme or talent as shown."""
        return cls(
            id=node.id, key=node.key, label_nl=node.label_nl, label_en=node.label_en, broader=node.broader
        )


class ConceptsPage(Answer):
    """Some themes or talents, by Dutch label."""

    items: list[ConceptOut] = Field(description="Those of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


class PlaceOut(Answer):
    """A neighbourhood."""

    id: str = Field(description="Id", examples=["wijk:ANT25"])
    key: str = Field(description="Its code", examples=["ANT25"])
    name: str = Field(description="Name", examples=["Borgerhout Intra Muros Zuid"])
    district: str | None = Field(description="District it lies in", examples=["Borgerhout"])
    borders: list[str] = Field(description="Ids of the neighbourhoods it borders on")
    latitude: float | None = Field(description="Of its middle, degrees north (WGS84)", examples=[51.21])
    longitude: float | None = Field(description="Of its middle, degrees east (WGS84)", examples=[4.43])

    @classmethod
    def of(cls, node: NeighbourhoodNode) -> "PlaceOut":
        """Return a neighbourhood as shown."""
        return cls(
            id=node.id,
            key=node.key,
            name=node.name,
            district=node.district,
            borders=sorted(node.borders),
            latitude=node.latitude,
            longitude=node.longitude,
        )


class PlacesPage(Answer):
    """Some neighbourhoods, by name."""

    items: list[PlaceOut] = Field(description="Those of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")
