"""Back-ups hold everything, go when their time is over, and tell what they still hold of somebody who was erased."""

import gzip
import json
import resource
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from graph.access import Role, Viewer
from graph.errors import Conflict, DiskError, InvalidInput, NotAllowed, UnknownThing
from graph.store import Store
from queries import audit
from queries.audit import Action
from queries.backup_files import restore_backup
from queries.backups import NAMED, Folder, kept_until, still_held
from tests.api.city import CITY, fill
from tests.conftest import wipe

TODAY = date(2026, 11, 30)
ADMIN = Viewer(Role.ADMIN, CITY)


def untold(_: float) -> None:
    """Nobody listens."""


def held(store: Store) -> list[str]:
    """Return all that is kept but the locks, which every write sets anew."""
    nodes = store.read("MATCH (n) WHERE NOT n:Revision RETURN labels(n) AS l, properties(n) AS p")
    links = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p")
    revisions = store.read("MATCH (r:Revision) RETURN r.city AS city, r.number AS number")
    return sorted(
        json.dumps(row, sort_keys=True, default=str)
        for row in [
            *(
                {**row, "p": {key: value for key, value in row["p"].items() if key != "lock"}}
                for row in nodes
            ),
            *links,
            *(row for row in revisions if not str(row["city"]).startswith("*")),
        ]
    )


def test_a_backup_is_kept_for_so_many_days() -> None:
    assert kept_until(31, TODAY) == date(2026, 12, 31)
    assert still_held(31, TODAY).count("2026-12-31") == 2


def test_without_backups_there_is_no_last_day() -> None:
    assert kept_until(0, TODAY) is None
    assert "geen reservekopieën" in still_held(0, TODAY)


def test_what_is_put_back_is_what_was_taken(store: Store, tmp_path: Path) -> None:
    fill(store)
    made = Folder(tmp_path, 30).make(store, ADMIN, progress=untold)
    before = held(store)
    wipe(store)
    assert held(store) != before
    done = restore_backup(tmp_path / "backups" / made.name, store, ADMIN)
    after = held(store)
    # One line came: that it was put back.
    assert [line for line in before if '"AuditHead"' not in line] == [
        line for line in after if '"backup_restored"' not in line and '"AuditHead"' not in line
    ]
    assert done.things > 50
    assert audit.verify(store, ADMIN).broken_at is None


def test_a_backup_is_told_of_and_read_by_its_owner_only(embedded_store: Store, tmp_path: Path) -> None:
    fill(embedded_store)
    folder, told = Folder(tmp_path, 30), [0.0]
    made = folder.make(embedded_store, ADMIN, progress=told.append)
    assert folder.kept() == [made]
    assert made.until == made.made_at.date() + timedelta(days=30)
    assert made.size == (tmp_path / "backups" / made.name).stat().st_size > 500
    assert told[-1] == 1.0
    assert (tmp_path / "backups" / made.name).stat().st_mode & 0o077 == 0
    page = audit.events(embedded_store, ADMIN, action=Action.BACKED_UP, now=datetime.now(UTC))
    assert [event.role for event in page.items] == ["admin"]


def test_nothing_is_written_over(embedded_store: Store, tmp_path: Path) -> None:
    fill(embedded_store)
    made = Folder(tmp_path, 30).make(embedded_store, ADMIN, progress=untold)
    before = held(embedded_store)
    with pytest.raises(InvalidInput, match="niet overschreven"):
        restore_backup(tmp_path / "backups" / made.name, embedded_store, ADMIN)
    assert held(embedded_store) == before


@pytest.mark.parametrize("harm", ["cut", "short", "other", "strange"])
def test_a_damaged_file_puts_nothing_back(harm: str, embedded_store: Store, tmp_path: Path) -> None:
    fill(embedded_store)
    made = Folder(tmp_path, 30).make(embedded_store, ADMIN, progress=untold)
    file = tmp_path / "backups" / made.name
    lines = gzip.decompress(file.read_bytes()).splitlines()
    file.write_bytes(
        {
            "cut": file.read_bytes()[:-200],
            "short": gzip.compress(b"\n".join(lines[:-2] + lines[-1:])),
            "other": b"id,name\na,An\n",
            "strange": gzip.compress(b"\n".join([lines[0], b'{"of":["X) DETACH DELETE n //"],"rows":[{}]}'])),
        }[harm]
    )
    wipe(embedded_store)
    before = held(embedded_store)
    with pytest.raises(InvalidInput, match="beschadigd"):
        restore_backup(file, embedded_store, ADMIN)
    assert held(embedded_store) == before


def test_one_goes_when_its_time_is_over(tmp_path: Path) -> None:
    folder = Folder(tmp_path, 30)
    folder.place.mkdir()
    for day in (1, 2, 3):
        (folder.place / f"{datetime(2026, 11, day, tzinfo=UTC):{NAMED}}").write_bytes(b"x")
    (folder.place / "notes.txt").write_bytes(b"mine")
    assert folder.sweep(date(2026, 12, 2)) == 1
    assert sorted(file.name[:16] for file in folder.place.iterdir()) == [
        "notes.txt",
        "ploeg-2026-11-02",
        "ploeg-2026-11-03",
    ]


def test_one_is_removed_by_its_name_and_nothing_else_is(embedded_store: Store, tmp_path: Path) -> None:
    folder = Folder(tmp_path, 30)
    (tmp_path / "secret.key").write_bytes(b"x")
    made = folder.make(embedded_store, ADMIN, progress=untold)
    for name in ("../secret.key", "making.lock", "ploeg-2026-01-01-000000.backup"):
        with pytest.raises(UnknownThing):
            folder.remove(embedded_store, ADMIN, name)
    folder.remove(embedded_store, ADMIN, made.name)
    assert folder.kept() == []
    assert (tmp_path / "secret.key").exists()


def test_a_full_disk_leaves_what_there_was(embedded_store: Store, tmp_path: Path) -> None:
    fill(embedded_store)
    folder = Folder(tmp_path, 30)
    before = folder.make(embedded_store, ADMIN, progress=untold)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(DiskError, match="schijf is vol") as error:
            folder.make(embedded_store, ADMIN, progress=untold)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(tmp_path) not in str(error.value)
    assert folder.kept() == [before]
    assert not (folder.place / "being-made.new").exists()


def test_two_are_not_made_at_once(embedded_store: Store, tmp_path: Path) -> None:
    fill(embedded_store)
    folder = Folder(tmp_path, 30)

    def another(_: float) -> None:
        with pytest.raises(Conflict, match="al een back-up"):
            folder.make(embedded_store, ADMIN, progress=untold)

    folder.make(embedded_store, ADMIN, progress=another)
    assert len(folder.kept()) == 1


def test_none_is_made_where_none_is_kept_or_by_who_may_not(embedded_store: Store, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="PLOEG_BACKUP_DAYS"):
        Folder(tmp_path, 0).make(embedded_store, ADMIN, progress=untold)
    with pytest.raises(NotAllowed):
        Folder(tmp_path, 30).make(embedded_store, Viewer(Role.COORDINATOR, CITY), progress=untold)
