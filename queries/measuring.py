"""Keeping what an analysis told, as far as it may stay when somebody in it is erased (docs/decisions/0013)."""

from dataclasses import replace

from graph.access import Question, Viewer
from graph.errors import InvalidInput
from graph.store import Store
from queries.analysis_answers import Answer
from queries.figures import LEAST, About, Figure
from queries.measurements import Measurement, keep
from queries.snapshots import Snapshots

COUNTS = frozenset({"people", "articulation"})
"""Figures that count people."""

SHARES = frozenset({"tied", "largest_component"})
"""Figures that are a share of the people."""


def measure(store: Store, snapshots: Snapshots, viewer: Viewer, answer: Answer) -> Measurement | None:
    """Keep the figures of an answer that was just given; see :func:`measure_told`."""
    viewer.require(Question.MEASURE)
    revision = answer.about.revision
    if revision is None:
        # Who may not know the revision has it noted all the same, so that the coordinator can tell what it was of.
        revision = snapshots.at_hand(viewer.city).network.revision
    return measure_told(store, viewer, answer.about, revision)


def measure_told(store: Store, viewer: Viewer, told: About, revision: int) -> Measurement | None:
    """Keep what was told of a revision; returns the measurement, or the one that was kept of the same before.

    Figures that stand for fewer than five people, or for all but as few, are kept as hidden, whoever measures: the
    measurement outlives those people in the store.  ``None``, and nothing is kept, where there are fewer than five
    people in all.

    Raises
    ------
    NotAllowed
    InvalidInput
        It was asked about one person.
    """
    viewer.require(Question.MEASURE)
    found = lasting(told)
    return None if found is None else keep(store, viewer, found, revision)


def lasting(told: About) -> About | None:
    """Return what of an answer may stay whoever is erased, ``None`` where that is nothing.

    Raises
    ------
    InvalidInput
    """
    if any(isinstance(value, str) and value.startswith("person:") for value in told.parameters.values()):
        message = (
            "Wat over één iemand gevraagd is, wordt niet als meting bewaard. "
            "/ What was asked about one person is not kept as a measurement."
        )
        raise InvalidInput(message)
    people = told.people
    if people is None or people < LEAST:
        return None
    figures = tuple(_hidden(each) if _of_few(each, people) else each for each in told.figures)
    unasked = told.unasked
    if unasked is not None and _few(unasked, people):
        unasked = None
    return replace(told, figures=figures, unasked=unasked)


def _of_few(of: Figure, people: int) -> bool:
    if of.value is None:
        return False
    if of.name in COUNTS:
        return of.value < LEAST if of.name == "people" else _few(of.value, people)
    return of.name in SHARES and _few(of.value * people, people)


def _few(part: float, people: int) -> bool:
    return min(round(part), people - round(part)) < LEAST


def _hidden(of: Figure) -> Figure:
    return Figure(of.name, None, hidden=True)
