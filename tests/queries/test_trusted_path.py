"""One question, four ways: the product, the plain Cypher text, and the slow oracle agree, on both stores."""

from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from graph.access import Role, Viewer
from graph.errors import NotAllowed, SameEnds, UnknownThing
from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Scope, Tables, TieRow
from graph.store import Store
from ingest.load import load
from queries.consents import record
from queries.paths import trusted_path
from queries.snapshots import Snapshots, utc_today
from queries.tables import export
from tests import oracles
from tests.networks import random_city

CITY = "antwerpen"
COORDINATOR = Viewer(Role.COORDINATOR, CITY)
PARTNER = Viewer(Role.PARTNER, CITY)
TEXT = (files("queries") / "cypher" / "trusted_path.cypher").read_text()


def shifted(city: Tables, days: int) -> Tables:
    """Move every date of a city, so that what ends on its last day ends today."""
    by = timedelta(days=days)

    def move(day: date | None) -> date | None:
        return day + by if day else None

    return replace(
        city,
        people=tuple(
            replace(row, consent_date=move(row.consent_date), paused_until=move(row.paused_until))
            for row in city.people
        ),
        ties=tuple(
            replace(row, since=move(row.since), last_contact=move(row.last_contact)) for row in city.ties
        ),
        initiatives=tuple(replace(row, start=move(row.start), end=move(row.end)) for row in city.initiatives),
        memberships=tuple(
            replace(row, since=move(row.since), until=move(row.until)) for row in city.memberships
        ),
        consents=tuple(replace(row, start=move(row.start), end=move(row.end)) for row in city.consents),
    )


def in_store(store: Store, seed: int) -> Tables:
    """Fill the store with a random city and return it as the oracle reads it: consents as events only."""
    today = utc_today()
    load(store, shifted(random_city(seed, 10, 34), (today - date(2026, 11, 23)).days), city=CITY, today=today)
    stored = export(store, COORDINATOR, today=today)
    return replace(stored, people=tuple(replace(row, consents=()) for row in stored.people))


@pytest.mark.parametrize("seed", range(100, 112))
def test_the_product_and_the_plain_text_give_the_routes_of_the_oracle(store: Store, seed: int) -> None:
    tables, today = in_store(store, seed), utc_today()
    theme = ("t2", None, "t1")[seed % 3]
    back = today - timedelta(days=(0, 0, 1000)[seed % 3])
    broader = {"t1": ["t1"], "t2": ["t2", "t1"], None: []}[theme]
    ids = {
        row["key"]: row["id"]
        for row in store.read("MATCH (n) WHERE n.key IS NOT NULL RETURN n.key AS key, n.id AS id")
    }
    keys = {identity: key for key, identity in ids.items()}
    snapshots = Snapshots(store)
    for start, target in (("p00", "p01"), ("p03", "p02")):
        expected = oracles.routes(tables, start, target, theme=theme, day=back, today=today)
        routes = [(route.people, round(route.value, 9)) for route in expected]
        answer = trusted_path(store, snapshots, COORDINATOR, start, target, theme=theme, as_of=back)
        assert [
            (tuple(person.key for person in route.people), round(route.value or 0.0, 9))
            for route in answer.routes
        ] == routes
        rows = store.read(
            TEXT,
            {
                "city": CITY, "from": ids[start], "to": ids[target], "scopes": ["coordinator", "partners"],
                "themes": [ids[key] for key in broader], "day": back.isoformat(), "today": today.isoformat(),
                "routes": 3, "max_introductions": 3,
            },
        )  # fmt: skip
        assert [(tuple(keys[one] for one in row["people"]), round(row["value"], 9)) for row in rows] == routes


YES = (
    ConsentAnswer(Purpose.CONNECTOR, given=True, scope=Scope.PARTNERS),
    ConsentAnswer(Purpose.PUBLIC, given=True),
)


def line(*keys: str) -> Tables:
    """Return people in a row, each tied to the next, all agreeing to everything."""
    return Tables(
        people=tuple(
            PersonRow(Key(key), f"Persoon {key} (fictief)", consents=YES, consent_date=date(2025, 1, 1))
            for key in keys
        ),
        ties=tuple(TieRow(Key(a), Key(b), trust=1.0) for a, b in pairwise(keys)),
    )


def put(store: Store, tables: Tables) -> Snapshots:
    load(store, tables, city=CITY, today=utc_today())
    return Snapshots(store)


