"""What is left of somebody in the files: written, found, erased, not found."""

import json
from pathlib import Path

import pytest

from ploeg import traces as module
from ploeg.traces import Trace, traces
from tests.ploeg.given import Terminal, write_tables

PEOPLE = "id,name,email,phone\np1,Wilhelmina Proefpersoon,mina@voorbeeld.be,0499 12 34 56\np2,Bo Claes,,\n"


@pytest.mark.parametrize("part", [1, 2, 3, 7, 4096])
def test_a_text_is_found_wherever_a_part_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(module, "PART", part)
    (tmp_path / "a").write_bytes(b"xxAn Peeters" + b"\x00" * 5 + b"An PeetersAn Peeter")
    (tmp_path / "b").write_bytes("..An Peeters".encode("utf-16-le"))
    (tmp_path / "c").write_bytes(b"An Pieters")
    assert traces(tmp_path, ["An Peeters"]) == [Trace("a", 2), Trace("b", 1)]


def test_short_texts_are_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"aan de kaai")
    assert traces(tmp_path, ["an", ""]) == []


def test_nothing_of_somebody_is_left_in_the_files(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "tables", {"people": PEOPLE})
    terminal = Terminal(tmp_path / "data", "proefstad", folder)
    assert terminal("import", folder).code == 0
    said = ["Wilhelmina Proefpersoon", "mina@voorbeeld.be", "0499 12 34 56"]
    assert traces(tmp_path / "data", said) != []
    ran = terminal("--json", "forget", "p1", "--yes", "--proof")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["erased"], told["traces"]) == (True, [])
    # The id alone stays in an index and among the last writes, and it is told.
    assert {"file", "times"} == set().union(*told["id_traces"])
    assert traces(tmp_path / "data", said) == []
