"""TidalTrust and MoleTrust on graphs small enough to work out with a pencil."""

import pytest

from evaluation.propagation import Certificates, levels, mole_trust, tidal_trust

# 0 reaches 5 over 1 and 2, in two ties each; over 3 and 4 in three.
DIAMOND = Certificates.of(
    [(0, 1, 1.0), (0, 2, 0.6), (1, 5, 0.8), (2, 5, 1.0), (0, 3, 1.0), (3, 4, 1.0), (4, 5, 0.6)]
)


def test_levels_are_distances() -> None:
    assert levels(DIAMOND.given, 0, 9) == [{0}, {1, 2, 3}, {4, 5}]
    assert levels(DIAMOND.given, 0, 1) == [{0}, {1, 2, 3}]
    assert levels(DIAMOND.given, 5, 4) == [{5}]


def test_tidal_trust_listens_to_the_strongest_shortest_chain() -> None:
    # Chains of two: over 1 min(1, .8) = .8, over 2 min(.6, 1) = .6. The threshold .8 leaves out 2, whom 0 rates .6.
    assert tidal_trust(DIAMOND, levels(DIAMOND.given, 0, 9), 5) == pytest.approx(0.8)


def test_tidal_trust_averages_what_passes_the_threshold() -> None:
    # Both chains have strength .6, so both ratings count: (.6 x .6 + 1 x .6) / 1.6 = .6, and with 1 for 2's: .85.
    both = Certificates.of([(0, 1, 1.0), (0, 2, 0.6), (1, 5, 0.6), (2, 5, 1.0)])
    assert tidal_trust(both, levels(both.given, 0, 9), 5) == pytest.approx((1.0 * 0.6 + 0.6 * 1.0) / 1.6)


def test_tidal_trust_over_two_people_in_a_row() -> None:
    # 0 -> 1 -> {2, 3} -> 4: strongest is 1, .8, .8 = .8; 1 listens to 2 (.8) and 3 (.9): (.8*.8 + .9*.6) / 1.7
    chain = Certificates.of(
        [(0, 1, 1.0), (1, 2, 0.8), (1, 3, 0.9), (2, 4, 0.8), (3, 4, 0.6), (0, 5, 0.7), (5, 2, 1.0)]
    )
    # 5 stands on a shortest chain too (strength .7) but 0 rates 5 below .8
    assert tidal_trust(chain, levels(chain.given, 0, 9), 4) == pytest.approx((0.8 * 0.8 + 0.9 * 0.6) / 1.7)


def test_mole_trust_weighs_everyone_one_level_nearer() -> None:
    # Only ties between levels: 4 -> 5 runs inside the second level and does not count.
    reached = levels(DIAMOND.given, 0, 9)
    assert mole_trust(DIAMOND, reached, 5, horizon=2) == pytest.approx((1.0 * 0.8 + 0.6 * 1.0) / 1.6)
    assert mole_trust(DIAMOND, reached, 5, horizon=2, least=0.7) == pytest.approx(0.8)
    assert mole_trust(DIAMOND, reached, 5, horizon=1) is None


def test_mole_trust_carries_inferred_trust_on() -> None:
    # trust in 3 is (1 x .6 + .8 x 1) / 1.8 = .7778; 4 is rated by 3 (.9) and by 6, trusted .8 x ... = .6: heard both
    graph = Certificates.of(
        [(0, 1, 1.0), (0, 2, 0.8), (1, 3, 0.6), (2, 3, 1.0), (2, 6, 0.6), (3, 4, 0.9), (6, 4, 0.5)]
    )
    middle = (1.0 * 0.6 + 0.8 * 1.0) / 1.8
    reached = levels(graph.given, 0, 9)
    expected = (middle * 0.9 + 0.6 * 0.5) / (middle + 0.6)
    assert mole_trust(graph, reached, 4, horizon=3) == pytest.approx(expected)
    assert mole_trust(graph, reached, 4, horizon=3, least=0.7) == pytest.approx(0.9)


def test_who_is_out_of_reach_has_no_trust() -> None:
    reached = levels(DIAMOND.given, 1, 9)
    assert tidal_trust(DIAMOND, reached, 2) is None
    assert mole_trust(DIAMOND, reached, 2, horizon=4) is None


def test_a_direct_certificate_is_its_own_answer() -> None:
    reached = levels(DIAMOND.given, 0, 9)
    assert tidal_trust(DIAMOND, reached, 2) == 0.6
    assert mole_trust(DIAMOND, reached, 2, horizon=4) == pytest.approx(0.6)
