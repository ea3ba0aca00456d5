"""What is told of the network in figures, of bridges and of suggestions: right, said in words, and kept back."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, Stopped
from graph.network import Network
from queries.across_words import across
from queries.analysis_answers import BridgingAnswer, SectorBridging, SummaryAnswer
from queries.basis import SECTORS, based
from queries.bridging import bridging_analysis
from queries.bridging_words import bridging_words, fewest
from queries.figures import LEAST, Figure, by_name, figure
from queries.held import utc_today
from queries.phrases import Words
from queries.sectors import SECTOR_WORDS
from queries.suggestions import suggestions_analysis
from queries.summary import summary_analysis
from tests.answers import ANSWERS
from tests.graph.test_graphs import as_networkx
from tests.networks import network_of
from tests.numbers_said import counts, holds, shares
from tests.queries.sectored import sectored_city
from tests.still import Still

CITY = "antwerpen"
COORDINATOR, RESEARCHER, PUBLIC = (
    Viewer(role, CITY) for role in (Role.COORDINATOR, Role.RESEARCHER, Role.PUBLIC)
)


def asked(network: Network, viewer: Viewer) -> tuple[SummaryAnswer, BridgingAnswer]:
    snapshots = Still(network)
    return summary_analysis(snapshots, viewer), bridging_analysis(snapshots, viewer)


def test_figures_are_those_of_networkx() -> None:
    network = network_of(sectored_city(4, 40, 130, 3))
    of = based(Still(network).snapshot, COORDINATOR, utc_today())
    summary, bridging = asked(network, COORDINATOR)
    whole = as_networkx(of.graph)
    sector = {node: network.people[at].sector for node, at in enumerate(of.people.tolist())}
    nx.set_node_attributes(whole, sector, "sector")
    known = nx.Graph(whole.subgraph([node for node in whole if sector[node] is not None]))
    between = sum(sector[u] != sector[v] for u, v in known.edges)
    parts = [len(part) for part in nx.connected_components(whole)]
    distances = [
        steps for _, all_of in nx.all_pairs_shortest_path_length(whole) for steps in all_of.values() if steps
    ]
    expected = {
        "people": 40,
        "ties": whole.number_of_edges(),
        "tied": sum(degree > 0 for _, degree in whole.degree()) / 40,
        "mean_degree": 2 * whole.number_of_edges() / 40,
        "density": nx.density(whole),
        "components": len(parts),
        "largest_component": max(parts) / 40,
        "path_length": sum(distances) / len(distances),
        "clustering": nx.transitivity(whole),
        "core": max(nx.core_number(whole).values()),
        "ei_index": (2 * between - known.number_of_edges()) / known.number_of_edges(),
        "assortativity": nx.attribute_assortativity_coefficient(known, "sector"),
        "degree_assortativity": nx.degree_pearson_correlation_coefficient(whole),
    }
    found = by_name(summary.about.figures)
    assert set(found) == {*expected, "reciprocity"}
    for name, value in expected.items():
        assert found[name].value == pytest.approx(value, abs=2e-6)
    for pair in bridging.pairs:
        edges = [{sector[u], sector[v]} for u, v in whole.edges]
        assert pair.ties.value == edges.count({pair.one, pair.other})
    assert by_name(bridging.about.figures)["ei_index"] == found["ei_index"]
    for each in (found[name] for name in ("mean_degree", "density", "ei_index", "reciprocity")):
        assert each.low is not None
        assert each.high is not None
        assert each.value is not None
        assert each.low <= each.value <= each.high


def test_reciprocity_is_of_what_people_who_said_something_said() -> None:
    network = network_of(sectored_city(7, 25, 120, 3))
    declared = network.declared
    said = {
        (int(u), int(v))
        for u, v, weight in zip(declared.start, declared.end, declared.weight, strict=True)
        if u != v and weight == weight
    }
    answer = by_name(asked(network, COORDINATOR)[0].about.figures)["reciprocity"]
    # Strengths age: some that were said are no tie any more, so that this is what it may be between.
    assert answer.value is not None
    asked_people = {u for u, _ in said}
    pairs = {pair for pair in said if pair[1] in asked_people}
    assert 0 < answer.value <= 1
    assert abs(answer.value - sum((v, u) in pairs for u, v in pairs) / len(pairs)) < 0.15


def test_asking_twice_works_it_out_once() -> None:
    snapshots = Still(network_of(sectored_city(1)))
    for ask in (summary_analysis, bridging_analysis):
        first: list[float] = []
        again: list[float] = []
        assert ask(snapshots, COORDINATOR, progress=first.append) == ask(
            snapshots, COORDINATOR, progress=again.append
        )
        assert not again
        assert first == sorted(first)
    assert not first, "bridges follow from what the figures needed"


def test_work_that_is_stopped_leaves_nothing_half_done() -> None:
    snapshots = Still(network_of(sectored_city(1)))

    def stop(_: float) -> None:
        raise Stopped

    for ask in (summary_analysis, bridging_analysis, suggestions_analysis):
        with pytest.raises(Stopped):
            ask(snapshots, COORDINATOR, progress=stop)
    assert summary_analysis(snapshots, COORDINATOR).about.figures


def test_who_may_ask_what() -> None:
    snapshots = Still(network_of(sectored_city(1)))
    for ask in (summary_analysis, bridging_analysis, suggestions_analysis):
        with pytest.raises(NotAllowed):
            ask(snapshots, Viewer(Role.ADMIN, CITY))
    for role in (Role.PUBLIC, Role.PARTNER):
        with pytest.raises(NotAllowed):
            suggestions_analysis(snapshots, Viewer(role, CITY))
    for k in (0, 201):
        with pytest.raises(InvalidInput):
            suggestions_analysis(snapshots, COORDINATOR, k=k)


def test_fewer_suggestions_are_the_first_of_more() -> None:
    snapshots = Still(network_of(sectored_city(3, 30, 110, 3)))
    many, few = (suggestions_analysis(snapshots, COORDINATOR, k=k).suggestions for k in (10, 3))
    assert len(many) > 3
    assert many[:3] == few
    assert [each.rank for each in many] == list(range(1, len(many) + 1))


def test_the_sector_named_is_the_furthest_above_chance_and_not_said_to_have_most_ties_inside() -> None:
    answer = ANSWERS["bridging"]
    assert isinstance(answer, BridgingAnswer)
    index = {
        "resident": figure("ei_index", -0.5, expected=-0.4, expected_between=(-0.45, -0.35)),
        "business": figure("ei_index", 0.72, expected=0.95, expected_between=(0.9, 1)),
    }
    sectors = (
        SectorBridging("resident", 500, 900, 300, index["resident"]),
        SectorBridging("business", 40, 35, 217, index["business"]),
    )
    assert bridging_words(replace(answer, sectors=sectors))[-1] == Words(
        "Bij bedrijven komen banden binnen de eigen sector het verst uit boven wat toeval geeft: "
        "35 van de 252 banden.",
        "For businesses, ties within the same sector go furthest beyond what chance gives: 35 of 252 ties.",
    )


def shown(figures: list[Figure]) -> list[Figure]:
    return [each for each in figures if not each.hidden and each.value is not None]


def parts(summary: SummaryAnswer) -> list[float]:
    """Return every share that may stand in a sentence."""
    figures = by_name(summary.about.figures)
    ei = figures["ei_index"]
    found = [across(each) for each in (ei.value, ei.expected) if each is not None]
    return found if figures["clustering"].value is None else [*found, figures["clustering"].value]


def allowed(summary: SummaryAnswer, bridging: BridgingAnswer) -> set[float]:
    """Return every other number that may."""
    figures = by_name(summary.about.figures)
    found = {1.0}
    for name, places in (("people", 0), ("ties", 0), ("mean_degree", 1), ("path_length", 1)):
        value = figures[name].value
        found |= set() if value is None else {round(value, places)}
    for pair in bridging.pairs:
        found |= {round(value, 1) for value in (pair.ties.value, pair.ties.expected) if value is not None}
    for sector in bridging.sectors:
        if sector.inside is not None and sector.outside is not None:
            found |= {sector.inside, sector.inside + sector.outside}
    return found


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    role=st.sampled_from([Role.COORDINATOR, Role.RESEARCHER, Role.PUBLIC]),
    people=st.sampled_from([2, 14, 60]),
)
def test_what_is_said_agrees_with_the_figures_and_tells_nothing_small(
    seed: int, role: Role, people: int
) -> None:
    network = network_of(sectored_city(seed, people, 4 * people, 3))
    summary, bridging = asked(network, Viewer(role, CITY))
    may = allowed(summary, bridging)
    for words in (*summary.about.sentences, *bridging.about.sentences):
        assert set(counts(words)) <= may
        assert all(any(holds(each, part) for part in parts(summary)) for each in shares(words))
        assert words.nl.endswith(".")
        assert words.en.endswith(".")
    assert 1 <= len(summary.about.sentences) <= 3
    assert 1 <= len(bridging.about.sentences) <= 3
    pair = fewest(bridging)
    if pair is not None:
        assert pair.ties.value is not None
        assert pair.ties.expected is not None
        assert pair.ties.value < pair.ties.expected
        said = " ".join(words.nl for words in bridging.about.sentences)
        assert SECTOR_WORDS[pair.one].nl in said
        assert SECTOR_WORDS[pair.other].nl in said
    if role is Role.PUBLIC:
        kept_back(summary, bridging)


def kept_back(summary: SummaryAnswer, bridging: BridgingAnswer) -> None:
    counts = [each.people for each in summary.sectors]
    assert all(count is None or count >= LEAST for count in counts)
    assert counts.count(None) != 1
    assert [each.people for each in bridging.sectors] == counts[:-1]
    figures = by_name(summary.about.figures)
    people = figures["people"].value
    for name in ("tied", "largest_component"):
        share = figures[name].value
        if share is not None and people is not None:
            assert min(round(share * people), people - round(share * people)) >= LEAST
    if people is None:
        assert all(each.hidden for each in summary.about.figures)
        assert all(each.hidden for each in bridging.about.figures)
    away = {str(sector) for sector, count in zip(SECTORS, counts, strict=False) if count is None}
    for sector in bridging.sectors:
        if sector.sector in away:
            assert sector.ei_index.hidden
            assert (sector.inside, sector.outside) == (None, None)
        told = [count for count in (sector.inside, sector.outside) if count is not None]
        assert all(count >= LEAST for count in told)
        assert sector.ei_index.hidden == (len(told) < 2)
    for pair in bridging.pairs:
        small = pair.ties.value is None or pair.ties.value < LEAST
        assert pair.ties.hidden == small
        assert pair.ties.hidden or not {pair.one, pair.other} & away
    # Two decimals, so that no share gives a count away.
    for each in (figures["ei_index"], figures["assortativity"], figures["reciprocity"]):
        for value in (each.value, each.low, each.high, each.expected):
            assert value is None or round(value, 2) == value


def test_a_city_of_many_tells_the_public_most_of_it() -> None:
    tables = sectored_city(6, 150, 3000)
    every = [*SECTORS, None]
    people = tuple(replace(row, sector=every[at % 7]) for at, row in enumerate(tables.people))
    summary, bridging = asked(network_of(replace(tables, people=people)), PUBLIC)
    kept_back(summary, bridging)
    assert all(each.people for each in summary.sectors)
    assert len(shown([pair.ties for pair in bridging.pairs])) > 10
    assert len(shown([sector.ei_index for sector in bridging.sectors])) > 3
    assert not [each.name for each in summary.about.figures if each.hidden and each.name != "components"][2:]
