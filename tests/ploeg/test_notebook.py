"""A notebook gets what its viewer may see, and nothing that is written."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graph.access import Role
from graph.engine import Places, wait_until_stopped
from graph.errors import InvalidInput, NotAllowed, SchemaMismatch
from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Sector, Tables, TieRow
from graph.schema import migrate, schema
from graph.store import Store, StoreSettings, open_store
from ingest.load import load
from ploeg.frames import flat, frame
from ploeg.notebook import ReadNetwork, opened_for_reading
from queries.brokers import brokers_analysis
from queries.communities import communities_analysis
from queries.figures import Figure
from queries.phrases import Words

CITY, TODAY = "leesstad", date(2026, 11, 28)
YES = (ConsentAnswer(Purpose.RESEARCH, given=True),)
OWN = {"statistics.json", "engine.log", "engine.json"}
"""What the engine notes of itself, beside its log."""


def town() -> Tables:
    """Twelve people in two rings that one tie joins; the last of them does not agree to research."""
    keys = [Key(f"p{number}") for number in range(12)]
    people = tuple(
        PersonRow(key, f"Naam {key} (fictief)", Sector.CITY if at < 6 else Sector.RESIDENT,
                  consents=YES if at < 11 else (), consent_date=TODAY)
        for at, key in enumerate(keys)
    )  # fmt: skip
    rings = [
        (half * 6 + at, half * 6 + (at + step) % 6) for half in (0, 1) for at in range(6) for step in (1, 2)
    ]
    ties = tuple(
        TieRow(keys[one], keys[other], trust=0.8, last_contact=TODAY) for one, other in [*rings, (0, 6)]
    )
    return Tables(people=people, ties=ties)


@pytest.fixture
def network(embedded_store: Store) -> Iterator[ReadNetwork]:
    load(embedded_store, town(), city=CITY, today=TODAY)
    with opened_for_reading(embedded_store.settings.data, city=CITY) as opened:
        yield opened


def test_a_researcher_gets_who_agrees_under_pseudonyms(network: ReadNetwork) -> None:
    people, ties = network.people(), network.ties()
    assert len(people) == 11
    assert set(people["sector"]) == {"city", "resident"}
    assert all(identity.startswith("p-") for identity in people["id"])
    assert "fictief" not in people.to_csv()
    assert len(ties) == 25 - 4
    assert set(ties["from"]) | set(ties["to"]) <= set(people["id"])
    assert sum(network.communities()["people"].tolist()) == people["community"].count()
    assert network.drawing.sheet.role == "researcher"


def test_graph_and_frames_are_the_same_network(network: ReadNetwork) -> None:
    graph, people, ties = network.graph(), network.people(), network.ties()
    assert isinstance(graph, nx.Graph)
    assert list(graph) == people["id"].tolist()
    assert dict(graph.degree) == dict(zip(people["id"], people["ties"], strict=True))
    assert {frozenset(pair) for pair in graph.edges} == {
        frozenset(pair) for pair in zip(ties["from"], ties["to"], strict=True)
    }


def test_a_coordinator_gets_names_and_the_next_researcher_other_pseudonyms(
    network: ReadNetwork, embedded_store: Store
) -> None:
    data = embedded_store.settings.data
    with opened_for_reading(data, role="coordinator", city=CITY) as coordinator:
        assert len(coordinator.people()) == 12
        assert all(name.endswith("(fictief)") for name in coordinator.people()["label"].tolist())
    with opened_for_reading(str(data), role=Role.RESEARCHER, city=CITY) as other:
        assert not set(other.people()["id"]) & set(network.people()["id"])


def test_questions_are_asked_as_the_viewer(network: ReadNetwork) -> None:
    answer = network.ask(communities_analysis)
    assert answer.about.basis == "research"
    assert frame(answer.communities)["people"].tolist() == network.communities()["people"].tolist()


def test_people_have_the_same_pseudonyms_in_every_answer(network: ReadNetwork) -> None:
    brokers = frame(network.ask_people(brokers_analysis).brokers)
    assert 0 < len(brokers) <= 11
    assert set(brokers["who.id"]) <= set(network.people()["id"])
    assert {"roles.liaison", "expected.liaison", "constraint"} <= set(brokers.columns)


def test_before_the_first_contact_nobody_was_tied(embedded_store: Store) -> None:
    load(embedded_store, town(), city=CITY, today=TODAY)
    with opened_for_reading(embedded_store.settings.data, city=CITY, as_of=date(2020, 1, 1)) as before:
        assert before.ties().empty
        assert list(before.ties().columns) == ["from", "to", "weight"]
        assert before.ask(communities_analysis).about.as_of == date(2020, 1, 1)


def test_nothing_can_be_written_over_it(network: ReadNetwork) -> None:
    store = network._snapshots.store  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(NotAllowed):
        store.write(CITY, lambda transaction: transaction.unchanged())
    with pytest.raises(NotAllowed):
        store.define("CREATE INDEX nothing IF NOT EXISTS FOR (n:Nothing) ON (n.id)")


def test_data_of_another_version_are_left_as_they_are(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def earlier(_: Store) -> int:
        return schema().version - 1

    monkeypatch.setattr("ploeg.notebook.stored_version", earlier)
    with pytest.raises(SchemaMismatch), opened_for_reading(embedded_store.settings.data):
        pass


def test_where_there_is_no_store_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput), opened_for_reading(tmp_path / "nothing"):
        pass
    assert not list(tmp_path.iterdir())


def test_files_and_revision_stay_as_they_are(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with open_store(StoreSettings(data)) as store:
        migrate(store)
        load(store, town(), city=CITY, today=TODAY)
        revision = store.revision(CITY)
    assert wait_until_stopped(Places(data), patience=60)
    before = contents(data)
    with opened_for_reading(data, city=CITY) as opened:
        opened.graph()
        opened.ask(communities_analysis)
        assert opened._snapshots.store.revision(CITY) == revision  # pyright: ignore[reportPrivateUsage]
    assert wait_until_stopped(Places(data), patience=60)
    assert contents(data) == before
    assert len(before) > 50


def contents(data: Path) -> dict[str, str]:
    """Return a digest of every file but the engine's own log and statistics."""
    files = (file for file in data.rglob("*") if file.is_file())
    return {
        str(file.relative_to(data)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
        if file.name not in OWN and file.relative_to(data).parts[:2] != ("engine", "log")
    }


def test_without_pandas_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InvalidInput, match=r"pip install 'ploeg\[notebook\]'"):
        frame([])


def test_what_is_nested_becomes_columns() -> None:
    row = {
        "name": Words("wijk", "area"),
        "ei": Figure("ei_index", 0.5, low=0.4, high=0.6),
        "kinds": ("a", "b"),
    }
    told = flat(row)
    assert (told["name.nl"], told["ei.low"]) == ("wijk", 0.4)
    assert told["kinds"] == ("a", "b")
    assert list(frame([row], ["name.en", "ei.value", "nothing"]).columns) == [
        "name.en",
        "ei.value",
        "nothing",
    ]
    assert frame([]).empty
