"""Back-ups in answers: a name, a day and a size, and nothing of what they hold or where they stand."""

from datetime import date, datetime

from pydantic import Field

from api.backing_up import Kept
from api.v1.schemas import Answer
from queries.backups import Backup

_NAME = "ploeg-2026-11-29-011500.backup"


class BackupOut(Answer):
    """A back-up that is kept."""

    name: str = Field(
        description="Name of its file, in the folder `backups` of `PLOEG_DATA`", examples=[_NAME]
    )
    made_at: datetime = Field(description="When it was made (UTC)", examples=["2026-11-29T01:15:00Z"])
    size: int = Field(description="Bytes", examples=[1048576])
    until: date = Field(description="The last day it is kept", examples=["2026-12-29"])

    @classmethod
    def of(cls, backup: Backup) -> "BackupOut":
        """Return a back-up."""
        return cls(name=backup.name, made_at=backup.made_at, size=backup.size, until=backup.until)


class BackupsOut(Answer):
    """What there is to put back."""

    items: list[BackupOut] = Field(description="Latest first")
    kept_days: int = Field(
        description="Days for which one is kept (`PLOEG_BACKUP_DAYS`); 0 where none are made", examples=[30]
    )
    being_made: float | None = Field(
        description="The share that is done of one being made; null where none is", examples=[0.4]
    )
    trouble: str | None = Field(
        description='Why the one begun last was not made, "Nederlands / English"',
        examples=["De schijf is vol … / The disk is full …"],
    )

    @classmethod
    def of(cls, kept: Kept, days: int) -> "BackupsOut":
        """Return what is kept."""
        return cls(
            items=[BackupOut.of(each) for each in kept.items],
            kept_days=days,
            being_made=kept.share,
            trouble=None if kept.trouble is None else str(kept.trouble),
        )
