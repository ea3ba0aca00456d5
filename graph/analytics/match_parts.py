"""The parts of a match, each in [0, 1], worked out for everyone at once (DESIGN section 9).

talents     mean over the talents asked of level / 3 (unknown counts as 2); a broader or narrower one counts half
themes      the same, without levels
experience  1 - prod(1 - 0.5 · fit · recency · role) over initiatives on the themes asked, with recency halving in
            three years; a part was organised by an organisation of at most 25 people one is a member of: a quarter;
            experience one names oneself, out of 3, counts as one more such piece
place       1 in a neighbourhood asked, 0.8 bordering, 0.6 in its district, 0.3 elsewhere in the city
text        BM25 over what people say of themselves, their talents and themes, and what their initiatives taught
around      strength-weighted mean of talents and themes of people with a strong tie, shrunk by one empty tie
freshness   1 - open asks / monthly limit
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.spread import Groups
from graph.analytics.text import TextIndex
from graph.network import (
    ConceptNode,
    Floats,
    InitiativeNode,
    Mask,
    Network,
    OrganisationNode,
    PersonNode,
    Positions,
)
from graph.trust import Ties, running

RELATED = 0.5
UNKNOWN_LEVEL = 2
STRONG = 0.35
SMALL_ORGANISATION = 25
HALF_LIFE = 1095.75
LEADING = ("begeleid", "voorzit", "trek", "facilit", "chair", "lead", "organis", "coord", "coörd")
"""Beginnings of roles that carry an initiative."""

BORDERING, SAME_DISTRICT, SAME_CITY = 0.8, 0.6, 0.3
Posting = tuple[Positions, Floats]


@dataclass(frozen=True, slots=True)
class Held:
    """A talent or theme somebody has: level or experience where known, and whether it is the very one asked."""

    concept: str
    level: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is active, and how that lies to what was asked: `same`, `borders` or `district`."""

    relation: str
    neighbourhood: str
    asked: str


@dataclass(frozen=True)
class Needed:
    """What is asked, opened up along the trees and the map: id to how well it answers."""

    themes: tuple[Mapping[str, float], ...]
    talents: tuple[Mapping[str, float], ...]
    places: Mapping[str, tuple[float, str]]

    @staticmethod
    def of(
        network: Network, themes: Sequence[str], talents: Sequence[str], places: Sequence[str]
    ) -> "Needed":
        """Open up ids along the trees and the map of `network`."""
        return Needed(
            tuple(_related(theme, network.themes) for theme in themes),
            tuple(_related(talent, network.talents) for talent in talents),
            _near(network, places),
        )


def _related(concept: str, tree: Mapping[str, ConceptNode]) -> dict[str, float]:
    found = {concept: 1.0}
    for identity in tree:
        chain = _chain(identity, tree)
        if concept in chain[1:]:
            found[identity] = RELATED
    for above in _chain(concept, tree)[1:]:
        found[above] = RELATED
    return found


def _chain(concept: str, tree: Mapping[str, ConceptNode]) -> list[str]:
    chain = [concept]
    while (
        above := tree[chain[-1]].broader if chain[-1] in tree else None
    ) is not None and above not in chain:
        chain.append(above)
    return chain


def _near(network: Network, places: Sequence[str]) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}
    for asked in places:
        centre = network.neighbourhoods.get(asked)
        if centre is None:
            continue
        for node in network.neighbourhoods.values():
            if node.id == asked:
                value = 1.0
            elif node.id in centre.borders:
                value = BORDERING
            elif node.district is not None and node.district == centre.district:
                value = SAME_DISTRICT
            else:
                value = SAME_CITY
            if value > found.get(node.id, (0.0, ""))[0]:
                found[node.id] = (value, asked)
    return found


