"""What somebody may choose among for their own record: talents, themes and neighbourhoods, in groups.

These are words of the city, which anybody may see; nothing here says who chose them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.analytics.words import fold
from graph.network import ConceptNode, NeighbourhoodNode, Network
from queries.phrases import Words

ELSEWHERE = Words("Andere", "Others")
"""Heads what belongs to no group."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose, by its id."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """What belongs together: a broad talent or theme with narrower ones, a district with its neighbourhoods."""

    label: Words
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that there is to choose among."""

    talents: Sequence[ChoiceGroup] = ()
    themes: Sequence[ChoiceGroup] = ()
    neighbourhoods: Sequence[ChoiceGroup] = ()


def choices(network: Network) -> Choices:
    """Return what somebody may choose among, by name."""
    return Choices(
        _concepts(network.talents), _concepts(network.themes), _places(network.neighbourhoods.values())
    )


def _concepts(nodes: Mapping[str, ConceptNode]) -> Sequence[ChoiceGroup]:
    branches: dict[str, list[ConceptNode]] = {}
    for node in nodes.values():
        branches.setdefault(_root(node, nodes).id, []).append(node)
    lonely = [branch[0] for branch in branches.values() if len(branch) == 1]
    grouped = [
        # The broad one itself comes first: it says what the others are about.
        ChoiceGroup(
            _label(nodes[root]),
            [
                _concept(nodes[root]),
                *_by_name(_concept(node) for node in branch if node.id != root),
            ],
        )
        for root, branch in branches.items()
        if len(branch) > 1
    ]
    rest = [ChoiceGroup(ELSEWHERE, _by_name(map(_concept, lonely)))] if lonely else []
    return [*_groups_by_name(grouped), *rest]


def _places(nodes: Iterable[NeighbourhoodNode]) -> Sequence[ChoiceGroup]:
    districts: dict[str | None, list[Choice]] = {}
    for node in nodes:
        districts.setdefault(node.district, []).append(Choice(node.id, Words(node.name, node.name)))
    grouped = [
        ChoiceGroup(Words(name, name), _by_name(found))
        for name, found in districts.items()
        if name is not None
    ]
    rest = [ChoiceGroup(ELSEWHERE, _by_name(districts[None]))] if None in districts else []
    return [*_groups_by_name(grouped), *rest]


def _root(node: ConceptNode, nodes: Mapping[str, ConceptNode]) -> ConceptNode:
    seen = {node.id}
    # A table may say that two are each broader than the other.
    while (broader := nodes.get(node.broader or "")) is not None and broader.id not in seen:
        node = broader
        seen.add(node.id)
    return node


def _label(node: ConceptNode) -> Words:
    return Words(node.label_nl, node.label_en or node.label_nl)


def _concept(node: ConceptNode) -> Choice:
    return Choice(node.id, _label(node))


def _by_name(found: Iterable[Choice]) -> list[Choice]:
    return sorted(found, key=lambda each: (fold(each.label.nl), each.id))


def _groups_by_name(found: Iterable[ChoiceGroup]) -> list[ChoiceGroup]:
    return sorted(found, key=lambda each: (fold(each.label.nl), each.choices[0].id))
