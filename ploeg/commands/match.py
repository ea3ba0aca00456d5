"""``match``: who fits a request, and why this one and not that one."""

from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.commands.asked import Language, Neighbourhood, Request, Start, Talent, Text, Theme, day, wanted
from ploeg.commands.questions import AsOf
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.explained import ExplainAnswer
    from queries.matching import MatchAnswer, ResultAnswer


@command("Toon wie bij een vraag past, en waarom.")
def match_command(
    context: Context,
    request: Request = None,
    text: Text = "",
    theme: Theme = None,
    talent: Talent = None,
    neighbourhood: Neighbourhood = None,
    language: Language = None,
    k: Annotated[int, typer.Option("-k", help=say("Hoeveel mensen.", "How many people."))] = 10,
    start: Start = None,
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
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="PERSON",
            help=say(
                "Waarom deze niet? Toon waar iemand staat, en wat de plaats kostte.",
                "Why not this one? Show where somebody stands, and what cost the place.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    with_set_aside: Annotated[
        bool,
        typer.Option(
            "--with-set-aside",
            help=say(
                "Ook wie bij deze vraag opzijgezet is.", "Also those who were set aside for this request."
            ),
        ),
    ] = False,
) -> None:
    """Show who fits a request, and why.

    Example: ploeg match --text "Wie kan een avond over een schoolstraat voorzitten?" -k 5
    """
    from api.v1.schemas_explain import explain_json
    from api.v1.schemas_match import match_json
    from ploeg.session import session
    from queries.explaining import explain as explained
    from queries.matching import match

    screen = context.screen
    typed = wanted(request, text, theme, talent, neighbourhood, language)
    with session(context.settings) as opened:
        if explain is not None:
            why = explained(
                opened.store,
                opened.snapshots,
                opened.viewer,
                explain,
                request=request,
                wanted=typed,
                k=k,
                start=start,
                spread=spread,
                as_of=day(as_of),
            )
            screen.json(explain_json(why)) if screen.as_json else _show_explained(screen, why)
            return
        answer = match(
            opened.store,
            opened.snapshots,
            opened.viewer,
            request=request,
            wanted=typed,
            k=k,
            start=start,
            spread=spread,
            as_of=day(as_of),
            with_set_aside=with_set_aside,
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
    if answer.set_aside:
        one = answer.set_aside == 1
        screen.say(
            f"{answer.set_aside} {'mens is' if one else 'mensen zijn'} bij deze vraag opzijgezet; "
            "met --with-set-aside ziet u ook wie.",
            f"{answer.set_aside} {'person was' if one else 'people were'} set aside for this request; "
            "--with-set-aside shows them too.",
            style="dim",
        )


def _row(screen: Screen, rank: int, found: "ResultAnswer", parts: bool) -> list[str]:
    from queries.match_words import PART_NAMES

    why = "\n".join(found.reasons.en if screen.lang == "en" else found.reasons.nl)
    if parts:
        made = "; ".join(
            f"{screen.words(PART_NAMES[name])} {screen.number(part.value)} × {screen.number(part.weight)}"
            for name, part in found.parts.items()
        )
        why = f"{why}\n{made}" if why else made
    return [str(rank), found.person.name or "", screen.number(found.score), why]


def _show_explained(screen: Screen, answer: "ExplainAnswer") -> None:
    from queries.match_words import PART_NAMES

    screen.say(answer.sentence.nl, answer.sentence.en)
    if answer.compared is not None and answer.result is not None:
        names = [answer.person.name or "", answer.compared.result.person.name or ""]
        rows = [
            [
                screen.words(PART_NAMES[one.part]),
                screen.number(one.mine),
                screen.number(one.other),
                screen.number(one.difference, sign=True),
            ]
            for one in answer.compared.parts
        ]
        rows.append(
            [
                screen.pick("samen", "together"),
                screen.number(answer.result.score),
                screen.number(answer.compared.result.score),
                screen.number(answer.compared.difference, sign=True),
            ]
        )
        screen.table([screen.pick("deel", "part"), *names, screen.pick("verschil", "difference")], rows)
    for one in answer.unknown:
        screen.say(one.words.nl, one.words.en)
