"""The C program answers what the kernel answers, also where many routes are equally good."""

from pathlib import Path

import numpy as np
import pytest

from bench.limit import NoCompiler, compiler, differences, factors_for, limit, program
from bench.paths import random_ties
from graph.analytics.paths import Route, connector_factors, trusted_routes
from graph.trust import Ties


@pytest.fixture(scope="module")
def cc() -> str:
    try:
        return compiler()
    except NoCompiler as reason:
        pytest.skip(str(reason))


def coarse(people: int, rows: int, seed: int) -> Ties:
    """Ties of two strengths only, so that many routes have the same value."""
    drawn = random_ties(people, rows, seed)
    strength = np.where(drawn.strength < 0.6, 0.5, 0.8)
    strength_in = np.where(drawn.strength_in < 0.6, 0.5, 0.8)
    return Ties(drawn.indptr, drawn.targets, strength, drawn.indptr_in, drawn.sources, strength_in)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("people", "rows"), [(40, 160), (120, 300)])
def test_the_same_routes_for_every_pair_of_a_small_network(
    cc: str, seed: int, people: int, rows: int
) -> None:
    assert cc
    longest = 0
    for lattice in (random_ties(people, rows, seed), coarse(people, rows, seed)):
        factors = factors_for(lattice, seed)
        with limit(lattice, factors) as other:
            for start in range(0, people, 5):
                for target in range(0, people, 2):
                    if start == target:
                        continue
                    ours = trusted_routes(lattice, factors, start, target)
                    theirs, _ = other.ask(start, target)
                    assert differences(ours, theirs) == 0, (start, target, ours, theirs)
                    longest = max([longest, *(len(route.people) for route in ours)])
    assert longest == 5


def test_a_hub_and_somebody_who_does_not_introduce_weigh_in_both(cc: str) -> None:
    assert cc
    lattice = random_ties(150, 3000, 4)
    factors = connector_factors(lattice, np.arange(150) % 5 != 0, np.where(np.arange(150) % 3, 1.0, 0.5))
    assert 0.0 < factors[factors > 0.0].min() < 0.5
    with limit(lattice, factors) as other:
        for start, target in ((1, 2), (0, 5), (7, 140), (33, 34)):
            assert (
                differences(trusted_routes(lattice, factors, start, target), other.ask(start, target)[0]) == 0
            )


def test_a_route_that_differs_is_counted() -> None:
    one, other = Route((0, 1, 2), 0.5), Route((0, 3, 2), 0.5)
    assert differences([one, other], [one]) == 1
    assert differences([one], [other]) == 1
    assert differences([one], [Route((0, 1, 2), 0.4)]) == 1
    assert differences([one, other], [one, other]) == 0


def test_without_a_compiler_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CC", raising=False)
    with pytest.raises(NoCompiler, match="install"):
        program(tmp_path)


def test_it_is_compiled_once(cc: str, tmp_path: Path) -> None:
    assert cc
    made = program(tmp_path)
    first = made.stat().st_mtime_ns
    assert program(tmp_path) == made
    assert made.stat().st_mtime_ns == first
