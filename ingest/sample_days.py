"""Days before and after the day the sample city is made, each date made once."""

from datetime import date, timedelta

YEAR = 365
BACK = 16 * YEAR
AHEAD = 5 * YEAR


class Days:
    """Dates by how many days they lie back; negative is ahead.  Outside [-5, 16] years the nearest edge is given."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._dates = tuple(today - timedelta(days=back) for back in range(-AHEAD, BACK + 1))

    def __getitem__(self, back: int) -> date:
        return self._dates[min(max(back, -AHEAD), BACK) + AHEAD]
