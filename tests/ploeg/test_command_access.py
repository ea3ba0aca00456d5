"""Every command in every role gets what ``docs/access.md`` says, and nothing of anybody that role may not see."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from graph.access import Role
from graph.questions import ROLE_WORDS
from graph.store import Store
from ploeg.cli import app
from queries.snapshot import build
from tests.access_table import (
    ACCOUNTS,
    CONNECTOR,
    EVERYONE,
    NO,
    NOBODY,
    OWN,
    OWN_DATA,
    PEOPLE,
    WORDS,
    expectations,
)
from tests.ploeg.given import DAY, TABLES, Ran, Terminal

EXPECTED = {
    what.removeprefix("ploeg "): roles
    for what, roles in expectations("In de terminal / In the terminal").items()
}
EMAIL = "beheer@voorbeeld.be"


@dataclass(frozen=True)
class Given:
    """How a command is run on the small city; what stands in braces is filled in.

    ``also`` are other words of the same command, ``before`` are commands of a coordinator that it needs, of which
    the last may make a decision; ``code`` is how it ends where the role may.
    """

    words: str
    also: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    changes: bool = False
    code: int = 0


ACCOUNT = (f"user add {EMAIL} --role partner",)
GIVEN = {
    # What would go on until it is stopped is run with what it refuses, in whatever role.
    "demo": Given("--people 3 --port 0 --no-browser", code=1),
    "serve": Given("--port 99999", code=1),
    "import": Given("{more}", changes=True),
    "export": Given(
        "{out}.csv.zip",
        also=(
            "{out}.xlsx --headers nl",
            "{out}.gexf",
            "{out}.jsonld",
            "{out}.svg",
            "{out}.nodes.zip",
            "{out}.kumu.xlsx",
        ),
    ),
    "search": Given(
        "dam", also=("an", "Bilal", "Dirk", "Buurt", "Schoolstraat", "jan", "schoolstraten", "Eva")
    ),
    "match": Given("--theme mobiliteit --talent voorzitten", also=("--text voorzitten --from p1 -k 50",)),
    "team": Given("--theme mobiliteit --talent voorzitten", also=("--text groen --from p1 --size 4",)),
    "path": Given(f"p1 p3 --as-of {DAY}", also=(f"p1 p5 --as-of {DAY}", "p1 --talent verslag")),
    "analyse": Given("", also=("communities --no-keep", "bridging", "coverage", "trends --no-keep")),
    "measurements list": Given("", also=("--question summary --limit 1",)),
    # Taking one away is tested in test_analyse; this is one that is not there.
    "measurements remove": Given("measurement:0", code=1),
    "consent show": Given("p4"),
    "consent give": Given("p4 matching --source gesprek", changes=True),
    "consent withdraw": Given("p1 public", changes=True),
    "wishes": Given("p4", also=("p4 --limit 2",), changes=True),
    "my-data link": Given("p1", changes=True),
    "my-data export": Given("p1 {out}.json"),
    "my-data to-inform": Given("", also=("--overdue",)),
    "my-data informed": Given("p4 --how letter", changes=True),
    "requests list": Given(""),
    "requests status": Given("v1 asked", changes=True),
    "duplicates list": Given(""),
    "duplicates same": Given("p6 p7", changes=True),
    "duplicates different": Given("p6 p7", changes=True),
    "duplicates decided": Given("", before=("duplicates different p6 p7",), changes=True),
    "duplicates undo": Given("{decision}", before=("duplicates different p6 p7",), changes=True),
    "forget": Given("p4 --yes", changes=True),
    "user add": Given(f"{EMAIL} --role partner", changes=True),
    "user list": Given("", before=ACCOUNT, changes=True),
    "user change": Given(f"{EMAIL} --role admin", before=ACCOUNT, changes=True),
    "user link": Given(EMAIL, before=ACCOUNT, changes=True),
    "user remove": Given(EMAIL, before=ACCOUNT, changes=True),
    "audit list": Given(""),
    "audit verify": Given(""),
    "audit export": Given("{out}.jsonl"),
    "audit prune": Given("", changes=True),
    "backup": Given("", changes=True),
    # Putting back asks for an empty store; see test_backups.
    "restore": Given("{out}.backup", code=1),
    "schema": Given(""),
    "doctor": Given(""),
    "version": Given(""),
}
CELLS = [
    pytest.param(name, role, expected, id=f"{name} {role}")
    for name, roles in EXPECTED.items()
    for role, expected in roles.items()
]


def commands(group: Any = None, before: str = "") -> Iterator[str]:
    """Yield the name of every command there is."""
    tree: Any = group or get_command(app)
    for name, found in tree.commands.items():
        if hasattr(found, "commands"):
            yield from commands(found, f"{before}{name} ")
        else:
            yield before + name


def test_every_command_has_a_row_and_every_row_a_command() -> None:
    there = set(commands())
    assert set(EXPECTED) == there, (
        f"commands without a row: {sorted(there - set(EXPECTED))}; rows without a command: "
        f"{sorted(set(EXPECTED) - there)}; change 'In de terminal' in docs/access.md"
    )
    assert set(GIVEN) == there, (
        f"commands that nobody runs here: {sorted(there - set(GIVEN))}; say in GIVEN how they are run"
    )


def test_the_table_has_every_role_and_no_word_that_is_not_explained() -> None:
    assert {frozenset(roles) for roles in EXPECTED.values()} == {frozenset(Role)}
    assert {cell for roles in EXPECTED.values() for cell in roles.values()} <= set(WORDS) - {OWN, OWN_DATA}


@pytest.fixture
def kept(_embedded: Store) -> Store:
    """The store that all these cities are in."""
    return _embedded


@pytest.fixture
def terminal(request: pytest.FixtureRequest, name: str, expected: str) -> Iterator[Terminal]:
    """A city that may be changed where the command changes it; without accounts afterwards."""
    changes = GIVEN[name].changes and expected != NO
    found: Terminal = request.getfixturevalue("own" if changes else "shared")
    yield found
    if expected == ACCOUNTS:
        found("user", "remove", EMAIL)


def run(terminal: Terminal, role: Role, name: str, words: str, places: dict[str, str], *more: str) -> Ran:
    filled = [word.format(**places) for word in words.split()]
    return terminal(*name.split(), *filled, *more, PLOEG_LOCAL_ROLE=str(role))


def written(folder: Path) -> str:
    """Return everything in the files that a command wrote, and take them away."""
    told = ""
    for file in folder.glob("out*"):
        body = file.read_bytes()
        if body.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(body)) as archive:
                body = b"\n".join(archive.read(name) for name in archive.namelist())
        told += body.decode("utf-8")
        file.unlink()
    return told


def hidden(terminal: Terminal, store: Store, expected: str) -> set[str]:
    """Return every text that no output of this kind may hold."""
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(TABLES["personen"]))}
    found = {"dirk@example.org", "carla@example.org"}
    for person in build(store, terminal.city).people:
        row = table[person.key]
        seen = expected == EVERYONE or (
            expected in {PEOPLE, CONNECTOR}
            and (
                row["consent_public"] == "ja"
                or (expected == CONNECTOR and row["consent_connector"] == "partners")
            )
        )
        if not seen:
            found |= {row["naam"], person.id, f'"{person.key}"', f"({person.key})", row["over"]} - {""}
    if expected != EVERYONE:
        found |= {
            "an@example.org",
            "Wie kan de eerste avond",
            "Zat over schoolstraten",
            "Schoolstraat starten",
        }
        found |= {"Schoolstraat Dam"}
    if expected in {NO, NOBODY, ACCOUNTS}:
        found |= {"Buurthuis"}
    return found


@pytest.mark.parametrize(("name", "role", "expected"), CELLS)
def test_a_role_gets_what_the_table_says(
    name: str, role: Role, expected: str, terminal: Terminal, kept: Store, tmp_path: Path
) -> None:
    given = GIVEN[name]
    unseen = hidden(terminal, kept, expected)
    places = {"out": str(tmp_path / "out"), "more": str(tmp_path / "personen.csv"), "decision": "decision:0"}
    (tmp_path / "personen.csv").write_text("id,naam\np9,Greet Hermans\n", encoding="utf-8")
    if expected != NO:
        for words in given.before:
            ran = run(terminal, Role.COORDINATOR, "", words, places, "--json")
            assert ran.code == 0, ran.err
            places["decision"] = ran.document.get("id", "")
    before = kept.revision(terminal.city)
    of_role = expected
    for words in (given.words, *given.also):
        # Tables are for who may have everything; the network goes out as the role may see it.
        tables = words.startswith(("{out}.csv.zip", "{out}.xlsx"))
        expected = NO if name == "export" and tables and role is not Role.COORDINATOR else of_role
        for more in ((), ("--json",)) if not given.changes or expected == NO else (("--json",),):
            ran = run(terminal, role, name, words, places, *more)
            told = ran.out + ran.err + written(tmp_path)
            # The log says of whom something was done by id, and by nothing else.
            given_away = {word for word in unseen if word in told}
            assert {
                word for word in given_away if expected != ACCOUNTS or not word.startswith("person:")
            } == set()
            if expected == NO:
                assert ran.code == 1, ran.out
                assert (ran.problem["code"] if more else "not_allowed") == "not_allowed", ran.err
                assert f"Met de rol {ROLE_WORDS[role][0]} kan u" in ran.err
                assert ran.out == ""
            elif ran.code != given.code:
                # A question may have no answer; nothing else may go wrong.
                assert (ran.code, name in {"search", "match", "team", "path"}) == (1, True), ran.err
                assert "Met de rol" not in ran.err
            elif given.code and more:
                assert ran.problem["code"] in {"invalid_input", "unknown_thing"}
    if expected == NO or not given.changes:
        assert kept.revision(terminal.city) == before


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.ADMIN])
def test_a_refusal_is_the_same_whoever_is_asked_about(shared: Terminal, role: Role) -> None:
    asked = [
        *(f"{name} {{who}} {rest}" for name, rest in (("consent show", ""), ("consent give", "matching --source x"),
                                                      ("wishes", ""), ("forget", "--yes"))),
        "duplicates same {who} p1", "duplicates different p1 {who}",
    ]  # fmt: skip
    for words in asked:
        told = {
            (ran.code, ran.out, ran.err)
            for who in ("p1", "p4", "p99", "Dirk", "Bilal")
            for ran in [shared(*words.format(who=who).split(), PLOEG_LOCAL_ROLE=str(role))]
        }
        assert len(told) == 1, words


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER])
@pytest.mark.parametrize("question", ["brokers", "suggestions"])
def test_what_is_said_of_single_people_is_for_researcher_and_coordinator(
    shared: Terminal, question: str, role: Role
) -> None:
    ran = shared("analyse", question, "--json", PLOEG_LOCAL_ROLE=str(role))
    assert (ran.code, ran.problem["code"], ran.out) == (1, "not_allowed", "")


@pytest.mark.parametrize("words", ["match v1", "team v1", "match v99", "team v99"])
def test_a_stored_request_is_for_the_coordinator(shared: Terminal, words: str) -> None:
    ran = shared(*words.split(), "--json", PLOEG_LOCAL_ROLE="partner")
    assert (ran.code, ran.problem["code"]) == (1, "not_allowed")


@pytest.mark.parametrize(
    "words", ["path p1 {}", "path {} p1", "match --theme groen --from {}", "team --theme groen --from {}"]
)
def test_to_a_partner_a_hidden_person_is_an_unknown_one(shared: Terminal, words: str) -> None:
    told = {
        (ran.code, ran.out, ran.err.replace(who, "..."))
        for who in ("p4", "p99")
        for ran in [shared(*words.format(who).split(), PLOEG_LOCAL_ROLE="partner")]
    }
    assert len(told) == 1
