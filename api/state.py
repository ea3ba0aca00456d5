"""What the application is made with: the store, what answers from it, and how people sign in."""

import secrets
from dataclasses import dataclass, field

from api.analysing import PATIENCE
from api.callers import SignIn
from api.mail import Mailer
from graph.access import Role
from graph.store import Store
from queries import backups
from queries.audit import KEPT_DAYS
from queries.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything a handler may use.

    ``role`` is that of every caller as long as nobody has an account.  ``notice`` is a line that every page shows,
    such as that all people are fictitious; empty for none.  ``audit_days`` is how long the log tells who did what,
    ``backup_days`` how long backups are kept.
    ``patience`` is how many seconds an analysis is waited for before it is told where to come back for it.
    Without a ``mailer`` nobody gets a link to their own data.
    """

    store: Store
    snapshots: Snapshots
    city: str
    role: Role
    version: str
    notice: str = ""
    audit_days: int = KEPT_DAYS
    backup_days: int = backups.KEPT_DAYS
    sign_in: SignIn = field(default_factory=lambda: SignIn(secrets.token_bytes(32)))
    mailer: Mailer | None = None
    patience: float = PATIENCE
