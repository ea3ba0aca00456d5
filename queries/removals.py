"""An organisation, an initiative or a request taken away, with what hangs on it only where that was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.access import Question, Viewer
from graph.errors import Conflict
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.imports import Written
from queries.kinds import KEPT, LABELS, require_seen, touch
from queries.query import Query
from queries.records import ERASE_CHANGES
from queries.versions import Seen


@dataclass(frozen=True, slots=True)
class Hanging:
    """How many relations of one kind hang on a thing."""

    relation: str
    times: int


REMOVE: Mapping[str, Query[Written]] = {
    label: Query(f"remove_{label.lower()}", Written, writes=True) for label in LABELS
}
HANGING: Mapping[str, Query[Hanging]] = {
    label: Query(f"hanging_{label.lower()}", Hanging) for label in ("Organisation", "Initiative")
}
HANGS: Mapping[str, tuple[str, str]] = {
    "ASKED": ("vragen", "requests"),
    "MEMBER_OF": ("lidmaatschappen", "memberships"),
    "ORGANISED": ("georganiseerde initiatieven", "initiatives"),
    "TOOK_PART_IN": ("deelnames", "participations"),
}
"""What hangs on a thing, in Dutch and in English, by relation."""


def remove(
    store: Store,
    viewer: Viewer,
    label: str,
    identity: str,
    *,
    with_ties: bool = False,
    expected: Seen | None = None,
) -> None:
    """Take an organisation, initiative or request away; a person is erased instead.

    Parameters
    ----------
    with_ties
        Whether memberships, participations and what it organised or asked may go with it.
    expected
        What was seen of it as a whole.

    Raises
    ------
    Conflict
        Something hangs on it, and `with_ties` was not asked for. Nothing was written.
    UnknownThing, Outdated, NotAllowed
    """
    viewer.require(Question.WRITE)
    kind = KEPT[label]

    def work(transaction: Transaction) -> None:
        held = kind.held(transaction, viewer.city, identity)
        require_seen(kind, held, None, expected)
        hanging = HANGING[label].run(transaction, id=identity) if label in HANGING else []
        if hanging and not with_ties:
            told = [(HANGS[row.relation], row.times) for row in hanging]
            message = (
                f"Hieraan hangen nog {_and('en', [f'{times} {words[0]}' for words, times in told])}; neem die eerst "
                "weg, of kies om ze mee weg te nemen (with_ties). "
                f"/ {_and('and', [f'{times} {words[1]}' for words, times in told])} hang on this; take those away "
                "first, or choose to take them along (with_ties)."
            )
            raise Conflict(message)
        touch(transaction, label, identity)
        ERASE_CHANGES.run(transaction, id=identity, city=viewer.city)
        REMOVE[label].run(transaction, id=identity)
        audit.note(transaction, viewer, Action.REMOVED, identity, details={"kind": label})

    store.write(viewer.city, work)


def _and(word: str, parts: Sequence[str]) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
