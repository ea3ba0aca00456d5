"""What a handler is given: who asks, what answers, and the entity tag of the answer."""

import hashlib
from difflib import get_close_matches
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter

from api.analysing import Analysing
from api.backing_up import BackingUp
from api.callers import Caller, Callers, Via
from api.conditions import tag_of
from api.handlers import SIGN_IN, NotModified
from api.importing import Importing
from api.state import AppState
from api.tags import holds, tag_by_bytes
from graph.access import Role, Viewer, sees_revision
from graph.errors import NotAllowed, NotSignedIn, PloegError
from graph.store import Store
from queries.sessions import SignedIn
from queries.snapshots import Snapshots, utc_today

_AS_JSON: TypeAdapter[Any] = TypeAdapter(Any)


class Call:
    """One call: the application's state, the viewer, and the tag under which the caller may keep the answer.

    The tag is made of the store's revision, the viewer and city, the day (consents begin and run out) and
    the address that was asked, so that no answer stands for another one.  Any write to the city changes it, so
    whoever may not know of every write gets a tag of the answer's bytes instead (:mod:`api.tags`).
    """

    def __init__(self, state: AppState, callers: Callers, request: Request, response: Response) -> None:
        self._state = state
        self._request = request
        self._response = response
        self.callers = callers
        self._caller: Caller | PloegError | None = None
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Cookie, Authorization"

    @property
    def store(self) -> Store:
        """Where the network is kept."""
        return self._state.store

    @property
    def snapshots(self) -> Snapshots:
        """What answers from memory."""
        return self._state.snapshots

    @property
    def caller(self) -> Caller:
        """Who calls; looked up once, in the thread of the handler that wants to know.

        Raises
        ------
        NotSignedIn, StoreError
        """
        # No cached_property: before Python 3.12 it holds one lock for all calls, and they would queue for the store.
        if self._caller is None:
            try:
                self._caller = self._looked_up()
            except PloegError as error:
                self._caller = error
        if isinstance(self._caller, PloegError):
            raise self._caller
        return self._caller

    def _looked_up(self) -> Caller:
        found = self.callers.of(self._request)
        self._request.state.caller = found
        if found.signed_in is not None and found.signed_in.key is not None:
            self._request.state.cookie = self.callers.cookie(found.signed_in.key)
        return found

    @property
    def viewer(self) -> Viewer:
        """Who asks."""
        return self.caller.viewer

    @property
    def signed_in(self) -> SignedIn:
        """Whoever signed in with a session: what is about an account, no token may do.

        Raises
        ------
        NotSignedIn, NotAllowed
        """
        if self.caller.signed_in is not None:
            return self.caller.signed_in
        if self.caller.via is Via.TOKEN:
            message = "Dit kan niet met een sleutel; meld u aan. / This can't be done with a token; sign in."
            raise NotAllowed(message)
        raise NotSignedIn(SIGN_IN)

    @property
    def place(self) -> str:
        """Where the request comes from, as the proxy that is trusted tells it."""
        client = self._request.client
        return client.host if client is not None else ""

    def become(self, signed_in: SignedIn | None) -> None:
        """Go on as whoever just signed in, or as nobody; the answer carries the cookie, whatever it becomes."""
        if signed_in is None:
            self._caller = Caller(Viewer(Role.PUBLIC, self.city), Via.NOBODY)
            self._request.state.cookie = self.callers.cookie(None)
            return
        self._caller = Caller(signed_in.viewer, Via.SESSION, signed_in)
        if signed_in.key is not None:
            self._request.state.cookie = self.callers.cookie(signed_in.key)

    @property
    def city(self) -> str:
        """The city whose network is asked about."""
        return self._state.city

    @property
    def address(self) -> str:
        """Where the page is reached, as set, or else as asked."""
        return self.callers.sign_in.address or str(self._request.base_url)

    @property
    def audit_days(self) -> int:
        """Days for which the log tells who did what, and to whom."""
        return self._state.audit_days

    @property
    def backup_days(self) -> int:
        """Days for which backups are kept; 0 where none are made."""
        return self._state.backup_days

    @property
    def notice(self) -> str:
        """A line that every page shows; empty for none."""
        return self._state.notice

    @property
    def version(self) -> str:
        """Version of Ploeg."""
        return self._state.version

    @property
    def recorded_by(self) -> str:
        """Whom a change is written down for."""
        return self.viewer.actor

    @property
    def headers(self) -> dict[str, str]:
        """What is sent with the answer, for a handler that makes its own response."""
        return dict(self._response.headers)

    def header(self, name: str, value: str) -> None:
        """Send a header with the answer."""
        self._response.headers[name] = value

    def status(self, code: int) -> None:
        """Answer with another status than the usual one."""
        self._response.status_code = code

    @property
    def analysing(self) -> Analysing:
        """What works on analyses."""
        found: Analysing = self._request.app.state.analysing
        return found

    @property
    def importing(self) -> Importing:
        """What works on imports."""
        found: Importing = self._request.app.state.importing
        return found

    @property
    def backing_up(self) -> BackingUp:
        """What makes back-ups."""
        found: BackingUp = self._request.app.state.backing_up
        return found

    def spare(self) -> None:
        """Stop with 304 where the caller holds the answer already; asks the store only where a tag was sent."""
        if not sees_revision(self.viewer):
            tag_by_bytes(self._request)
        elif "if-none-match" in self._request.headers:
            self._stop_if_held(self._tag(self.store.revision(self.city)))

    def tag(self, revision: int | None = None) -> None:
        """Send the tag of an answer; of a revision read now, before the answer is, where none is given."""
        if not sees_revision(self.viewer):
            tag_by_bytes(self._request)
            return
        found = self._tag(self.store.revision(self.city) if revision is None else revision)
        if revision is None:
            self._stop_if_held(found)
        self._response.headers["ETag"] = found

    def tag_bytes(self) -> None:
        """Send a tag of the answer's own bytes: it may change without a new revision."""
        tag_by_bytes(self._request)

    def tag_thing(self, marked: str, answer: object) -> None:
        """Send the tag of one thing, by its mark and as `answer` shows it; see :mod:`api.conditions`.

        For whoever may see all of it only: the mark is made of everything that is kept of it.
        """
        found = tag_of(marked, _AS_JSON.dump_json(answer).decode())
        if self._request.method in {"GET", "HEAD"}:
            self._stop_if_held(found)
        self._response.headers["ETag"] = found

    def _stop_if_held(self, tag: str) -> None:
        if holds(self._request.headers, tag):
            raise NotModified(tag)

    def _tag(self, revision: int) -> str:
        state, url, viewer = self._state, self._request.url, self.viewer
        asker = (viewer.role, viewer.account, sorted(viewer.scopes or ()))
        parts = (revision, asker, state.city, state.version, utc_today(), url.path, url.query)
        digest = hashlib.sha256("\n".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()
        return f'"{digest[:32]}"'


# These are coroutines so that the framework calls them in place; a plain function costs a thread of its own.
async def call(request: Request, response: Response) -> Call:
    """Return the call for a handler."""
    state: AppState = request.app.state.ploeg
    return Call(state, request.app.state.callers, request, response)


async def known_parameters(request: Request) -> None:
    """Refuse a query parameter that the address does not know: a slip would silently change the answer."""
    if not request.query_params:
        return
    known = _known(request)
    for name in request.query_params:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            expected = ", ".join(sorted(known, key=lambda each: (each not in near, each))) or "-"
            fault: dict[str, Any] = {
                "type": "unknown_parameter",
                "loc": ("query", name),
                "ctx": {"expected": expected},
            }
            raise RequestValidationError([fault])


def _known(request: Request) -> set[str]:
    template: str = request.scope["route"].path
    operations: dict[str, Any] = request.app.openapi()["paths"][template.replace(":path}", "}")]
    parameters = operations[request.method.lower()].get("parameters", [])
    return {parameter["name"] for parameter in parameters if parameter["in"] == "query"}


Called = Annotated[Call, Depends(call)]
