"""The documentation of the API as a page, made from the OpenAPI document: no script, no other host."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from viz.html import Content, Html, document, tag

Json: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: code, HTTP status, and title in Dutch and English."""

    code: str
    status: int
    nl: str
    en: str


def reference_page(openapi: Json, problems: Sequence[ProblemKind]) -> str:
    """Return the page for an OpenAPI 3.1 document and the kinds of problems it may answer with."""
    info = openapi["info"]
    tags = [(each["name"], each["description"]) for each in openapi["tags"]]
    operations = list(_operations(openapi))
    body = tag(
        "div",
        tag("a", "Skip to the content", href="#content", class_="skip"),
        tag(
            "header",
            tag("a", "Ploeg", href="/", class_="brand"),
            tag("a", "openapi.json", href="/openapi.json"),
        ),
        tag(
            "main",
            tag("h1", f"{info['title']} API {info['version']}"),
            _prose(info["description"]),
            _contents(tags, operations),
            [_group(name, says, [each for each in operations if name in each.tags]) for name, says in tags],
            tag("h2", "Problems", id="problems"),
            tag("div", _problems(problems), class_="scroll"),
            tag("h2", "Schemas", id="schemas"),
            [_schema(name, schema) for name, schema in openapi["components"]["schemas"].items()],
            id="content",
        ),
        class_="reference",
    )
    return document("en", f"{info['title']} API", body)


@dataclass(frozen=True, slots=True)
class _Operation:
    method: str
    path: str
    tags: Sequence[str]
    given: Json

    @property
    def anchor(self) -> str:
        return f"call-{self.given['operationId']}"


def _operations(openapi: Json) -> Iterable[_Operation]:
    for path, methods in openapi["paths"].items():
        for method, given in methods.items():
            yield _Operation(method.upper(), path, given.get("tags", ()), given)


def _contents(tags: Sequence[tuple[str, str]], operations: Sequence[_Operation]) -> Html:
    items = [
        tag("li", tag("a", f"{each.method} {each.path}", href=f"#{each.anchor}"))
        for name, _ in tags
        for each in operations
        if name in each.tags
    ]
    more = [tag("li", tag("a", label, href=f"#{label.lower()}")) for label in ("Problems", "Schemas")]
    return tag("nav", tag("ul", items, more), aria_label="Contents")


def _group(name: str, says: str, operations: Sequence[_Operation]) -> Content:
    return [tag("h2", name.capitalize()), tag("p", says), [_operation(each) for each in operations]]


def _prose(text: str) -> Content:
    return [tag("p", _coded(part.replace("\n", " "))) for part in text.split("\n\n")]


def _coded(text: str) -> Content:
    """Mark what stands between backticks as code."""
    return [tag("code", part) if at % 2 else part for at, part in enumerate(text.split("`"))]


def _operation(each: _Operation) -> Html:
    given = each.given
    return tag(
        "section",
        tag("h3", tag("span", each.method, class_="verb"), tag("code", each.path)),
        tag("p", tag("strong", given["summary"]), ". ", _coded(given.get("description", ""))),
        _parameters(given.get("parameters", [])),
        _body(given.get("requestBody")),
        _responses(given["responses"]),
        id=each.anchor,
        aria_label=f"{each.method} {each.path}",
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[Content]]) -> Html:
    heads = tag("tr", [tag("th", label, scope="col") for label in head])
    lines = [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in rows]
    # Reachable by keyboard, for it may scroll sideways on a narrow screen.
    return tag(
        "div",
        tag("table", tag("thead", heads), tag("tbody", lines)),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label=", ".join(head),
    )


def _parameters(parameters: Sequence[Json]) -> Html | None:
    if not parameters:
        return None
    rows = [
        (
            tag("code", each["name"]),
            each["in"] + (", required" if each.get("required") else ""),
            _type(each["schema"]),
            _coded(each.get("description", "")),
        )
        for each in parameters
    ]
    return _table(("Parameter", "In", "Type", "Meaning"), rows)


def _body(body: Json | None) -> Html | None:
    if body is None:
        return None
    shown = [
        (tag("code", media), " ", _type(content.get("schema", {})))
        for media, content in body["content"].items()
    ]
    return tag("p", "Body: ", shown)


def _responses(responses: Json) -> Html:
    rows = [
        (
            status,
            given.get("description", ""),
            [
                (tag("code", media), " ", _type(content.get("schema", {})), " ")
                for media, content in given.get("content", {}).items()
            ],
        )
        for status, given in responses.items()
    ]
    return _table(("Status", "When", "What"), rows)


def _problems(problems: Sequence[ProblemKind]) -> Html:
    rows = [
        tag(
            "tr",
            tag("th", tag("code", each.code), scope="row"),
            tag("td", str(each.status)),
            tag("td", f"{each.nl} / {each.en}"),
            id=f"problem-{each.code}",
        )
        for each in problems
    ]
    head = tag("tr", [tag("th", label, scope="col") for label in ("Code", "Status", "Title")])
    return tag("table", tag("thead", head), tag("tbody", rows))


def _schema(name: str, schema: Json) -> Html:
    required = set(schema.get("required", ()))
    rows = [
        (
            tag("code", field),
            "always" if field in required else "",
            _type(given),
            _coded(given.get("description", "")),
        )
        for field, given in schema.get("properties", {}).items()
    ]
    return tag(
        "section",
        tag("h3", tag("code", name)),
        tag("p", schema.get("description", "")),
        _table(("Field", "Present", "Type", "Meaning"), rows) if rows else tag("p", _type(schema)),
        id=f"schema-{name}",
        aria_label=name,
    )


def _type(schema: Json) -> Content:
    """Say the type of a value, with links to the schemas it names."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        return tag("a", name, href=f"#schema-{name}")
    for combined in ("anyOf", "oneOf", "allOf"):
        if combined in schema:
            parts = [_type(part) for part in schema[combined]]
            return [(" or " if at else None, part) for at, part in enumerate(parts)]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return ["list of ", _type(schema.get("items", {}))]
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return ["object of ", _type(schema["additionalProperties"])]
    kind = str(schema.get("format") or schema.get("contentMediaType") or schema.get("type") or "any")
    default = schema.get("default")
    return kind + _bounds(schema) + (f", {default!r} if left out" if default not in (None, "", []) else "")


def _bounds(schema: Json) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    return f" {low} to {high}" if low is not None and high is not None else ""
