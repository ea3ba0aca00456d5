"""The rows of an analysis on the screen, by question."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial, singledispatch

from ploeg.commands.analyse_people import brokers_rows, suggestions_rows
from ploeg.commands.analyse_told import (
    NOTHING,
    by_chance_of,
    count,
    number,
    question_name,
    sector,
    short_of,
    told,
)
from ploeg.screen import Screen
from queries.analysis_answers import (
    Answer,
    BridgingAnswer,
    BrokersAnswer,
    CommunitiesAnswer,
    CommunityShown,
    CoverageAnswer,
    CoverageCell,
    SuggestionsAnswer,
    SummaryAnswer,
    TrendsAnswer,
)
from queries.measurements import Measurement

MOST_CELLS = 20
MOST_SECTORS = 3
MOST_MEASURED = 10


def rows_of(screen: Screen, answer: Answer) -> Iterator[Callable[[], None]]:
    """Yield what shows each table of an answer; none where it has no rows."""
    yield from _tables(answer, screen)


@singledispatch
def _tables(answer: object, screen: Screen) -> Iterator[Callable[[], None]]:
    raise NotImplementedError


_tables.register(BrokersAnswer, brokers_rows)
_tables.register(SuggestionsAnswer, suggestions_rows)


@_tables.register
def _(answer: SummaryAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    if answer.sectors:
        rows = [[sector(screen, each.sector), count(screen, each.people)] for each in answer.sectors]
        columns = [screen.pick("sector", "sector"), screen.pick("mensen", "people")]
        yield lambda: screen.table(columns, rows, numbers=(1,))


@_tables.register
def _(answer: CommunitiesAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    if not answer.communities:
        return
    columns = ["", screen.pick("kring", "community"), screen.pick("mensen", "people")]
    columns += [
        screen.pick("banden erbinnen", "ties within"),
        screen.pick("banden erbuiten", "ties to others"),
    ]
    columns += [screen.pick("vooral", "mostly")]
    rows = [
        [
            str(each.number),
            screen.words(each.name),
            count(screen, each.people),
            count(screen, each.inside),
            count(screen, each.outside),
            _sectors(screen, each),
        ]
        for each in answer.communities
    ]
    yield lambda: screen.table(columns, rows, numbers=(0, 2, 3, 4))
    shared = [
        (f"{each.number}. {screen.words(each.name)}", _traits(screen, each))
        for each in answer.communities
        if each.traits
    ]
    if shared:
        heads = [
            screen.pick("kring", "community"),
            screen.pick("wat zij vaker delen", "what they share oftener"),
        ]
        yield lambda: screen.table(heads, shared)


def _sectors(screen: Screen, community: CommunityShown) -> str:
    found = sorted(
        ((people, name) for name, people in community.sectors.items() if people), key=lambda each: -each[0]
    )
    return (
        ", ".join(f"{sector(screen, name)} {count(screen, people)}" for people, name in found[:MOST_SECTORS])
        or NOTHING
    )


def _traits(screen: Screen, community: CommunityShown) -> str:
    return ", ".join(
        screen.words(each.words) + ("" if each.people is None else f" ({count(screen, each.people)})")
        for each in community.traits
    )


@_tables.register
def _(answer: BridgingAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    if answer.sectors:
        columns = [screen.pick("sector", "sector"), screen.pick("mensen", "people")]
        columns += [screen.pick("banden erbinnen", "ties within"), screen.pick("naar andere", "to others")]
        columns += [screen.pick("E-I-index", "E-I index"), screen.pick("bij toeval", "by chance")]
        rows = [
            [
                sector(screen, each.sector),
                count(screen, each.people),
                count(screen, each.inside),
                count(screen, each.outside),
                told(screen, each.ei_index),
                by_chance_of(screen, each.ei_index),
            ]
            for each in answer.sectors
        ]
        yield lambda: screen.table(columns, rows, numbers=(1, 2, 3, 4, 5))
    if answer.pairs:
        heads = [screen.pick("tussen", "between"), screen.pick("en", "and"), screen.pick("banden", "ties")]
        heads += [screen.pick("bij toeval", "by chance")]
        pairs = [
            [
                sector(screen, pair.one),
                sector(screen, pair.other),
                count(screen, pair.ties.value),
                _counts_by_chance(
                    screen, pair.ties.expected, pair.ties.expected_low, pair.ties.expected_high
                ),
            ]
            for pair in answer.pairs
        ]
        yield lambda: screen.table(heads, pairs, numbers=(2, 3))


def _counts_by_chance(screen: Screen, expected: float | None, low: float | None, high: float | None) -> str:
    if expected is None:
        return NOTHING
    between = (
        ""
        if low is None or high is None
        else f" ({count(screen, low)}{screen.pick(' tot ', ' to ')}{count(screen, high)})"
    )
    return count(screen, expected) + between


@_tables.register
def _(answer: CoverageAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    where = screen.pick("wijk", "neighbourhood")
    if answer.by == "district":
        where = screen.pick("district", "district")
    heads = {"theme": screen.pick("thema", "theme"), "place": where}
    # Where one theme is asked about, the first one stands for all that is told.
    every = -1 if any(cell.theme == -1 for cell in answer.cells) else 0
    told = [cell for cell in answer.cells if _amounts(cell) != (None,) * 4]
    for kinds, cells in (
        (("theme",), [cell for cell in told if cell.place == -1 and cell.theme >= 0]),
        (("place",), [cell for cell in told if cell.place >= 0 and cell.theme == every]),
        (("theme", "place"), [cell for cell in told if cell.theme >= 0 and cell.place >= 0 and cell.gap]),
    ):
        if cells:
            yield partial(_cells, screen, answer, [heads[kind] for kind in kinds], kinds, cells)


def _amounts(cell: CoverageCell) -> tuple[int | None, ...]:
    return cell.people, cell.open_requests, cell.answered_requests, cell.gap


def _cells(
    screen: Screen,
    answer: CoverageAnswer,
    heads: list[str],
    kinds: tuple[str, ...],
    cells: list[CoverageCell],
) -> None:
    """Show the cells in which most is short or asked."""
    columns = [screen.pick("mensen", "people"), screen.pick("open vragen", "open requests")]
    columns += [screen.pick("beantwoord", "answered"), screen.pick("mensen te kort", "people short")]
    labels = {"theme": answer.themes, "place": answer.places}
    ranked = sorted(
        cells, key=lambda cell: (-(cell.gap or 0), -(cell.open_requests or 0), -(cell.people or 0))
    )
    rows = [
        [
            *(screen.words(labels[kind][getattr(cell, kind)].label) for kind in kinds),
            *(count(screen, each) for each in _amounts(cell)),
        ]
        for cell in ranked[:MOST_CELLS]
    ]
    title = screen.pick("Waar mensen te kort zijn", "Where people are short") if len(kinds) > 1 else None
    screen.table([*heads, *columns], rows, title=title, numbers=range(len(kinds), len(kinds) + 4))
    if len(cells) > MOST_CELLS:
        more = count(screen, len(cells) - MOST_CELLS)
        screen.paragraph(
            f"En nog {more} rijen: met --json of --theme.", f"And {more} more rows: with --json or --theme."
        )


@_tables.register
def _(answer: TrendsAnswer, screen: Screen) -> Iterator[Callable[[], None]]:
    if answer.points:
        names = list(dict.fromkeys(each.name for point in answer.points for each in point.figures))
        rows: list[list[str]] = []
        for point in answer.points:
            found = {each.name: each.value for each in point.figures}
            values = [found.get(name) for name in names]
            rows.append(
                [
                    point.as_of.isoformat(),
                    *(
                        NOTHING if value is None else number(screen, name, value)
                        for name, value in zip(names, values, strict=True)
                    ),
                ]
            )
        columns = [screen.pick("dag", "day"), *(screen.words(short_of(name)) for name in names)]
        yield lambda: screen.table(columns, rows, numbers=range(1, len(columns)), whole=(0,))
    if answer.measured:
        yield lambda: measured(screen, answer.measured[:MOST_MEASURED])


def measured(screen: Screen, found: Sequence[Measurement]) -> None:
    """Show what was measured at the time, each with its first figures."""
    columns = [screen.pick("gemeten", "measured"), screen.pick("analyse", "analysis")]
    columns += [screen.pick("mensen", "people"), screen.pick("cijfers", "figures")]
    rows = [
        [
            _days(screen, each),
            question_name(screen, each.question),
            count(screen, each.people),
            _first_figures(screen, each),
        ]
        for each in found
    ]
    title = screen.pick("Gemeten op het moment zelf", "Measured at the time")
    screen.table(columns, rows, title=title, numbers=(2,))


def listed(screen: Screen, found: Sequence[Measurement]) -> None:
    """Show measurements, each with its id on a line of its own, whole: it is what one takes them away by."""
    for each in found:
        days, question = _days(screen, each), question_name(screen, each.question)
        people, figures = count(screen, each.people), _first_figures(screen, each)
        screen.say(each.id, each.id, style="bold")
        screen.paragraph(
            f"{days}, {question}, {people} mensen; {figures}",
            f"{days}, {question}, {people} people; {figures}",
            indent=3,
        )


def _days(screen: Screen, of: Measurement) -> str:
    """Say when it was measured, and of which day where that is another one."""
    made, day = of.made_at[:10], of.as_of.isoformat()
    return made if made == day else screen.pick(f"{made} (over {day})", f"{made} (of {day})")


def _first_figures(screen: Screen, of: Measurement) -> str:
    return "; ".join(
        f"{screen.words(short_of(figure.name))}: {told(screen, figure)}"
        for figure in of.figures[1:4]
        if figure.value is not None
    )
