"""The weights of the product are the learnt ones, and do better than simple rules on damage of another kind."""

import re

import pytest

from evaluation import duplicates
from evaluation.damaged import B, damaged
from evaluation.duplicates import LEARNT_ON, compare, found_by, judge, learnt, same_contact_or_name
from ingest.duplicates import Weights, likely_duplicates


def test_the_shipped_weights_are_those_learnt() -> None:
    assert learnt(*LEARNT_ON) == Weights()


def test_the_command_prints_every_table(capsys: pytest.CaptureFixture[str]) -> None:
    duplicates.main(["--quick"])
    told = capsys.readouterr().out
    assert "2 lists of 400 under each model" in told
    assert re.search(r"learnt on A, judged on B \(shipped\) \| 0\.\d{3}", told)
    assert not told.startswith("The shipped weights are not those that are learnt now")


def test_learnt_weights_find_more_than_equal_contacts_and_names() -> None:
    town = damaged(1_500, B, 21)
    shipped = judge([found_by(Weights(), compare(town))], [town])
    simple = judge([same_contact_or_name(town)], [town])
    assert shipped.f1[0] > simple.f1[0]


def test_what_is_judged_is_what_the_product_answers() -> None:
    town = damaged(600, B, 22)
    answered = {frozenset((pair.one, pair.other)) for pair in likely_duplicates(town.people, limit=10_000)}
    assert answered == found_by(Weights(), compare(town))