class Parts:
    """A network as arrays, for the parts of a match; holds one :class:`TextIndex` of people, one of organisations."""

    def __init__(self, network: Network, ties: Ties) -> None:
        self.network = network
        self._people = len(network.people)
        self._talents = _postings(_levels(network.people))
        self._themes = _postings(
            (at, theme, 1.0) for at, node in enumerate(network.people) for theme, _ in node.themes
        )
        self._told = _postings(
            (at, theme, (experience or 0) / 3)
            for at, node in enumerate(network.people)
            for theme, experience in node.themes
        )
        self._organisation_talents = _postings(_levels(network.organisations))
        self._organisation_themes = _postings(
            (at, theme, 1.0) for at, node in enumerate(network.organisations) for theme, _ in node.themes
        )
        self._active = _postings(
            (at, place, 1.0) for at, node in enumerate(network.people) for place in node.neighbourhoods
        )
        self._organisation_active = _postings(
            (at, place, 1.0) for at, node in enumerate(network.organisations) for place in node.neighbourhoods
        )
        self._speakers = _postings(
            (at, code, 1.0) for at, node in enumerate(network.people) for code in node.languages
        )
        self._strong = _strong(ties)
        self._taken_part = _experience_rows(network)
        self._text = TextIndex.build([_document(network, at) for at in range(self._people)])
        self._organisation_text = TextIndex.build(
            [_organisation_document(network, node) for node in network.organisations]
        )
        limits = np.array([max(node.ask_limit, 1) for node in network.people], dtype=np.float64)
        asks = np.array([node.open_asks for node in network.people], dtype=np.float64)
        self.freshness: Floats = np.maximum(0.0, 1.0 - asks / limits)
        self._groups: dict[date, Groups] = {}

    @staticmethod
    def build(network: Network, ties: Ties) -> "Parts":
        """Prepare the arrays; once per snapshot and day."""
        return Parts(network, ties)

    def speaking(self, languages: Iterable[str]) -> Mask:
        """Return who speaks every one of `languages`; shape (people,)."""
        mask = np.ones(self._people, dtype=np.bool_)
        for language in languages:
            speaks = np.zeros(self._people, dtype=np.bool_)
            speaks[self._speakers.get(language, _EMPTY)[0]] = True
            mask &= speaks
        return mask

    def of_people(self, needed: Needed, text: str, mask: Mask, day: date) -> dict[str, Floats]:
        """Return the parts that `needed` and `text` ask for; shape (people,) each."""
        values: dict[str, Floats] = {}
        if needed.talents:
            values["talents"] = _share(needed.talents, self._talents, self._people)
        if needed.themes:
            values["themes"] = _share(needed.themes, self._themes, self._people)
            values["experience"] = self._experience(needed, day)
        if needed.places:
            values["place"] = _places(needed, self._active, self._people)
        if text.strip():
            values["text"] = self._text.scores(text, mask)
        fits = [values[name] for name in ("talents", "themes") if name in values]
        if fits:
            fit = np.where(mask, np.mean(fits, axis=0), 0.0)
            values["around"] = (self._strong @ fit) / (self._strong @ mask.astype(np.float64) + 1.0)
        return values

    def of_organisations(self, needed: Needed, text: str, mask: Mask, day: date) -> dict[str, Floats]:
        """Return the parts for organisations; shape (organisations,) each."""
        count = len(self.network.organisations)
        values: dict[str, Floats] = {}
        if needed.talents:
            values["talents"] = _share(needed.talents, self._organisation_talents, count)
        if needed.themes:
            values["themes"] = _share(needed.themes, self._organisation_themes, count)
            values["experience"] = self._organised(needed, day)
        if needed.places:
            values["place"] = _places(needed, self._organisation_active, count)
        if text.strip():
            values["text"] = self._organisation_text.scores(text, mask)
        return values

    def held(self, at: int, needed: Needed) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
        """Return the talents and themes of a person that were asked for, exact ones first."""
        node = self.network.people[at]
        return _held(node.talents, needed.talents), _held(node.themes, needed.themes)

    def organisation_facts(
        self, at: int, needed: Needed
    ) -> tuple[tuple[Held, ...], tuple[Held, ...], Place | None, int]:
        """Return talents, themes and place of an organisation, and how many fitting initiatives it organised."""
        node = self.network.organisations[at]
        fitting = sum(
            1
            for initiative in self.network.initiatives
            if node.id in initiative.organisations and _fit(initiative, needed) > 0.0
        )
        return (
            _held(node.talents, needed.talents),
            _held(node.themes, needed.themes),
            _placed(node.neighbourhoods, needed),
            fitting,
        )

    def experience_of(self, at: int, needed: Needed, day: date) -> tuple[int, int, int | None]:
        """Return how many initiatives on the themes somebody took part in, how many they led, and the last year."""
        links = self.network.participations
        count, led, last = 0, 0, None
        for row in links.of(at).tolist():
            initiative = self.network.initiatives[int(links.other[row])]
            begun, moment = _moment(initiative, day)
            if _fit(initiative, needed) <= 0.0 or not begun:
                continue
            count += 1
            led += _leads(links.roles[row] if links.roles else None)
            if moment is not None and (last is None or moment.year > last):
                last = moment.year
        return count, led, last

    def place_of(self, at: int, needed: Needed) -> Place | None:
        """Return how a person's neighbourhood lies to what was asked."""
        return _placed(self.network.people[at].neighbourhoods, needed)

    def words_of(self, at: int, text: str, mask: Mask) -> tuple[str, ...]:
        """Return the words of the request that a person's own words answer to."""
        return self._text.matched_words(text, at, mask) if text.strip() else ()

    def groups(self, day: date) -> Groups:
        """Return organisations (running on `day`) and neighbourhoods of everyone."""
        if day not in self._groups:
            links = self.network.memberships
            now = running(links.since, links.until, day.toordinal())
            members: dict[int, set[int]] = defaultdict(set)
            for person, other in zip(links.person[now].tolist(), links.other[now].tolist(), strict=True):
                members[person].add(other)
            self._groups[day] = [
                (frozenset(members.get(at, ())), frozenset(node.neighbourhoods))
                for at, node in enumerate(self.network.people)
            ]
        return self._groups[day]

    def _experience(self, needed: Needed, day: date) -> Floats:
        person, initiative, role = self._taken_part
        weight = np.array([_fit(node, needed) * _recency(node, day) for node in self.network.initiatives])
        missing = np.zeros(self._people)
        if len(person):
            missing += np.bincount(person, np.log1p(-0.5 * weight[initiative] * role), minlength=self._people)
        for asked in needed.themes:
            for theme, value in asked.items():
                where, told = self._told.get(theme, _EMPTY)
                missing[where] += np.log1p(-0.5 * value * told)
        experience: Floats = 1.0 - np.exp(missing)
        return experience

    def _organised(self, needed: Needed, day: date) -> Floats:
        missing = np.zeros(len(self.network.organisations))
        for node in self.network.initiatives:
            weight = _fit(node, needed) * _recency(node, day)
            for organisation in node.organisations:
                if weight > 0.0 and organisation in self.network.organisation_position:
                    missing[self.network.organisation_position[organisation]] += np.log1p(-0.5 * weight)
        organised: Floats = 1.0 - np.exp(missing)
        return organised


