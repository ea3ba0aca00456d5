"""What somebody typed on the command line to the thing that is meant, for those who may look at records."""

from collections.abc import Sequence

from graph.access import Question
from ploeg.session import Session
from queries import resolve


def person_meant(opened: Session, text: str) -> str:
    """Return the id of a person."""
    # Rights first: somebody who may not look at records learns nothing from a name either.
    opened.viewer.require(Question.RECORDS)
    snapshot = opened.snapshots.fresh(opened.viewer.city)
    return snapshot.network.people[resolve.person(snapshot, opened.viewer, text)].id


def themes_meant(opened: Session, texts: Sequence[str]) -> list[str]:
    """Return the ids of themes."""
    network = opened.snapshots.fresh(opened.viewer.city).network
    return [resolve.theme(network, text) for text in texts]


def request_meant(opened: Session, text: str) -> str:
    """Return the id of a request."""
    opened.viewer.require(Question.RECORDS)
    return resolve.request(opened.snapshots.fresh(opened.viewer.city).network, text)
