"""Rows of a record that was merged into another: what they said before the merge is no news.

Tables go on speaking of both records under their own keys.  A row lands at the person who was kept, and only where
it says something else than its record said when it was merged; otherwise the rows of the two would overrule each
other, and what the merge decided, at every import.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model import Key
from queries.merged import Merged
from queries.stored import Link

Ends = Mapping[str, Mapping[str, Any]]
"""Properties of the links of one relation, by the id of the other end."""


class MergedRows:
    """What is known of merged records, as an import looks it up."""

    def __init__(self, merged: Merged, source: str) -> None:
        self._merged = merged
        self._source = source
        self._said: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for records in merged.said.values():
            for record in records:
                for image in record.links:
                    link = Link(**image)
                    self._said.setdefault(link.identity, []).append(bare(link.properties))

    def now(self, identity: str) -> str:
        """Return the id of the person a record became."""
        return self._merged.now(identity)

    def own(self, key: Key) -> str | None:
        """Return the id of the merged record that a row of this source *is*: by its id, or by its key."""
        if key in self._merged.into:
            return key
        mine = [identity for source, identity, _ in self._merged.keys.get(key, ()) if source == self._source]
        return mine[0] if mine else None

    def others(self, key: Key) -> list[str]:
        """Return the ids of merged records with this key, of any source."""
        return [identity for _, identity, _ in self._merged.keys.get(key, ())]

    def touches(self, identity: str) -> bool:
        """Tell whether a record was part of a merge."""
        return identity in self._merged.said

    def news(self, identity: str, changes: Mapping[str, Any]) -> dict[str, Any]:
        """Return of `changes` what the record did not say before it was merged."""
        records = self._merged.said.get(identity, ())
        return {
            name: value
            for name, value in changes.items()
            if not any(record.properties.get(name) == value for record in records)
        }

    def moved(self, link: Link) -> Link:
        """Return a link between records as one between the people they became."""
        start, end = self.now(link.start), self.now(link.end)
        return link if (start, end) == (link.start, link.end) else replace(link, start=start, end=end)

    def by_merge(self, link: Link) -> bool:
        """Tell whether a merge made a stored link."""
        return str(link.properties.get("batch") or "").startswith("decision:")

    def told(self, link: Link) -> bool:
        """Tell whether a link between records, by their own ids, was told before one of them was merged."""
        return any(each == bare(link.properties) for each in self._said.get(link.identity, ()))

    def side(self, identity: str, relation: str, end_label: str, held: Ends, wanted: Ends) -> Ends:
        """Return what the links of a kept person should be, now that the row of one record wants `wanted`.

        Only the difference with what that record said counts: what the other record brought stays.
        """
        records = self._merged.said[identity]
        before = [_ends(record.links, identity, relation, end_label) for record in records]
        if any(each == wanted for each in before):
            return held
        said = before[0]
        found = {
            other: properties for other, properties in held.items() if other in wanted or other not in said
        }
        for other, properties in wanted.items():
            if said.get(other) != properties or other not in held:
                found[other] = properties
        return found

    def events(self, identity: str) -> list[list[dict[str, Any]]]:
        """Return the consent events of a record before each merge it was part of."""
        return [[dict(event) for event in record.events] for record in self._merged.said.get(identity, ())]


def _ends(links: Sequence[Mapping[str, Any]], identity: str, relation: str, end_label: str) -> Ends:
    return {
        link["end"]: bare(link["properties"])
        for link in links
        if (link["relation"], link["start"], link["end_label"]) == (relation, identity, end_label)
    }


def bare(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says of a link, without what an import notes of it."""
    return {name: value for name, value in properties.items() if name not in {"batch", "updated_at"}}
