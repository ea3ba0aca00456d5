"""Docs that can't go stale: errors, schema, texts and the README's commands."""

import inspect
import re
from pathlib import Path

import pytest

import graph.errors
import queries
from graph.access import Question, Role
from graph.model import Purpose
from graph.schema import schema, schema_markdown
from queries.privacy_page import PURPOSES, QUESTIONS, ROLES, SEEN, Language, personal, privacy_page

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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_privacy_pages_are_made_from_the_tables(language: Language, update_golden: bool) -> None:
    golden(ROOT / "docs" / f"privacy.{language}.md", privacy_page(language), update_golden)


PERSONAL = {"Person", "Consent", "Account", "Session", "Token", "Link", "AuditEvent"}
BARE = {
    "lock",
    "epoch",
    "secret",
    "before",
    "renewed_at",
    "purpose",
    "until",
    "role",
    "city",
    "scopes",
    "blocked",
}
CHAIN = {"number", "at", "action", "details", "salts", "digests", "previous", "hash"}


def test_the_privacy_pages_leave_nothing_out() -> None:
    told = {place for item in personal() for place in item["holds"]}
    kept = {
        f"{label.name}.{each.name}"
        for label in schema().labels
        if label.name in PERSONAL
        for each in label.properties
        if not (label.name != "Person" and label.name != "Consent" and each.name in BARE | CHAIN)
    }
    kept |= {relation.name for relation in schema().relations if "Person" in relation.start + relation.end}
    assert kept - told == set()
    known = kept | {f"{label.name}.{each.name}" for label in schema().labels for each in label.properties}
    assert told - known == set()


def test_every_consent_role_and_question_has_words_for_the_privacy_pages() -> None:
    assert set(PURPOSES) == set(Purpose)
    assert set(ROLES) == set(SEEN) == set(Role)
    assert set(QUESTIONS) == set(Question)


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
