"""Hiding, calibrating and comparing, on certificates small enough to see through; and the real ones, quickly."""

from pathlib import Path

import numpy as np
import pytest

from evaluation import load, trust
from evaluation.certificates import Fold, Rows, network_of, pairs
from evaluation.held_out import Told, calibrated, strengths
from evaluation.recognise import Ground
from graph.network import Floats

ADVOGATO = Path(__file__).parents[3] / "shared" / "data" / "networks" / "advogato"


def rows(*said: tuple[int, int, float], people: int) -> Rows:
    start, end, trust_in = zip(*said, strict=True)
    return Rows(
        np.array(start, dtype=np.int64),
        np.array(end, dtype=np.int64),
        np.array(trust_in, dtype=np.float64),
        people,
    )


def random_rows(seed: int, people: int = 40, count: int = 300) -> Rows:
    rng = np.random.default_rng(seed)
    keys = rng.permutation(
        [one * people + other for one in range(people) for other in range(people) if one != other]
    )
    chosen = np.sort(keys[:count])
    return Rows(chosen // people, chosen % people, rng.choice([0.6, 0.8, 1.0], count), people)


def test_what_is_hidden_is_hidden_both_ways() -> None:
    every = rows((0, 1, 1.0), (1, 0, 0.6), (1, 2, 0.8), (2, 0, 0.6), people=3)
    left = every.without(np.array([0]))
    assert list(zip(left.start.tolist(), left.end.tolist(), strict=True)) == [(1, 2), (2, 0)]


def test_ties_are_the_certificates_and_what_is_lent() -> None:
    every = rows((0, 1, 1.0), (1, 0, 0.6), (1, 2, 0.8), people=3)
    fold = Fold(every, every, np.array([0]), np.array([1]), network_of(every))
    lattice = fold.ties()
    assert strengths(lattice, [0, 1, 2]) == [1.0, 0.8]
    assert strengths(lattice, [2, 1, 0]) == pytest.approx([0.7 * 0.8, 0.6])


@pytest.mark.parametrize("seed", range(3))
def test_compared_people_are_alike_and_no_tie(seed: int) -> None:
    every = random_rows(seed)
    fold = Fold.draw(every, seed, 60)
    lattice = fold.ties()
    said = set(zip(every.start.tolist(), every.end.tolist(), strict=True))
    degree = np.diff(lattice.indptr_in)
    found = pairs(fold, lattice, seed=seed)
    assert len(found) > 30
    for pair in found:
        assert (pair.source, pair.target) in said
        for other in (pair.other, pair.level):
            if other is None:
                continue
            assert other != pair.source
            assert (pair.source, other) not in said
            assert (other, pair.source) not in said
            assert abs(int(degree[other]) - int(degree[pair.target])) <= max(
                1, round(0.1 * int(degree[pair.target]))
            )
        assert 2 <= pair.ties <= 4  # the tie itself is hidden
        if pair.level is not None and pair.level == pair.other:
            assert pair.ties == pair.ties_other


def told(score: list[float], truth: list[float]) -> Told:
    values: Floats = np.array(truth, dtype=np.float64)
    return Told({"score": np.array(score, dtype=np.float64)}, values, np.arange(len(truth)))


def test_calibration_is_a_line_and_the_mean_of_the_uncovered() -> None:
    tuned = told([0.0, 1.0, 2.0, np.nan, np.nan], [0.6, 0.7, 0.8, 1.0, 0.6])
    asked = told([4.0, np.nan, 0.5], [1.0, 1.0, 1.0])
    assert calibrated(tuned, asked, ["score"]).tolist() == pytest.approx([1.0, 0.8, 0.65])


def test_contacts_by_hand() -> None:
    # 0 reaches 3 over 1 and over 2; 1 has ties with three people, 2 with two.
    every = rows((0, 1, 1.0), (1, 3, 1.0), (0, 2, 1.0), (2, 3, 1.0), (1, 4, 1.0), people=5)
    fold = Fold(every, every, np.array([0]), np.array([1]), network_of(every))
    common, adamic = Ground.of(fold.ties()).contacts(0, 3)
    assert common == 2.0
    assert adamic == pytest.approx(1 / np.log(3) + 1 / np.log(2))


@pytest.mark.skipif(not ADVOGATO.exists(), reason="the shared data do not stand beside this checkout")
def test_the_evaluation_of_trust_runs(capsys: pytest.CaptureFixture[str]) -> None:
    trust.main(["--quick"])
    printed = capsys.readouterr().out
    assert printed.count("\n## ") == 3
    assert "| TidalTrust | 0." in printed
    assert "| decay (0.7) | 0.5 | 0." in printed


def test_the_evaluation_of_load_runs(capsys: pytest.CaptureFixture[str]) -> None:
    load.main(["--quick"])
    assert "40 requests in a year" in capsys.readouterr().out
