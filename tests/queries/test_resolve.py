"""Which neighbourhoods are meant by what was typed."""

from dataclasses import replace

import pytest

from graph.access import Role, Viewer
from graph.errors import AmbiguousName, UnknownThing
from graph.model import Key, NeighbourhoodRow, Tables
from graph.network import Network
from queries.requested import Wanted, shown, understand
from queries.resolve import neighbourhood, neighbourhoods
from queries.snapshots import Snapshot
from tests.networks import network_of

COORDINATOR = Viewer(Role.COORDINATOR, "antwerpen")
PLACES = (
    ("d1", "Silsburg", "Deurne"),
    ("d2", "Centrum", "Deurne"),
    ("e1", "Centrum", "Ekeren"),
    ("k", "Kiel", "Antwerpen"),
)


@pytest.fixture(scope="module")
def network() -> Network:
    rows = tuple(NeighbourhoodRow(Key(key), name, district=district) for key, name, district in PLACES)
    return network_of(Tables(neighbourhoods=rows))


def test_the_name_of_a_district_means_all_that_lie_in_it(network: Network) -> None:
    assert neighbourhoods(network, ["deurne", "Silsburg", "k"]) == ("wijk:d1", "wijk:d2", "wijk:k")


def test_a_neighbourhood_goes_before_a_district_of_that_name(network: Network) -> None:
    more = {
        **network.neighbourhoods,
        "wijk:x": replace(network.neighbourhoods["wijk:k"], id="wijk:x", name="Deurne"),
    }
    assert neighbourhoods(replace(network, neighbourhoods=more), ["Deurne"]) == ("wijk:x",)


def test_where_one_neighbourhood_is_meant_a_district_is_refused_with_what_lies_in_it(
    network: Network,
) -> None:
    with pytest.raises(UnknownThing, match=r"is een district, geen wijk.* van: Silsburg; Centrum"):
        neighbourhood(network, "Deurne")


def test_what_is_neither_is_refused_as_a_neighbourhood(network: Network) -> None:
    with pytest.raises(UnknownThing, match="Geen wijk gevonden"):
        neighbourhoods(network, ["Nergens"])
    with pytest.raises(AmbiguousName):
        neighbourhoods(network, ["Centrum"])


def test_a_request_tells_places_of_one_name_apart(network: Network) -> None:
    understood = understand(Snapshot(network), COORDINATOR, None, Wanted(neighbourhoods=["Deurne"]))
    assert shown(network, understood).neighbourhoods == ("Silsburg", "Centrum (Deurne)")
    read = understand(Snapshot(network), COORDINATOR, None, Wanted(text="Een feest in Deurne"))
    assert shown(network, read).neighbourhoods == ("Silsburg", "Centrum (Deurne)")
    assert read.from_text == ("neighbourhoods",)
