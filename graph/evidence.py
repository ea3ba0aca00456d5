"""Why one person can approach another: the pieces behind one directed tie, for a person to read.

The same definitions as :mod:`graph.trust`, one pair at a time; a property test holds the two together.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np

from graph.network import Network, Positions
from graph.trust import (
    DECIMALS,
    DEFAULT,
    TrustModel,
    ages,
    initiative_size,
    initiative_weight,
    membership_weight,
    organisation_size,
    running,
)


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from."""

    DECLARED = "declared"
    DECLARED_BY_OTHER = "declared_by_other"
    INITIATIVE = "initiative"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: its weight in [0, 1] after ageing, the day it dates from, and the id of what was shared.

    ``stale`` marks a piece older than two years, or of unknown age; a membership that runs today is never stale.
    ``mutual`` marks a declared piece of which the other one says the same, ``other_day`` being the day theirs dates
    from: it is told and weighs nothing, for one's own declaration goes before the other's (DESIGN section 7).
    """

    kind: EvidenceKind
    weight: float
    day: date | None
    stale: bool
    shared: str | None = None
    mutual: bool = False
    other_day: date | None = None


def evidence(
    network: Network, start: int, end: int, day: date, *, today: date, model: TrustModel = DEFAULT
) -> tuple[Evidence, ...]:
    """Return the pieces of the tie from `start` to `end` on `day`, heaviest first."""
    pieces = [
        *_declared(network, start, end, day, today, model),
        *_initiatives(network, start, end, day, today, model),
        *_organisations(network, start, end, day, model),
    ]
    return tuple(sorted(pieces, key=lambda piece: (-piece.weight, piece.kind, piece.shared or "")))


def combined(pieces: tuple[Evidence, ...]) -> float:
    """Return the strength that `pieces` make together."""
    missing = 1.0
    for piece in pieces:
        missing *= 1.0 - piece.weight
    return round(1.0 - missing, DECIMALS)


def _piece(
    kind: EvidenceKind,
    weight: float,
    dates: tuple[int, ...],
    day: date,
    today: date,
    model: TrustModel,
    shared: str | None = None,
) -> Evidence | None:
    columns = [np.array([value], dtype=np.int64) for value in dates]
    age, counts, dated = ages(day.toordinal(), day < today, *columns, undated=model.undated)
    if not counts[0]:
        return None
    aged = weight * float(0.5 ** (age[0] / model.half_life))
    known = date.fromordinal(int(dated[0])) if dated[0] else None
    return Evidence(kind, aged, known, bool(age[0] > model.stale), shared)


def _declared(
    network: Network, start: int, end: int, day: date, today: date, model: TrustModel
) -> list[Evidence]:
    own = _said(network, start, end, day, today, model)
    theirs = _said(network, end, start, day, today, model)
    if own is not None:
        piece = _piece(EvidenceKind.DECLARED, own[0], own[1], day, today, model)
        if piece is None or theirs is None:
            return [piece] if piece else []
        other = _piece(EvidenceKind.DECLARED_BY_OTHER, theirs[0], theirs[1], day, today, model)
        return [replace(piece, mutual=True, other_day=other.day if other else None)]
    if theirs is not None:
        weight = model.borrowed * theirs[0]
        piece = _piece(EvidenceKind.DECLARED_BY_OTHER, weight, theirs[1], day, today, model)
        return [piece] if piece else []
    return []


def _said(
    network: Network, one: int, other: int, day: date, today: date, model: TrustModel
) -> tuple[float, tuple[int, int]] | None:
    """Return the weight before ageing and the days of what `one` says last of `other`; ``None`` for nothing."""
    ties = network.declared
    rows = ties.rows(one, other)
    rows = rows[~np.isnan(ties.weight[rows])]
    _, counts, dated = ages(
        day.toordinal(), day < today, ties.last_contact[rows], ties.since[rows], undated=model.undated
    )
    if not counts.any():
        return None
    rows, dated = rows[counts], dated[counts]
    row = rows[np.lexsort((ties.order[rows], dated))[-1]]
    return float(ties.weight[row]), (int(ties.last_contact[row]), int(ties.since[row]))


def _shared(first: Positions, second: Positions) -> list[int]:
    return [int(position) for position in np.intersect1d(first, second)]


def _initiatives(
    network: Network, start: int, end: int, day: date, today: date, model: TrustModel
) -> list[Evidence]:
    links = network.participations
    found: list[Evidence] = []
    for position in _shared(links.other[links.of(start)], links.other[links.of(end)]):
        known = len(np.unique(links.person[links.members(position)]))
        weight = initiative_weight(initiative_size(network, position, known), model)
        node = network.initiatives[position]
        dates = tuple(moment.toordinal() if moment else 0 for moment in (node.end, node.start))
        piece = _piece(EvidenceKind.INITIATIVE, weight, dates, day, today, model, node.id)
        if piece and weight > 0.0:
            found.append(piece)
    return found


def _organisations(network: Network, start: int, end: int, day: date, model: TrustModel) -> list[Evidence]:
    links, on = network.memberships, day.toordinal()

    def now(rows: Positions) -> Positions:
        return rows[running(links.since[rows], links.until[rows], on)]

    found: list[Evidence] = []
    for position in _shared(links.other[now(links.of(start))], links.other[now(links.of(end))]):
        known = len(np.unique(links.person[now(links.members(position))]))
        weight = membership_weight(organisation_size(network, position, known, on), model)
        if weight > 0.0:
            node = network.organisations[position]
            found.append(Evidence(EvidenceKind.ORGANISATION, weight, None, stale=False, shared=node.id))
    return found
