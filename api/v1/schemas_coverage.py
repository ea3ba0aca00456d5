"""Where there is talent, and how the network grew, in answers."""

from datetime import date
from typing import Literal

from pydantic import Field

from api.v1.schemas import Answer, WordsOut
from api.v1.schemas_about import FEW, AboutOut, about
from api.v1.schemas_measurements import FigureOut, MeasurementOut
from queries.analysis_answers import CoverageAnswer, CoverageCell, Labelled, TrendPoint, TrendsAnswer


class LabelledOut(Answer):
    """A theme or a place."""

    id: str = Field(description="Id; of a district its name", examples=["theme:01J…"])
    key: str | None = Field(description="Id in the table it came from", examples=["mobiliteit"])
    label: WordsOut = Field(description="What it is called")

    @classmethod
    def of(cls, each: Labelled) -> "LabelledOut":
        """Return a theme or a place."""
        return cls(id=each.id, key=each.key, label=WordsOut.of(each.label))


class CellOut(Answer):
    """What there is and what is asked on a theme in a place."""

    theme: int = Field(
        description="Position in `themes`; -1 for all together, each person once", examples=[0]
    )
    place: int = Field(
        description="Position in `places`; -1 for all together, each person once", examples=[3]
    )
    people: int | None = Field(
        description=f"People who care about the theme and are active there{FEW}", examples=[12]
    )
    open_requests: int | None = Field(description=f"Requests about it there that wait{FEW}", examples=[2])
    answered_requests: int | None = Field(
        description=f"Requests about it there that led to a meeting or were done{FEW}", examples=[5]
    )
    gap: int | None = Field(description=f"People still missing for the open requests{FEW}", examples=[1])

    @classmethod
    def of(cls, cell: CoverageCell) -> "CellOut":
        """Return a cell."""
        return cls(
            theme=cell.theme,
            place=cell.place,
            people=cell.people,
            open_requests=cell.open_requests,
            answered_requests=cell.answered_requests,
            gap=cell.gap,
        )


class CoverageOut(AboutOut):
    """Where there is talent and where there isn't."""

    question: Literal["coverage"] = Field(description="What was asked")
    by: str = Field(description="neighbourhood or district", examples=["district"])
    themes: list[LabelledOut] = Field(description="The themes")
    places: list[LabelledOut] = Field(description="The places")
    cells: list[CellOut] = Field(description="What there is, by theme and place")

    @classmethod
    def of(cls, answer: CoverageAnswer) -> "CoverageOut":
        """Return the answer as it is shown."""
        return cls(
            question="coverage",
            **about(answer.about),
            by=answer.by,
            themes=[LabelledOut.of(each) for each in answer.themes],
            places=[LabelledOut.of(each) for each in answer.places],
            cells=[CellOut.of(each) for each in answer.cells],
        )


class TrendPointOut(Answer):
    """The figures of one day."""

    as_of: date = Field(description="The day", examples=["2021-01-01"])
    figures: list[FigureOut] = Field(description="What they were, as far as what is known now goes back")

    @classmethod
    def of(cls, point: TrendPoint) -> "TrendPointOut":
        """Return a point."""
        return cls(as_of=point.as_of, figures=[FigureOut.of(each) for each in point.figures])


class TrendsOut(AboutOut):
    """How the network grew."""

    question: Literal["trends"] = Field(description="What was asked")
    points: list[TrendPointOut] = Field(description="By the dates of what is known now, oldest first")
    measured: list[MeasurementOut] = Field(description="As it was measured at the time")

    @classmethod
    def of(cls, answer: TrendsAnswer) -> "TrendsOut":
        """Return the answer as it is shown."""
        return cls(
            question="trends",
            **about(answer.about),
            points=[TrendPointOut.of(each) for each in answer.points],
            measured=[MeasurementOut.of(each) for each in answer.measured],
        )
