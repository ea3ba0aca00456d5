"""Answers about paths read well: whole sentences for any name, title and evidence, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer
from graph.model import Tables
from graph.network import ConceptNode
from queries.match_words import label as in_a_match
from queries.nearest import propose as propose_nearest
from queries.nearest import worded as nearest_worded
from queries.path_answers import PathAnswer, RouteAnswer, WantedAnswer
from queries.paths import propose, worded
from queries.phrases import Words, capital, label_words, quoted
from queries.snapshots import Snapshot
from tests.networks import TODAY, network_of, random_city

NAMES = (
    "An Peeters", "van den Berg", "d'Hondt", "Jan P.", "X", "ijsbrand de Wit", "'t Hooft", "Zoë O’Neill",
    "Bo “Bob” Maes", "de Smet, Eva", "Émile Zola", "Al-Hassan", "Li (fictief)", "Eén en Twee", "محمد", "Mr. D.",
)  # fmt: skip
TITLES = (
    "Buurtforum", "‘Straat’ in bloei", "Wie doet mee?", "Plan “Groen”", "De ‘echte’ “stad”", "\"Schoolstraat\"",
    "Nacht van d'Eilandjes", "Overleg e.d.", "Samen...", "X",
)  # fmt: skip
ROLES = st.sampled_from([Role.COORDINATOR, Role.PARTNER])


def named(tables: Tables, shift: int) -> Tables:
    """Give everybody and everything a name that is hard on a sentence."""
    return replace(
        tables,
        people=tuple(
            replace(row, name=NAMES[(at + shift) % len(NAMES)]) for at, row in enumerate(tables.people)
        ),
        initiatives=tuple(
            replace(row, title=TITLES[(at + shift) % len(TITLES)])
            for at, row in enumerate(tables.initiatives)
        ),
        organisations=tuple(
            replace(row, name=TITLES[(at * 3 + shift) % len(TITLES)])
            for at, row in enumerate(tables.organisations)
        ),
    )


def answers(seed: int, role: Role, shift: int, back: int, introductions: int) -> Iterator[PathAnswer]:
    """Yield the answers between a few people of a random city, from one start and from several."""
    network = network_of(named(random_city(seed, people=10, ties=26), shift))
    snapshot, viewer, day = Snapshot(network), Viewer(role, "antwerpen"), TODAY - timedelta(days=back)
    for starts, target in (((0,), 1), ((3, 4), 2), ((5,), 6), ((7, 8, 9), 0)):
        found = propose(
            snapshot, viewer, starts, target, routes=2, max_introductions=introductions, day=day, today=TODAY
        )
        yield worded(found, snapshot, viewer)


GIVEN = {
    "seed": st.integers(0, 10**6),
    "role": ROLES,
    "shift": st.integers(0, 15),
    "back": st.sampled_from([0, 0, 400, 1500]),
    "introductions": st.integers(0, 3),
}


def fragments(route: RouteAnswer) -> Iterator[str]:
    for words in (route.sentence, route.message, route.fallback):
        if words is not None:
            yield from (words.nl, words.en)
    for hop in route.hops:
        for piece in hop.evidence or ():
            yield from (piece.text.nl, piece.text.en)


def well_made(text: str) -> None:
    """Check what holds for any text."""
    assert text.strip() == text != ""
    assert "None" not in text
    assert "  " not in text
    assert ".." not in text
    assert not re.search(r"\s[,.;:!?)]", text)
    assert not re.search(r"\(\)|‘’|“”|: ;|; ;|, ,|:\.|;\.|,\.", text)
    for opening, closing in ("()", "‘’", "“”"):
        # An apostrophe closes nothing.
        assert text.count(opening) <= text.count(closing)


def whole(text: str) -> None:
    """Check what holds for a sentence."""
    well_made(text)
    begin = re.sub(r"^['’][a-z] ", "", text)
    assert begin[0] == begin[0].upper()
    assert text.endswith(".")


@settings(max_examples=150, deadline=None)
@given(**GIVEN)
def test_every_text_of_a_route_is_well_made(
    seed: int, role: Role, shift: int, back: int, introductions: int
) -> None:
    for answer in answers(seed, role, shift, back, introductions):
        assert answer.found == (answer.reason is None)
        if answer.reason is not None:
            whole(answer.reason.nl)
            whole(answer.reason.en)
        for route in answer.routes:
            for text in fragments(route):
                well_made(text)
            for words in (route.sentence, route.message, route.fallback):
                if words is not None:
                    whole(words.nl)
                    whole(words.en)
                    assert words.nl != words.en


@settings(max_examples=150, deadline=None)
@given(**GIVEN)
def test_every_route_says_what_it_rests_on_and_what_is_left_after_a_no(
    seed: int, role: Role, shift: int, back: int, introductions: int
) -> None:
    day = TODAY - timedelta(days=back)
    for answer in answers(seed, role, shift, back, introductions):
        for number, route in enumerate(answer.routes):
            assert route.fallback is not None
            connector = len(route.people) > 2
            assert (route.message is not None) == (connector and role is Role.COORDINATOR)
            if connector:
                assert str(route.people[1].name) in route.fallback.nl
            if number + 1 < len(answer.routes):
                onward = answer.routes[number + 1].people
                assert str(onward[1].name) in route.fallback.nl
                assert str(onward[1].name) in route.fallback.en
                assert "geen andere" not in route.fallback.nl
            if role is Role.PARTNER:
                assert {(hop.strength, hop.weakest, hop.stale, hop.evidence) for hop in route.hops} == {
                    (None, None, None, None)
                }
                continue
            assert sum(bool(hop.weakest) for hop in route.hops) == 1
            strengths = [hop.strength or 0.0 for hop in route.hops]
            assert strengths[[bool(hop.weakest) for hop in route.hops].index(True)] == min(strengths)
            for hop in route.hops:
                assert hop.evidence
                old = [
                    piece.kind != "organisation" and (piece.date is None or (day - piece.date).days > 730)
                    for piece in hop.evidence
                ]
                assert hop.stale == all(old)
                if hop.stale:
                    assert re.search("ouder dan twee jaar|geen datum|niet bekend", route.sentence.nl)
            if not any(hop.stale for hop in route.hops):
                assert "twee jaar" not in route.sentence.nl
            if min(strengths) < 0.6 and round(max(strengths), 2) > round(min(strengths), 2):
                assert "zwakste schakel" in route.sentence.nl
                assert "weakest link" in route.sentence.en


@settings(max_examples=100, deadline=None)
@given(**GIVEN)
def test_a_partner_reads_nothing_of_ties(
    seed: int, role: Role, shift: int, back: int, introductions: int
) -> None:
    for answer in answers(seed, Role.PARTNER, shift, back, introductions):
        for route in answer.routes:
            told = " ".join(fragments(route))
            assert not re.search("zwakste|weakest|ouder|te kennen|they know|samen in|lid van", told)


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    role=ROLES,
    shift=st.integers(0, 15),
    kind=st.sampled_from(["talent", "theme"]),
)
def test_every_text_about_the_nearest_is_well_made(seed: int, role: Role, shift: int, kind: str) -> None:
    network = network_of(named(random_city(seed, people=10, ties=16), shift))
    snapshot, viewer = Snapshot(network), Viewer(role, "antwerpen")
    node = network.talents["talent:s2"] if kind == "talent" else network.themes["theme:t2"]
    wanted = WantedAnswer("talent" if kind == "talent" else "theme", node.id, node.key, label_words(node))
    found = propose_nearest(snapshot, viewer, (0, 3), wanted, k=3, routes=2, day=TODAY, today=TODAY)
    answer = nearest_worded(found, snapshot, viewer)
    assert answer.found == (answer.reason is None) == (answer.code is None)
    if answer.reason is not None:
        whole(answer.reason.nl)
        whole(answer.reason.en)
    for target in answer.targets:
        well_made(target.has.text.nl)
        well_made(target.has.text.en)
        assert ("verwant" in target.has.text.nl) == target.has.related
        for route in target.routes:
            assert route.fallback is not None
            for text in fragments(route):
                well_made(text)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("van den Berg", "Van den Berg"),
        ("ijsbrand", "IJsbrand"),
        ("d'Hondt", "D'Hondt"),
        ("'t hof", "'t Hof"),
        ("émile", "Émile"),
        ("An", "An"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, begun: str) -> None:
    assert capital(text) == begun


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Buurtforum", "‘Buurtforum’"),
        ("‘Buurtforum’", "‘Buurtforum’"),
        ('"Buurtforum"', "‘Buurtforum’"),
        ("Zo’n ‘dag’", "“Zo’n ‘dag’”"),
        ("‘A’ en “B”", "«‘A’ en “B”»"),
        ("Samen...", "‘Samen…’"),
    ],
)
def test_a_title_stands_between_quotes_it_does_not_hold(title: str, shown: str) -> None:
    assert quoted(title) == shown


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Schoolstraat", "schoolstraat"),
        ("Cultuur, Sport en Vrije Tijd", "Cultuur, Sport en Vrije Tijd"),
        ("Welzijn en Gezondheid", "Welzijn en Gezondheid"),
        ("PMD inzamelen", "PMD inzamelen"),
        ("É", "é"),
        ("", ""),
    ],
)
def test_a_label_becomes_small_inside_a_sentence_only_where_it_has_no_other_capital(
    label: str, inside: str
) -> None:
    node = ConceptNode("theme:x", "x", label, label)
    assert label_words(node) == in_a_match("x", {"x": node}) == Words(inside, inside)
