"""Which themes, talents and neighbourhoods a text speaks of, so that nobody has to tick boxes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from graph.analytics.words import STOP, is_part, stem, stems, tokens
from graph.network import ConceptNode, Network

LEAST_HEAD = 6
"""Letters of a word that, alone, stands for the label it is the only one to have."""

MOST_FOUND = 4
"""More concepts than this from one text would say nothing any more."""


def concepts_in(text: str, network: Network) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return ids of the themes, talents and neighbourhoods that `text` names, each in the order of the text.

    A label counts when all its words stand in the text (as stems, or one as part of a compound), or its last word
    does and no other label has that word.  A neighbourhood counts by its name as it is written, and only when no
    other one is called so: "haven" is a word, "Haven" may be a place.
    """
    said = stems(text)
    return (
        _labelled(said, network.themes),
        _labelled(said, network.talents),
        _places(text, network),
    )


def _labelled(said: list[str], tree: Mapping[str, ConceptNode]) -> tuple[str, ...]:
    labels = {node.id: [label for label in (node.label_nl, node.label_en) if label] for node in tree.values()}
    worded = {identity: [_roots(label) for label in names] for identity, names in labels.items()}
    used = Counter(root for names in worded.values() for root in {root for roots in names for root in roots})
    found: dict[str, int] = {}
    for identity, names in worded.items():
        places = [place for roots in names if (place := _place(said, roots, used)) is not None]
        if places:
            found[identity] = min(places)
    above = {node for identity in found for node in _above(identity, tree)}
    kept = [identity for identity in found if identity not in above]
    return tuple(sorted(kept, key=lambda identity: (found[identity], identity))[:MOST_FOUND])


def _roots(label: str) -> list[str]:
    return [stem(word) for word in tokens(label) if word not in STOP]


def _place(said: list[str], roots: list[str], used: Mapping[str, int]) -> int | None:
    """Return where in the text a label stands, ``None`` where it does not."""
    if not roots:
        return None
    places = [_find(said, root) for root in roots]
    present = [place for place in places if place is not None]
    if len(present) == len(roots):
        return min(present)
    head = roots[-1]
    if len(head) >= LEAST_HEAD and used[head] == 1 and head in said:
        return said.index(head)
    return None


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
    names = Counter(node.name for node in network.neighbourhoods.values())
    found: dict[str, int] = {}
    for node in network.neighbourhoods.values():
        hit = re.search(rf"(?<!\w){re.escape(node.name)}(?!\w)", text) if names[node.name] == 1 else None
        if hit and (hit.start() > 0 or len(node.name.split()) > 1):
            found[node.id] = hit.start()
    return tuple(sorted(found, key=lambda identity: (found[identity], identity))[:MOST_FOUND])
