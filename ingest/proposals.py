"""Likely duplicates on demand: pairs nobody decided about, likeliest first, what they share and what differs."""

from dataclasses import dataclass

from graph.access import Viewer
from graph.errors import InvalidInput
from graph.store import Store
from ingest.duplicates import LikelyDuplicate, likely_duplicates
from ingest.refusals import Words
from queries import audit
from queries.audit import Action
from queries.duplicates import Candidate, Difference, candidates, decided, differences

MOST_PAIRS = 10_000
"""Pairs that are looked at; nobody decides about more."""

BANDS = ((0.9, "strong"), (0.7, "likely"), (0.0, "possible"))
"""Scores from which a pair is called so."""

BAND_NL = {"strong": "zeer waarschijnlijk", "likely": "waarschijnlijk", "possible": "mogelijk"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two people who may be one: a band for the score, what they share in words, and what they say differently."""

    one: Candidate
    other: Candidate
    score: float
    band: str
    reasons: tuple[Words, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """A page of pairs; ``total`` counts all open ones, ``next`` is where the following page begins, if any."""

    items: tuple[Proposal, ...]
    total: int
    next: str | None


def proposals(
    store: Store, viewer: Viewer, *, cursor: str = "", limit: int = 50, batch: str = ""
) -> Proposals:
    """Return a page of pairs about which nobody decided, likeliest first.

    Whose contact details are on it stands in the log before they go out.

    Parameters
    ----------
    cursor
        What `next` of the page before said: its last pair, so that a decision in between skips nobody.
    batch
        Only pairs of which this import made or changed one.

    Raises
    ------
    NotAllowed, InvalidInput
    """
    people = candidates(store, viewer)
    pairs = likely_duplicates(
        [person.row for person in people.values()], limit=MOST_PAIRS, decided=decided(store, viewer)
    )
    if batch:
        pairs = tuple(
            pair for pair in pairs if batch in people[pair.one].batches | people[pair.other].batches
        )
    after = _place(cursor)
    left = [pair for pair in pairs if after is None or _rank(pair) > after]
    shown = left[:limit]
    items = tuple(_proposal(people[pair.one], people[pair.other], pair) for pair in shown)
    seen = sorted({identity for item in items for identity in _contacts(item)})
    if seen:
        audit.record(store, viewer, Action.CONTACT_SEEN, *seen)
    return Proposals(
        items,
        len(pairs),
        _cursor(shown[-1]) if shown and len(left) > limit else None,
    )


def _proposal(one: Candidate, other: Candidate, pair: LikelyDuplicate) -> Proposal:
    band = next(name for least, name in BANDS if pair.score >= least)
    return Proposal(one, other, pair.score, band, pair.reasons, differences(one, other))


def _contacts(item: Proposal) -> list[str]:
    """Return the ids of those whose e-mail or phone is shown."""
    shown = [each for each in item.differences if each.field in {"email", "phone"}]
    return [item.one.id for each in shown if each.one] + [item.other.id for each in shown if each.other]


def _rank(pair: LikelyDuplicate) -> tuple[float, str, str]:
    return -pair.score, pair.one, pair.other


def _cursor(pair: LikelyDuplicate) -> str:
    return f"{pair.score}|{pair.one}|{pair.other}"


def _place(cursor: str) -> tuple[float, str, str] | None:
    if not cursor:
        return None
    score, _, rest = cursor.partition("|")
    one, _, other = rest.partition("|")
    try:
        return -float(score), one, other
    except ValueError:
        message = (
            f"De bladzijde '{cursor}' is er niet; neem 'next' van de vorige bladzijde over. "
            f"/ There is no page '{cursor}'; take over 'next' of the page before."
        )
        raise InvalidInput(message) from None
