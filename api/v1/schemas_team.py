"""The answer to "which people do this together?"."""

from datetime import date
from typing import Any

from pydantic import Field

from api.v1.fields import Day
from api.v1.schemas import Answer, PersonOut, WordsOut, person_out
from api.v1.schemas_match import Name, PartOut, ReasonsOut, RequestIn, UnderstoodOut, made_of
from queries.team import LEAST_MEMBERS, MOST_MEMBERS
from queries.teamed import AddedAnswer, MemberAnswer, TeamAnswer, TiesAnswer, UncoveredAnswer


class TeamIn(RequestIn):
    """A request that isn't stored, and the size of the team."""

    size: int | None = Field(
        None, ge=LEAST_MEMBERS, le=MOST_MEMBERS, description="How many people; 3 where it is not given"
    )
    start: Name | None = Field(
        None, alias="from", description="Id, key or name of the person from whom the way is measured"
    )
    as_of: Day | None = Field(None, description="The day of ties and experience; today where left out")


class AddedOut(Answer):
    """Something asked of which a member has more than those before."""

    kind: str = Field(description="`talent` or `theme`", examples=["talent"])
    id: str = Field(description="Id of the talent or theme")
    label: WordsOut = Field(description="Its label")
    before: float = Field(description="What those before have of it, 0 to 1", examples=[0.0])
    share: float = Field(description="What this member has of it, 0 to 1", examples=[0.67])

    @classmethod
    def of(cls, one: AddedAnswer) -> "AddedOut":
        """Return what is added as it is shown."""
        return cls(kind=one.kind, id=one.id, label=WordsOut.of(one.label), before=one.before, share=one.share)


class MemberOut(Answer):
    """A member; score, parts and reasons are those of a match."""

    person: PersonOut = Field(description="Who")
    score: float = Field(description="How well they fit by themselves", examples=[0.71])
    parts: dict[str, PartOut] = Field(description="The parts of that score by name")
    reasons: ReasonsOut = Field(description="Why they fit, to read aloud")
    adds: list[AddedOut] = Field(description="What they add to those before")
    words: WordsOut = Field(description="The same in one sentence")

    @classmethod
    def of(cls, member: MemberAnswer) -> "MemberOut":
        """Return a member as it is shown."""
        found = member.result
        return cls(
            person=person_out(found.person),
            score=found.score,
            adds=[AddedOut.of(one) for one in member.adds],
            words=WordsOut.of(member.words),
            **made_of(found),
        )


class TeamTieOut(Answer):
    """Two members with a tie that is strong enough to work on."""

    one: PersonOut = Field(description="Who knows")
    other: PersonOut = Field(description="Whom")
    strength: float = Field(description="Strength of the stronger direction", examples=[0.62])
    words: WordsOut = Field(description="The tie in words")


class TiesOut(Answer):
    """Ties inside the team."""

    inside: list[TeamTieOut] = Field(description="Strongest first")
    without: list[PersonOut] = Field(description="Members without a strong tie inside")
    words: WordsOut | None = Field(description="What to do for them, null where everyone has a tie")

    @classmethod
    def of(cls, ties: TiesAnswer) -> "TiesOut":
        """Return ties inside as they are shown."""
        return cls(
            inside=[
                TeamTieOut(
                    one=person_out(tie.one),
                    other=person_out(tie.other),
                    strength=tie.strength,
                    words=WordsOut.of(tie.words),
                )
                for tie in ties.inside
            ],
            without=[person_out(person) for person in ties.without],
            words=None if ties.words is None else WordsOut.of(ties.words),
        )


class TeamSpreadOut(Answer):
    """What the members belong to, as far as the viewer may see it."""

    organisations: list[str] = Field(description="Names")
    neighbourhoods: list[str] = Field(description="Names")
    words: WordsOut = Field(description="The same in one sentence")


class UncoveredOut(Answer):
    """Something asked that the team has not, or in part only."""

    kind: str = Field(description="`talent`, `theme` or `neighbourhood`", examples=["theme"])
    id: str = Field(description="Its id")
    label: WordsOut = Field(description="Its label")
    share: float = Field(description="What the team has of it, 0 to 1", examples=[0.33])
    somebody: bool = Field(description="Whether anybody else who may be proposed has more of it")
    words: WordsOut = Field(description="The same in one sentence")

    @classmethod
    def of(cls, gap: UncoveredAnswer) -> "UncoveredOut":
        """Return a gap as it is shown."""
        return cls(
            kind=gap.kind,
            id=gap.id,
            label=WordsOut.of(gap.label),
            share=gap.share,
            somebody=gap.somebody,
            words=WordsOut.of(gap.words),
        )


class TeamSearchOut(Answer):
    """How sure it is that no team is better."""

    exact: bool = Field(description="Whether no other team of this size scores higher")
    bound: float = Field(description="No team of this size scores above it", examples=[0.74])
    candidates: int = Field(description="How many people the team was chosen from", examples=[120])
    words: WordsOut = Field(description="The same in one sentence")


class TeamOut(Answer):
    """A team for a request."""

    request: UnderstoodOut = Field(description="The request as it was understood")
    as_of: date = Field(description="The day of ties and experience", examples=["2026-11-23"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    size: int = Field(description="How many people were asked for", examples=[3])
    score: float = Field(description="Sum of value times weight", examples=[0.71])
    parts: dict[str, PartOut] = Field(description="The parts of the score of the team by name")
    members: list[MemberOut] = Field(description="In the order in which they add most")
    ties: TiesOut | None = Field(description="Ties inside; null for who may not see ties between people")
    spread: TeamSpreadOut | None = Field(description="What members belong to; null for no team")
    uncovered: list[UncoveredOut] = Field(description="What was asked and stays uncovered")
    search: TeamSearchOut = Field(description="How sure it is that no team is better")
    sentence: WordsOut = Field(description="The team in one sentence")

    @classmethod
    def of(cls, answer: TeamAnswer) -> "TeamOut":
        """Return the answer as it is shown."""
        spread, search = answer.spread, answer.search
        return cls(
            request=UnderstoodOut.of(answer.request),
            as_of=answer.as_of,
            revision=answer.revision,
            size=answer.size,
            score=answer.score,
            parts={
                name: PartOut(value=part.value, weight=part.weight) for name, part in answer.parts.items()
            },
            members=[MemberOut.of(member) for member in answer.members],
            ties=None if answer.ties is None else TiesOut.of(answer.ties),
            spread=None
            if spread is None
            else TeamSpreadOut(
                organisations=list(spread.organisations),
                neighbourhoods=list(spread.neighbourhoods),
                words=WordsOut.of(spread.words),
            ),
            uncovered=[UncoveredOut.of(gap) for gap in answer.uncovered],
            search=TeamSearchOut(
                exact=search.exact,
                bound=search.bound,
                candidates=search.candidates,
                words=WordsOut.of(search.words),
            ),
            sentence=WordsOut.of(answer.sentence),
        )


def team_json(answer: TeamAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return TeamOut.of(answer).model_dump(mode="json", by_alias=True)
