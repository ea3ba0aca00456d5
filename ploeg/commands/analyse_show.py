"""An analysis on the screen: what it comes down to, its figures, its rows, and how it was worked out."""

from typing import TYPE_CHECKING

from ploeg.commands.analyse_rows import rows_of
from ploeg.commands.analyse_told import NOTHING, by_chance_of, count, label_of, told
from ploeg.screen import Screen
from queries.phrases import Words

if TYPE_CHECKING:
    from queries.analysis_answers import Answer
    from queries.figures import About, Figure

TITLES = {
    "summary": Words("Het netwerk in cijfers", "The network in figures"),
    "communities": Words("Kringen in het netwerk", "Communities in the network"),
    "brokers": Words("Wie verbindt", "Who connects"),
    "bridging": Words("Bruggen tussen sectoren", "Bridges between sectors"),
    "coverage": Words("Waar mensen zijn, en waar niet", "Where there are people, and where not"),
    "suggestions": Words("Wie elkaar zou kunnen leren kennen", "Who might get to know each other"),
    "trends": Words("Hoe het netwerk groeide", "How the network grew"),
}
"""By question."""


def show(screen: Screen, answer: "Answer") -> None:
    """Show an analysis."""
    about = answer.about
    title = TITLES[about.question]
    day = about.as_of.isoformat()
    screen.say(f"{title.nl}, {day}", f"{title.en}, {day}", style="bold")
    screen.say("", "")
    for each in about.sentences:
        screen.paragraph(each.nl, each.en)
    if about.figures:
        screen.say("", "")
        show_figures(screen, about.figures)
    for lines in rows_of(screen, answer):
        screen.say("", "")
        lines()
    _show_method(screen, about)


def show_figures(screen: Screen, figures: "tuple[Figure, ...]") -> None:
    """Show figures, each with its interval, and with what chance would make of it where that is known."""
    by_chance = any(each.expected is not None for each in figures)
    columns = [screen.pick("wat", "what"), screen.pick("cijfer", "figure")]
    columns += [screen.pick("bij toeval", "by chance")] if by_chance else []
    rows: list[list[str]] = []
    for each in figures:
        row = [screen.words(label_of(each.name)), told(screen, each)]
        rows.append([*row, by_chance_of(screen, each)] if by_chance else row)
    screen.table(columns, rows, numbers=(1, 2))


def _show_method(screen: Screen, about: "About") -> None:
    screen.say("", "")
    screen.say("Hoe dit berekend is", "How this was worked out", style="bold")
    screen.paragraph(about.method.nl, about.method.en)
    if about.people is not None and about.unasked is not None:
        people, unasked = count(screen, about.people), count(screen, about.unasked)
        never = {
            0: Words("zij zeiden allemaal zelf wie ze kennen", "all of them said themselves whom they know"),
            1: Words("één van hen zei nooit zelf wie die kent", "one of them never said whom they know"),
        }.get(
            about.unasked,
            Words(
                f"{unasked} van hen zeiden nooit zelf wie ze kennen",
                f"{unasked} of them never said themselves whom they know",
            ),
        )
        screen.paragraph(
            f"Geteld over {people} mensen; {never.nl}.", f"Counted over {people} people; {never.en}."
        )
    if any(each.value is None for each in about.figures):
        screen.paragraph(
            f"{NOTHING} betekent: niet te berekenen, of niet getoond omdat het over minder dan vijf mensen gaat.",
            f"{NOTHING} means: it can't be worked out, or is not shown because it is about fewer than five people.",
        )
