"""What a backup still holds of somebody who was erased is told with its last day."""

from datetime import date

from queries.backups import kept_until, still_held

TODAY = date(2026, 11, 30)


def test_a_backup_is_kept_for_so_many_days() -> None:
    assert kept_until(31, TODAY) == date(2026, 12, 31)
    assert still_held(31, TODAY).count("2026-12-31") == 2


def test_without_backups_there_is_no_last_day() -> None:
    assert kept_until(0, TODAY) is None
    assert "geen reservekopieën" in still_held(0, TODAY)
