"""The evaluation of likely duplicates: its figures on cases counted by hand, and the program on a small list."""

import json
from pathlib import Path

import numpy as np
import pytest

from evaluation.damaged import A, B, DamagedList, ErrorModel, damaged
from evaluation.duplicates import by_kind, compare, found_by, judge, judged, main, same_contact_or_name
from evaluation.logistic import chances, fit
from graph.model import Key, PersonRow
from ingest.duplicates import Weights, likely_duplicates

NAMES = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data" / "names"
needs_names = pytest.mark.skipif(
    not NAMES.exists(), reason="the shared data do not stand beside this checkout"
)


def pair(one: str, other: str) -> frozenset[Key]:
    return frozenset((Key(one), Key(other)))


def listed(*people: PersonRow, truth: frozenset[frozenset[Key]]) -> DamagedList:
    return DamagedList(people, truth, dict.fromkeys(truth, ("typing",)))


FOUR = listed(
    PersonRow(Key("a"), "Jan Peeters", email="jan@example.org"),
    PersonRow(Key("b"), "Jan Peters", email="jan@example.org"),
    PersonRow(Key("c"), "JAN PEETERS", phone="0475123456"),
    PersonRow(Key("d"), "Fatima El Amrani", phone="0475123456"),
    truth=frozenset((pair("a", "b"), pair("b", "c"), pair("a", "c"))),
)


def test_precision_recall_and_f1_by_hand() -> None:
    found = [frozenset((pair("a", "b"), pair("c", "d")))]
    figures = judge(found, [FOUR])
    assert (figures.precision[0], figures.recall[0]) == (1 / 2, 1 / 3)
    assert figures.f1[0] == pytest.approx(2 / 5)


def test_interval_holds_the_figure_and_narrows_with_more_pairs() -> None:
    few, many = judged(80, 20, 20), judged(8_000, 2_000, 2_000)
    assert few.recall[1] < few.recall[0] < few.recall[2]
    assert many.recall[2] - many.recall[1] < (few.recall[2] - few.recall[1]) / 3


def test_plain_equality_finds_shared_contacts_and_folded_names() -> None:
    assert same_contact_or_name(FOUR) == {pair("a", "b"), pair("a", "c"), pair("c", "d")}


def test_kinds_tell_whether_contacts_are_shared() -> None:
    kinds = by_kind([frozenset((pair("a", "b"),))], [compare(FOUR)])
    assert {kind: (count, hit) for kind, (count, _, hit) in kinds.items()} == {
        "typing": (3, 1 / 3),
        "*an address or number in common*": (1, 1.0),
        "*neither in common*": (2, 0.0),
    }


def test_fit_recovers_the_weights_that_drew_the_truth() -> None:
    dice = np.random.default_rng(3)
    features = dice.normal(size=(20_000, 2))
    true = np.array((-1.0, 2.0, -0.5))
    truth = (dice.random(len(features)) < chances(features, true)).astype(np.float64)
    assert fit(features, truth) == pytest.approx(true, abs=0.1)


@needs_names
@pytest.mark.parametrize("model", [A, B], ids=["A", "B"])
def test_a_damaged_list_is_drawn_again_alike_and_knows_its_pairs(model: ErrorModel) -> None:

    one, again = damaged(300, model, 5), damaged(300, model, 5)
    assert one == again
    keys = {row.key for row in one.people}
    assert len(keys) == len(one.people) == 300
    assert one.truth
    assert all(each <= keys and len(each) == 2 for each in one.truth)


@needs_names
def test_what_is_judged_is_what_the_product_finds() -> None:
    given = damaged(400, B, 6)
    told = {pair(each.one, each.other) for each in likely_duplicates(given.people, limit=10_000)}
    assert told == found_by(Weights(), compare(given))


@needs_names
def test_program_runs_on_a_small_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "figures.json"
    main(["--people", "240", "--json", str(target)])
    text = capsys.readouterr().out
    figures = json.loads(target.read_text(encoding="utf-8"))
    shipped = figures["rows"]["**learnt on A, judged on B (shipped)**"]
    assert f"{shipped['recall'][0]:.3f}" in text
    plain = figures["rows"]["one address, number or folded name"]
    assert shipped["f1"][0] > plain["f1"][0]
