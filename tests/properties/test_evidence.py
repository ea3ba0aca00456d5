"""The pieces shown to a person make the strength that the kernel used."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import combined, evidence
from graph.trust import ties
from tests import oracles
from tests.networks import TODAY, network_of, random_city


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), back=st.sampled_from([0, 50, 1000]))
def test_pieces_combine_to_the_strength_of_the_tie(seed: int, back: int) -> None:
    tables = random_city(seed, people=8, ties=20)
    network = network_of(tables)
    day = TODAY - timedelta(days=back)
    lattice = ties(network, day, today=TODAY)
    expected = oracles.strengths(tables, day, TODAY)
    for start in range(len(network.people)):
        for end in range(len(network.people)):
            if start == end:
                continue
            strength = combined(evidence(network, start, end, day, today=TODAY))
            pair = (network.people[start].key, network.people[end].key)
            assert strength == pytest.approx(expected.get(pair, 0.0), abs=1e-11)
            row = slice(int(lattice.indptr[start]), int(lattice.indptr[start + 1]))
            held = dict(zip(lattice.targets[row].tolist(), lattice.strength[row].tolist(), strict=True))
            assert (end in held) == (strength >= 0.15)
            if end in held:
                assert held[end] == pytest.approx(strength, abs=1e-11)
