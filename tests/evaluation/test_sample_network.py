"""The snapshot that evaluations make without a store; tests/ingest holds the same against a store."""

from evaluation.sample_network import sample_network
from ingest.borders import borders
from ingest.sample import sample_city
from tests.networks import TODAY


def test_an_organisation_may_ask() -> None:
    tables = sample_city(300, 1, today=TODAY)
    askers = {node.key: node.asker for node in sample_network(300, 1, today=TODAY).requests}
    bodies = {row.key for row in tables.organisations}
    asked = [row for row in tables.requests if row.asker in bodies]
    assert asked
    assert all(askers[row.key] == f"organisation:{row.asker}" for row in asked)


def test_neighbourhoods_border_as_an_import_guesses() -> None:
    tables = sample_city(300, 1, today=TODAY)
    places = sample_network(300, 1, today=TODAY).neighbourhoods
    pairs = {(one, other) for one, other in borders(tables.neighbourhoods)}
    assert pairs
    for one, other in pairs:
        assert f"wijk:{other}" in places[f"wijk:{one}"].borders
        assert f"wijk:{one}" in places[f"wijk:{other}"].borders
