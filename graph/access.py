"""Who asks, and whom they may see, ask or match: the one place that decides it.

Every question takes a :class:`Viewer`.  From a network and a day :func:`standing` reads, once, which consents are
in force; the functions below turn that into masks over people.  A question uses nobody outside its mask: not in
its answer, and not in any count, average or word statistic behind it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.consent import covers, in_force
from graph.errors import NotAllowed
from graph.model import Availability, Purpose, Scope
from graph.model import Role as Role
from graph.network import Mask, Network, OrganisationNode
from graph.questions import Question as Question
from graph.questions import refusal

ALLOWED: Mapping[Question, frozenset[Role]] = {
    Question.SEARCH: frozenset({Role.PUBLIC, Role.PARTNER, Role.COORDINATOR}),
    Question.PATH: frozenset({Role.PARTNER, Role.COORDINATOR}),
    Question.MATCH: frozenset({Role.PARTNER, Role.COORDINATOR}),
    Question.RECORDS: frozenset({Role.COORDINATOR}),
    Question.WRITE: frozenset({Role.COORDINATOR}),
    Question.EXPORT: frozenset({Role.COORDINATOR}),
    Question.DUPLICATES: frozenset({Role.COORDINATOR}),
    Question.ANALYSE: frozenset({Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.COORDINATOR}),
    Question.ANALYSE_PEOPLE: frozenset({Role.RESEARCHER, Role.COORDINATOR}),
    Question.MEASURE: frozenset({Role.RESEARCHER, Role.COORDINATOR}),
    Question.MAP: frozenset({Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.COORDINATOR}),
    Question.ACCOUNTS: frozenset({Role.ADMIN}),
    Question.AUDIT: frozenset({Role.ADMIN}),
    Question.BACKUPS: frozenset({Role.ADMIN}),
}
"""Which role may ask what. Figures are for all; what is said of single people is for researchers, under pseudonyms,
and for the coordinator."""

PREFERRED = (Role.COORDINATOR, Role.RESEARCHER, Role.PARTNER, Role.ADMIN, Role.PUBLIC)
"""Roles in the order in which somebody with several begins."""

PATH_SCOPE: Mapping[Role, Scope] = {Role.PARTNER: Scope.PARTNERS, Role.COORDINATOR: Scope.COORDINATOR}
"""On whose behalf a connector would be asked."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: a role in a city, the person behind it where that is known, and the account they signed in with."""

    role: Role
    city: str
    person: str | None = None
    account: str | None = None
    scopes: frozenset[Question] | None = None
    """What a token may ask; ``None`` for whoever signed in: all that the role may."""

    @property
    def actor(self) -> str:
        """Whom a change is written down for: the id of an account, or the role of whoever runs Ploeg here."""
        return self.account or str(self.role)

    def require(self, question: Question) -> None:
        """Raise :class:`~graph.errors.NotAllowed` where this role may not ask `question`."""
        if self.role not in ALLOWED[question]:
            raise NotAllowed(refusal(self.role, question, ALLOWED[question]))
        if self.scopes is not None and question not in self.scopes:
            message = (
                f"Deze sleutel mag dit niet vragen ({question}); maak een sleutel die het wel mag. "
                f"/ This token may not ask this ({question}); make a token that may."
            )
            raise NotAllowed(message)


@dataclass(frozen=True)
class Standing:
    """Consents in force on one day, a mask over people for each purpose.

    ``partners`` marks connectors who may be asked on behalf of partners; ``limited`` holds, by position, the theme
    ids of connectors who agreed for some themes only, ``wished`` those of everyone who wants to be asked about some
    themes only, in the middle of a path or for a request.
    """

    day: date
    purposes: Mapping[Purpose, Mask]
    partners: Mask
    limited: Mapping[int, frozenset[str]]
    paused: Mask
    unavailable: Mask
    wished: Mapping[int, frozenset[str]]


def standing(network: Network, day: date) -> Standing:
    """Read what is in force on `day`; one pass over all consent events."""
    size = len(network.people)
    purposes = {purpose: np.zeros(size, dtype=np.bool_) for purpose in Purpose}
    partners = np.zeros(size, dtype=np.bool_)
    limited: dict[int, frozenset[str]] = {}
    wished: dict[int, frozenset[str]] = {}
    paused = np.zeros(size, dtype=np.bool_)
    unavailable = np.zeros(size, dtype=np.bool_)
    for position, person in enumerate(network.people):
        for purpose in {event.purpose for event in person.consents}:
            event = in_force(person.consents, purpose, day)
            if event is None:
                continue
            purposes[purpose][position] = True
            if purpose is Purpose.CONNECTOR:
                partners[position] = covers(event, Scope.PARTNERS, event.themes)
                if event.themes:
                    limited[position] = frozenset(event.themes)
        paused[position] = person.paused_until is not None and person.paused_until >= day
        unavailable[position] = person.availability == Availability.NO
        if person.ask_themes:
            wished[position] = frozenset(person.ask_themes)
    return Standing(day, purposes, partners, limited, paused, unavailable, wished)


