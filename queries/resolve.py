"""What somebody typed to the thing that is meant: an id, a key from a table, or an unambiguous name.

Only things the viewer may see take part, so that an unknown thing and a hidden one are answered alike, in the
same words.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.access import Viewer, visible, visible_organisation
from graph.analytics.words import fold
from graph.errors import AmbiguousName, UnknownThing
from graph.network import Network
from queries.snapshots import Snapshot, utc_today

NEAR = 75.0
"""Similarity (0 to 100) from which a name is offered as "did you mean"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that can be meant: id, key, and the names it answers to, the one to show first."""

    id: str
    key: str
    names: tuple[str, ...]


def pick(things: Callable[[], Iterable[Named]], text: str, kind_nl: str, kind_en: str) -> str:
    """Return the id of the one thing meant by `text`.

    Raises
    ------
    UnknownThing
        Nothing carries this id, key or name.
    AmbiguousName
        Several do; the message names them.
    """
    wanted = text.strip()
    everything = list(things())
    for thing in everything:
        if thing.id == wanted:
            return thing.id
    folded = fold(wanted)
    for found in (
        [thing for thing in everything if thing.key == wanted],
        [thing for thing in everything if any(fold(name) == folded for name in thing.names)],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            raise AmbiguousName(_ambiguous(wanted, found, kind_nl, kind_en))
    raise UnknownThing(_unknown(wanted, everything, kind_nl, kind_en))


def _ambiguous(wanted: str, found: Sequence[Named], kind_nl: str, kind_en: str) -> str:
    shown = "; ".join(f"{thing.names[0]} ({thing.key})" for thing in found[:5])
    more = "; …" if len(found) > 5 else ""
    return (
        f"Er is meer dan één {kind_nl} '{wanted}': {shown}{more}. Geef het id. "
        f"/ More than one {kind_en} is called '{wanted}'. Give the id."
    )


def _unknown(wanted: str, everything: Sequence[Named], kind_nl: str, kind_en: str) -> str:
    names = {name: fold(name) for thing in everything for name in thing.names}
    near = process.extract(fold(wanted), names, scorer=fuzz.ratio, limit=3, score_cutoff=NEAR)
    hint_nl = f" Bedoelde u: {', '.join(name for _, _, name in near)}?" if near else ""
    hint_en = f" Did you mean: {', '.join(name for _, _, name in near)}?" if near else ""
    return (
        f"Geen {kind_nl} gevonden met id, sleutel of naam '{wanted}'.{hint_nl} "
        f"/ No {kind_en} found with id, key or name '{wanted}'.{hint_en}"
    )


def person(snapshot: Snapshot, viewer: Viewer, text: str) -> int:
    """Return the position of the person meant, among those whom `viewer` may see."""
    network = snapshot.network
    mask = visible(snapshot.standing(utc_today()), viewer)
    quick = network.position.get(text.strip())
    if quick is not None and mask[quick]:
        return quick
    by_key = [at for at in network.positions_by_key.get(text.strip(), ()) if mask[at]]
    if len(by_key) == 1:
        return by_key[0]

    def people() -> Iterable[Named]:
        return (Named(node.id, node.key, (node.name,)) for at, node in enumerate(network.people) if mask[at])

    return network.position[pick(people, text, "persoon", "person")]


def theme(network: Network, text: str) -> str:
    """Return the id of the theme meant."""
    return pick(
        lambda: (
            Named(node.id, node.key, tuple(filter(None, (node.label_nl, node.label_en))))
            for node in network.themes.values()
        ),
        text,
        "thema",
        "theme",
    )


def talent(network: Network, text: str) -> str:
    """Return the id of the talent meant."""
    return pick(
        lambda: (
            Named(node.id, node.key, tuple(filter(None, (node.label_nl, node.label_en))))
            for node in network.talents.values()
        ),
        text,
        "talent",
        "talent",
    )


def neighbourhood(network: Network, text: str) -> str:
    """Return the id of the neighbourhood meant; "Ekeren - Centrum" tells the four centres apart."""
    try:
        return pick(
            lambda: (
                Named(
                    node.id,
                    node.key,
                    (node.name, f"{node.district} - {node.name}", f"{node.name} ({node.district})")
                    if node.district
                    else (node.name,),
                )
                for node in network.neighbourhoods.values()
            ),
            text,
            "wijk",
            "neighbourhood",
        )
    except UnknownThing as unknown:
        inside = _inside(network, text)
        if not inside:
            raise
        named = "; ".join(network.neighbourhoods[each].name for each in inside)
        message = (
            f"'{text.strip()}' is een district, geen wijk. Kies er wijken van: {named}. "
            f"/ '{text.strip()}' is a district, not a neighbourhood. Choose neighbourhoods of it: {named}."
        )
        raise UnknownThing(message) from unknown


def neighbourhoods(network: Network, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the neighbourhoods meant, once each; the name of a district means all that lie in it."""
    found: list[str] = []
    for text in texts:
        try:
            found.append(neighbourhood(network, text))
        except UnknownThing:
            inside = _inside(network, text)
            if not inside:
                raise
            found += inside
    return tuple(dict.fromkeys(found))


def _inside(network: Network, text: str) -> tuple[str, ...]:
    wanted = fold(text)
    return next((inside for name, inside in network.districts.items() if fold(name) == wanted), ())


def request(network: Network, text: str) -> str:
    """Return the id of the request meant."""
    return pick(
        lambda: (Named(node.id, node.key, (node.title,)) for node in network.requests),
        text,
        "vraag",
        "request",
    )


def organisation(network: Network, viewer: Viewer, text: str) -> str:
    """Return the id of the organisation meant, among those whom `viewer` may see."""
    return pick(
        lambda: (
            Named(node.id, node.key, (node.name,))
            for node in network.organisations
            if visible_organisation(node, viewer)
        ),
        text,
        "organisatie",
        "organisation",
    )
