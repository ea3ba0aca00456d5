"""``search``: the question that finds.

What a command works with is imported when it runs, so that help shows at once.
"""

from datetime import date, datetime
from typing import Annotated

import typer

from ploeg.options import Context, command
from ploeg.words import say

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
        columns = [
            screen.pick("soort", "kind"),
            screen.pick("naam", "name"),
            screen.pick("wie of wat", "who or what"),
            screen.pick("sleutel", "key"),
        ]
        rows = [
            [
                screen.pick(KIND_NL[found.kind], found.kind),
                found.name,
                screen.words(found.detail) if found.detail is not None else "",
                found.key,
            ]
            for found in answer.results
        ]
        screen.table(columns, rows)
    if not answer.results:
        screen.say(
            f"Niets gevonden voor '{text}'. Probeer een korter woord of een andere schrijfwijze.",
            f"Nothing found for '{text}'. Try a shorter word or another spelling.",
        )
        raise typer.Exit(1)
