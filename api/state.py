"""What the application is made with: the store, what answers from it, and how people sign in."""

import secrets
from dataclasses import dataclass, field

from api.callers import SignIn
from graph.access import Role
from graph.store import Store
from queries.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything a handler may use.

    ``role`` is that of every caller as long as nobody has an account.  ``notice`` is a line that every page shows,
    such as that all people are fictitious; empty for none.
    """

    store: Store
    snapshots: Snapshots
    city: str
    role: Role
    version: str
    notice: str = ""
    sign_in: SignIn = field(default_factory=lambda: SignIn(secrets.token_bytes(32)))
