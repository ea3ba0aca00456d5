"""One's own data: asking for a link by mail, the short session that follows on it, and who has one.

Whoever asks for a link gets the same answer whether or not anybody is known at that address: looking and sending
come after it, in a thread of their own.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request, Response

from api.attempts import Attempts
from api.callers import SignIn
from api.dependencies import Call, Called
from api.mail import Letter, Mailer
from graph.errors import MailError, NotSignedIn, PloegError, TooManyTries, UnknownThing
from graph.store import Store
from queries import links, own
from queries.links import MY_DATA_LASTS, For
from queries.own import Addressed

LOG = logging.getLogger(__name__)

MOST_WAITING = 200
"""Letters that may wait to be sent; what is asked beyond that is not sent."""

NO_LINK = (
    "Deze link werkt niet (meer). Een link werkt één keer, een half uur lang. Vraag een nieuwe. "
    "/ This link does not work (any more). A link works once, for half an hour. Ask for a new one."
)
OPEN_FIRST = (
    "Open eerst de link uit uw mail; vraag er een op /mijn-gegevens. "
    "/ First open the link from your mail; ask for one at /mijn-gegevens."
)


_SHARED = (
    "\n\nDit e-mailadres is van meer dan één persoon. Ieder heeft een eigen link.",
    " This e-mail address belongs to more than one person. Each has a link of their own.",
)
"""Said where a household shares an address."""


class Residents:
    """What the addresses of one's own data share: who asked for a link of late, and letters on their way."""

    def __init__(self, store: Store, city: str, mailer: Mailer | None) -> None:
        self.mailer = mailer
        self._store = store
        self._city = city
        self._attempts = Attempts()
        self._sending = ThreadPoolExecutor(1, "letters")
        self._waiting: set[Future[None]] = set()

    def ask(self, place: str, email: str, address: str) -> None:
        """Take down that somebody asked for a link; it is looked up and sent after this has returned.

        Parameters
        ----------
        place
            Where the request comes from.
        address
            Where the page is reached.

        Raises
        ------
        TooManyTries
            For this address or from this place, known or not.
        """
        seconds = self._attempts.wait(place, email)
        if seconds > 0:
            message = (
                f"Te vaak gevraagd; wacht {round(seconds) + 1} seconden. "
                f"/ Asked too often; wait {round(seconds) + 1} seconds."
            )
            raise TooManyTries(message, seconds)
        self._attempts.failed(place, email)
        self._waiting = {each for each in self._waiting if not each.done()}
        if len(self._waiting) < MOST_WAITING:
            self._waiting.add(self._sending.submit(self._send, email, address))

    def forget_letters(self, email: str | None) -> None:
        """Take away the letters kept here to the address of somebody who was erased.

        A household shares its letters: those of the others go too, and they can ask again.
        """
        if email and self.mailer is not None:
            try:
                self.mailer.forget(email)
            except (OSError, MailError):
                LOG.warning("letters_left")

    def _send(self, email: str, address: str) -> None:
        try:
            found = own.people_at(self._store, self._city, email)
            if not found:
                return
            if self.mailer is None:
                LOG.warning("mail_not_set_up")
                return
            now = datetime.now(UTC)
            made = [
                (person, link_for(self._store, self._city, person.id, address, now=now)) for person in found
            ]
            self.mailer.send(letter(made))
        except PloegError as error:
            # Nobody waits for this answer, and it may not say who is known.
            LOG.error("letter_not_sent", extra={"error": type(error).__name__})


def link_for(store: Store, city: str, person: str, address: str, *, now: datetime) -> str:
    """Make a link to somebody's own data; earlier ones work no more."""
    key = links.issue(store, city, For.MY_DATA, person, lasts=MY_DATA_LASTS, now=now)
    return f"{address.rstrip('/')}/mijn-gegevens?{urlencode({'sleutel': key})}"


