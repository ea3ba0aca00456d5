"""The answer to "what does the network look like?", in columns: a value each for every node and every edge, in order.

Columns are a quarter of the bytes of a list of objects.  Words that many nodes share stand once, in `words`.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from queries.drawn import Drawing, DrawnEdge, DrawnNode, EdgeKind, NodeKind

SIDE = 65_535
"""Largest coordinate; the smallest is 0."""

Value = TypeVar("Value")
Codes = list[int | None] | None


class MapNodesOut(Answer):
    """The nodes; a column that holds nothing for this viewer is null."""

    id: list[str] = Field(description="Unique in this answer; a pseudonym for a researcher")
    key: list[str | None] | None = Field(description="Key from an imported table")
    label: list[str] = Field(description="What is written beside it")
    kind: list[NodeKind] = Field(description="What it stands for")
    x: list[int] = Field(description=f"From left to right, 0 to {SIDE}")
    y: list[int] = Field(description=f"From bottom to top, 0 to {SIDE}")
    sector: Codes = Field(description="Place in `words`")
    level: list[int | None] | None = Field(description="Engagement level, 1 to 3")
    neighbourhood: Codes = Field(description="Place in `words`")
    district: Codes = Field(description="Place in `words`")
    themes: list[list[int]] | None = Field(description="Places in `words`")
    talents: list[list[int]] | None = Field(description="Places in `words`")
    community: Codes = Field(description="Place in `communities`")
    size: list[int | None] | None = Field(description="People it stands for; null where that is not told")
    degree: list[int | None] | None = Field(description="Ties that are counted for this viewer")
    betweenness: list[float | None] | None = Field(
        description="Share of the shortest routes that pass, 0 to 1, in the network that is counted for this viewer"
    )


class MapEdgesOut(Answer):
    """The edges, in the order of their starts; a column that holds nothing is null."""

    start: list[int] = Field(description="Place of the node where it begins, less that of the edge before")
    end: list[int] = Field(description="Place of the node where it ends")
    kind: list[EdgeKind] = Field(description="What it stands for")
    weight: list[int] = Field(description="Percents: of a tie how strong it is, 1 to 100")
    count: list[int | None] | None = Field(
        description="Between aggregates: how many people or ties it stands for"
    )
    year: list[int | None] | None = Field(
        description="Of a tie: the year that its latest dated evidence is from; for the coordinator only"
    )


class MapCommunityOut(Answer):
    """A community of five people or more."""

    name: WordsOut = Field(description="Made of what is over-represented in it")
    people: int = Field(description="How many are in it", examples=[84])


class MapOut(Answer):
    """The network as this viewer may see it, with a place for everything."""

    as_of: date = Field(description="The day of ties")
    revision: int | None = Field(description="Of the data; for the coordinator only")
    nodes: MapNodesOut = Field(description="What is on the map")
    edges: MapEdgesOut = Field(description="What joins it")
    communities: list[MapCommunityOut] = Field(description="Largest first")
    words: list[str] = Field(description="What nodes point to by its place")
    counts: dict[str, int] = Field(description="How many of what")
    consents: list[str] = Field(description="Consents that had to be in force for anybody to be in it")
    pseudonyms: bool = Field(description="Whether names were replaced")
    notes: list[WordsOut] = Field(description="What is left out, and how it can mislead")

    @classmethod
    def of(cls, drawing: Drawing) -> "MapOut":
        """Return a drawing in columns."""
        words = sorted({word for node in drawing.nodes for word in _words(node)})
        place = {word: at for at, word in enumerate(words)}
        sheet = drawing.sheet
        return cls(
            as_of=sheet.as_of,
            revision=sheet.revision,
            nodes=_nodes(drawing.nodes, place),
            edges=_edges(drawing.edges),
            communities=[
                MapCommunityOut(name=WordsOut.of(each.name), people=each.people)
                for each in drawing.communities
            ],
            words=words,
            counts=dict(sheet.counts),
            consents=list(sheet.consents),
            pseudonyms=sheet.pseudonyms,
            notes=[WordsOut.of(note) for note in sheet.notes],
        )


def _words(node: DrawnNode) -> Iterable[str]:
    yield from (word for word in (node.sector, node.neighbourhood, node.district) if word is not None)
    yield from node.themes
    yield from node.talents


def _nodes(nodes: Sequence[DrawnNode], place: dict[str, int]) -> MapNodesOut:
    def coded(of: Callable[[DrawnNode], str | None]) -> Codes:
        words = [of(node) for node in nodes]
        return _filled([None if word is None else place[word] for word in words])

    def listed(of: Callable[[DrawnNode], Sequence[str]]) -> list[list[int]] | None:
        found = [[place[word] for word in of(node)] for node in nodes]
        return found if any(found) else None

    return MapNodesOut(
        id=[node.id for node in nodes],
        key=_filled([node.key for node in nodes]),
        label=[node.label for node in nodes],
        kind=[node.kind for node in nodes],
        x=[round(node.x * SIDE) for node in nodes],
        y=[round(node.y * SIDE) for node in nodes],
        sector=coded(lambda node: node.sector),
        level=_filled([node.level for node in nodes]),
        neighbourhood=coded(lambda node: node.neighbourhood),
        district=coded(lambda node: node.district),
        themes=listed(lambda node: node.themes),
        talents=listed(lambda node: node.talents),
        community=_filled([node.community for node in nodes]),
        size=_filled([node.size for node in nodes]),
        degree=_filled([node.degree for node in nodes]),
        betweenness=_filled([node.betweenness for node in nodes]),
    )


def _edges(edges: Sequence[DrawnEdge]) -> MapEdgesOut:
    starts = [edge.start for edge in edges]
    return MapEdgesOut(
        start=[start - before for start, before in zip(starts, [0, *starts], strict=False)],
        end=[edge.end for edge in edges],
        kind=[edge.kind for edge in edges],
        weight=[max(1, round(100 * edge.weight)) for edge in edges],
        count=_filled([edge.count for edge in edges]),
        year=_filled([edge.year for edge in edges]),
    )


def _filled(column: list[Value | None]) -> list[Value | None] | None:
    """Return a column, or nothing where it holds nothing."""
    return column if any(value is not None for value in column) else None
