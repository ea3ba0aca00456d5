"""A drawing as two tables, of nodes and of edges, with the data sheet to read beside them."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from graph.spreadsheets import guard
from queries.drawn import Drawing
from viz.networks import edge_attributes, node_attributes
from viz.sheets import both
from viz.texts import fit, listed
from viz.words import Language

NODES = (
    "id", "kind", "label", "x", "y", "table_key", "sector", "level", "neighbourhood", "district", "themes",
    "talents", "community", "community_nl", "community_en", "people", "ties", "betweenness",
)  # fmt: skip
EDGES = ("from", "to", "kind", "weight", "count")
README = "LEESMIJ-README.txt"
_STAMP = (1980, 1, 1, 0, 0, 0)


def node_tables(drawing: Drawing, language: Language = "en") -> bytes:
    """Return a ZIP archive with ``nodes.csv`` and ``edges.csv`` (UTF-8 with mark) and the data sheet.

    For Dutch with the semicolons and decimal commas that a spreadsheet set to Dutch expects; headers are English, as
    the attributes in every other file.  A text that a spreadsheet would take for a formula has an apostrophe before
    it, as in the tables that an import takes in.
    """
    file = io.BytesIO()
    nodes = ({"id": node.id, **node_attributes(drawing, node)} for node in drawing.nodes)
    edges = (
        {"from": drawing.nodes[edge.start].id, "to": drawing.nodes[edge.end].id, **edge_attributes(edge)}
        for edge in drawing.edges
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, columns, rows in (("nodes.csv", NODES, nodes), ("edges.csv", EDGES, edges)):
            with (
                archive.open(_info(name), "w") as raw,
                io.TextIOWrapper(raw, "utf-8-sig", newline="") as table,
            ):
                writer = csv.writer(table, delimiter=";" if language == "nl" else ",")
                writer.writerow(columns)
                writer.writerows(_lines(columns, rows, comma=language == "nl"))
        archive.writestr(_info(README), "\ufeff" + fit(both(drawing.sheet)).replace("\n", "\r\n"))
    return file.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _STAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _lines(columns: Sequence[str], rows: Iterator[dict[str, Any]], *, comma: bool) -> Iterator[list[str]]:
    for row in rows:
        yield [_text(row.get(column), comma=comma) for column in columns]


def _text(value: Any, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return guard(listed(fit(str(item)) for item in value))
    if isinstance(value, float):
        return repr(value).replace(".", ",") if comma else repr(value)
    return guard(fit(value)) if isinstance(value, str) else str(value)
