"""Who connects, and what breaks when they stop? Behind ``ploeg analyse brokers`` and ``GET /v1/analysis/brokers``."""

from collections.abc import Mapping
from datetime import date

from graph.access import Question, Role, Viewer
from graph.analytics.brokerage import ROLES
from graph.analytics.robustness import Left, Spread
from graph.errors import InvalidInput
from queries.analysis_answers import (
    BrokersAnswer,
    BrokerShown,
    RobustnessStep,
    SectorJoint,
    about,
    with_sentences,
)
from queries.basis import SECTORS, Based, based, day_for, snapshot_for
from queries.brokers_found import SEED, Brokering, Joint, betweenness_of, brokering
from queries.brokers_words import told
from queries.divided import Divided, divided
from queries.figures import Figure, figure, rounded
from queries.pseudonyms import Pseudonyms, Telling
from queries.runs import Progress
from queries.snapshots import Snapshots

__all__ = ["MOST_BROKERS", "betweenness_of", "brokers_analysis"]

MOST_BROKERS = 200
STOPPED = 5
"""How many stop in the figures that are kept."""

NAMED = 5
"""People told of a joint at most."""


def brokers_analysis(
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    as_of: date | None = None,
    k: int = 20,
    pseudonyms: Pseudonyms | None = None,
    progress: Progress | None = None,
) -> BrokersAnswer:
    """Return the `k` people who lie on most shortest routes between others, and what breaks when the first stop.

    Nobody is in it who lies on none.

    Raises
    ------
    NotAllowed, InvalidInput, StoreUnavailable, Stopped
    """
    viewer.require(Question.ANALYSE_PEOPLE)
    if not 1 <= k <= MOST_BROKERS:
        message = (
            f"Het aantal verbinders is {k}; verwacht 1 tot {MOST_BROKERS}. "
            f"/ The number of connectors is {k}; expected 1 to {MOST_BROKERS}."
        )
        raise InvalidInput(message)
    snapshot = snapshot_for(snapshots, viewer)
    day = day_for(viewer, as_of)
    of, known = based(snapshot, viewer, day), divided(snapshot, viewer, day)
    found = brokering(snapshot, of, progress)
    telling = Telling(of, viewer, pseudonyms or Pseudonyms())
    sampled = found.betweenness.error is not None
    parameters = {
        "k": k,
        "seed": SEED,
        "pivots": found.betweenness.sources if sampled else None,
        "draws": found.draws,
    }
    answer = BrokersAnswer(
        about("brokers", of, viewer, _figures(of, found), parameters),
        tuple(
            _shown(of, found, known, telling, rank, node)
            for rank, node in enumerate(found.ranking[:k].tolist(), start=1)
        ),
        tuple(_step(step) for step in found.steps),
        tuple(_joint(joint, telling) for joint in found.joints),
    )
    sentences = told(answer, named=viewer.role is Role.COORDINATOR)
    return BrokersAnswer(
        with_sentences(answer.about, sentences), answer.brokers, answer.robustness, answer.joints
    )


def _shown(
    of: Based, found: Brokering, known: Divided, telling: Telling, rank: int, node: int
) -> BrokerShown:
    error = found.betweenness.error
    return BrokerShown(
        rank=rank,
        who=telling.shown(node),
        degree=int(of.graph.degree[node]),
        betweenness=rounded(float(found.betweenness.value[node])) or 0.0,
        error=None if error is None else rounded(float(error[node])),
        constraint=rounded(float(found.holes.constraint[node])),
        effective_size=rounded(float(found.holes.effective_size[node])),
        articulation=bool(found.articulation[node]),
        roles=dict(zip(ROLES, found.roles.counts[node].tolist(), strict=True)),
        expected=_expected(found, node),
        community=known.number(node),
    )


def _expected(found: Brokering, node: int) -> Mapping[str, float]:
    values = found.roles.expected[node].tolist()
    return {role: rounded(value) or 0.0 for role, value in zip(ROLES, values, strict=True)}


def _step(step: Left) -> RobustnessStep:
    return RobustnessStep(
        step.stopped,
        rounded(step.connected),
        rounded(step.connected_at_random.mean),
        rounded(step.crossing),
    )


def _joint(joint: Joint, telling: Telling) -> SectorJoint:
    return SectorJoint(
        one=str(SECTORS[joint.one]),
        other=str(SECTORS[joint.other]),
        ties=joint.on.every,
        people=len(joint.on.nodes),
        carried=joint.on.edges,
        who=tuple(telling.shown(node) for node in joint.on.nodes[:NAMED].tolist()),
        stopped=joint.stopped,
        left=rounded(joint.left) or 0.0,
        having=joint.having,
    )


def _figures(of: Based, found: Brokering) -> tuple[Figure, ...]:
    after = next((step for step in found.steps if step.stopped == STOPPED), None)
    return (
        figure("people", of.graph.nodes),
        figure("ties", of.graph.edges),
        figure("articulation", int(found.articulation.sum())),
        _left("left_connected", (after.connected, after.connected_at_random) if after else None),
        figure("bridges", found.bridges.every),
        figure("bridge_people", len(found.bridges.nodes)),
        _left("bridges_left", (after.crossing, after.crossing_at_random) if after else None),
    )


def _left(name: str, left: tuple[float, Spread] | None) -> Figure:
    if left is None:
        return figure(name, None)
    value, spread = left
    return figure(name, value, expected=spread.mean, expected_between=(spread.low, spread.high))
