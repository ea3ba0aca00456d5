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
from queries.brokers_words import LEAST_TIES, MOST_STOPPED, told
from queries.figures import About, figure
from queries.held import utc_today
from queries.phrases import Words
from queries.pseudonyms import Pseudonyms, Shown
from tests.networks import network_of, random_city
from tests.properties.test_no_trace import keys, never_there
from tests.queries.test_brokers import COORDINATOR, RESEARCHER, only


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
            brokers_analysis(only(city), RESEARCHER, pseudonyms=Pseudonyms(b"the same"))
            for city in (tables, never_there(tables, agreed(tables, RESEARCHER)))
        )
    assert without == everything


def test_the_coordinators_answer_does_depend_on_them() -> None:
    tables = city_with_sectors(3)
    some = never_there(tables, agreed(tables, RESEARCHER))
    assert len(some.people) < len(tables.people)
    assert brokers_analysis(only(some), COORDINATOR) != brokers_analysis(only(tables), COORDINATOR)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_sentence_to_a_researcher_names_anybody(seed: int) -> None:
    tables = city_with_sectors(seed)
    answer = brokers_analysis(only(tables), RESEARCHER)
    text = " ".join(each.nl + each.en for each in answer.about.sentences)
    shown = {each.who.name for each in answer.brokers}
    shown |= {each.name for joint in answer.joints for each in joint.who}
    assert not any(name in text for name in shown | {row.name for row in tables.people})


SHARES = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.004, 0.5, 0.995, 1.0]))


@st.composite
def joints(draw: st.DrawFn) -> SectorJoint:
    ties = draw(st.integers(1, 300))
    carried = draw(st.integers(ties // 2 + 1, ties))
    people = draw(st.integers(1, min(carried, 12)))
    who = tuple(Shown(f"i{at}", None, f"naam {'abcde'[at]}", None, None) for at in range(min(people, 5)))
    one, other = draw(st.lists(st.sampled_from(list(Sector)), min_size=2, max_size=2, unique=True))
    return SectorJoint(one, other, ties, people, carried, who, min(people, 2), draw(SHARES))


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


ONE = re.compile(r"\b(één|one)\b")
PERCENT = re.compile(r"(minder dan |meer dan |less than |more than )?(\d+) %")


def holds(said: tuple[str, str], part: float) -> bool:
    """Tell whether a share is what was said of it."""
    bound, percent = said[0].strip(), int(said[1])
    if bound in {"minder dan", "less than"}:
        return 0.0 < 100 * part < percent
    if bound in {"meer dan", "more than"}:
        return percent < 100 * part < 100
    return abs(100 * part - percent) <= 0.5 + 1e-9 and (percent not in {0, 100} or 100 * part == percent)


def counts(text: str) -> list[int]:
    """Return the numbers in a sentence that are no shares, "één" as 1 and "deze twee" as none."""
    rest = ONE.sub("1", PERCENT.sub("", text))
    return [int(number) for number in re.findall(r"\d+", rest)]


@settings(max_examples=60, deadline=None)
@given(answer=answers(), named=st.booleans())
def test_every_number_in_a_sentence_is_one_of_the_answer(answer: BrokersAnswer, named: bool) -> None:
    values = {each.name: each.value for each in answer.about.figures}
    said = told(answer, named=named)
    if not values["ties"]:
        assert len(said) == 1
        assert not counts(said[0].nl + said[0].en)
        return
    assert len(said) == 3
    wide = [joint for joint in answer.joints if joint.ties >= LEAST_TIES]
    steps = [step for step in answer.robustness if step.stopped <= MOST_STOPPED]
    for text in (said[0].nl, said[0].en):
        names = re.findall(r"naam [a-e]", text)
        if not wide:
            assert counts(text) == [values["bridges"]] if values["bridges"] else not counts(text)
            continue
        joint = wide[0]
        more = [joint.stopped] if joint.people > joint.stopped else []
        assert counts(text) == [joint.people, joint.carried, joint.ties, *more]
        (gone,) = PERCENT.findall(text)
        assert holds(gone, 1.0 - joint.left)
        assert ("deze twee" in text or "these two" in text) == (joint.people == 2)
        assert names == ([each.name for each in joint.who] if named and joint.people < 6 else [])
    for text in (said[1].nl, said[1].en):
        if not steps:
            assert not counts(text)
            continue
        step = steps[-1]
        assert counts(text) == ([step.stopped] if step.stopped > 1 else [])
        known = [step.left_connected, step.at_random]
        shares = [] if step.left_connected is None else [each for each in known if each is not None]
        if step.bridges_left is not None and step.left_connected is not None:
            shares.append(1.0 - step.bridges_left)
        found = PERCENT.findall(text)
        assert len(found) == len(shares)
        assert all(holds(each, part) for each, part in zip(found, shares, strict=True))
    for text in (said[2].nl, said[2].en):
        assert counts(text) == ([values["articulation"]] if values["articulation"] else [])
