"""A request that isn't stored, and the answer to "who fits this request, and why?"."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from api.v1.fields import Day
from api.v1.schemas import Answer, Asked, PersonOut, person_out
from graph.model import RequestKind
from queries.matching import MOST_RESULTS, MatchAnswer, ResultAnswer
from queries.requested import RequestAnswer, Wanted

Name = Annotated[str, Field(min_length=1, max_length=200)]
LONGEST_TEXT = 10_000


class RequestIn(Asked):
    """A request that isn't stored: at least a text, a theme, a talent, a neighbourhood or a language."""

    text: str = Field("", max_length=LONGEST_TEXT, description="The request in free words")
    themes: list[Name] = Field([], max_length=50, description="Ids, keys or labels of themes")
    talents: list[Name] = Field([], max_length=50, description="Ids, keys or labels of talents")
    neighbourhoods: list[Name] = Field(
        [],
        max_length=50,
        description="Ids, keys or names of neighbourhoods, or names of districts for all in them",
    )
    languages: list[Name] = Field([], max_length=20, description="ISO 639 codes; who helps must speak them")
    kind: RequestKind | None = Field(None, description="What sort of support")

    def wanted(self) -> Wanted:
        """Return what is asked, as the question takes it."""
        return Wanted(
            text=self.text,
            themes=tuple(self.themes),
            talents=tuple(self.talents),
            neighbourhoods=tuple(self.neighbourhoods),
            languages=tuple(self.languages),
            kind=self.kind,
        )


class MatchIn(RequestIn):
    """A request that isn't stored, and how many people to return."""

    k: int = Field(10, ge=1, le=MOST_RESULTS, description="How many people")
    start: Name | None = Field(
        None, alias="from", description="Id, key or name of the person from whom the way is measured"
    )
    as_of: Day | None = Field(None, description="The day of ties and experience; today where left out")
    spread: bool = Field(
        True, description="Whether the answer is spread over organisations and neighbourhoods"
    )


class PartOut(Answer):
    """One part of a score."""

    value: float = Field(description="How well it fits, 0 to 1", examples=[0.5])
    weight: float = Field(description="How much it counts", examples=[0.3])


class ReasonsOut(Answer):
    """The two or three reasons that decide, heaviest first, then languages asked for, in Dutch and in English."""

    nl: list[str] = Field(description="Dutch", examples=[["biedt ‘voorzitten’ aan"]])
    en: list[str] = Field(description="English", examples=[["offers ‘chairing’"]])


class UnderstoodOut(Answer):
    """The request as it was understood."""

    id: str | None = Field(description="Id of a stored request, else null")
    key: str | None = Field(description="Id in the table it came from, else null")
    title: str | None = Field(description="Title of a stored request, else null")
    text: str = Field(description="The request in words")
    kind: str | None = Field(description="What sort of support, null where unknown")
    themes: list[str] = Field(description="Labels")
    talents: list[str] = Field(description="Labels")
    neighbourhoods: list[str] = Field(description="Names")
    languages: list[str] = Field(description="ISO 639 codes")
    from_text: list[str] = Field(
        description="Which of themes, talents and neighbourhoods were read from the text",
        examples=[["themes"]],
    )

    @classmethod
    def of(cls, request: RequestAnswer) -> "UnderstoodOut":
        """Return a request as it is shown."""
        return cls(
            id=request.id,
            key=request.key,
            title=request.title,
            text=request.text,
            kind=request.kind,
            themes=list(request.themes),
            talents=list(request.talents),
            neighbourhoods=list(request.neighbourhoods),
            languages=list(request.languages),
            from_text=list(request.from_text),
        )


class ResultOut(Answer):
    """Somebody who fits."""

    person: PersonOut = Field(description="Who")
    score: float = Field(description="Sum of value times weight; orders the answer", examples=[0.71])
    parts: dict[str, PartOut] = Field(description="The parts of the score by name")
    reasons: ReasonsOut = Field(description="Why, to read aloud")


class OrganisationResultOut(Answer):
    """An organisation that fits."""

    organisation: PersonOut = Field(description="Which")
    score: float = Field(description="Sum of value times weight; orders the answer", examples=[0.71])
    parts: dict[str, PartOut] = Field(description="The parts of the score by name")
    reasons: ReasonsOut = Field(description="Why, to read aloud")


class MatchOut(Answer):
    """Who fits a request, best first."""

    request: UnderstoodOut = Field(description="The request as it was understood")
    as_of: date = Field(description="The day of ties and experience", examples=["2026-11-23"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    results: list[ResultOut] = Field(description="People, best first")
    organisations: list[OrganisationResultOut] = Field(description="Organisations, best first")
    set_aside: int = Field(
        description="How many who might be proposed were set aside for a stored request, and are left out",
        examples=[0],
    )

    @classmethod
    def of(cls, answer: MatchAnswer) -> "MatchOut":
        """Return the answer as it is shown."""
        return cls(
            request=UnderstoodOut.of(answer.request),
            as_of=answer.as_of,
            revision=answer.revision,
            results=[
                ResultOut(person=person_out(found.person), score=found.score, **made_of(found))
                for found in answer.results
            ],
            organisations=[
                OrganisationResultOut(
                    organisation=person_out(found.person), score=found.score, **made_of(found)
                )
                for found in answer.organisations
            ],
            set_aside=answer.set_aside,
        )


def made_of(found: ResultAnswer) -> dict[str, Any]:
    """Return the parts and the reasons of a result."""
    return {
        "parts": {name: PartOut(value=part.value, weight=part.weight) for name, part in found.parts.items()},
        "reasons": ReasonsOut(nl=list(found.reasons.nl), en=list(found.reasons.en)),
    }


def match_json(answer: MatchAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return MatchOut.of(answer).model_dump(mode="json", by_alias=True)
