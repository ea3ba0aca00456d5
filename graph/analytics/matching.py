"""Who fits a request: parts in [0, 1], a weighted sum, and the facts behind it (DESIGN section 9).

Everything is computed over the people who are eligible for the question at hand, word statistics and neighbours
included: nobody else leaves a trace in a score.  Values and weights are rounded to six decimals before they are
multiplied, so that a breakdown adds up to its score exactly.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from scipy.sparse import csr_array

from graph.analytics.concepts import concepts_in
from graph.analytics.match_experience import Done
from graph.analytics.match_found import (
    DECIMALS,
    Explained,
    Facts,
    Judged,
    Match,
    OrganisationMatch,
    Part,
    added,
    shares,
)
from graph.analytics.match_model import CONTENT, DEFAULT, PARTS, MatchModel, Need
from graph.analytics.match_needed import Needed, held, placed
from graph.analytics.match_parts import Parts
from graph.analytics.spread import Groups, spread_out
from graph.analytics.team_value import Candidates, incidence
from graph.network import Floats, Mask, Network, Positions
from graph.trust import Ties, running

__all__ = [
    "PARTS",
    "Explained",
    "Facts",
    "Match",
    "MatchModel",
    "Matcher",
    "Need",
    "OrganisationMatch",
    "Part",
    "concepts_in",
]


class Matcher:
    """A network prepared for matching on one day."""

    def __init__(self, network: Network, parts: Parts, model: MatchModel) -> None:
        self._network = network
        self._parts = parts
        self._model = model

    @staticmethod
    def build(network: Network, ties: Ties, model: MatchModel = DEFAULT) -> "Matcher":
        """Prepare `network` with the ties of the day of asking; about 7 s at 100,000 people."""
        return Matcher(network, Parts(network, ties, model), model)

    def following(self, network: Network, ties: Ties) -> "Matcher":
        """Return what :meth:`build` returns for a later `network`, in a fraction of the time where few changed."""
        return Matcher(network, Parts(network, ties, self._model, self._parts), self._model)

    def prepare(self, day: date) -> None:
        """Work out what the first question of `day` would wait for."""
        self._parts.experience.prepare(day)

    def eligible(self, need: Need, allowed: Mask) -> Mask:
        """Return who may be proposed: allowed, speaking every language asked for, and not the asker.

        Somebody whose languages are unknown is not known to speak one that is asked for.
        """
        mask = allowed & self._parts.speaking(need.languages)
        asker = self._network.position.get(need.asker) if need.asker else None
        if asker is not None:
            mask[asker] = False
        return mask

    def match(
        self,
        need: Need,
        allowed: Mask,
        *,
        reach: Floats | None,
        day: date,
        k: int = 10,
        spread: bool = True,
        weights: Mapping[str, float] | None = None,
    ) -> list[Match]:
        """Return the `k` people who fit best.

        Parameters
        ----------
        need
            What is asked for.
        allowed
            Who may be proposed to this viewer at all; shape (people,).
        reach
            Value of the best trusted path to everyone, or ``None`` where nobody asks; shape (people,).
        day
            The day of asking, for the age of experience.
        k
            How many people at most.
        spread
            Whether the list is spread over organisations and neighbourhoods; the best one stays first.
        weights
            Other weights than the model's, by part, at least 0.

        Returns
        -------
        list of Match
            Best first (before spreading); equal scores by id.  Nobody who has only a place, a way to them or time.

        Raises
        ------
        graph.errors.InvalidInput
            A weight for a part that isn't there, under 0, or no weight on anything that was asked.

        Notes
        -----
        O(people + postings of what is asked + strong ties).
        """
        judged = self._judge(need, allowed, reach, day, weights)
        if not spread:
            chosen = judged.best(k).tolist()
        else:
            pool = judged.best(k * self._model.pool).tolist()
            groups = self._groups(pool, day)
            chosen = spread_out(pool, judged.scores, groups, self._model.spread, self._model.spread_place, k)
        words = self._parts.people.text.matched(need.text, chosen, judged.eligible)
        return [self._match(at, judged, need, day, said) for at, said in zip(chosen, words, strict=True)]

    def explain(
        self,
        need: Need,
        allowed: Mask,
        person: int,
        *,
        reach: Floats | None,
        day: date,
        weights: Mapping[str, float] | None = None,
    ) -> Explained | None:
        """Return the match of one person and where they stand; ``None`` where they may not be proposed."""
        judged = self._judge(need, allowed, reach, day, weights)
        if not judged.eligible[person] or self._network.people[person].id in need.but:
            return None
        said = self._parts.people.text.matched_words(need.text, person, judged.eligible)
        found = self._match(person, judged, need, day, said)
        return Explained(found, judged.rank(person), int(np.count_nonzero(judged.listed)))

    def candidates(
        self, need: Need, allowed: Mask, *, reach: Floats | None, day: date, tied: bool = True
    ) -> tuple[Positions, Candidates]:
        """Return who could be in a team, ascending, and what each would bring; ties only where `tied`."""
        judged = self._judge(need, allowed, reach, day, None)
        people = np.flatnonzero(judged.listed)
        talents, themes = self._parts.people.offers(judged.needed)
        links = self._network.memberships
        now = running(links.since, links.until, day.toordinal())
        return people, Candidates(
            talents=np.array([row[people] for row in talents]).reshape(len(talents), len(people)),
            themes=np.array([row[people] for row in themes]).reshape(len(themes), len(people)),
            scores=judged.scores[people],
            ties=csr_array(self._parts.strong[people][:, people]) if tied else None,
            organisations=incidence(
                people, links.person[now], links.other[now], len(self._network.organisations)
            ),
            neighbourhoods=self._places(people),
        )

    def judge(
        self, need: Need, allowed: Mask, people: Sequence[int], *, reach: Floats | None, day: date
    ) -> list[Match]:
        """Return the matches of these people, who may be proposed, in the order given."""
        judged = self._judge(need, allowed, reach, day, None)
        words = self._parts.people.text.matched(need.text, list(people), judged.eligible)
        return [self._match(at, judged, need, day, said) for at, said in zip(people, words, strict=True)]

    def match_organisations(
        self, need: Need, seen: Mask, *, day: date, k: int = 5, weights: Mapping[str, float] | None = None
    ) -> list[OrganisationMatch]:
        """Return the `k` organisations among `seen`, shape (organisations,), that fit best."""
        mask = seen.copy()
        asker = self._network.organisation_position.get(need.asker) if need.asker else None
        if asker is not None:
            mask[asker] = False
        needed = self._needed(need)
        values = self._parts.of_organisations(needed, need.text, mask, day)
        usual = {**self._model.weights(), **(weights or {})}
        if not any(usual[name] > 0.0 for name in values):
            return []
        judged = self._weigh(needed, mask, values, weights)
        found: list[OrganisationMatch] = []
        best = judged.best(k).tolist()
        words = self._parts.organisations.text.matched(need.text, best, mask)
        for at, said in zip(best, words, strict=True):
            node, parts = self._network.organisations[at], judged.parts(at)
            facts = Facts(
                talents=held(node.talents, needed.talents),
                themes=held(node.themes, needed.themes),
                done=self._parts.experience.organised(at, needed, day) if needed.themes else Done(),
                place=placed(node.neighbourhoods, needed),
                words=said,
            )
            found.append(OrganisationMatch(at, added(parts), parts, facts))
        return found

    def _needed(self, need: Need) -> Needed:
        return Needed.of(self._network, need.themes, need.talents, need.neighbourhoods, self._model)

    def _judge(
        self, need: Need, allowed: Mask, reach: Floats | None, day: date, weights: Mapping[str, float] | None
    ) -> Judged:
        mask, needed = self.eligible(need, allowed), self._needed(need)
        judged = self._weigh(
            needed, mask, self._parts.of_people(needed, need.text, mask, reach, day), weights
        )
        # They still count in what is usual, so that the others keep their scores and their order.
        judged.listed[[self._network.position[one] for one in need.but if one in self._network.position]] = (
            False
        )
        return judged

    def _weigh(
        self, needed: Needed, mask: Mask, raw: Mapping[str, Floats], weights: Mapping[str, float] | None
    ) -> Judged:
        """Round, weigh and add up the parts of everyone in `mask`; everyone else has 0."""
        values = {name: np.round(raw[name] * mask, DECIMALS) for name in PARTS if name in raw}
        made = shares(self._model.weights(), weights or {}, values)
        scores = np.zeros(len(mask))
        for name, weight in made.items():
            scores += values[name] * weight
        content = [name for name in CONTENT if name in values]
        listed = mask.copy()
        if content:
            listed &= np.any([values[name] > 0.0 for name in content], axis=0)
        elif "place" in values:
            listed &= values["place"] > self._model.same_city
        return Judged(needed, mask, listed, values, made, np.round(scores, 2 * DECIMALS))

    def _match(self, at: int, judged: Judged, need: Need, day: date, words: tuple[str, ...]) -> Match:
        node, needed, parts = self._network.people[at], judged.needed, judged.parts(at)
        facts = Facts(
            talents=held(node.talents, needed.talents),
            themes=held(node.themes, needed.themes),
            done=self._parts.experience.done(at, needed, day) if needed.themes else Done(),
            place=placed(node.neighbourhoods, needed),
            words=words,
            languages=tuple(sorted(need.languages)),
        )
        return Match(at, added(parts), parts, facts)

    def _places(self, people: Positions) -> csr_array:
        column = {place: at for at, place in enumerate(self._network.neighbourhoods)}
        pairs = [
            (at, column[place])
            for at in people.tolist()
            for place in self._network.people[at].neighbourhoods
            if place in column
        ]
        found = np.array(pairs, dtype=np.int64).reshape(len(pairs), 2)
        return incidence(people, found[:, 0], found[:, 1], len(column))

    def _groups(self, people: list[int], day: date) -> dict[int, Groups]:
        links = self._network.memberships
        found: dict[int, Groups] = {}
        for at in people:
            rows = links.of(at)
            now = running(links.since[rows], links.until[rows], day.toordinal())
            found[at] = Groups(
                frozenset(links.other[rows[now]].tolist()), frozenset(self._network.people[at].neighbourhoods)
            )
        return found
