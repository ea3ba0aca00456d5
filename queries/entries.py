"""What one viewer may find: the entries of a search index, made of a network and kept up with its changes."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from graph.access import Role, Viewer, visible_organisation
from graph.analytics.search import Entry, SearchIndex
from graph.following import moved, same_around
from graph.network import Mask, Network, PersonNode, RequestNode


def index_of(network: Network, mask: Mask, viewer: Viewer) -> SearchIndex:
    """Index everything that `viewer` may see; people by `mask`, shape (people,)."""
    return SearchIndex.build(tuple(entries_of(network, mask, viewer)))


def index_following(
    index: SearchIndex, before: Network, network: Network, mask: Mask, viewer: Viewer
) -> SearchIndex:
    """Return what :func:`index_of` returns, given the index of an earlier network, on the same day.

    Quick where people and requests changed, and nothing else.
    """
    if not same_around(before, network):
        return index_of(network, mask, viewer)
    change = moved(before, network)
    touched = np.flatnonzero(change.touched & mask).tolist()
    stand = np.arange(len(before.people)) if change.into is None else change.into
    lost = np.flatnonzero((stand < 0) | change.touched[stand]).tolist()
    gone = [("person", before.people[at].id) for at in lost]
    new = list(_people((network.people[at] for at in touched), network, viewer))
    if viewer.role is Role.COORDINATOR and before.requests is not network.requests:
        earlier, later = ({node.id: node for node in each.requests} for each in (before, network))
        gone += [("request", identity) for identity, node in earlier.items() if later.get(identity) != node]
        new += _requests(node for identity, node in later.items() if earlier.get(identity) != node)
    return index.following(gone, new)


def entries_of(network: Network, mask: Mask, viewer: Viewer) -> Iterator[Entry]:
    """Yield everything `viewer` may see (people by `mask`), and nothing else: the hidden weigh on no statistic."""
    labels, everything = _labels(network), viewer.role is Role.COORDINATOR
    yield from _people((network.people[at] for at in np.flatnonzero(mask).tolist()), network, viewer)
    for organisation in network.organisations:
        if visible_organisation(organisation, viewer):
            said = _words(labels, (*organisation.themes, *organisation.talents))
            extra = f"{organisation.about or ''} {said}"
            yield Entry("organisation", organisation.id, organisation.key, organisation.name, extra)
    for initiative in network.initiatives:
        if everything or initiative.public:
            extra = (
                f"{initiative.about or ''} {' '.join(labels.get(theme, '') for theme in initiative.themes)}"
            )
            yield Entry("initiative", initiative.id, initiative.key, initiative.title, extra)
    for kind, tree in (("theme", network.themes), ("talent", network.talents)):
        for node in tree.values():
            yield Entry(kind, node.id, node.key, node.label_nl, node.label_en or "")
    for place in network.neighbourhoods.values():
        yield Entry("neighbourhood", place.id, place.key, place.name, place.district or "")
    if everything:
        yield from _requests(network.requests)


def _people(people: Iterable[PersonNode], network: Network, viewer: Viewer) -> Iterator[Entry]:
    labels = _labels(network)
    for person in people:
        about = person.about or "" if viewer.role is Role.COORDINATOR else ""
        said = _words(labels, (*person.themes, *person.talents))
        yield Entry("person", person.id, person.key, person.name, f"{about} {said}")


def _requests(requests: Iterable[RequestNode]) -> Iterator[Entry]:
    return (Entry("request", node.id, node.key, node.title, node.text or "") for node in requests)


def _labels(network: Network) -> dict[str, str]:
    concepts = (*network.themes.values(), *network.talents.values())
    return {node.id: f"{node.label_nl} {node.label_en or ''}" for node in concepts}


def _words(labels: Mapping[str, str], concepts: Iterable[tuple[str, int | None]]) -> str:
    return " ".join(labels.get(concept, "") for concept, _ in concepts)
