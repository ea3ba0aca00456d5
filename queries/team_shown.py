"""A team that was found, as it is answered: what each adds, ties inside, spread, and what stays uncovered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from graph.access import Role, Viewer, told_revision, visible_organisation
from graph.analytics.matching import Match, Need
from graph.analytics.team_value import Candidates
from graph.evidence import combined, evidence
from graph.network import ConceptNode, Floats, Network, Positions
from graph.trust import running
from queries.match_words import label
from queries.matching import PartAnswer, result
from queries.paths import PersonRef
from queries.requested import RequestAnswer
from queries.sentences import Words, evidence_words
from queries.snapshots import utc_today
from queries.team_words import (
    adds_words,
    gap_words,
    name_words,
    search_words,
    spread_words,
    stranger_words,
    team_words,
    tie_words,
)
from queries.teamed import (
    AddedAnswer,
    Kind,
    MemberAnswer,
    SearchAnswer,
    SpreadAnswer,
    TeamAnswer,
    TeamTie,
    TiesAnswer,
    UncoveredAnswer,
)

PARTLY = 0.5
"""Up to this share something asked is covered in part only: a little of it, or something related."""
MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class Composed:
    """A team that was found, by position in the network in the order in which they add most."""

    people: tuple[int, ...]
    matches: tuple[Match, ...]
    score: float
    bound: float
    exact: bool
    parts: Mapping[str, PartAnswer]
    candidates: Candidates
    places: tuple[int, ...]
    """Of each of `people`, the place among the candidates."""
    everyone: Positions


def answered(
    network: Network,
    asked: RequestAnswer,
    need: Need,
    found: Composed,
    viewer: Viewer,
    size: int,
    day: date,
) -> TeamAnswer:
    """Return a team that was found as `viewer` may see it."""
    members = _members(network, need, found)
    names = [member.result.person.name or "" for member in members]
    coordinator = viewer.role is Role.COORDINATOR
    return TeamAnswer(
        request=asked,
        as_of=day,
        revision=told_revision(viewer, network.revision),
        size=size,
        score=found.score,
        parts=found.parts,
        members=members,
        ties=_ties(network, found, day) if coordinator and members else None,
        spread=_spread(network, found, viewer, day) if members else None,
        uncovered=_uncovered(network, need, found),
        search=SearchAnswer(
            found.exact,
            found.bound,
            found.candidates.count,
            search_words(found.score, found.bound, exact=found.exact),
        ),
        sentence=team_words(names, size),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A talent or theme asked, and what every candidate has of it; shape (candidates,)."""

    kind: Kind
    id: str
    label: Words
    offers: Floats


def _asked(network: Network, need: Need, found: Composed) -> list[_Asked]:
    kinds: tuple[tuple[Kind, tuple[str, ...], Mapping[str, ConceptNode], list[Floats]], ...] = (
        ("talent", need.talents, network.talents, list(found.candidates.talents)),
        ("theme", need.themes, network.themes, list(found.candidates.themes)),
    )
    return [
        _Asked(kind, concept, label(concept, tree), row)
        for kind, concepts, tree, rows in kinds
        for concept, row in zip(dict.fromkeys(concepts), rows, strict=True)
        if concept in tree
    ]


def _members(network: Network, need: Need, found: Composed) -> tuple[MemberAnswer, ...]:
    asked = _asked(network, need, found)
    before = dict.fromkeys((one.id for one in asked), 0.0)
    members: list[MemberAnswer] = []
    for match, place in zip(found.matches, found.places, strict=True):
        adds: list[AddedAnswer] = []
        for one in asked:
            share = float(one.offers[place])
            if share > before[one.id]:
                adds.append(AddedAnswer(one.kind, one.id, one.label, before[one.id], share))
                before[one.id] = share
        shown = result(network, match, need)
        words = adds_words(
            shown.person.name or "",
            talents=[one.label for one in adds if one.kind == "talent" and _new(one)],
            themes=[one.label for one in adds if one.kind == "theme" and _new(one)],
            partly=[one.label for one in adds if one.before == 0.0 and not _new(one)],
            better=[one.label for one in adds if one.before > 0.0],
        )
        members.append(MemberAnswer(shown, tuple(adds), words))
    return tuple(members)


def _new(one: AddedAnswer) -> bool:
    return one.before == 0.0 and one.share > PARTLY


def _person(network: Network, at: int) -> PersonRef:
    node = network.people[at]
    return PersonRef(node.id, node.key, node.name)


def _ties(network: Network, found: Composed, day: date) -> TiesAnswer:
    ties, today = found.candidates.ties, utc_today()
    inside: list[TeamTie] = []
    tied: set[int] = set()
    placed = sorted(zip(found.people, found.places, strict=True))
    for (one, one_place), (other, other_place) in combinations(placed, 2):
        if ties is None or not ties[one_place, other_place]:
            continue
        tied |= {one, other}
        # Each direction has its own pieces; the stronger one counts.
        ways = [
            (start, end, evidence(network, start, end, day, today=today))
            for start, end in ((one, other), (other, one))
        ]
        start, end, pieces = max(ways, key=lambda way: combined(way[2]))
        first, second = _person(network, start), _person(network, end)
        names = (first.name or "", second.name or "")
        said = [evidence_words(network, piece, *names) for piece in pieces[:MOST_REASONS]]
        strength = combined(pieces)
        inside.append(TeamTie(first, second, strength, tie_words(*names, strength, said)))
    without = tuple(_person(network, at) for at in found.people if at not in tied)
    return TiesAnswer(
        tuple(sorted(inside, key=lambda tie: -tie.strength)),
        without,
        stranger_words([person.name or "" for person in without]) if without else None,
    )


def _spread(network: Network, found: Composed, viewer: Viewer, day: date) -> SpreadAnswer:
    links, groups, places = network.memberships, set[str](), set[str]()
    for at in found.people:
        rows = links.of(at)
        now = rows[running(links.since[rows], links.until[rows], day.toordinal())]
        nodes = [network.organisations[int(other)] for other in links.other[now]]
        groups |= {node.name for node in nodes if visible_organisation(node, viewer)}
        places |= set(network.people[at].neighbourhoods) & set(network.neighbourhoods)
    return SpreadAnswer(
        tuple(sorted(groups)),
        tuple(sorted(network.place_names[place] for place in places)),
        spread_words(len(groups), len(places)),
    )


def _uncovered(network: Network, need: Need, found: Composed) -> tuple[UncoveredAnswer, ...]:
    gaps: list[UncoveredAnswer] = []
    for one in _asked(network, need, found):
        share = max((float(one.offers[place]) for place in found.places), default=0.0)
        if share <= PARTLY:
            most = float(one.offers.max(initial=0.0))
            words = gap_words(one.kind, one.label, partly=share > 0.0, somebody=most > share)
            gaps.append(UncoveredAnswer(one.kind, one.id, one.label, share, most > share, words))
    for place in dict.fromkeys(need.neighbourhoods):
        node = network.neighbourhoods.get(place)
        if node is None or any(place in network.people[at].neighbourhoods for at in found.people):
            continue
        elsewhere = any(place in network.people[at].neighbourhoods for at in found.everyone.tolist())
        said = name_words(node.name)
        words = gap_words("neighbourhood", said, partly=False, somebody=elsewhere)
        gaps.append(UncoveredAnswer("neighbourhood", place, said, 0.0, elsewhere, words))
    return tuple(gaps)
