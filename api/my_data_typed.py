"""What was typed on the page of one's own data: what of it differs from what is kept, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from starlette.datastructures import FormData

from api import meant
from api.faults import fault
from api.v1.filled import fields_edit
from api.v1.schemas_my_data import OWN, OwnPatch
from api.v1.schemas_wishes import OwnWishesPatch
from graph.errors import InvalidInput
from graph.network import Network
from queries.edits import Edit, Side
from queries.own import OwnData
from queries.wishes import MOST_ASKS
from viz.my_data_choices import UNSAID
from viz.my_data_corrections import SIDES, as_it_stands
from viz.my_data_forms import Filled
from viz.my_data_wishes import as_wished
from viz.my_data_words import EXPERIENCE, TALENT_LEVELS, Pair

FIELDS: Mapping[str, Pair] = {
    "name": ("Vul uw naam in.", "Fill in your name."),
    "email": (
        "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.be.",
        "This is no e-mail address. Write it like name@example.org.",
    ),
    "phone": (
        "Dit is geen telefoonnummer. Schrijf het zoals 0470 12 34 56.",
        "This is no phone number. Write it like 0470 12 34 56.",
    ),
    "about": ("Deze tekst kan niet bewaard worden.", "This text can't be kept."),
    "availability": ("Kies ja, soms of nee.", "Choose yes, sometimes or no."),
    "languages": (
        "Deze taal kent Ploeg niet. Schrijf de naam voluit, zoals Grieks of Somalisch.",
        "Ploeg does not know this language. Write its whole name, like Greek or Somali.",
    ),
    "paused_until": ("Kies een dag vanaf vandaag.", "Choose a day from today on."),
    "ask_limit": (
        f"Vul een getal in van 1 tot {MOST_ASKS}, of laat dit leeg.",
        f"Fill in a number from 1 to {MOST_ASKS}, or leave this empty.",
    ),
}
"""What is said where a field is wrong, by the name the API knows it by."""

SHOWN_AS: Mapping[str, str] = {
    "languages": "languages_other",
    "paused_until": "rust_tot",
    "ask_limit": "hoogstens",
    "ask_themes": "themas",
    "not_about": "niet_over",
}
"""What a field is called on the page, where that differs."""

_TIE_OWN = frozenset({"batch", "changed_by", "created_at", "updated_at"})
"""What the store adds to a tie itself."""


class WrongFields(InvalidInput):
    """Something that was typed can't be kept: what is wrong, by the field on the page."""

    def __init__(self, fields: Mapping[str, Pair]) -> None:
        count = len(fields)
        nl = (
            "Verbeter dit veld en bewaar opnieuw."
            if count == 1
            else "Verbeter deze velden en bewaar opnieuw."
        )
        en = "Mend this field and save again." if count == 1 else "Mend these fields and save again."
        super().__init__(f"{nl} / {en}")
        # As they stand on the page, so that one goes down it once.
        known = list(FIELDS)
        order = {SHOWN_AS.get(name, name): at for at, name in enumerate(known)}
        self.fields = dict(sorted(fields.items(), key=lambda item: order.get(item[0], len(known))))


def filled(form: FormData) -> Filled:
    """Return a form as it was sent; files are no part of it."""
    found: dict[str, list[str]] = {}
    for name, held in form.multi_items():
        if isinstance(held, str):
            found.setdefault(name, []).append(held)
    return found


def checked(model: Any, given: Mapping[str, Any]) -> Any:
    """Return what was typed, checked as the API checks it.

    Raises
    ------
    WrongFields
    """
    try:
        return model.model_validate(given)
    except ValidationError as error:
        wrong: dict[str, Pair] = {}
        for each in error.errors():
            name = str(each["loc"][0]) if each["loc"] else ""
            wrong.setdefault(SHOWN_AS.get(name, name), _said(name, each))
        raise WrongFields(wrong) from error


