"""Who and what is there, to browse by name: people, organisations and initiatives as far as a viewer may see them.

Somebody who agreed to being public did so for name, talents, themes and organisations (DESIGN section 6): where they
live and what sector they speak from is for the coordinator only, and so is asking by it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from graph.access import Question, Role, Viewer, visible, visible_organisation
from graph.analytics.words import fold, tokens
from graph.errors import InvalidInput
from graph.model import Purpose
from graph.network import ConceptNode, NeighbourhoodNode, Network
from graph.store import Store
from graph.trust import running
from queries import resolve
from queries.snapshots import TRIES, PersonNow, Snapshot, Snapshots, agrees, recheck, too_busy, utc_today

MOST_ENTRIES = 200
_SHOWN = 80
"""Signs of a name that its place in the order is told by."""


class Listed(StrEnum):
    """What can be browsed."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    INITIATIVES = "initiatives"


CALLED = {
    Listed.PEOPLE: ("persoon", "person"),
    Listed.ORGANISATIONS: ("organisatie", "organisation"),
    Listed.INITIATIVES: ("initiatief", "initiative"),
}
"""What one of each is called, in Dutch and English."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ids of what it is about, as far as the viewer may know; ``about`` for things, not for people."""

    place: str
    id: str
    key: str
    name: str
    about: str | None
    themes: tuple[str, ...]
    talents: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Some entries by name; ``next`` is where the following page begins, if there is one."""

    items: Sequence[Entry]
    next: str | None
    network: Network


def browse(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    kind: Listed,
    *,
    theme: str | None = None,
    talent: str | None = None,
    neighbourhood: str | None = None,
    name: str = "",
    cursor: str = "",
    limit: int = 50,
) -> Directory:
    """Return a page of what `viewer` may see, by name.

    Parameters
    ----------
    theme, talent, neighbourhood
        Only what is about one of these (an id, key or name), or about one that is narrower.
    name
        Only whose name has words that begin with these, in any order; case and accents don't matter.
    cursor
        ``next`` of the page before.
    limit
        1 to 200.

    Raises
    ------
    InvalidInput
        Somebody who is not a coordinator asks for people by neighbourhood.
    NotAllowed, UnknownThing, AmbiguousName, StoreUnavailable
    """
    viewer.require(Question.SEARCH)
    if kind is Listed.PEOPLE and neighbourhood is not None and viewer.role is not Role.COORDINATOR:
        message = (
            "Mensen zijn hier niet op wijk te zoeken: waar iemand woont, hoort niet bij wat openbaar is. "
            "/ People can't be looked up by neighbourhood here: where somebody lives is not part of what is public."
        )
        raise InvalidInput(message)
    snapshot, lost = snapshots.fresh(viewer.city), set[str]()
    for _ in range(TRIES):
        wanted = _wanted(snapshot.network, theme, talent, neighbourhood)
        found = [
            each
            for each in _entries(snapshot, viewer, kind)
            if each.place > cursor and _named(each, name) and wanted(each)
        ]
        page = [each for each in found if each.id not in lost][: limit + 1]
        people = [each.id for each in page] if kind is Listed.PEOPLE else []
        revision, now = recheck(store, viewer.city, people)
        gone = {person for person in people if not _still_there(person, now, viewer)}
        if revision == snapshot.network.revision or not gone:
            items = page[:limit]
            return Directory(items, items[-1].place if len(page) > limit else None, snapshot.network)
        lost |= gone
        snapshot = snapshots.again(snapshot)
    raise too_busy()


def one(store: Store, snapshots: Snapshots, viewer: Viewer, kind: Listed, text: str) -> Directory:
    """Return the one entry that `text` means (an id, a key or an exact name), among those `viewer` may see.

    Raises
    ------
    UnknownThing
        There is none, or not for this viewer: the same is said of either.
    NotAllowed, AmbiguousName, StoreUnavailable
    """
    viewer.require(Question.SEARCH)
    snapshot, lost = snapshots.fresh(viewer.city), set[str]()
    for _ in range(TRIES):
        there = [each for each in _entries(snapshot, viewer, kind) if each.id not in lost]
        entry = _meant(there, kind, text)
        people = [entry.id] if kind is Listed.PEOPLE else []
        revision, now = recheck(store, viewer.city, people)
        gone = {person for person in people if not _still_there(person, now, viewer)}
        if revision == snapshot.network.revision or not gone:
            return Directory((entry,), None, snapshot.network)
        lost |= gone
        snapshot = snapshots.again(snapshot)
    raise too_busy()


def _meant(there: Sequence[Entry], kind: Listed, text: str) -> Entry:
    quick = next((each for each in there if each.id == text.strip()), None)
    if quick is not None:
        return quick
    named = resolve.pick(
        lambda: (resolve.Named(each.id, each.key, (each.name,)) for each in there), text, *CALLED[kind]
    )
    return next(each for each in there if each.id == named)


def places(network: Network) -> list[tuple[str, NeighbourhoodNode]]:
    """Return every neighbourhood with its place in the list, by name."""
    found = ((_place(node.name, node.id), node) for node in network.neighbourhoods.values())
    return sorted(found, key=lambda each: each[0])


def concepts(network: Network, kind: str) -> list[tuple[str, ConceptNode]]:
    """Return every theme or talent with its place, by Dutch label."""
    tree = network.themes if kind == "theme" else network.talents
    found = ((_place(node.label_nl, node.id), node) for node in tree.values())
    return sorted(found, key=lambda each: each[0])


def _entries(snapshot: Snapshot, viewer: Viewer, kind: Listed) -> Sequence[Entry]:
    today = utc_today()
    make: Callable[[], Sequence[Entry]] = partial(_made, snapshot, viewer, kind, today)
    return snapshot.keep(("directory", kind, viewer.role, today), make)


def _made(snapshot: Snapshot, viewer: Viewer, kind: Listed, today: date) -> Sequence[Entry]:
    network = snapshot.network
    seen = {node.id for node in network.organisations if visible_organisation(node, viewer)}
    if kind is Listed.PEOPLE:
        entries = _people(snapshot, viewer, seen, today)
    elif kind is Listed.ORGANISATIONS:
        entries = (
            Entry(
                place=_place(node.name, node.id),
                id=node.id,
                key=node.key,
                name=node.name,
                about=node.about,
                themes=_ids(node.themes),
                talents=_ids(node.talents),
                neighbourhoods=tuple(sorted(node.neighbourhoods)),
                organisations=(),
            )
            for node in network.organisations
            if node.id in seen
        )
    else:
        entries = (
            Entry(
                place=_place(node.title, node.id),
                id=node.id,
                key=node.key,
                name=node.title,
                about=node.about,
                themes=tuple(sorted(node.themes)),
                talents=(),
                neighbourhoods=tuple(sorted(node.neighbourhoods)),
                organisations=tuple(sorted(each for each in node.organisations if each in seen)),
            )
            for node in network.initiatives
            if viewer.role is Role.COORDINATOR or node.public
        )
    return sorted(entries, key=lambda each: each.place)


def _people(snapshot: Snapshot, viewer: Viewer, seen: Collection[str], today: date) -> Iterable[Entry]:
    network, everything = snapshot.network, viewer.role is Role.COORDINATOR
    mask = visible(snapshot.standing(today), viewer)
    members: dict[int, set[str]] = {}
    rows = network.memberships
    now = running(rows.since, rows.until, today.toordinal())
    for person, other in zip(rows.person[now].tolist(), rows.other[now].tolist(), strict=True):
        organisation = network.organisations[other].id
        if mask[person] and organisation in seen:
            members.setdefault(person, set()).add(organisation)
    return (
        Entry(
            place=_place(node.name, node.id),
            id=node.id,
            key=node.key,
            name=node.name,
            about=None,
            themes=_ids(node.themes),
            talents=_ids(node.talents),
            neighbourhoods=tuple(sorted(node.neighbourhoods)) if everything else (),
            organisations=tuple(sorted(members.get(at, ()))),
        )
        for at, node in enumerate(network.people)
        if mask[at]
    )


def _wanted(
    network: Network, theme: str | None, talent: str | None, neighbourhood: str | None
) -> Callable[[Entry], bool]:
    themes = _narrower(network, "theme", resolve.theme(network, theme)) if theme else None
    talents = _narrower(network, "talent", resolve.talent(network, talent)) if talent else None
    place = resolve.neighbourhood(network, neighbourhood) if neighbourhood else None

    def fits(entry: Entry) -> bool:
        return (
            (themes is None or not themes.isdisjoint(entry.themes))
            and (talents is None or not talents.isdisjoint(entry.talents))
            and (place is None or place in entry.neighbourhoods)
        )

    return fits


def _named(entry: Entry, name: str) -> bool:
    asked = tokens(name)
    # The place begins with the folded name: most are told apart by it without folding them anew.
    if not asked or any(each not in entry.place for each in asked if len(entry.name) < _SHOWN // 2):
        return not name.strip()
    have = tokens(entry.name)
    return all(any(each.startswith(start) for each in have) for start in asked)


def _narrower(network: Network, kind: str, wanted: str) -> frozenset[str]:
    tree = network.themes if kind == "theme" else network.talents
    return frozenset(identity for identity in tree if wanted in network.broader(identity, tree))


def _still_there(person: str, now: dict[str, PersonNow], viewer: Viewer) -> bool:
    if person not in now:
        return False
    return viewer.role is Role.COORDINATOR or agrees(now[person], Purpose.PUBLIC, utc_today())


def _ids(pairs: Iterable[tuple[str, int | None]]) -> tuple[str, ...]:
    return tuple(sorted(identity for identity, _ in pairs))


def _place(name: str, identity: str) -> str:
    """Return where something stands among others: by name, and by id where names are the same."""
    return f"{fold(name)[:_SHOWN]}/{identity}"
