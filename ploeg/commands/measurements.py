"""``measurements list`` and ``remove``: analyses that were kept.

What a command works with is imported when it runs, so that help shows at once.
"""

from typing import Annotated

import typer

from ploeg.commands.analyse import Which
from ploeg.commands.asked import Cursor, Limit
from ploeg.options import Context, command
from ploeg.words import say

measurements = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Analyses die bewaard zijn, om het netwerk van nu naast dat van later te leggen.",
        "Analyses that were kept, to hold the network of today against that of later.",
    ),
)


@measurements.command("list")
@command("Toon de metingen, de laatste eerst.")
def measurements_list(
    context: Context,
    question: Annotated[
        Which | None,
        typer.Option("--question", help=say("Alleen van deze analyse.", "Only of this analysis.")),
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> None:
    """List measurements, latest first.

    Example: ploeg measurements list --question bridging
    """
    from api.v1.schemas_measurements import MeasurementsPage
    from ploeg.commands.analyse_rows import listed
    from ploeg.session import session
    from queries.measurements import measurements as kept

    screen = context.screen
    with session(context.settings) as opened:
        found = kept(opened.store, opened.viewer, question=question, before=cursor or None, limit=limit + 1)
    page = found[:limit]
    more = page[-1].id if len(found) > limit else None
    if screen.as_json:
        screen.json(MeasurementsPage.of(page, more).model_dump(mode="json"))
        return
    if not page:
        screen.say(
            "Er zijn nog geen metingen; maak er een met: ploeg analyse",
            "There are no measurements yet; make one with: ploeg analyse",
        )
        return
    listed(screen, page)
    if more is not None:
        screen.say(
            f"De volgende: ploeg measurements list --cursor {more}",
            f"The next ones: ploeg measurements list --cursor {more}",
        )


@measurements.command("remove")
@command("Haal een meting weg.")
def measurements_remove(
    context: Context,
    measurement: Annotated[
        str, typer.Argument(metavar="MEASUREMENT", help=say("Id van de meting.", "Id of the measurement."))
    ],
) -> None:
    """Take a measurement away.

    Example: ploeg measurements remove measurement:01JD8Z0V6H3K4M5N6P7Q8R9S0T
    """
    from ploeg.session import session
    from queries.measurements import remove

    screen = context.screen
    with session(context.settings) as opened:
        remove(opened.store, opened.viewer, measurement)
    if screen.as_json:
        screen.json({"removed": measurement})
    screen.say(f"De meting {measurement} is weg.", f"The measurement {measurement} is gone.")
