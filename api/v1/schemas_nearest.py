"""The answer to "who near us can do this?"."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from api.v1.schemas import Answer, PersonOut, ReasonOut, WordsOut, person_out
from api.v1.schemas_path import RouteOut, route_out
from queries.path_answers import HasAnswer, NearestAnswer, TargetAnswer


class WantedOut(Answer):
    """The talent or theme that was asked for."""

    kind: Literal["talent", "theme"] = Field(description="What it is", examples=["talent"])
    id: str = Field(description="Its id", examples=["talent:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Its id in the table it came from", examples=["voorzitten"])
    label: WordsOut = Field(description="What it is called")


class HasOut(Answer):
    """The talent or theme somebody has."""

    id: str = Field(description="Its id", examples=["talent:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Its id in the table it came from", examples=["voorzitten"])
    label: WordsOut = Field(description="What it is called")
    level: int | None = Field(
        description="Level of a talent (1 to 3) or experience with a theme (0 to 3); null where unknown",
        examples=[3],
    )
    related: bool = Field(
        description="Whether it is broader or narrower than what was asked: the way to them then counts half"
    )
    text: WordsOut = Field(description="The same in words")

    @classmethod
    def of(cls, has: HasAnswer) -> "HasOut":
        """Return what somebody has as it is shown."""
        return cls(
            id=has.id,
            key=has.key,
            label=WordsOut.of(has.label),
            level=has.level,
            related=has.related,
            text=WordsOut.of(has.text),
        )


class TargetOut(TypedDict):
    """Somebody who can do it, with the ways to them."""

    person: Annotated[PersonOut, Field(description="Who")]
    has: Annotated[HasOut, Field(description="What they have of what was asked")]
    routes: Annotated[
        list[RouteOut],
        Field(description="Best first; no two share a connector; the first of its people is who begins it"),
    ]


class NearestOut(Answer):
    """The nearest people with a talent or theme, by trusted path."""

    found: bool = Field(description="Whether there is somebody within reach")
    starts: list[PersonOut] = Field(description="Everyone the routes may start from, as they were given")
    wanted: WantedOut = Field(description="What was asked for")
    as_of: date = Field(description="The day of the ties", examples=["2026-11-23"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    targets: list[TargetOut] = Field(
        description="Nearest first, by the value of the best route; equal ones by id"
    )
    reason: ReasonOut | None = Field(
        description=(
            "Why there is nobody: `nobody_has_it`, or `no_trusted_path` to anybody who does; null where there is"
        )
    )

    @classmethod
    def of(cls, answer: NearestAnswer) -> "NearestOut":
        """Return the answer as it is shown."""
        reason, wanted = answer.reason, answer.wanted
        return cls(
            found=answer.found,
            starts=[person_out(person) for person in answer.starts],
            wanted=WantedOut(kind=wanted.kind, id=wanted.id, key=wanted.key, label=WordsOut.of(wanted.label)),
            as_of=answer.as_of,
            revision=answer.revision,
            targets=[_target(target) for target in answer.targets],
            reason=None
            if reason is None or answer.code is None
            else ReasonOut(code=answer.code, nl=reason.nl, en=reason.en),
        )


def _target(target: TargetAnswer) -> TargetOut:
    return TargetOut(
        person=person_out(target.person),
        has=HasOut.of(target.has),
        routes=[route_out(route) for route in target.routes],
    )


def nearest_json(answer: NearestAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return NearestOut.of(answer).model_dump(mode="json", by_alias=True)
