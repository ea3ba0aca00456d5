"""How often somebody may try to sign in: after some failures they wait, longer each time.

Counted by what was typed, known address or not, and by where it comes from, in the memory of this process.  Nothing
here knows who has an account, so waiting tells nobody.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

MOST_KEPT = 50_000
"""Counts kept in all; the oldest go first."""

LONGEST_WAIT = 15 * 60.0
FORGOTTEN = 60 * 60.0
"""Seconds after the last failure that a count starts anew."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, before each further one doubles the wait, from one second on."""

    free: int

    def wait(self, failures: int) -> float:
        """Return the seconds to wait after so many failures."""
        beyond = failures - self.free
        return 0.0 if beyond < 0 else min(LONGEST_WAIT, 2.0 ** min(beyond, 20))


SAME_BOTH = Limit(5)
"""For one address from one place."""

SAME_PLACE = Limit(30)
"""For one place, whatever the address: somebody who tries many accounts."""

SAME_ADDRESS = Limit(100)
"""For one address from anywhere; generous, so that nobody locks somebody else out with a few tries."""


@dataclass(slots=True)
class _Count:
    failures: int
    last: float


class Attempts:
    """Failures of late; safe for many threads."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._counts: OrderedDict[bytes, _Count] = OrderedDict()
        self._guard = threading.Lock()

    def wait(self, place: str, address: str) -> float:
        """Return the seconds to wait before the next try; 0 for none."""
        now = self._clock()
        with self._guard:
            waits = [
                count.last + limit.wait(count.failures) - now
                for key, limit in _keys(place, address)
                if (count := self._counts.get(key)) is not None and now - count.last < FORGOTTEN
            ]
        return max([0.0, *waits])

    def failed(self, place: str, address: str) -> None:
        """Count a failure."""
        now = self._clock()
        with self._guard:
            for key, _ in _keys(place, address):
                count = self._counts.pop(key, None)
                before = count.failures if count is not None and now - count.last < FORGOTTEN else 0
                self._counts[key] = _Count(before + 1, now)
            while len(self._counts) > MOST_KEPT:
                self._counts.popitem(last=False)

    def succeeded(self, place: str, address: str) -> None:
        """Forget the failures of this address from this place; those of the place alone stay."""
        with self._guard:
            self._counts.pop(_keys(place, address)[0][0], None)


def _keys(place: str, address: str) -> tuple[tuple[bytes, Limit], ...]:
    """Return what is counted, as digests: what somebody typed is not kept."""
    address = address.strip().casefold()
    return (
        (_digest("both", place, address), SAME_BOTH),
        (_digest("place", place), SAME_PLACE),
        (_digest("address", address), SAME_ADDRESS),
    )


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()
