"""Rules about the rows of one table together: what they refuse, and what they leave out with a notice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from graph.model import Key, TalentRow, ThemeRow, TieRow
from ingest.cells import Unfit
from ingest.columns import Table
from ingest.findings import Findings
from ingest.headers import Header
from ingest.raw import RawTable
from ingest.references import Directory
from ingest.refusals import Words
from ingest.relations import Read, below_themselves, identity, latest, where


@dataclass(frozen=True, slots=True)
class Together:
    """Applies the rules; ``sources`` and ``headers`` say where each row stood."""

    sources: Sequence[RawTable]
    headers: Sequence[Header]
    findings: Findings

    def applied(self, table: Table, directory: Directory | None, rows: list[Read]) -> list[Read]:
        """Return the rows that stay."""
        if table.name in {"themes", "talents"}:
            assert directory is not None
            return self._without_lost_parents(directory, self._without_circles(rows))
        if table.name == "ties":
            return self._one_tie_a_pair(rows)
        return rows if table.keyed else self._once(table, rows)

    def name(self, source: int) -> str:
        """Return how a person calls a source: its file, and its sheet where it has several."""
        raw = self.sources[source]
        return raw.file if raw.sheet is None else f"{raw.file}, {raw.sheet}"

    def _without_circles(self, rows: list[Read]) -> list[Read]:
        circles = below_themselves([_concept(read) for read in rows])
        kept: list[Read] = []
        for read in rows:
            circle = circles.get(_concept(read).key)
            if circle is None:
                kept.append(read)
                continue
            chain = " > ".join(circle)
            expected = Words(
                f"iets ruimers dat niet onder zichzelf valt; nu: {chain}",
                f"something broader that is not below itself; now: {chain}",
            )
            self._refuse_parent(read, Unfit(expected, value=circle[1]))
        return kept

    def _without_lost_parents(self, directory: Directory, kept: list[Read]) -> list[Read]:
        """Refuse what falls under a refused row, as long as there is any."""
        while True:
            directory.settle(_concept(read).key for read in kept)
            lost = [read for read in kept if _concept(read).broader in directory.refused]
            if not lost:
                return kept
            for read in lost:
                try:
                    directory.find(cast("Key", _concept(read).broader))
                except Unfit as unfit:
                    self._refuse_parent(read, unfit)
            gone = {id(read) for read in lost}
            kept = [read for read in kept if id(read) not in gone]

    def _refuse_parent(self, read: Read, unfit: Unfit) -> None:
        column = self.headers[read.source].called("broader")
        self.findings.refuse_cell(self.sources[read.source], read.number, column, None, unfit)

    def _one_tie_a_pair(self, rows: list[Read]) -> list[Read]:
        own = [read for read in rows if _tie(read).start == _tie(read).end]
        kept, older = latest([read for read in rows if _tie(read).start != _tie(read).end])
        bare = [read for read in kept if _says_nothing(_tie(read))]
        self._note(
            own,
            lambda many, at: f"{many} banden van iemand met zichzelf zijn overgeslagen ({at}).",
            lambda many, at: f"{many} ties from somebody to themselves were left out ({at}).",
        )
        self._note(
            older,
            lambda many, at: f"{many} banden stonden er al; de recentste telt, deze niet: {at}.",
            lambda many, at: f"{many} ties stood there already; the latest counts, not these: {at}.",
        )
        self._note(
            bare,
            lambda many, at: f"{many} banden zeggen niets over vertrouwen en tellen dus niet mee ({at}).",
            lambda many, at: f"{many} ties say nothing about trust and so don't count ({at}).",
        )
        return kept

    def _once(self, table: Table, rows: list[Read]) -> list[Read]:
        kept: dict[object, Read] = {}
        again: list[Read] = []
        for read in rows:
            held = kept.setdefault(identity(read.row), read)
            if held is read:
                continue
            if held.row == read.row:
                again.append(read)
                continue
            first = self.name(held.source)
            expected = Words(
                f"één rij hiervoor; {first} rij {held.number} zegt iets anders, laat er één weg",
                f"one row for this; {first} row {held.number} says otherwise, leave one out",
            )
            self.findings.refuse_cell(self.sources[read.source], read.number, None, None, Unfit(expected))
        self._note(
            again,
            lambda many, at: f"{table.dutch}: {many} rijen staan er dubbel en tellen één keer ({at}).",
            lambda many, at: f"{table.name}: {many} rows stand twice and count once ({at}).",
        )
        return list(kept.values())

    def _note(
        self, rows: Sequence[Read], nl: Callable[[int, str], str], en: Callable[[int, str], str]
    ) -> None:
        if rows:
            at = where(rows, self.name)
            self.findings.note(nl(len(rows), at.nl), en(len(rows), at.en))


def _concept(read: Read) -> ThemeRow | TalentRow:
    assert isinstance(read.row, ThemeRow | TalentRow)
    return read.row


def _tie(read: Read) -> TieRow:
    assert isinstance(read.row, TieRow)
    return read.row


def _says_nothing(row: TieRow) -> bool:
    return row.trust is None and row.openness is None and row.reliability is None and row.shared_aim is None
