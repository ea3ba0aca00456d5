"""What a command shows: text in one language, tables, JSON, and errors that say what to do."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from api.errors import code_of
from graph.errors import PloegError


class Bilingual(Protocol):
    """A text in Dutch and in English."""

    @property
    def nl(self) -> str:
        """The Dutch one."""
        ...

    @property
    def en(self) -> str:
        """The English one."""
        ...


class Screen:
    """Where a command writes, in which language, and whether as JSON."""

    def __init__(self, *, lang: str = "nl", as_json: bool = False) -> None:
        self.lang = lang
        self.as_json = as_json
        self.out = Console(highlight=False, soft_wrap=False)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, nl: str, en: str, *, style: str | None = None) -> None:
        """Print a line for a person; nothing where JSON is asked."""
        if not self.as_json:
            self.out.print(en if self.lang == "en" else nl, style=style, markup=False, soft_wrap=True)

    def words(self, text: Bilingual) -> str:
        """Return `text` in the language of the screen."""
        return text.en if self.lang == "en" else text.nl

    def pick(self, nl: str, en: str) -> str:
        """Return one of two texts."""
        return en if self.lang == "en" else nl

    def json(self, document: Any) -> None:
        """Print a JSON document."""
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str | None = None
    ) -> None:
        """Print a table."""
        shown = Table(*columns, title=title, title_justify="left")
        for row in rows:
            shown.add_row(*(cell.replace("[", r"\[") for cell in row))
        self.out.print(shown)

    @contextmanager
    def progress(self, nl: str, en: str) -> Iterator[Callable[[str, int, int], None]]:
        """Show a bar where a terminal is there; yields what is told how far the work is."""
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=self.err,
            disable=self.as_json or not self.err.is_terminal,
            transient=True,
        )
        with bar:
            task = bar.add_task(self.pick(nl, en), total=None)
            yield lambda _, done, total: bar.update(task, completed=done, total=total)

    def fail(self, error: PloegError) -> NoReturn:
        """Print what is wrong and what to do, and end with exit code 1."""
        self.fail_with(code_of(error), str(error))

    def fail_with(self, code: str, message: str, **more: Any) -> NoReturn:
        """Print a problem, on standard error, and end with exit code 1."""
        if self.as_json:
            sys.stderr.write(json.dumps({"code": code, "detail": message, **more}, ensure_ascii=False) + "\n")
        else:
            self.err.print(half(message, self.lang), style="red", markup=False)
        raise typer.Exit(1)


def half(message: str, lang: str) -> str:
    """Return the half of "Dutch. / English." that is asked for; a text without halves as it is."""
    nl, cut, en = message.partition(". / ")
    if not cut:
        nl, cut, en = message.partition("? / ")
    if not cut:
        return message
    return en if lang == "en" else nl + cut[0]
