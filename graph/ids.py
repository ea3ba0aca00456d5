"""Ids: a kind, a colon, and a time-ordered unique part (the ULID layout: 48 bits of milliseconds, 80 of chance)."""

import hashlib
import secrets
import threading
import time
from collections.abc import Sequence

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


def scattered_ids(kind: str, texts: Sequence[str]) -> list[str]:
    """Return an id for each of `texts`, all different, in an order that says nothing.

    Ids in a row would tell whoever sees some of them how many stand in between: these have, instead of chance, a
    digest of the text (SHA-256, its first 80 bits), so that each depends on its own text and the moment only, and
    the same texts give the same order in every store.
    """
    moment = (time.time_ns() // 1_000_000) << _CHANCE_BITS
    digests = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts)
    return [
        f"{kind}:{_encoded(moment | int.from_bytes(digest[: _CHANCE_BITS // 8], 'big'))}"
        for digest in digests
    ]


def new_id(kind: str) -> str:
    """Return one id."""
    return new_ids(kind, 1)[0]


def _encoded(value: int) -> str:
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))
