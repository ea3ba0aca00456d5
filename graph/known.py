"""What a store already holds, as far as a table may refer to it by key or by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Key


@dataclass(frozen=True, slots=True)
class KnownThing:
    """A stored thing.

    ``names`` is everything it answers to besides its key: its id, its name or title, its labels in each language;
    for a neighbourhood also :func:`neighbourhood_names`.  ``district`` is that of a neighbourhood.
    """

    key: Key
    names: tuple[str, ...] = ()
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of each kind, by key; empty for an empty store."""

    people: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    organisations: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    initiatives: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    themes: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    talents: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    neighbourhoods: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])
    requests: Mapping[Key, KnownThing] = field(default_factory=dict[Key, KnownThing])


def neighbourhood_names(name: str, district: str | None) -> tuple[str, ...]:
    """Return what a neighbourhood answers to: its name, alone and with its district before or after it.

    Antwerp has a "Centrum" in three districts: "Ekeren - Centrum" and "Centrum (Ekeren)" say which.
    """
    if district is None:
        return (name,)
    return (name, f"{district} - {name}", f"{name} ({district})")
