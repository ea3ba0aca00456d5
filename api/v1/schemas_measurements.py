"""Figures, and analyses that were kept, in answers."""

from collections.abc import Iterable
from datetime import date

from pydantic import Field, JsonValue

from api.v1.fields import Day
from api.v1.schemas import Answer, Asked, WordsOut
from queries.analyses import Analysis
from queries.analysis_methods import FIGURES
from queries.basis import Basis
from queries.figures import Figure
from queries.measurements import Measurement
from queries.phrases import Words


class FigureOut(Answer):
    """A figure, with its interval and what it would be by chance where these are known."""

    name: str = Field(description="What it measures, for a program", examples=["ei_index"])
    label: WordsOut = Field(description="What it measures, for a person")
    value: float | None = Field(
        description="The figure; null where it is not defined, or hidden", examples=[0.25]
    )
    low: float | None = Field(description="Lower bound of the 95 % interval over people", examples=[0.1])
    high: float | None = Field(description="Upper bound of it", examples=[0.4])
    expected: float | None = Field(description="What it would be by chance", examples=[0.5])
    expected_low: float | None = Field(description="Chance makes less in 2.5 % of cases", examples=[0.45])
    expected_high: float | None = Field(description="Chance makes more in 2.5 % of cases", examples=[0.55])
    hidden: bool = Field(description="Whether it stands for fewer than five people, and is not told")

    @classmethod
    def of(cls, each: Figure) -> "FigureOut":
        """Return a figure."""
        return cls(
            name=each.name,
            label=WordsOut.of(FIGURES.get(each.name) or Words(each.name, each.name)),
            value=each.value,
            low=each.low,
            high=each.high,
            expected=each.expected,
            expected_low=each.expected_low,
            expected_high=each.expected_high,
            hidden=each.hidden,
        )


class MeasurementOut(Answer):
    """An analysis that was kept: figures over at least five people, and nothing of any one of them."""

    id: str = Field(description="Id", examples=["measurement:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    question: str = Field(description="What was asked", examples=["bridging"])
    basis: Basis = Field(description="Of whom: `everyone`, or `research`: who agreed to research")
    as_of: date = Field(description="The day of the ties", examples=["2026-11-23"])
    revision: int | None = Field(description="Revision of the data; for the coordinator only", examples=[7])
    made_at: str = Field(description="When (UTC)", examples=["2026-11-23T09:00:00.000000Z"])
    parameters: dict[str, JsonValue] = Field(description="How it was asked", examples=[{"by": "district"}])
    people: int = Field(description="People it was counted over", examples=[1204])
    unasked: int | None = Field(
        description="How many of them had never said themselves whom they know; null where it is one of few",
        examples=[310],
    )
    figures: list[FigureOut] = Field(description="Its figures")

    @classmethod
    def of(cls, each: Measurement) -> "MeasurementOut":
        """Return a measurement."""
        return cls(
            id=each.id,
            question=each.question,
            basis=each.basis,
            as_of=each.as_of,
            revision=each.revision,
            made_at=each.made_at,
            parameters=dict(each.parameters),
            people=each.people,
            unasked=each.unasked,
            figures=[FigureOut.of(figure) for figure in each.figures],
        )


class MeasurementsPage(Answer):
    """Some measurements."""

    items: list[MeasurementOut] = Field(description="Latest first")
    next: str | None = Field(
        description="Give as `cursor` for the following page",
        examples=["measurement:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
    )

    @classmethod
    def of(cls, found: Iterable[Measurement], more: str | None) -> "MeasurementsPage":
        """Return a page."""
        return cls(items=[MeasurementOut.of(each) for each in found], next=more)


class ParametersIn(Asked):
    """How an analysis is asked; what it does not take is refused."""

    as_of: Day | None = Field(
        default=None, description="The day of the ties; today where left out", examples=["2026-11-23"]
    )
    k: int | None = Field(default=None, ge=1, le=200, description="How many rows", examples=[10])
    by: str | None = Field(
        default=None, max_length=100, description="neighbourhood or district", examples=["district"]
    )
    theme: str | None = Field(
        default=None,
        min_length=1,
        max_length=1000,
        description="Id, key or label of a theme",
        examples=["mobiliteit"],
    )
    years: int | None = Field(default=None, ge=1, le=50, description="How many years back", examples=[10])


class MeasureIn(Asked):
    """An analysis to keep."""

    question: Analysis = Field(description="Which analysis", examples=["bridging"])
    parameters: ParametersIn = Field(
        default_factory=lambda: ParametersIn(), description="How it is asked", examples=[{"by": "district"}]
    )
