"""What somebody filled in, to an edit of the store: names become ids, sides are named whole."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from api import meant
from api.dependencies import Call
from api.v1.schemas_people import PersonFields, PersonIn, PersonPatch, TalentIn, ThemeIn
from api.v1.schemas_requests import RequestIn, RequestPatch
from api.v1.schemas_things import InitiativeIn, InitiativePatch, OrganisationIn, OrganisationPatch
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
    """Return what a new organisation is."""
    return _organisation(call, given, everything=True)


def organisation_changes(call: Call, given: OrganisationPatch) -> Edit:
    """Return what an organisation becomes; only what was named in the body.

    Raises
    ------
    InvalidInput
        The name was cleared.
    """
    if "name" in given.model_fields_set and given.name is None:
        message = "Een organisatie heeft een naam nodig. / An organisation needs a name."
        raise InvalidInput(message)
    return _organisation(call, given, everything=False)


def _organisation(call: Call, given: OrganisationIn | OrganisationPatch, *, everything: bool) -> Edit:
    call.viewer.require(Question.WRITE)
    network, named = call.snapshots.fresh(call.city).network, _named(given, everything=everything)
    sides: list[Side] = []
    if "neighbourhoods" in named:
        sides.append(_places("ACTIVE_IN", network, given.neighbourhoods or ()))
    if "themes" in named:
        sides.append(_themes(network, given.themes or ()))
    if "talents" in named:
        sides.append(_talents(network, given.talents or ()))
    return Edit(_plain(given, ORGANISATION, everything=everything), sides)


def initiative_edit(call: Call, given: InitiativeIn) -> Edit:
    """Return what a new initiative is."""
    return _initiative(call, given, everything=True)


def initiative_changes(call: Call, given: InitiativePatch) -> Edit:
    """Return what an initiative becomes; only what was named in the body.

    Raises
    ------
    InvalidInput
        The title was cleared.
    """
    if "title" in given.model_fields_set and given.title is None:
        message = "Een initiatief heeft een titel nodig. / An initiative needs a title."
        raise InvalidInput(message)
    return _initiative(call, given, everything=False)


def _initiative(call: Call, given: InitiativeIn | InitiativePatch, *, everything: bool) -> Edit:
    call.viewer.require(Question.WRITE)
    network, named = call.snapshots.fresh(call.city).network, _named(given, everything=everything)
    sides: list[Side] = []
    if "themes" in named:
        sides.append(_concepts("ABOUT", "Theme", meant.themes(network, given.themes or ())))
    if "neighbourhoods" in named:
        sides.append(_places("TOOK_PLACE_IN", network, given.neighbourhoods or ()))
    if "organisations" in named:
        organisers = {meant.organisation(call, text): _none() for text in given.organisations or ()}
        sides.append(Side("ORGANISED", "Organisation", organisers, incoming=True))
    return Edit(_plain(given, INITIATIVE, everything=everything), sides)


def request_edit(call: Call, given: RequestIn) -> Edit:
    """Return what a new request is: open from the day it was asked."""
    edit = _request(call, given, everything=True)
    opened = (given.opened or utc_today()).isoformat()
    step = {
        "opened": opened,
        "status": RequestStatus.OPEN.value,
        "status_dates": [f"{RequestStatus.OPEN}/{opened}"],
        "version": 1,
    }
    return Edit({**edit.properties, **step}, edit.sides)


def request_changes(call: Call, given: RequestPatch) -> Edit:
    """Return what a request becomes; only what was named in the body.

    Raises
    ------
    InvalidInput
        The title was cleared.
    """
    if "title" in given.model_fields_set and given.title is None:
        message = "Een vraag heeft een titel nodig. / A request needs a title."
        raise InvalidInput(message)
    return _request(call, given, everything=False)


def _request(call: Call, given: RequestIn | RequestPatch, *, everything: bool) -> Edit:
    call.viewer.require(Question.WRITE)
    network, named = call.snapshots.fresh(call.city).network, _named(given, everything=everything)
    sides: list[Side] = []
    if "themes" in named:
        sides.append(_concepts("ABOUT", "Theme", meant.themes(network, given.themes or ())))
    if "talents" in named:
        sides.append(_concepts("NEEDS", "Talent", meant.talents(network, given.talents or ())))
    if "neighbourhoods" in named:
        places = meant.places(network, given.neighbourhoods or ())
        sides.append(_concepts("TOOK_PLACE_IN", "Neighbourhood", places))
    if "asker" in named:
        label, identity = meant.asker(call, given.asker) if given.asker is not None else ("Person", "")
        sides.append(Side("ASKED", label, {identity: _none()} if identity else {}, incoming=True))
    return Edit(_plain(given, REQUEST, everything=everything), sides)


def _named(given: BaseModel, *, everything: bool) -> Collection[str]:
    return type(given).model_fields if everything else given.model_fields_set


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
