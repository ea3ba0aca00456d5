"""What a header may mean that is no name of a column: only proposed, for a person to say yes to."""

import re
from collections.abc import Collection

from ingest.columns import Column, Kind, Table
from ingest.folding import squash
from ingest.naming import column_named

_HINTS: dict[str, tuple[str, ...]] = {
    "neighbourhood": ("woonwijk", "woonbuurt", "stadswijk", "leefwijk", "area"),
    "neighbourhoods": ("stadswijk", "area"),
    "languages": (
        "spreekt", "spreektaal", "spreektalen", "spreekt talen", "gesproken talen", "taalkennis", "talenkennis",
        "moedertaal", "thuistaal", "speaks", "spoken languages", "mother tongue",
    ),
    "phone": (
        "telefoonnr", "telnr", "gsmnr", "gsm nummer", "mobiel", "mobiel nummer", "phone number", "phone nr",
        "mobile number", "cell phone",
    ),
    "email": ("mails", "emailadressen", "mailadressen", "e-mailadres privé", "email addresses"),
}  # fmt: skip
_OF_PEOPLE: dict[str, tuple[str, ...]] = {
    "name": (
        "voornaam", "familienaam", "achternaam", "naam voornaam", "voornaam naam", "voornaam familienaam",
        "voornaam achternaam", "first name", "last name", "family name", "surname",
    ),
}  # fmt: skip
_PARTS = re.compile(r"[/&+,()]|\b(?:en|of|and|or)\b", re.IGNORECASE)
_AGREED = frozenset({"consent_date", "consent_source"})
"""About consent without being its answer."""


def column_guessed(table: Table, header: str, free: Collection[Column]) -> Column | None:
    """Return the column of `free` that a header may mean, never one about consent.

    Either a word that people use for it ("Spreekt"), or several names of one and the same ("Wijk/buurt").
    """
    parts = [part for part in _PARTS.split(header) if squash(part)]
    found = _hinted(table, header)
    if found is None and parts:
        meant = [_hinted(table, part) or column_named(table, part) for part in parts]
        found = meant[0] if all(each is meant[0] for each in meant) else None
    if found is None or found.kind is Kind.CONSENT or found.name in _AGREED:
        return None
    return found if found in free else None


def _hinted(table: Table, header: str) -> Column | None:
    word = squash(header)
    hints = _HINTS | _OF_PEOPLE if table.name == "people" else _HINTS
    return next(
        (column for column in table.columns if word in {squash(hint) for hint in hints.get(column.name, ())}),
        None,
    )