_EMPTY: Posting = (np.zeros(0, dtype=np.int64), np.zeros(0))


def _levels(nodes: Iterable[PersonNode | OrganisationNode]) -> Iterable[tuple[int, str, float]]:
    for at, node in enumerate(nodes):
        for talent, level in node.talents:
            yield at, talent, (UNKNOWN_LEVEL if level is None else level) / 3


def _postings(rows: Iterable[tuple[int, str, float]]) -> dict[str, Posting]:
    where: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for at, concept, value in rows:
        where[concept].append(at)
        values[concept].append(value)
    return {
        concept: (np.array(places, dtype=np.int64), np.array(values[concept]))
        for concept, places in where.items()
    }


def _places(needed: Needed, active: Mapping[str, Posting], count: int) -> Floats:
    """Return how near each is to the places asked; the city itself where nothing is known."""
    values = np.full(count, SAME_CITY)
    for place, (value, _) in needed.places.items():
        where = active.get(place, _EMPTY)[0]
        values[where] = np.maximum(values[where], value)
    return values


def _share(asked: Sequence[Mapping[str, float]], postings: Mapping[str, Posting], count: int) -> Floats:
    """Return the mean over what is asked of the best that each has of it."""
    total = np.zeros(count)
    for concepts in asked:
        best = np.zeros(count)
        for concept, value in concepts.items():
            where, held = postings.get(concept, _EMPTY)
            best[where] = np.maximum(best[where], value * held)
        total += best
    return total / len(asked)


