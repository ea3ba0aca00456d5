"""Routes into answers: who stands on them, what every tie rests on, and what to do when somebody says no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from graph.access import Role, Viewer
from graph.analytics.paths import MAX_INTRODUCTIONS, Route
from graph.evidence import Evidence, EvidenceKind, combined, evidence
from graph.network import Floats, Network
from queries.path_answers import EvidenceAnswer, HopAnswer, PersonRef, RouteAnswer
from queries.sentences import (
    Link,
    Onward,
    Words,
    chain_message,
    evidence_words,
    fallback_words,
    first_message,
    partner_sentence,
    route_sentence,
    short_words,
    title,
)

STRONG = 0.6
"""Strength from which a tie is called strong: a weakest link of at least that much is no cause for care."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words about routes depend on: the network, the days, the connectors' factors, and who listens.

    ``most`` is how many introductions were asked for at most.
    """

    network: Network
    day: date
    today: date
    factors: Floats
    viewer: Viewer
    most: int = MAX_INTRODUCTIONS

    def person(self, position: int) -> PersonRef:
        """Return somebody as an answer names them."""
        node = self.network.people[position]
        return PersonRef(node.id, node.key, node.name)

    def routes(self, routes: Sequence[Route], following: Route | None) -> tuple[RouteAnswer, ...]:
        """Return routes to one target with their words; `following` is what is left after the last."""
        speak = self._coordinator if self.viewer.role is Role.COORDINATOR else self._partner
        after = [*routes[1:], following]
        return tuple(
            speak(route, self._fallback(route, onward)) for route, onward in zip(routes, after, strict=False)
        )

    def _name(self, position: int) -> str:
        return self.network.people[position].name

    def _fallback(self, route: Route, onward: Route | None) -> Words:
        first = self._name(route.connectors[0]) if route.connectors else None
        if onward is None:
            return fallback_words(first, None, self.most)
        return fallback_words(
            first,
            Onward(
                target=self._name(onward.people[-1]),
                connector=self._name(onward.connectors[0]) if onward.connectors else None,
                start=self._name(onward.people[0]) if onward.people[0] != route.people[0] else None,
            ),
        )

    def _coordinator(self, route: Route, fallback: Words) -> RouteAnswer:
        network = self.network
        people = [self.person(position) for position in route.people]
        names = [self._name(position) for position in route.people]
        pieces = [
            evidence(network, one, other, self.day, today=self.today) for one, other in pairwise(route.people)
        ]
        strengths = [combined(found) for found in pieces]
        weakest = strengths.index(min(strengths))
        last = len(pieces) - 1
        hops = tuple(
            HopAnswer(
                start=people[at],
                end=people[at + 1],
                strength=strengths[at],
                factor=1.0 if at == last else float(self.factors[route.people[at + 1]]),
                weakest=at == weakest,
                stale=all(piece.stale for piece in found),
                evidence=tuple(
                    EvidenceAnswer(
                        piece.kind,
                        evidence_words(network, piece, names[at], names[at + 1]),
                        piece.day,
                        piece.stale,
                    )
                    for piece in found
                ),
            )
            for at, found in enumerate(pieces)
        )
        links = [
            Link(
                start=names[at],
                end=names[at + 1],
                why=short_words(network, found[0], names[at], names[at + 1]),
                stale=all(piece.stale for piece in found),
                dated=any(piece.day is not None for piece in found),
            )
            for at, found in enumerate(pieces)
        ]
        careful = strengths[weakest] < min(STRONG, round(max(strengths), 2))
        return RouteAnswer(
            value=route.value,
            people=tuple(people),
            sentence=route_sentence(links, weakest if careful else None),
            hops=hops,
            message=self._message(names, pieces),
            fallback=fallback,
        )

    def _message(self, names: list[str], pieces: list[tuple[Evidence, ...]]) -> Words | None:
        if len(names) == 2:
            return None
        if len(names) > 3:
            return chain_message(names[1], names[2], names[-1])
        shared = next((piece for piece in pieces[1] if piece.kind is EvidenceKind.INITIATIVE), None)
        return first_message(names[1], names[2], title(self.network, shared) if shared else None)

    def _partner(self, route: Route, fallback: Words) -> RouteAnswer:
        first = self.person(route.connectors[0]) if route.connectors else None
        start, target = self.person(route.people[0]), self.person(route.people[-1])
        hidden = tuple(PersonRef() for _ in route.connectors[1:])
        people = (start, *((first,) if first else ()), *hidden, target)
        hops = tuple(HopAnswer(one, other, None, None, None, None, None) for one, other in pairwise(people))
        sentence = partner_sentence(
            start.name or "", first.name if first else None, target.name or "", len(route.connectors)
        )
        return RouteAnswer(
            value=None, people=people, sentence=sentence, hops=hops, message=None, fallback=fallback
        )
