"""What Kumu expects of a spreadsheet and of JSON, as its guides say."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from graph.spreadsheets import unescaped
from queries.drawn import Drawing
from tests.viz.drawings import aggregated, drawings, hostile, small
from viz.kumu import kumu_json, kumu_xlsx


def sheets(drawing: Drawing) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(kumu_xlsx(drawing)))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


def known_as(label: str) -> str:
    return " ".join(label.split()).casefold()


def test_columns_are_where_kumu_looks_for_them() -> None:
    found = sheets(small())
    assert list(found) == ["Elements", "Connections", "Data sheet (ignore)"]
    assert found["Elements"][0][:4] == ("Label", "Type", "Description", "Tags")
    assert found["Connections"][0][:5] == ("From", "To", "Type", "Direction", "Strength")
    assert found["Elements"][1][:4] == (
        "An Peeters", "Person", "Persoon, bewoners, Dam", "groen|mobiliteit|voorzitten",
    )  # fmt: skip
    assert found["Connections"][1][:5] == ("An Peeters", "Bo Claes", "Tie", "undirected", 0.62)


def test_between_aggregates_the_count_goes_along() -> None:
    assert sheets(aggregated())["Connections"][1][-1] == 40


def test_the_data_sheet_is_in_both() -> None:
    told = json.dumps(sheets(small())["Data sheet (ignore)"])
    assert "Whoever was not asked is not in it." in told
    assert "Whoever was not asked is not in it." in json.loads(kumu_json(small()))["data sheet"]


@pytest.mark.parametrize("drawing", [hostile(), small()])
def test_nothing_is_a_formula(drawing: Drawing) -> None:
    book = load_workbook(io.BytesIO(kumu_xlsx(drawing)))
    kinds = {
        cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None
    }
    assert kinds <= {"s", "n"}


def test_a_description_holds_no_markup_that_fetches_something() -> None:
    told = [element["description"] for element in json.loads(kumu_json(hostile()))["elements"]]
    assert not [each for each in told if "![" in each or "](" in each or "<img" in each]


@settings(max_examples=20, deadline=None)
@given(drawings())
def test_no_two_elements_have_a_label_and_connections_find_theirs(drawing: Drawing) -> None:
    found = sheets(drawing)
    labels = [unescaped(str(row[0])) for row in found["Elements"][1:]]
    assert len({known_as(label) for label in labels}) == len(drawing.nodes)
    assert not [label for label in labels if "|" in label or not label.strip()]
    ends = [(unescaped(str(row[0])), unescaped(str(row[1]))) for row in found["Connections"][1:]]
    assert ends == [(labels[edge.start], labels[edge.end]) for edge in drawing.edges]


@settings(max_examples=20, deadline=None)
@given(drawings())
def test_ids_of_the_json_are_unique_and_connections_use_them(drawing: Drawing) -> None:
    found = json.loads(kumu_json(drawing))
    elements = [element["id"] for element in found["elements"]]
    ids = [*elements, *(connection["id"] for connection in found["connections"])]
    assert len(set(ids)) == len(drawing.nodes) + len(drawing.edges)
    assert [(each["from"], each["to"]) for each in found["connections"]] == [
        (elements[edge.start], elements[edge.end]) for edge in drawing.edges
    ]
    assert {each["direction"] for each in found["connections"]} <= {"undirected"}
