"""Who does not fit a request after all: what comes in, what goes out."""

from pydantic import Field

from api.v1.fields import LongText
from api.v1.schemas import Answer, Asked
from api.v1.schemas_bonds import RefOut
from graph.model import Unfit
from queries.setting_aside import LONGEST_WORDS, Aside


class SetAsideIn(Asked):
    """Why somebody does not fit."""

    reason: Unfit = Field(
        description="Why: already asked, no time, can't do this, too close, or something else"
    )
    words: LongText | None = Field(
        None,
        max_length=LONGEST_WORDS,
        description="Why, in words; the person themselves may read it among their own data",
        examples=["Begeleidt dit najaar al twee andere straten."],
    )


class SetAsideOut(Answer):
    """Somebody who was set aside for a request."""

    person: RefOut = Field(description="Who")
    reason: Unfit = Field(description="Why")
    words: str | None = Field(description="Why, in words")
    at: str = Field(description="When it was said (UTC)", examples=["2026-11-01T09:30:00.000000Z"])
    by: str | None = Field(description="Id of the account that said it, or the role of whoever runs Ploeg")

    @classmethod
    def of(cls, aside: Aside) -> "SetAsideOut":
        """Return it as shown."""
        return cls(
            person=RefOut(id=aside.id, key=aside.key, name=aside.name),
            reason=Unfit(aside.reason),
            words=aside.words,
            at=aside.at,
            by=aside.by,
        )


class SetAsidePage(Answer):
    """Some of those who were set aside for a request, by their id."""

    items: list[SetAsideOut] = Field(description="Those of this page")
    next: str | None = Field(description="`cursor` of the next page; null on the last one")
