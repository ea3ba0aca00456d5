"""``search`` and ``path``: the questions.

What a command works with is imported when it runs, so that help shows at once.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.paths import HopAnswer, PathAnswer, RouteAnswer

KIND_NL = {
    "person": "persoon",
    "organisation": "organisatie",
    "theme": "thema",
    "talent": "talent",
    "initiative": "initiatief",
    "neighbourhood": "wijk",
    "request": "vraag",
}
STRONG, GOOD = 0.6, 0.35
"""Strengths from which a tie is called so."""

DAYS = ["%Y-%m-%d"]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=DAYS,
        help=say(
            "De dag van de banden: 2024-05-01. Anders vandaag.",
            "The day of the ties: 2024-05-01. Today if not given.",
        ),
    ),
]


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


@command("Zoek mensen, organisaties, thema's, talenten, initiatieven, wijken en vragen.")
def search_command(
    context: Context,
    text: Annotated[
        str, typer.Argument(help=say("Woorden, of het begin ervan.", "Words, or beginnings of words."))
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help=say("Alleen deze soort; mag vaker.", "Only this kind; may be repeated.")),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", help=say("Hoeveel hoogstens.", "How many at most."))
    ] = 10,
) -> None:
    """Find people, organisations, themes, talents, initiatives, neighbourhoods and requests.

    Example: ploeg search "schoolstraat"
    """
    from api.v1.schemas_search import search_json
    from ploeg.session import session
    from queries.search import search

    screen = context.screen
    with session(context.settings) as opened:
        answer = search(
            opened.store,
            opened.snapshots,
            opened.viewer,
            text,
            kinds=kind or (),
            limit=limit,
        )
    if screen.as_json:
        screen.json(search_json(answer))
    elif answer.results:
        columns = [screen.pick("soort", "kind"), screen.pick("naam", "name"), screen.pick("sleutel", "key")]
        rows = [
            [screen.pick(KIND_NL[found.kind], found.kind), found.name, found.key] for found in answer.results
        ]
        screen.table(columns, rows)
    if not answer.results:
        screen.say(
            f"Niets gevonden voor '{text}'. Probeer een korter woord of een andere schrijfwijze.",
            f"Nothing found for '{text}'. Try a shorter word or another spelling.",
        )
        raise typer.Exit(1)


@command("Toon via wie iemand te bereiken is: hoogstens drie betrouwbare wegen.")
def path_command(
    context: Context,
    start: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help=say("Id, sleutel of naam van wie vraagt.", "Id, key or name of who asks.")
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TO",
            help=say("Id, sleutel of naam van wie bereikt moet worden.", "Id, key or name of whom to reach."),
        ),
    ],
    theme: Annotated[
        str | None, typer.Option("--theme", help=say("Waarover het gaat.", "What it is about."))
    ] = None,
    routes: Annotated[
        int, typer.Option("--routes", help=say("Hoeveel wegen hoogstens.", "How many routes at most."))
    ] = 3,
    max_introductions: Annotated[
        int,
        typer.Option(
            "--max-introductions",
            help=say(
                "Hoeveel mensen ertussen hoogstens, 0 tot 3.", "How many people in between at most, 0 to 3."
            ),
        ),
    ] = 3,
    as_of: AsOf = None,
) -> None:
    """Show through whom somebody can be reached: up to three trusted routes.

    Example: ploeg path "An Peeters" "Bilal Amrani" --theme mobiliteit
    """
    from api.v1.schemas_path import path_json
    from ploeg.session import session
    from queries.paths import trusted_path

    screen = context.screen
    with session(context.settings) as opened:
        answer = trusted_path(
            opened.store,
            opened.snapshots,
            opened.viewer,
            start,
            target,
            theme=theme,
            routes=routes,
            max_introductions=max_introductions,
            as_of=_day(as_of),
        )
    if screen.as_json:
        screen.json(path_json(answer))
    else:
        _show_path(screen, answer)
    if not answer.found:
        raise typer.Exit(1)


def _show_path(screen: Screen, answer: "PathAnswer") -> None:
    if answer.reason is not None:
        screen.say(answer.reason.nl, answer.reason.en)
        return
    for number, route in enumerate(answer.routes, start=1):
        or_else, or_else_en = ("", "") if number == 1 else (", als dat niet lukt", ", if that fails")
        screen.say(f"Weg {number}{or_else}", f"Route {number}{or_else_en}", style="bold")
        screen.say(route.sentence.nl, route.sentence.en)
        for hop in route.hops:
            _show_hop(screen, route, hop)
        if route.message is not None:
            screen.say(f"  Om te sturen: {route.message.nl}", f"  To send: {route.message.en}", style="green")
        if number < len(answer.routes):
            screen.say("", "")


def _show_hop(screen: Screen, route: "RouteAnswer", hop: "HopAnswer") -> None:
    if hop.strength is None or hop.evidence is None:
        return
    marks = [
        mark
        for mark, shown in (
            (screen.pick("zwakste schakel", "weakest link"), hop.weakest and len(route.hops) > 1),
            (screen.pick("oud", "old"), hop.stale),
        )
        if shown
    ]
    marked = f" ({', '.join(marks)})" if marks else ""
    why = "; ".join(screen.words(piece.text) for piece in hop.evidence)
    tie = f"{hop.start.name} → {hop.end.name}: {strength_word(screen, hop.strength)} {hop.strength:.2f}"
    line = f"  {tie}{marked} · {why}"
    screen.say(line, line)


def strength_word(screen: Screen, strength: float) -> str:
    """Say a strength as a word."""
    if strength >= STRONG:
        return screen.pick("sterk", "strong")
    return screen.pick("goed", "good") if strength >= GOOD else screen.pick("zwak", "weak")
