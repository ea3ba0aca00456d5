"""Which thing a text in an address or a body means: an id, a key or an exact name.

Who may not see records is told so before anything is looked up, so that no answer says which ids exist.
"""

from collections.abc import Sequence

from api.dependencies import Call
from graph.access import Question
from graph.network import Network
from queries import resolve
from queries.snapshots import Snapshot


def _snapshot(call: Call) -> Snapshot:
    return call.snapshots.fresh(call.city)


def _is_id(call: Call, text: str, kind: str) -> bool:
    call.viewer.require(Question.RECORDS)
    # What looks like an id goes to the store as it is: it may be newer than what is in memory.
    return text.startswith(f"{kind}:")


def person(call: Call, text: str) -> str:
    """Return the id of the person meant."""
    if _is_id(call, text, "person"):
        return text
    snapshot = _snapshot(call)
    return snapshot.network.people[resolve.person(snapshot, call.viewer, text)].id


def organisation(call: Call, text: str) -> str:
    """Return the id of the organisation meant."""
    if _is_id(call, text, "organisation"):
        return text
    return resolve.organisation(_snapshot(call).network, call.viewer, text)


def initiative(call: Call, text: str) -> str:
    """Return the id of the initiative meant."""
    if _is_id(call, text, "initiative"):
        return text
    network = _snapshot(call).network
    return resolve.pick(
        lambda: (resolve.Named(node.id, node.key, (node.title,)) for node in network.initiatives),
        text,
        "initiatief",
        "initiative",
    )


def request(call: Call, text: str) -> str:
    """Return the id of the request meant."""
    if _is_id(call, text, "request"):
        return text
    return resolve.request(_snapshot(call).network, text)


def asker(call: Call, text: str) -> tuple[str, str]:
    """Return label and id of the person or, where the id says so, the organisation that asks."""
    if _is_id(call, text, "organisation"):
        return "Organisation", resolve.organisation(_snapshot(call).network, call.viewer, text)
    snapshot = _snapshot(call)
    return "Person", snapshot.network.people[resolve.person(snapshot, call.viewer, text)].id


def themes(network: Network, texts: Sequence[str]) -> list[str]:
    """Return the ids of the themes meant."""
    return [resolve.theme(network, text) for text in texts]


def talents(network: Network, texts: Sequence[str]) -> list[str]:
    """Return the ids of the talents meant."""
    return [resolve.talent(network, text) for text in texts]


def neighbourhoods(network: Network, texts: Sequence[str]) -> list[str]:
    """Return the ids of the neighbourhoods meant."""
    return [resolve.neighbourhood(network, text) for text in texts]


def places(network: Network, texts: Sequence[str]) -> list[str]:
    """Return the ids of the neighbourhoods meant, of which a district stands for all in it."""
    return list(resolve.neighbourhoods(network, texts))
