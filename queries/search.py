"""Who and what is there? The question behind ``ploeg search`` and ``GET /v1/search``."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.access import Question, Role, Viewer, told_revision
from graph.analytics.search import Hit
from graph.errors import InvalidInput
from graph.model import Purpose
from graph.network import Network
from graph.store import Store
from queries.phrases import Words
from queries.search_details import details
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy, utc_today

KINDS = ("person", "organisation", "theme", "talent", "initiative", "neighbourhood", "request")
MOST_HITS = 100
LONGEST = 200
"""Characters of a search text; more is not a search."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that was found; ``score`` in (0, 1] orders the answer and is no more than that.

    ``detail`` tells it from others of its name, where something is known that the viewer may know.
    """

    kind: str
    id: str
    key: str
    name: str
    score: float
    detail: Words | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found, best first."""

    query: str
    revision: int | None
    results: tuple[Found, ...]


def search(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    text: str,
    *,
    kinds: Collection[str] = (),
    limit: int = 10,
) -> SearchAnswer:
    """Return what answers to `text` among what `viewer` may see.

    Parameters
    ----------
    text
        Words or beginnings of words; accents, case and small typing errors don't matter.
    kinds
        Of :data:`KINDS`; empty for every kind.
    limit
        1 to 100.

    Raises
    ------
    graph.errors.NotAllowed, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.SEARCH)
    _check(text, kinds, limit)
    snapshot = snapshots.ready(
        snapshots.fresh(viewer.city),
        ("search", viewer.role),
        lambda each: each.search_index(viewer, utc_today()),
    )
    lost: set[str] = set()
    for _ in range(TRIES):
        hits = _hits(snapshot, viewer, text, set(kinds) or None, limit, lost)
        people = [hit.entry.id for hit in hits if hit.entry.kind == "person"]
        revision, now = recheck(store, viewer.city, people)
        gone = {person for person in people if not _still_visible(person, now, viewer)}
        if revision == snapshot.network.revision or not gone:
            return SearchAnswer(
                query=text,
                revision=told_revision(viewer, snapshot.network.revision),
                results=tuple(_found(snapshot.network, viewer, hits)),
            )
        lost |= gone
        snapshot = snapshots.again(snapshot)
    raise too_busy()


def _check(text: str, kinds: Collection[str], limit: int) -> None:
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        known = ", ".join(KINDS)
        message = (
            f"Onbekende soort '{unknown[0]}'; kies uit: {known}. "
            f"/ Unknown kind '{unknown[0]}'; choose from: {known}."
        )
        raise InvalidInput(message)
    if not 1 <= limit <= MOST_HITS:
        message = (
            f"Het aantal resultaten is {limit}; verwacht 1 tot {MOST_HITS}. "
            f"/ The number of results is {limit}; expected 1 to {MOST_HITS}."
        )
        raise InvalidInput(message)
    if len(text) > LONGEST:
        message = (
            f"De zoektekst telt {len(text)} tekens; hoogstens {LONGEST}. "
            f"/ The search text has {len(text)} characters; {LONGEST} at most."
        )
        raise InvalidInput(message)


def _still_visible(person: str, now: dict[str, PersonNow], viewer: Viewer) -> bool:
    if person not in now:
        return False
    return viewer.role is Role.COORDINATOR or agrees(now[person], Purpose.PUBLIC, utc_today())


def _hits(
    snapshot: Snapshot,
    viewer: Viewer,
    text: str,
    kinds: Collection[str] | None,
    limit: int,
    lost: Collection[str],
) -> list[Hit]:
    """Return the best hits among what `viewer` may see now, without the people in `lost`."""
    index = snapshot.search_index(viewer, utc_today())
    found = index.search(text, kinds=kinds, limit=limit + len(lost))
    return [hit for hit in found if hit.entry.id not in lost][:limit]


def _found(network: Network, viewer: Viewer, hits: Sequence[Hit]) -> Iterator[Found]:
    entries = [hit.entry for hit in hits]
    for hit, detail in zip(hits, details(network, viewer, entries, utc_today()), strict=True):
        entry = hit.entry
        yield Found(entry.kind, entry.id, entry.key or "", entry.name, round(hit.score, 6), detail)
