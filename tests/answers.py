"""Answers of analyses made by hand: one of each kind, with what may be hidden hidden in some."""

from dataclasses import replace
from datetime import date

from queries.analysis_answers import (
    Answer,
    BridgingAnswer,
    BrokersAnswer,
    BrokerShown,
    CommunitiesAnswer,
    CommunityShown,
    CoverageAnswer,
    CoverageCell,
    Labelled,
    RobustnessStep,
    SectorBridging,
    SectorCount,
    SectorJoint,
    SectorPair,
    SuggestionsAnswer,
    SuggestionShown,
    SummaryAnswer,
    Trait,
    TrendPoint,
    TrendsAnswer,
)
from queries.analysis_methods import METHODS
from queries.basis import Basis
from queries.figures import About, Figure, figure
from queries.measurements import Measurement
from queries.phrases import Words
from queries.pseudonyms import Shown
from tests.networks import TODAY

FIGURES = (
    figure("people", 1200),
    figure("tied", 0.914, between=(0.9, 0.93)),
    figure("density", 0.0041),
    figure("ei_index", -0.125, between=(-0.2, -0.05), expected=0.25, expected_between=(0.2, 0.3)),
    Figure("reciprocity", None, hidden=True),
)


def about(question: str, figures: tuple[Figure, ...] = FIGURES) -> About:
    return About(
        question=question,
        as_of=TODAY,
        revision=7,
        basis=Basis.EVERYONE,
        people=1200,
        unasked=310,
        parameters={"seed": 1},
        figures=figures,
        sentences=(Words("Een eerste zin.", "A first sentence."), Words("Een tweede.", "A second.")),
        method=METHODS[question],
    )


AN = Shown("person:a", "a", "An Peeters", "resident", "Dam")
BO = Shown("p-k5x2m7qa3n", None, "p-k5x2m7qa3n", "city", None)
CIS = Shown("person:c", "c", "Cis Maes", None, None)
MEASURED = Measurement(
    id="measurement:01JD8Z0V6H3K4M5N6P7Q8R9S0T",
    question="summary",
    basis=Basis.RESEARCH,
    as_of=TODAY,
    revision=None,
    made_at="2026-11-23T09:00:00.000000Z",
    parameters={"seed": 1},
    people=1200,
    unasked=310,
    figures=FIGURES,
)

ANSWERS: dict[str, Answer] = {
    "summary": SummaryAnswer(
        about("summary"), (SectorCount("resident", 700), SectorCount("politics", None), SectorCount(None, 12))
    ),
    "communities": CommunitiesAnswer(
        about("communities"),
        (
            CommunityShown(
                number=1,
                name=Words("mobiliteit in Dam", "mobility in Dam"),
                people=64,
                inside=210,
                outside=None,
                sectors={"resident": 40, "city": None},
                traits=(Trait("theme", Words("mobiliteit", "mobility"), 14),),
            ),
        ),
        None,
    ),
    "brokers": BrokersAnswer(
        about("brokers"),
        (
            BrokerShown(
                1,
                AN,
                18,
                0.041,
                None,
                0.12,
                14.5,
                True,
                {"liaison": 31, "gatekeeper": 4},
                {"liaison": 20.4},
                1,
            ),
            BrokerShown(2, BO, 0, 0.0, 0.001, None, None, False, {}, {}, None),
        ),
        (RobustnessStep(5, 0.93, 0.991, None),),
        (SectorJoint("resident", "city", 240, 2, 130, (AN, BO), 2, 0.61, 30),),
    ),
    "bridging": BridgingAnswer(
        about("bridging"),
        (SectorBridging("city", 120, 80, None, FIGURES[3]),),
        (
            SectorPair("city", "resident", figure("ties", 240, expected=260.4, expected_between=(240, 280))),
            SectorPair("city", "city", Figure("ties", None, hidden=True)),
        ),
    ),
    "coverage": CoverageAnswer(
        about("coverage"),
        "district",
        (Labelled("theme:t", "mobiliteit", Words("mobiliteit", "mobility")),),
        (Labelled("Noord", None, Words("Noord", "Noord")),),
        (
            CoverageCell(-1, -1, 90, 3, 5, 2),
            CoverageCell(0, -1, 40, 2, None, 1),
            CoverageCell(-1, 0, 30, 1, 0, 0),
            CoverageCell(0, 0, 6, 2, None, 4),
        ),
    ),
    "suggestions": SuggestionsAnswer(
        about("suggestions"),
        (
            SuggestionShown(
                1,
                AN,
                BO,
                CIS,
                (Words("mobiliteit", "mobility"),),
                (Words("voorzitten", "chairing"),),
                0.4,
                0.02,
                Words("Beiden geven om mobiliteit.", "Both care about mobility."),
            ),
        ),
    ),
    "trends": TrendsAnswer(
        about("trends"),
        (
            TrendPoint(date(2025, 1, 1), (figure("people", 1100), figure("tied", 0.5))),
            TrendPoint(date(2026, 1, 1), (figure("people", 1150),)),
        ),
        (MEASURED,),
    ),
}
"""By question."""


def of_nobody(question: str, basis: Basis) -> Answer:
    """Return the answer over no people at all."""
    answer = ANSWERS[question]
    return replace(answer, about=replace(answer.about, people=0, basis=basis, figures=()))
