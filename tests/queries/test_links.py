"""Links that work once, on both stores."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from graph.store import Store
from queries import links
from queries.links import For

CITY = "antwerpen"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HALF = timedelta(minutes=30)


def issued(store: Store, subject: str = "account:1", *, now: datetime = NOW) -> str:
    return links.issue(store, CITY, For.INVITATION, subject, lasts=HALF, now=now)


def redeemed(
    store: Store, key: str, *, now: datetime = NOW, purpose: For = For.INVITATION, city: str = CITY
) -> str | None:
    return links.redeem(store, city, purpose, key, now=now)


def test_a_link_works_once(store: Store) -> None:
    key = issued(store)
    assert links.subject_of(store, CITY, For.INVITATION, key, now=NOW) == "account:1"
    assert redeemed(store, key) == "account:1"
    assert redeemed(store, key) is None
    assert links.subject_of(store, CITY, For.INVITATION, key, now=NOW) is None


def test_of_many_who_use_a_link_at_once_one_gets_it(store: Store) -> None:
    key = issued(store)
    with ThreadPoolExecutor(8) as pool:
        found = [each.result() for each in [pool.submit(redeemed, store, key) for _ in range(8)]]
    assert found.count("account:1") == 1
    assert found.count(None) == 7


def test_a_link_works_until_its_last_moment(store: Store) -> None:
    key = issued(store)
    assert redeemed(store, key, now=NOW + HALF + timedelta(seconds=1)) is None
    assert redeemed(store, key, now=NOW + HALF) == "account:1"


def test_a_link_works_for_its_own_purpose_and_city(store: Store) -> None:
    key = issued(store)
    assert redeemed(store, key, purpose=For.MY_DATA) is None
    assert redeemed(store, key, city="gent") is None
    assert redeemed(store, key) == "account:1"


def test_a_new_link_ends_the_one_before_and_nobody_elses(store: Store) -> None:
    first, other = issued(store), issued(store, "account:2")
    second = issued(store)
    assert redeemed(store, first) is None
    assert redeemed(store, second) == "account:1"
    assert redeemed(store, other) == "account:2"


def test_links_that_ran_out_are_taken_away(embedded_store: Store) -> None:
    issued(embedded_store)
    issued(embedded_store, "account:2", now=NOW + timedelta(hours=1))
    assert embedded_store.read("MATCH (l:Link) RETURN count(l) AS n")[0]["n"] == 1


@pytest.mark.parametrize("key", ["", "x", "x" * 9000, "\udcff", "' OR 1=1"])
def test_a_made_up_link_does_not_work(embedded_store: Store, key: str) -> None:
    issued(embedded_store)
    assert redeemed(embedded_store, key) is None


def test_the_store_does_not_know_what_a_link_holds(store: Store) -> None:
    key = issued(store)
    assert key not in repr(store.read("MATCH (l:Link) RETURN properties(l) AS properties"))
