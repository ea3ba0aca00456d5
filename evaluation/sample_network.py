"""The fictitious city as a snapshot, without a store: the same as writing it and reading it back."""

from datetime import date

from graph.network import Network
from ingest.borders import borders
from ingest.sample import sample_city
from tests.networks import network_of


def sample_network(people: int, seed: int, *, today: date) -> Network:
    """Return the fictitious city of `people` and `seed`; the id of a thing is its kind and its key."""
    tables = sample_city(people, seed, today=today)
    return network_of(tables, today, borders(tables.neighbourhoods))
