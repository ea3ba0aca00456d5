"""Ids of people who may be hidden: what somebody who sees some of them learns of the others."""

from graph.ids import scattered_ids
from graph.store import Store
from ingest.load import load
from queries.snapshot import build
from tests.networks import TODAY, random_city

CITY = "antwerpen"


def chance(identity: str) -> str:
    """Return the part of an id after its moment."""
    return identity.partition(":")[2][10:]


def test_an_id_depends_on_its_own_text_only() -> None:
    all_of_them = scattered_ids("person", ["a", "b", "c", "d"])
    some = scattered_ids("person", ["a", "d"])
    assert [chance(each) for each in some] == [chance(all_of_them[0]), chance(all_of_them[3])]
    assert len(set(all_of_them)) == 4


def test_the_ids_of_an_import_stand_in_no_order_of_its_rows(embedded_store: Store) -> None:
    load(embedded_store, random_city(3, people=40), city=CITY, today=TODAY)
    people = build(embedded_store, CITY).people
    by_row = [person.id for person in sorted(people, key=lambda person: person.key)]
    assert by_row != sorted(by_row)
    assert len({identity[: len("person:") + 10] for identity in by_row}) == 1
