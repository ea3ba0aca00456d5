"""Where there is talent and where there isn't: people, requests and what is missing, by theme and place."""

from collections.abc import Iterable
from datetime import date

from graph.access import Question, Role, Viewer, hides_small
from graph.errors import InvalidInput, UnknownThing
from graph.network import ConceptNode, Network
from queries.analysis_answers import CoverageAnswer, CoverageCell, Labelled, about, with_sentences
from queries.basis import based, day_for, snapshot_for
from queries.coverage_words import coverage_words
from queries.figures import Figure, figure
from queries.landscape import Landscape, landscape_of
from queries.phrases import Words
from queries.place_names import place_names
from queries.runs import Progress
from queries.snapshots import Snapshots

LEVELS = ("neighbourhood", "district")


def coverage_analysis(
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    as_of: date | None = None,
    progress: Progress | None = None,
    by: str = "neighbourhood",
    theme: str | None = None,
) -> CoverageAnswer:
    """Return what there is and what is asked on every theme in every place.

    Parameters
    ----------
    as_of
        The day up to which requests count, by the day they were opened; how they stand, and what people care about,
        that of now.  Another day than today is only for who sees every count.
    by
        ``neighbourhood`` or ``district``.  A researcher sees districts, whichever is asked; the answer says which.
    theme
        Id of a theme, to tell of it and the narrower ones only.  What is hidden does not depend on it.

    Raises
    ------
    NotAllowed, InvalidInput
    UnknownThing
        There is no such theme.
    """
    viewer.require(Question.ANALYSE)
    day, protected = day_for(viewer, as_of), hides_small(viewer)
    _check(by)
    by = "district" if viewer.role is Role.RESEARCHER else by
    snapshot = snapshot_for(snapshots, viewer)
    network = snapshot.network
    if theme is not None and theme not in network.themes:
        message = f"Er is geen thema '{theme}'. / There is no theme '{theme}'."
        raise UnknownThing(message)
    of = based(snapshot, viewer, day)
    found = landscape_of(snapshot, of, protected=protected, progress=progress)
    rows = found.trees.under(theme) if theme else tuple(range(1, len(found.trees.broader)))
    columns = tuple(found.trees.columns(by))
    top = rows[0] if theme else 0
    cells = _cells(found, rows if theme else (0, *rows), top, rows, columns)
    said = about(
        "coverage",
        of,
        viewer,
        _figures(found, top, len(rows), len(columns), cells),
        {"by": by, "theme": theme},
    )
    answer = CoverageAnswer(
        said,
        by,
        tuple(_theme(network.themes[found.trees.themes[row - 1]]) for row in rows),
        tuple(_places(network, found, by)),
        cells,
    )
    return CoverageAnswer(
        with_sentences(said, coverage_words(answer)), by, answer.themes, answer.places, answer.cells
    )


def _check(by: str) -> None:
    if by not in LEVELS:
        message = (
            f"Dekking is er per 'neighbourhood' of 'district', niet per '{by}'. "
            f"/ Coverage is by 'neighbourhood' or 'district', not by '{by}'."
        )
        raise InvalidInput(message)


def _cells(
    found: Landscape, told: Iterable[int], top: int, rows: tuple[int, ...], columns: tuple[int, ...]
) -> tuple[CoverageCell, ...]:
    """Return the cells of some rows, each with that of all places first."""
    theme = {row: position for position, row in enumerate(rows)} | ({0: -1} if top == 0 else {})
    place = {0: -1} | {column: position for position, column in enumerate(columns)}
    return tuple(
        CoverageCell(
            theme=theme[row],
            place=place[column],
            people=found.people.at(row, column),
            open_requests=found.waiting.at(row, column),
            answered_requests=found.answered.at(row, column),
            gap=found.gap.at(row, column),
        )
        for row in told
        for column in (0, *columns)
    )


def _figures(
    found: Landscape, top: int, themes: int, places: int, cells: tuple[CoverageCell, ...]
) -> tuple[Figure, ...]:
    """Return the figures; `top` is the row of everything that is told of."""
    gaps = [cell.gap for cell in cells if cell.theme >= 0 and cell.place >= 0]
    # How many there are is said only of cells that all tell theirs: a hidden gap is none that isn't there.
    short = None if None in gaps else sum(map(bool, gaps))
    nothing = not found.people.shown[0, 0]

    def count(name: str, value: int | None) -> Figure:
        hidden = value is None or nothing
        return Figure(name, None, hidden=True) if hidden else figure(name, value)

    return (
        count("themes", themes),
        count("places", places),
        count("gaps", short),
        count("open_requests", found.waiting.at(top, 0)),
        count("answered_requests", found.answered.at(top, 0)),
    )


def _theme(node: ConceptNode) -> Labelled:
    return Labelled(node.id, node.key, Words(node.label_nl, node.label_en or node.label_nl))


def _places(network: Network, found: Landscape, by: str) -> Iterable[Labelled]:
    if by == "district":
        return (Labelled(name, None, Words(name, name)) for name in found.trees.districts)
    nodes = (network.neighbourhoods[each] for each in found.trees.neighbourhoods)
    names = place_names(network)
    return (Labelled(node.id, node.key, Words(names[node.id], names[node.id])) for node in nodes)
