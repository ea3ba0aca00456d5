"""One's own data: what is asked, and what is shown."""

from datetime import date
from typing import Any

from pydantic import Field

from api.v1.fields import Email, Languages, LongText, OneLine, Phone, Reference, References
from api.v1.schemas import Answer, Asked
from api.v1.schemas_consents import ConsentOut
from api.v1.schemas_people import PersonFields, PersonPatch, Talents, Themes
from graph.model import Availability, Purpose, Scope
from queries.own import OwnData, take_along

OWN = ("name", "languages", "availability", "email", "phone", "about")
"""What somebody may change of their own record; the rest a coordinator keeps."""


class LinkAskedIn(Asked):
    """Asking for a link by mail."""

    email: Email = Field(description="The address one is known by", examples=["an@example.org"])


class LinkAskedOut(Answer):
    """The same for every address."""

    nl: str = Field(description="What happens now, in Dutch")
    en: str = Field(description="What happens now, in English")


class KeyIn(Asked):
    """What a link holds."""

    key: str = Field(min_length=1, max_length=200, description="What stands after `sleutel=` in the link")


class OwnPatch(Asked):
    """Changes to one's own data: what is left out stays, null clears, a list replaces the whole list."""

    name: OneLine | None = Field(None, description="Name as shown; can't be cleared")
    languages: Languages | None = Field(None, description="ISO 639 codes or names", examples=[["nl", "fr"]])
    availability: Availability | None = Field(None, description="Whether one can be asked now")
    email: Email | None = Field(None, description="Contact detail")
    phone: Phone | None = Field(None, description="Contact detail")
    about: LongText | None = Field(None, description="In one's own words")
    neighbourhoods: References | None = Field(None, description="Ids, keys or names of neighbourhoods")
    themes: Themes | None = Field(None, description="What one cares about")
    talents: Talents | None = Field(None, description="What one offers")
    no_ties_to: list[Reference] = Field(
        [], max_length=100, description="Ids of people: what one said of the ties to them is taken away"
    )
    left: list[Reference] = Field(
        [], max_length=100, description="Ids of organisations one is no member of any more"
    )
    updated_at: str | None = Field(
        None,
        max_length=64,
        description="As it was seen: where it has changed since, nothing is written (409)",
    )

    def fields(self) -> PersonFields:
        """Return it as the changes to a person that a coordinator makes."""
        own = self.model_dump(exclude_unset=True, exclude={"no_ties_to", "left"})
        return PersonPatch.model_validate(own)


class OwnConsentIn(Asked):
    """A consent one gives or withdraws oneself, from today."""

    purpose: Purpose = Field(description="What it allows")
    given: bool = Field(description="True to give it, false to withdraw it")
    scope: Scope | None = Field(
        None,
        description="Of a connector consent: on whose behalf one may be asked; coordinator where left out",
    )
    themes: References = Field(
        [], description="Of a connector consent: ids, keys or labels of themes; none for every theme"
    )


class EraseIn(Asked):
    """The confirmation that everything goes."""

    name: OneLine = Field(description="One's own name, as it stands in the data", examples=["An Peeters"])


class OwnTieOut(Answer):
    """Something one is tied to, and what the tie says; what others said is not among it."""

    relation: str = Field(description="Kind of tie, as in the schema", examples=["KNOWS"])
    id: str = Field(description="Id of what one is tied to")
    name: str | None = Field(description="Its name")
    properties: dict[str, Any] = Field(description="What the tie says, and its source")


class NamedOut(Answer):
    """That others said something of their tie to this person."""

    day: date | None = Field(description="The day they gave")
    times: int = Field(description="How many did")


class MyDataOut(Answer):
    """Everything kept on somebody."""

    person: dict[str, Any] = Field(description="The record, with where it came from and when it changed last")
    ties: list[OwnTieOut] = Field(
        description="Talents, themes, neighbourhoods, memberships, ties one declared …"
    )
    named_by_others: list[NamedOut] = Field(
        description="Ties to this person that others declared: that, and when"
    )
    set_aside: list[dict[str, Any]] = Field(
        description="That one is not proposed for some request: why, and when that was said"
    )
    consents: list[ConsentOut] = Field(description="Every consent event, first one first")
    earlier_versions: list[dict[str, Any]] = Field(description="How the record was before imports changed it")
    duplicates_decisions: list[dict[str, Any]] = Field(
        description="Decisions whether somebody is the same person"
    )
    log: list[dict[str, Any]] = Field(description="What was done with it: when, what, and in which role")

    @classmethod
    def of(cls, data: OwnData) -> "MyDataOut":
        """Return it as shown."""
        along: Any = take_along(data)
        return cls(
            person=dict(data.properties),
            ties=[
                OwnTieOut(relation=tie.relation, id=tie.id, name=tie.name, properties=dict(tie.properties))
                for ties in data.ties.values()
                for tie in ties
            ],
            named_by_others=[
                NamedOut(day=date.fromisoformat(each.day) if each.day else None, times=each.times)
                for each in data.named
            ],
            set_aside=along["set_aside"],
            consents=[ConsentOut.of(event) for event in data.consents],
            earlier_versions=[dict(each) for each in data.earlier],
            duplicates_decisions=along["duplicates_decisions"],
            log=along["log"],
        )