def _held(mine: Sequence[tuple[str, int | None]], asked: Sequence[Mapping[str, float]]) -> tuple[Held, ...]:
    found = [
        Held(concept, level, value == 1.0)
        for concept, level in mine
        if (value := max((concepts.get(concept, 0.0) for concepts in asked), default=0.0)) > 0.0
    ]
    return tuple(sorted(found, key=lambda held: (not held.exact, -(held.level or 0), held.concept)))


def _placed(places: Sequence[str], needed: Needed) -> Place | None:
    ranked = sorted(
        ((-value, place, asked) for place in places for value, asked in [needed.places.get(place, (0.0, ""))])
    )
    if not ranked or -ranked[0][0] <= SAME_CITY:
        return None
    value, place, asked = ranked[0]
    relation = {1.0: "same", BORDERING: "borders"}.get(-value, "district")
    return Place(relation, place, asked)


def _fit(initiative: InitiativeNode, needed: Needed) -> float:
    return max(
        (concepts.get(theme, 0.0) for concepts in needed.themes for theme in initiative.themes), default=0.0
    )


def _moment(initiative: InitiativeNode, day: date) -> tuple[bool, date | None]:
    """Return whether an initiative has begun by `day`, and the day it counts from (``None`` where unknown)."""
    dates = [moment for moment in (initiative.end, initiative.start) if moment is not None]
    past = [moment for moment in dates if moment <= day]
    return bool(past) or not dates, past[0] if past else None


def _recency(initiative: InitiativeNode, day: date) -> float:
    begun, moment = _moment(initiative, day)
    if not begun:
        return 0.0
    age = HALF_LIFE if moment is None else float((day - moment).days)
    return float(0.5 ** (age / HALF_LIFE))


def _leads(role: str | None) -> bool:
    return role is not None and role.casefold().startswith(LEADING)


def _experience_rows(network: Network) -> tuple[Positions, Positions, Floats]:
    """Return person, initiative and share of every participation, and of what small organisations organised."""
    links = network.participations
    roles = links.roles or (None,) * len(links.person)
    rows: dict[tuple[int, int], float] = {}
    for person, initiative, role in zip(links.person.tolist(), links.other.tolist(), roles, strict=True):
        value = 1.0 if _leads(role) else 0.7
        rows[person, initiative] = max(rows.get((person, initiative), 0.0), value)
    members = network.memberships
    for at, node in enumerate(network.initiatives):
        for organisation in node.organisations:
            position = network.organisation_position.get(organisation)
            inside = members.members(position) if position is not None else members.person[:0]
            size = network.organisations[position].size or 0 if position is not None else 0
            if max(size, len(inside)) <= SMALL_ORGANISATION:
                for row in inside.tolist():
                    rows.setdefault((int(members.person[row]), at), 0.25)
    keys = sorted(rows)
    return (
        np.array([person for person, _ in keys], dtype=np.int64),
        np.array([initiative for _, initiative in keys], dtype=np.int64),
        np.array([rows[key] for key in keys]),
    )


def _strong(ties: Ties) -> csr_array:
    """Return the strong ties, both ways under the stronger direction; shape (people, people)."""
    forward = csr_array((ties.strength, ties.targets, ties.indptr), shape=(ties.size, ties.size))
    both = forward.maximum(forward.T).tocsr()
    both.data[both.data < STRONG] = 0.0
    both.eliminate_zeros()
    return csr_array(both)


def _labels(concepts: Iterable[tuple[str, int | None]], tree: Mapping[str, ConceptNode]) -> str:
    return " ".join(tree[concept].label_nl for concept, _ in concepts if concept in tree)


def _document(network: Network, at: int) -> str:
    node, links = network.people[at], network.participations
    taken_part = (network.initiatives[other] for other in links.other[links.of(at)].tolist())
    lessons = " ".join(f"{initiative.title} {initiative.lessons or ''}" for initiative in taken_part)
    talents, themes = _labels(node.talents, network.talents), _labels(node.themes, network.themes)
    return f"{node.about or ''} {talents} {themes} {lessons}"


def _organisation_document(network: Network, node: OrganisationNode) -> str:
    talents, themes = _labels(node.talents, network.talents), _labels(node.themes, network.themes)
    return f"{node.name} {node.kind or ''} {node.about or ''} {talents} {themes}"
