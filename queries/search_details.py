"""What tells something that was found from others of its name, as far as the viewer may know it.

People: where they are active, for the coordinator, and an organisation they are a member of today; organisations
their sector; initiatives when they began; requests where they stand; neighbourhoods their district; themes and
talents what is broader.  Each is said of the thing itself, and of nobody hidden.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graph.access import Role, Viewer, visible_organisation
from graph.analytics.search import Entry
from graph.model import RequestStatus
from graph.network import ConceptNode, Network
from graph.trust import running
from queries.phrases import Words, place
from queries.sectors import SECTOR_NAMES

BETWEEN = " · "
STATUS_WORDS: Mapping[str, Words] = {
    RequestStatus.OPEN: Words("open", "open"),
    RequestStatus.ASKED: Words("gevraagd", "asked"),
    RequestStatus.MET: Words("ontmoet", "met"),
    RequestStatus.DONE: Words("klaar", "done"),
    RequestStatus.CLOSED: Words("gesloten zonder resultaat", "closed without result"),
}


def details(
    network: Network, viewer: Viewer, entries: Iterable[Entry], today: date
) -> Iterator[Words | None]:
    """Yield the detail of each of `entries`, which `viewer` may see; ``None`` where nothing is known."""
    found = list(entries)
    asked = {entry.id for entry in found if entry.kind == "request"}
    status = {node.id: node.status for node in network.requests if node.id in asked} if asked else {}
    for entry in found:
        match entry.kind:
            case "person":
                yield _person(network, viewer, network.position[entry.id], today)
            case "organisation":
                sector = network.organisations[network.organisation_position[entry.id]].sector
                yield SECTOR_NAMES.get(sector) if sector is not None else None
            case "initiative":
                start = network.initiatives[network.initiative_position[entry.id]].start
                yield _same(str(start.year) if start is not None else None)
            case "request":
                yield STATUS_WORDS.get(status[entry.id] or RequestStatus.OPEN)
            case "neighbourhood":
                yield _same(network.neighbourhoods[entry.id].district)
            case "theme":
                yield _broader(network.themes, entry.id)
            case "talent":
                yield _broader(network.talents, entry.id)
            case _:
                yield None


def _person(network: Network, viewer: Viewer, at: int, today: date) -> Words | None:
    told: list[str] = []
    if viewer.role is Role.COORDINATOR:
        places = (network.neighbourhoods.get(each) for each in network.people[at].neighbourhoods)
        told += sorted(place(node, network.city) for node in places if node is not None)[:1]
    links = network.memberships
    rows = links.of(at)
    now = rows[running(links.since[rows], links.until[rows], today.toordinal())]
    groups = (network.organisations[other] for other in links.other[now].tolist())
    told += sorted(group.name for group in groups if visible_organisation(group, viewer))[:1]
    return _same(BETWEEN.join(told) or None)


def _broader(tree: Mapping[str, ConceptNode], identity: str) -> Words | None:
    above = tree.get(tree[identity].broader or "")
    return Words(above.label_nl, above.label_en or above.label_nl) if above is not None else None


def _same(text: str | None) -> Words | None:
    return Words(text, text) if text is not None else None