def test_a_withdrawal_holds_for_the_next_answer(store: Store) -> None:
    snapshots = put(store, line("a", "b", "c"))
    assert trusted_path(store, snapshots, COORDINATOR, "a", "c").found
    (row,) = store.read("MATCH (p:Person {key: 'b'}) RETURN p.id AS id")
    record(store, COORDINATOR, row["id"], purpose=Purpose.CONNECTOR, given=False)
    answer = trusted_path(store, snapshots, COORDINATOR, "a", "c")
    assert not answer.found
    assert answer.reason is not None
    assert answer.reason.nl == "Nog geen betrouwbare weg."


def test_an_old_snapshot_of_a_large_network_names_nobody_who_withdrew(store: Store) -> None:
    put(store, line("a", "b", "c"))
    snapshots = Snapshots(store, small=0)
    assert trusted_path(store, snapshots, COORDINATOR, "a", "c").found
    (row,) = store.read("MATCH (p:Person {key: 'b'}) RETURN p.id AS id")
    record(store, COORDINATOR, row["id"], purpose=Purpose.CONNECTOR, given=False)
    assert not trusted_path(store, snapshots, COORDINATOR, "a", "c").found


def test_an_old_snapshot_of_a_large_network_offers_no_tie_that_is_gone(store: Store) -> None:
    put(store, line("a", "b", "c"))
    snapshots = Snapshots(store, small=0)
    assert trusted_path(store, snapshots, COORDINATOR, "a", "c").found
    store.write(CITY, lambda tx: tx.run("MATCH (:Person {key: 'b'})-[r:KNOWS]->() DELETE r"))
    assert not trusted_path(store, snapshots, COORDINATOR, "a", "c").found


def test_a_write_is_seen_by_the_next_question(store: Store) -> None:
    snapshots = put(store, line("a", "b"))
    with pytest.raises(UnknownThing):
        trusted_path(store, snapshots, COORDINATOR, "a", "z")
    put(store, line("b", "z"))
    assert trusted_path(store, snapshots, COORDINATOR, "a", "z").found


def test_a_partner_knows_the_first_connector_only(embedded_store: Store) -> None:
    snapshots = put(embedded_store, line("a", "b", "c", "d"))
    (route,) = trusted_path(embedded_store, snapshots, PARTNER, "a", "d").routes
    assert [person.key for person in route.people] == ["a", "b", None, "d"]
    assert all(hop.strength is None and hop.evidence is None for hop in route.hops)
    assert "Persoon c" not in route.sentence.nl + route.sentence.en


def test_an_unknown_person_and_a_hidden_one_get_the_same_answer(embedded_store: Store) -> None:
    hidden = replace(line("a", "b"), people=(*line("a").people, PersonRow(Key("b"), "Verborgen (fictief)")))
    snapshots = put(embedded_store, hidden)
    said = []
    for target in ("b", "Verborgen (fictief)", "zz"):
        with pytest.raises(UnknownThing) as told:
            trusted_path(embedded_store, snapshots, PARTNER, "a", target)
        said.append(str(told.value).replace(target, "…"))
    assert len(set(said)) == 1


def test_a_path_to_oneself_is_refused(embedded_store: Store) -> None:
    snapshots = put(embedded_store, line("a", "b"))
    with pytest.raises(SameEnds):
        trusted_path(embedded_store, snapshots, COORDINATOR, "a", "a")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.RESEARCHER, Role.ADMIN])
def test_other_roles_get_no_path(embedded_store: Store, role: Role) -> None:
    snapshots = put(embedded_store, line("a", "b"))
    with pytest.raises(NotAllowed):
        trusted_path(embedded_store, snapshots, Viewer(role, CITY), "a", "b")


def test_words_have_no_empty_parts(embedded_store: Store) -> None:
    in_store(embedded_store, 102)
    snapshots = Snapshots(embedded_store)
    for start in range(10):
        for target in range(10):
            if start == target:
                continue
            for route in trusted_path(
                embedded_store, snapshots, COORDINATOR, f"p0{start}", f"p0{target}"
            ).routes:
                texts = [route.sentence, *([route.message] if route.message else [])]
                texts += [piece.text for hop in route.hops for piece in hop.evidence or ()]
                for words in texts:
                    for text in (words.nl, words.en):
                        assert "None" not in text
                        assert "  " not in text
                        assert "()" not in text
                        assert "‘’" not in text
                        assert text.strip() == text
                assert sum(bool(hop.weakest) for hop in route.hops) == 1
