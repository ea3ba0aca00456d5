"""Where the shared data are, and a temporary store filled by a real import."""

import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.access import Role, Viewer
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.checks import check
from ingest.load import ImportReport, load
from ingest.refusals import Checked
from ingest.tables import read
from queries.snapshots import Snapshots, utc_today
from queries.tables import known

CITY = "antwerpen"
VIEWER = Viewer(Role.COORDINATOR, CITY)


@dataclass(frozen=True)
class Filled:
    """A store with what was imported, and how long reading, checking and writing took, in seconds."""

    store: Store
    snapshots: Snapshots
    checked: Checked
    report: ImportReport
    reading: float
    writing: float


def shared(*parts: str) -> Path:
    """Return a file of the shared data, or end with where it was looked for."""
    path = Path(__file__).resolve().parent.parent.parent.joinpath("shared", "data", *parts)
    if not path.exists():
        sys.exit(f"Not found: {'/'.join(('../shared/data', *parts))}, beside the project.")
    return path


@contextmanager
def imported(paths: Sequence[Path]) -> Generator[Filled, None, None]:
    """Import files into a temporary embedded store, as ``ploeg import`` does, skipping refused rows."""
    with tempfile.TemporaryDirectory(prefix="ploeg-evaluation-") as folder:
        with open_store(StoreSettings(data=Path(folder) / "data")) as store:
            migrate(store)
            begin = time.perf_counter()
            checked = check(read(list(paths)), known(store, CITY), today=utc_today())
            middle = time.perf_counter()
            report = load(store, checked.tables, city=CITY, files=checked.files, today=utc_today())
            done = time.perf_counter()
            yield Filled(store, Snapshots(store), checked, report, middle - begin, done - middle)
        time.sleep(3)  # the engine stops by itself when nobody uses it any more


def tell(filled: Filled) -> None:
    """Print what an import did."""
    took = f"read and checked in {filled.reading:.1f} s, written in {filled.writing:.1f} s"
    print(f"{took}; {filled.checked.refused} rows refused")
    for name, count in filled.report.counts.items():
        print(f"- {name}: {count.new} new")
    for notice in (*filled.checked.notices, *filled.report.notices):
        print(f"- {notice.en}")
