"""From which day the latest evidence of each tie dates."""

from datetime import date

import numpy as np

from graph.network import Network, Positions
from graph.trust import DEFAULT, TrustModel, ages, groups, initiative_size, initiative_weight

PAIRWISE = 60
"""People in a group up to whom its pairs are listed; of a larger one every tie is looked at instead."""


def latest_days(
    network: Network,
    start: Positions,
    end: Positions,
    day: date,
    *,
    today: date,
    model: TrustModel = DEFAULT,
) -> Positions:
    """Return the day (ordinal) of the latest dated piece of evidence of each tie, 0 where none has a date.

    Parameters
    ----------
    start, end
        Positions of the people of each tie, shape (ties,); both directions count.
    day, today
        As in :func:`graph.trust.ties`: a date still to come counts as `day`.

    Notes
    -----
    What two people declared of each other, and initiatives in which both took part.  A membership that runs has no
    date: it holds today.
    """
    people = max(len(network.people), 1)
    keys = np.minimum(start, end) * people + np.maximum(start, end)
    order = np.argsort(keys, kind="stable")
    known = keys[order]
    found = np.zeros(len(keys), dtype=np.int64)

    def note(pairs: Positions, days: Positions) -> None:
        at = np.searchsorted(known, pairs)
        there = at < len(known)
        there[there] = known[at[there]] == pairs[there]
        np.maximum.at(found, order[at[there]], np.minimum(days[there], on))

    on, historical = day.toordinal(), day < today
    declared = network.declared
    _, counts, dated = ages(on, historical, declared.last_contact, declared.since, undated=model.undated)
    rows = np.flatnonzero(counts & ~np.isnan(declared.weight) & (declared.start != declared.end))
    one, other = declared.start[rows], declared.end[rows]
    note(np.minimum(one, other) * people + np.maximum(one, other), dated[rows])

    links = network.participations
    for position, members in groups(links, np.ones(len(links.person), dtype=np.bool_)):
        node = network.initiatives[position]
        dates = [np.array([moment.toordinal() if moment else 0]) for moment in (node.end, node.start)]
        _, told, last = ages(on, historical, *dates, undated=model.undated)
        if (
            not told[0]
            or not last[0]
            or not initiative_weight(initiative_size(network, position, len(members)), model)
        ):
            continue
        if len(members) <= PAIRWISE:
            first, second = np.triu_indices(len(members), 1)
            low, high = np.sort(np.stack([members[first], members[second]]), axis=0)
            note(low * people + high, np.full(len(low), last[0]))
        else:
            inside = np.zeros(people, dtype=np.bool_)
            inside[members] = True
            shared = inside[start] & inside[end]
            found[shared] = np.maximum(found[shared], min(int(last[0]), on))
    return found