def visible(standing: Standing, viewer: Viewer) -> Mask:
    """Return the people whom `viewer` may see by name."""
    if viewer.role is Role.COORDINATOR:
        return np.ones(len(standing.partners), dtype=np.bool_)
    if viewer.role is Role.PARTNER:
        return standing.purposes[Purpose.PUBLIC]
    return np.zeros(len(standing.partners), dtype=np.bool_)


def analysed(standing: Standing, viewer: Viewer) -> Mask:
    """Return the people whom figures for `viewer` are counted over: everyone, or who agrees to research."""
    if viewer.role is Role.COORDINATOR:
        return np.ones(len(standing.partners), dtype=np.bool_)
    return standing.purposes[Purpose.RESEARCH]


def hides_small(viewer: Viewer) -> bool:
    """Tell whether counts of fewer than five people are kept from `viewer`, with what would give them away."""
    return viewer.role in {Role.PUBLIC, Role.PARTNER}


def sees_revision(viewer: Viewer) -> bool:
    """Tell whether `viewer` may know the revision of the data, which every write changes, also about the hidden."""
    return viewer.role is Role.COORDINATOR


def told_revision(viewer: Viewer, revision: int) -> int | None:
    """Return the revision as an answer to `viewer` gives it."""
    return revision if sees_revision(viewer) else None


def visible_organisation(organisation: OrganisationNode, viewer: Viewer) -> bool:
    """Tell whether `viewer` may see an organisation."""
    return viewer.role is Role.COORDINATOR or (
        viewer.role in {Role.PARTNER, Role.PUBLIC} and organisation.public
    )


def connectors(network: Network, standing: Standing, viewer: Viewer, themes: Collection[str] | None) -> Mask:
    """Return who may stand in the middle of a path for this viewer and theme.

    Parameters
    ----------
    network, standing
        The snapshot and the consents in force.
    viewer
        Who asks; only roles in :data:`PATH_SCOPE` ever get a connector.
    themes
        The theme asked about with every broader one, or ``None``.

    Notes
    -----
    Eligible is who has a connector consent in force that covers the question, has not paused, has fewer open asks
    than their monthly limit (DESIGN section 8), and wants to be asked about this theme where they named themes.
    """
    scope = PATH_SCOPE.get(viewer.role)
    if scope is None:
        return np.zeros(len(network.people), dtype=np.bool_)
    mask = standing.purposes[Purpose.CONNECTOR] & ~standing.paused & (network.load > 0.0)
    if scope is Scope.PARTNERS:
        mask &= standing.partners
    for position, agreed in standing.limited.items():
        if themes is None or agreed.isdisjoint(themes):
            mask[position] = False
    return _wanting(mask, standing, themes)


def hears_ties(viewer: Viewer) -> bool:
    """Tell whether `viewer` may hear of ties between people of whom nobody agreed to introduce (decision 19)."""
    return viewer.role is Role.COORDINATOR


def matchable(standing: Standing, viewer: Viewer, themes: Collection[str] | None) -> Mask:
    """Return who may be proposed for a request about `themes`, given with every broader one.

    That is who consents to it, is visible to this viewer, is not unavailable, and wants to be asked about one of
    these themes where they named themes.
    """
    mask = standing.purposes[Purpose.MATCHING] & visible(standing, viewer) & ~standing.unavailable
    return _wanting(mask, standing, themes)


def wants(wished: Collection[str], themes: Collection[str] | None) -> bool:
    """Tell whether somebody who wants to be asked about `wished` (ids; none for anything) wants this question.

    `themes` are those of the question with every broader one; a question without a theme is wanted by nobody who
    named some: it may be about anything.
    """
    return not wished or (themes is not None and any(theme in wished for theme in themes))


def _wanting(mask: Mask, standing: Standing, themes: Collection[str] | None) -> Mask:
    for position, wished in standing.wished.items():
        mask[position] &= wants(wished, themes)
    return mask
