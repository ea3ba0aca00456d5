"""``analyse``: whether it is becoming a learning network.

What a command works with is imported when it runs, so that help shows at once.
"""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ploeg.commands.questions import AsOf, day_of
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from ploeg.session import Session
    from queries.analyses import Answered
    from queries.analysis_answers import Answer

Which = Literal["summary", "communities", "brokers", "bridging", "coverage", "suggestions", "trends"]


@command(
    "Toon wat er van het netwerk te zeggen valt, en bewaar de cijfers om later te vergelijken.\n\n"
    "summary: het netwerk in cijfers. communities: wie samen een kring vormt. brokers: wie verbindt, en wat er "
    "breekt als die stopt. bridging: hoe sectoren verbonden zijn. coverage: waar voor een thema mensen zijn en waar "
    "niet. suggestions: wie elkaar zou moeten leren kennen. trends: hoe het groeide."
)
def analyse_command(
    context: Context,
    question: Annotated[
        Which,
        typer.Argument(metavar="[QUESTION]", help=say("Welke analyse.", "Which analysis.")),
    ] = "summary",
    k: Annotated[
        int | None,
        typer.Option(
            "-k",
            help=say(
                "Hoeveel mensen (brokers) of paren (suggestions).",
                "How many people (brokers) or pairs (suggestions).",
            ),
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            help=say(
                "Per wijk (neighbourhood) of per district (coverage).",
                "By neighbourhood or by district (coverage).",
            ),
        ),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            "--theme",
            help=say("Alleen over dit thema (coverage).", "Only about this theme (coverage)."),
        ),
    ] = None,
    years: Annotated[
        int | None,
        typer.Option("--years", help=say("Hoeveel jaar terug (trends).", "How many years back (trends).")),
    ] = None,
    as_of: AsOf = None,
    keep: Annotated[
        bool,
        typer.Option(
            "--keep/--no-keep",
            help=say("Bewaar de cijfers als meting.", "Keep the figures as a measurement."),
        ),
    ] = True,
) -> None:
    """Show what can be said of the network, and keep the figures to compare later.

    summary: the network in figures. communities: who belongs together. brokers: who connects, and what breaks when
    they stop. bridging: how sectors are tied. coverage: where there are people for a theme and where there aren't.
    suggestions: who might get to know whom. trends: how it grew.

    Example: ploeg analyse

    Example: ploeg analyse brokers -k 5 --role researcher

    Example: ploeg analyse coverage --by district --theme mobiliteit
    """
    from api.v1.schemas_analysis import analysis_json
    from ploeg.commands.analyse_show import show
    from ploeg.session import session
    from queries.analyses import Analysis, Asked, answered

    screen = context.screen
    asked = Asked(Analysis(question), as_of=day_of(as_of), k=k, by=by, theme=theme, years=years)
    with session(context.settings) as opened:
        with screen.working("Rekenen", "Computing") as progress:
            found = answered(opened.snapshots, opened.viewer, asked, progress=progress)
        answer = found.answer
        nothing = answer.about.people == 0
        kept = keep and not nothing and _keep(opened, found)
    if screen.as_json:
        screen.json(analysis_json(answer))
    elif not nothing:
        show(screen, answer)
        if kept:
            _say_kept(screen)
    if nothing:
        _say_nothing(screen, answer)
        raise typer.Exit(1)


def _keep(opened: "Session", found: "Answered") -> bool:
    """Keep the figures where the role may and there are enough people; tell whether they are."""
    from graph.access import ALLOWED, Question
    from queries.measuring import measure

    if opened.viewer.role not in ALLOWED[Question.MEASURE]:
        return False
    return measure(opened.store, opened.snapshots, opened.viewer, found.answer) is not None


def _say_kept(screen: Screen) -> None:
    screen.say("", "")
    screen.paragraph(
        "Bewaard als meting. Hoe het verloopt: ploeg analyse trends. Alle metingen: ploeg measurements list.",
        "Kept as a measurement. How it goes: ploeg analyse trends. All of them: ploeg measurements list.",
        style="dim",
    )


def _say_nothing(screen: Screen, answer: "Answer") -> None:
    from queries.basis import Basis

    if answer.about.basis is Basis.EVERYONE:
        screen.complain(
            "Er valt nog niets te berekenen: er zijn geen mensen. Breng eerst tabellen binnen (ploeg import PAD), "
            "of probeer een verzonnen stad (ploeg demo).",
            "There is nothing to compute yet: there are no people. Bring tables in first (ploeg import PATH), or try "
            "an invented city (ploeg demo).",
        )
        return
    screen.complain(
        "Er valt nog niets te berekenen: niemand stemt in met onderzoek. De coördinator noteert wie dat doet: "
        "ploeg consent give MENS research.",
        "There is nothing to compute yet: nobody agrees to research. The coordinator records who does: "
        "ploeg consent give PERSON research.",
    )
