"""One import from opened files to what it did: found, checked, compared, written, in that order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import partial

from graph.store import Store
from ingest.alike import alike
from ingest.checks import check
from ingest.duplicates import LikelyDuplicate, likely_duplicates
from ingest.load import ImportReport, load
from ingest.mapping import How, TableMap, as_text, folded, merged
from ingest.raw import Files
from ingest.recognised import to_keep
from ingest.refusals import Checked, Notice, shown
from ingest.tables import must_hold_rows, must_hold_tables, placed
from queries.audit import last_erasure
from queries.duplicates import decided_keys
from queries.imports import chosen_before
from queries.tables import OWN_SOURCE, known


class Phase(StrEnum):
    """What an import is doing."""

    READING = "reading"
    CHECKING = "checking"
    FETCHING = "fetching"
    COMPARING = "comparing"
    WRITING = "writing"
    PAIRING = "pairing"


Told = Callable[[Phase, int, int], None]
"""Told what an import does, how many rows of that are done, and of how many; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How tables are to be brought in.

    Attributes
    ----------
    chosen
        Tables and columns that somebody chose; what was chosen at earlier imports is added.
    skip_bad_rows
        Whether good rows go in where others are refused.
    seen
        The mark of what was looked at (:func:`ingest.load.load`); empty where nothing was.
    pairs
        Whether likely duplicates among the rows are told, which takes longer than all the rest.
    """

    today: date
    recorded_by: str = ""
    source: str = OWN_SOURCE
    dry_run: bool = False
    skip_bad_rows: bool = False
    chosen: TableMap = field(default_factory=TableMap)
    seen: str = ""
    pairs: bool = True


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it; no report where rows are refused and the good ones were not asked for."""

    checked: Checked
    report: ImportReport | None
    duplicates: tuple[LikelyDuplicate, ...] = ()


def bring_in(
    store: Store,
    city: str,
    files: Files,
    wanted: Wanted,
    *,
    identity: str = "",
    told: Told | None = None,
    erased: int | None = None,
) -> Brought:
    """Bring the tables of some files into the network of `city`, whole or not at all.

    Whoever only wants to look, and skips bad rows, is told of sheets of no known table too, to choose one.

    Parameters
    ----------
    identity
        Id for the batch; a new one where left out.
    erased
        The last erasure when the files were read (:func:`queries.audit.last_erasure`); that of now where left out.

    Raises
    ------
    InvalidInput
        Nothing in them is a table.
    Conflict, ErasedSince, StoreError
    """
    erased = last_erasure(store, city) if erased is None else erased
    tell = told or _nobody
    chosen = replace(wanted.chosen, earlier=merged(chosen_before(store, city)))
    raw = placed(files, chosen)
    if wanted.dry_run and wanted.skip_bad_rows and raw.others:
        must_hold_rows(raw)
    else:
        must_hold_tables(raw)
    tell(Phase.CHECKING, 0, sum(len(table.grid.rows) for table in raw.tables))
    checked = check(
        raw,
        known(store, city, wanted.source),
        today=wanted.today,
        chosen=chosen,
        told=lambda done, total: tell(Phase.CHECKING, done, total),
    )
    checked = replace(checked, notices=(*checked.notices, *_unused(wanted.chosen, checked)))
    if checked.refused and not wanted.skip_bad_rows:
        return Brought(checked, None)
    tell(Phase.FETCHING, 0, 0)
    report = load(
        store,
        checked.tables,
        city=city,
        files=checked.files,
        sha256=checked.sha256,
        source=wanted.source,
        recorded_by=wanted.recorded_by,
        today=wanted.today,
        dry_run=wanted.dry_run,
        progress=lambda _, done, total: tell(Phase.WRITING, done, total),
        identity=identity,
        mapping=as_text(to_keep(checked.sheets)),
        seen=wanted.seen,
        refused=checked.refused,
        fetched=lambda done, total: tell(Phase.FETCHING, done, total),
        compared=lambda done, total: tell(Phase.COMPARING, done, total),
        erased=erased,
        refused_people=checked.refused_people,
    )
    if not wanted.pairs:
        return Brought(checked, report)
    if wanted.dry_run:
        # What is written can't be stopped any more, and who is told may want to.
        tell(Phase.PAIRING, 0, len(checked.tables.people) + len(checked.refused_people))
    decided = decided_keys(store, city, wanted.source)
    hears = partial(tell, Phase.PAIRING) if wanted.dry_run else None
    if report.people is not None:
        return Brought(checked, report, alike(report.people, decided=decided, told=hears))
    return Brought(checked, report, likely_duplicates(checked.tables.people, decided=decided))


def _nobody(_: Phase, __: int, ___: int) -> None:
    """Tell nobody."""


def _unused(chosen: TableMap, checked: Checked) -> Iterator[Notice]:
    """Yield what was chosen for a sheet or header that is not there."""
    names = {folded(name) for sheet in checked.sheets for name in (sheet.place, sheet.name)}
    for name in sorted(chosen.sheets.keys() - names):
        yield Notice(
            f"Er is geen blad of bestand '{shown(name)}'; wat u daarvoor koos, is niet gebruikt.",
            f"There is no sheet or file '{shown(name)}'; what you chose for it was not used.",
        )
    used = {
        folded(column.header)
        for sheet in checked.sheets
        for column in sheet.columns
        if column.how is How.CHOSEN
    }
    given = {
        name for headers in chosen.columns.values() for name, column in headers.items() if column is not None
    }
    for name in sorted(given - used):
        yield Notice(
            f"Geen van deze tabellen heeft een kop '{shown(name)}'; wat u daarvoor koos, is niet gebruikt.",
            f"None of these tables has a header '{shown(name)}'; what you chose for it was not used.",
        )
