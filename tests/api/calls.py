"""A good and a bad question to every documented address."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

Call = tuple[str, str]
FILES = {"files": ("thema's themes.csv", b"id,label_nl\nwater,Water\n")}


@dataclass(frozen=True)
class Given:
    """A request to an address: what is put for `{…}`, the query and the body."""

    status: int
    id: str = ""
    query: str = ""
    body: dict[str, Any] | None = None
    files: dict[str, Any] = field(default_factory=dict[str, Any])
    code: str = ""
    person: str = ""
    other: str = ""


GOOD: dict[Call, Given] = {
    ("GET", "/v1/search"): Given(200, query="q=lind"),
    ("GET", "/v1/directory/{kind}"): Given(200, "people", "theme=mobiliteit&limit=3"),
    ("GET", "/v1/directory/{kind}/{id}"): Given(200, "initiatives", other="i1"),
    ("GET", "/v1/themes"): Given(200),
    ("GET", "/v1/talents"): Given(200, query="limit=1"),
    ("GET", "/v1/neighbourhoods"): Given(200),
    ("GET", "/v1/paths"): Given(200, query="from=a&to=d&theme=mobiliteit&routes=1&max_introductions=2"),
    ("GET", "/v1/requests/{id}/matches"): Given(200, "v1", "k=3&from=b&spread=false&as_of=2026-11-01"),
    ("POST", "/v1/matches"): Given(200, body={"text": "een vergadering voorzitten", "k": 2, "from": "b"}),
    ("GET", "/v1/requests/{id}/matches/{person}"): Given(200, "v1", "k=1&spread=false", person="d"),
    ("POST", "/v1/matches/explanations"): Given(200, body={"text": "voorzitten", "person": "a"}),
    ("GET", "/v1/requests/{id}/set-aside"): Given(200, "v1"),
    ("PUT", "/v1/requests/{id}/set-aside/{person}"): Given(
        200, "v1", body={"reason": "busy", "words": "Pas na de zomer."}, person="d"
    ),
    ("DELETE", "/v1/requests/{id}/set-aside/{person}"): Given(204, "v1", person="d"),
    ("GET", "/v1/requests/{id}/team"): Given(200, "v1", "size=2&from=b&as_of=2026-11-01"),
    ("POST", "/v1/teams"): Given(200, body={"text": "een vergadering voorzitten", "size": 2, "from": "b"}),
    ("GET", "/v1/map"): Given(200, query="measured=true"),
    ("GET", "/v1/areas"): Given(200, query="by=district"),
    ("GET", "/v1/analysis/{question}"): Given(200, "summary"),
    # A small city keeps nobody waiting, so there is no run to come back to; see test_analysis.
    ("GET", "/v1/runs/{id}"): Given(404, "none"),
    ("DELETE", "/v1/runs/{id}"): Given(404, "none"),
    ("GET", "/v1/measurements"): Given(200, query="question=summary&limit=2"),
    ("POST", "/v1/measurements"): Given(201, body={"question": "summary", "parameters": {}}),
    ("DELETE", "/v1/measurements/{id}"): Given(204, "{measurement}"),
    ("POST", "/v1/measurements/{id}/restore"): Given(200, "{removed measurement}"),
    ("GET", "/v1/people"): Given(200, query="limit=2"),
    ("POST", "/v1/people"): Given(201, body={"name": "Nieuwe Naam", "talents": [{"talent": "voorzitten"}]}),
    ("GET", "/v1/people/{id}"): Given(200, "a"),
    ("PATCH", "/v1/people/{id}"): Given(200, "An Peeters", body={"about": "Nu anders"}),
    ("DELETE", "/v1/people/{id}"): Given(204, "f"),
    ("GET", "/v1/people/{id}/consents"): Given(200, "a"),
    ("POST", "/v1/people/{id}/consents"): Given(
        201, "e", body={"purpose": "matching", "given": True, "source": "gesprek", "note": "Belde."}
    ),
    ("GET", "/v1/to-inform"): Given(200, query="limit=2"),
    ("PUT", "/v1/people/{id}/informed"): Given(204, "e", body={"how": "letter", "on": "2026-11-20"}),
    ("DELETE", "/v1/people/{id}/informed"): Given(204, "e"),
    ("GET", "/v1/people/{id}/ties"): Given(200, "a", "limit=2"),
    ("GET", "/v1/people/{id}/ties/{other}"): Given(200, "a", other="b"),
    ("PUT", "/v1/people/{id}/ties/{other}"): Given(200, "a", body={"trust": 0.5}, other="e"),
    ("DELETE", "/v1/people/{id}/ties/{other}"): Given(204, "a", other="b"),
    ("GET", "/v1/people/{id}/memberships"): Given(200, "a"),
    ("GET", "/v1/people/{id}/memberships/{other}"): Given(200, "a", other="o1"),
    ("PUT", "/v1/people/{id}/memberships/{other}"): Given(
        200, "a", body={"periods": [{"role": "lid", "since": "2020-01-01"}]}, other="o1"
    ),
    ("DELETE", "/v1/people/{id}/memberships/{other}"): Given(204, "a", other="o1"),
    ("GET", "/v1/people/{id}/participations"): Given(200, "a"),
    ("GET", "/v1/people/{id}/participations/{other}"): Given(200, "e", other="i1"),
    ("PUT", "/v1/people/{id}/participations/{other}"): Given(200, "a", body={"role": "zaalhulp"}, other="i1"),
    ("DELETE", "/v1/people/{id}/participations/{other}"): Given(204, "e", other="i1"),
    ("GET", "/v1/people/{id}/wishes"): Given(200, "a"),
    ("PATCH", "/v1/people/{id}/wishes"): Given(200, "a", body={"ask_limit": 2, "ask_themes": ["mobiliteit"]}),
    ("GET", "/v1/duplicates"): Given(200, query="limit=2"),
    ("GET", "/v1/duplicates/decisions"): Given(200),
    ("POST", "/v1/duplicates/decisions"): Given(
        201, body={"one": "a", "other": "b", "decision": "same", "keep": "b"}
    ),
    ("DELETE", "/v1/duplicates/decisions/{id}"): Given(200, "{decision}"),
    ("GET", "/v1/organisations"): Given(200),
    ("POST", "/v1/organisations"): Given(201, body={"name": "De Nieuwe", "public": True}),
    ("GET", "/v1/organisations/{id}"): Given(200, "o1"),
    ("PATCH", "/v1/organisations/{id}"): Given(200, "o1", body={"about": "Groener"}),
    ("DELETE", "/v1/organisations/{id}"): Given(204, "o1", "with_ties=true"),
    ("GET", "/v1/organisations/{id}/members"): Given(200, "o1"),
    ("GET", "/v1/initiatives"): Given(200),
    ("POST", "/v1/initiatives"): Given(201, body={"title": "Straatfeest", "organisations": ["o1"]}),
    ("GET", "/v1/initiatives/{id}"): Given(200, "i1"),
    ("PATCH", "/v1/initiatives/{id}"): Given(200, "i1", body={"lessons": "Begin met de school"}),
    ("DELETE", "/v1/initiatives/{id}"): Given(204, "i1", "with_ties=true"),
    ("GET", "/v1/initiatives/{id}/participants"): Given(200, "i1"),
    ("GET", "/v1/requests"): Given(200, query="status=open"),
    ("POST", "/v1/requests"): Given(
        201, body={"title": "Hulp gezocht", "asker": "a", "themes": ["mobiliteit"]}
    ),
    ("GET", "/v1/requests/{id}"): Given(200, "v1"),
    ("PATCH", "/v1/requests/{id}"): Given(200, "v1", body={"people_needed": 2, "asker": "b", "version": 1}),
    ("DELETE", "/v1/requests/{id}"): Given(204, "v1"),
    ("POST", "/v1/requests/{id}/restore"): Given(200, "{removed request}"),
    ("POST", "/v1/requests/{id}/status"): Given(200, "v1", body={"status": "asked", "version": 1}),
    ("POST", "/v1/imports"): Given(201, files=FILES),
    ("GET", "/v1/imports"): Given(200),
    ("GET", "/v1/imports/{id}"): Given(200, "{batch}"),
    ("DELETE", "/v1/imports/{id}"): Given(200, "{batch}"),
    ("GET", "/v1/tables"): Given(200),
    ("GET", "/v1/tables/template"): Given(200, query="language=en"),
    ("GET", "/v1/import-runs"): Given(200),
    # Nothing goes on by itself here, so there is no run to come back to; see test_imports.
    ("GET", "/v1/import-runs/{id}"): Given(404, "none"),
    ("DELETE", "/v1/import-runs/{id}"): Given(404, "none"),
    ("GET", "/v1/exports/{format}"): Given(200, "xlsx", "language=nl"),
    ("GET", "/healthz"): Given(200),
    ("GET", "/readyz"): Given(200),
}

BAD: dict[Call, Given] = {
    ("GET", "/v1/search"): Given(422, query="q=x&kinds=animal", code="invalid_input"),
    ("GET", "/v1/directory/{kind}"): Given(404, "people", "theme=vliegen", code="unknown_thing"),
    ("GET", "/v1/directory/{kind}/{id}"): Given(404, "organisations", other="o9", code="unknown_thing"),
    ("GET", "/v1/themes"): Given(422, query="q=x", code="wrong_parameter"),
    ("GET", "/v1/talents"): Given(422, query="limit=0", code="wrong_parameter"),
    ("GET", "/v1/neighbourhoods"): Given(422, query="limit=201", code="wrong_parameter"),
    ("GET", "/v1/paths"): Given(422, query="from=a&to=a", code="same_ends"),
    ("GET", "/v1/requests/{id}/matches"): Given(404, "v99", code="unknown_thing"),
    ("POST", "/v1/matches"): Given(422, body={}, code="invalid_input"),
    ("GET", "/v1/requests/{id}/matches/{person}"): Given(404, "v1", person="nobody", code="unknown_thing"),
    ("POST", "/v1/matches/explanations"): Given(422, body={"text": "voorzitten"}, code="wrong_parameter"),
    ("GET", "/v1/requests/{id}/set-aside"): Given(404, "v99", code="unknown_thing"),
    ("PUT", "/v1/requests/{id}/set-aside/{person}"): Given(
        422, "v1", body={"reason": "ugly"}, person="d", code="wrong_parameter"
    ),
    ("DELETE", "/v1/requests/{id}/set-aside/{person}"): Given(404, "v9", person="d", code="unknown_thing"),
    ("GET", "/v1/requests/{id}/team"): Given(404, "v99", "size=2", code="unknown_thing"),
    ("POST", "/v1/teams"): Given(422, body={"text": "voorzitten", "size": 1}, code="wrong_parameter"),
    ("GET", "/v1/map"): Given(422, query="as_of=morgen", code="wrong_parameter"),
    ("GET", "/v1/areas"): Given(422, query="by=straat", code="invalid_input"),
    ("GET", "/v1/analysis/{question}"): Given(422, "summary", "k=3", code="invalid_input"),
    ("GET", "/v1/runs/{id}"): Given(404, "none", code="unknown_thing"),
    ("DELETE", "/v1/runs/{id}"): Given(404, "none", code="unknown_thing"),
    ("GET", "/v1/measurements"): Given(422, query="question=weather", code="wrong_parameter"),
    ("POST", "/v1/measurements"): Given(
        422, body={"question": "bridging", "parameters": {"years": 3}}, code="invalid_input"
    ),
    ("DELETE", "/v1/measurements/{id}"): Given(404, "measurement:9", code="unknown_thing"),
    ("POST", "/v1/measurements/{id}/restore"): Given(404, "measurement:9", code="unknown_thing"),
    ("GET", "/v1/people"): Given(422, query="limit=0", code="wrong_parameter"),
    ("POST", "/v1/people"): Given(422, body={"name": " "}, code="wrong_parameter"),
    ("GET", "/v1/people/{id}"): Given(404, "nobody", code="unknown_thing"),
    ("PATCH", "/v1/people/{id}"): Given(409, "a", body={"updated_at": "2001-01-01"}, code="conflict"),
    ("DELETE", "/v1/people/{id}"): Given(422, "Hanne Smets", code="ambiguous_name"),
    ("GET", "/v1/people/{id}/consents"): Given(404, "person:01", code="unknown_thing"),
    ("POST", "/v1/people/{id}/consents"): Given(
        422, "a", body={"purpose": "matching", "given": True, "scope": "partners"}, code="invalid_input"
    ),
    ("GET", "/v1/to-inform"): Given(422, query="q=x", code="wrong_parameter"),
    ("PUT", "/v1/people/{id}/informed"): Given(
        422, "e", body={"how": "mail", "on": "2199-01-01"}, code="invalid_input"
    ),
    ("DELETE", "/v1/people/{id}/informed"): Given(404, "person:none", code="unknown_thing"),
    ("GET", "/v1/people/{id}/ties"): Given(404, "person:none", code="unknown_thing"),
    ("GET", "/v1/people/{id}/ties/{other}"): Given(404, "a", other="person:none", code="unknown_thing"),
    ("PUT", "/v1/people/{id}/ties/{other}"): Given(422, "a", body={}, other="b", code="wrong_parameter"),
    ("DELETE", "/v1/people/{id}/ties/{other}"): Given(404, "a", other="s/1", code="unknown_thing"),
    ("GET", "/v1/people/{id}/memberships"): Given(404, "person:none", code="unknown_thing"),
    ("GET", "/v1/people/{id}/memberships/{other}"): Given(404, "a", other="o9", code="unknown_thing"),
    ("PUT", "/v1/people/{id}/memberships/{other}"): Given(
        422,
        "a",
        body={"periods": [{"since": "2020-01-01", "until": "2019-01-01"}]},
        other="o1",
        code="invalid_input",
    ),
    ("DELETE", "/v1/people/{id}/memberships/{other}"): Given(404, "a", other="o9", code="unknown_thing"),
    ("GET", "/v1/people/{id}/participations"): Given(404, "person:none", code="unknown_thing"),
    ("GET", "/v1/people/{id}/participations/{other}"): Given(404, "a", other="i9", code="unknown_thing"),
    ("PUT", "/v1/people/{id}/participations/{other}"): Given(
        404, "a", body={}, other="initiative:none", code="unknown_thing"
    ),
    ("DELETE", "/v1/people/{id}/participations/{other}"): Given(404, "a", other="i9", code="unknown_thing"),
    ("GET", "/v1/people/{id}/wishes"): Given(404, "nobody", code="unknown_thing"),
    ("PATCH", "/v1/people/{id}/wishes"): Given(422, "a", body={"ask_limit": 0}, code="wrong_parameter"),
    ("GET", "/v1/duplicates"): Given(422, query="cursor=x", code="invalid_input"),
    ("GET", "/v1/duplicates/decisions"): Given(422, query="page=1", code="wrong_parameter"),
    ("POST", "/v1/duplicates/decisions"): Given(
        422, body={"one": "a", "other": "a", "decision": "same"}, code="invalid_input"
    ),
    ("DELETE", "/v1/duplicates/decisions/{id}"): Given(404, "decision:9", code="unknown_thing"),
    ("GET", "/v1/organisations"): Given(422, query="size=3", code="wrong_parameter"),
    ("POST", "/v1/organisations"): Given(422, body={"name": "N", "size": 0}, code="wrong_parameter"),
    ("GET", "/v1/organisations/{id}"): Given(404, "o9", code="unknown_thing"),
    ("PATCH", "/v1/organisations/{id}"): Given(422, "o1", body={"name": None}, code="invalid_input"),
    ("DELETE", "/v1/organisations/{id}"): Given(409, "o1", code="conflict"),
    ("GET", "/v1/organisations/{id}/members"): Given(404, "o9", code="unknown_thing"),
    ("GET", "/v1/initiatives"): Given(422, query="limit=many", code="wrong_parameter"),
    ("POST", "/v1/initiatives"): Given(
        422, body={"title": "T", "start": "2026-02-01", "end": "2026-01-01"}, code="invalid_input"
    ),
    ("GET", "/v1/initiatives/{id}"): Given(404, "i9", code="unknown_thing"),
    ("PATCH", "/v1/initiatives/{id}"): Given(422, "i1", body={"end": "1900-01-01"}, code="invalid_input"),
    ("DELETE", "/v1/initiatives/{id}"): Given(404, "i9", code="unknown_thing"),
    ("GET", "/v1/initiatives/{id}/participants"): Given(404, "initiative:none", code="unknown_thing"),
    ("GET", "/v1/requests"): Given(422, query="status=lost", code="wrong_parameter"),
    ("POST", "/v1/requests"): Given(404, body={"title": "T", "talents": ["vliegen"]}, code="unknown_thing"),
    ("GET", "/v1/requests/{id}"): Given(404, "v9", code="unknown_thing"),
    ("PATCH", "/v1/requests/{id}"): Given(409, "v1", body={"version": 9}, code="conflict"),
    ("DELETE", "/v1/requests/{id}"): Given(404, "v9", code="unknown_thing"),
    ("POST", "/v1/requests/{id}/restore"): Given(404, "request:9", code="unknown_thing"),
    ("POST", "/v1/requests/{id}/status"): Given(
        409, "v1", body={"status": "asked", "version": 7}, code="conflict"
    ),
    ("POST", "/v1/imports"): Given(
        422, files={"files": ("themes.csv", b"id,label_nl\n,Water\n")}, code="refused_rows"
    ),
    ("GET", "/v1/imports"): Given(422, query="page=1", code="wrong_parameter"),
    ("GET", "/v1/imports/{id}"): Given(404, "batch:9", code="unknown_thing"),
    ("DELETE", "/v1/imports/{id}"): Given(404, "batch:9", code="unknown_thing"),
    ("GET", "/v1/tables"): Given(422, query="page=1", code="wrong_parameter"),
    ("GET", "/v1/tables/template"): Given(422, query="language=fr", code="wrong_parameter"),
    ("GET", "/v1/import-runs"): Given(422, query="page=1", code="wrong_parameter"),
    ("GET", "/v1/import-runs/{id}"): Given(404, "none", code="unknown_thing"),
    ("DELETE", "/v1/import-runs/{id}"): Given(404, "none", code="unknown_thing"),
    ("GET", "/v1/exports/{format}"): Given(422, "pdf", code="wrong_parameter"),
}


PASSWORD = "vier losse woorden samen"
SIGNED_IN: dict[Call, tuple[Given, Given]] = {
    ("GET", "/v1/me"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("POST", "/v1/sessions"): (
        Given(200, body={"email": "An@voorbeeld.be", "password": PASSWORD}),
        Given(401, body={"email": "an@voorbeeld.be", "password": "iets anders"}, code="not_signed_in"),
    ),
    ("POST", "/v1/invitations"): (
        Given(200, body={"key": "{link}", "password": PASSWORD}),
        Given(404, body={"key": "x", "password": PASSWORD}, code="unknown_thing"),
    ),
    ("GET", "/v1/sessions"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("DELETE", "/v1/sessions"): (Given(204), Given(422, query="x=1", code="wrong_parameter")),
    ("PUT", "/v1/sessions/current/role"): (
        Given(200, body={"role": "coordinator"}),
        Given(403, body={"role": "researcher"}, code="not_allowed"),
    ),
    ("PUT", "/v1/sessions/current/password"): (
        Given(200, body={"before": PASSWORD, "password": "vijf andere losse woorden"}),
        Given(422, body={"before": PASSWORD, "password": "kort"}, code="invalid_input"),
    ),
    ("DELETE", "/v1/sessions/current"): (Given(204), Given(422, query="x=1", code="wrong_parameter")),
    ("DELETE", "/v1/sessions/{session}"): (
        Given(204, "{session}"),
        Given(404, "session:9", code="unknown_thing"),
    ),
    ("GET", "/v1/tokens"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("POST", "/v1/tokens"): (
        Given(201, body={"name": "R", "scopes": ["accounts"], "until": None}),
        Given(422, body={"name": "R", "scopes": ["export"]}, code="invalid_input"),
    ),
    ("DELETE", "/v1/tokens/{token}"): (Given(204, "{token}"), Given(404, "token:9", code="unknown_thing")),
    ("GET", "/v1/accounts"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("POST", "/v1/accounts"): (
        Given(201, body={"email": "cas@voorbeeld.be", "roles": ["partner"]}),
        Given(409, body={"email": "bo@voorbeeld.be", "roles": ["partner"]}, code="conflict"),
    ),
    ("GET", "/v1/accounts/{account}"): (
        Given(200, "bo@voorbeeld.be"),
        Given(404, "niemand@voorbeeld.be", code="unknown_thing"),
    ),
    ("PATCH", "/v1/accounts/{account}"): (
        Given(200, "bo@voorbeeld.be", body={"roles": ["researcher"]}),
        Given(422, "an@voorbeeld.be", body={"roles": ["partner"]}, code="invalid_input"),
    ),
    ("DELETE", "/v1/accounts/{account}"): (
        Given(204, "bo@voorbeeld.be"),
        Given(422, "an@voorbeeld.be", code="invalid_input"),
    ),
    ("GET", "/v1/audit"): (
        Given(200, query="action=signed_in&limit=2&since=2026-01-01"),
        Given(422, query="action=slept", code="wrong_parameter"),
    ),
    ("GET", "/v1/audit/verification"): (Given(200), Given(422, query="hash=x", code="wrong_parameter")),
    ("GET", "/v1/audit/export"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("GET", "/v1/backups"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("POST", "/v1/backups"): (Given(202), Given(422, query="x=1", code="wrong_parameter")),
    ("DELETE", "/v1/backups/{name}"): (
        Given(204, "{backup}"),
        Given(404, "ploeg-2020-01-01-000000.backup", code="unknown_thing"),
    ),
    ("POST", "/v1/accounts/{account}/invitation"): (
        Given(201, "bo@voorbeeld.be"),
        Given(404, "niemand@voorbeeld.be", code="unknown_thing"),
    ),
}
"""A good and a bad question of an admin who signed in, to the addresses that are about accounts."""

MY_DATA: dict[Call, tuple[Given, Given]] = {
    ("POST", "/v1/my-data/links"): (
        Given(202, body={"email": "an@example.org"}),
        Given(422, body={"email": "geen adres"}, code="wrong_parameter"),
    ),
    ("POST", "/v1/my-data/sessions"): (
        Given(204, body={"key": "{link}"}),
        Given(404, body={"key": "x"}, code="unknown_thing"),
    ),
    ("DELETE", "/v1/my-data/sessions/current"): (
        Given(204),
        Given(422, query="x=1", code="wrong_parameter"),
    ),
    ("GET", "/v1/my-data"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("PATCH", "/v1/my-data"): (
        Given(200, body={"about": "Nu anders"}),
        Given(422, body={"name": None}, code="invalid_input"),
    ),
    ("POST", "/v1/my-data/consents"): (
        Given(201, body={"purpose": "mailing", "given": True}),
        Given(422, body={"purpose": "mailing", "given": True, "scope": "partners"}, code="invalid_input"),
    ),
    ("GET", "/v1/my-data/wishes"): (Given(200), Given(422, query="x=1", code="wrong_parameter")),
    ("PATCH", "/v1/my-data/wishes"): (
        Given(200, body={"ask_limit": 2, "not_about": ["Bo Claes"]}),
        Given(404, body={"not_about": ["Dirk Wouters"]}, code="unknown_thing"),
    ),
    ("GET", "/v1/my-data/export"): (
        Given(200, query="format=html"),
        Given(422, query="format=pdf", code="wrong_parameter"),
    ),
    ("DELETE", "/v1/my-data"): (
        Given(204, body={"name": "An Peeters"}),
        Given(422, body={"name": "Iemand Anders"}, code="invalid_input"),
    ),
}
"""A good and a bad question of somebody (An) who opened the link to their own data."""

NO_WRITES = ("/v1/matches", "/v1/teams", "/v1/runs", "/v1/import-runs")
READS = [call for call in GOOD if call[0] == "GET" or call[1].startswith(NO_WRITES)]
WRITES = [call for call in GOOD if call not in READS]


def named(calls: Iterable[Call]) -> list[Any]:
    return [pytest.param(call, id=" ".join(call)) for call in calls]


def send(client: httpx.Client, call: Call, given: Given, batch: str) -> httpx.Response:
    method, template = call
    identity = given.id
    if identity == "{decision}":
        body = {"one": "a", "other": "b", "decision": "different"}
        answer = client.post("/v1/duplicates/decisions", json=body)
        identity = answer.json().get("id", "decision:0")  # who may not decide gets none to take back
    if identity in {"{measurement}", "{removed measurement}"}:
        removed = identity != "{measurement}"
        identity = (
            client.post("/v1/measurements", json={"question": "summary"}).json().get("id", "measurement:0")
        )
        if removed:
            client.delete(f"/v1/measurements/{identity}")
    if identity == "{removed request}":
        identity = client.get("/v1/requests/v1").json().get("id", "request:0")
        client.delete(f"/v1/requests/{identity}")
    path = (
        template.replace("{id}", given.other if "{kind}" in template else identity)
        .replace("{question}", identity)
        .replace("{format}", identity)
        .replace("{kind}", identity)
        .replace("{batch}", batch)
    )
    path = path.replace("{person}", given.person).replace("{other}", given.other)
    target = path + (f"?{given.query}" if given.query else "")
    return client.request(method, target, json=given.body, files=given.files or None)
