"""What a command shows: text in one language, tables, JSON, and errors that say what to do."""

import json
import re
import sys
import textwrap
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import typer

from graph.errors import PloegError
from ploeg.columns import broken

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, ProgressColumn

HALVES = re.compile(r"(?<=[.?!)…:]) / ")
"""Between the Dutch and the English of a message: after the end of a sentence."""


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

    @cached_property
    def out(self) -> "Console":
        """Standard output."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=False)

    @cached_property
    def err(self) -> "Console":
        """Standard error."""
        from rich.console import Console

        return Console(stderr=True, highlight=False, soft_wrap=True)

    def number(self, value: float, *, sign: bool = False) -> str:
        """Return a number with two decimals, with a comma in Dutch."""
        shown = f"{value:+.2f}" if sign else f"{value:.2f}"
        return self.pick(shown.replace(".", ","), shown)

    def say(self, nl: str, en: str, *, style: str | None = None) -> None:
        """Print a line for a person; nothing where JSON is asked."""
        if not self.as_json:
            self.out.print(self.pick(nl, en), style=style, markup=False, soft_wrap=True)

    def paragraph(self, nl: str, en: str, *, style: str | None = None, indent: int = 0) -> None:
        """Print a text of several lines, broken between words; nothing where JSON is asked."""
        if not self.as_json:
            begin = " " * indent
            lines = textwrap.wrap(
                self.pick(nl, en), self.out.width, initial_indent=begin, subsequent_indent=begin
            )
            self.out.print("\n".join(lines), style=style, markup=False, soft_wrap=True)

    def complain(self, nl: str, en: str, *, style: str | None = None) -> None:
        """Print a line about what is wrong, on standard error."""
        self.err.print(self.pick(nl, en), style=style, markup=False)

    def words(self, text: Bilingual) -> str:
        """Return `text` in the language of the screen."""
        return self.pick(text.nl, text.en)

    def pick(self, nl: str, en: str) -> str:
        """Return one of two texts."""
        return en if self.lang == "en" else nl

    def json(self, document: Any) -> None:
        """Print a JSON document."""
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        sys.stdout.flush()

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        title: str | None = None,
        numbers: Collection[int] = (),
        whole: Collection[int] = (),
    ) -> None:
        """Print a table; the columns in `numbers` stand to the right, those in `whole` are not broken."""
        from rich.table import Table
        from rich.text import Text

        shown = Table(title=title, title_justify="left")
        widths, (head, *cells) = broken(columns, rows, self.out.width, numbers=numbers, whole=whole)
        for at, (column, width) in enumerate(zip(head, widths, strict=True)):
            shown.add_column(
                Text(column), justify="right" if at in numbers else "left", overflow="fold", width=width
            )
        for row in cells:
            shown.add_row(*(Text(cell) for cell in row))
        self.out.print(shown)

    @contextmanager
    def progress(self, nl: str, en: str) -> Generator[Callable[[str, int, int], None], None, None]:
        """Show a bar where a terminal is there; yields what is told how far the work is."""
        from rich.progress import MofNCompleteColumn

        bar = self._bar(MofNCompleteColumn())
        with bar:
            task = bar.add_task(self.pick(nl, en), total=None)
            yield lambda _, done, total: bar.update(task, completed=done, total=total)

    @contextmanager
    def working(self, nl: str, en: str) -> Generator[Callable[[float], None], None, None]:
        """Show a bar where a terminal is there; yields what is told the share that is done."""
        from rich.progress import TaskProgressColumn

        bar = self._bar(TaskProgressColumn())
        with bar:
            task = bar.add_task(self.pick(nl, en), total=1.0)
            yield lambda share: bar.update(task, completed=share)

    def _bar(self, counter: "ProgressColumn") -> "Progress":
        from rich.progress import BarColumn, Progress, TextColumn

        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            counter,
            console=self.err,
            disable=self.as_json or not self.err.is_terminal,
            transient=True,
        )

    def fail(self, error: PloegError) -> NoReturn:
        """Print what is wrong and what to do, and end with exit code 1."""
        from api.codes import code_of

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
    halves = HALVES.split(message)
    if len(halves) != 2:
        return message
    return halves[1] if lang == "en" else halves[0]
