"""What partners and the public learn of a write to the city about somebody hidden: nothing."""

from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.api.conftest import served, state

BELOW = [Role.PUBLIC, Role.PARTNER]
ASKED = {
    Role.PUBLIC: ("/v1/search?q=lind",),
    Role.PARTNER: ("/v1/search?q=an", "/v1/paths?from=a&to=d", "/v1/paths?from=a&talent=voorzitten"),
}


@pytest.fixture
def below(embedded_store: Store, batch: str) -> Iterator[dict[Role, httpx.Client]]:
    """Clients of the city that a test may change, in the roles that see part of it."""
    assert batch
    with ExitStack() as stack:
        yield {role: stack.enter_context(served(create_app(state(embedded_store, role)))) for role in BELOW}


@pytest.mark.parametrize("role", BELOW)
def test_a_write_about_somebody_hidden_shows_in_no_tag_and_no_body(
    role: Role, below: dict[Role, httpx.Client], writer: httpx.Client
) -> None:
    before = [below[role].get(path) for path in ASKED[role]]
    assert writer.patch("/v1/people/e", json={"about": "Iets anders"}).status_code == 200
    after = [below[role].get(path) for path in ASKED[role]]
    assert [each.content for each in after] == [each.content for each in before]
    assert [each.headers["etag"] for each in after] == [each.headers["etag"] for each in before]


def test_a_write_shows_in_the_tag_of_whoever_sees_everybody(writer: httpx.Client) -> None:
    before = writer.get("/v1/search?q=an").headers["etag"]
    writer.patch("/v1/people/e", json={"about": "Iets anders"})
    assert writer.get("/v1/search?q=an").headers["etag"] != before


@pytest.mark.parametrize("role", BELOW)
def test_whoever_holds_an_answer_gets_304_until_it_changes(
    role: Role, below: dict[Role, httpx.Client], writer: httpx.Client
) -> None:
    asked = "/v1/search?q=nieuw"
    tag = below[role].get(asked).headers["etag"]
    held = below[role].get(asked, headers={"If-None-Match": f'"x", W/{tag}'})
    assert (held.status_code, held.content, held.headers["etag"]) == (304, b"", tag)
    assert held.headers["cache-control"] == "private, no-cache"
    writer.post("/v1/organisations", json={"name": "De Nieuwe", "public": True})
    assert below[role].get(asked, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.ADMIN])
def test_a_refused_question_has_no_tag_to_guess_the_revision_by(
    role: Role, embedded_store: Store, batch: str
) -> None:
    assert batch
    with served(create_app(state(embedded_store, role))) as client:
        for path in ("/v1/people", "/v1/people/e", "/v1/exports/xlsx", "/v1/imports", "/v1/duplicates"):
            answer = client.get(path, headers={"If-None-Match": "*"})
            assert (answer.status_code, "etag" in answer.headers) == (403, False)


def test_questions_go_on_after_the_last_person_is_erased(
    below: dict[Role, httpx.Client], writer: httpx.Client
) -> None:
    asked = "/v1/search?q=peeters"
    assert below[Role.PARTNER].get(asked).json()["results"] != []
    for person in writer.get("/v1/people").json()["items"]:
        writer.delete(f"/v1/people/{person['id']}")
    assert below[Role.PARTNER].get(asked).json()["results"] == []
    writer.post("/v1/people", json={"name": "Nieuwe Naam"})
    assert writer.get("/v1/search?q=nieuwe").json()["results"][0]["name"] == "Nieuwe Naam"
