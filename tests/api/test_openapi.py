"""The OpenAPI document: complete, and changed only on purpose."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.app import ROUTERS
from api.errors import KINDS
from api.v1.examples import BODIES

GOLDEN = Path(__file__).parents[1] / "golden" / "openapi.json"
DOCS = Path(__file__).parents[2] / "docs" / "api.md"


@pytest.fixture(scope="module")
def document(reader: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_document_is_the_one_that_was_agreed(document: dict[str, Any], update_golden: bool) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    if update_golden:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), "run pytest --update-golden and look at the difference"


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")


def test_every_operation_says_what_it_does_and_answers(document: dict[str, Any]) -> None:
    bare = [
        name
        for name, operation in operations(document)
        if not all(operation.get(key) for key in ("summary", "description", "operationId", "tags"))
        or not all(answer.get("description") for answer in operation["responses"].values())
    ]
    assert bare == []


def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]
    assert sorted(set(names)) == sorted(names)


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    bare = [
        (name, parameter["name"])
        for name, operation in operations(document)
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
    ]
    assert bare == []


def test_every_parameter_has_an_example_that_fits(document: dict[str, Any]) -> None:
    bare = [
        (name, parameter["name"])
        for name, operation in operations(document)
        for parameter in operation.get("parameters", ())
        if not parameter["schema"].get("examples")
    ]
    assert bare == []


def models() -> Iterator[type[BaseModel]]:
    """Yield the model of every body."""
    for route in (route for noun in ROUTERS for route in noun.router.routes):
        for field in route.dependant.body_params if isinstance(route, APIRoute) else ():
            kind = field.field_info.annotation
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield kind


def test_every_body_has_an_example_that_it_takes(document: dict[str, Any]) -> None:
    taken = set(models())
    assert len(taken) > 20
    for model in taken:
        (example,) = document["components"]["schemas"][model.__name__]["examples"]
        model.model_validate_json(json.dumps(example))
    assert {model.__name__ for model in taken} == set(BODIES)


def test_every_field_is_described(document: dict[str, Any]) -> None:
    bare = [
        (name, field)
        for name, schema in document["components"]["schemas"].items()
        for field, given in schema.get("properties", {}).items()
        if not given.get("description")
    ]
    assert bare == []


def test_every_named_schema_is_there(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(document["components"]["schemas"])


def test_the_page_about_the_api_names_every_call_and_every_problem(document: dict[str, Any]) -> None:
    text = DOCS.read_text(encoding="utf-8")
    missing = [name for name, _ in operations(document) if f"`{name}`" not in text]
    missing += [code for code in KINDS if f"`{code}`" not in text]
    assert missing == []


def test_an_operation_with_a_body_says_what_an_unreadable_one_gets(document: dict[str, Any]) -> None:
    taking = [(name, found["responses"]) for name, found in operations(document) if "requestBody" in found]
    bare = [name for name, responses in taking if "400" not in responses]
    assert bare == []


def test_an_unreadable_body_gets_the_problem_that_is_documented(reader: httpx.Client) -> None:
    answer = reader.post(
        "/v1/matches", content=b'{"text": "\xff"}', headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
