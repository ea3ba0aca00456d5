"""Likely duplicates, and what was decided about them."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from api.v1.fields import Reference
from api.v1.schemas import Answer, Asked, WordsOut
from graph.model import Verdict
from ingest.proposals import Proposal, Proposals
from queries.duplicates import Candidate
from queries.merged import Decision


class LikePerson(Answer):
    """One of two people who may be one."""

    id: str = Field(description="Id", examples=["person:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    key: str = Field(description="Key from the table it came from", examples=["p12"])
    name: str = Field(description="Name")

    @classmethod
    def of(cls, person: Candidate) -> "LikePerson":
        """Return a person as shown."""
        return cls(id=person.id, key=person.key, name=person.row.name)


class DifferenceOut(Answer):
    """What two people say differently; null is unknown, or a contact detail that may not be shown."""

    field: str = Field(description="What of them", examples=["neighbourhoods"])
    one: str | None = Field(description="What one says", examples=["Borgerhout"])
    other: str | None = Field(description="What the other says", examples=["Deurne"])


class PairOut(Answer):
    """Two people who may be one, for a person to decide; nothing is merged by itself."""

    one: LikePerson = Field(description="One of the two")
    other: LikePerson = Field(description="The other")
    score: float = Field(description="Orders the pairs, 0 to 1; no chance", examples=[0.87])
    band: Literal["strong", "likely", "possible"] = Field(description="How strongly the score speaks")
    reasons: list[WordsOut] = Field(description="What they have in common")
    differences: list[DifferenceOut] = Field(description="What they say differently")

    @classmethod
    def of(cls, pair: Proposal) -> "PairOut":
        """Return a pair as shown."""
        return cls.model_validate(
            {
                "one": LikePerson.of(pair.one),
                "other": LikePerson.of(pair.other),
                "score": pair.score,
                "band": pair.band,
                "reasons": [WordsOut.of(reason) for reason in pair.reasons],
                "differences": [
                    DifferenceOut(field=each.field, one=each.one, other=each.other)
                    for each in pair.differences
                ],
            }
        )


class PairsOut(Answer):
    """A page of pairs about which nobody decided."""

    items: list[PairOut] = Field(description="Likeliest first")
    total: int = Field(description="How many there are in all", examples=[12])
    next: str | None = Field(description="`cursor` of the following page; null on the last")

    @classmethod
    def of(cls, page: Proposals) -> "PairsOut":
        """Return a page as shown."""
        return cls(items=[PairOut.of(pair) for pair in page.items], total=page.total, next=page.next)


class DecisionIn(Asked):
    """What a person decided about two people."""

    one: Reference = Field(description="Id, key or exact name", examples=["p12"])
    other: Reference = Field(description="Id, key or exact name", examples=["p13"])
    decision: Verdict = Field(description="`same` merges them, `different` is remembered")
    keep: Reference | None = Field(
        None, description="Of a merge: which of the two stays; `one` where left out", examples=["p12"]
    )


class DecisionOut(Answer):
    """A decision about two people."""

    id: str = Field(
        description="Id by which it can be taken back", examples=["decision:01JD8Z0V6H3K4M5N6P7Q8R9S0T"]
    )
    one: str = Field(description="Id of one")
    other: str = Field(description="Id of the other")
    decision: Verdict = Field(description="same or different")
    status: Literal["standing", "undone"] = Field(description="Whether it stands or was taken back")
    kept: str | None = Field(description="Of a merge: id of who stayed")
    kept_name: str | None = Field(description="Of a merge: the name of who stayed")
    gone_key: str | None = Field(description="Of a merge: the other's key, which now means who stayed")
    gone_name: str | None = Field(description="Of a merge: the other's name")
    recorded_by: str = Field(description="Who decided", examples=["coordinator"])
    created_at: str = Field(description="When (UTC)")
    undone_by: str | None = Field(description="Who took it back")
    undone_at: str | None = Field(description="When it was taken back (UTC)")

    @classmethod
    def of(cls, decision: Decision) -> "DecisionOut":
        """Return a decision as shown."""
        return cls.model_validate({name: getattr(decision, name) for name in cls.model_fields})


class DecisionsOut(Answer):
    """Every decision, also those that were taken back."""

    items: list[DecisionOut] = Field(description="Latest first")
    next: str | None = Field(default=None, description="`cursor` of the next page; null on the last one")

    @classmethod
    def of(cls, found: Sequence[Decision], following: str | None = None) -> "DecisionsOut":
        """Return decisions as shown."""
        return cls(items=[DecisionOut.of(decision) for decision in found], next=following)
