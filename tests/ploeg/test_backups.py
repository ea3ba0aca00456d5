"""``ploeg backup`` and ``ploeg restore``: kept in one data directory, put back in another."""

import json
from pathlib import Path

from tests.ploeg.given import Terminal, write_tables

PEOPLE = "id,name,email\np1,Wilhelmina Proefpersoon,mina@voorbeeld.be\np2,Bo Claes,\n"


def test_what_was_kept_is_found_again_in_a_new_directory(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "tables", {"people": PEOPLE})
    terminal = Terminal(tmp_path / "data", "proefstad", folder)
    assert terminal("import", folder).code == 0
    ran = terminal("backup", tmp_path / "zondag.backup")
    assert ran.code == 0, ran.err
    assert "ploeg restore" in ran.out
    # Whoever is erased stands in it until its time is over, and the proof says so.
    ran = terminal("--json", "forget", "p1", "--yes", "--proof")
    found = [trace["file"] for trace in json.loads(ran.out)["traces"]]
    assert [Path(file).parent.name for file in found] == ["backups"]
    ran = terminal("restore", tmp_path / "zondag.backup")
    assert (ran.code, "niet overschreven" in ran.err) == (1, True)
    fresh = Terminal(tmp_path / "fresh", "proefstad", folder)
    ran = fresh("restore", tmp_path / "zondag.backup")
    assert ran.code == 0, ran.err
    assert "Wie sindsdien gewist werd" in ran.out
    assert "Wilhelmina" in fresh("search", "Wilhelmina").out


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, shared: Terminal) -> None:
    (tmp_path / "a.backup").write_bytes(b"x")
    ran = shared("backup", tmp_path / "a.backup")
    assert (ran.code, "bestaat al" in ran.err) == (1, True)
    assert (tmp_path / "a.backup").read_bytes() == b"x"
