"""What is written comes back when read."""

import io
from collections.abc import Callable
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Tables
from ingest.checks import check
from ingest.out import Language, write_csv_zip, write_xlsx
from ingest.refusals import Checked
from ingest.tables import read_uploads
from tests.tables_strategy import TODAY, tables

WRITERS: dict[str, Callable[[Tables, BinaryIO, Language], None]] = {
    "tables.xlsx": lambda given, file, language: write_xlsx(given, file, language=language),
    "tables.csv.zip": lambda given, file, language: write_csv_zip(given, file, language=language),
}


def again(given: Tables, name: str, language: Language = "en") -> Checked:
    file = io.BytesIO()
    WRITERS[name](given, file, language)
    return check(read_uploads([(name, file.getvalue())]), today=TODAY)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=25, deadline=None)
@given(written=tables().filter(len), language=st.sampled_from(["en", "nl"]))
def test_tables_come_back_as_they_were(name: str, written: Tables, language: Language) -> None:
    found = again(written, name, language)
    assert found.refusals == ()
    assert found.tables == written
