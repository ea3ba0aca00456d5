"""What somebody may choose among for their own record."""

from dataclasses import replace

from graph.model import Tables
from graph.network import ConceptNode, NeighbourhoodNode
from queries.own_choices import choices
from tests.networks import network_of


def concept(key: str, label: str, broader: str | None = None) -> ConceptNode:
    return ConceptNode(key, key, label, None, broader)


def test_narrower_ones_stand_with_the_broad_one_and_the_rest_comes_last() -> None:
    talents = {
        each.id: each
        for each in (
            concept("z", "Zingen"),
            concept("k", "Koken"),
            concept("b", "Bakken", "k"),
            concept("t", "Taart", "b"),
            concept("a", "Architect"),
        )
    }
    found = choices(replace(network_of(Tables()), talents=talents)).talents
    assert [(group.label.nl, [each.id for each in group.choices]) for group in found] == [
        ("Koken", ["k", "b", "t"]),
        ("Andere", ["a", "z"]),
    ]


def test_two_that_are_each_broader_than_the_other_are_both_offered() -> None:
    themes = {"a": concept("a", "A", "b"), "b": concept("b", "B", "a")}
    found = choices(replace(network_of(Tables()), themes=themes)).themes
    assert {each.id for group in found for each in group.choices} == {"a", "b"}


def test_neighbourhoods_stand_by_district() -> None:
    places = {
        each.id: each
        for each in (
            NeighbourhoodNode("2", "2", "Linde", "Zuid"),
            NeighbourhoodNode("1", "1", "Beuk", "Noord"),
            NeighbourhoodNode("3", "3", "Eik"),
        )
    }
    found = choices(replace(network_of(Tables()), neighbourhoods=places)).neighbourhoods
    assert [(group.label.nl, [each.id for each in group.choices]) for group in found] == [
        ("Noord", ["1"]),
        ("Zuid", ["2"]),
        ("Andere", ["3"]),
    ]
