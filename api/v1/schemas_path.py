"""The answer to "through whom do I reach them?"."""

from datetime import date
from typing import Annotated, Any, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from api.v1.schemas import Answer, PersonOut, ReasonOut, WordsOut, person_out
from queries.path_answers import EvidenceAnswer, HopAnswer, PathAnswer, RouteAnswer


class EvidenceOut(Answer):
    """A piece of evidence behind a tie."""

    kind: str = Field(
        description="declared, declared_by_other, initiative or organisation", examples=["initiative"]
    )
    text: WordsOut = Field(description="The evidence in words")
    date: str | None = Field(description="Its day (ISO), null where unknown", examples=["2024-05-01"])

    @classmethod
    def of(cls, piece: EvidenceAnswer) -> "EvidenceOut":
        """Return a piece of evidence as it is shown."""
        day = None if piece.date is None else piece.date.isoformat()
        return cls(kind=str(piece.kind), text=WordsOut.of(piece.text), date=day)


# Two keys of a tie are called "from" and "to"; the first is a word of the language, hence this form.
_Ends = TypedDict(
    "_Ends",
    {
        "from": NotRequired[
            Annotated[str, Field(description="Id of who approaches", examples=["person:01J…A"])]
        ],
        "to": NotRequired[
            Annotated[str, Field(description="Id of who is approached", examples=["person:01J…B"])]
        ],
    },
)


class HopOut(_Ends):
    """One tie of a route; what the viewer may not see is absent."""

    strength: NotRequired[Annotated[float, Field(description="Strength of the tie, 0 to 1", examples=[0.61])]]
    factor: NotRequired[
        Annotated[
            float,
            Field(
                description="Factor of the connector this leads to: load and hub; 1 for the last tie",
                examples=[1.0],
            ),
        ]
    ]
    weakest: NotRequired[Annotated[bool, Field(description="Whether it is the weakest tie of the route")]]
    stale: NotRequired[Annotated[bool, Field(description="Whether all its evidence is older than two years")]]
    evidence: NotRequired[
        Annotated[list[EvidenceOut], Field(description="What the tie rests on, strongest first")]
    ]


class RouteOut(TypedDict):
    """A route; what the viewer may not see is absent."""

    value: NotRequired[
        Annotated[
            float, Field(description="Orders the routes; no chance and no trustworthiness", examples=[0.42])
        ]
    ]
    people: Annotated[list[PersonOut], Field(description="From start to target")]
    sentence: Annotated[WordsOut, Field(description="The route in one sentence")]
    hops: Annotated[list[HopOut], Field(description="Its ties, in order")]
    message: NotRequired[
        Annotated[
            WordsOut | None,
            Field(description="A first line to the first connector; null where there is no connector"),
        ]
    ]
    fallback: NotRequired[
        Annotated[
            WordsOut,
            Field(
                description="What to do when the first connector says no: whom to ask next, if there is anybody"
            ),
        ]
    ]


class PathOut(Answer):
    """Trusted routes from one person to another."""

    found: bool = Field(description="Whether there is a route")
    start: PersonOut = Field(alias="from", description="Where it starts")
    to: PersonOut = Field(description="Whom it leads to")
    as_of: date = Field(description="The day of the ties", examples=["2026-11-23"])
    revision: int | None = Field(
        description="Revision of the store that was answered from; null for partners and the public",
        examples=[7],
    )
    routes: list[RouteOut] = Field(description="Best first; no two share a connector")
    reason: ReasonOut | None = Field(description="Why there is no route; null where there is one")
    closest: PersonOut | None = Field(
        description="Who among those who may be asked stands closest to the target; null where there is a route"
    )

    @classmethod
    def of(cls, answer: PathAnswer) -> "PathOut":
        """Return the answer as it is shown."""
        reason = answer.reason
        return cls(
            found=answer.found,
            **{"from": person_out(answer.start)},
            to=person_out(answer.target),
            as_of=answer.as_of,
            revision=answer.revision,
            routes=[route_out(route) for route in answer.routes],
            reason=None if reason is None else ReasonOut(code="no_trusted_path", nl=reason.nl, en=reason.en),
            closest=None if answer.closest is None else person_out(answer.closest),
        )


class PathsOut(PathOut):
    """Trusted routes from any of several people to one; `from` is where the best one starts."""

    starts: list[PersonOut] = Field(description="Everyone the routes may start from, as they were given")

    @classmethod
    def of(cls, answer: PathAnswer) -> "PathsOut":
        """Return the answer as it is shown."""
        single = PathOut.of(answer)
        fields = {name: getattr(single, name) for name in PathOut.model_fields}
        return cls(**fields, starts=[person_out(person) for person in answer.starts])


def route_out(route: RouteAnswer) -> RouteOut:
    """Return a route as it is shown."""
    shown: RouteOut = {
        "people": [person_out(person) for person in route.people],
        "sentence": WordsOut.of(route.sentence),
        "hops": [_hop(hop) for hop in route.hops],
    }
    if route.value is not None:
        message = None if route.message is None else WordsOut.of(route.message)
        shown = RouteOut({"value": route.value, **shown, "message": message})
    if route.fallback is not None:
        shown["fallback"] = WordsOut.of(route.fallback)
    return shown


def _hop(hop: HopAnswer) -> HopOut:
    shown = HopOut()
    if hop.start.id is not None:
        shown["from"] = hop.start.id
    if hop.end.id is not None:
        shown["to"] = hop.end.id
    if hop.strength is not None:
        shown["strength"] = hop.strength
    if hop.factor is not None:
        shown["factor"] = hop.factor
    if hop.weakest is not None:
        shown["weakest"] = hop.weakest
    if hop.stale is not None:
        shown["stale"] = hop.stale
    if hop.evidence is not None:
        shown["evidence"] = [EvidenceOut.of(piece) for piece in hop.evidence]
    return shown


def path_out(answer: PathAnswer) -> PathOut:
    """Return the answer as it is shown, with every start where there were several."""
    return PathsOut.of(answer) if answer.starts else PathOut.of(answer)


def path_json(answer: PathAnswer) -> dict[str, Any]:
    """Return the answer as JSON, the same over HTTP and on the command line."""
    return path_out(answer).model_dump(mode="json", by_alias=True)
