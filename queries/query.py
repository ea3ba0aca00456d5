"""One text of Cypher with a name: its file, the rows it gives, and whether it writes.

Texts stand in ``queries/cypher/NAME.cypher``, one question a file, the first line a sentence that says which.
Values always travel as parameters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any, Generic, TypeVar

from graph.store import Store, Transaction

Row = TypeVar("Row")


@dataclass(frozen=True)
class Query(Generic[Row]):
    """A text and the frozen dataclass whose fields are its columns."""

    name: str
    row: type[Row]
    writes: bool = False

    @cached_property
    def text(self) -> str:
        """The text, read once."""
        return (files("queries") / "cypher" / f"{self.name}.cypher").read_text(encoding="utf-8")

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that a row is made of."""
        return tuple(field.name for field in fields(self.row)) if is_dataclass(self.row) else ()

    def read(self, store: Store, **parameters: object) -> list[Row]:
        """Return the rows."""
        return [self._row(row) for row in store.read(self.text, parameters)]

    def stream(self, store: Store, **parameters: object) -> Iterator[Row]:
        """Yield the rows as they come."""
        for row in store.stream(self.text, parameters):
            yield self._row(row)

    def run(self, transaction: Transaction, **parameters: object) -> list[Row]:
        """Run the text inside a write and return its rows."""
        return [self._row(row) for row in transaction.run(self.text, parameters)]

    def _row(self, row: dict[str, Any]) -> Row:
        return self.row(**row)
