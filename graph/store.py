"""The place where a network is kept: the embedded engine, or a Neo4j server. The only module that imports the driver.

Reads and writes go through managed transactions: on the embedded engine an auto-committed write is not atomic.
Every write first takes the lock on the city's ``Revision`` node, so that writes to one city follow one another and
what a write reads under that lock cannot be lost (docs/decisions/0002).
"""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, LiteralString, TypeVar, cast

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph import journal
from graph.engine import Engine, attach
from graph.errors import Conflict, StoreError, StoreTimeout, StoreUnavailable

LOG = logging.getLogger(__name__)
# Without a handler of its own the driver would tell of every retry on standard error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
Result = TypeVar("Result")
Parameters = Mapping[str, object]

CONNECT_SECONDS = 2.0
ACQUIRE_SECONDS = 2.4
READ_RETRY_SECONDS = 0.8
"""A question tries twice at most: these bound how long it hangs on a store that is down to under five seconds."""

WRITE_RETRY_SECONDS = 15.0
"""Writes wait longer, for a cluster that chooses another leader."""

PATIENCE = 90.0
"""Seconds a call waits for an embedded engine that is started again, where nobody asked for a sooner answer."""

WRITE_TRIES = 5
CHUNK = 2000

_LOCK = "MERGE (r:Revision {city: $city}) SET r.lock = $token RETURN r.number AS number, r.recent AS recent"
_BUMP = (
    "MATCH (r:Revision {city: $city}) SET r.number = $number, r.recent = $recent RETURN r.number AS number"
)
_REVISION = "MATCH (r:Revision {city: $city}) RETURN r.number AS number, r.recent AS recent"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the network is kept.

    ``database`` is ``embedded`` or a ``bolt://``, ``neo4j://``, ``bolt+s://``, ``neo4j+s://`` address; ``data`` the
    directory of the embedded engine, ``heap`` its memory as Java writes it.  ``patience`` is how many seconds a call
    waits for an engine that is started again, before it says that the store does not answer.
    """

    data: Path
    database: str = "embedded"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    name: str = "neo4j"
    heap: str = "1g"
    patience: float = PATIENCE


class _Away(StoreUnavailable):
    """The embedded engine is being started again, or could not be."""


@dataclass(frozen=True, slots=True)
class _Connection:
    """A driver, the name of the database it asks, and the engine behind it where that is ours."""

    driver: neo4j.Driver
    name: str
    engine: Engine | None

    def end(self) -> None:
        """Let go of both; the last one to leave an embedded engine lets it stop."""
        try:
            self.driver.close()
        except BufferError:
            # A thread still asks over one of the connections; that one ends with the process.
            LOG.warning("closed_while_asked")
        finally:
            if self.engine is not None:
                self.engine.leave()


class Transaction:
    """One managed write under the lock of a city."""

    def __init__(self, inner: neo4j.ManagedTransaction, revision: int) -> None:
        self._inner = inner
        self.revision = revision
        """Number of the city's revision when this write began."""
        self.changed = True
        self.touched: set[str] | None = None

    def run(self, text: str, parameters: Parameters | None = None) -> list[dict[str, Any]]:
        """Run a text and return its rows."""
        return [_row(record) for record in self._inner.run(_text(text), dict(parameters or {}))]

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[dict[str, Any]]:
        """Run a text and yield its rows as they come, in bounded memory; read to the end before the next text."""
        for record in self._inner.run(_text(text), dict(parameters or {})):
            yield _row(record)

    def unchanged(self) -> None:
        """Say that this write changed nothing, so that the revision stays."""
        self.changed = False

    def touches(self, *things: str) -> None:
        """Say that this write touches these things (ids, or names of whole tables) and no others.

        Whoever holds a snapshot then reads just these again. A write that says nothing touches everything.
        """
        self.touched = (self.touched or set()) | set(things)