def corrected(network: Network, data: OwnData, typed: Filled) -> tuple[Edit, str | None]:
    """Return what somebody corrected, and the moment at which they saw what they correct.

    A list that was left as it was is no part of it; of one that was changed, what stayed keeps what others said of
    it, and who did.

    Raises
    ------
    WrongFields, UnknownThing
    """
    named: dict[str, Any] = {
        "name": _one(typed, "name").strip(),
        "languages": [
            *typed.get("languages", ()),
            *(part.strip() for part in _one(typed, "languages_other").split(";") if part.strip()),
        ],
        "availability": _one(typed, "availability") or None,
        **{name: _one(typed, name).strip() or None for name in ("email", "phone", "about")},
    }
    given = checked(OwnPatch, named)
    fields = fields_edit(network, given.fields(), OWN)
    sides = [
        side for name in SIDES if (side := _side(network, data, name, typed, as_it_stands(data))) is not None
    ]
    return Edit(fields.properties, sides), _one(typed, "updated_at") or None


def wished(data: OwnData, typed: Filled) -> OwnWishesPatch:
    """Return what somebody wishes otherwise than it stands.

    Raises
    ------
    WrongFields
    """
    stands, given = as_wished(data), dict[str, Any]()
    # What was left as it stood is not written: it may be a pause that is over, or a number from a table.
    for name, field in (("rust_tot", "paused_until"), ("hoogstens", "ask_limit")):
        if _one(typed, name).strip() != _one(stands, name):
            given[field] = _one(typed, name).strip() or None
    for name, field in (("themas", "ask_themes"), ("niet_over", "not_about")):
        if set(typed.get(name, ())) != set(stands[name]):
            given[field] = list(typed.get(name, ()))
    found: OwnWishesPatch = checked(
        OwnWishesPatch, {**given, "updated_at": _one(typed, "updated_at") or None}
    )
    return found


def _side(network: Network, data: OwnData, name: str, typed: Filled, stands: Filled) -> Side | None:
    relation, step = SIDES[name]
    texts, steps = list(typed.get(name, ())), _steps(name, typed)
    ids = _ids(network, name, texts)
    held = {tie.id: tie.properties for tie in data.ties.get(relation, ())}
    before = _steps(name, stands)
    changed = [key for key in ids if key in steps and steps[key] != before.get(key, UNSAID)]
    if set(ids) == set(held) and not changed:
        return None
    ends: dict[str, Mapping[str, object]] = {}
    for key in ids:
        kept = {one: each for one, each in held.get(key, {}).items() if one not in _TIE_OWN}
        if key in changed:
            kept[step] = None if steps[key] == UNSAID else int(steps[key])
        if relation == "OFFERS" and (key in changed or key not in held):
            kept["source"] = "self"
        ends[key] = {one: each for one, each in kept.items() if each is not None}
    labels = {"OFFERS": "Talent", "CARES_ABOUT": "Theme", "ACTIVE_IN": "Neighbourhood"}
    return Side(relation, labels[relation], ends)


def _ids(network: Network, name: str, texts: Sequence[str]) -> list[str]:
    find = {"offers": meant.talents, "cares_about": meant.themes, "active_in": meant.neighbourhoods}[name]
    return list(dict.fromkeys(find(network, [text for text in texts if text.strip()])))


def _steps(name: str, typed: Filled) -> dict[str, str]:
    """Return what was chosen on a scale, by id; what the page does not offer is left out."""
    offered = {UNSAID, *{"offers": TALENT_LEVELS, "cares_about": EXPERIENCE}.get(name, {})}
    parts = [text.rpartition(" ") for text in typed.get(f"{name}_level", ())]
    return {key: step for key, _, step in parts if step in offered}


def _said(name: str, found: Any) -> Pair:
    if found["type"] == "string_too_long":
        most = found["ctx"]["max_length"]
        return (
            f"Maak dit korter: er passen hoogstens {most} tekens in.",
            f"Make this shorter: at most {most} characters fit.",
        )
    if found["type"] == "too_long":
        most = found["ctx"]["max_length"]
        return (f"Kies er hoogstens {most}.", f"Choose at most {most}.")
    known = FIELDS.get(name)
    if known is not None:
        return known
    told = fault(found)
    return (f"Hier hoort {told.nl}.", f"This should be {told.en}.")


def _one(typed: Filled, name: str) -> str:
    return next(iter(typed.get(name, ())), "")
