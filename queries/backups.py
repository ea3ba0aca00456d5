"""Back-ups: those that Ploeg keeps itself, and until when any still holds somebody who was erased.

The day on which one is thrown away stands in the name of its file, so it goes on that day whatever the disk says.
"""

import fcntl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from graph.access import Question, Viewer
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.places import locked
from graph.store import Store
from queries import audit
from queries.audit import Action
from queries.backup_files import told_of_disk, write_backup

KEPT_DAYS = 30
"""Days for which whoever runs Ploeg keeps a backup, where nothing else is set."""

FOLDER = "backups"
NAMED = "ploeg-%Y-%m-%d-%H%M%S.backup"
DRAFT = "being-made.new"
LOCK = "making.lock"
BUSY = (
    "Er wordt al een back-up gemaakt; wacht tot die klaar is. "
    "/ A backup is being made already; wait until it is done."
)


def kept_until(days: int, today: date) -> date | None:
    """Return the last day on which a backup of `today` is kept; ``None`` where none are made."""
    return today + timedelta(days=days) if days else None


def still_held(days: int, today: date) -> str:
    """Say what backups still hold of somebody who is erased today, in Dutch and in English."""
    until = kept_until(days, today)
    if until is None:
        return "Er worden geen reservekopieën gemaakt. / No backups are made."
    return (
        f"Reservekopieën van voor vandaag bevatten het nog, tot uiterlijk {until}; dan worden ze weggegooid. "
        f"/ Backups from before today hold it still, until {until} at the latest; then they are thrown away."
    )


@dataclass(frozen=True, slots=True)
class Backup:
    """A back-up that is kept: the name of its file, when it was made (UTC), its size, and its last day."""

    name: str
    made_at: datetime
    size: int
    until: date


class Folder:
    """The back-ups that Ploeg makes itself, in a folder of its own in the data directory.

    Parameters
    ----------
    data
        The data directory.
    days
        Days for which each is kept; 0 where none are made.
    """

    def __init__(self, data: Path, days: int) -> None:
        self.place = data / FOLDER
        self.days = days

    def kept(self) -> list[Backup]:
        """Return what is there, the latest first; what has been kept long enough is thrown away first.

        Raises
        ------
        DiskError
        """
        self.sweep(datetime.now(UTC).date())
        return self._there()

    def sweep(self, today: date) -> int:
        """Throw away what is older than it is kept; returns how many that were.

        Raises
        ------
        DiskError
        """
        old = [each for each in self._there() if each.until < today]
        with told_of_disk():
            for each in old:
                (self.place / each.name).unlink(missing_ok=True)
        return len(old)

    def remove(self, store: Store, viewer: Viewer, name: str) -> None:
        """Throw one away.

        Raises
        ------
        NotAllowed, UnknownThing, DiskError, StoreError
        """
        viewer.require(Question.BACKUPS)
        if name not in {each.name for each in self._there()}:
            message = (
                f"Er is geen back-up '{name[:80]}' (meer). / There is no backup '{name[:80]}' (any more)."
            )
            raise UnknownThing(message)
        audit.record(store, viewer, Action.BACKUP_REMOVED)
        with told_of_disk():
            (self.place / name).unlink(missing_ok=True)

    def check(self, viewer: Viewer) -> None:
        """Raise where this viewer can't have one made, or none are kept.

        Raises
        ------
        NotAllowed, InvalidInput
        """
        viewer.require(Question.BACKUPS)
        if not self.days:
            message = (
                "Er worden geen back-ups bewaard (PLOEG_BACKUP_DAYS is 0); zet daar eerst een aantal dagen. "
                "/ No backups are kept (PLOEG_BACKUP_DAYS is 0); set it to a number of days first."
            )
            raise InvalidInput(message)

    def make(self, store: Store, viewer: Viewer, *, progress: Callable[[float], None]) -> Backup:
        """Make one of everything in the store, as it stands at one moment; its line in the log goes with it.

        Raises
        ------
        NotAllowed, DiskError, StoreError
        InvalidInput
            They are kept for no day at all.
        Conflict
            One is being made already.
        """
        self.check(viewer)
        with told_of_disk():
            self.place.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (self.place / LOCK).open("a+b") as lock:
                if not locked(lock, fcntl.LOCK_EX, 0.0):
                    raise Conflict(BUSY)
                self.sweep(datetime.now(UTC).date())
                return self._made(self._free_name(), store, viewer, progress)

    def _made(self, name: str, store: Store, viewer: Viewer, progress: Callable[[float], None]) -> Backup:
        draft = self.place / DRAFT
        try:
            write_backup(draft, store, viewer, progress=progress)
            draft.replace(self.place / name)
        finally:
            draft.unlink(missing_ok=True)
        found = self._read(self.place / name)
        assert found is not None
        return found

    def _free_name(self) -> str:
        at = datetime.now(UTC).replace(microsecond=0)
        while (self.place / f"{at:{NAMED}}").exists():
            at += timedelta(seconds=1)
        return f"{at:{NAMED}}"

    def _there(self) -> list[Backup]:
        with told_of_disk():
            if not self.place.is_dir():
                return []
            found = [self._read(file) for file in self.place.iterdir()]
        return sorted((each for each in found if each is not None), key=lambda each: each.name, reverse=True)

    def _read(self, file: Path) -> Backup | None:
        """Return what a file is by its name; ``None`` for one that Ploeg did not make."""
        try:
            made_at = datetime.strptime(file.name, NAMED).replace(tzinfo=UTC)
            size = file.stat().st_size
        except (ValueError, FileNotFoundError):
            return None
        return Backup(file.name, made_at, size, made_at.date() + timedelta(days=self.days))
