"""The file of a back-up: lines of JSON, compressed, with how many there are at its end.

::

    {"ploeg": "backup", "form": 1, "schema": 4, "made_at": "2026-11-29T01:15:00Z"}
    {"of": ["Person"], "rows": [{"id": "person:01J…", "name": "An", …}, …]}
    {"of": ["Person", "KNOWS", "Person"], "rows": [["person:01J…", "person:01K…", {"trust": 0.5}], …]}
    {"end": 1234}
"""

import errno
import gzip
import json
import os
import shutil
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.access import Viewer
from graph.errors import DiskError, InvalidInput, SchemaMismatch
from graph.places import LEAST_ROOM
from graph.schema import schema
from graph.store import Store, Transaction
from graph.whole import Rows, hold_all, kinds, put_in, take_out
from queries import audit
from queries.audit import Action

FORM = 1
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: when it was taken, and how many things and relations."""

    made_at: str
    things: int


@contextmanager
def told_of_disk() -> Generator[None]:
    """Say what the disk refuses, and never where on the machine.

    Raises
    ------
    DiskError
    """
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskError(_FULL) from error
        why = error.strerror or type(error).__name__
        message = (
            f"De back-up kan niet geschreven of gelezen worden ({why}); kijk de rechten van de gegevensmap na. Er is "
            f"niets veranderd. / The backup can't be written or read ({why}); check the rights of the data "
            "directory. Nothing was changed."
        )
        raise DiskError(message) from error


_FULL = (
    "De schijf is vol: de back-up is niet gemaakt, en wat er stond staat er nog. Maak plaats en probeer opnieuw. "
    "/ The disk is full: the backup was not made, and what was there is there still. Make room and try again."
)


def write_backup(file: Path, store: Store, viewer: Viewer, *, progress: Callable[[float], None]) -> None:
    """Write everything in a store to a file that only its owner may read, with its line in the log.

    Raises
    ------
    DiskError, StoreError
    """

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        # Before the log, as every other write does, or the two would wait for each other.
        hold_all(transaction)
        audit.note(transaction, viewer, Action.BACKED_UP)
        with told_of_disk():
            _write(file, take_out(transaction, told=progress))

    store.write(f"*backup:{viewer.city}", work)


def _write(file: Path, parts: Iterable[Rows]) -> None:
    # From the beginning where the store asks for the write again.
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    total = 0
    with os.fdopen(opened, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        _line(out, {"ploeg": "backup", "form": FORM, "schema": schema().version, "made_at": at})
        for part in parts:
            if shutil.disk_usage(file.parent).free < LEAST_ROOM:
                # The engine itself needs some room to go on.
                raise DiskError(_FULL)
            _line(out, {"of": list(part.of), "rows": part.rows})
            total += len(part.rows)
        _line(out, {"end": total})
        out.close()
        raw.flush()
        os.fsync(raw.fileno())


def _line(out: gzip.GzipFile, value: object) -> None:
    out.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def restore_backup(file: Path, store: Store, viewer: Viewer) -> Restored:
    """Put everything in a file into a store that is empty, all of it or nothing; a line in the log says so.

    Raises
    ------
    InvalidInput
        The file is no back-up or is not whole, or the store is not empty.
    SchemaMismatch
        It was made by a newer Ploeg.
    DiskError, StoreError
    """
    head = _head(file)
    things = put_in(store, lambda: _parts(file), int(head["schema"]))
    audit.record(store, viewer, Action.BACKUP_RESTORED)
    return Restored(str(head["made_at"]), things)


def _head(file: Path) -> dict[str, Any]:
    head = next(_lines(file), {})
    if head.get("ploeg") != "backup":
        raise InvalidInput(_NO_BACKUP)
    if head.get("form") != FORM or int(head["schema"]) > schema().version:
        message = (
            "Deze back-up is gemaakt door een nieuwere Ploeg; werk Ploeg bij. "
            "/ This backup was made by a newer Ploeg; update Ploeg."
        )
        raise SchemaMismatch(message)
    return head


_NO_BACKUP = (
    "Dit bestand is geen back-up van Ploeg, of het is beschadigd; er is niets teruggezet. "
    "/ This file is no backup of Ploeg, or it is damaged; nothing was put back."
)


def _parts(file: Path) -> Iterator[Rows]:
    known = {("Revision",), *(kind.of for kind in kinds())}
    total, end = 0, None
    for line in _lines(file):
        if "rows" in line:
            of = tuple(line["of"])
            if of not in known:
                raise InvalidInput(_NO_BACKUP)
            total += len(line["rows"])
            yield Rows(of, line["rows"])
        end = line.get("end")
    if end != total:
        raise InvalidInput(_NO_BACKUP)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with told_of_disk():
        try:
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)
        except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
            raise InvalidInput(_NO_BACKUP) from error
        except FileNotFoundError as error:
            message = f"Er is geen bestand {file}. / There is no file {file}."
            raise InvalidInput(message) from error
