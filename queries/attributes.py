"""What the people of an analysis care about, where they are active and what they are members of, as far as told."""

from dataclasses import dataclass

from graph.access import Role, Viewer, visible_organisation
from graph.analytics.graphs import Matrix
from queries.basis import Based
from queries.phrases import Words, label_words, plain
from queries.place_names import place_names

THEME, PLACE, ORGANISATION = "theme", "place", "organisation"


@dataclass(frozen=True)
class Attributes:
    """Things of one kind, and who has them.

    Attributes
    ----------
    kind
        ``theme``, ``place`` or ``organisation``.
    ids
        Ids, ascending; a district has its name.
    words
        How each is said inside a sentence.
    has
        Shape (nodes, things), 0 or 1.
    """

    kind: str
    ids: tuple[str, ...]
    words: tuple[Words, ...]
    has: Matrix


def sees_neighbourhoods(viewer: Viewer) -> bool:
    """Tell whether places are neighbourhoods to `viewer`, and not districts."""
    return viewer.role is not Role.RESEARCHER


def themes_of(of: Based) -> Attributes:
    """Return the themes: who cares about a narrower one cares about each broader one."""
    network = of.network
    ids = sorted(network.themes)
    at = {theme: column for column, theme in enumerate(ids)}
    wide = {theme: tuple(at[each] for each in network.broader(theme, network.themes)) for theme in ids}
    cares = {
        one: tuple(column for theme, _ in network.people[one].themes for column in wide.get(theme, ()))
        for one in of.people.tolist()
    }
    words = tuple(label_words(network.themes[each]) for each in ids)
    return Attributes(THEME, tuple(ids), words, of.attributes(cares, len(ids)))


def places_of(of: Based, viewer: Viewer) -> Attributes:
    """Return the neighbourhoods in which people are active, or the districts for who sees no smaller ones."""
    network = of.network
    place = {
        each.id: each.id if sees_neighbourhoods(viewer) else each.district
        for each in network.neighbourhoods.values()
    }
    ids = sorted({each for each in place.values() if each})
    at = {each: column for column, each in enumerate(ids)}
    active = {
        one: tuple(
            at[found]
            for each in network.people[one].neighbourhoods
            if (found := place.get(each)) is not None and found in at
        )
        for one in of.people.tolist()
    }
    named = place_names(network) if sees_neighbourhoods(viewer) else {each: plain(each) for each in ids}
    words = tuple(Words(named[each], named[each]) for each in ids)
    return Attributes(PLACE, tuple(ids), words, of.attributes(active, len(ids)))


def organisations_of(of: Based, viewer: Viewer) -> Attributes:
    """Return the organisations that `viewer` may see; members are those of the day."""
    network = of.network
    seen = [at for at, each in enumerate(network.organisations) if visible_organisation(each, viewer)]
    column = {at: number for number, at in enumerate(seen)}
    members: dict[int, tuple[int, ...]] = {}
    links = network.memberships
    for person, other in zip(
        links.person[of.running].tolist(), links.other[of.running].tolist(), strict=True
    ):
        if other in column:
            members[person] = (*members.get(person, ()), column[other])
    names = [plain(network.organisations[at].name) for at in seen]
    words = tuple(Words(name, name) for name in names)
    ids = tuple(network.organisations[at].id for at in seen)
    return Attributes(ORGANISATION, ids, words, of.attributes(members, len(seen)))
