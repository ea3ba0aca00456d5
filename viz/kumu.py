"""A drawing for Kumu: its spreadsheet, and its JSON (a "blueprint").

What Kumu expects of a spreadsheet: a sheet of elements whose first column is ``Label``, a sheet of connections that
begins with ``From`` and ``To``, several values in a cell between ``|``, and ``(ignore)`` in the name of any other
sheet (docs.kumu.io, guides/import).  It knows an element by its label, so no two may have the same.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from queries.drawn import Drawing, DrawnEdge, DrawnNode, EdgeKind, NodeKind
from viz.marks import named
from viz.sheets import both, facts, notes, title
from viz.texts import cell_text, fit, unique

TYPES: Mapping[NodeKind, str] = {
    NodeKind.PERSON: "Person",
    NodeKind.ORGANISATION: "Organisation",
    NodeKind.THEME: "Theme",
    NodeKind.NEIGHBOURHOOD: "Neighbourhood",
    NodeKind.COMMUNITY: "Community",
}
CONNECTIONS: Mapping[EdgeKind, str] = {
    EdgeKind.TIE: "Tie",
    EdgeKind.MEMBER: "Member",
    EdgeKind.CARES: "Cares",
    EdgeKind.ACTIVE: "Active",
    EdgeKind.BETWEEN: "Between",
}
"""Single words, which Kumu's selectors take as they are."""

_ANGLES = str.maketrans("<>", "‹›")
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~])")


def kumu_json(drawing: Drawing) -> bytes:
    """Return Kumu's JSON; its connections name elements by id, and the data sheet is beside them."""
    labels = _labels(drawing)
    elements = [
        {"id": node.id, "label": label, **_told(drawing, node, several=list)}
        for node, label in zip(drawing.nodes, labels, strict=True)
    ]
    taken = {node.id for node in drawing.nodes}
    ids = (name for number in range(2 * len(drawing.edges)) if (name := f"connection:{number}") not in taken)
    connections = [
        {
            "id": next(ids),
            "from": drawing.nodes[edge.start].id,
            "to": drawing.nodes[edge.end].id,
            "direction": "undirected",
            **_joined(edge),
        }
        for edge in drawing.edges
    ]
    whole = {"elements": elements, "connections": connections, "data sheet": both(drawing.sheet)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def kumu_xlsx(drawing: Drawing) -> bytes:
    """Return Kumu's workbook: the sheets Elements and Connections, and the data sheet, which Kumu ignores."""
    labels = _labels(drawing)
    elements = [
        {"label": label, **_told(drawing, node, several=_piped)}
        for node, label in zip(drawing.nodes, labels, strict=True)
    ]
    connections = [
        {"from": labels[edge.start], "to": labels[edge.end], "direction": "undirected", **_joined(edge)}
        for edge in drawing.edges
    ]
    book = Workbook(write_only=True)
    _fill(book.create_sheet("Elements"), _ELEMENT, elements)
    _fill(book.create_sheet("Connections"), _CONNECTION, connections)
    page: WriteOnlyWorksheet = book.create_sheet("Data sheet (ignore)")
    for row in _sheet_rows(drawing):
        page.append([_cell(page, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_ELEMENT = (
    "label", "type", "description", "tags", "sector", "level", "neighbourhood", "district", "community",
    "people", "ties", "betweenness", "table key",
)  # fmt: skip
_CONNECTION = ("from", "to", "type", "direction", "strength", "count")


def _labels(drawing: Drawing) -> list[str]:
    # `|` between two names would be two elements.
    return unique([fit(node.label).replace("|", "/") for node in drawing.nodes], folded=True)


def _piped(items: Sequence[str]) -> str:
    return "|".join(items)


def _told(drawing: Drawing, node: DrawnNode, *, several: Any) -> dict[str, Any]:
    """Return what is told of a node; `several` makes a value of several items."""
    community = None if node.community is None else drawing.communities[node.community].name.nl
    tags = [fit(each).replace("|", "/") for each in (*node.themes, *node.talents)]
    every: dict[str, Any] = {
        "type": TYPES[node.kind],
        "description": _description(node),
        "tags": several(tags) if tags else None,
        "sector": node.sector,
        "level": node.level,
        "neighbourhood": _plain(node.neighbourhood),
        "district": _plain(node.district),
        "community": _plain(community),
        "people": node.size,
        "ties": node.degree,
        "betweenness": node.betweenness,
        "table key": _plain(node.key),
    }
    return {name: value for name, value in every.items() if value is not None}


def _plain(text: str | None) -> str | None:
    return None if text is None else fit(text).replace("|", "/")


def _description(node: DrawnNode) -> str:
    """Say in Dutch what a node is; Kumu reads Markdown here, which could fetch a picture from anywhere."""
    place = node.neighbourhood or node.district
    said = named(node).nl
    if place:
        said += ", " + _MARKUP.sub(r"\\\1", fit(place).translate(_ANGLES))
    return said[:1].upper() + said[1:]


def _joined(edge: DrawnEdge) -> dict[str, Any]:
    found: dict[str, Any] = {"type": CONNECTIONS[edge.kind], "strength": edge.weight}
    return found if edge.count is None else {**found, "count": edge.count}


def _sheet_rows(drawing: Drawing) -> Iterator[tuple[str, str]]:
    head = title(drawing.sheet)
    yield head.nl, head.en
    for what, value in facts(drawing.sheet):
        yield f"{what.nl}: {value.nl}", f"{what.en}: {value.en}"
    for note in notes(drawing.sheet):
        yield note.nl, note.en


def _fill(page: WriteOnlyWorksheet, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    page.freeze_panes = "A2"
    page.append([_cell(page, column.capitalize(), bold=True) for column in columns])
    for row in rows:
        page.append([_cell(page, row.get(column)) for column in columns])


def _cell(page: WriteOnlyWorksheet, value: Any, *, bold: bool = False) -> Cell | None:
    if value is None:
        return None
    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        cell.value = cell_text(value)
        # Marked as text, so that nothing in it becomes a formula.
        cell.data_type = "s"
    else:
        cell.value = value
    if bold:
        cell.font = Font(bold=True)
    return cell
