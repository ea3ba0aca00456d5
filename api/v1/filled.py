"""What somebody filled in, to an edit of the store: names become ids, sides are named whole."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from api import meant
from api.dependencies import Call
from api.v1.schemas_people import PersonFields, PersonIn, PersonPatch, TalentIn, ThemeIn
from api.v1.schemas_requests import RequestIn
from api.v1.schemas_things import InitiativeIn, OrganisationIn
from graph.access import Question
from graph.errors import InvalidInput
from graph.model import RequestStatus
from graph.network import Network
from queries.edits import Edit, Side
from queries.snapshots import utc_today

PERSON = (
    "name", "sector", "level", "languages", "availability", "email", "phone", "about",
    "open_asks", "ask_limit", "paused_until",
)  # fmt: skip
ORGANISATION = ("name", "sector", "kind", "size", "website", "email", "about", "public")
INITIATIVE = ("title", "start", "end", "size", "about", "lessons", "public")
REQUEST = ("title", "text", "kind", "languages", "needed_by", "people_needed")


def person_edit(call: Call, given: PersonFields) -> Edit:
    """Return what a person becomes; only what was named in the body.

    Raises
    ------
    InvalidInput
        The name was cleared, or something that is referred to is unknown or ambiguous.
    """
    call.viewer.require(Question.WRITE)
    network = call.snapshots.fresh(call.city).network
    edit = fields_edit(network, given, PERSON)
    if not isinstance(given, PersonIn):
        return edit
    members = {meant.organisation(call, text): _none() for text in given.organisations}
    return Edit(edit.properties, (*edit.sides, Side("MEMBER_OF", "Organisation", members)))


def fields_edit(network: Network, given: PersonFields, properties: Sequence[str]) -> Edit:
    """Return what a person becomes by these properties and all sides; asks for no role.

    Raises
    ------
    InvalidInput
    """
    named = given.model_fields_set
    if isinstance(given, PersonPatch) and "name" in named and given.name is None:
        message = "Een persoon heeft een naam nodig. / A person needs a name."
        raise InvalidInput(message)
    sides: list[Side] = []
    if "neighbourhoods" in named:
        sides.append(_places("ACTIVE_IN", network, given.neighbourhoods or ()))
    if "themes" in named:
        sides.append(_themes(network, given.themes or ()))
    if "talents" in named:
        sides.append(_talents(network, given.talents or ()))
    return Edit(_plain(given, properties), sides)


def organisation_edit(call: Call, given: OrganisationIn) -> Edit:
    """Return what an organisation becomes."""
    call.viewer.require(Question.WRITE)
    network = call.snapshots.fresh(call.city).network
    return Edit(
        _plain(given, ORGANISATION, everything=True),
        (
            _places("ACTIVE_IN", network, given.neighbourhoods),
            _themes(network, given.themes),
            _talents(network, given.talents),
        ),
    )


def initiative_edit(call: Call, given: InitiativeIn) -> Edit:
    """Return what an initiative becomes.

    Raises
    ------
    InvalidInput
        It ends before it begins.
    """
    call.viewer.require(Question.WRITE)
    if given.start is not None and given.end is not None and given.end < given.start:
        message = (
            f"De laatste dag ({given.end}) valt voor de eerste ({given.start}). "
            f"/ The last day ({given.end}) is before the first ({given.start})."
        )
        raise InvalidInput(message)
    network = call.snapshots.fresh(call.city).network
    organisers = {meant.organisation(call, text): _none() for text in given.organisations}
    return Edit(
        _plain(given, INITIATIVE, everything=True),
        (
            _concepts("ABOUT", "Theme", meant.themes(network, given.themes)),
            _places("TOOK_PLACE_IN", network, given.neighbourhoods),
            Side("ORGANISED", "Organisation", organisers, incoming=True),
        ),
    )


def request_edit(call: Call, given: RequestIn) -> Edit:
    """Return what a request becomes: open from the day it was asked."""
    call.viewer.require(Question.WRITE)
    network = call.snapshots.fresh(call.city).network
    opened = (given.opened or utc_today()).isoformat()
    sides = [
        _concepts("ABOUT", "Theme", meant.themes(network, given.themes)),
        _concepts("NEEDS", "Talent", meant.talents(network, given.talents)),
        _places("TOOK_PLACE_IN", network, given.neighbourhoods),
    ]
    if given.asker is not None:
        label, identity = meant.asker(call, given.asker)
        sides.append(Side("ASKED", label, {identity: _none()}, incoming=True))
    step = {
        "opened": opened,
        "status": RequestStatus.OPEN.value,
        "status_dates": [f"{RequestStatus.OPEN}/{opened}"],
        "version": 1,
    }
    return Edit({**_plain(given, REQUEST, everything=True), **step}, sides)


def _plain(given: BaseModel, names: Sequence[str], *, everything: bool = False) -> dict[str, object]:
    """Return properties as the store keeps them: days as text, an empty list as unknown."""
    shown: dict[str, Any] = given.model_dump(mode="json")
    named = names if everything else [name for name in names if name in given.model_fields_set]
    return {name: None if shown[name] == [] else shown[name] for name in named}


def _none() -> Mapping[str, object]:
    return {}


def _concepts(relation: str, label: str, ids: Sequence[str]) -> Side:
    return Side(relation, label, {identity: _none() for identity in ids})


def _places(relation: str, network: Network, texts: Sequence[str]) -> Side:
    return _concepts(relation, "Neighbourhood", meant.neighbourhoods(network, texts))


def _themes(network: Network, given: Sequence[ThemeIn]) -> Side:
    ids = meant.themes(network, [each.theme for each in given])
    ends = {one: _known(experience=each.experience) for one, each in zip(ids, given, strict=True)}
    return Side("CARES_ABOUT", "Theme", ends)


def _talents(network: Network, given: Sequence[TalentIn]) -> Side:
    ids = meant.talents(network, [each.talent for each in given])
    ends = {one: _known(level=each.level, source="self") for one, each in zip(ids, given, strict=True)}
    return Side("OFFERS", "Talent", ends)


def _known(**values: object) -> Mapping[str, object]:
    return {name: value for name, value in values.items() if value is not None}
