"""Matching: the top ten for a request against what one would write in plain Python, on the same people.

``python -m bench.match [--people N …]``.  The baseline loops over people with sets and dictionaries: talents and
themes through the tree, experience, place, counted words without stems, and neighbours; no spreading.
"""

import argparse
import re
from collections import Counter
from datetime import date

import numpy as np

from bench.tables import Timing, interleaved, keep, show
from graph.access import Role, Viewer, matchable, standing
from graph.analytics.matching import Matcher, Need, concepts_in
from graph.analytics.search import SearchIndex
from graph.network import Network
from graph.trust import Ties, ties
from ingest.sample import sample_city
from queries.entries import entries_of
from tests.networks import network_of

TODAY = date(2026, 11, 23)


class Plain:
    """The same parts, a person at a time."""

    def __init__(self, network: Network, lattice: Ties) -> None:
        self.network = network
        self.lattice = lattice
        self.words = [Counter(re.findall(r"\w+", (person.about or "").lower())) for person in network.people]
        self.taken_part: dict[int, list[int]] = {}
        for person, initiative in zip(
            network.participations.person.tolist(), network.participations.other.tolist(), strict=True
        ):
            self.taken_part.setdefault(person, []).append(initiative)

    def _fit(self, person: int, need: Need) -> float:
        node = self.network.people[person]
        total = 0.0
        for asked, held, tree in (
            (need.talents, {talent for talent, _ in node.talents}, self.network.talents),
            (need.themes, {theme for theme, _ in node.themes}, self.network.themes),
        ):
            for concept in asked:
                if concept in held:
                    total += 1.0
                elif any(concept in self.network.broader(other, tree) for other in held):
                    total += 0.5
        return total

    def match(
        self, need: Need, allowed: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]", k: int
    ) -> list[int]:
        asked = re.findall(r"\w+", need.text.lower())
        places = {
            place for wanted in need.neighbourhoods for place in self.network.neighbourhoods[wanted].borders
        }
        scores: list[tuple[float, int]] = []
        for at, node in enumerate(self.network.people):
            if not allowed[at] or not need.languages <= node.languages:
                continue
            score = self._fit(at, need)
            score += sum(
                0.3
                for initiative in self.taken_part.get(at, ())
                if set(self.network.initiatives[initiative].themes) & set(need.themes)
            )
            mine = set(node.neighbourhoods)
            score += 1.0 if mine & set(need.neighbourhoods) else 0.8 if mine & places else 0.3
            score += sum(0.1 for word in asked if self.words[at][word])
            row = slice(int(self.lattice.indptr[at]), int(self.lattice.indptr[at + 1]))
            near = [
                self._fit(other, need)
                for other, strength in zip(
                    self.lattice.targets[row].tolist(), self.lattice.strength[row].tolist(), strict=True
                )
                if strength >= 0.35 and allowed[other]
            ]
            score += sum(near) / (len(near) + 1)
            scores.append((-score, at))
        return [at for _, at in sorted(scores)[:k]]


def needs_of(network: Network, number: int) -> list[Need]:
    """Return what the first requests of a network ask for."""
    needs: list[Need] = []
    for request in network.requests[:number]:
        text = f"{request.title} {request.text or ''}"
        themes, talents, _ = concepts_in(text, network)
        needs.append(
            Need(
                text,
                request.themes or themes,
                request.talents or talents,
                request.neighbourhoods,
                frozenset(),
                None,
            )
        )
    return needs


def measure(people: int, questions: int) -> dict[str, list[Timing]]:
    """Print and return the timings of one size."""
    network = network_of(sample_city(people, 1, today=TODAY), TODAY)
    lattice = ties(network, TODAY, today=TODAY)
    viewer = Viewer(Role.COORDINATOR, "antwerpen")
    allowed = matchable(standing(network, TODAY), viewer, None)
    matcher = Matcher.build(network, lattice)
    plain = Plain(network, lattice)
    needs = needs_of(network, questions)
    asked = range(min(questions, len(needs)))
    compared = interleaved(
        {
            "Ploeg, top 10 with reasons' facts": lambda at: matcher.match(
                needs[at], allowed, reach=None, day=TODAY, k=10
            ),
            "plain Python, top 10": lambda at: plain.match(needs[at], allowed, 10),
        },
        asked,
    )
    show(f"Match, {people:,} people, {len(lattice.targets):,} ties", compared)
    index = SearchIndex.build(
        tuple(entries_of(network, np.ones(len(network.people), dtype=np.bool_), viewer))
    )
    words = ["p", "pe", "pet", "pete", "peter", "jansens", "mob", "schoolstr", "stuivenbreg", "van den b"]
    names = [person.name.lower() for person in network.people]
    typed = interleaved(
        {
            "Ploeg, search as you type": lambda at: index.search(words[at]),
            "a loop over all names": lambda at: [name for name in names if words[at] in name][:10],
        },
        list(range(len(words))) * 5,
    )
    show(f"Search, {people:,} people", typed)
    return {f"match {people}": compared, f"search {people}": typed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    parser.add_argument("--questions", type=int, default=30)
    given = parser.parse_args()
    results: dict[str, list[Timing]] = {}
    for people in given.people or [2_000, 10_000]:
        results |= measure(people, given.questions)
    keep("match", results)


if __name__ == "__main__":
    main()
