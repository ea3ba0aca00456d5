"""The tutorials show what their commands print; `--update-golden` writes it anew."""

import re
import shlex
from pathlib import Path

import pytest

from graph.store import Store
from queries.snapshots import utc_today
from tests.ploeg.given import Terminal

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
DAY, BATCH = "2025-03-01", "batch:01JNBVZ8W0F3K7Q2M5R9T4X6YA"
"""What stands in the tutorials for the day they are read and for the id of an import."""


class Reader:
    """Somebody who types the commands of a tutorial one after the other."""

    def __init__(self, terminal: Terminal, lang: str) -> None:
        self._terminal = terminal
        self._lang = lang

    def shown(self, block: str) -> str:
        """Return the commands of a block, each with what it prints."""
        return "".join(self._run(line) for line in block.splitlines() if line.startswith("$ "))

    def _run(self, line: str) -> str:
        ran = self._terminal(*shlex.split(line)[2:], PLOEG_LANG=self._lang, COLUMNS="110")
        printed = (ran.out + ran.err).replace(utc_today().isoformat(), DAY)
        printed = re.sub(r"batch:\w{26}", BATCH, printed)
        return f"{line}\n" + "".join(f"{one.rstrip()}\n" for one in printed.strip("\n").splitlines())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_tutorial_shows_what_its_commands_print(
    lang: str, embedded_store: Store, tmp_path: Path, update_golden: bool
) -> None:
    page = DOCS / f"tutorial.{lang}.md"
    (tmp_path / "docs").symlink_to(DOCS)
    reader = Reader(Terminal(embedded_store.settings.data, f"lesstad-{lang}", DOCS, at=tmp_path), lang)
    told = page.read_text(encoding="utf-8")
    run = BLOCK.sub(lambda block: reader.shown(block[0]), told)
    if update_golden:
        page.write_text(run, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == run
