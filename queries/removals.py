"""An organisation, an initiative or a request taken away, with what hangs on it only where that was asked for.

A request can be put back for a while: the list it is taken away on offers to undo that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.access import Question, Viewer
from graph.errors import Conflict
from graph.store import Store, Transaction
from queries import audit, undoing
from queries.audit import Action
from queries.imports import CREATE, LINK, Writer, Written, within
from queries.kinds import KEPT, LABELS, require_seen, touch
from queries.query import Query
from queries.records import ERASE_CHANGES
from queries.stored import Link
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
LINKS_OF_REQUEST = Query("links_of_request", Link)
MUST_COME_BACK = "SET_ASIDE"
"""Without this relation a request does not come back: whoever was set aside would be proposed again."""

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
        if label == "Request":
            links = LINKS_OF_REQUEST.run(transaction, id=identity, city=viewer.city)
            undoing.keep(transaction, viewer.city, label, held.properties, links)
        ERASE_CHANGES.run(transaction, id=identity, city=viewer.city)
        REMOVE[label].run(transaction, id=identity)
        audit.note(transaction, viewer, Action.REMOVED, identity, details={"kind": label})

    store.write(viewer.city, work)


def restore_request(store: Store, viewer: Viewer, identity: str) -> None:
    """Put a request back that was taken away (an id): the same one, with who was set aside for it.

    What else it was tied to comes back as far as that is still there.

    Raises
    ------
    UnknownThing
        None with this id was taken away lately, or it spoke of somebody who was erased since.
    Conflict
        Whoever was set aside for it is not there under that id any more: their record was merged.
    NotAllowed
    """
    viewer.require(Question.WRITE)

    def work(transaction: Transaction) -> None:
        properties, links = undoing.taken(
            transaction, viewer.city, "Request", identity, nl="vraag", en="request"
        )
        touch(transaction, "Request", identity)
        apply = within(transaction)
        Writer(apply, None, 1).run(CREATE["Request"], "Request", [properties])
        for link in links:
            written = apply(
                LINK[link.kind], [{"start": link.start, "end": link.end, "properties": link.properties}]
            )
            if not written and link.relation == MUST_COME_BACK:
                message = (
                    "Wie bij deze vraag opzijgezet was, staat er niet meer zo in; maak de vraag opnieuw. "
                    "/ Whoever was set aside for this request is not there as they were; make the request anew."
                )
                raise Conflict(message)
        audit.note(transaction, viewer, Action.RESTORED, identity, details={"kind": "Request"})

    store.write(viewer.city, work)


def _and(word: str, parts: Sequence[str]) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