def letter(made: list[tuple[Addressed, str]]) -> Letter:
    """Return one letter with a link for each person at an address."""
    shown = "\n\n".join(f"{person.name}:\n{link}" for person, link in made)
    each_nl, each_en = _SHARED if len(made) > 1 else ("", "")
    text = (
        "Dag,\n\nU vroeg om te zien wat Ploeg over u bewaart. Open daarvoor deze link. U beslist dan wat ermee mag. "
        "U kan het ook verbeteren, meenemen of laten wissen. De link werkt één keer, tot een half uur na deze mail."
        f"{each_nl}\n\n{shown}\n\n"
        "Vroeg u dit niet? Dan hoeft u niets te doen: zonder de link kan niemand iets.\n\n"
        "---\n\nYou asked to see what Ploeg keeps on you. Open the link above for it. You then decide what may be "
        "done with it. You can also correct it, take it along or have it erased. The link works once, until half an "
        f"hour after this mail.{each_en} You did not ask for it? Then there is nothing you need to do.\n"
    )
    return Letter(made[0][0].email, "Uw gegevens bij Ploeg", "Your data at Ploeg", text)


class Own:
    """A call of somebody about their own data."""

    def __init__(self, call: Call, request: Request, response: Response) -> None:
        self.call = call
        self.residents: Residents = request.app.state.residents
        self._request = request
        self._how: SignIn = call.callers.sign_in
        response.headers["Cache-Control"] = "no-store"

    @property
    def person(self) -> str:
        """Id of whoever opened a link.

        Raises
        ------
        NotSignedIn
        """
        key = self._request.cookies.get(self._cookie, "")
        now = datetime.now(UTC)
        found = (
            links.subject_of(self.call.store, self.call.city, For.OWN_SESSION, key, now=now) if key else None
        )
        if found is None:
            raise NotSignedIn(OPEN_FIRST)
        return found

    def ask(self, email: str) -> None:
        """Ask for a link by mail."""
        self.residents.ask(self.call.place, email, self.call.address)

    def open(self, key: str) -> str:
        """Use a link up, and return the value of ``Set-Cookie`` of the session that begins.

        Raises
        ------
        UnknownThing
        """
        store, city, now = self.call.store, self.call.city, datetime.now(UTC)
        person = links.redeem(store, city, For.MY_DATA, key, now=now)
        if person is None:
            raise UnknownThing(NO_LINK)
        return self._set(links.issue(store, city, For.OWN_SESSION, person, lasts=MY_DATA_LASTS, now=now))

    def close(self) -> str:
        """End the session, and return the value of ``Set-Cookie`` that takes its cookie away."""
        key = self._request.cookies.get(self._cookie, "")
        if key:
            links.redeem(self.call.store, self.call.city, For.OWN_SESSION, key, now=datetime.now(UTC))
        return self._set(None)

    def erase(self, typed: str) -> str:
        """Have everything erased, letters that are kept here too; returns what takes the cookie away.

        Raises
        ------
        NotSignedIn, InvalidInput
        """
        person = self.person
        self.residents.forget_letters(own.erase(self.call.store, self.call.city, person, typed=typed))
        return self._set(None)

    @property
    def _cookie(self) -> str:
        return "__Host-ploeg_own" if self._how.secure else "ploeg_own"

    def _set(self, key: str | None) -> str:
        age = round(MY_DATA_LASTS.total_seconds()) if key else 0
        parts = [f"{self._cookie}={key or ''}", "Path=/", "HttpOnly", "SameSite=Strict", f"Max-Age={age}"]
        return "; ".join([*parts, "Secure"] if self._how.secure else parts)


async def own_call(call: Called, request: Request, response: Response) -> Own:
    """Return the call for a handler."""
    return Own(call, request, response)


Owner = Annotated[Own, Depends(own_call)]


async def _residents(request: Request) -> Residents:
    found: Residents = request.app.state.residents
    return found


Mailing = Annotated[Residents, Depends(_residents)]
