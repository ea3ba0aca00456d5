"""What every analysis says of itself, in answers."""

from datetime import date
from typing import Any

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from api.v1.schemas_measurements import FigureOut
from queries.basis import Basis
from queries.figures import About

FEW = "; null where it is one of few, would give such a one away, or is not defined"


class AboutOut(Answer):
    """What every analysis says of itself."""

    as_of: date = Field(description="The day of the ties", examples=["2026-11-23"])
    revision: int | None = Field(description="Revision of the data; for the coordinator only", examples=[7])
    basis: Basis = Field(
        description="Of whom it is: `everyone`, or `research`: who agrees to research", examples=["research"]
    )
    people: int | None = Field(description=f"People it is counted over{FEW}", examples=[1204])
    unasked: int | None = Field(
        description=f"How many of them never said themselves whom they know{FEW}", examples=[310]
    )
    parameters: dict[str, str | int | float | None] = Field(
        description="How it was asked", examples=[{"k": 10}]
    )
    sentences: list[WordsOut] = Field(description="What it comes down to, made from the figures")
    figures: list[FigureOut] = Field(description="Its figures")
    method: WordsOut = Field(description="How it was worked out, and what it does not tell")


def about(said: About) -> dict[str, Any]:
    """Return what an analysis says of itself, as fields of its model."""
    return {
        "as_of": said.as_of,
        "revision": said.revision,
        "basis": said.basis,
        "people": said.people,
        "unasked": said.unasked,
        "parameters": dict(said.parameters),
        "sentences": [WordsOut.of(each) for each in said.sentences],
        "figures": [FigureOut.of(each) for each in said.figures],
        "method": WordsOut.of(said.method),
    }
