"""The pages about tables say what the code reads."""

from pathlib import Path

import pytest

from ingest.describe import page

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("file", "language"), [("tables.md", "en"), ("tabellen.md", "nl")])
def test_page_is_what_the_columns_say(file: str, language: str) -> None:
    expected = page(language)
    assert (DOCS / file).read_text(encoding="utf-8") == expected, (
        f"write ingest.describe.page({language!r}) to {file}"
    )
