"""The embedded engine: shared, private, and none the worse for a kill."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import AuthError

from graph.engine import Places, Running, alive, attach
from graph.errors import EngineError, SchemaMismatch, StoreError, StoreTimeout, StoreUnavailable
from graph.store import Store, StoreSettings, open_store

ROOT = Path(__file__).parent.parent.parent
WRITER = """
import sys
from pathlib import Path
from graph.store import StoreSettings, open_store
store = open_store(StoreSettings(data=Path(sys.argv[1])))
for number in range(100000):
    store.write("antwerpen", lambda tx: tx.run("CREATE (:Person {id: $id})", {"id": f"{sys.argv[2]}-{number}"}))
    print(number, flush=True)
"""
RIGHTLESS = """
import os, sys
from pathlib import Path
from graph.store import StoreSettings, open_store
if os.getuid() == 0:
    os.setuid(65534)
try:
    open_store(StoreSettings(data=Path(sys.argv[1])))
except Exception as error:
    print(error)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engine") / "data"


def opened(data: Path) -> Store:
    return open_store(StoreSettings(data=data))


def write(store: Store, identity: str) -> None:
    store.write("antwerpen", lambda tx: tx.run("CREATE (:Person {id: $id})", {"id": identity}))


def running(data: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads(Places(data).state.read_text())
    return found


def writer(data: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(data), name], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def acknowledged(process: "subprocess.Popen[str]", count: int) -> None:
    assert process.stdout is not None
    for _ in range(count):
        assert process.stdout.readline()


def end(process: "subprocess.Popen[str]") -> int:
    process.kill()
    assert process.stdout is not None
    rest = process.stdout.read().split()
    process.stdout.close()
    process.wait()
    return int(rest[-1]) + 1 if rest else 0


def count(store: Store, name: str) -> int:
    rows = store.read(
        "MATCH (p:Person) WHERE p.id STARTS WITH $name RETURN count(p) AS n", {"name": f"{name}-"}
    )
    return int(rows[0]["n"])


def test_two_processes_share_one_engine(data: Path) -> None:
    with opened(data) as store:
        before = running(data)
        process = writer(data, "shared")
        acknowledged(process, 3)
        assert running(data) == before
        end(process)
        assert count(store, "shared") >= 3


def test_killing_the_engine_loses_no_acknowledged_write(data: Path) -> None:
    with opened(data) as store:
        for number in range(20):
            write(store, f"java-{number}")
        os.kill(running(data)["engine"], signal.SIGKILL)
        assert count(store, "java") == 20


def broken(data: Path) -> Path:
    """Kill the engine, and put something in the way of starting it again; return what to take away."""
    found = running(data)
    away = Places(data).engine.rename(data / "elsewhere")
    Places(data).engine.write_text("in the way")
    os.kill(found["engine"], signal.SIGKILL)
    return away


def whole_again(data: Path, away: Path) -> None:
    Places(data).engine.unlink()
    away.rename(Places(data).engine)


def test_an_engine_that_could_not_be_started_again_is_when_it_can_be(data: Path) -> None:
    with opened(data) as store:
        write(store, "again-1")
        away = broken(data)
        try:
            for _ in range(2):
                with pytest.raises(StoreError):
                    count(store, "again")
        finally:
            whole_again(data, away)
        assert count(store, "again") == 1


def test_who_has_no_patience_is_told_that_the_engine_starts_again_and_finds_it_there_later(
    data: Path,
) -> None:
    with open_store(StoreSettings(data=data, patience=0.0)) as store:
        store.write("antwerpen", lambda tx: tx.run("CREATE (:Person {id: 'hasty-1'})"))
        os.kill(running(data)["engine"], signal.SIGKILL)
        with ThreadPoolExecutor(10) as pool:
            asked = [pool.submit(count, store, "hasty") for _ in range(10)]
        assert all(isinstance(each.exception(), StoreUnavailable) for each in asked)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(StoreUnavailable):
                assert count(store, "hasty") == 1
                return
            time.sleep(0.1)
        pytest.fail("the engine did not come back")


def test_killing_the_supervisor_loses_no_acknowledged_write(data: Path) -> None:
    with opened(data) as store:
        store.write("antwerpen", lambda tx: tx.run("CREATE (:Person {id: 'boss-1'})"))
        os.kill(running(data)["supervisor"], signal.SIGKILL)
        assert count(store, "boss") == 1


def test_a_question_that_a_stopping_engine_no_longer_knows_is_asked_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(data) as store:
        write(store, "stopping-1")
        asked: list[str] = []
        whole = neo4j.Session.execute_read

        here = threading.get_ident()

        def once_unknown(session: neo4j.Session, *work: Any) -> Any:
            # What other stores in this process read beside it is not counted.
            if threading.get_ident() == here:
                asked.append("read")
            if threading.get_ident() == here and len(asked) == 1:
                message = "The credentials of this connection are no longer valid"
                raise AuthError(message)
            return whole(session, *work)

        monkeypatch.setattr(neo4j.Session, "execute_read", once_unknown)
        assert (count(store, "stopping"), len(asked)) == (1, 2)


def test_killing_a_holder_leaves_the_others_working(data: Path) -> None:
    process = writer(data, "holder")
    acknowledged(process, 5)
    with opened(data) as store:
        told = end(process)
        assert count(store, "holder") >= max(told, 5)


def test_the_last_to_leave_stops_the_engine(data: Path) -> None:
    store = opened(data)
    pid = running(data)["engine"]
    store.close()
    until = time.monotonic() + 30
    while alive(Places(data)) is not None and time.monotonic() < until:
        time.sleep(0.05)
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_the_password_is_private(data: Path) -> None:
    with opened(data):
        secret = Places(data).password.read_text()
        assert Places(data).password.stat().st_mode & 0o077 == 0
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                assert secret not in process.read_text(errors="replace")
            except OSError:
                continue
        assert secret not in Places(data).log.read_text(errors="replace")


def test_the_engine_listens_on_loopback_only(data: Path) -> None:
    with opened(data):
        pid = running(data)["engine"]
        inodes = {
            os.readlink(link)[8:-1]
            for link in Path(f"/proc/{pid}/fd").iterdir()
            if os.path.lexists(link) and os.readlink(link).startswith("socket:[")
        }
        listening = [
            line.split()[1]
            for table in ("tcp", "tcp6")
            for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
            if line.split()[3] == "0A" and line.split()[9] in inodes
        ]
        addresses = {local.rpartition(":")[0] for local in listening}
        assert addresses
        assert addresses <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_a_file_in_place_of_the_directory_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a directory")
    with pytest.raises(EngineError, match="geen map"):
        opened(tmp_path / "data")


def test_a_directory_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="geen map"):
        opened(tmp_path / "file" / "data")


