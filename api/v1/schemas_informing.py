"""Who must still be told that they are kept: what goes out, and what comes in."""

from datetime import date

from pydantic import Field

from api.v1.fields import Day
from api.v1.schemas import Answer, Asked
from queries.informing import How, ToInform


class ToInformOut(Answer):
    """Somebody who must still be told."""

    id: str = Field(description="Id", examples=["person:5d1b0c7be2b64b0b8a6de0d1a4b7f3c2"])
    key: str = Field(description="Id in the table they came from", examples=["p12"])
    name: str = Field(description="Name as shown", examples=["An Peeters (fictief)"])
    recorded: date = Field(description="The day since which they are kept")
    source: str | None = Field(description="Where they came from", examples=["tables"])
    batch: str | None = Field(description="Id of the import that brought them in; null where none did")
    reachable: bool = Field(description="Whether a mail address is known")
    due: date = Field(description="The last day to tell them: a month after they were recorded")
    overdue: bool = Field(description="Whether that day is over")

    @classmethod
    def of(cls, found: ToInform) -> "ToInformOut":
        """Return somebody as shown."""
        return cls(
            id=found.id,
            key=found.key,
            name=found.name,
            recorded=found.recorded,
            source=found.source,
            batch=found.batch,
            reachable=found.reachable,
            due=found.due,
            overdue=found.overdue,
        )


class ToInformPage(Answer):
    """Some people who must still be told, longest kept first."""

    note: str = Field(description="When somebody must be told, and what, in Dutch and in English")
    total: int = Field(description="How many there are in all", examples=[12])
    overdue: int = Field(description="Of how many the day is over", examples=[2])
    items: list[ToInformOut] = Field(description="The people of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


class InformedIn(Asked):
    """That somebody was told."""

    how: How = Field(description="How they were told")
    on: Day | None = Field(None, description="The day, today where left out; not one to come")
