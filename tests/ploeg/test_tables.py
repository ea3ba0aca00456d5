"""``import`` and ``export`` as somebody at a terminal sees them."""

import json
from pathlib import Path

import pytest

from ingest.checks import check
from ingest.tables import read
from queries.snapshots import utc_today
from tests.ploeg.given import Terminal, tables_of, write_tables


def test_import_counts_rows_and_says_how_to_undo(city: Terminal) -> None:
    ran = city("import", city.folder)
    assert ran.code == 0, ran.err
    assert "personen" in ran.out
    assert "Ongedaan maken: ploeg import --undo batch:" in ran.out


def test_import_json_has_the_keys_of_the_api(city: Terminal) -> None:
    document = city("import", city.folder, "--json").document
    assert list(document) == ["batch", "dry_run", "files", "sha256", "counts", "refused", "refusals", "replaced",
                              "notices", "duplicates", "sheets", "changes", "mark"]  # fmt: skip
    assert document["counts"]["people"] == {"new": 7, "changed": 0, "unchanged": 0}


def test_same_files_twice_change_nothing(own: Terminal) -> None:
    ran = own("import", own.folder)
    assert "er is niets veranderd" in ran.out
    assert "--undo" not in ran.out


def test_dry_run_writes_nothing(city: Terminal) -> None:
    ran = city("import", city.folder, "--dry-run")
    assert "niets geschreven" in ran.out
    assert city("search", "Bilal").code == 1


def test_undo_takes_an_import_back(own: Terminal, tmp_path: Path) -> None:
    more = tmp_path / "personen.csv"
    more.write_text("id,naam\np9,Greet Hermans\n", encoding="utf-8")
    batch = own("import", more, "--json").document["batch"]
    undone = own("import", "--undo", batch)
    assert undone.code == 0, undone.err
    assert own("search", "Hermans").code == 1


def test_undo_of_an_unknown_import_is_told(own: Terminal) -> None:
    assert own("import", "--undo", "batch:geen", "--json").problem["code"] == "unknown_thing"


def test_refused_rows_stop_everything(city: Terminal, tmp_path: Path) -> None:
    tables = {**tables_of(city.city), "banden": "van,naar,vertrouwen\np1,p2,7\n"}
    ran = city("import", write_tables(tmp_path / "fout", tables))
    assert ran.code == 1
    assert "banden.csv, rij 2, kolom vertrouwen: '7'" in ran.err
    assert city("search", "Bilal").code == 1


def test_refused_rows_in_json_are_listed(city: Terminal, tmp_path: Path) -> None:
    tables = {**tables_of(city.city), "deelnames": "persoon,initiatief\np1,Schoolstraat Damm\n"}
    problem = city("import", write_tables(tmp_path / "fout", tables), "--json").problem
    assert problem["code"] == "refused_rows"
    assert [
        (item["row"], item["column"], item["value"], item["nearest"]) for item in problem["refusals"]
    ] == [(2, "initiatief", "Schoolstraat Damm", "Schoolstraat Dam")]


def test_good_rows_go_in_where_asked(city: Terminal, tmp_path: Path) -> None:
    tables = {**tables_of(city.city), "banden": "van,naar,vertrouwen\np1,p2,7\np1,p5,0.5\n"}
    ran = city("import", write_tables(tmp_path / "fout", tables), "--skip-bad-rows")
    assert ran.code == 0, ran.err
    assert "1 rijen overgeslagen" in ran.out or "1 rij" in ran.out
    assert city("search", "Bilal").code == 0


def test_a_header_can_be_mapped_and_is_remembered(city: Terminal, tmp_path: Path) -> None:
    rows = "Kaart,Volledige naam van,Maat\nk1,Greet Hermans,38\n"
    path = write_tables(tmp_path / "kaart", {"blad": rows})
    mapped = (
        "--map",
        "Kaart=id",
        "--map",
        "Volledige naam van=naam",
        "--map",
        "Maat=",
        "--sheet",
        "blad=personen",
    )
    ran = city("import", path, *mapped)
    assert ran.code == 0, ran.err
    assert city("search", "Hermans").code == 0
    again = write_tables(tmp_path / "weer", {"personen": rows.replace("k1,Greet", "k2,Bert")})
    assert city("import", again).code == 0


