"""The pages about analyses: made of what the answers say of themselves, with what their commands print."""

import re
from datetime import date

import pytest

from graph.access import Role, Viewer
from graph.store import Store
from ingest.load import load
from ingest.sample import sample_city
from queries.analyses import KINDS, Analysis
from queries.analysis_explained import TOLD
from queries.analysis_page import Language, analysis_page
from queries.snapshots import Snapshots
from tests.docs.test_tutorial import DOCS
from tests.ploeg.given import Terminal

CITY, DAY = "lesstad", date(2020, 3, 1)
PAGES: dict[Language, str] = {"nl": "analyse.nl.md", "en": "analysis.md"}
BLOCK = re.compile(r"(?<=```console\n)\$ ploeg (.*?)\n(?=```)")


@pytest.fixture(scope="module")
def store(_embedded: Store) -> Store:
    """A store with an invented city that is the same every day."""
    load(_embedded, sample_city(300, 1, today=DAY), city=CITY, today=DAY)
    return _embedded


@pytest.fixture(scope="module")
def lesson(store: Store) -> Terminal:
    """A terminal on that city."""
    return Terminal(store.settings.data, CITY, store.settings.data, at=store.settings.data)


@pytest.mark.parametrize("language", sorted(PAGES))
def test_the_page_is_made_of_what_answers_say_and_shows_what_commands_print(
    language: Language, lesson: Terminal, update_golden: bool
) -> None:
    def shown(block: re.Match[str]) -> str:
        words = (*block[1].split(), "--as-of", DAY.isoformat(), "--no-keep")
        ran = lesson(*words, PLOEG_LANG=language, COLUMNS="96")
        assert ran.code == 0, ran.err
        printed = "".join(f"{line.rstrip()}\n" for line in ran.out.splitlines())
        return f"$ ploeg {block[1]}\n{printed}"

    page = DOCS / PAGES[language]
    made = BLOCK.sub(shown, analysis_page(language))
    if update_golden:
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made, "pytest tests/docs --update-golden writes it anew"


def test_the_pages_explain_every_figure_that_is_told(store: Store) -> None:
    viewer, snapshots = Viewer(Role.COORDINATOR, CITY), Snapshots(store)
    told = {
        str(question): tuple(each.name for each in kind.answer(snapshots, viewer).about.figures)
        for question, kind in KINDS.items()
    }
    assert told == TOLD
    assert set(TOLD) == set(Analysis)
