"""What copies that are kept outside Ploeg still hold of somebody who was erased, and until when."""

from datetime import date, timedelta

KEPT_DAYS = 30
"""Days for which whoever runs Ploeg keeps a backup, where nothing else is set."""


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
