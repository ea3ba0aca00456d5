"""Which themes, talents and neighbourhoods a text speaks of, so that nobody has to tick boxes."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from graph.analytics.words import fold, is_part, stems
from graph.network import ConceptNode, Network

LEAST_HEAD = 6
"""Letters of a word that, alone, stands for the label it is the only one to have."""

VAGUE = frozenset(stems("verhalen organiseren activiteiten projecten initiatieven bewoners vrijwilligers"))
"""Words that every request may hold: alone they stand for no label."""

MOST_FOUND = 4
"""More concepts than this from one text would say nothing any more."""


def concepts_in(text: str, network: Network) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return ids of the themes, talents and neighbourhoods that `text` names, each in the order of the text.

    A label counts when all its words stand in the text (as stems, or one as part of a compound), or its last word
    does (alone or as the last part of a compound) and no other label has that word.  A talent of one word with
    narrower ones, "Organiseren", is what everybody does, and not read from a text.  A neighbourhood counts by its
    name as it is written, and only when no other one is called so: "haven" is a word, "Haven" may be a place.  The
    name of a district stands for all neighbourhoods in it.
    """
    said = stems(text)
    wide = {node.broader for node in network.talents.values()}
    telling = {
        identity: node
        for identity, node in network.talents.items()
        if identity not in wide or len(stems(node.label_nl)) > 1
    }
    labels = (
        label for tree in (network.themes, telling) for node in tree.values() for label in _labels(node)
    )
    # What has a label of its own, "wijkbudget", is not the end of it, "budget".
    named = {roots[0] for label in labels if len(roots := stems(label)) == 1}
    return (
        _labelled(said, network.themes, named),
        _labelled(said, telling, named),
        _places(text, network),
    )


def _labelled(said: list[str], tree: Mapping[str, ConceptNode], named: Collection[str]) -> tuple[str, ...]:
    worded = {node.id: [stems(label) for label in _labels(node)] for node in tree.values()}
    used = Counter(root for names in worded.values() for root in {root for roots in names for root in roots})
    found: dict[str, int] = {}
    for identity, names in worded.items():
        places = [place for roots in names if (place := _place(said, roots, used, named)) is not None]
        if places:
            found[identity] = min(places)
    above = {node for identity in found for node in _above(identity, tree)}
    kept = [identity for identity in found if identity not in above]
    return tuple(sorted(kept, key=lambda identity: (found[identity], identity))[:MOST_FOUND])


def _labels(node: ConceptNode) -> list[str]:
    return [label for label in (node.label_nl, node.label_en) if label]


def _place(said: list[str], roots: list[str], used: Mapping[str, int], named: Collection[str]) -> int | None:
    """Return where in the text a label stands, ``None`` where it does not."""
    if not roots:
        return None
    places = [_find(said, root) for root in roots]
    present = [place for place in places if place is not None]
    if len(present) == len(roots):
        return min(present)
    head = roots[-1]
    if len(head) < LEAST_HEAD or used[head] > 1 or head in VAGUE:
        return None
    return next(
        (at for at, word in enumerate(said) if word == head or (word not in named and _is_end(head, word))),
        None,
    )


def _is_end(head: str, word: str) -> bool:
    """Tell whether `word` is a kind of `head`, as *sluipverkeer* is of *verkeer*: a compound is what its end says."""
    return is_part(head, word) and word.endswith(head)


def _find(said: list[str], root: str) -> int | None:
    if root in said:
        return said.index(root)
    return next((at for at, word in enumerate(said) if len(root) >= LEAST_HEAD and is_part(root, word)), None)


def _above(identity: str, tree: Mapping[str, ConceptNode]) -> Iterable[str]:
    """Yield what is broader: a text that names the narrower one says enough."""
    seen = {identity}
    current = tree[identity].broader
    while current is not None and current in tree and current not in seen:
        seen.add(current)
        yield current
        current = tree[current].broader


def _places(text: str, network: Network) -> tuple[str, ...]:
    nodes = network.neighbourhoods.values()
    names = Counter(node.name for node in nodes)
    found: list[tuple[int, tuple[str, ...]]] = []
    for node in nodes:
        at = _written(node.name, text) if names[node.name] == 1 else None
        if at is not None and (at > 0 or len(node.name.split()) > 1):
            found.append((at, (node.id,)))
    told = {identity for _, ids in found for identity in ids}
    cities = {fold(name) for name in (network.city, *(node.city for node in nodes)) if name}
    for district, inside in network.districts.items():
        at = _written(district, text) if district not in names and fold(district) not in cities else None
        # Who names a neighbourhood too means that one: "Deurne-Noord", or "de Silsburg in Deurne".
        if at is not None and at > 0 and told.isdisjoint(inside):
            found.append((at, inside))
    return tuple(identity for _, ids in sorted(found)[:MOST_FOUND] for identity in ids)


def _written(name: str, text: str) -> int | None:
    """Return where a name stands in a text, as it is written; ``None`` where it does not."""
    hit = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return hit.start() if hit else None
