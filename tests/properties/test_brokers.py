"""Who connects: nobody leaves a trace who did not agree, and every number in a sentence is one of the answer."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Viewer, analysed, standing
from graph.model import Sector, Tables
from queries import brokers_found
from queries.analysis_answers import BrokersAnswer, RobustnessStep, SectorJoint
from queries.basis import Basis
from queries.brokers import brokers_analysis
from queries.brokers_words import LEAST_TIES, MOST_STOPPED, leaning, told
from queries.figures import About, figure
from queries.held import utc_today
from queries.phrases import Words
from queries.pseudonyms import Pseudonyms, Shown
from tests.networks import network_of, random_city
from tests.numbers_said import counts, holds, shares
from tests.properties.test_no_trace import keys, never_there
from tests.still import COORDINATOR, RESEARCHER, still_today


def city_with_sectors(seed: int) -> Tables:
    tables = random_city(seed, people=18, ties=50)
    chance = random.Random(f"sectors {seed}")
    sectors = [None, Sector.RESIDENT, Sector.CITY, Sector.RESIDENT, Sector.CIVIL_SOCIETY]
    return replace(tables, people=tuple(replace(row, sector=chance.choice(sectors)) for row in tables.people))


def agreed(tables: Tables, viewer: Viewer) -> set[str]:
    network = network_of(tables)
    return keys(network, analysed(standing(network, utc_today()), viewer))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), sampled=st.booleans())
def test_who_connects_depends_on_nobody_else(seed: int, sampled: bool) -> None:
    tables = city_with_sectors(seed)
    with pytest.MonkeyPatch.context() as patch:
        if sampled:
            patch.setattr(brokers_found, "EXACT", 2)
            patch.setattr(brokers_found, "PIVOTS", 4)
        patch.setattr(brokers_found, "MOST_DRAWS", 10)
        everything, without = (
            brokers_analysis(still_today(city), RESEARCHER, pseudonyms=Pseudonyms(b"the same"))
            for city in (tables, never_there(tables, agreed(tables, RESEARCHER)))
        )
    assert without == everything


def test_the_coordinators_answer_does_depend_on_them() -> None:
    tables = city_with_sectors(3)
    some = never_there(tables, agreed(tables, RESEARCHER))
    assert len(some.people) < len(tables.people)
    assert brokers_analysis(still_today(some), COORDINATOR) != brokers_analysis(
        still_today(tables), COORDINATOR
    )


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_sentence_to_a_researcher_names_anybody(seed: int) -> None:
    tables = city_with_sectors(seed)
    answer = brokers_analysis(still_today(tables), RESEARCHER)
    text = " ".join(each.nl + each.en for each in answer.about.sentences)
    shown = {each.who.name for each in answer.brokers}
    shown |= {each.name for joint in answer.joints for each in joint.who}
    assert not any(name in text for name in shown | {row.name for row in tables.people})


SHARES = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.004, 0.5, 0.995, 1.0]))


@st.composite
def joints(draw: st.DrawFn) -> SectorJoint:
    ties = draw(st.integers(1, 3000))
    carried = draw(st.integers(ties // 2 + 1, ties))
    people = draw(st.integers(1, min(carried, 12)))
    who = tuple(Shown(f"i{at}", None, f"naam {'abcde'[at]}", None, None) for at in range(min(people, 5)))
    one, other = draw(st.lists(st.sampled_from(list(Sector)), min_size=2, max_size=2, unique=True))
    having = draw(st.integers(1, 40))
    return SectorJoint(one, other, ties, people, carried, who, min(people, 2), draw(SHARES), having)


@st.composite
def answers(draw: st.DrawFn) -> BrokersAnswer:
    leaning = sorted(draw(st.lists(joints(), max_size=3)), key=lambda joint: (joint.people, -joint.ties))
    steps = [
        RobustnessStep(stopped, draw(st.none() | SHARES), draw(st.none() | SHARES), draw(st.none() | SHARES))
        for stopped in (1, 2, 5, 10, 20)[: draw(st.integers(0, 5))]
    ]
    figures = (
        figure("ties", draw(st.integers(0, 900))),
        figure("articulation", draw(st.integers(0, 40))),
        figure("bridges", sum(joint.ties for joint in leaning)),
    )
    head = About("brokers", date(2026, 1, 1), None, Basis.RESEARCH, 9, 0, {}, figures, (), Words("", ""))
    return BrokersAnswer(head, (), tuple(steps), tuple(leaning))


@settings(max_examples=60, deadline=None)
@given(answer=answers(), named=st.booleans())
def test_every_number_in_a_sentence_is_one_of_the_answer(answer: BrokersAnswer, named: bool) -> None:
    values = {each.name: each.value for each in answer.about.figures}
    said = told(answer, named=named)
    if not values["ties"]:
        assert len(said) == 1
        assert not counts(said[0])
        return
    assert len(said) == 3
    joint = leaning(answer.joints)
    assert joint is None or joint.ties >= LEAST_TIES
    first, second, third = said
    if joint is None:
        assert counts(first) == ([values["bridges"]] if values["bridges"] else [])
        assert not shares(first)
    else:
        more = [joint.stopped] if joint.people > joint.stopped else []
        assert counts(first) == [joint.people, joint.carried, joint.ties, *more]
        (gone,) = shares(first)
        assert holds(gone, 1.0 - joint.left)
        assert ("deze twee" in first.nl) == ("these two" in first.en) == (joint.people == 2)
        names = [each.name for each in joint.who] if named and joint.people < 6 else []
        assert re.findall(r"naam [a-e]", first.nl) == re.findall(r"naam [a-e]", first.en) == names
    steps = [step for step in answer.robustness if step.stopped <= MOST_STOPPED]
    if not steps:
        assert not counts(second)
    else:
        step = steps[-1]
        assert counts(second) == ([step.stopped] if step.stopped > 1 else [])
        known = [step.left_connected, step.at_random]
        parts = [] if step.left_connected is None else [each for each in known if each is not None]
        if step.bridges_left is not None and step.left_connected is not None:
            parts.append(1.0 - step.bridges_left)
        assert all(holds(each, part) for each, part in zip(shares(second), parts, strict=True))
    assert counts(third) == ([values["articulation"]] if values["articulation"] else [])
