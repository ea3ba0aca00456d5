"""Where somebody stands: the rank is their place in the whole list, and the parts make the difference exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, connectors, matchable, standing
from graph.analytics.match_gaps import gaps
from graph.analytics.matching import Explained, Matcher, Need
from graph.analytics.paths import best_values, connector_factors
from graph.model import Tables
from graph.network import Network
from graph.trust import ties
from queries.explain_words import gap_words
from queries.explaining import differences
from queries.match_words import reasons
from tests.networks import TODAY, network_of, random_city
from tests.properties.test_no_trace import ASKED, ROLES, erased, keys

NEEDS = st.sampled_from(
    [
        ASKED,
        Need(talents=("talent:s1",)),
        Need(text="verkeer en groen"),
        Need(themes=("theme:t1", "theme:t2"), neighbourhoods=("wijk:w1",), languages=frozenset({"ar"})),
    ]
)
PLACES = 1_000_000_000_000
"""Scores have twelve decimals: as whole numbers of that size they add up exactly."""


def prepared(tables: Tables, role: Role, need: Need) -> tuple[Network, Matcher, dict[str, object], set[str]]:
    network = network_of(tables, borders=[("w1", "w2")])
    now, viewer = standing(network, TODAY), Viewer(role, "antwerpen")
    lattice = ties(network, TODAY, today=TODAY)
    middle = connectors(network, now, viewer, frozenset({"theme:t1"}))
    reach = best_values(
        lattice, connector_factors(lattice, middle, network.load), network.position["person:p00"]
    )
    matcher, allowed = Matcher.build(network, lattice), matchable(now, viewer, frozenset({"theme:t1"}))
    eligible = keys(network, matcher.eligible(need, allowed)) | keys(network, middle)
    return network, matcher, {"allowed": allowed, "reach": reach, "day": TODAY}, eligible


def explained(matcher: Matcher, need: Need, at: int, given: dict[str, object]) -> Explained | None:
    return matcher.explain(need, person=at, **given)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, need=NEEDS)
def test_the_rank_is_the_place_in_the_whole_list(seed: int, role: Role, need: Need) -> None:
    network, matcher, given_, _ = prepared(random_city(seed, 14, 40), role, need)
    everyone = matcher.match(need, k=100, spread=False, **given_)  # type: ignore[arg-type]
    place = {found.person: (found, rank) for rank, found in enumerate(everyone, start=1)}
    eligible = matcher.eligible(need, given_["allowed"])  # type: ignore[arg-type]
    for at in range(len(network.people)):
        found = explained(matcher, need, at, given_)
        assert (found is not None) == bool(eligible[at])
        if found is not None:
            match, rank = place.get(at, (found.match, None))
            assert (found.rank, found.among, found.match) == (rank, len(everyone), match)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, need=NEEDS)
def test_the_parts_of_a_difference_add_up_to_it_exactly(seed: int, role: Role, need: Need) -> None:
    _, matcher, given_, _ = prepared(random_city(seed, 14, 40), role, need)
    everyone = matcher.match(need, k=100, spread=False, **given_)  # type: ignore[arg-type]
    for one in everyone:
        for other in everyone[:3]:
            parts = differences(one, other)
            assert [part.difference for part in parts] == sorted(part.difference for part in parts)
            made = sum(round(part.difference * PLACES) for part in parts)
            assert made == round(one.score * PLACES) - round(other.score * PLACES)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, need=NEEDS)
def test_reasons_are_the_heaviest_parts_and_read_well(seed: int, role: Role, need: Need) -> None:
    network, matcher, given_, _ = prepared(random_city(seed, 14, 40), role, need)
    for found in matcher.match(need, k=100, spread=False, **given_):  # type: ignore[arg-type]
        nl, en = reasons(found, need, network)
        speaks = "ar" in need.languages
        assert len(nl) == len(en) <= 3 + speaks
        assert ("spreekt Arabisch" in nl[-2:], "speaks Arabic" in en[-2:]) == (speaks, speaks)
        made = [
            found.parts[_part(text)].value * found.parts[_part(text)].weight for text in nl if _part(text)
        ]
        assert made == sorted(made, reverse=True)
        assert all(product > 0.0 for product in made)
        unknown = [gap_words("An", gap, network, enough=False) for gap in gaps(network, found, need)]
        for text in (*nl, *en, *(words.nl for words in unknown), *(words.en for words in unknown)):
            assert text.strip() == text != ""
            assert not any(slip in text for slip in ("None", "  ", "()", "‘’", " ,", "nan"))


def _part(text: str) -> str:
    """Return the part that a Dutch reason speaks of; nothing for languages and time, which come last."""
    begins = {
        "biedt": "talents",
        "heeft hart": "themes",
        "deed mee": "experience",
        "leidde": "experience",
        "begeleidde": "experience",
        "lid van een groep": "experience",
        "actief in": "place",
        "eigen woorden": "text",
        "staat dicht": "around",
        "te bereiken": "reach",
        "spreekt": "",
        "heeft nu geen": "",
    }
    return next(part for begin, part in begins.items() if text.startswith(begin))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, need=NEEDS)
def test_where_somebody_stands_depends_on_nobody_else(seed: int, role: Role, need: Need) -> None:
    tables = random_city(seed, people=14, ties=40)

    def answer(city: Tables) -> tuple[dict[str, object], set[str]]:
        network, matcher, given_, eligible = prepared(city, role, need)
        shown: dict[str, object] = {}
        for at, node in enumerate(network.people):
            found = explained(matcher, need, at, given_)
            if found is not None:
                words = [
                    gap_words(node.name, gap, network, False) for gap in gaps(network, found.match, need)
                ]
                shown[node.key] = (found.rank, found.among, found.match.score, dict(found.match.parts), words)
        return shown, eligible

    everything, eligible = answer(tables)
    without, _ = answer(erased(tables, eligible | {"p00"}))
    assert without == everything


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), need=NEEDS)
def test_what_is_not_known_never_makes_more_than_its_part(seed: int, need: Need) -> None:
    network, matcher, given_, _ = prepared(random_city(seed, 14, 40), Role.COORDINATOR, need)
    for found in matcher.match(need, k=100, spread=False, **given_):  # type: ignore[arg-type]
        gains: dict[str, float] = {}
        for gap in gaps(network, found, need):
            gains[gap.part] = gains.get(gap.part, 0.0) + gap.gain
        for name, gain in gains.items():
            part = found.parts[name]
            assert 0.0 < gain <= part.weight * (1.0 - part.value) + 1e-6
