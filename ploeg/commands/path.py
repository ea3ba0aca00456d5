"""``path``: through whom to reach somebody, or the nearest people who can do something.

What a command works with is imported when it runs, so that help shows at once.
"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.commands.questions import AsOf, day_of
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.path_answers import HopAnswer, NearestAnswer, PathAnswer, RouteAnswer

STRONG, GOOD = 0.6, 0.35
"""Strengths from which a tie is called so."""


@command("Toon via wie iemand te bereiken is, of wie het dichtst bij staat en iets kan.")
def path_command(
    context: Context,
    start: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help=say("Id, sleutel of naam van wie vraagt.", "Id, key or name of who asks.")
        ),
    ],
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="TO",
            help=say(
                "Id, sleutel of naam van wie bereikt moet worden; weg te laten met --talent of --cares-about.",
                "Id, key or name of whom to reach; left out with --talent or --cares-about.",
            ),
        ),
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--from-also",
            help=say(
                "Nog iemand van wie de weg mag vertrekken; mag vaker.",
                "Somebody else the route may start from; may be repeated.",
            ),
        ),
    ] = None,
    talent: Annotated[
        str | None,
        typer.Option(
            "--talent",
            help=say(
                "In plaats van TO: de dichtste mensen die dit talent bieden.",
                "Instead of TO: the nearest people who offer this talent.",
            ),
        ),
    ] = None,
    cares_about: Annotated[
        str | None,
        typer.Option(
            "--cares-about",
            help=say(
                "In plaats van TO: de dichtste mensen met hart voor dit thema.",
                "Instead of TO: the nearest people who care about this theme.",
            ),
        ),
    ] = None,
    k: Annotated[
        int,
        typer.Option(
            "-k",
            help=say(
                "Hoeveel mensen, met --talent of --cares-about.",
                "How many people, with --talent or --cares-about.",
            ),
        ),
    ] = 5,
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
    """Show through whom somebody can be reached, or who is nearest and can do something.

    Example: ploeg path "An Peeters" "Bilal Amrani" --theme mobiliteit

    Example: ploeg path "An Peeters" --from-also "Eva De Smet" --talent voorzitten -k 3
    """
    from api.v1.schemas_nearest import nearest_json
    from api.v1.schemas_path import path_json
    from ploeg.session import session
    from queries.nearest import nearest_people
    from queries.paths import trusted_path

    screen, starts = context.screen, (start, *(also or ()))
    if (target is None) == (talent is None and cares_about is None):
        screen.complain(
            "Geef één doel: iemand (TO), of --talent, of --cares-about.",
            "Give one target: somebody (TO), or --talent, or --cares-about.",
        )
        raise typer.Exit(2)
    with session(context.settings) as opened:
        if target is None:
            nearest = nearest_people(
                opened.store,
                opened.snapshots,
                opened.viewer,
                starts,
                talent=talent,
                cares_about=cares_about,
                k=k,
                theme=theme,
                routes=routes,
                max_introductions=max_introductions,
                as_of=day_of(as_of),
            )
            found, document = nearest.found, nearest_json(nearest)
            lines = partial(_show_nearest, screen, nearest)
        else:
            answer = trusted_path(
                opened.store,
                opened.snapshots,
                opened.viewer,
                starts,
                target,
                theme=theme,
                routes=routes,
                max_introductions=max_introductions,
                as_of=day_of(as_of),
            )
            found, document = answer.found, path_json(answer)
            lines = partial(_show_path, screen, answer)
    if screen.as_json:
        screen.json(document)
    else:
        lines()
    if not found:
        raise typer.Exit(1)


def _show_path(screen: Screen, answer: "PathAnswer") -> None:
    if answer.reason is not None:
        screen.say(answer.reason.nl, answer.reason.en)
        return
    for number, route in enumerate(answer.routes, start=1):
        or_else, or_else_en = ("", "") if number == 1 else (", als dat niet lukt", ", if that fails")
        screen.say(f"Weg {number}{or_else}", f"Route {number}{or_else_en}", style="bold")
        _show_route(screen, route)
        if number < len(answer.routes):
            screen.say("", "")


def _show_nearest(screen: Screen, answer: "NearestAnswer") -> None:
    if answer.reason is not None:
        screen.say(answer.reason.nl, answer.reason.en)
        return
    for number, target in enumerate(answer.targets, start=1):
        name, has = target.person.name, target.has.text
        screen.say(f"{number}. {name}: {has.nl}", f"{number}. {name}: {has.en}", style="bold")
        _show_route(screen, target.routes[0])
        if number < len(answer.targets):
            screen.say("", "")


def _show_route(screen: Screen, route: "RouteAnswer") -> None:
    screen.say(route.sentence.nl, route.sentence.en)
    for hop in route.hops:
        _show_hop(screen, route, hop)
    if route.message is not None:
        screen.say(f"  Om te sturen: {route.message.nl}", f"  To send: {route.message.en}", style="green")
    if route.fallback is not None:
        screen.say(f"  {route.fallback.nl}", f"  {route.fallback.en}")


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
