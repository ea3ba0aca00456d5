"""What a check finds wrong or worth knowing, as it goes."""

from dataclasses import dataclass, field

from graph.model import PersonRow
from ingest.cells import Cell, Unfit
from ingest.raw import RawTable
from ingest.refusals import MOST_REFUSALS, Notice, Refusal, Replaced, RowPlace, shown


@dataclass
class Findings:
    """Refusals and notices of one check; of very many refusals the first are kept and all are counted."""

    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    notices: list[Notice] = field(default_factory=list[Notice])
    refused_people: list[PersonRow] = field(default_factory=list[PersonRow])
    _replaced: dict[tuple[str, str, str, str], list[RowPlace]] = field(
        default_factory=dict[tuple[str, str, str, str], list[RowPlace]]
    )

    def refuse(self, refusal: Refusal) -> None:
        """Keep a refusal."""
        self.refused += 1
        if len(self.refusals) < MOST_REFUSALS:
            self.refusals.append(refusal)

    def refuse_cell(self, raw: RawTable, number: int, column: str | None, cell: Cell, unfit: Unfit) -> None:
        """Refuse a cell, or with `column` ``None`` a row."""
        value = unfit.value if unfit.value is not None else cell
        found = None if value is None else shown(value)
        self.refuse(
            Refusal(
                raw.file,
                raw.sheet,
                number,
                column,
                found,
                unfit.expected,
                unfit.nearest,
                unfit.certain,
                unfit.cause,
            )
        )

    def replace(self, raw: RawTable, number: int, column: str, value: str, to: str) -> None:
        """Keep that a value was read as another one."""
        where = RowPlace(raw.file, raw.sheet, number)
        self._replaced.setdefault((raw.table.name, column, value, to), []).append(where)

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was read as something else, in the order in which it was met."""
        return tuple(Replaced(*what, tuple(rows)) for what, rows in self._replaced.items())

    def note(self, nl: str, en: str) -> None:
        """Keep a notice."""
        self.notices.append(Notice(nl, en))

    def in_order(self, files: tuple[str, ...]) -> tuple[Refusal, ...]:
        """Return the refusals by file, sheet and row."""
        place = {name: position for position, name in enumerate(files)}
        return tuple(
            sorted(
                self.refusals,
                key=lambda refusal: (
                    place.get(refusal.file.split("/")[0], 0),
                    refusal.file,
                    refusal.sheet or "",
                    refusal.row,
                ),
            )
        )
