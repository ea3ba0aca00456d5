"""Where one person stands for a request, and what stands between them and a higher place."""

from datetime import date
from typing import Any

from pydantic import Field

from api.v1.schemas import Answer, PersonOut, ReasonOut, WordsOut, person_out
from api.v1.schemas_match import MatchIn, Name, PartOut, ReasonsOut, UnderstoodOut, made_of
from queries.explained import Compared, ExplainAnswer, Outcome
from queries.matching import ResultAnswer


class ExplainIn(MatchIn):
    """A request that isn't stored, and the person who is asked about."""

    person: Name = Field(description="Id, key or exact name of the person asked about")


class BarrierOut(ReasonOut):
    """A hard limit that somebody does not pass."""

    code: str = Field(
        description="`asker`, `no_consent`, `unavailable`, `set_aside`, `other_themes` or `language`",
        examples=["unavailable"],
    )


class ScoredOut(Answer):
    """A score, what it is made of, and why."""

    score: float = Field(description="Sum of value times weight", examples=[0.41])
    parts: dict[str, PartOut] = Field(description="The parts of the score by name")
    reasons: ReasonsOut = Field(description="Why, to read aloud")

    @classmethod
    def of(cls, found: ResultAnswer) -> "ScoredOut":
        """Return a score as it is shown."""
        return cls(score=found.score, **made_of(found))


class PartDifferenceOut(Answer):
    """What one part adds to both scores."""

    part: str = Field(description="Name of the part", examples=["talents"])
    mine: float = Field(description="Value times weight of the person asked about", examples=[0.1])
    other: float = Field(description="Value times weight of the one compared with", examples=[0.22])
    difference: float = Field(
        description="The first less the second; below 0 where it cost the place", examples=[-0.12]
    )


class ComparedOut(ScoredOut):
    """The one compared with: the last of the list; for somebody on it the first, for the first the second."""

    person: PersonOut = Field(description="Who")
    place: int = Field(description="Their place on the list, from 1", examples=[10])
    difference: float = Field(description="The score asked about less this one", examples=[-0.12])
    differences: list[PartDifferenceOut] = Field(
        description="The difference by part, what cost most first; they add up to it exactly"
    )

    @classmethod
    def beside(cls, compared: Compared) -> "ComparedOut":
        """Return the one compared with as they are shown."""
        return cls(
            person=person_out(compared.result.person),
            place=compared.place,
            score=compared.result.score,
            difference=compared.difference,
            differences=[
                PartDifferenceOut(part=one.part, mine=one.mine, other=one.other, difference=one.difference)
                for one in compared.parts
            ],
            **made_of(compared.result),
        )


class UnknownOut(WordsOut):
    """Something that nobody wrote down of the person."""

    part: str = Field(description="The part it would raise", examples=["talents"])
    gain: float = Field(description="What it adds to the score at most", examples=[0.13])
    enough: bool = Field(description="Whether that would bring the person onto the list")


class ExplainOut(Answer):
    """Where one person stands for a request."""

    request: UnderstoodOut = Field(description="The request as it was understood")
    as_of: date = Field(description="The day of ties and experience", examples=["2026-11-23"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    person: PersonOut = Field(description="The person asked about")
    outcome: Outcome = Field(
        description="`listed`, `below` the list, `nothing` about them fits, or `barred` by a hard limit"
    )
    barriers: list[BarrierOut] = Field(description="Hard limits they do not pass; empty unless `barred`")
    rank: int | None = Field(description="Place by score among all who fit, from 1", examples=[14])
    among: int | None = Field(description="How many people fit", examples=[83])
    place: int | None = Field(description="Place on the list, null for somebody who isn't on it")
    result: ScoredOut | None = Field(description="Their score, null where they are barred")
    compared: ComparedOut | None = Field(description="The one whose place it would take, null for nobody")
    unknown: list[UnknownOut] = Field(
        description="What is not known of them, at most three, what adds most first"
    )
    sentence: WordsOut = Field(description="The same, to read aloud")

    @classmethod
    def of(cls, answer: ExplainAnswer) -> "ExplainOut":
        """Return the answer as it is shown."""
        return cls(
            request=UnderstoodOut.of(answer.request),
            as_of=answer.as_of,
            revision=answer.revision,
            person=person_out(answer.person),
            outcome=answer.outcome,
            barriers=[BarrierOut(code=one.code, nl=one.words.nl, en=one.words.en) for one in answer.barriers],
            rank=answer.rank,
            among=answer.among,
            place=answer.place,
            result=ScoredOut.of(answer.result) if answer.result is not None else None,
            compared=ComparedOut.beside(answer.compared) if answer.compared is not None else None,
            unknown=[
                UnknownOut(part=one.part, gain=one.gain, enough=one.enough, nl=one.words.nl, en=one.words.en)
                for one in answer.unknown
            ],
            sentence=WordsOut.of(answer.sentence),
        )


def explain_json(answer: ExplainAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return ExplainOut.of(answer).model_dump(mode="json", by_alias=True)
