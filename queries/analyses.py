"""Every analysis by its name: which function answers it, which parameters it takes, and who may ask.

The terminal and HTTP ask through here, so that both take the same and refuse the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from graph.access import Question, Viewer, analysed
from graph.errors import InvalidInput
from queries import resolve
from queries.analysis_answers import Answer
from queries.basis import basis_of, snapshot_for
from queries.bridging import bridging_analysis
from queries.brokers import brokers_analysis
from queries.communities import communities_analysis
from queries.coverage import coverage_analysis
from queries.held import Snapshot, utc_today
from queries.pseudonyms import Pseudonyms
from queries.runs import Progress
from queries.snapshots import Snapshots
from queries.suggestions import suggestions_analysis
from queries.summary import summary_analysis
from queries.trends import trends_analysis


class Analysis(StrEnum):
    """What can be asked of the learning network."""

    SUMMARY = "summary"
    COMMUNITIES = "communities"
    BROKERS = "brokers"
    BRIDGING = "bridging"
    COVERAGE = "coverage"
    SUGGESTIONS = "suggestions"
    TRENDS = "trends"


@dataclass(frozen=True, slots=True)
class Kind:
    """How an analysis is asked.

    Attributes
    ----------
    answer
        Its function, which takes snapshots, a viewer, and by name what ``takes`` says and ``progress``.
    takes
        The parameters it takes.
    people
        Whether it tells of single people, under pseudonyms to who sees no names.
    """

    answer: Callable[..., Answer]
    takes: tuple[str, ...] = ("as_of",)
    people: bool = False

    @property
    def right(self) -> Question:
        """What somebody must be allowed to ask it."""
        return Question.ANALYSE_PEOPLE if self.people else Question.ANALYSE


KINDS: Mapping[Analysis, Kind] = {
    Analysis.SUMMARY: Kind(summary_analysis),
    Analysis.COMMUNITIES: Kind(communities_analysis),
    Analysis.BROKERS: Kind(brokers_analysis, ("as_of", "k"), people=True),
    Analysis.BRIDGING: Kind(bridging_analysis),
    Analysis.COVERAGE: Kind(coverage_analysis, ("as_of", "by", "theme")),
    Analysis.SUGGESTIONS: Kind(suggestions_analysis, ("as_of", "k"), people=True),
    Analysis.TRENDS: Kind(trends_analysis, ("as_of", "years")),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An analysis with its parameters; ``None`` where one is left out."""

    analysis: Analysis
    as_of: date | None = None
    k: int | None = None
    by: str | None = None
    theme: str | None = None
    years: int | None = None

    @property
    def kind(self) -> Kind:
        """How it is asked."""
        return KINDS[self.analysis]

    @property
    def given(self) -> dict[str, date | int | str]:
        """Return the parameters that were given."""
        found = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "analysis"}
        return {name: value for name, value in found.items() if value is not None}

    def check(self) -> None:
        """Raise :class:`~graph.errors.InvalidInput` where a parameter is given that it does not take."""
        others = [name for name in self.given if name not in self.kind.takes]
        if others:
            takes = ", ".join(self.kind.takes)
            message = (
                f"De analyse '{self.analysis}' neemt geen {others[0]}; wel: {takes}. "
                f"/ The analysis '{self.analysis}' takes no {others[0]}; it takes: {takes}."
            )
            raise InvalidInput(message)


class AtOneMoment(Snapshots):
    """One snapshot for everything that an answer is made of, so that it is known of whom it is."""

    def __init__(self, snapshots: Snapshots, snapshot: Snapshot) -> None:
        super().__init__(snapshots.store)
        self._only = snapshot

    def at_hand(self, city: str) -> Snapshot:
        """Return the one."""
        return self._only

    def fresh(self, city: str, *, revision: int | None = None) -> Snapshot:
        """Return the one."""
        return self._only

    def rebuilt(self, city: str) -> Snapshot:
        """Return the one."""
        return self._only


def at_one_moment(snapshots: Snapshots, viewer: Viewer) -> AtOneMoment:
    """Return the snapshot of this moment for all that is asked and kept of an analysis."""
    return AtOneMoment(snapshots, snapshot_for(snapshots, viewer))


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, with what it rests on.

    Attributes
    ----------
    day
        Of the consents (UTC).
    people
        Everyone it is worked out of, with what they agreed to.
    """

    answer: Answer
    day: date
    people: frozenset[tuple[object, ...]]

    def stands(self, snapshots: Snapshots, viewer: Viewer) -> bool:
        """Tell whether it may still be told.

        That is on the same day, and as long as nobody in it was erased, or agrees or wants to be asked otherwise than
        they did. Whatever else was written leaves it as it is: an answer that is a little older is one still, and
        whoever waits may not learn from it that something was written about somebody who is not in it.
        """
        today = utc_today()
        return self.day == today and self.people <= _people(snapshot_for(snapshots, viewer), viewer, today)


def answered(
    snapshots: Snapshots,
    viewer: Viewer,
    asked: Asked,
    *,
    pseudonyms: Pseudonyms | None = None,
    progress: Progress | None = None,
) -> Answered:
    """Answer an analysis.

    Raises
    ------
    NotAllowed, InvalidInput, Stopped, StoreError
    """
    kind = asked.kind
    viewer.require(kind.right)
    asked.check()
    day = utc_today()
    moment = at_one_moment(snapshots, viewer)
    snapshot = moment.at_hand(viewer.city)
    given: dict[str, object] = dict(asked.given)
    if asked.theme is not None:
        given["theme"] = resolve.theme(snapshot.network, asked.theme)
    if kind.people:
        given["pseudonyms"] = pseudonyms
    answer = kind.answer(moment, viewer, **given, progress=progress)
    return Answered(answer, day, _people(snapshot, viewer, day))


def _people(snapshot: Snapshot, viewer: Viewer, day: date) -> frozenset[tuple[object, ...]]:
    """Return whom figures for `viewer` are counted over, with what they agreed to and how they want to be asked."""

    def make() -> frozenset[tuple[object, ...]]:
        who = analysed(snapshot.standing(day), viewer).tolist()
        people = [person for person, counts in zip(snapshot.network.people, who, strict=True) if counts]
        ids = {person.id for person in people}
        return frozenset(
            (
                person.id,
                person.consents,
                person.availability,
                person.paused_until,
                person.ask_themes,
                # Whoever is not in it can't be told apart from whoever does not exist.
                tuple(named for named in person.not_about if named in ids),
            )
            for person in people
        )

    return snapshot.keep(("agreed", basis_of(viewer), day), make)
