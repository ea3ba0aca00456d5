"""What sets a community apart, against chi-square tables of scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.stats import chi2_contingency

from graph.analytics.represented import Represented, over_represented

PEOPLE, THEMES = 30, 3
HAS = st.lists(st.lists(st.booleans(), min_size=THEMES, max_size=THEMES), min_size=PEOPLE, max_size=PEOPLE)
MEMBER = st.lists(st.integers(-1, 2), min_size=PEOPLE, max_size=PEOPLE)


def expected(member: list[int], has: list[list[bool]], least: int) -> list[Represented]:
    found = list[Represented]()
    for community in range(3):
        rows = list[Represented]()
        for theme in range(THEMES):
            cells = [[0, 0], [0, 0]]
            for group, held in zip(member, has, strict=True):
                if group >= 0:
                    cells[group != community][not held[theme]] += 1
            (a, b), (c, d) = cells
            if a < least or 0 in (a + b, c + d, a + c, b + d) or a * (c + d) <= c * (a + b):
                continue
            ratio = float(chi2_contingency(cells, correction=False, lambda_="log-likelihood")[0])
            rows.append(Represented(community, theme, a, c, ratio))
        found += sorted(rows, key=lambda row: (-round(row.evidence, 9), row.attribute))
    return found


@given(MEMBER, HAS, st.integers(1, 4))
def test_rows_are_those_of_the_likelihood_ratio_tests(
    member: list[int], has: list[list[bool]], least: int
) -> None:
    found = over_represented(
        np.array(member), csr_array(np.array(has, dtype=np.float64)), least, THEMES, evidence=1e-9
    )
    oracle = expected(member, has, least)
    assert {(row.community, row.attribute, row.inside, row.outside) for row in found} == {
        (row.community, row.attribute, row.inside, row.outside) for row in oracle
    }
    by_place = {(row.community, row.attribute): row.evidence for row in oracle}
    for row in found:
        assert row.evidence == pytest.approx(by_place[row.community, row.attribute], abs=1e-9)
    assert list(found) == sorted(found, key=lambda row: (row.community, -row.evidence, row.attribute))


@given(MEMBER, HAS)
def test_nothing_is_named_that_fewer_than_the_least_have_within(
    member: list[int], has: list[list[bool]]
) -> None:
    rows = over_represented(np.array(member), csr_array(np.array(has, dtype=np.float64)), 5, evidence=0.0)
    assert all(row.inside >= 5 for row in rows)


def test_only_the_strongest_are_named_and_a_hint_is_not_enough() -> None:
    member = np.repeat([0, 1], 20)
    has = np.zeros((40, 3))
    has[:20, 0] = 1.0
    has[:15, 1] = 1.0
    has[:8, 2] = has[20:26, 2] = 1.0
    rows = over_represented(member, csr_array(has), most=1)
    assert [(row.community, row.attribute, row.inside, row.outside) for row in rows] == [(0, 0, 20, 0)]
    assert [row.attribute for row in over_represented(member, csr_array(has))] == [0, 1]


def test_an_entry_of_zero_is_not_had_and_one_given_twice_counts_once() -> None:
    member = np.repeat([0, 1], 10)
    people = np.concatenate([np.arange(10), np.arange(10), np.arange(10, 20)])
    values = np.concatenate([np.ones(20), np.zeros(10)])
    has = csr_array((values, (people, np.zeros(30, dtype=np.int64))), shape=(20, 1))
    (row,) = over_represented(member, has)
    assert (row.inside, row.outside) == (10, 0)


def test_nobody_and_nothing_give_no_rows() -> None:
    assert over_represented(np.zeros(0, dtype=np.int64), csr_array((0, 2))) == ()
    assert over_represented(np.zeros(9, dtype=np.int64), csr_array((9, 0))) == ()
