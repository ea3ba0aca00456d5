"""Options that say what is asked for: the same for a match and for a team, and for everything that is listed."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.words import say

if TYPE_CHECKING:
    from queries.requested import Wanted

Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        "-n",
        min=1,
        max=200,
        help=say("Hoeveel hoogstens, tot 200.", "How many at most, up to 200."),
    ),
]
Cursor = Annotated[
    str,
    typer.Option(
        "--cursor",
        help=say("De volgende bladzijde, zoals de vorige zei.", "The next page, as the one before said."),
    ),
]
Request = Annotated[
    str | None,
    typer.Argument(
        help=say("Id, sleutel of titel van een bewaarde vraag.", "Id, key or title of a stored request.")
    ),
]
Text = Annotated[
    str,
    typer.Option(
        "--text",
        help=say(
            "Een vraag in woorden, in plaats van een bewaarde.",
            "A request in words, instead of a stored one.",
        ),
    ),
]
Theme = Annotated[
    list[str] | None,
    typer.Option("--theme", help=say("Een thema; mag vaker.", "A theme; may be repeated.")),
]
Talent = Annotated[
    list[str] | None,
    typer.Option("--talent", help=say("Een talent; mag vaker.", "A talent; may be repeated.")),
]
Neighbourhood = Annotated[
    list[str] | None,
    typer.Option("--neighbourhood", help=say("Een wijk; mag vaker.", "A neighbourhood; may be repeated.")),
]
Language = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        help=say(
            "Een taal die ze moeten spreken, als code: ar.", "A language they must speak, as a code: ar."
        ),
    ),
]
Start = Annotated[
    str | None,
    typer.Option(
        "--from",
        help=say("Van wie de weg naar elk gemeten wordt.", "From whom the way to each is measured."),
    ),
]


def wanted(
    request: str | None,
    text: str,
    theme: list[str] | None,
    talent: list[str] | None,
    neighbourhood: list[str] | None,
    language: list[str] | None,
) -> "Wanted | None":
    """Return what was typed; ``None`` where a stored request is meant and nothing else."""
    from queries.requested import Wanted

    given = bool(text or theme or talent or neighbourhood or language)
    if not given and request is not None:
        return None
    return Wanted(text, theme or (), talent or (), neighbourhood or (), language or ())


def day(moment: datetime | None) -> date | None:
    """Return the day of a moment."""
    return moment.date() if moment else None
