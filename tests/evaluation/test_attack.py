"""The attack finds nobody as a partner, and finds everybody where there is something to find."""

import numpy as np
import pytest

from evaluation.privacy.attack import Trial, attack, auc, weighed
from graph.access import Role
from graph.store import Store


def test_no_answer_to_a_partner_or_the_public_differs_by_whether_somebody_hidden_is_there(
    embedded_store: Store,
) -> None:
    found = attack(embedded_store.settings.data, people=200, targets=2, draws=2, seed=3)
    assert found.differing == ()
    assert {each.trials for each in found.channels} == {4}


def test_the_attack_sees_who_is_there_where_the_answers_tell(embedded_store: Store) -> None:
    found = attack(
        embedded_store.settings.data, people=200, targets=1, draws=3, seed=3, role=Role.COORDINATOR
    )
    right = {each.channel: each.right for each in found.channels}
    assert right["search, name"] == right["error, key"] == right["sizes in bytes"] == 3
    assert right["all together"] == 3


def test_a_channel_that_always_tells_has_an_advantage_of_a_half() -> None:
    trials = [
        Trial(present, {"tells": present, "silent": None}, float(present)) for present in [True, False] * 50
    ]
    found = weighed(trials, (), seed=1)
    tells, silent, _ = found.channels
    assert tells.advantage == pytest.approx(0.5)
    assert silent.low < 0.0 < silent.high
    assert found.timing.auc == 1.0


def test_equal_times_tell_nothing() -> None:
    assert auc(np.ones(6), np.array([True, False] * 3)) == 0.5
