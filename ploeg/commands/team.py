"""``team``: which people do this together, what each adds, and what stays uncovered."""

from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.commands.asked import Language, Neighbourhood, Request, Start, Talent, Text, Theme, day, wanted
from ploeg.commands.questions import AsOf
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.teamed import TeamAnswer


@command("Toon welke mensen een vraag samen aankunnen, en wat nog ontbreekt.")
def team_command(
    context: Context,
    request: Request = None,
    text: Text = "",
    theme: Theme = None,
    talent: Talent = None,
    neighbourhood: Neighbourhood = None,
    language: Language = None,
    size: Annotated[
        int | None,
        typer.Option(
            "-n",
            "--size",
            help=say(
                "Hoeveel mensen, 2 tot 8. Anders zoveel als de vraag er nodig heeft, of 3.",
                "How many people, 2 to 8. Otherwise as many as the request needs, or 3.",
            ),
        ),
    ] = None,
    start: Start = None,
    parts: Annotated[
        bool,
        typer.Option(
            "--parts", help=say("Toon waaruit de score bestaat.", "Show what the score is made of.")
        ),
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Show which people can do a request together, and what is still missing.

    Example: ploeg team --talent voorzitten --theme mobiliteit --size 3
    """
    from api.v1.schemas_team import team_json
    from ploeg.session import session
    from queries.team import team

    screen = context.screen
    with session(context.settings) as opened:
        answer = team(
            opened.store,
            opened.snapshots,
            opened.viewer,
            request=request,
            wanted=wanted(request, text, theme, talent, neighbourhood, language),
            size=size,
            start=start,
            as_of=day(as_of),
        )
    if screen.as_json:
        screen.json(team_json(answer))
    else:
        _show(screen, answer, parts)
    if not answer.members:
        raise typer.Exit(1)


def _show(screen: Screen, answer: "TeamAnswer", parts: bool) -> None:
    from queries.team_words import PART_NAMES

    screen.say(answer.sentence.nl, answer.sentence.en)
    if answer.members:
        rows = [
            [
                str(rank),
                member.result.person.name or "",
                screen.number(member.result.score),
                screen.pick(member.words.nl, member.words.en),
            ]
            for rank, member in enumerate(answer.members, start=1)
        ]
        columns = [
            "",
            screen.pick("naam", "name"),
            screen.pick("past", "fits"),
            screen.pick("brengt", "adds"),
        ]
        screen.table(columns, rows)
        if parts:
            made = "; ".join(
                f"{screen.words(PART_NAMES[name])} {screen.number(part.value)} × {screen.number(part.weight)}"
                for name, part in answer.parts.items()
            )
            line = f"Score {screen.number(answer.score)}: {made}"
            screen.say(line, line)
    said = [tie.words for tie in answer.ties.inside] if answer.ties else []
    if answer.ties and answer.ties.words:
        said.append(answer.ties.words)
    if answer.spread:
        said.append(answer.spread.words)
    said += [gap.words for gap in answer.uncovered]
    if answer.members:
        said.append(answer.search.words)
    for words in said:
        screen.say(words.nl, words.en)
