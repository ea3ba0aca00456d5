"""``duplicates``: people who may be in twice, decided at the command line."""

from pathlib import Path

import pytest

from tests.ploeg.given import Terminal, write_tables

ROWS = """\
id,naam,email,telefoon,consent_contact,consent_date
a1,Lies Verbeke,lies@example.org,0499 00 00 88,ja,2024-01-02
a2,Lies Verbeeke,lies@example.org,0499 00 00 89,,
"""


@pytest.fixture
def twice(city: Terminal, tmp_path: Path) -> Terminal:
    """A terminal on a city where one person stands twice."""
    ran = city("import", write_tables(tmp_path / "dubbel", {"personen": ROWS}))
    assert "Misschien dezelfde: Lies Verbeke (a1) en Lies Verbeeke (a2)" in ran.out
    return Terminal(city.data, city.city, tmp_path / "dubbel")


def decision(terminal: Terminal) -> str:
    found: str = terminal("duplicates", "decided", "--json").document["items"][0]["id"]
    return found


def test_pairs_are_listed_with_reasons_and_what_differs(twice: Terminal) -> None:
    out = twice("duplicates", "list").out
    # Which of two stands first is up to their ids.
    assert (
        out.count("Lies Verbeke (a1) – Lies Verbeeke (a2)")
        + out.count("Lies Verbeeke (a2) – Lies Verbeke (a1)")
        == 1
    )
    assert "hetzelfde e-mailadres" in out
    assert "naam: Lies Verbeke | Lies Verbeeke" in out or "naam: Lies Verbeeke | Lies Verbeke" in out


def test_a_phone_is_hidden_where_contact_was_not_agreed_to(twice: Terminal) -> None:
    out = twice("duplicates", "list").out
    assert ("00 88" in out.replace("000088", "00 88"), "89" in out) == (True, False)


def test_nothing_to_decide_is_said(own: Terminal) -> None:
    for pair in own("duplicates", "list", "--json").document["items"]:
        assert own("duplicates", "different", pair["one"]["id"], pair["other"]["id"]).code == 0
    assert "geen paren" in own("duplicates", "list").out


def test_people_who_are_two_are_not_shown_again(twice: Terminal) -> None:
    assert twice("duplicates", "different", "a1", "a2").code == 0
    assert twice("duplicates", "list", "--json").document == {"items": [], "total": 0, "next": None}
    assert twice("import", twice.folder, "--json").document["duplicates"] == []


def test_people_who_are_one_become_one_also_for_a_later_import(twice: Terminal) -> None:
    ran = twice("duplicates", "same", "a1", "a2", "--keep", "a2")
    assert "Lies Verbeke (a1) is samengevoegd met Lies Verbeeke." in ran.out
    again = twice("import", twice.folder, "--json").document
    assert (again["batch"], again["duplicates"]) == (None, [])
    assert "Lies Verbeke (a1) bij Lies Verbeeke" in twice("duplicates", "decided").out


def test_a_decision_is_taken_back(twice: Terminal) -> None:
    twice("duplicates", "same", "a1", "a2")
    assert twice("duplicates", "undo", decision(twice)).code == 0
    assert "teruggenomen" in twice("duplicates", "decided").out
    assert twice("duplicates", "list", "--json").document["total"] == 1


def test_who_decides_second_is_told(twice: Terminal) -> None:
    twice("duplicates", "different", "a1", "a2")
    problem = twice("duplicates", "same", "a1", "a2", "--json").problem
    assert (problem["code"], decision(twice) in problem["detail"]) == ("conflict", True)


def test_an_import_that_a_merge_builds_on_names_the_decision(twice: Terminal) -> None:
    batch = twice(
        "import", write_tables(twice.folder.parent / "bo", {"personen": "id,naam\nb1,Bo\n"}), "--json"
    )
    twice("duplicates", "same", "a1", "b1")
    assert decision(twice) in twice("import", "--undo", batch.document["batch"]).err


def test_only_the_coordinator_decides(twice: Terminal) -> None:
    for words in (
        ["list"],
        ["decided"],
        ["same", "a1", "a2"],
        ["different", "a1", "a2"],
        ["undo", "decision:1"],
    ):
        ran = twice("duplicates", *words, "--role", "partner", "--json")
        assert ran.problem["code"] == "not_allowed"
