"""What would give somebody of the small city away in an answer, and whether it does."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from graph.access import Role
from queries.analyses import KINDS, Analysis
from tests.access_table import CONNECTOR, EVERYONE, FIGURES, NO, NOBODY, PEOPLE, PSEUDONYMS, expectations
from tests.api.calls import GOOD, READS, Call, Given, send
from tests.api.city import TABLES

EXPECTED = expectations("Adressen / Addresses")
OF_ACCOUNTS = expectations("Accounts en logboek / Accounts and the log")
OF_ONESELF = expectations("Eigen gegevens / Own data")
PAGES: dict[Call, tuple[Given, ...]] = {
    ("GET", "/eenvoudig"): (
        Given(200, query="q=an peeters"),
        Given(200, query="q=lind"),
        Given(200, query="van=a&naar=d"),
        Given(200, query="vraag=een vergadering voorzitten"),
    ),
    ("GET", "/docs"): (Given(200),),
    ("GET", "/openapi.json"): (Given(200),),
}


def cells(*, changing: bool) -> list[Any]:
    """Return each cell of the table whose question changes the city, or each of the others."""
    return [
        pytest.param(call, role, expected, id=f"{what} {role}")
        for what, roles in EXPECTED.items()
        for role, expected in roles.items()
        for call in [tuple(what.split(" ", 1))]
        if changing == (expected != NO and call not in READS and call not in PAGES)
    ]


ANALYSES: dict[Call, tuple[Given, ...]] = {
    ("GET", "/v1/analysis/{question}"): tuple(Given(200, question) for question in Analysis),
}
OF_SINGLE_PEOPLE = {question for question, kind in KINDS.items() if kind.people}
EXPORTS: Call = ("GET", "/v1/exports/{format}")
AS_TABLES = {"xlsx", "csv.zip"}
NETWORKS = (
    Given(200, "gexf"),
    Given(200, "graphml"),
    Given(200, "jsonld"),
    Given(200, "svg", "language=en"),
    Given(200, "nodes.zip", "language=nl"),
    Given(200, "kumu.xlsx"),
)
"""The network in formats that can be looked through for words; the script of a map holds any short one."""

DOCUMENTED = {("GET", "/docs"), ("GET", "/openapi.json")}
EXAMPLES = {"An Peeters", "Buurtcomité De Linde", "an@example.org", "0499 00 00 01"}
"""What the examples in the documentation are called too, whatever the city holds."""
OF_TIES = {"strength", "factor", "weakest", "stale", "evidence", "trust", "openness", "reliability",
           "shared_aim", "closest", "message", "email", "phone", "about", "barriers"}  # fmt: skip
"""Names of fields about ties between people, contact details and own words."""


@dataclass(frozen=True)
class Somebody:
    """A person of the small city: what would give them away, and what they agree to."""

    words: frozenset[str]
    contact: frozenset[str]
    purposes: frozenset[str]
    connects_for_partners: bool


def everybody_of(reader: httpx.Client) -> dict[str, Somebody]:
    """Return everyone in the small city by key."""
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(TABLES["people"]))}
    found: dict[str, Somebody] = {}
    for person in reader.get("/v1/people?limit=200").json()["items"]:
        row = table[person["key"]]
        events: list[dict[str, Any]] = reader.get(f"/v1/people/{person['id']}/consents").json()["items"]
        held = [event for event in events if event["in_force"]]
        key = person["key"]
        found[key] = Somebody(
            words=frozenset(
                {person["id"], row["name"], json.dumps(key), f"({key})", f">{key}<", row["about"]} - {""}
            ),
            contact=frozenset({row["email"], row["phone"]} - {""}),
            purposes=frozenset(event["purpose"] for event in held),
            connects_for_partners=any(
                event["purpose"] == "connector" and event["scope"] == "partners" for event in held
            ),
        )
    assert set(found) == set(table)
    return found


def hidden(everybody: Mapping[str, Somebody], expected: str) -> set[str]:
    """Return every text that no answer of this kind may hold."""
    found: set[str] = set()
    for one in everybody.values():
        seen = expected == EVERYONE or (
            expected in {PEOPLE, CONNECTOR}
            and ("public" in one.purposes or (expected == CONNECTOR and one.connects_for_partners))
        )
        if not seen:
            found |= one.words
        if expected != EVERYONE or "contact" not in one.purposes:
            found |= one.contact
    if expected in {NO, NOBODY, PSEUDONYMS}:
        found |= {"Buurtcomité De Linde", "Schoolstraat Lindelaan"}
    if expected != EVERYONE:
        found |= {"Dienst Verborgen", "Eerste avond", "Ik zit graag"}
    return found


def texts(answer: httpx.Response) -> str:
    """Return everything an answer says: headers, and a body that is taken out of its archive."""
    body = answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"\n".join(archive.read(name) for name in archive.namelist())
    return "\n".join([*(f"{name}: {value}" for name, value in answer.headers.items()), body.decode("utf-8")])


def fields(value: Any) -> set[str]:
    """Return the names of all filled fields in a JSON document."""
    if isinstance(value, dict):
        filled = {name: each for name, each in value.items() if each not in (None, [], {})}
        return set(filled).union(*(fields(each) for each in filled.values()))
    return set().union(*(fields(each) for each in value)) if isinstance(value, list) else set()


def assert_cell(
    client: httpx.Client,
    call: Call,
    role: Role,
    expected: str,
    everybody: Mapping[str, Somebody],
    batch: str,
) -> None:
    """Ask the good questions to an address, and compare what comes back with a cell of the table."""
    asked = PAGES.get(call, (GOOD[call],) if call in GOOD else ())
    for given in (*asked, *ANALYSES.get(call, ()), *(NETWORKS if call == EXPORTS else ())):
        here = expected
        if call == EXPORTS and given.id in AS_TABLES and role is not Role.COORDINATOR:
            here = NO
        if call == ("GET", "/eenvoudig") and role is Role.PUBLIC and "q=" not in given.query:
            here = NO  # the public may search, and ask nothing else
        elif call == ("GET", "/eenvoudig") and role is Role.PARTNER and "van=" in given.query:
            here = CONNECTOR
        elif expected == FIGURES and given.id in OF_SINGLE_PEOPLE:
            here = NO
        answer = send(client, call, given, batch)
        assert answer.status_code == (403 if here == NO else given.status), answer.text
        told = texts(answer)
        # What somebody asked stands in the answer as they asked it.
        url = answer.request.url
        for echoed in (url.path, *(f'value="{value}"' for value in url.params.values())):
            told = told.replace(echoed, "")
        found = {word for word in hidden(everybody, here) if word in told}
        given_away = found - (EXAMPLES if call in DOCUMENTED else set())
        assert not given_away, (call, role, given_away)
        if call in ANALYSES and here in {FIGURES, PSEUDONYMS}:
            assert ("p-" in told) == (here == PSEUDONYMS and given.id in OF_SINGLE_PEOPLE), told
        if here not in {EVERYONE, NOBODY} and "json" in answer.headers["content-type"]:
            forbidden = fields(answer.json()) & OF_TIES
            assert not forbidden, (call, role, forbidden)
