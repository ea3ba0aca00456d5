"""What a check finds wrong or worth knowing, as it goes."""

from dataclasses import dataclass, field

from ingest.cells import Cell, Unfit
from ingest.raw import RawTable
from ingest.refusals import MOST_REFUSALS, Notice, Refusal, shown


@dataclass
class Findings:
    """Refusals and notices of one check; of very many refusals the first are kept and all are counted."""

    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    notices: list[Notice] = field(default_factory=list[Notice])

    def refuse(self, refusal: Refusal) -> None:
        """Keep a refusal."""
        self.refused += 1
        if len(self.refusals) < MOST_REFUSALS:
            self.refusals.append(refusal)

    def refuse_cell(self, raw: RawTable, number: int, column: str | None, cell: Cell, unfit: Unfit) -> None:
        """Refuse a cell, or with `column` ``None`` a row."""
        value = unfit.value if unfit.value is not None else cell
        found = None if value is None else shown(value)
        self.refuse(Refusal(raw.file, raw.sheet, number, column, found, unfit.expected, unfit.nearest))

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
