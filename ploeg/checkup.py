"""What ``ploeg doctor`` looks at, with what to do where something is not right."""

import os
import platform
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.errors import PloegError
from graph.schema import schema, stored_version
from ploeg.screen import half
from ploeg.session import Session, session
from ploeg.settings import Settings

LEAST_DISK = 2**30
"""Bytes free under which a large import may not fit."""

SLOW_SNAPSHOT = 15.0
"""Seconds from which reading the network holds up the first answer."""

BUILT = 2026
"""A clock that shows an earlier year than this version was made in is wrong, and so would be every day recorded."""


class State(StrEnum):
    """How something was found."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    name: str
    state: State
    nl: str
    en: str


def checkup(settings: Settings) -> list[Check]:
    """Look at the machine, the settings and the store."""
    found = [*_machine(settings)]
    if settings.database == "embedded":
        found += _directory(settings.data.expanduser())
    if any(check.state is State.FAIL for check in found):
        return found
    try:
        with session(settings) as opened:
            found += _store(opened)
    except PloegError as error:
        found.append(Check("store", State.FAIL, half(str(error), "nl"), half(str(error), "en")))
    return found


def _fine(name: str, found: object) -> Check:
    return Check(name, State.OK, str(found), str(found))


def _machine(settings: Settings) -> Iterator[Check]:
    yield _fine("python", f"{platform.python_version()} ({platform.system()} {platform.machine()})")
    yield _fine("city", settings.city)
    yield _fine("role", settings.local_role)
    yield _fine("lang", settings.lang)
    yield _fine("database", settings.database)
    now = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    if time.gmtime().tm_year < BUILT:
        yield Check(
            "clock",
            State.FAIL,
            f"{now}: de klok loopt achter; zet ze gelijk, anders kloppen toestemmingen niet.",
            f"{now}: the clock is behind; set it, or consents will not be right.",
        )
    else:
        yield _fine("clock", now)


def _directory(data: Path) -> Iterator[Check]:
    try:
        there = data.exists()
        parent = next(path for path in (data, *data.parents) if path.exists())
        free = shutil.disk_usage(parent).free
    except OSError as error:
        yield Check(
            "data",
            State.FAIL,
            f"{data}: niet te lezen ({error.strerror}); geef uzelf rechten of kies een andere map met --data.",
            f"{data}: can't be read ({error.strerror}); give yourself the rights or choose another with --data.",
        )
        return
    if there and stat.S_IMODE(data.stat().st_mode) & 0o077:
        yield Check(
            "data",
            State.WARN,
            f"{data}: anderen op deze computer kunnen erin; doe chmod 700 {data}",
            f"{data}: others on this machine can look into it; do chmod 700 {data}",
        )
    elif not os.access(parent, os.W_OK | os.X_OK):
        yield Check(
            "data",
            State.FAIL,
            f"{data}: u mag er niet schrijven; geef uzelf rechten of kies een andere map met --data.",
            f"{data}: you may not write to it; give yourself the rights or choose another with --data.",
        )
    else:
        yield _fine("data", data)
    if free < LEAST_DISK:
        yield Check(
            "disk",
            State.WARN,
            f"nog {free // 2**20} MB vrij; maak plaats voor u veel invoert.",
            f"{free // 2**20} MB left; make room before you import much.",
        )
    else:
        yield Check("disk", State.OK, f"{free // 2**20} MB vrij", f"{free // 2**20} MB free")


def _store(opened: Session) -> Iterator[Check]:
    yield _fine("store", opened.store.description)
    # A newer one was refused when the store was opened, and an older one brought up to date.
    yield _fine("schema", f"{stored_version(opened.store)} ({schema().version})")
    begin = time.perf_counter()
    network = opened.snapshots.fresh(opened.viewer.city).network
    took = time.perf_counter() - begin
    yield _fine("revision", network.revision)
    counts = {
        "people": len(network.people),
        "organisations": len(network.organisations),
        "initiatives": len(network.initiatives),
        "requests": len(network.requests),
        "themes": len(network.themes),
        "talents": len(network.talents),
        "neighbourhoods": len(network.neighbourhoods),
        "ties": len(network.declared.start),
    }
    if counts["people"]:
        for name, count in counts.items():
            yield _fine(name, count)
    else:
        yield Check(
            "people",
            State.WARN,
            f"nog niemand in '{opened.viewer.city}'; voer tabellen in met ploeg import, of kijk PLOEG_CITY na.",
            f"nobody in '{opened.viewer.city}' yet; import tables with ploeg import, or check PLOEG_CITY.",
        )
    if took > SLOW_SNAPSHOT:
        yield Check(
            "snapshot",
            State.WARN,
            f"{took:.1f} s om het netwerk te lezen; geef de gegevensbank meer geheugen (PLOEG_HEAP).",
            f"{took:.1f} s to read the network; give the database more memory (PLOEG_HEAP).",
        )
    else:
        yield _fine("snapshot", f"{took:.2f} s")
