"""The attack finds nobody as a partner, and finds everybody where there is something to find."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.privacy.analyses import analyses, shape
from evaluation.privacy.attack import Plan, attack
from evaluation.privacy.questions import Target
from evaluation.privacy.weighing import ALL_TIMES, Trial, by_threshold, weighed
from graph.access import Role
from graph.store import Store
from queries.analyses import KINDS, Analysis

SMALL = Plan(trials=4, draws=2, people=200, seed=3, analyses=False)
PLANTED = "planted: a coordinator's count of a first name"


def test_a_partner_and_the_public_hear_the_same_and_the_planted_leak_is_found(embedded_store: Store) -> None:
    found = attack(embedded_store.settings.data, SMALL)
    assert {each.split(" ", 1)[1] for each in found.differing} == {PLANTED}
    right = {each.channel: (each.right, each.trials, each.targets_told) for each in found.channels}
    assert right[PLANTED] == (4, 4, 2)
    assert right["all together"][2] == 0
    assert {"path, name", ALL_TIMES} < {each.judged.channel for each in found.times}
    assert {each.judged.trials for each in found.times} == {2}


def test_no_role_hears_of_somebody_hidden_in_any_analysis_or_map(embedded_store: Store) -> None:
    plan = replace(SMALL, trials=1, draws=1, timed=False, analyses=True)
    found = attack(embedded_store.settings.data, plan)
    assert {each.split(" ", 1)[1] for each in found.differing} == {PLANTED}
    assert {"researcher, brokers k", "public, map", "partner, trends years"} < {
        each.channel for each in found.channels
    }


def test_every_role_asks_every_analysis_it_may_and_the_map() -> None:
    target = Target("person:x", "x", "X", "x", (), (), "a", ("a", "b"), "q", "2025-01-01")
    asked = {(each.role, each.address.rsplit("/", 1)[1]) for each in analyses(target)}
    told = {question for question in Analysis if not KINDS[question].people}
    for role in (Role.PUBLIC, Role.PARTNER):
        assert {what for who, what in asked if who is role} == {*told, "map"}
    assert {what for who, what in asked if who is Role.RESEARCHER} == {*Analysis, "map"}
    given = {name for each in analyses(target) for name in each.query}
    assert given == {name for kind in KINDS.values() for name in kind.takes}
    assert len({each.channel for each in analyses(target)}) == len(analyses(target))


def test_a_map_is_the_same_shape_under_other_pseudonyms_and_another_with_another_tie() -> None:
    def drawn(order: list[int], *, ties: list[tuple[int, int]]) -> dict[str, Any]:
        place = {one: at for at, one in enumerate(order)}
        pairs = sorted(tuple(sorted((place[a], place[b]))) for a, b in ties)
        starts = [a for a, _ in pairs]
        return {
            "nodes": {
                "id": [f"p-{order}{at}" for at in order],
                "x": order,
                "level": [at % 2 for at in order],
            },
            "edges": {
                "start": [a - b for a, b in zip(starts, [0, *starts], strict=False)],
                "end": [b for _, b in pairs],
                "weight": [1] * len(pairs),
            },
            "counts": {"ties": len(pairs)},
        }

    line = [(0, 1), (1, 2), (2, 3)]
    assert shape(drawn([0, 1, 2, 3], ties=line)) == shape(drawn([3, 1, 0, 2], ties=line))
    assert shape(drawn([0, 1, 2, 3], ties=line)) != shape(drawn([0, 1, 2, 3], ties=[(0, 1), (0, 2), (0, 3)]))


def test_the_attack_sees_who_is_there_where_the_answers_tell(embedded_store: Store) -> None:
    found = attack(embedded_store.settings.data, replace(SMALL, trials=2, timed=False), role=Role.COORDINATOR)
    right = {each.channel: each.right for each in found.channels}
    assert right["search, name"] == right["error, key"] == right["sizes in bytes"] == 2
    assert right["all together"] == 2


def trials(noise: float) -> list[Trial]:
    """Return 200 trials about ten targets: one channel tells, one does not, and one time tells under noise."""
    chance = np.random.default_rng(5)
    return [
        Trial(
            at // 20,
            present,
            {"tells": present, "silent": None},
            {"slow": float(present) + chance.normal(0.0, noise), "even": chance.normal()},
        )
        for at, present in enumerate([True, False] * 100)
    ]


def test_a_channel_that_always_tells_has_an_advantage_of_one() -> None:
    tells, silent, together = weighed(trials(0.0), (), 4, seed=1).channels
    assert tells.advantage == tells.high == 1.0
    assert tells.low > 0.96
    assert silent.low < 0.0 < silent.high
    assert (silent.targets_told, tells.targets_told, together.right) == (0, 10, 200)


def test_a_time_that_tells_is_found_by_itself_and_among_others() -> None:
    found = {each.judged.channel: each for each in weighed(trials(0.1), (), 4, seed=1).times}
    assert found["slow"].auc == found["slow"].judged.advantage == 1.0
    assert found[ALL_TIMES].judged.low > 0.8
    assert found["slow"].longer == pytest.approx(1000.0, rel=0.1)
    assert found["even"].judged.low < 0.0 < found["even"].judged.high


def test_equal_times_tell_nothing() -> None:
    same = [replace(each, slower={"slow": 1.0}) for each in trials(0.0)]
    assert {each.auc for each in weighed(same, (), 4, seed=1).times} == {0.5}


def test_the_threshold_is_learnt_on_its_own_half_only() -> None:
    score, present = np.array([0.0, 1.0, 5.0, -5.0]), np.array([False, True, False, True])
    learnt = np.array([True, True, False, False])
    assert by_threshold(score, present, learnt).tolist() == [False, True, True, False]
