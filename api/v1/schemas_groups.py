"""The network in figures, its communities, and bridges between its sectors, in answers."""

from typing import Literal

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from api.v1.schemas_about import FEW, AboutOut, about
from api.v1.schemas_measurements import FigureOut
from queries.analysis_answers import (
    BridgingAnswer,
    CommunitiesAnswer,
    CommunityShown,
    SectorBridging,
    SectorPair,
    SummaryAnswer,
)


class SectorCountOut(Answer):
    """How many people are of a sector."""

    sector: str | None = Field(
        description="Sector; null for those of whom it is not known", examples=["city"]
    )
    people: int | None = Field(description=f"People{FEW}", examples=[120])


class SummaryOut(AboutOut):
    """The network in figures."""

    question: Literal["summary"] = Field(description="What was asked")
    sectors: list[SectorCountOut] = Field(description="People by sector")

    @classmethod
    def of(cls, answer: SummaryAnswer) -> "SummaryOut":
        """Return the answer as it is shown."""
        sectors = [SectorCountOut(sector=each.sector, people=each.people) for each in answer.sectors]
        return cls(question="summary", **about(answer.about), sectors=sectors)


class TraitOut(Answer):
    """What a community has oftener than others."""

    kind: str = Field(description="theme, place or organisation", examples=["theme"])
    words: WordsOut = Field(description="What it is")
    people: int | None = Field(description="How many members have it", examples=[14])


class CommunityOut(Answer):
    """A community of at least five people."""

    number: int = Field(description="From 1, the largest first", examples=[1])
    name: WordsOut = Field(description="A name made of what it has oftener than others")
    people: int = Field(description="Members", examples=[64])
    inside: int | None = Field(description=f"Ties between them{FEW}", examples=[210])
    outside: int | None = Field(description=f"Ties to others{FEW}", examples=[45])
    sectors: dict[str, int | None] = Field(
        description=f"Members by sector{FEW}", examples=[{"resident": 40, "city": None}]
    )
    traits: list[TraitOut] = Field(description="What it has oftener than others, most telling first")

    @classmethod
    def of(cls, each: CommunityShown) -> "CommunityOut":
        """Return a community."""
        traits = [
            TraitOut(kind=trait.kind, words=WordsOut.of(trait.words), people=trait.people)
            for trait in each.traits
        ]
        return cls(
            number=each.number,
            name=WordsOut.of(each.name),
            people=each.people,
            inside=each.inside,
            outside=each.outside,
            sectors=dict(each.sectors),
            traits=traits,
        )


class CommunitiesOut(AboutOut):
    """Who belongs together."""

    question: Literal["communities"] = Field(description="What was asked")
    communities: list[CommunityOut] = Field(description="The communities of five people and more")
    elsewhere: int | None = Field(description=f"People in none of them{FEW}", examples=[31])

    @classmethod
    def of(cls, answer: CommunitiesAnswer) -> "CommunitiesOut":
        """Return the answer as it is shown."""
        return cls(
            question="communities",
            **about(answer.about),
            communities=[CommunityOut.of(each) for each in answer.communities],
            elsewhere=answer.elsewhere,
        )


class SectorBridgingOut(Answer):
    """How far the ties of a sector go beyond it."""

    sector: str = Field(description="The sector", examples=["city"])
    people: int | None = Field(description=f"People{FEW}", examples=[120])
    inside: int | None = Field(description=f"Ties within it{FEW}", examples=[80])
    outside: int | None = Field(description=f"Ties to other sectors{FEW}", examples=[240])
    ei_index: FigureOut = Field(description="E-I index: +1 all ties to other sectors, -1 all within")

    @classmethod
    def of(cls, each: SectorBridging) -> "SectorBridgingOut":
        """Return a sector."""
        return cls(
            sector=each.sector,
            people=each.people,
            inside=each.inside,
            outside=each.outside,
            ei_index=FigureOut.of(each.ei_index),
        )


class SectorPairOut(Answer):
    """Ties between two sectors, or within one."""

    one: str = Field(description="A sector", examples=["resident"])
    other: str = Field(description="Another, or the same", examples=["city"])
    ties: FigureOut = Field(description="Ties between them, beside what chance would make")

    @classmethod
    def of(cls, pair: SectorPair) -> "SectorPairOut":
        """Return a pair."""
        return cls(one=pair.one, other=pair.other, ties=FigureOut.of(pair.ties))


class BridgingOut(AboutOut):
    """How far sectors are bridged."""

    question: Literal["bridging"] = Field(description="What was asked")
    sectors: list[SectorBridgingOut] = Field(description="By sector")
    pairs: list[SectorPairOut] = Field(description="By pair of sectors")

    @classmethod
    def of(cls, answer: BridgingAnswer) -> "BridgingOut":
        """Return the answer as it is shown."""
        return cls(
            question="bridging",
            **about(answer.about),
            sectors=[SectorBridgingOut.of(each) for each in answer.sectors],
            pairs=[SectorPairOut.of(each) for each in answer.pairs],
        )
