"""``search`` and ``match``: the questions.

What a command works with is imported when it runs, so that help shows at once.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.matching import MatchAnswer, ResultAnswer

KIND_NL = {
    "person": "persoon",
    "organisation": "organisatie",
    "theme": "thema",
    "talent": "talent",
    "initiative": "initiatief",
    "neighbourhood": "wijk",
    "request": "vraag",
}
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


def day_of(moment: datetime | None) -> date | None:
    """Return the day of a moment that was typed."""
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


@command("Toon wie bij een vraag past, en waarom.")
def match_command(
    context: Context,
    request: Annotated[
        str | None,
        typer.Argument(
            help=say("Id, sleutel of titel van een bewaarde vraag.", "Id, key or title of a stored request.")
        ),
    ] = None,
    text: Annotated[
        str,
        typer.Option(
            "--text",
            help=say(
                "Een vraag in woorden, in plaats van een bewaarde.",
                "A request in words, instead of a stored one.",
            ),
        ),
    ] = "",
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", help=say("Een thema; mag vaker.", "A theme; may be repeated.")),
    ] = None,
    talent: Annotated[
        list[str] | None,
        typer.Option("--talent", help=say("Een talent; mag vaker.", "A talent; may be repeated.")),
    ] = None,
    neighbourhood: Annotated[
        list[str] | None,
        typer.Option(
            "--neighbourhood", help=say("Een wijk; mag vaker.", "A neighbourhood; may be repeated.")
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            help=say(
                "Een taal die ze moeten spreken, als code: ar.", "A language they must speak, as a code: ar."
            ),
        ),
    ] = None,
    k: Annotated[int, typer.Option("-k", help=say("Hoeveel mensen.", "How many people."))] = 10,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            help=say("Van wie de weg naar elk gemeten wordt.", "From whom the way to each is measured."),
        ),
    ] = None,
    spread: Annotated[
        bool,
        typer.Option(
            "--spread/--no-spread",
            help=say("Spreid over organisaties en wijken.", "Spread over organisations and neighbourhoods."),
        ),
    ] = True,
    parts: Annotated[
        bool,
        typer.Option(
            "--parts", help=say("Toon waaruit de score bestaat.", "Show what the score is made of.")
        ),
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Show who fits a request, and why.

    Example: ploeg match --text "Wie kan een avond over een schoolstraat voorzitten?" -k 5
    """
    from api.v1.schemas_match import match_json
    from ploeg.session import session
    from queries.matching import match
    from queries.requested import Wanted

    screen = context.screen
    typed = Wanted(text, theme or (), talent or (), neighbourhood or (), language or ())
    given = bool(text or theme or talent or neighbourhood or language)
    with session(context.settings) as opened:
        answer = match(
            opened.store,
            opened.snapshots,
            opened.viewer,
            request=request,
            wanted=typed if given or request is None else None,
            k=k,
            start=start,
            spread=spread,
            as_of=day_of(as_of),
        )
    if screen.as_json:
        screen.json(match_json(answer))
    else:
        _show_match(screen, answer, parts)
    if not answer.results and not answer.organisations:
        raise typer.Exit(1)


def _show_match(screen: Screen, answer: "MatchAnswer", parts: bool) -> None:
    understood = [*answer.request.themes, *answer.request.talents, *answer.request.neighbourhoods]
    if understood:
        screen.say(f"Gezocht: {', '.join(understood)}", f"Looked for: {', '.join(understood)}", style="dim")
    if not answer.results:
        screen.say(
            "Niemand gevonden die past. Vraag minder tegelijk, of laat een taal of thema weg.",
            "Nobody found who fits. Ask for less, or leave out a language or theme.",
        )
    for title, title_en, results in (
        ("Mensen", "People", answer.results),
        ("Organisaties", "Organisations", answer.organisations),
    ):
        if not results:
            continue
        rows = [_row(screen, rank, found, parts) for rank, found in enumerate(results, start=1)]
        columns = ["", screen.pick("naam", "name"), screen.pick("past", "fits"), screen.pick("waarom", "why")]
        screen.table(columns, rows, title=screen.pick(title, title_en))


def _row(screen: Screen, rank: int, found: "ResultAnswer", parts: bool) -> list[str]:
    why = "\n".join(found.reasons.en if screen.lang == "en" else found.reasons.nl)
    if parts:
        made = ", ".join(f"{name} {part.value:.2f}×{part.weight:.2f}" for name, part in found.parts.items())
        why = f"{why}\n{made}" if why else made
    return [str(rank), found.person.name or "", f"{found.score:.2f}", why]
