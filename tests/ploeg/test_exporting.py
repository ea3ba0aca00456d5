"""``export`` of the network, as somebody at a terminal sees it."""

from pathlib import Path

import pytest

from ploeg.commands.exporting import NETWORKS
from tests.ploeg.given import Terminal

STARTS = {"gexf": b"<?xml", "graphml": b"<?xml", "jsonld": b"{", "kumu.xlsx": b"PK", "kumu.json": b"{",
          "nodes.zip": b"PK", "html": b"<!doctype html>", "svg": b"<?xml", "png": b"\x89PNG"}  # fmt: skip


@pytest.mark.parametrize("ending", NETWORKS)
def test_the_end_of_a_name_says_what_is_written(shared: Terminal, tmp_path: Path, ending: str) -> None:
    ran = shared("export", tmp_path / f"Kaart.van.de.stad.{ending.upper()}", "--json")
    assert ran.code == 0, ran.err
    (written,) = tmp_path.iterdir()
    assert written.read_bytes().startswith(STARTS[ending])
    assert written.stat().st_mode & 0o077 == 0
    assert ran.document["counts"]["people"] == 7
    assert ran.document["nodes"] >= 7


def test_what_is_printed_says_where_it_opens(shared: Terminal, tmp_path: Path) -> None:
    assert "te openen met Gephi" in shared("export", tmp_path / "stad.gexf").out
    assert "opens in any browser" in shared("export", tmp_path / "stad.html", "--lang", "en").out


def test_a_map_or_picture_is_dutch_if_nothing_is_asked(shared: Terminal, tmp_path: Path) -> None:
    shared("export", tmp_path / "een.svg")
    shared("export", tmp_path / "twee.svg", "--headers", "en")
    assert "Netwerk van" in (tmp_path / "een.svg").read_text(encoding="utf-8").partition("<desc>")[0]
    assert "Network of" in (tmp_path / "twee.svg").read_text(encoding="utf-8").partition("<desc>")[0]


def test_the_network_of_a_day(shared: Terminal, tmp_path: Path) -> None:
    assert shared("export", tmp_path / "stad.gexf", "--as-of", "2024-01-01").code == 0
    assert "Ties as of: 2024-01-01" in (tmp_path / "stad.gexf").read_text(encoding="utf-8")
    ran = shared("export", tmp_path / "stad.xlsx", "--as-of", "2024-01-01", "--json")
    assert (ran.problem["code"], (tmp_path / "stad.xlsx").exists()) == ("invalid_input", False)


def test_a_file_that_is_there_stays_unless_forced(shared: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "stad.gexf"
    file.write_text("van mij", encoding="utf-8")
    ran = shared("export", file)
    assert (ran.code, "--force" in ran.err, file.read_text(encoding="utf-8")) == (1, True, "van mij")
    assert shared("export", file, "--force").code == 0
    assert file.read_bytes().startswith(b"<?xml")


def test_nothing_is_left_behind_where_writing_fails(
    shared: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    ran = shared("export", tmp_path / "stad.svg")
    assert (ran.code, "No space left" in ran.err, list(tmp_path.iterdir())) == (1, True, [])


def test_an_admin_gets_no_network(shared: Terminal, tmp_path: Path) -> None:
    ran = shared("export", tmp_path / "stad.svg", "--role", "admin", "--json")
    assert (ran.problem["code"], list(tmp_path.iterdir())) == ("not_allowed", [])


def test_the_names_there_are_are_told(shared: Terminal, tmp_path: Path) -> None:
    ran = shared("export", tmp_path / "stad.pdf")
    assert ran.code == 1
    assert all(f".{ending}" in ran.err for ending in NETWORKS)


def test_that_everybody_was_taken_along_stands_in_the_log(own: Terminal, tmp_path: Path) -> None:
    own("export", tmp_path / "stad.graphml")
    told = own("audit", "list", "--role", "admin", "--json").document
    assert '"format": "graphml"' in str(told).replace("'", '"')
