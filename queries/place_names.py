"""Neighbourhoods by name, told apart where several have the same one."""

from collections import Counter
from collections.abc import Mapping

from graph.network import Network
from queries.phrases import plain


def place_names(network: Network) -> Mapping[str, str]:
    """Return the name of each neighbourhood, by id: with its district, where another is called the same."""
    nodes = network.neighbourhoods.values()
    called = Counter(plain(each.name).casefold() for each in nodes)

    def name(own: str, district: str | None) -> str:
        return f"{own} ({plain(district)})" if district and called[own.casefold()] > 1 else own

    return {each.id: name(plain(each.name), each.district) for each in nodes}
