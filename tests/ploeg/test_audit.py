"""``audit`` and ``user``: who may sign in, and what they did."""

import json
from collections.abc import Iterator

import pytest

from tests.ploeg.given import Terminal

EMAIL = "an@voorbeeld.be"


@pytest.fixture
def accounts(own: Terminal) -> Iterator[Terminal]:
    """A city with one account, which goes again: an account changes what every page of the store asks."""
    ran = own("user", "add", EMAIL, "--role", "admin", "--name", "An (fictief)")
    assert ran.code == 0, ran.err
    yield own
    own("user", "remove", EMAIL)


def test_the_first_account_gets_a_link_and_no_password(accounts: Terminal) -> None:
    ran = accounts("user", "link", EMAIL)
    assert "/uitnodiging?sleutel=" in ran.out
    (account,) = accounts("user", "list", "--json").document["items"]
    assert (account["email"], account["roles"], account["has_password"]) == (EMAIL, ["admin"], False)


def test_roles_are_changed_and_the_last_admin_stays(accounts: Terminal) -> None:
    refused = accounts("user", "change", EMAIL, "--role", "partner")
    assert (refused.code, "beheerder" in refused.err) == (1, True)
    changed = accounts("user", "change", EMAIL, "--role", "admin", "--role", "coordinator", "--json")
    assert changed.document["roles"] == ["coordinator", "admin"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", "geen adres", "--role", "admin"], "e-mailadres"),
        (["add", EMAIL, "--role", "admin"], "al een account"),
        (["add", "bo@voorbeeld.be", "--role", "public"], "partner"),
        (["change", EMAIL], "--role"),
        (["change", "niemand@voorbeeld.be", "--block"], "geen account"),
        (["link", "niemand@voorbeeld.be"], "geen account"),
        (["remove", "niemand@voorbeeld.be"], "geen account"),
    ],
)
def test_what_is_wrong_about_an_account_is_said(accounts: Terminal, words: list[str], says: str) -> None:
    ran = accounts("user", *words)
    assert (ran.code, says in ran.err) == (1, True), ran.err


def test_the_log_shows_what_was_done(accounts: Terminal) -> None:
    ran = accounts("audit", "list", "--role", "admin", "--json")
    assert [item["action"] for item in ran.document["items"]] == ["link_made", "account_made", "imported"]
    ran = accounts("audit", "list", "--role", "admin", "--action", "imported")
    assert "imported" in ran.out
    assert "account_made" not in ran.out


def test_the_log_is_whole_and_its_head_is_printed(own: Terminal) -> None:
    found = own("audit", "verify", "--role", "admin", "--json").document
    assert (found["whole"], found["events"], found["head"]["number"]) == (True, 1, 1)
    head = f"1:{found['head']['hash']}"
    assert head in own("audit", "verify", "--role", "admin").out
    assert own("audit", "verify", "--role", "admin", "--head", head).code == 0
    other = own("audit", "verify", "--role", "admin", "--head", f"1:{'0' * 64}")
    assert (other.code, "regel 1 is gewijzigd" in other.err) == (1, True)


def test_the_log_is_written_to_a_file_and_over_none(own: Terminal) -> None:
    file = own.folder / "log.jsonl"
    assert own("audit", "export", str(file), "--role", "admin").code == 0
    assert [json.loads(line)["action"] for line in file.read_text().splitlines()] == [
        "imported",
        "log_exported",
    ]
    again = own("audit", "export", str(file), "--role", "admin")
    assert (again.code, "bestaat al" in again.err) == (1, True)


def test_nothing_young_is_taken_out(own: Terminal) -> None:
    assert own("audit", "prune", "--role", "admin", "--json").document == {"cleared": 0, "days": 730}


@pytest.mark.parametrize(
    "words",
    [["list"], ["verify"], ["export", "log.jsonl"], ["prune"]],
)
def test_only_an_admin_reads_the_log(shared: Terminal, words: list[str]) -> None:
    ran = shared("audit", *words)
    assert (ran.code, "beheerder" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "--action", "slept"], "contact_seen"),
        (["list", "--limit", "0"], "1 tot 200"),
        (["verify", "--head", "12"], "12:9f86"),
    ],
)
def test_what_is_wrong_about_the_log_is_said(shared: Terminal, words: list[str], says: str) -> None:
    ran = shared("audit", *words, "--role", "admin")
    assert (ran.code, says in ran.err) == (1, True), ran.err
