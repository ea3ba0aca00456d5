"""Ties, memberships and participations: what comes in, what goes out."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.v1.fields import UNFIT, Day, LongText, OneLine
from api.v1.schemas import Answer, Asked
from queries.bonds import Bound
from queries.records import as_day

Score = Annotated[int | None, Field(ge=1, le=4)]


class RefOut(Answer):
    """A person or thing at an end."""

    id: str = Field(description="Its id", examples=["person:5d1b0c7be2b64b0b8a6de0d1a4b7f3c2"])
    key: str = Field(description="Id in the table it came from", examples=["p12"])
    name: str = Field(description="Name or title", examples=["An Peeters (fictief)"])


class TieIn(Asked):
    """What a person says of their tie to somebody: three questions, or one number."""

    trust: float | None = Field(None, ge=0, le=1, description="One number, 0 to 1", examples=[0.7])
    openness: Score = Field(None, description="How openly they talk, 1 to 4")
    reliability: Score = Field(None, description="How far they can count on the other, 1 to 4")
    shared_aim: Score = Field(None, description="How far they want the same, 1 to 4")
    since: Day | None = Field(None, description="Since when they know each other")
    last_contact: Day | None = Field(None, description="When they were last in contact")
    note: LongText | None = Field(None, description="A note")

    @model_validator(mode="after")
    def _says_something(self) -> "TieIn":
        if (self.trust, self.openness, self.reliability, self.shared_aim) == (None, None, None, None):
            said = {
                "nl": "trust, of minstens een van openness, reliability en shared_aim",
                "en": "trust, or at least one of openness, reliability and shared_aim",
            }
            raise PydanticCustomError(UNFIT, "{en}", said)
        return self


class TieOut(Answer):
    """What one person said of their tie to another."""

    other: RefOut = Field(description="Who is at the other end")
    said_by: str = Field(
        description="`person` where the person of the address said it, `other` where the other one did",
        examples=["person"],
    )
    trust: float | None = Field(description="One number, 0 to 1")
    openness: int | None = Field(description="How openly they talk, 1 to 4")
    reliability: int | None = Field(description="How far they can count on the other, 1 to 4")
    shared_aim: int | None = Field(description="How far they want the same, 1 to 4")
    since: date | None = Field(description="Since when they know each other")
    last_contact: date | None = Field(description="When they were last in contact")
    note: str | None = Field(description="A note")
    source: str | None = Field(description="Where it came from")

    @classmethod
    def of(cls, bound: Bound, said_by: str) -> "TieOut":
        """Return a tie as shown: of several sources what was said last, which is what counts."""
        said = bound.latest
        return cls(
            other=reference(bound),
            said_by=said_by,
            trust=said.get("trust"),
            openness=said.get("openness"),
            reliability=said.get("reliability"),
            shared_aim=said.get("shared_aim"),
            since=as_day(said.get("since")),
            last_contact=as_day(said.get("last_contact")),
            note=said.get("note"),
            source=said.get("source"),
        )


class TiesPage(Answer):
    """Some ties of a person, by the id of the other one."""

    items: list[TieOut] = Field(description="The ties of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


class PeriodIn(Asked):
    """A time for which somebody was a member."""

    role: OneLine | None = Field(None, description="What they do there", examples=["voorzitter"])
    since: Day | None = Field(None, description="First day")
    until: Day | None = Field(None, description="Last day; not before the first")


class MembershipIn(Asked):
    """Every period of a membership; it replaces those that were there."""

    periods: list[PeriodIn] = Field(
        description="One for each time; no two begin on the same day",
        min_length=1,
        max_length=50,
        examples=[[{"role": "voorzitter", "since": "2023-09-01"}]],
    )


class PeriodOut(Answer):
    """A time for which somebody was a member."""

    role: str | None = Field(description="What they did there")
    since: date | None = Field(description="First day")
    until: date | None = Field(description="Last day")


class MembershipOut(Answer):
    """A membership with its periods."""

    other: RefOut = Field(description="The organisation, or in its list of members the person")
    periods: list[PeriodOut] = Field(description="Earliest first")

    @classmethod
    def of(cls, bound: Bound) -> "MembershipOut":
        """Return a membership as shown."""
        return cls(other=reference(bound), periods=[_period(said) for said in bound.said])


class MembershipsPage(Answer):
    """Some memberships, by the id of what is at the other end."""

    items: list[MembershipOut] = Field(description="The memberships of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


class ParticipationIn(Asked):
    """That somebody took part."""

    role: OneLine | None = Field(None, description="What they did", examples=["zaalhulp"])


class ParticipationOut(Answer):
    """That somebody took part."""

    other: RefOut = Field(description="The initiative, or in its list of participants the person")
    role: str | None = Field(description="What they did")

    @classmethod
    def of(cls, bound: Bound) -> "ParticipationOut":
        """Return a participation as shown."""
        return cls(other=reference(bound), role=bound.latest.get("role"))


class ParticipationsPage(Answer):
    """Some participations, by the id of what is at the other end."""

    items: list[ParticipationOut] = Field(description="The participations of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")


def reference(bound: Bound) -> RefOut:
    """Return what is at the other end."""
    return RefOut(id=bound.id, key=bound.key, name=bound.name)


def _period(said: Any) -> PeriodOut:
    return PeriodOut(role=said.get("role"), since=as_day(said.get("since")), until=as_day(said.get("until")))
