"""The code of each error, for a program; the command line prints the same ones with ``--json``."""

from collections.abc import Mapping
from dataclasses import asdict

from graph.errors import (
    AmbiguousName,
    Conflict,
    DiskError,
    EngineError,
    ErasedSince,
    InvalidInput,
    MailError,
    NotAllowed,
    NotSignedIn,
    Outdated,
    PloegError,
    ProviderUnavailable,
    RefusedRows,
    SameEnds,
    SchemaMismatch,
    Stopped,
    StoreError,
    StoreTimeout,
    StoreUnavailable,
    TooManyTries,
    UnknownThing,
)
from ingest.refusals import Refusal, Words

CODES: Mapping[type[PloegError], str] = {
    UnknownThing: "unknown_thing",
    AmbiguousName: "ambiguous_name",
    RefusedRows: "refused_rows",
    SameEnds: "same_ends",
    InvalidInput: "invalid_input",
    NotSignedIn: "not_signed_in",
    NotAllowed: "not_allowed",
    TooManyTries: "too_many_tries",
    DiskError: "disk_error",
    MailError: "mail_error",
    ProviderUnavailable: "provider_unavailable",
    Outdated: "precondition_failed",
    ErasedSince: "erased_since",
    Conflict: "conflict",
    Stopped: "stopped",
    StoreUnavailable: "store_unavailable",
    StoreTimeout: "store_timeout",
    SchemaMismatch: "schema_mismatch",
    EngineError: "store_unavailable",
    StoreError: "store_error",
    PloegError: "internal_error",
}
"""By class; the nearest class above it counts for an error that is not named itself."""


def code_of(error: PloegError) -> str:
    """Return the kind of problem that an error is."""
    return next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)


def refusal_json(refusal: Refusal) -> dict[str, object]:
    """Return a refusal as it stands in an answer."""
    return {
        "file": refusal.file,
        "sheet": refusal.sheet,
        "row": refusal.row,
        "column": refusal.column,
        "value": refusal.value,
        "expected": words_json(refusal.expected),
        "nearest": refusal.nearest,
        "certain": refusal.certain,
        "cause": None if refusal.cause is None else asdict(refusal.cause),
    }


def words_json(words: Words) -> dict[str, str]:
    """Return a text in two languages as it stands in an answer."""
    return {"nl": words.nl, "en": words.en}
