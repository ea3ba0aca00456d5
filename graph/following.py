"""Ties and consents that follow a few changed people, instead of being worked out anew (see queries/changes.py).

What these functions return is what :func:`graph.trust.ties` and :func:`graph.access.standing` return for the later
network: tests hold them to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import is_not
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.access import Standing, standing
from graph.network import (
    Floats,
    InitiativeNode,
    Links,
    Mask,
    Network,
    OrganisationNode,
    PersonNode,
    Positions,
)
from graph.trust import DEFAULT, Ties, TrustModel, offsets, tie_keys


@dataclass(frozen=True, slots=True)
class Moved:
    """How the people of one network stand in a later one.

    ``into`` gives where everyone of the earlier one stands now, -1 for who has gone, ``None`` where nobody came or
    went; ``touched`` marks, by new position, whose node was read again.
    """

    into: Positions | None
    touched: Mask

    def where(self, positions: Positions) -> tuple[Mask, Positions]:
        """Return which of these earlier positions still hold what they held, and where those stand now."""
        now = positions if self.into is None else self.into[positions]
        keep = now >= 0
        keep[keep] = ~self.touched[now[keep]]
        return keep, now[keep]

    def values(self, before: NDArray[Any], again: NDArray[Any]) -> NDArray[Any]:
        """Return a value for everyone now: `again` for those touched, in order, and what it was for the others."""
        found = before.copy() if self.into is None else np.zeros(len(self.touched), dtype=before.dtype)
        if self.into is not None:
            found[self.into[self.into >= 0]] = before[self.into >= 0]
        found[self.touched] = again
        return found


def moved(before: Network, after: Network) -> Moved:
    """Compare two networks of a city; a node that was not read again is the very same object.  O(people)."""
    into: Positions | None = None
    old: Sequence[PersonNode | None] = before.people
    if before.position is not after.position and list(before.position) != list(after.position):
        into = np.array([after.position.get(identity, -1) for identity in before.position], dtype=np.int64)
        old = _placed(into.tolist(), before.people, len(after.people))
    touched = np.fromiter(map(is_not, old, after.people), dtype=np.bool_, count=len(after.people))
    return Moved(into, touched)


def _placed(into: Sequence[int], people: Sequence[PersonNode], count: int) -> list[PersonNode | None]:
    stand: list[PersonNode | None] = [None] * count
    for at, node in zip(into, people, strict=True):
        if at >= 0:
            stand[at] = node
    return stand


def same_around(before: Network, after: Network) -> bool:
    """Tell whether all but people and how many were erased is as it was: then nobody untouched says otherwise."""
    return (
        before.themes == after.themes
        and before.talents == after.talents
        and before.neighbourhoods == after.neighbourhoods
        and _alike(before.initiatives, after.initiatives)
        and _alike(before.organisations, after.organisations)
    )


def _alike(
    before: Sequence[InitiativeNode | OrganisationNode], after: Sequence[InitiativeNode | OrganisationNode]
) -> bool:
    return before is after or (
        len(before) == len(after)
        and all(
            one is other or one == replace(other, size=one.size, erased=one.erased)  # type: ignore[arg-type]
            for one, other in zip(before, after, strict=True)
        )
    )


MOST_AFFECTED = 2000
"""People whose ties may change before everything is worked out anew."""


def affected(before: Network, after: Network, into: Positions | None, touched: Mask) -> Mask:
    """Return everyone whose ties may differ: who was touched, and who shares a group that gained or lost somebody.

    Shape (people after,); `into` and `touched` as in :class:`queries.changes.Step`.
    """
    mask = touched.copy()
    for old, new in (
        (before.memberships, after.memberships),
        (before.participations, after.participations),
    ):
        groups = _regrouped(old, new, into, touched)
        if len(groups):
            mask[new.person[np.isin(new.other, groups)]] = True
    return mask


def _regrouped(old: Links, new: Links, into: Positions | None, touched: Mask) -> Positions:
    """Return the organisations or initiatives in which somebody came, went or changed."""
    person = old.person if into is None else into[old.person]
    gone = person < 0
    was = {
        (int(at), other, since, until)
        for at, other, since, until in zip(
            *(
                column[gone | touched[person]].tolist()
                for column in (person, old.other, old.since, old.until)
            ),
            strict=True,
        )
    }
    now = set(
        zip(
            *(
                column[touched[new.person]].tolist()
                for column in (new.person, new.other, new.since, new.until)
            ),
            strict=True,
        )
    )
    return np.array(sorted({other for _, other, _, _ in was ^ now}), dtype=np.int64)


def ties_following(
    ties: Ties,
    after: Network,
    into: Positions | None,
    among: Mask,
    day: date,
    *,
    today: date,
    model: TrustModel = DEFAULT,
) -> Ties:
    """Return the ties of `after` on `day`, given those of the network before and whose ties may differ."""
    size = len(after.people)
    keys, strength = tie_keys(after, day, today=today, model=model, among=among)
    rows, columns = keys // max(size, 1), keys % max(size, 1)
    order = np.lexsort((rows, columns))
    forward = _merged(ties.indptr, ties.targets, ties.strength, into, among, rows, columns, strength)
    backward = _merged(
        ties.indptr_in,
        ties.sources,
        ties.strength_in,
        into,
        among,
        columns[order],
        rows[order],
        strength[order],
    )
    return Ties(*forward, *backward)


def _merged(
    indptr: Positions,
    others: Positions,
    strength: Floats,
    into: Positions | None,
    among: Mask,
    rows: Positions,
    columns: Positions,
    values: Floats,
) -> tuple[Positions, Positions, Floats]:
    """Return compressed rows with the entries of `among` replaced by those given, which are in order."""
    size = len(among)
    old_rows = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
    if into is not None:
        old_rows, others = into[old_rows], into[others]
    keep = (old_rows >= 0) & (others >= 0)
    keep &= ~(among[old_rows] | among[others])
    keys = old_rows[keep] * size + others[keep]
    new = rows * size + columns
    at = np.searchsorted(keys, new)
    all_keys = np.insert(keys, at, new)
    return (
        offsets(all_keys // max(size, 1), size),
        all_keys % max(size, 1),
        np.insert(strength[keep], at, values),
    )


def standing_following(before: Standing, after: Network, into: Positions | None, touched: Mask) -> Standing:
    """Return the consents in force for `after` on the same day, given those of the network before."""
    again = np.flatnonzero(touched)
    few = standing(replace(after, people=[after.people[at] for at in again.tolist()]), before.day)

    def moved(mask: Mask, new: Mask) -> Mask:
        result = mask.copy() if into is None else np.zeros(len(after.people), dtype=np.bool_)
        if into is not None:
            result[into[into >= 0]] = mask[into >= 0]
        result[again] = new
        return result

    def by_position(
        held: Mapping[int, frozenset[str]], new: Mapping[int, frozenset[str]]
    ) -> dict[int, frozenset[str]]:
        result = {
            (at if into is None else int(into[at])): themes
            for at, themes in held.items()
            if (into is None or into[at] >= 0) and not touched[at if into is None else into[at]]
        }
        result.update((int(again[at]), themes) for at, themes in new.items())
        return result

    return Standing(
        before.day,
        {purpose: moved(mask, few.purposes[purpose]) for purpose, mask in before.purposes.items()},
        moved(before.partners, few.partners),
        by_position(before.limited, few.limited),
        moved(before.paused, few.paused),
        moved(before.unavailable, few.unavailable),
        by_position(before.wished, few.wished),
    )
