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


def named(text: str, **more: tuple[object, ...]) -> tuple[tuple[str, ...], ...]:
    return concepts_in(text, network_of(replace(city(), **more)))  # type: ignore[arg-type]


def test_a_compound_names_what_its_end_is_and_not_what_has_a_label_of_its_own() -> None:
    themes = (ThemeRow(Key("v"), "Kennis van verkeer"), ThemeRow(Key("b"), "Wijkbudget"))
    talents = (TalentRow(Key("k"), "Boekhouding en budget"),)
    assert named("We hebben last van sluipverkeer", themes=themes)[0] == ("theme:v",)
    assert named("We vragen een wijkbudget", themes=themes, talents=talents)[:2] == (("theme:b",), ())
    assert named("We hebben een klein budget", themes=themes, talents=talents)[1] == ("talent:k",)


def test_what_everybody_does_is_no_talent_that_is_asked_for() -> None:
    talents = (
        TalentRow(Key("o"), "Organiseren"),
        TalentRow(Key("l"), "Logistiek", broader=Key("o")),
        TalentRow(Key("t"), "Theater en verhalen"),
    )
    assert named("We organiseren een feest en vertellen het verhaal van de straat", talents=talents)[1] == ()
    assert named("We zoeken logistiek", talents=talents)[1] == ("talent:l",)


def test_a_district_stands_for_its_neighbourhoods_unless_one_of_them_is_named() -> None:
    assert named("Een speelstraat in Noord")[2] == ("wijk:a", "wijk:c")
    assert named("Een speelstraat in Noord, op de Dam")[2] == ("wijk:a",)
    alike = (NeighbourhoodRow(Key("a"), "Dam", district="Antwerpen"), NeighbourhoodRow(Key("c"), "Kiel"))
    assert named("Een speelstraat in Antwerpen", neighbourhoods=alike)[2] == ()


def told(need: Need, *people: PersonRow, **more: object) -> tuple[str, ...]:
    network, found = asked(city(*people, **more), need)
    return reasons(found[0], need, network)[0]


def test_a_language_that_was_asked_for_is_said_after_what_decides() -> None:
    one = somebody(
        "1",
        about="Feest!",
        languages=("ar", "nl"),
        talents=(TalentOffer(Key("b"), 3),),
        themes=(ThemeInterest(Key("m"), 2),),
    )
    need = Need("feest", ("theme:m",), ("talent:b",))
    before = told(need, one)
    assert len(before) == 3
    for languages, said in ({"ar"}, "Arabisch"), ({"ar", "nl"}, "Arabisch en Nederlands"):
        assert told(replace(need, languages=frozenset(languages)), one) == (*before, f"spreekt {said}")
    assert told(replace(need, languages=frozenset({"nl"})), one) == before


def test_a_place_is_said_with_its_district_where_that_says_more() -> None:
    one = somebody("1", about="Feest in Noord", neighbourhoods=(Key("c"),))
    need = Need("Een feest in Noord", neighbourhoods=("wijk:a",))
    assert told(need, one)[:2] == (
        "eigen woorden of ervaring passen bij ‘feest’",
        "actief in Kiel, zelfde district als Dam (Noord)",
    )
    assert "actief in Kiel (Noord)" in told(replace(need, neighbourhoods=("wijk:c",)), one)
    assert "actief in Valaar, zelfde district als Donk (Oost)" in told(
        replace(need, neighbourhoods=("wijk:d",)), replace(one, neighbourhoods=(Key("e"),))
    )
    assert "actief in Donk (Oost), grenst aan Dam (Noord)" in told(
        need, replace(one, neighbourhoods=(Key("d"),))
    )
    own = city().neighbourhoods
    named = tuple(
        replace(row, district=name) for row, name in zip(own, ("Antwerpen", "kiel", None, None), strict=True)
    )
    for place, said in (("wijk:a", "actief in Dam"), ("wijk:c", "actief in Kiel")):
        at = replace(one, neighbourhoods=(Key(place.removeprefix("wijk:")),))
        network, found = asked(
            replace(city(at), neighbourhoods=named), replace(need, neighbourhoods=(place,))
        )
        assert said in reasons(found[0], need, network)[0]


def test_words_of_a_talent_that_is_named_are_not_repeated() -> None:
    one = somebody("1", about="Ik wil begeleiden op een feest", talents=(TalentOffer(Key("b"), 3),))
    need = Need("Wie kan begeleiden?", talents=("talent:b",))
    assert told(need, one) == ("biedt begeleiden (sterk)", "heeft nu geen andere vraag lopen")
    assert told(replace(need, text="Wie kan een feest begeleiden?"), one) == (
        "biedt begeleiden (sterk)",
        "eigen woorden of ervaring passen bij ‘feest’",
    )


def test_experience_is_said_of_the_themes_it_was_on() -> None:
    initiatives = (InitiativeRow(Key("i"), "Straat", end=date(2026, 1, 1), themes=(Key("s"),)),)
    took_part = (ParticipationRow(Key("1"), Key("i")),)
    themes = (ThemeRow(Key("s"), "Schoolstraat"), ThemeRow(Key("g"), "Groen"))
    tables = replace(city(somebody("1"), initiatives=initiatives, participations=took_part), themes=themes)
    need = Need(themes=("theme:g", "theme:s"))
    network, found = asked(tables, need)
    said = "deed mee aan één initiatief rond schoolstraat, in 2026"
    assert said in reasons(found[0], need, network)[0]


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
