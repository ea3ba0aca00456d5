"""Words and people in answers; every answer's model stands in a module beside this one, by noun.

The command line prints the same models with ``--json``.
"""

from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from queries.path_answers import PersonRef


class Answer(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Asked(BaseModel):
    """The body of a request: fields that don't exist are refused, so that a slip shows."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class TwoLanguages(Protocol):
    """Anything said in Dutch and in English."""

    @property
    def nl(self) -> str:
        """Dutch."""
        ...

    @property
    def en(self) -> str:
        """English."""
        ...


class WordsOut(Answer):
    """The same words in Dutch and in English."""

    nl: str = Field(description="Dutch", examples=["samen in ‘Buurtforum’ (mei 2024)"])
    en: str = Field(description="English", examples=["together in ‘Buurtforum’ (May 2024)"])

    @classmethod
    def of(cls, words: TwoLanguages) -> "WordsOut":
        """Return `words` as they are shown."""
        return cls(nl=words.nl, en=words.en)


class ReasonOut(WordsOut):
    """Why there is no answer."""

    code: str = Field(description="What it is, for a program", examples=["no_trusted_path"])


class PersonOut(TypedDict, total=False):
    """A person, as far as the viewer may know them: somebody hidden is an empty object."""

    id: Annotated[str, Field(description="Id of the person", examples=["person:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])]
    key: Annotated[str, Field(description="Id in the table they came from", examples=["p12"])]
    name: Annotated[str, Field(description="Name as shown", examples=["An Peeters"])]


def person_out(person: PersonRef) -> PersonOut:
    """Return a person; what the viewer may not see is absent."""
    shown = PersonOut()
    if person.id is not None:
        shown["id"] = person.id
    if person.key is not None:
        shown["key"] = person.key
    if person.name is not None:
        shown["name"] = person.name
    return shown


class ProblemOut(Answer):
    """A problem (RFC 9457)."""

    type: str = Field(
        description="Where the kind of problem is explained", examples=["/docs#problem-unknown_thing"]
    )
    title: str = Field(
        description="The kind of problem, Dutch / English", examples=["Niet gevonden / Not found"]
    )
    status: int = Field(description="HTTP status", examples=[404])
    detail: str = Field(
        description="What is wrong and what to do, Dutch / English",
        examples=["Geen persoon gevonden … / No person found …"],
    )
    instance: str = Field(description="Path that was asked", examples=["/v1/people/p99"])
    code: str = Field(description="The kind of problem, for a program", examples=["unknown_thing"])
    request_id: str = Field(
        description="Id of this request in answers and logs; also in the header X-Request-Id",
        examples=["0b7c7a4e4a1d4f3c9a55f2f6a4f0f5f3"],
    )
