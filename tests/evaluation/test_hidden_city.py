"""The generated city: the same again, told honestly to the scorer, and ranked as the product ranks."""

from dataclasses import replace

import numpy as np
import pytest

from evaluation.hidden_city import city, similarity
from evaluation.hidden_model import NARROW, TODAY, CityModel
from evaluation.hidden_profiles import NARROW_TALENTS, NARROW_THEMES, misspelt
from evaluation.judged import Judged, as_shipped, by_weights, column, judged, ranked
from graph.analytics.match_model import DEFAULT, PARTS
from graph.analytics.stop_words import FUNCTION_WORDS
from graph.analytics.words import stem, tokens

SMALL = CityModel(people=300)


@pytest.fixture(scope="module")
def town() -> Judged:
    return judged(city(SMALL, 1), 12, 1)


def test_a_seed_gives_the_same_city_and_another_seed_another() -> None:
    first, again, other = city(SMALL, 1), city(SMALL, 1), city(SMALL, 2)
    assert first.network.people == again.network.people
    assert np.array_equal(first.network.declared.end, again.network.declared.end)
    assert first.network.people != other.network.people


def test_everyone_is_marked_fictitious(town: Judged) -> None:
    network = town.city.network
    names = [one.name for one in network.people] + [one.name for one in network.organisations]
    assert all("fictief" in name for name in names)


def test_other_words_share_no_stem_with_their_label() -> None:
    for concept in (*NARROW_THEMES, *NARROW_TALENTS):
        said = {stem(word) for text in concept.otherwise for word in tokens(text)}
        assert stem(concept.label.lower()) not in said - FUNCTION_WORDS, concept.label


def test_the_product_answers_what_the_weighted_sum_says(town: Judged) -> None:
    weights = column(DEFAULT.weights())
    for case in town.cases:
        own = town.matcher.match(
            case.asked.need, town.allowed, reach=case.reach, day=TODAY, k=10, spread=False
        )
        assert [one.person for one in own] == ranked(case, weights).tolist()


def test_only_who_agreed_and_is_not_the_asker_has_a_gain(town: Judged) -> None:
    for case in town.cases:
        gains = case.asked.gains
        assert np.bincount(gains.astype(int)).tolist()[1:] == [25, 10, 5]
        assert gains[case.asked.asker] == 0.0
        refused = [
            at
            for at, one in enumerate(town.city.network.people)
            if not any(e.given for e in one.consents[:1])
        ]
        assert not gains[refused].any()


def test_profiles_tell_the_share_of_skills_that_was_set() -> None:
    town = city(replace(SMALL, people=1500, empty=0.0), 3)
    true = np.count_nonzero(town.hidden.skills)
    tagged = sum(
        town.hidden.skills[at, int(talent[-2:])] > 0.0
        for at, one in enumerate(town.network.people)
        for talent, _ in one.talents
    )
    assert tagged / true == pytest.approx(0.6 * 0.7, abs=0.02)


def test_ties_follow_interest_as_far_as_was_set() -> None:
    def alike(homophily: float) -> float:
        town = city(replace(SMALL, homophily=homophily), 4)
        among = similarity(town.hidden.mix)
        declared = town.network.declared
        return float(among[declared.start, declared.end].mean() - among.mean())

    none, half, full = alike(0.0), alike(0.5), alike(1.0)
    assert abs(none) < 0.02
    assert none + 0.1 < half < full - 0.1


def test_truth_is_not_the_scorer(town: Judged) -> None:
    """No part, nor the shipped sum, comes near the truth: it would have been made from it."""
    for name in PARTS:
        assert np.concatenate(by_weights([town], {name: 1.0}))[:, 0].mean() < 0.6
    assert np.concatenate(as_shipped([town]))[:, 0].mean() < 0.8


def test_interest_that_moved_is_no_longer_that_of_the_profile() -> None:
    still, moved = city(replace(SMALL, drift=0.0), 5), city(replace(SMALL, drift=0.9), 5)
    assert still.network.people[0].themes == moved.network.people[0].themes
    assert not np.allclose(still.hidden.mix, moved.hidden.mix)
    assert still.hidden.mix.shape == (300, NARROW)


def test_misspelling_changes_longer_words_only() -> None:
    chance = np.random.default_rng(1)
    text = "wie kan een moestuin beginnen"
    changed = misspelt(chance, text, 1.0).split(" ")
    assert [a == b for a, b in zip(text.split(" "), changed, strict=True)] == [True, True, True, False, False]
    assert misspelt(chance, text, 0.0) == text
