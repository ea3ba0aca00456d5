"""Wrong input gets a message that says what to do, changes nothing, and shows no trace."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.schema import schema
from graph.store import Store, StoreSettings, open_store
from tests.ploeg.given import Ran, Terminal


def told(ran: Ran, *words: str) -> None:
    """Assert that a command ended with a message of one language that holds `words`."""
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert " / " not in ran.err
    assert [word for word in words if word not in ran.err] == []


def test_wrong_columns(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "personen.csv").write_text("id,naam,consent_maching\nq1,Q,ja\n", encoding="utf-8")
    told(
        shared("import", tmp_path / "personen.csv"), "consent_maching", "consent_matching", "niets geschreven"
    )


def test_missing_column(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "personen.csv").write_text("id,wijk\nq1,Dam\n", encoding="utf-8")
    told(shared("import", tmp_path / "personen.csv"), "personen.csv", "naam")


def test_half_a_table(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "personen.csv").write_text('id,naam,over\nq1,Q,"Woont al', encoding="utf-8")
    told(shared("import", tmp_path / "personen.csv"), "personen.csv, rij 2")


def test_half_a_workbook(shared: Terminal, tmp_path: Path) -> None:
    shared("export", tmp_path / "heel.xlsx")
    content = (tmp_path / "heel.xlsx").read_bytes()
    (tmp_path / "half.xlsx").write_bytes(content[: len(content) // 2])
    told(shared("import", tmp_path / "half.xlsx"), "half.xlsx")


def test_file_that_is_too_large(shared: Terminal, tmp_path: Path) -> None:
    with (tmp_path / "personen.csv").open("wb") as file:
        file.truncate(200 * 2**20)
    told(shared("import", tmp_path / "personen.csv"), "personen.csv", "100 MB")


def test_file_that_is_not_there(shared: Terminal, tmp_path: Path) -> None:
    told(shared("import", tmp_path / "weg.xlsx"), "weg.xlsx")


def test_folder_without_tables(shared: Terminal, tmp_path: Path) -> None:
    told(shared("import", tmp_path), tmp_path.name)


def test_ambiguous_name(shared: Terminal) -> None:
    told(shared("path", "Jan Janssens", "p1"), "Jan Janssens (p6)", "Jan Janssens (p7)", "Geef het id")


def test_unknown_id(shared: Terminal) -> None:
    told(shared("path", "p1", "p99"), "'p99'")


def test_nearest_name_is_offered(shared: Terminal) -> None:
    told(shared("path", "p1", "Karla Wauters"), "Bedoelde u: Carla Wouters?")


def test_unknown_request_theme_talent_and_neighbourhood(shared: Terminal) -> None:
    told(shared("match", "v99"), "'v99'")
    told(shared("match", "--theme", "boten"), "'boten'")
    told(shared("match", "--talent", "zeilen"), "'zeilen'")
    told(shared("match", "--neighbourhood", "Dampoort"), "'Dampoort'")


def test_start_is_target(shared: Terminal) -> None:
    told(shared("path", "p1", "An Peeters"), "dezelfde persoon")


def test_person_without_consent_looks_unknown_to_a_partner(shared: Terminal) -> None:
    hidden = shared("path", "p1", "p4", "--role", "partner")
    unknown = shared("path", "p1", "p99", "--role", "partner")
    told(hidden, "'p4'")
    assert hidden.err == unknown.err.replace("p99", "p4")


@pytest.mark.parametrize("words", [["-k", "0"], ["-k", "100000"], ["--as-of", "gisteren"]])
def test_numbers_and_days_out_of_range(shared: Terminal, words: list[str]) -> None:
    ran = shared("match", "v1", *words)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err


def test_routes_out_of_range(shared: Terminal) -> None:
    told(shared("path", "p1", "p3", "--routes", "0"), "0")
    told(shared("path", "p1", "p3", "--max-introductions", "9"), "9")


def test_store_that_is_down(shared: Terminal) -> None:
    told(shared("search", "dam", PLOEG_DATABASE="bolt://127.0.0.1:1"), "antwoordt niet", "bolt://127.0.0.1:1")


def test_address_that_is_none(shared: Terminal) -> None:
    told(shared("search", "dam", PLOEG_DATABASE="ergens"), "PLOEG_DATABASE")


def test_data_directory_that_is_a_file(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    told(shared("search", "dam", "--data", tmp_path / "bestand"), "bestand", "--data")


def test_data_directory_of_a_newer_version(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "layout").write_text("99\n", encoding="ascii")
    told(shared("search", "dam", "--data", tmp_path), "nieuwere Ploeg")


def test_store_of_a_newer_version(shared: Terminal) -> None:
    def number(store: Store, version: int) -> None:
        text = "MATCH (v:SchemaVersion) SET v.number = $number"
        store.write("*", lambda transaction: transaction.run(text, {"number": version}))

    with open_store(StoreSettings(data=shared.data)) as store:
        number(store, schema().version + 1)
        try:
            told(shared("search", "dam"), "nieuwere Ploeg", "werk Ploeg bij")
        finally:
            number(store, schema().version)


def test_setting_that_is_not_right(shared: Terminal) -> None:
    told(shared("search", "dam", PLOEG_PORT="veel"), "PLOEG_PORT")


def test_role_that_may_not_ask(shared: Terminal) -> None:
    told(shared("match", "v1", "--role", "researcher"), "onderzoeker", "coördinator")


def test_bug_is_told_in_a_line(shared: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("queries.search.search", broken)
    told(shared("search", "dam"), "ZeroDivisionError", "--debug")


def test_bug_shows_its_trace_where_asked(shared: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("queries.search.search", broken)
    with pytest.raises(ZeroDivisionError):
        shared("search", "dam", "--debug")


def test_wrong_usage_ends_with_two(shared: Terminal) -> None:
    assert [
        shared("path", "p1").code,
        shared("vlieg").code,
        shared("search", "dam", "--soort", "x").code,
    ] == [2, 2, 2]


def test_data_directory_without_rights(shared: Terminal, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    # Root may write anywhere, but not here.
    closed = tmp_path if os.getuid() else Path("/sys/kernel")
    ran = shared("search", "dam", "--data", closed / "ploeg")
    tmp_path.chmod(0o755)
    told(ran, "kan niet geschreven worden", "--data")


def test_command_in_a_process_of_its_own_shows_no_trace(shared: Terminal) -> None:
    words = ["path", "p1", "p1", "--data", str(shared.data), "--city", shared.city]
    command = [sys.executable, "-m", "ploeg", *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    told(Ran(ran.returncode, ran.stdout, ran.stderr), "dezelfde persoon")
