"""Docs that can't go stale: errors, schema, texts and the README's commands."""

import inspect
import re
from pathlib import Path

import pytest

import graph.errors
import queries
from graph.schema import schema_markdown

ROOT = Path(__file__).parent.parent.parent
TEXTS = sorted((Path(queries.__file__).parent / "cypher").glob("*.cypher"))


def queries_page() -> str:
    rows = [
        f"| `{file.stem}` | {file.read_text(encoding='utf-8').splitlines()[0].removeprefix('// ')} |"
        for file in TEXTS
    ]
    return "\n".join(
        [
            "# Every text sent to a store",
            "",
            "One file a question in `queries/cypher`; values always travel as parameters.",
            "",
            "| text | question |",
            "|---|---|",
            *rows,
            "",
        ]
    )


def golden(path: Path, text: str, update: bool) -> None:
    if update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_schema_page_is_the_schema(update_golden: bool) -> None:
    golden(ROOT / "docs" / "schema.md", schema_markdown(), update_golden)


def test_the_queries_page_names_every_text(update_golden: bool) -> None:
    golden(ROOT / "docs" / "queries.md", queries_page(), update_golden)


def test_every_error_says_in_the_docs_what_to_do() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    names = [name for name, value in vars(graph.errors).items() if inspect.isclass(value)]
    assert not [name for name in names if f"`{name}`" not in page]


def test_the_readme_begins_with_the_two_commands() -> None:
    commands = re.findall(r"^make \w+$", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert commands[:2] == ["make demo", "make test"]


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]
