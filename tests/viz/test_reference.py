"""The reference from an OpenAPI document, without a server."""

from typing import Any

import pytest

from viz.reference import ProblemKind, reference_page

KINDS = [ProblemKind("odd", 422, "Vreemd", "Odd")]


def openapi(schema: dict[str, Any]) -> dict[str, Any]:
    parameter = {"name": "k", "in": "query", "required": True, "schema": schema, "description": "How `many`"}
    operation = {
        "tags": ["things"],
        "summary": "Ask <b>",
        "operationId": "ask",
        "parameters": [parameter],
        "responses": {"200": {"description": "Fine"}},
    }
    return {
        "info": {"title": "T", "version": "1", "description": "One\nline.\n\nAnother."},
        "tags": [{"name": "things", "description": "Things"}],
        "paths": {"/v1/things": {"get": operation}},
        "components": {"schemas": {"Thing": {"type": "object", "properties": {}}}},
    }


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "integer", "minimum": 1, "maximum": 5, "default": 3}, "integer 1 to 5, 3 if left out"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"enum": ["a", "b"]}, "a | b"),
        ({"type": "array", "items": {"type": "string"}}, "list of string"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "object of number"),
        ({"$ref": "#/components/schemas/Thing"}, '<a href="#schema-Thing">Thing</a>'),
        ({}, "any"),
    ],
)
def test_a_type_is_told_in_words(schema: dict[str, Any], said: str) -> None:
    assert f"<td>{said}</td>" in reference_page(openapi(schema), KINDS)


def test_what_stands_between_backticks_is_code() -> None:
    assert "How <code>many</code>" in reference_page(openapi({}), KINDS)


def test_a_description_keeps_its_paragraphs() -> None:
    assert "<p>One line.</p><p>Another.</p>" in reference_page(openapi({}), KINDS)


def test_nothing_in_the_document_becomes_markup() -> None:
    assert "Ask &lt;b&gt;" in reference_page(openapi({}), KINDS)


def test_a_problem_has_a_place_of_its_own() -> None:
    assert '<tr id="problem-odd">' in reference_page(openapi({}), KINDS)
