"""The pages on which somebody sees, corrects, takes along and erases what is kept on them; forms without script."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.errors import KINDS, code_of
from api.my_data_typed import WrongFields, checked, corrected, filled, wished
from api.own import Own, Owner
from api.v1.my_data import ASKED, change_wishes, consent
from api.v1.schemas_my_data import LinkAskedIn, OwnConsentIn
from graph.errors import Conflict, InvalidInput, NotSignedIn, PloegError
from queries import own
from queries.backups import still_held
from queries.own_choices import choices
from queries.snapshots import utc_today
from viz.frame import in_language
from viz.my_data import PLACES, MyDataPage, my_data_page
from viz.my_data_forms import PAGE, Filled, Wrong
from viz.words import Language

router = APIRouter(prefix=PAGE, include_in_schema=False)

Typed = Annotated[str, Form(max_length=100_000)]


async def _sent(request: Request) -> Filled:
    return filled(await request.form())


Sent = Annotated[Filled, Depends(_sent)]


@dataclass(frozen=True, slots=True)
class At:
    """Where on the page something is done: a part of it or a consent, and what was typed there."""

    place: str
    typed: Filled = field(default_factory=dict[str, list[str]])


ERASED = "Alles over u is gewist. / Everything on you has been erased."
GONE = (
    "Uw gegevens zijn gesloten. Dat gebeurt na een half uur vanzelf. Wat u net deed, is niet bewaard. Vraag "
    "hieronder een nieuwe link. / Your data are closed. That happens by itself after half an hour. What "
    "you just did is not saved. Ask for a new link below."
)
MEANWHILE = (
    "Iemand veranderde intussen iets aan uw gegevens. Wat u net invulde, is niet bewaard. Hieronder staat wat er nu "
    "geldt: kijk het na en vul opnieuw in wat u wilt veranderen. / Somebody changed something in your data "
    "meanwhile. What you just filled in is not saved. Below stands what holds now: look at it, "
    "and fill in again what you want to change."
)
CLOSED = "Uw gegevens zijn weer gesloten. / Your data are closed again."


@router.get("")
def show(mine: Owner, sleutel: str = "", gedaan: str = "", taal: str = "nl") -> Response:
    """Show the data, a button for a link that was not opened yet, or how to get one; and that something was done.

    Looking does not use a link up: scanners of mail look too.
    """
    language = _language(taal)
    if sleutel:
        return _page(mine, MyDataPage(language, key=sleutel[:200], notice=mine.call.notice))
    return _shown(mine, language, done=gedaan)


@router.post("/link")
def ask(mine: Owner, email: Typed = "", taal: str = "nl") -> Response:
    """Ask for a link; the answer is the same for every address."""
    language = _language(taal)

    def work() -> None:
        mine.ask(checked(LinkAskedIn, {"email": email.strip()}).email)

    told = f"{ASKED.nl} / {ASKED.en}"
    return _done(
        mine,
        language,
        work,
        lambda: _page(mine, MyDataPage(language, told=told)),
        at=At("link", {"email": [email]}),
        outside=True,
    )


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
        at=At("openen"),
        outside=True,
    )


@router.post("/klaar")
def close(mine: Owner, taal: str = "nl") -> Response:
    """End the session."""
    return _page(mine, MyDataPage(_language(taal), told=CLOSED), cookie=mine.close())


@router.post("/verbeteren")
def change(mine: Owner, typed: Sent, taal: str = "nl") -> Response:
    """Write what was corrected."""

    def work() -> None:
        store, city, person = mine.call.store, mine.call.city, mine.person
        data = own.overview(store, city, person)
        edit, seen = corrected(mine.call.snapshots.fresh(city).network, data, typed)
        own.correct(store, city, person, edit, seen=seen)

    return _done(mine, _language(taal), work, at=At("verbeteren", typed))


@router.post("/toestemming")
def agree(mine: Owner, doel: Typed = "", ja: Typed = "", terug: Typed = "", taal: str = "nl") -> Response:
    """Give or withdraw a consent, or take back (`terug`) what was just done with it."""

    def work() -> None:
        given = checked(OwnConsentIn, {"purpose": doel, "given": ja == "ja"})
        if terug:
            store, city, person = mine.call.store, mine.call.city, mine.person
            own.undo_consent(store, city, person, given.purpose, given=given.given)
        else:
            consent(mine, given)

    return _done(mine, _language(taal), work, at=At(doel))


@router.post("/wensen")
def wish(mine: Owner, typed: Sent, taal: str = "nl") -> Response:
    """Write when, how often, about what and about whom not somebody wants to be asked."""

    def work() -> None:
        data = own.overview(mine.call.store, mine.call.city, mine.person)
        change_wishes(mine, wished(data, typed))

    return _done(mine, _language(taal), work, at=At("wensen", typed))


@router.post("/band")
def untie(mine: Owner, wie: Typed = "", taal: str = "nl") -> Response:
    """Take away what one said of a tie."""

    def work() -> None:
        own.untie(mine.call.store, mine.call.city, mine.person, wie)

    return _done(mine, _language(taal), work, at=At("banden"))


@router.post("/lid")
def leave(mine: Owner, wat: Typed = "", taal: str = "nl") -> Response:
    """End a membership."""

    def work() -> None:
        own.leave(mine.call.store, mine.call.city, mine.person, wat)

    return _done(mine, _language(taal), work, at=At("banden"))


@router.post("/wissen")
def erase(mine: Owner, naam: Typed = "", taal: str = "nl") -> Response:
    """Have everything erased."""
    language = _language(taal)
    cookie: list[str] = []

    def work() -> None:
        try:
            cookie.append(mine.erase(naam))
        except InvalidInput as error:
            name = own.overview(mine.call.store, mine.call.city, mine.person).name
            raise WrongFields(
                {"naam": (f"Dit is niet uw naam. Typ: {name}", f"This is not your name. Type: {name}")}
            ) from error

    return _done(
        mine,
        language,
        work,
        lambda: _page(mine, MyDataPage(language, told=_erased(mine)), cookie=cookie[0]),
        at=At("wissen", {"naam": [naam]}),
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
    at: At,
    outside: bool = False,
) -> Response:
    """Do something, and show the data again where it was done, or what went wrong."""
    try:
        work()
    except PloegError as error:
        status = KINDS[code_of(error)].status
        fields = error.fields if isinstance(error, WrongFields) else {}
        wrong = Wrong(at.place, at.typed, fields)
        if isinstance(error, NotSignedIn):
            return _page(mine, MyDataPage(language, problem=GONE), status)
        if outside:
            return _page(mine, MyDataPage(language, problem=str(error), wrong=wrong), status)
        if isinstance(error, Conflict):
            # What stands there now is shown, so that saving again writes over nothing unseen.
            return _shown(mine, language, problem=MEANWHILE, status=status)
        return _shown(mine, language, problem=str(error), wrong=wrong, status=status)
    return then() if then is not None else _on(language, done=at.place)


def _on(language: Language, cookie: str | None = None, *, done: str = "") -> Response:
    headers = {"Cache-Control": "no-store", **({"Set-Cookie": cookie} if cookie else {})}
    page = in_language(PAGE, language)
    told = f"{'&' if '?' in page else '?'}{urlencode({'gedaan': done})}#gedaan" if done else ""
    return RedirectResponse(page + told, status_code=303, headers=headers)


def _shown(
    mine: Own,
    language: Language,
    *,
    problem: str | None = None,
    wrong: Wrong | None = None,
    status: int = 200,
    done: str = "",
) -> Response:
    try:
        data = own.overview(mine.call.store, mine.call.city, mine.person)
        offered = choices(mine.call.snapshots.fresh(mine.call.city).network)
    except PloegError:
        return _page(mine, MyDataPage(language, problem=problem, notice=mine.call.notice), status)
    page = MyDataPage(
        language,
        data,
        offered,
        problem=problem,
        wrong=wrong,
        done=done if done in PLACES else "",
        notice=mine.call.notice,
    )
    return _page(mine, page, status)


def _page(mine: Own, page: MyDataPage, status: int = 200, *, cookie: str | None = None) -> Response:
    # The address of a link holds its key, which `same-origin` tells no other site. With `no-referrer` a browser sends
    # the forms of this page with `Origin: null`, as if they came from elsewhere, and they are refused.
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    more = {"Set-Cookie": cookie} if cookie else {}
    return HTMLResponse(my_data_page(page), status_code=status, headers={**headers, **more})


def _language(taal: str) -> Language:
    return "en" if taal == "en" else "nl"
