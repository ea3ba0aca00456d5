"""Fields of a body, checked as the cells of a table are, so that both ways in take the same."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, LiteralString, TypeVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from ingest.cells import Unfit, as_text, clean, long_text, one_line
from ingest.refusals import Words
from ingest.values import email, languages, phone, website

Value = TypeVar("Value")
UNFIT: LiteralString = "unfit"
_SOMETHING = Words("tekst", "text")


def _cell(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """Return a check of one text that tells what was expected."""

    def checked(text: str) -> Value:
        try:
            cell = clean(text)
            if not isinstance(cell, str):
                raise Unfit(_SOMETHING)
            return read(as_text(cell))
        except Unfit as unfit:
            said = {"nl": unfit.expected.nl, "en": unfit.expected.en}
            raise PydanticCustomError(UNFIT, "{en}", said) from None

    return checked


OneLine = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(_cell(one_line))]
LongText = Annotated[str, Field(max_length=100_000), AfterValidator(_cell(long_text))]
Email = Annotated[str, Field(max_length=320), AfterValidator(_cell(email))]
Phone = Annotated[str, Field(max_length=100), AfterValidator(_cell(phone))]
Website = Annotated[str, Field(max_length=1000), AfterValidator(_cell(website))]
Reference = Annotated[str, Field(min_length=1, max_length=1000)]
References = Annotated[list[Reference], Field(max_length=100)]


def _language(text: str) -> str:
    return languages(text)[0]


Language = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_cell(_language))]
Languages = Annotated[list[Language], Field(max_length=30)]
Day = Annotated[date, Field(ge=date(1800, 1, 1), le=date(2200, 12, 31))]
Size = Annotated[int, Field(ge=1, le=10_000_000)]
Stamp = Annotated[
    str | None,
    Field(
        max_length=64,
        description="`updated_at` as it was seen: where it has changed since, nothing is written (409)",
    ),
]
