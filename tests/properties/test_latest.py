"""The day from which a tie was last told is the latest of the pieces that are shown of it."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import latest
from graph.evidence import evidence
from graph.latest import latest_days
from tests.networks import TODAY, network_of, random_city


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), back=st.sampled_from([0, 50, 1000]), pairwise=st.sampled_from([0, 60]))
def test_a_tie_dates_from_the_latest_piece_either_way(seed: int, back: int, pairwise: int) -> None:
    network = network_of(random_city(seed, people=8, ties=20))
    day = TODAY - timedelta(days=back)
    start, end = np.triu_indices(len(network.people), 1)
    with pytest.MonkeyPatch.context() as patch:
        # Groups are looked at in two ways, by their size.
        patch.setattr(latest, "PAIRWISE", pairwise)
        found = latest_days(network, end, start, day, today=TODAY)
    for one, other, told in zip(start.tolist(), end.tolist(), found.tolist(), strict=True):
        pieces = [
            piece
            for ends in ((one, other), (other, one))
            for piece in evidence(network, *ends, day, today=TODAY)
        ]
        days = [min(piece.day, day).toordinal() for piece in pieces if piece.day is not None]
        assert told == max(days, default=0)
