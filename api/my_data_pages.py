"""The pages on which somebody sees, corrects, takes along and erases what is kept on them; forms without script."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError
from starlette.responses import Response

from api.errors import KINDS, code_of
from api.faults import fault
from api.own import Own, Owner
from api.v1.my_data import ASKED, change_wishes, consent, correct
from api.v1.schemas_my_data import LinkAskedIn, OwnConsentIn, OwnPatch
from api.v1.schemas_wishes import OwnWishesPatch
from graph.errors import InvalidInput, NotSignedIn, PloegError
from queries import own
from queries.backups import still_held
from queries.snapshots import utc_today
from viz.frame import in_language
from viz.my_data import MyDataPage, my_data_page
from viz.my_data_forms import PAGE
from viz.my_data_wishes import shown_limit, shown_pause
from viz.words import Language

router = APIRouter(prefix=PAGE, include_in_schema=False)

Typed = Annotated[str, Form(max_length=100_000)]
Ticked = Annotated[Sequence[str], Form(max_length=1000)]
ERASED = "Alles over u is gewist. / Everything on you has been erased."
DONE = "Bewaard. Het geldt meteen. / Saved. It holds at once."
CLOSED = "Uw gegevens zijn weer gesloten. / Your data are closed again."


@router.get("")
def show(mine: Owner, sleutel: str = "", gedaan: str = "", taal: str = "nl") -> Response:
    """Show the data, a button for a link that was not opened yet, or how to get one; and that something was done.

    Looking does not use a link up: scanners of mail look too.
    """
    language = _language(taal)
    if sleutel:
        return _page(mine, MyDataPage(language, key=sleutel[:200], notice=mine.call.notice))
    return _shown(mine, language, told=DONE if gedaan else None)


@router.post("/link")
def ask(mine: Owner, email: Typed = "", taal: str = "nl") -> Response:
    """Ask for a link; the answer is the same for every address."""
    language = _language(taal)

    def work() -> None:
        mine.ask(_checked(LinkAskedIn, {"email": email}).email)

    told = f"{ASKED.nl} / {ASKED.en}"
    return _done(mine, language, work, lambda: _page(mine, MyDataPage(language, told=told)), outside=True)


@router.post("/openen")
def open_link(mine: Owner, sleutel: Typed = "", taal: str = "nl") -> Response:
    """Use a link up, and go on to the data."""
    language = _language(taal)
    cookie: list[str] = []
    return _done(
        mine,
        language,
        lambda: cookie.append(mine.open(sleutel)),
        lambda: _on(language, cookie[0]),
        outside=True,
    )


@router.post("/klaar")
def close(mine: Owner, taal: str = "nl") -> Response:
    """End the session."""
    return _page(mine, MyDataPage(_language(taal), told=CLOSED), cookie=mine.close())


@router.post("/verbeteren")
def change(
    mine: Owner,
    name: Typed = "",
    email: Typed = "",
    phone: Typed = "",
    about: Typed = "",
    languages: Typed = "",
    availability: Typed = "",
    offers: Typed = "",
    cares_about: Typed = "",
    active_in: Typed = "",
    updated_at: Typed = "",
    taal: str = "nl",
) -> Response:
    """Write what was corrected."""

    def work() -> None:
        data = own.overview(mine.call.store, mine.call.city, mine.person)
        levels = {tie.name: tie.properties.get("level") for tie in data.ties.get("OFFERS", ())}
        experience = {tie.name: tie.properties.get("experience") for tie in data.ties.get("CARES_ABOUT", ())}
        given: dict[str, Any] = {
            "name": name,
            "email": email.strip() or None,
            "phone": phone.strip() or None,
            "about": about.strip() or None,
            "languages": _parts(languages),
            "availability": availability or None,
            "updated_at": updated_at or None,
        }
        # A list that was left as it was keeps what others said of it, and who did.
        sides: dict[str, tuple[str, str, Callable[[str], object]]] = {
            "talents": ("OFFERS", offers, lambda each: {"talent": each, "level": levels.get(each)}),
            "themes": (
                "CARES_ABOUT", cares_about, lambda each: {"theme": each, "experience": experience.get(each)},
            ),
            "neighbourhoods": ("ACTIVE_IN", active_in, lambda each: each),
        }  # fmt: skip
        for key, (relation, typed, made) in sides.items():
            if set(_parts(typed)) != {tie.name or tie.id for tie in data.ties.get(relation, ())}:
                given[key] = [made(each) for each in _parts(typed)]
        correct(mine, _checked(OwnPatch, given))

    return _done(mine, _language(taal), work)


@router.post("/toestemming")
def agree(mine: Owner, doel: Typed = "", ja: Typed = "", taal: str = "nl") -> Response:
    """Give or withdraw a consent."""

    def work() -> None:
        consent(mine, _checked(OwnConsentIn, {"purpose": doel, "given": ja == "ja"}))

    return _done(mine, _language(taal), work)


@router.post("/wensen")
def wish(
    mine: Owner,
    rust_tot: Typed = "",
    hoogstens: Typed = "",
    themas: Typed = "",
    niet_over: Ticked = (),
    updated_at: Typed = "",
    taal: str = "nl",
) -> Response:
    """Write when, how often, about what and about whom not somebody wants to be asked."""

    def work() -> None:
        data = own.overview(mine.call.store, mine.call.city, mine.person)
        given: dict[str, Any] = {}
        # What was left as it stood is not written: it may be a pause that is over, or a number from a table.
        if rust_tot.strip() != shown_pause(data):
            given["paused_until"] = rust_tot.strip() or None
        if hoogstens.strip() != shown_limit(data):
            given["ask_limit"] = hoogstens.strip() or None
        if set(_parts(themas)) != {each.name or each.id for each in data.wished}:
            given["ask_themes"] = _parts(themas)
        if set(niet_over) != {tie.id for tie in data.ties.get("NOT_ABOUT", ())}:
            given["not_about"] = list(niet_over)
        change_wishes(mine, _checked(OwnWishesPatch, {**given, "updated_at": updated_at or None}))

    return _done(mine, _language(taal), work)


@router.post("/band")
def untie(mine: Owner, wie: Typed = "", taal: str = "nl") -> Response:
    """Take away what one said of a tie."""
    return _done(mine, _language(taal), lambda: own.untie(mine.call.store, mine.call.city, mine.person, wie))


@router.post("/lid")
def leave(mine: Owner, wat: Typed = "", taal: str = "nl") -> Response:
    """End a membership."""
    return _done(mine, _language(taal), lambda: own.leave(mine.call.store, mine.call.city, mine.person, wat))


@router.post("/wissen")
def erase(mine: Owner, naam: Typed = "", taal: str = "nl") -> Response:
    """Have everything erased."""
    language = _language(taal)
    cookie: list[str] = []
    return _done(
        mine,
        language,
        lambda: cookie.append(mine.erase(naam)),
        lambda: _page(mine, MyDataPage(language, told=_erased(mine)), cookie=cookie[0]),
    )


def _erased(mine: Own) -> str:
    nl, _, en = still_held(mine.call.backup_days, utc_today()).partition(" / ")
    gone_nl, _, gone_en = ERASED.partition(" / ")
    return f"{gone_nl} {nl} / {gone_en} {en}"


def _done(
    mine: Own,
    language: Language,
    work: Callable[[], None],
    then: Callable[[], Response] | None = None,
    *,
    outside: bool = False,
) -> Response:
    """Do something, and show the data again, or what went wrong."""
    try:
        work()
    except PloegError as error:
        status = KINDS[code_of(error)].status
        if outside or isinstance(error, NotSignedIn):
            return _page(mine, MyDataPage(language, problem=str(error)), status)
        return _shown(mine, language, str(error), status)
    return then() if then is not None else _on(language)


def _on(language: Language, cookie: str | None = None) -> Response:
    headers = {"Cache-Control": "no-store", **({"Set-Cookie": cookie} if cookie else {})}
    page = in_language(PAGE, language)
    told = "" if cookie else f"{'&' if '?' in page else '?'}gedaan=ja#gedaan"
    return RedirectResponse(page + told, status_code=303, headers=headers)


def _shown(
    mine: Own, language: Language, problem: str | None = None, status: int = 200, *, told: str | None = None
) -> Response:
    try:
        data = own.overview(mine.call.store, mine.call.city, mine.person)
    except PloegError:
        data = None
    page = MyDataPage(language, data, told=told if data else None, problem=problem, notice=mine.call.notice)
    return _page(mine, page, status)


def _page(mine: Own, page: MyDataPage, status: int = 200, *, cookie: str | None = None) -> Response:
    # The address of a link holds its key, which `same-origin` tells no other site. With `no-referrer` a browser sends
    # the forms of this page with `Origin: null`, as if they came from elsewhere, and they are refused.
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    more = {"Set-Cookie": cookie} if cookie else {}
    return HTMLResponse(my_data_page(page), status_code=status, headers={**headers, **more})


def _checked(model: Any, given: dict[str, Any]) -> Any:
    """Return what was typed, checked as the API checks it.

    Raises
    ------
    InvalidInput
    """
    try:
        return model.model_validate(given)
    except ValidationError as error:
        found = [fault({**each, "loc": ("body", *each["loc"])}) for each in error.errors()]
        nl = "; ".join(f"{each.parameter}: verwacht {each.nl}" for each in found)
        en = "; ".join(f"{each.parameter}: expected {each.en}" for each in found)
        message = f"{nl}. / {en}."
        raise InvalidInput(message) from error


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _language(taal: str) -> Language:
    return "en" if taal == "en" else "nl"
