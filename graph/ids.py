"""Ids: a kind, a colon, and a time-ordered unique part (the ULID layout: 48 bits of milliseconds, 80 of chance)."""

import secrets
import threading
import time

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHANCE_BITS = 80
_lock = threading.Lock()
_last = 0


def new_ids(kind: str, count: int) -> list[str]:
    """Return `count` ids, each larger than every id this process made before: rows keep their order."""
    global _last
    with _lock:
        first = max(
            (time.time_ns() // 1_000_000) << _CHANCE_BITS | secrets.randbits(_CHANCE_BITS - 1), _last + 1
        )
        _last = first + count
    return [f"{kind}:{_encoded(first + number)}" for number in range(count)]


def new_id(kind: str) -> str:
    """Return one id."""
    return new_ids(kind, 1)[0]


def _encoded(value: int) -> str:
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))
