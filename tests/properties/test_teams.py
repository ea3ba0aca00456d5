"""Teams over random cities: the best of all, without a trace of anybody else, in whole sentences."""

import re
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, connectors, matchable, standing
from graph.analytics.matching import Matcher, Need
from graph.analytics.paths import best_values, connector_factors
from graph.analytics.team_model import TeamModel
from graph.evidence import combined, evidence
from graph.model import Tables
from graph.network import ConceptNode, Network
from graph.trust import ties
from queries.matching import Prepared
from queries.requested import Understood, shown
from queries.sentences import Words
from queries.team import compose
from queries.team_shown import Composed, answered
from queries.teamed import TeamAnswer
from tests.networks import TODAY, network_of, random_city
from tests.properties.test_no_trace import ROLES, erased, keys

CITY = "antwerpen"
ASKED = Need(talents=("talent:s2", "talent:s3"), themes=("theme:t2", "theme:t3"), neighbourhoods=("wijk:w1",))
NEEDS = st.sampled_from(
    [
        ASKED,
        Need(text="wie begeleidt buurtwerking rond verkeer en groen"),
        Need(themes=("theme:t1",), languages=frozenset({"nl"})),
        Need(talents=("talent:s1", "talent:s2", "talent:s3"), neighbourhoods=("wijk:w2", "wijk:w3")),
    ]
)


def prepared(tables: Tables, role: Role, need: Need) -> tuple[Network, Prepared, set[str]]:
    network = network_of(tables, borders=[("w1", "w2")])
    now, viewer, lattice = standing(network, TODAY), Viewer(role, CITY), ties(network, TODAY, today=TODAY)
    middle = connectors(network, now, viewer, frozenset({"theme:t1"}))
    factors = connector_factors(lattice, middle, network.load)
    reach = best_values(lattice, factors, network.position["person:p00"])
    matcher, allowed = Matcher.build(network, lattice), matchable(now, viewer, frozenset({"theme:t1"}))
    used = keys(network, matcher.eligible(need, allowed)) | keys(network, middle)
    return network, Prepared(matcher, need, allowed, reach), used


def asked_for(
    network: Network, ready: Prepared, role: Role, size: int, model: TeamModel | None = None
) -> tuple[Composed, TeamAnswer]:
    viewer = Viewer(role, CITY)
    found = compose(network, ready, viewer, size, TODAY, model or TeamModel())
    request = shown(network, Understood(ready.need, None, ready.need.text, ()))
    return found, answered(network, request, ready.need, found, viewer, size, TODAY)


def share(
    network: Network, mine: tuple[tuple[str, int | None], ...], asked: str, tree: dict[str, ConceptNode]
) -> float:
    """Return what somebody has of something asked: a third a level of a talent, half for what is related."""
    most = 0.0
    for concept, level in mine:
        related = concept in network.broader(asked, tree) or asked in network.broader(concept, tree)
        near = 1.0 if concept == asked else 0.5 if related else 0.0
        most = max(most, near * ((level or 2) / 3 if concept.startswith("talent") else 1.0))
    return most


def strength(network: Network, one: int, other: int) -> float:
    ways = ((one, other), (other, one))
    most = max(combined(evidence(network, *way, TODAY, today=TODAY)) for way in ways)
    return most if most >= 0.35 else 0.0


def alike(network: Network, one: int, other: int) -> float:
    day, links = TODAY.toordinal(), network.memberships

    def groups(at: int) -> set[int]:
        return {
            int(links.other[row])
            for row in links.of(at)
            if links.since[row] <= day and (links.until[row] == 0 or links.until[row] >= day)
        }

    if groups(one) & groups(other):
        return 1.0
    near = set(network.people[one].neighbourhoods) & set(network.people[other].neighbourhoods)
    return 0.5 if near else 0.0


def worth(network: Network, people: tuple[int, ...], scores: dict[int, float]) -> float:
    """Return the value of a team for `ASKED` with the documented weights, in plain loops."""
    nodes, size = [network.people[at] for at in people], len(people)
    total = 0.10 * sum(scores[at] for at in people) / size
    for one in ASKED.talents:
        total += 0.45 / 2 * max(share(network, node.talents, one, dict(network.talents)) for node in nodes)
    for one in ASKED.themes:
        total += 0.20 / 2 * max(share(network, node.themes, one, dict(network.themes)) for node in nodes)
    tree = max(
        sum(max(strength(network, one, other) for other in order[:at]) for at, one in enumerate(order) if at)
        for order in permutations(people)
    )
    pairs = list(combinations(people, 2))
    spread = 1.0 - sum(alike(network, *pair) for pair in pairs) / len(pairs)
    return total + 0.15 * tree / (size - 1) + 0.10 * spread


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 3))
def test_no_other_team_is_worth_more(seed: int, size: int) -> None:
    network, ready, _ = prepared(random_city(seed, 10, 34), Role.COORDINATOR, ASKED)
    listed = ready.matcher.match(ASKED, ready.allowed, reach=ready.reach, day=TODAY, k=100, spread=False)
    scores = {one.person: one.score for one in listed}
    found, answer = asked_for(network, ready, Role.COORDINATOR, size)
    if len(scores) < size:
        assert sorted(found.people) == sorted(scores)
        return
    every = {team: worth(network, team, scores) for team in combinations(sorted(scores), size)}
    assert answer.search.exact
    assert answer.score == answer.search.bound
    assert answer.score == pytest.approx(max(every.values()), abs=1e-5)
    assert every[tuple(sorted(found.people))] == pytest.approx(answer.score, abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 4), nodes=st.integers(0, 2), role=ROLES)