class Store:
    """A connection to where the network is kept; safe for many threads."""

    def __init__(self, settings: StoreSettings) -> None:
        self.settings = settings
        self.kind: Literal["embedded", "neo4j"] = "embedded" if settings.database == "embedded" else "neo4j"
        self._guard = threading.Lock()
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._closed = False
        self._mending: Future[None] | None = None
        self._connection: _Connection | None = _connected(settings)

    @property
    def description(self) -> str:
        """Name and version of the server, and its address."""
        connection = self._connection
        if connection is None:
            return "not connected"
        try:
            info = connection.driver.get_server_info()
        except (DriverError, Neo4jError) as error:
            raise _wrapped(error, self.settings) from error
        return f"{info.agent} at {info.address}"

    def read(
        self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        """Run a reading text and return its rows.

        Parameters
        ----------
        timeout
            Seconds; kept by Neo4j, while the embedded engine has its own limit.

        Raises
        ------
        StoreUnavailable, StoreTimeout, StoreError
        """

        @neo4j.unit_of_work(timeout=timeout)
        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return [_row(record) for record in transaction.run(_text(text), dict(parameters or {}))]

        def attempt() -> list[dict[str, Any]]:
            with self._session(neo4j.READ_ACCESS) as session:
                return session.execute_read(work)

        return self._healing(attempt)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[dict[str, Any]]:
        """Run a reading text and yield its rows as they come, in bounded memory."""
        try:
            self._healing(self.check_once)
            with self._session(neo4j.READ_ACCESS) as session, session.begin_transaction() as transaction:
                for record in transaction.run(_text(text), dict(parameters or {})):
                    yield _row(record)
        except (DriverError, Neo4jError) as error:
            raise _wrapped(error, self.settings) from error

    def write(self, city: str, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` in one transaction under the lock of `city`; all of it lands, or nothing.

        `work` may run more than once when the store asks for it, so it must not act outside the transaction.
        """

        def unit(inner: neo4j.ManagedTransaction) -> Result:
            row = inner.run(_text(_LOCK), city=city, token=secrets.token_hex(8)).single(strict=True)
            transaction = Transaction(inner, int(row["number"] or 0))
            result = work(transaction)
            if transaction.changed:
                number = transaction.revision + 1
                recent = journal.added(row["recent"] or (), number, transaction.touched)
                inner.run(_text(_BUMP), city=city, number=number, recent=recent).consume()
            return result

        def attempt() -> Result:
            for left in reversed(range(WRITE_TRIES)):
                try:
                    with self._turn(), self._session(neo4j.WRITE_ACCESS) as session:
                        return session.execute_write(unit)
                except ConstraintError:
                    # Two MERGEs of one key at once: the embedded engine lets the later one fail (rule 3).
                    if not left:
                        raise
                    time.sleep(0.02)
            raise AssertionError

        return self._healing(attempt, write=True)

    def define(self, text: str) -> None:
        """Run one schema statement, alone and at once."""

        def attempt() -> None:
            with self._session(neo4j.WRITE_ACCESS) as session:
                session.run(_text(text)).consume()

        self._healing(attempt)

    def revision(self, city: str) -> int:
        """Return the number of a city's revision, 0 before the first write."""
        rows = self.read(_REVISION, {"city": city})
        return int(rows[0]["number"] or 0) if rows else 0

    def changes(self, city: str, since: int) -> journal.Changes:
        """Return the present revision of a city and what was touched since revision `since`."""
        rows = self.read(_REVISION, {"city": city})
        number, entries = (int(rows[0]["number"] or 0), rows[0]["recent"] or ()) if rows else (0, ())
        return journal.changes(entries, number, since)

    def check_once(self) -> None:
        """Ask for an answer without healing anything."""
        with self._session(neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()

    def check(self) -> None:
        """Raise :class:`~graph.errors.StoreUnavailable` where the store does not answer."""
        self._healing(self.check_once)

    def close(self) -> None:
        """Let go of the store; the last one to leave an embedded engine lets it stop."""
        with self._guard:
            self._closed = True
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.end()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at_hand(self) -> _Connection:
        connection = self._connection
        if connection is not None:
            return connection
        if self._closed:
            message = "De gegevensbank is al gesloten. / The store is closed already."
            raise StoreUnavailable(message)
        message = (
            "De ingebouwde gegevensbank start opnieuw; probeer het zo meteen nog eens. "
            "/ The embedded database is starting again; try again in a moment."
        )
        raise _Away(message)

    def _turn(self) -> AbstractContextManager[None]:
        """Wait for one's turn where the engine itself would let a long write fail for a short one."""
        engine = self._at_hand().engine
        return engine.turn() if engine is not None else nullcontext()

    def _session(self, mode: str) -> neo4j.Session:
        connection = self._at_hand()
        return connection.driver.session(
            database=connection.name,
            default_access_mode=mode,
            max_transaction_retry_time=(
                READ_RETRY_SECONDS if mode == neo4j.READ_ACCESS else WRITE_RETRY_SECONDS
            ),
            bookmark_manager=self._bookmarks,
            fetch_size=CHUNK,
        )

    def _healing(self, attempt: Callable[[], Result], *, write: bool = False) -> Result:
        """Run `attempt`; where an embedded engine is gone, have it started again and try once more."""
        connection = self._connection
        try:
            return attempt()
        except _Away:
            pass
        except (ServiceUnavailable, SessionExpired) as error:
            again = error.is_retryable() or not write
            if self.kind != "embedded" or not again:
                raise _wrapped(error, self.settings) from error
            LOG.warning("engine_lost")
        except AuthError as error:
            # An engine that stops no longer knows its own password while connections are still open.
            if self.kind != "embedded" or write or connection is None:
                raise _wrapped(error, self.settings) from error
            LOG.warning("engine_lost")
        except (DriverError, Neo4jError) as error:
            # Somebody else found the engine gone, and closed the driver while this question was using it.
            if write or self._connection is connection or not isinstance(error, DriverError):
                raise _wrapped(error, self.settings) from error
        self._mend(connection, max(self.settings.patience, WRITE_RETRY_SECONDS if write else 0.0))
        try:
            return attempt()
        except (DriverError, Neo4jError) as error:
            raise _wrapped(error, self.settings) from error

    def _mend(self, lost: _Connection | None, patience: float) -> None:
        """Have the engine started again in place of a lost one, once for all who find it gone, and wait for that.

        It goes on beside them: who has no more patience says that the store does not answer, and a later call finds
        the engine there, or has it tried again.
        """
        with self._guard:
            mending = self._mending
            if mending is None:
                if self._closed or (self._connection is not None and self._connection is not lost):
                    return
                mending = self._mending = Future()
                threading.Thread(target=self._start_again, args=(mending,), daemon=True).start()
        try:
            mending.result(patience)
        except TimeoutError:
            self._at_hand()

    def _start_again(self, mending: "Future[None]") -> None:
        with self._guard:
            lost, self._connection = self._connection, None
        try:
            if lost is not None:
                lost.end()
            made = _connected(self.settings)
        except BaseException as error:  # noqa: BLE001 - told to all who wait for it
            with self._guard:
                self._mending = None
            mending.set_exception(error)
            return
        with self._guard:
            self._mending = None
            closed = self._closed
            if not closed:
                self._connection = made
        if closed:
            made.end()
        mending.set_result(None)


def _row(record: neo4j.Record) -> dict[str, Any]:
    # Record.data() walks through every value for graph types; our texts return plain ones only.
    return dict(zip(record.keys(), record.values(), strict=True))


def _text(text: str) -> LiteralString:
    # Texts come from files of the package; their values always travel as parameters.
    return cast("LiteralString", text)  # type: ignore[redundant-cast]


def _connected(settings: StoreSettings) -> _Connection:
    """Connect, and start the embedded engine where it does not run."""
    try:
        if settings.database != "embedded":
            auth = (settings.user or "neo4j", settings.password or "")
            return _Connection(_driver(settings.database, auth), settings.name, None)
        engine = attach(settings.data, heap=settings.heap)
        return _Connection(_driver(engine.uri, (engine.user, engine.password)), engine.database, engine)
    except (ConfigurationError, ValueError) as error:
        message = (
            f"Het adres van de gegevensbank klopt niet ({settings.database}); verwacht 'embedded' of een adres "
            "als neo4j://server:7687 (PLOEG_DATABASE). / The database address is not right; expected 'embedded' "
            "or an address like neo4j://server:7687 (PLOEG_DATABASE)."
        )
        raise StoreUnavailable(message) from error


def _driver(uri: str, auth: tuple[str, str]) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=ACQUIRE_SECONDS,
        initial_retry_delay=0.02,
        notifications_min_severity="OFF",
        user_agent="ploeg",
        telemetry_disabled=True,
    )


def _wrapped(error: DriverError | Neo4jError, settings: StoreSettings) -> StoreError | Conflict:
    """Turn what the driver raised into what a caller may catch, by class and code."""
    where = (
        "De ingebouwde gegevensbank"
        if settings.database == "embedded"
        else f"De gegevensbank {settings.database}"
    )
    place = (
        "The embedded database" if settings.database == "embedded" else f"The database {settings.database}"
    )
    code = getattr(error, "code", "") or ""
    if isinstance(error, AuthError):
        return StoreUnavailable(
            f"{where} weigert de gebruiker of het wachtwoord; kijk PLOEG_DATABASE_USER en PLOEG_DATABASE_PASSWORD "
            f"na. / {place} refuses the user or the password; check PLOEG_DATABASE_USER and PLOEG_DATABASE_PASSWORD."
        )
    if "DatabaseNotFound" in code:
        return StoreUnavailable(
            f"{where} heeft geen database '{settings.name}'; kijk PLOEG_DATABASE_NAME na. "
            f"/ {place} has no database '{settings.name}'; check PLOEG_DATABASE_NAME."
        )
    if "OutOfMemory" in code:
        return StoreError(
            f"{where} heeft te weinig geheugen voor zo'n grote opdracht; geef de server meer (bij Neo4j: "
            f"server.memory.heap.max_size). / {place} has too little memory for so large a task; give the server "
            "more (Neo4j: server.memory.heap.max_size)."
        )
    if isinstance(error, IncompleteCommit):
        return StoreUnavailable(
            f"{where} viel weg terwijl ze bewaarde; kijk eerst of de wijziging er staat voor u ze opnieuw doet. "
            f"/ {place} went away while saving; look whether the change is there before you make it again."
        )
    if code.startswith("Neo.TransientError.Transaction"):
        return Conflict(
            "Iemand anders schrijft op hetzelfde moment; er is niets bewaard, probeer het opnieuw. "
            "/ Somebody else is writing at the same moment; nothing was saved, try again."
        )
    if isinstance(error, ServiceUnavailable | SessionExpired) or code.startswith(
        "Neo.TransientError.General"
    ):
        return StoreUnavailable(
            f"{where} antwoordt niet; kijk of ze draait en probeer het opnieuw. "
            f"/ {place} does not answer; check whether it runs and try again."
        )
    if "TransactionTimedOut" in code:
        return StoreTimeout(
            f"{where} deed er te lang over; vraag minder tegelijk. / {place} took too long; ask for less at a time."
        )
    if isinstance(error, ConstraintError):
        return Conflict(
            "Dit bestaat al, of iemand anders maakte het net. / This exists already, or somebody else just made it."
        )
    if isinstance(error, DriverError):
        return StoreUnavailable(
            f"{where} is niet te bereiken ({type(error).__name__}). "
            f"/ {place} can't be reached ({type(error).__name__})."
        )
    return StoreError(f"{where} meldt een fout ({code}). / {place} reports an error ({code}).")


def ping(uri: str, user: str, password: str, name: str) -> bool:
    """Tell whether a database answers a query, whatever the reason where it does not."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    try:
        with _driver(uri, (user, password)) as driver, driver.session(database=name) as session:
            session.run("RETURN 1").consume()
    except (DriverError, Neo4jError):
        return False
    return True


def open_store(settings: StoreSettings) -> Store:
    """Connect to the store of `settings`, starting the embedded engine where needed, and see that it answers.

    Raises
    ------
    StoreUnavailable, EngineError, SchemaMismatch
    """
    store = Store(settings)
    try:
        store.check()
    except BaseException:
        store.close()
        raise
    return store