def test_a_mapping_to_no_column_is_told(city: Terminal, tmp_path: Path) -> None:
    path = write_tables(tmp_path / "kaart", {"personen": "id,naam\nk1,Greet Hermans\n"})
    ran = city("import", path, "--map", "Kaart=nummertje")
    assert (ran.code, "geen tabel of kolom die Ploeg kent" in ran.err) == (1, True)


def test_likely_duplicates_are_shown_with_reasons(city: Terminal, tmp_path: Path) -> None:
    rows = "id,naam,email\na1,Lies Verbeke,lies@example.org\na2,Lies Verbeke,lies@example.org\n"
    out = city("import", write_tables(tmp_path / "dubbel", {"personen": rows})).out
    assert "Misschien dezelfde: Lies Verbeke (a1) en Lies Verbeke (a2)" in out


def test_keys_of_two_senders_stay_apart(own: Terminal, tmp_path: Path) -> None:
    other = write_tables(tmp_path / "ander", {"personen": "id,naam\np1,Greet Hermans\n"})
    assert own("import", other, "--source", "partner").code == 0
    assert [own("search", name).code for name in ("Hermans", "An Peeters")] == [0, 0]


def test_import_of_nothing_asks_for_files(city: Terminal) -> None:
    ran = city("import")
    assert ran.code == 1
    assert "map" in ran.err


@pytest.mark.parametrize("name", ["stad.xlsx", "stad.csv.zip"])
def test_export_gives_the_tables_back(shared: Terminal, tmp_path: Path, name: str) -> None:
    assert shared("export", tmp_path / name).code == 0
    counts = {
        table: len(rows) for table, rows in check(read([tmp_path / name]), today=utc_today()).tables.items()
    }
    assert {table: counts[table] for table in ("people", "ties", "requests", "consents")} == {
        "people": 7, "ties": 4, "requests": 1, "consents": 21,
    }  # fmt: skip


def test_import_of_an_export_changes_nothing(own: Terminal, tmp_path: Path) -> None:
    own("export", tmp_path / "stad.xlsx")
    assert own("import", tmp_path / "stad.xlsx", "--json").document["batch"] is None


def test_export_in_dutch_has_dutch_headers(shared: Terminal, tmp_path: Path) -> None:
    shared("export", tmp_path / "stad.xlsx", "--headers", "nl")
    assert "personen" in {table.sheet for table in read([tmp_path / "stad.xlsx"]).tables}


def test_export_keeps_a_file_that_exists(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "stad.xlsx").write_text("van mij", encoding="utf-8")
    ran = shared("export", tmp_path / "stad.xlsx")
    assert (ran.code, "--force" in ran.err) == (1, True)
    assert (tmp_path / "stad.xlsx").read_text(encoding="utf-8") == "van mij"


def test_export_replaces_a_file_where_forced(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "stad.xlsx").write_text("van mij", encoding="utf-8")
    assert shared("export", tmp_path / "stad.xlsx", "--force").code == 0
    assert (tmp_path / "stad.xlsx").read_bytes()[:2] == b"PK"


def test_export_names_the_formats_there_are(shared: Terminal, tmp_path: Path) -> None:
    ran = shared("export", tmp_path / "stad.pdf")
    assert (ran.code, ".xlsx" in ran.err, ".csv.zip" in ran.err) == (1, True, True)


def test_export_is_for_the_coordinator(shared: Terminal, tmp_path: Path) -> None:
    ran = shared("export", tmp_path / "stad.xlsx", "--role", "partner", "--json")
    assert (ran.problem["code"], (tmp_path / "stad.xlsx").exists()) == ("not_allowed", False)


def test_export_leaves_nothing_behind_where_the_folder_is_missing(shared: Terminal, tmp_path: Path) -> None:
    ran = shared("export", tmp_path / "geen" / "stad.xlsx")
    assert (ran.code, list(tmp_path.iterdir())) == (1, [])


def test_export_is_readable_by_its_owner_only(shared: Terminal, tmp_path: Path) -> None:
    shared("export", tmp_path / "stad.xlsx")
    assert (tmp_path / "stad.xlsx").stat().st_mode & 0o077 == 0


def test_contact_details_are_exported_with_consent_only(shared: Terminal, tmp_path: Path) -> None:
    shared("export", tmp_path / "stad.csv.zip")
    people = check(read([tmp_path / "stad.csv.zip"]), today=utc_today()).tables.people
    assert json.dumps([person.email for person in people if person.email]) == '["an@example.org"]'