def test_a_directory_without_rights_is_told(tmp_path: Path) -> None:
    program = RIGHTLESS
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    said = subprocess.run(
        [sys.executable, "-c", program, str(closed / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "kan niet geschreven worden" in said.stdout


def test_a_directory_of_a_newer_ploeg_is_refused(tmp_path: Path) -> None:
    (tmp_path / "layout").write_text("7\n")
    with pytest.raises(SchemaMismatch, match="nieuwere Ploeg"):
        opened(tmp_path)


def test_who_waits_too_long_for_a_turn_to_write_is_told(data: Path) -> None:
    first, second = attach(data), attach(data)
    try:
        with first.turn(), pytest.raises(StoreTimeout), second.turn(patience=0.05):
            pass
        with second.turn(patience=1.0):
            pass
    finally:
        first.leave()
        second.leave()


def test_a_directory_another_machine_works_in_is_left_alone(tmp_path: Path) -> None:
    places = Places(tmp_path / "far")
    places.data.mkdir()
    places.state.write_text(Running(1, 1, 1, "another-machine", ready=True).to_json())
    with places.life.open("a+b") as life:
        fcntl.flock(life, fcntl.LOCK_EX)
        with pytest.raises(EngineError, match="another-machine"):
            opened(places.data)
    assert places.state.exists()


def test_no_engine_is_started_beside_one_that_still_stops(tmp_path: Path) -> None:
    places = Places(tmp_path / "late")
    places.data.mkdir()
    with places.life.open("a+b") as life:
        fcntl.flock(life, fcntl.LOCK_EX)
        with pytest.raises(EngineError):
            attach(places.data, patience=1.0)
    with opened(places.data) as store:
        assert store.read("RETURN 1 AS n") == [{"n": 1}]
