"""Pseudonyms hold for one account, one day and one process, and tell nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.access import Role, Viewer
from queries.pseudonyms import DailyPseudonyms, Pseudonyms
from tests.networks import TODAY

VIEWER = Viewer(Role.RESEARCHER, "antwerpen", account="account:1")
PEOPLE = [f"person:{at}" for at in range(50)]


def names(given: Pseudonyms) -> list[str]:
    return [given.of(identity) for identity in PEOPLE]


def test_the_same_account_sees_the_same_pseudonyms_all_day() -> None:
    daily = DailyPseudonyms()
    assert names(daily.of(VIEWER, TODAY)) == names(daily.of(replace(VIEWER), TODAY))


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEWER, account="account:2"),
        replace(VIEWER, account=None),
        replace(VIEWER, city="gent"),
        replace(VIEWER, role=Role.COORDINATOR),
    ],
)
def test_another_viewer_sees_others(other: Viewer) -> None:
    daily = DailyPseudonyms()
    assert not set(names(daily.of(VIEWER, TODAY))) & set(names(daily.of(other, TODAY)))


def test_another_day_and_another_process_show_others() -> None:
    one, other = DailyPseudonyms(), DailyPseudonyms()
    told = names(one.of(VIEWER, TODAY))
    assert not set(told) & set(names(one.of(VIEWER, TODAY + timedelta(days=1))))
    assert not set(told) & set(names(other.of(VIEWER, TODAY)))


def test_a_pseudonym_is_of_one_person_and_holds_nothing_of_the_id() -> None:
    told = names(Pseudonyms())
    assert len(set(told)) == len(PEOPLE)
    assert all(name.startswith("p-") and len(name) == 12 for name in told)
