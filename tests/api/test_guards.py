"""What every request passes, and what every answer carries."""

import logging
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.codes import CODES, code_of
from api.errors import KINDS
from api.guards import HEADERS, LARGEST_BODY
from graph.errors import EngineError, PloegError, StoreError
from graph.store import Parameters, Store, StoreSettings
from tests.api.conftest import served, state

EVIL = "http://evil.example"


@pytest.fixture(scope="module")
def broken(city: Store) -> Iterator[httpx.Client]:
    """An application with an address that fails as none should."""
    app = create_app(state(city))

    @app.get("/broken")
    def fail() -> None:
        message = "the secret of somebody"
        raise RuntimeError(message)

    with served(app) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/openapi.json", "/healthz", "/v1/search?q=an", "/nowhere", "/static/ploeg.css"]
)
def test_every_answer_carries_the_security_headers_and_an_id(reader: httpx.Client, path: str) -> None:
    headers = reader.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert re.fullmatch(r"[0-9a-f]{32}", headers["x-request-id"])


def test_the_policy_takes_nothing_inline_and_nothing_from_elsewhere(reader: httpx.Client) -> None:
    policy = reader.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_request_id_that_was_given_is_kept(reader: httpx.Client) -> None:
    answer = reader.get("/v1/nothing", headers={"X-Request-Id": "my-own-id-1"})
    assert (answer.headers["x-request-id"], answer.json()["request_id"]) == ("my-own-id-1", "my-own-id-1")


def test_a_request_id_that_could_forge_a_log_line_is_not_kept(reader: httpx.Client) -> None:
    assert reader.get("/healthz", headers={"X-Request-Id": "a b; c=d"}).headers["x-request-id"] != "a b; c=d"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil:80", "10.0.0.1", ""]
)
def test_another_host_name_is_refused(reader: httpx.Client, host: str) -> None:
    answer = reader.get("/v1/search?q=an", headers={"Host": host})
    assert answer.status_code in {400, 421}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8377"])