def test_a_search_that_stops_states_a_bound_that_holds(seed: int, size: int, nodes: int, role: Role) -> None:
    network, ready, _ = prepared(random_city(seed, 14, 40), role, ASKED)
    _, best = asked_for(network, ready, role, size)
    _, stopped = asked_for(network, ready, role, size, TeamModel(nodes=nodes))
    assert best.search.exact
    assert stopped.score <= best.score + 1e-5 <= stopped.search.bound + 2e-5


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 4), role=ROLES, need=NEEDS)
def test_a_team_depends_on_nobody_else(seed: int, size: int, role: Role, need: Need) -> None:
    tables = random_city(seed, 14, 40)
    network, ready, used = prepared(tables, role, need)
    _, everything = asked_for(network, ready, role, size)
    network, ready, _ = prepared(erased(tables, used | {"p00"}), role, need)
    _, without = asked_for(network, ready, role, size)
    assert without == everything


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 5), role=ROLES, need=NEEDS, nodes=st.integers(0, 3))
def test_sentences_are_whole(seed: int, size: int, role: Role, need: Need, nodes: int) -> None:
    network, ready, _ = prepared(random_city(seed, 14, 40), role, need)
    _, answer = asked_for(network, ready, role, size, TeamModel(nodes=nodes))
    said: list[Words] = [answer.sentence, answer.search.words, *(one.words for one in answer.uncovered)]
    said += [member.words for member in answer.members]
    said += [tie.words for tie in answer.ties.inside] if answer.ties else []
    said += [answer.ties.words] if answer.ties and answer.ties.words else []
    said += [answer.spread.words] if answer.spread else []
    for text in (text for words in said for text in (words.nl, words.en)):
        assert text.endswith(".")
        assert not re.search(r"None|  |\.\.|‘’|\(\)|\(,|, ,|: ?\.|; ?\.| ,| ;| \.", text), text


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 4), role=ROLES, need=NEEDS)
def test_what_members_add_makes_what_is_covered(seed: int, size: int, role: Role, need: Need) -> None:
    network, ready, _ = prepared(random_city(seed, 14, 40), role, need)
    found, answer = asked_for(network, ready, role, size)
    reached: dict[str, float] = {}
    for member in answer.members:
        for one in member.adds:
            assert reached.get(one.id, 0.0) == one.before < one.share
            reached[one.id] = one.share
    asked = [*need.talents, *need.themes]
    gaps = {one.id: one.share for one in answer.uncovered if one.kind != "neighbourhood"}
    assert gaps == {one: reached.get(one, 0.0) for one in asked if reached.get(one, 0.0) <= 0.5}
    assert answer.score == round(sum(part.value * part.weight for part in answer.parts.values()), 12)
    assert sum(part.weight for part in answer.parts.values()) == pytest.approx(1.0 if found.people else 0.0)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 4))
def test_ties_inside_are_for_who_may_see_them(seed: int, size: int) -> None:
    tables = random_city(seed, 14, 40)
    network, ready, _ = prepared(tables, Role.COORDINATOR, ASKED)
    found, answer = asked_for(network, ready, Role.COORDINATOR, size)
    pairs = {
        frozenset((network.people[one].id, network.people[other].id)): strength(network, one, other)
        for one, other in combinations(found.people, 2)
        if strength(network, one, other)
    }
    if answer.ties is not None:
        assert {
            frozenset((str(tie.one.id), str(tie.other.id))): tie.strength for tie in answer.ties.inside
        } == pairs
        tied = {identity for pair in pairs for identity in pair}
        ids = {network.people[at].id for at in found.people}
        assert {str(person.id) for person in answer.ties.without} == ids - tied
    network, ready, _ = prepared(tables, Role.PARTNER, ASKED)
    _, answer = asked_for(network, ready, Role.PARTNER, size)
    assert answer.ties is None
    assert "ties" not in answer.parts
