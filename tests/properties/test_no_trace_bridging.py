"""Figures, bridges and suggestions depend on nobody who did not agree: erase them, and every word is the same."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, connectors, matchable, standing
from graph.model import Purpose, Tables
from graph.network import Mask, Network
from queries.bridging import bridging_analysis
from queries.held import utc_today
from queries.pseudonyms import Pseudonyms
from queries.suggestions import suggestions_analysis
from queries.summary import summary_analysis
from tests.networks import network_of
from tests.properties.test_no_trace import erased, keys, never_there
from tests.queries.sectored import sectored_city
from tests.still import Still

CITY = "antwerpen"


def research(network: Network) -> Mask:
    return standing(network, utc_today()).purposes[Purpose.RESEARCH]


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    role=st.sampled_from([Role.RESEARCHER, Role.PARTNER, Role.PUBLIC]),
    people=st.sampled_from([12, 40]),
)
def test_figures_depend_on_nobody_else(seed: int, role: Role, people: int) -> None:
    tables, viewer = sectored_city(seed, people, 4 * people, sectors=3), Viewer(role, CITY)

    def answer(city: Tables) -> object:
        snapshots = Still(city)
        return summary_analysis(snapshots, viewer), bridging_analysis(snapshots, viewer)

    network = network_of(tables)
    assert answer(never_there(tables, keys(network, research(network)))) == answer(tables)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), role=st.sampled_from([Role.RESEARCHER, Role.COORDINATOR]))
def test_suggestions_depend_on_nobody_else(seed: int, role: Role) -> None:
    tables, viewer = sectored_city(seed, 20, 70, sectors=2), Viewer(role, CITY)
    network = network_of(tables)
    now, asking = standing(network, utc_today()), Viewer(Role.COORDINATOR, CITY)
    ends, middle = matchable(now, asking, None), connectors(network, now, asking, None)
    eligible = (ends | middle) & (research(network) if role is Role.RESEARCHER else np.True_)

    def answer(city: Tables) -> object:
        return suggestions_analysis(Still(city), viewer, pseudonyms=Pseudonyms(b"one"))

    # Groups are as large as their tables tell, for all but the coordinator (docs/decisions/0009).
    without = erased if role is Role.COORDINATOR else never_there
    assert answer(without(tables, keys(network, eligible))) == answer(tables)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), role=st.sampled_from([Role.RESEARCHER, Role.COORDINATOR]))
def test_whoever_is_suggested_or_introduces_agrees_to_it(seed: int, role: Role) -> None:
    network = network_of(sectored_city(seed, 20, 70, sectors=2))
    now, asking = standing(network, utc_today()), Viewer(Role.COORDINATOR, CITY)
    ends, middle = matchable(now, asking, None), connectors(network, now, asking, None)
    pseudonyms = Pseudonyms(b"one")
    found = suggestions_analysis(Still(network), Viewer(role, CITY), pseudonyms=pseudonyms)
    named = {pseudonyms.of(person.id): at for at, person in enumerate(network.people)}
    named |= {person.id: at for at, person in enumerate(network.people)}
    avoided = {
        frozenset((at, named[other]))
        for at, person in enumerate(network.people)
        for other in person.not_about
    }
    for each in found.suggestions:
        one, other, through = (named[who.id] for who in (each.one, each.other, each.through))
        assert ends[one] and ends[other] and middle[through]  # noqa: PT018  # one rule of three people
        assert role is Role.COORDINATOR or research(network)[[one, other, through]].all()
        trio = (frozenset((one, other)), frozenset((one, through)), frozenset((other, through)))
        assert avoided.isdisjoint(trio)
        assert each.shared or each.complements
        assert each.one.sector != each.other.sector
        assert (each.through.id in each.words.nl) == (role is Role.RESEARCHER)
    gains = [each.gain for each in found.suggestions]
    assert gains == sorted(gains, reverse=True)
