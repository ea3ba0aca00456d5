"""Passwords: kept as argon2id hashes, and never compared without spending the same time."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.errors import InvalidInput

SHORTEST, LONGEST = 12, 200
"""Characters of a password; no other rule, as NIST SP 800-63B section 5.1.1 advises."""

HASHER = PasswordHasher()
"""argon2id with the second set of parameters that RFC 9106 recommends: 64 MiB, three passes, four lanes."""

_at_once = BoundedSemaphore(2)
"""Each hash takes 64 MiB: many sign-ins at once wait for their turn."""


def hashed(password: str) -> str:
    """Return the hash under which a password is kept."""
    with _at_once:
        return HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one kept; without one it takes as long, and is never right."""
    with _at_once:
        try:
            return HASHER.verify(kept or _nobody(), password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Tell whether a hash was made with weaker parameters than those of today."""
    return HASHER.check_needs_rehash(kept)


def check(password: str, *own: str) -> None:
    """Refuse a password that is too short or too long, that repeats itself, or that is one of the words in `own`.

    Raises
    ------
    InvalidInput
    """
    if not SHORTEST <= len(password) <= LONGEST:
        message = (
            f"Een wachtwoord telt {SHORTEST} tot {LONGEST} tekens; een zin van vier of vijf woorden onthoudt u goed. "
            f"/ A password has {SHORTEST} to {LONGEST} characters; a phrase of four or five words is easy to keep."
        )
        raise InvalidInput(message)
    plain = password.casefold()
    if len(set(plain)) < 5 or any(plain == word.casefold() for word in own if word):
        message = (
            "Dit wachtwoord is te makkelijk te raden; kies een zin van vier of vijf woorden. "
            "/ This password is too easy to guess; choose a phrase of four or five words."
        )
        raise InvalidInput(message)


@cache
def _nobody() -> str:
    return HASHER.hash("nobody has this password")
