"""Communities as they are told: who is not in the basis leaves no trace, and the words are those of the figures."""

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, analysed
from graph.model import Tables
from queries.analysis_answers import CommunitiesAnswer, Trait
from queries.communities import communities_analysis, divided
from queries.communities_words import names_of
from queries.figures import LEAST, by_name
from queries.phrases import Words
from queries.place_names import place_names
from queries.protecting import is_few
from queries.snapshots import utc_today
from tests.grouped import grouped_city
from tests.networks import random_city
from tests.numbers_said import counts, holds, shares
from tests.properties.test_no_trace import never_there
from tests.still import Still

ROLES = st.sampled_from([Role.PUBLIC, Role.PARTNER, Role.RESEARCHER])
SEEDS = st.integers(0, 10**6)
ALL = [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.COORDINATOR]


def city(seed: int) -> Tables:
    """Return a city of groups, or one without."""
    return grouped_city(seed) if seed % 2 else random_city(seed, people=45, ties=60 + seed % 70)


def asked(tables: Tables, role: Role) -> CommunitiesAnswer:
    return communities_analysis(Still(tables), Viewer(role, "antwerpen"))


def researched(tables: Tables) -> set[str]:
    snapshot = Still(tables).snapshot
    mask = analysed(snapshot.standing(utc_today()), Viewer(Role.RESEARCHER, "antwerpen"))
    return {str(snapshot.network.people[at].key) for at in np.flatnonzero(mask).tolist()}


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=ROLES)
def test_communities_depend_on_nobody_else(seed: int, role: Role) -> None:
    tables = city(seed)
    assert asked(never_there(tables, researched(tables)), role) == asked(tables, role)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=st.sampled_from([Role.PUBLIC, Role.PARTNER]))
def test_nothing_that_is_told_gives_few_people_away(seed: int, role: Role) -> None:
    tables = city(seed)
    answer = asked(tables, role)
    sizes = [each.people for each in answer.communities]
    people = answer.about.people
    assert all(size >= LEAST for size in sizes)
    if people is None:
        assert answer.communities == ()
        assert all(each.hidden for each in answer.about.figures)
        return
    assert not is_few(people - sum(sizes))
    assert answer.elsewhere in {None, people - sum(sizes)}
    for each in answer.communities:
        told = [count for count in each.sectors.values() if count is not None]
        assert all(count >= LEAST for count in told)
        assert not told or not is_few(each.people - sum(told))
        for trait in each.traits:
            assert (trait.people is None) == (trait.kind != "organisation")
            assert trait.people is None or trait.people >= LEAST
            assert trait.people is None or not is_few(each.people - trait.people)
        assert each.inside is None or each.inside >= LEAST
        assert each.outside is None or each.outside >= LEAST
    figures = by_name(answer.about.figures)
    ties = figures["ties"].value
    if ties is not None:
        assert not is_few(round(ties) - sum(each.inside or 0 for each in answer.communities))


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=st.sampled_from(ALL))
def test_every_number_in_a_sentence_is_one_of_the_figures(seed: int, role: Role) -> None:
    answer = asked(city(seed), role)
    figures = by_name(answer.about.figures)
    inside = figures["inside"].value
    known = {len(answer.communities)}
    known |= {answer.communities[0].people} if answer.communities else set()
    known |= {answer.elsewhere} if answer.elsewhere is not None else set()
    assert 1 <= len(answer.about.sentences) <= 3
    for sentence in answer.about.sentences:
        for text in (sentence.nl, sentence.en):
            assert not text[0].islower()
            assert text.endswith(".")
        name = answer.communities[0].name if answer.communities else Words("", "")
        bare = Words(
            *(text.replace(f"“{its}”", "") for text, its in ((sentence.nl, name.nl), (sentence.en, name.en)))
        )
        assert set(counts(bare)) <= known | {1}, sentence
        assert all(inside is not None and holds(each, inside) for each in shares(bare))
    said = " ".join(sentence.nl for sentence in answer.about.sentences)
    if answer.communities:
        assert answer.communities[0].name.nl in said
        assert answer.elsewhere in {None, 0} or ("bij geen ervan" in said)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=st.sampled_from(ALL))
def test_numbers_go_by_size_and_names_are_all_different(seed: int, role: Role) -> None:
    answer = asked(city(seed), role)
    sizes = [each.people for each in answer.communities]
    assert sizes == sorted(sizes, reverse=True)
    assert [each.number for each in answer.communities] == list(range(1, len(sizes) + 1))
    for language in ("nl", "en"):
        names = [asdict(each.name)[language].casefold() for each in answer.communities]
        assert len(set(names)) == len(names)


def test_equal_names_get_a_second_theme_and_else_their_number() -> None:
    def theme(name: str) -> Trait:
        return Trait("theme", Words(name, name), 9)

    place = Trait("place", Words("Berchem", "Berchem"), 9)
    found = names_of(
        [(theme("groen"), place), (theme("groen"), theme("water"), place), (place, theme("groen")), ()]
    )
    assert [name.nl for name in found] == [
        "groen in Berchem",
        "groen en water in Berchem",
        "groen in Berchem (3)",
        "kring 4",
    ]


def test_names_that_would_be_the_same_or_a_number_say_a_theme_that_may_be_chance() -> None:
    def theme(name: str) -> Trait:
        return Trait("theme", Words(name, name), 9)

    place = Trait("place", Words("Berchem", "Berchem"), 9)
    other = Trait("place", Words("Deurne", "Deurne"), 9)
    found = names_of(
        [
            (place,),
            (place,),
            (other,),
            (),
            (place, theme("groen")),
            (place,),
            (theme("taal"),),
            (theme("taal"),),
        ],
        [
            (theme("water"),),
            (theme("water"), theme("sport")),
            (theme("sport"),),
            (theme("zorg"),),
            (),
            (),
            (),
            (theme("taal"), theme("school")),
        ],
    )
    assert [name.nl for name in found] == [
        "water in Berchem",
        "sport in Berchem",
        "Deurne",
        "zorg",
        "groen in Berchem",
        "Berchem",
        "taal",
        "taal en school",
    ]


def test_a_neighbourhood_that_is_no_only_one_of_its_name_says_its_district() -> None:
    network = Still(city(1)).snapshot.network
    nodes = network.neighbourhoods
    one, two, three, *_ = sorted(nodes)
    called = {
        one: replace(nodes[one], name="Noord", district="Deurne"),
        two: replace(nodes[two], name="noord", district=None),
        three: replace(nodes[three], name="Dam", district="Antwerpen"),
    }
    found = place_names(replace(network, neighbourhoods=called))
    assert found == {one: "Noord (Deurne)", two: "noord", three: "Dam"}


def test_a_researcher_hears_of_districts_and_of_no_organisation() -> None:
    for seed in range(12):
        for each in asked(city(seed), Role.RESEARCHER).communities:
            for trait in each.traits:
                assert trait.kind in {"theme", "place"}
                assert trait.kind != "place" or trait.words.nl in {"Noord", "Zuid"}


def test_a_node_has_the_number_of_its_community_as_it_is_told() -> None:
    snapshot, viewer = Still(city(3)).snapshot, Viewer(Role.COORDINATOR, "antwerpen")
    known = divided(snapshot, viewer, utc_today())
    sizes = known.found.size
    for node in range(len(known.found.member)):
        at = int(known.found.member[node])
        assert known.number(node) == (at + 1 if sizes[at] >= LEAST else None)


def test_progress_is_told_until_it_is_done() -> None:
    told: list[float] = []
    communities_analysis(Still(city(1)), Viewer(Role.COORDINATOR, "antwerpen"), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
