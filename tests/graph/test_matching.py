"""Matching against examples worked out by hand, and a slow count of talents."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, matchable, standing
from graph.analytics.matching import Match, Matcher, Need, concepts_in
from graph.model import (
    Availability,
    ConsentAnswer,
    InitiativeRow,
    Key,
    NeighbourhoodRow,
    ParticipationRow,
    PersonRow,
    Purpose,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
    TieRow,
)
from graph.network import Network
from graph.trust import ties
from queries.match_words import reasons
from tests.networks import TODAY, network_of, random_city

YES = (ConsentAnswer(Purpose.MATCHING, given=True),)
COORDINATOR = Viewer(Role.COORDINATOR, "antwerpen")


def somebody(key: str, **more: object) -> PersonRow:
    row = PersonRow(Key(key), f"Persoon {key}", consents=YES, consent_date=date(2025, 1, 1))
    return replace(row, **more)  # type: ignore[arg-type]


def city(*people: PersonRow, **more: object) -> Tables:
    return Tables(
        people=people,
        themes=(ThemeRow(Key("m"), "Mobiliteit"), ThemeRow(Key("s"), "Schoolstraat", broader=Key("m"))),
        talents=(
            TalentRow(Key("b"), "Begeleiden"),
            TalentRow(Key("v"), "Vergaderingen voorzitten", broader=Key("b")),
        ),
        neighbourhoods=(
            NeighbourhoodRow(Key("a"), "Dam", district="Noord"),
            NeighbourhoodRow(Key("c"), "Kiel", district="Noord"),
            NeighbourhoodRow(Key("d"), "Donk", district="Oost"),
            NeighbourhoodRow(Key("e"), "Valaar", district="Oost"),
        ),
        **more,  # type: ignore[arg-type]
    )


def asked(tables: Tables, need: Need, **more: object) -> tuple[Network, list[Match]]:
    network = network_of(tables, borders=[("a", "d")])
    matcher = Matcher.build(network, ties(network, TODAY, today=TODAY))
    allowed = matchable(standing(network, TODAY), COORDINATOR, None)
    found = matcher.match(need, allowed, reach=None, day=TODAY, **more)  # type: ignore[arg-type]
    return network, found


def parts(tables: Tables, need: Need, name: str) -> dict[str, float]:
    network, found = asked(tables, need, spread=False)
    return {network.people[one.person].key: one.parts[name].value for one in found}


def test_talents_count_by_level_and_a_narrower_one_half() -> None:
    tables = city(
        somebody("1", talents=(TalentOffer(Key("b"), 3),)),
        somebody("2", talents=(TalentOffer(Key("b")),)),
        somebody("3", talents=(TalentOffer(Key("v"), 3),)),
    )
    values = parts(tables, Need(talents=("talent:b",)), "talents")
    assert values == {"1": 1.0, "2": pytest.approx(2 / 3, abs=1e-6), "3": 0.5}


def test_two_talents_asked_and_one_offered_is_half() -> None:
    tables = city(somebody("1", talents=(TalentOffer(Key("b"), 3),)))
    tables = replace(tables, talents=(*tables.talents, TalentRow(Key("t"), "Tolken")))
    assert parts(tables, Need(talents=("talent:b", "talent:t")), "talents") == {"1": 0.5}


def test_a_broader_theme_counts_half() -> None:
    tables = city(
        somebody("1", themes=(ThemeInterest(Key("s")),)), somebody("2", themes=(ThemeInterest(Key("m")),))
    )
    assert parts(tables, Need(themes=("theme:s",)), "themes") == {"1": 1.0, "2": 0.5}


def test_places_are_same_bordering_same_district_and_elsewhere() -> None:
    everyone = [
        somebody(key, talents=(TalentOffer(Key("b"), 3),), neighbourhoods=(Key(key),))
        for key in ("a", "c", "d", "e")
    ]
    values = parts(city(*everyone), Need(talents=("talent:b",), neighbourhoods=("wijk:a",)), "place")
    assert values == {"a": 1.0, "d": 0.8, "c": 0.6, "e": 0.3}


def test_recent_experience_counts_more_and_leading_most() -> None:
    tables = city(
        somebody("1"),
        somebody("2"),
        somebody("3"),
        initiatives=(
            InitiativeRow(Key("new"), "Nieuw", end=TODAY, themes=(Key("m"),)),
            InitiativeRow(Key("old"), "Oud", end=date(2020, 1, 1), themes=(Key("m"),)),
        ),
        participations=(
            ParticipationRow(Key("1"), Key("new"), role="begeleider"),
            ParticipationRow(Key("2"), Key("new")),
            ParticipationRow(Key("3"), Key("old")),
        ),
    )
    values = parts(tables, Need(themes=("theme:m",)), "experience")
    assert values["1"] == 0.5
    assert values["2"] == 0.35
    assert values["3"] < 0.1


def test_people_around_somebody_show_what_is_not_written_down() -> None:
    tables = city(
        somebody("1"),
        somebody("2", talents=(TalentOffer(Key("b"), 3),)),
        somebody("3"),
        ties=(TieRow(Key("1"), Key("2"), trust=0.8, since=TODAY),),
    )
    values = parts(tables, Need(talents=("talent:b",)), "around")
    assert values == {"1": pytest.approx(0.8 / 1.8, abs=1e-6), "2": 0.0}


@pytest.mark.parametrize(
    "left_out",
    [
        somebody("2", consents=()),
        somebody("2", availability=Availability.NO),
        somebody("2", languages=("fr",)),
    ],
)
def test_hard_limits_leave_somebody_out(left_out: PersonRow) -> None:
    talent = (TalentOffer(Key("b"), 3),)
    tables = city(somebody("1", talents=talent, languages=("nl", "fr")), replace(left_out, talents=talent))
    network, found = asked(tables, Need(talents=("talent:b",), languages=frozenset({"nl"})))
    assert [network.people[one.person].key for one in found] == ["1"]


def test_who_asks_is_never_proposed() -> None:
    tables = city(somebody("1", talents=(TalentOffer(Key("b"), 3),)))
    _, found = asked(tables, Need(talents=("talent:b",), asker="person:1"))
    assert found == []


def test_spreading_keeps_the_best_and_prefers_another_neighbourhood() -> None:
    talents = (TalentOffer(Key("b"), 3),)
    tables = city(
        somebody("1", talents=talents, neighbourhoods=(Key("a"),), open_asks=0),
        somebody("2", talents=talents, neighbourhoods=(Key("a"),)),
        somebody("3", talents=talents, neighbourhoods=(Key("e"),), open_asks=1),
    )
    need = Need(talents=("talent:b",))
    network, plain = asked(tables, need, spread=False)
    _, spread = asked(tables, need, spread=True)
    assert [network.people[one.person].key for one in plain] == ["1", "2", "3"]
    assert [network.people[one.person].key for one in spread] == ["1", "3", "2"]


def test_a_text_names_themes_and_talents() -> None:
    network = network_of(city())
    text = "We willen een schoolstraat in de wijk Dam, wie kan de eerste avond voorzitten?"
    assert concepts_in(text, network) == (("theme:s",), ("talent:v",), ("wijk:a",))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), spread=st.booleans())
def test_the_breakdown_adds_up_to_the_score_and_words_are_whole(seed: int, spread: bool) -> None:
    need = Need("verkeer en groen", ("theme:t1",), ("talent:s1",), ("wijk:w1",), frozenset({"nl"}))
    network, found = asked(random_city(seed, 14, 30), need, spread=spread)
    for one in found:
        assert one.score == round(sum(part.value * part.weight for part in one.parts.values()), 12)
        assert round(sum(part.weight for part in one.parts.values()), 6) == 1.0
        assert all(0.0 <= part.value <= 1.0 for part in one.parts.values())
        for language in reasons(one, need, network):
            assert 1 <= len(language) <= 3
            for text in language:
                assert text == text.strip()
                assert "None" not in text
                assert "  " not in text
                assert "Persoon" not in text


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_without_spreading_scores_fall(seed: int) -> None:
    _, found = asked(random_city(seed, 14, 30), Need(themes=("theme:t1",)), spread=False)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert len({one.person for one in found}) == len(found)
    assert np.all(np.array(scores) > 0)
