"""Whether a thing still is what somebody saw before they changed it: a mark of it, looked at under the lock.

This is what HTTP calls a conditional request (RFC 9110, section 13.1.1), and databases optimistic concurrency
control (Kung and Robinson, ACM TODS 6, 1981).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from graph.errors import Outdated

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LENGTH = 24
"""Hexadecimal digits of a mark: 96 bits."""

_APART = frozenset({"lock", "contact", "signed_in_at"})
"""What a thing's mark leaves out: what is no part of it, or is recorded apart."""


def mark(row: "DataclassInstance") -> str:
    """Return a mark of a thing as it was read: the same one as long as nothing about it was written.

    Parameters
    ----------
    row
        One thing; the order within its lists does not count, nor do its consents, which are recorded apart.
    """
    told = {each.name: getattr(row, each.name) for each in fields(row)}
    return hashlib.sha256(json.dumps(_plain(told), sort_keys=True).encode()).hexdigest()[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw of a thing: marks, any of which will do; ``None`` for whatever it is now, if it is there."""

    marks: frozenset[str] | None

    def require(self, row: "DataclassInstance") -> None:
        """Raise where a thing has changed since.

        Raises
        ------
        Outdated
        """
        if self.marks is not None and mark(row) not in self.marks:
            message = (
                "Iemand anders wijzigde dit intussen; er is niets geschreven. Bekijk het opnieuw. "
                "/ Somebody else changed this in between; nothing was written. Look at it again."
            )
            raise Outdated(message)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items() if key not in _APART}
    if isinstance(value, list | tuple):
        return sorted(json.dumps(_plain(each), sort_keys=True) for each in value)
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
