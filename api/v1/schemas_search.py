"""The answer to "who and what is there?"."""

from enum import StrEnum
from typing import Any

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from queries.search import SearchAnswer


class SearchKind(StrEnum):
    """What can be searched for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    THEME = "theme"
    TALENT = "talent"
    INITIATIVE = "initiative"
    NEIGHBOURHOOD = "neighbourhood"
    REQUEST = "request"


class FoundOut(Answer):
    """A thing that was found."""

    kind: str = Field(description="What it is", examples=["person"])
    id: str = Field(description="Its id", examples=["person:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Id in the table it came from", examples=["p12"])
    name: str = Field(description="Name, title or label", examples=["An Peeters"])
    detail: WordsOut | None = Field(
        description="What tells it from others of its name: of people where they are active (for coordinators) and "
        "an organisation, of organisations the sector, of requests the status …; null where nothing is known",
        examples=[
            {"nl": "Dam · Buurtcomité De Linde (fictief)", "en": "Dam · Buurtcomité De Linde (fictief)"}
        ],
    )
    score: float = Field(description="Orders the answer, above 0 and at most 1", examples=[0.93])


class SearchOut(Answer):
    """What was found, best first."""

    query: str = Field(description="The text as it was asked", examples=["an pee"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    results: list[FoundOut] = Field(description="Best first")

    @classmethod
    def of(cls, answer: SearchAnswer) -> "SearchOut":
        """Return the answer as it is shown."""
        return cls(
            query=answer.query,
            revision=answer.revision,
            results=[
                FoundOut(
                    kind=found.kind,
                    id=found.id,
                    key=found.key,
                    name=found.name,
                    detail=WordsOut.of(found.detail) if found.detail is not None else None,
                    score=found.score,
                )
                for found in answer.results
            ],
        )


def search_json(answer: SearchAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return SearchOut.of(answer).model_dump(mode="json")
