"""Nodes and edges as tables that a spreadsheet or a data frame opens."""

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings

from queries.drawn import Drawing
from tests.viz.drawings import HOSTILE, drawings, hostile, small
from viz.node_tables import EDGES, NODES, README, node_tables
from viz.texts import fit
from viz.words import Language


def members(drawing: Drawing, language: Language = "en") -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(node_tables(drawing, language))) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_there_are_two_tables_and_the_data_sheet() -> None:
    found = members(small())
    assert list(found) == ["nodes.csv", "edges.csv", README]
    assert found["nodes.csv"].splitlines()[0] == ",".join(NODES)
    assert found["edges.csv"].splitlines()[0] == ",".join(EDGES)
    assert "Wie niet gevraagd werd" in found[README]
    assert "Whoever was not asked" in found[README]


def test_a_spreadsheet_knows_that_it_is_utf_8() -> None:
    with zipfile.ZipFile(io.BytesIO(node_tables(small()))) as archive:
        assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in archive.namelist())


def test_dutch_tables_are_as_a_dutch_spreadsheet_expects() -> None:
    (edge, *_) = rows(members(small(), "nl")["edges.csv"], ";")
    assert edge == {"from": "person:1", "to": "person:2", "kind": "tie", "weight": "0,62", "count": ""}


@pytest.mark.parametrize("sign", "=+-@")
def test_no_cell_begins_as_a_formula(sign: str) -> None:
    found = members(hostile())
    for name in ("nodes.csv", "edges.csv"):
        assert not [cell for row in rows(found[name]) for cell in row.values() if cell.startswith(sign)]
    assert any(name.startswith(sign) for name in HOSTILE) or sign == "+"


@settings(max_examples=20, deadline=None)
@given(drawings())
def test_tables_are_read_back_as_they_were(drawing: Drawing) -> None:
    found = members(drawing)
    nodes, edges = rows(found["nodes.csv"]), rows(found["edges.csv"])
    assert [row["label"].removeprefix("'") for row in nodes] == [
        fit(node.label).removeprefix("'") for node in drawing.nodes
    ]
    assert [float(row["x"]) for row in nodes] == [node.x for node in drawing.nodes]
    assert [(row["from"], row["to"]) for row in edges] == [
        (nodes[edge.start]["id"], nodes[edge.end]["id"]) for edge in drawing.edges
    ]
    assert [float(row["weight"]) for row in edges] == [edge.weight for edge in drawing.edges]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert node_tables(small()) == node_tables(small())