def test_loopback_names_are_answered(reader: httpx.Client, host: str) -> None:
    assert reader.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
    ids=str,
)
def test_a_page_elsewhere_can_not_write(reader: httpx.Client, headers: dict[str, str]) -> None:
    answer = reader.post("/v1/matches", json={"text": "x"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_origin")


def test_our_own_page_can_write(reader: httpx.Client) -> None:
    headers = {"Origin": str(reader.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert reader.post("/v1/matches", json={"text": "voorzitten"}, headers=headers).status_code == 200


def test_no_other_origin_is_allowed_to_read(reader: httpx.Client) -> None:
    headers = reader.get("/v1/search?q=an", headers={"Origin": EVIL}).headers
    assert not [name for name in headers if name.startswith("access-control")]


def test_an_unknown_address_is_a_problem(reader: httpx.Client) -> None:
    answer = reader.get("/v2/people")
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_route")


def test_another_method_is_a_problem_that_says_which_are_possible(reader: httpx.Client) -> None:
    answer = reader.delete("/v1/people")
    assert (answer.json()["code"], answer.headers["allow"]) == ("method_not_allowed", "GET, HEAD, POST")


def test_head_says_what_get_would_without_a_body(reader: httpx.Client) -> None:
    one, other = reader.head("/v1/people"), reader.get("/v1/people")
    assert (one.status_code, one.content, one.headers["etag"]) == (200, b"", other.headers["etag"])


def test_another_kind_of_content_is_a_problem(reader: httpx.Client) -> None:
    answer = reader.post("/v1/matches", content=b"text=x", headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong_media_type")


def test_half_a_body_is_a_problem(reader: httpx.Client) -> None:
    answer = reader.post("/v1/matches", content=b'{"text": "x', headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "body")


def test_a_large_body_is_refused_before_it_is_read(reader: httpx.Client) -> None:
    answer = reader.post("/v1/matches", content=b" " * (LARGEST_BODY + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_large_body_of_untold_length_is_refused(reader: httpx.Client) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(LARGEST_BODY // 65536 + 2):
            yield b" " * 65536

    answer = reader.post("/v1/matches", content=parts(), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert "1 MB" in answer.json()["detail"]


def test_what_should_not_happen_is_a_problem_without_details(broken: httpx.Client) -> None:
    answer = broken.get("/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret" not in answer.text


def test_what_should_not_happen_is_logged_with_its_id_and_without_its_text(
    broken: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        identity = broken.get("/broken").headers["x-request-id"]
    (record,) = [each for each in caplog.records if each.getMessage() == "unexpected"]
    assert (vars(record)["request_id"], vars(record)["error"]) == (identity, "RuntimeError")
    assert "secret" not in str(vars(record))


def logged(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """Return the lines of requests for the API; one of an earlier test may still come in."""
    lines = [vars(each) for each in caplog.records if each.getMessage() == "request"]
    return [each for each in lines if each["route"].startswith("/v1/")]


def test_a_log_line_holds_the_template_of_an_address_and_nobody(
    reader: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="api"):
        reader.get("/v1/people/An%20Peeters")
        reader.get("/v1/search?q=An%20Peeters")
        lines = logged(caplog)
        # A line is written once its answer has gone out.
        for _ in range(200):
            if len(lines) >= 2:
                break
            time.sleep(0.02)
            lines = logged(caplog)
    assert [(each["route"], each["status"]) for each in lines] == [
        ("/v1/people/{id}", 200),
        ("/v1/search", 200),
    ]
    assert "Peeters" not in str(lines)


@pytest.fixture(scope="module")
def down(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """An application whose store is an address at which nothing listens."""
    settings = StoreSettings(data=tmp_path_factory.mktemp("none"), database="bolt://127.0.0.1:9")
    with Store(settings) as store, served(create_app(state(store))) as client:
        yield client


def test_a_store_that_is_down_is_a_problem_that_says_to_try_again(down: httpx.Client) -> None:
    # Asked at the same time: each waits as long as a store is given to answer.
    with ThreadPoolExecutor() as pool:
        asked = ["/readyz", "/v1/search?q=an", "/v1/people", "/v1/paths?from=a&to=b"]
        asked += ["/v1/analysis/summary", "/v1/runs/none", "/v1/measurements"]
        answers = list(pool.map(down.get, asked))
    seen = {(answer.status_code, answer.json()["code"], answer.headers["retry-after"]) for answer in answers}
    assert seen == {(503, "store_unavailable", "5")}


class Together(Store):
    """A store at which ten questions have to be at the same time, or none of them gets an answer."""

    def __init__(self, settings: StoreSettings) -> None:
        super().__init__(settings)
        self.meeting = threading.Barrier(10)

    def read(
        self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        self.meeting.wait(20.0)
        return super().read(text, parameters, timeout=timeout)


def test_calls_that_come_together_do_not_wait_for_one_another_at_a_store_that_is_down(tmp_path: Path) -> None:
    with (
        Together(StoreSettings(data=tmp_path, database="bolt://127.0.0.1:9")) as store,
        served(create_app(state(store))) as client,
        ThreadPoolExecutor(10) as pool,
    ):
        answers = list(pool.map(client.get, ["/v1/people", "/eenvoudig?q=an"] * 5))
    assert {answer.status_code for answer in answers} == {503}


def test_a_page_says_in_words_that_the_store_is_down(down: httpx.Client) -> None:
    answer = down.get("/eenvoudig?q=an")
    assert answer.status_code == 503
    assert "antwoordt niet" in answer.text


def test_the_process_is_well_while_its_store_is_down(down: httpx.Client) -> None:
    assert down.get("/healthz").status_code == 200


def errors(root: type[PloegError]) -> Iterator[type[PloegError]]:
    yield root
    for kind in root.__subclasses__():
        yield from errors(kind)


@pytest.mark.parametrize("kind", [kind for kind in errors(PloegError) if kind.__module__ == "graph.errors"])
def test_every_error_has_a_code_and_a_status(kind: type[PloegError]) -> None:
    assert CODES[kind] in KINDS


def test_an_error_that_is_not_named_takes_the_code_of_what_it_is() -> None:
    class Odd(EngineError):
        pass

    assert (code_of(Odd()), code_of(StoreError())) == ("store_unavailable", "store_error")
