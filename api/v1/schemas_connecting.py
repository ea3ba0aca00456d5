"""Who connects, and who might get to know whom, in answers."""

from typing import Literal

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from api.v1.schemas_about import AboutOut, about
from queries.analysis_answers import (
    BrokersAnswer,
    BrokerShown,
    RobustnessStep,
    SectorJoint,
    SuggestionsAnswer,
    SuggestionShown,
)
from queries.pseudonyms import Shown


class ShownOut(Answer):
    """Somebody, by name or under a pseudonym that holds for one account and one day (UTC)."""

    id: str = Field(description="Id, or the pseudonym", examples=["p-k5x2m7qa3n"])
    key: str | None = Field(description="Id in the table they came from; null under a pseudonym")
    name: str = Field(description="Name, or the pseudonym", examples=["p-k5x2m7qa3n"])
    sector: str | None = Field(description="Sector, null where unknown", examples=["resident"])
    place: str | None = Field(
        description="Neighbourhood, or under a pseudonym the district", examples=["Deurne"]
    )

    @classmethod
    def of(cls, who: Shown) -> "ShownOut":
        """Return somebody."""
        return cls(id=who.id, key=who.key, name=who.name, sector=who.sector, place=who.place)


class BrokerOut(Answer):
    """Somebody who connects."""

    rank: int = Field(description="From 1, by betweenness", examples=[1])
    who: ShownOut = Field(description="Who it is")
    degree: int = Field(description="Ties", examples=[18])
    betweenness: float = Field(description="Share of the shortest routes that pass, 0 to 1", examples=[0.041])
    error: float | None = Field(
        description="Standard error of that where it was sampled, else null", examples=[0.002]
    )
    constraint: float | None = Field(
        description="Burt's constraint: how far their contacts know each other; null without ties",
        examples=[0.12],
    )
    effective_size: float | None = Field(
        description="Burt's effective size: contacts that lead elsewhere; null without ties", examples=[14.5]
    )
    articulation: bool = Field(description="Whether somebody is cut off from the rest without them")
    roles: dict[str, int] = Field(
        description="Pairs they join who don't know each other, by role (Gould and Fernandez 1989)",
        examples=[{"liaison": 31}],
    )
    expected: dict[str, float] = Field(
        description="How many of those chance would make", examples=[{"liaison": 20.5}]
    )
    community: int | None = Field(
        description="Number of their community; null where it has fewer than five people", examples=[2]
    )

    @classmethod
    def of(cls, each: BrokerShown) -> "BrokerOut":
        """Return somebody who connects."""
        return cls(
            rank=each.rank,
            who=ShownOut.of(each.who),
            degree=each.degree,
            betweenness=each.betweenness,
            error=each.error,
            constraint=each.constraint,
            effective_size=each.effective_size,
            articulation=each.articulation,
            roles=dict(each.roles),
            expected=dict(each.expected),
            community=each.community,
        )


class RobustnessOut(Answer):
    """What is left when the first connectors stop."""

    stopped: int = Field(description="How many stop", examples=[5])
    left_connected: float | None = Field(
        description="Share of the connected pairs of the others that stay connected", examples=[0.93]
    )
    at_random: float | None = Field(
        description="The same when as many people stop who were picked at random", examples=[0.99]
    )
    bridges_left: float | None = Field(
        description="Share of the ties between sectors that is left", examples=[0.81]
    )

    @classmethod
    def of(cls, step: RobustnessStep) -> "RobustnessOut":
        """Return a step."""
        return cls(
            stopped=step.stopped,
            left_connected=step.left_connected,
            at_random=step.at_random,
            bridges_left=step.bridges_left,
        )


class JointOut(Answer):
    """Over whom two sectors are joined."""

    one: str = Field(description="A sector", examples=["resident"])
    other: str = Field(description="Another", examples=["city"])
    ties: int = Field(description="Ties between them", examples=[240])
    people: int = Field(description="The fewest who have more than half of these ties together", examples=[4])
    carried: int = Field(description="How many of the ties these have", examples=[130])
    who: list[ShownOut] = Field(description="The first of these people")
    stopped: int = Field(description="How many of them stop", examples=[2])
    left: float = Field(description="Share of the ties that is left then", examples=[0.61])

    @classmethod
    def of(cls, joint: SectorJoint) -> "JointOut":
        """Return a joint."""
        return cls(
            one=joint.one,
            other=joint.other,
            ties=joint.ties,
            people=joint.people,
            carried=joint.carried,
            who=[ShownOut.of(each) for each in joint.who],
            stopped=joint.stopped,
            left=joint.left,
        )


class BrokersOut(AboutOut):
    """Who connects, and what breaks when they stop."""

    question: Literal["brokers"] = Field(description="What was asked")
    brokers: list[BrokerOut] = Field(description="Who connects most, first")
    robustness: list[RobustnessOut] = Field(description="What is left when the first of them stop")

    joints: list[JointOut] = Field(
        description="Over whom sectors are joined, the joint that leans on the fewest people first"
    )

    @classmethod
    def of(cls, answer: BrokersAnswer) -> "BrokersOut":
        """Return the answer as it is shown."""
        return cls(
            question="brokers",
            **about(answer.about),
            brokers=[BrokerOut.of(each) for each in answer.brokers],
            robustness=[RobustnessOut.of(each) for each in answer.robustness],
            joints=[JointOut.of(each) for each in answer.joints],
        )


class SuggestionOut(Answer):
    """Two people who might get to know each other."""

    rank: int = Field(description="From 1, best first", examples=[1])
    one: ShownOut = Field(description="One of them")
    other: ShownOut = Field(description="The other")
    through: ShownOut = Field(description="Who could introduce them")
    shared: list[WordsOut] = Field(description="Themes that both care about")
    complements: list[WordsOut] = Field(description="Talents that one has and the other hasn't")
    value: float = Field(
        description="Of the trusted path between them; orders, and is no chance", examples=[0.4]
    )
    gain: float = Field(
        description="How much shorter the way between their sectors gets, in steps on average",
        examples=[0.02],
    )
    words: WordsOut = Field(description="Why, in a few sentences; they name only who could introduce them")

    @classmethod
    def of(cls, each: SuggestionShown) -> "SuggestionOut":
        """Return a suggestion."""
        return cls(
            rank=each.rank,
            one=ShownOut.of(each.one),
            other=ShownOut.of(each.other),
            through=ShownOut.of(each.through),
            shared=[WordsOut.of(words) for words in each.shared],
            complements=[WordsOut.of(words) for words in each.complements],
            value=each.value,
            gain=each.gain,
            words=WordsOut.of(each.words),
        )


class SuggestionsOut(AboutOut):
    """Who might get to know whom."""

    question: Literal["suggestions"] = Field(description="What was asked")
    suggestions: list[SuggestionOut] = Field(description="Best first")

    @classmethod
    def of(cls, answer: SuggestionsAnswer) -> "SuggestionsOut":
        """Return the answer as it is shown."""
        return cls(
            question="suggestions",
            **about(answer.about),
            suggestions=[SuggestionOut.of(each) for each in answer.suggestions],
        )
