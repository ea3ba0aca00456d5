"""Over HTTP too nobody leaves a trace: erase whoever a question may not use, and the same bytes come back.

The random networks are kept in a real store and asked through a real server.  Erasing is what the product does, so
ids stay and whole bodies can be compared.  Two things are left out of the comparison, for the coordinator only: the
revision of the data and the tag made of it, which any write changes, and which only who sees everybody is told.  The
id of the request is the asker's own, the same both times; the header ``Date`` is the clock's.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from api.app import create_app
from graph.access import Role, Standing, Viewer, analysed, connectors, matchable, standing, visible
from graph.network import Mask, Network
from graph.store import Store
from ingest.load import load
from queries.analyses import Analysis
from queries.snapshot import build
from queries.snapshots import utc_today
from tests.access_table import NO, expectations
from tests.api.calls import GOOD, Given, send
from tests.api.city import CITY
from tests.api.conftest import served, state
from tests.conftest import wipe
from tests.networks import random_city

MINE = {"X-Request-Id": "the-same-both-times"}
UNKNOWN = "person:" + "0" * 26
REFUSED = {
    role: [(what.split(" ")[0], what.split(" ")[1]) for what, roles in expectations("Adressen / Addresses").items()
           if roles[role] == NO and what not in {"GET /", "GET /eenvoudig"}]
    for role in Role
}  # fmt: skip
PROPERTY = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    # A seed has nothing to shrink to.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
SEEDS = st.integers(0, 10**6)
Roles = dict[Role, httpx.Client]


@dataclass(frozen=True)
class Asked:
    """A question: how it is asked, and the text of somebody that stands in it and in the answer, if any."""

    method: str
    address: str
    query: tuple[tuple[str, str], ...] = ()
    body: dict[str, Any] | None = None


@pytest.fixture(scope="module")
def kept(_embedded: Store) -> Store:
    """The store that all these questions are answered from; each example fills it anew."""
    return _embedded


@pytest.fixture(scope="module")
def roles(kept: Store) -> Iterator[Roles]:
    """A client of the one store in every role."""
    with ExitStack() as stack:
        yield {role: stack.enter_context(served(create_app(state(kept, role)))) for role in Role}


def filled(store: Store, seed: int, *, people: int = 9, ties: int = 26) -> Network:
    """Keep a random city, and nothing else, in the store."""
    wipe(store)
    load(store, random_city(seed, people=people, ties=ties), city=CITY, today=utc_today())
    return build(store, CITY)


def proposable(network: Network, now: Standing, viewer: Viewer) -> Mask:
    """Return who may be proposed for a request about some theme or other."""
    return matchable(now, viewer, network.asked(network.themes))


def erase(roles: Roles, network: Network, keep: Mask) -> None:
    """Erase everyone who is not kept."""
    for at in np.flatnonzero(~keep).tolist():
        assert roles[Role.COORDINATOR].delete(f"/v1/people/{network.people[at].id}").status_code == 204


def told(client: httpx.Client, role: Role, asked: Asked) -> tuple[int, dict[str, str], bytes]:
    """Return everything that comes back and may be told apart."""
    answer = client.request(
        asked.method, asked.address, params=list(asked.query), json=asked.body, headers=MINE
    )
    assert answer.status_code < 500, answer.text
    headers = {name: value for name, value in answer.headers.items() if name != "date"}
    body = answer.content
    if role is Role.COORDINATOR:
        headers = {name: "" if name == "etag" else value for name, value in headers.items()}
        headers.pop("content-length", None)
        body = re.sub(rb'"revision":\d+', b'"revision":0', body)
    return answer.status_code, headers, body


def assert_no_trace(roles: Roles, role: Role, network: Network, keep: Mask, questions: list[Asked]) -> None:
    """Ask everything, erase who is not kept, ask it again, and compare."""
    before = [told(roles[role], role, asked) for asked in questions]
    erase(roles, network, keep)
    after = [told(roles[role], role, asked) for asked in questions]
    for asked, one, other in zip(questions, before, after, strict=True):
        assert one == other, asked


def viewer_of(role: Role) -> Viewer:
    return Viewer(role, CITY)


def keys(network: Network, mask: Mask) -> list[str]:
    return [network.people[at].key for at in np.flatnonzero(mask).tolist()]


def names_of(network: Network, mask: Mask) -> list[str]:
    """Return every way to mean somebody: id, key, name, and names that are nearly theirs."""
    found: list[str] = []
    for at in np.flatnonzero(mask).tolist():
        person = network.people[at]
        found += [
            person.id,
            person.key,
            person.name,
            person.name.upper(),
            person.name[:-1],
            person.name + "x",
        ]
    return found


@PROPERTY
@given(seed=SEEDS, role=st.sampled_from([Role.PUBLIC, Role.PARTNER]))
def test_a_search_tells_nothing_of_the_hidden(kept: Store, roles: Roles, seed: int, role: Role) -> None:
    network = filled(kept, seed)
    seen = visible(standing(network, utc_today()), viewer_of(role))
    texts = [
        "persoon",
        "pers",
        "perzoon",
        "buurt",
        "verkeer",
        "groep",
        "begeleiden",
        "begl",
        "x",
        "wijk",
        "p",
    ]
    texts += names_of(network, ~seen)
    questions = [Asked("GET", "/v1/search", (("q", text),)) for text in texts]
    questions += [
        Asked("GET", "/v1/search", (("q", text), ("limit", "1"), ("kinds", "person"))) for text in texts
    ]
    questions += [Asked("GET", "/eenvoudig", (("q", text),)) for text in texts]
    assert_no_trace(roles, role, network, seen, questions)


@PROPERTY
@given(seed=SEEDS, role=st.sampled_from([Role.PUBLIC, Role.PARTNER]))
def test_browsing_tells_nothing_of_the_hidden(kept: Store, roles: Roles, seed: int, role: Role) -> None:
    network = filled(kept, seed)
    seen = visible(standing(network, utc_today()), viewer_of(role))
    narrowed: list[tuple[tuple[str, str], ...]] = [
        (),
        (("theme", "t1"),),
        (("talent", "s1"),),
        (("limit", "1"),),
    ]
    questions = [
        Asked("GET", f"/v1/directory/{kind}", query)
        for kind in ("people", "organisations", "initiatives")
        for query in narrowed
    ]
    questions += [
        Asked("GET", "/v1/directory/people", (("cursor", f"{name}/"), ("limit", "1")))
        for name in names_of(network, ~seen)
    ]
    questions += [
        Asked("GET", f"/v1/directory/people/{quote(name, safe='')}") for name in names_of(network, ~seen)
    ]
    questions += [Asked("GET", f"/v1/{kind}") for kind in ("themes", "talents", "neighbourhoods", "areas")]
    assert_no_trace(roles, role, network, seen, questions)


@PROPERTY
@given(seed=SEEDS, role=st.sampled_from([Role.PUBLIC, Role.PARTNER]))
def test_a_map_tells_nothing_of_the_hidden(kept: Store, roles: Roles, seed: int, role: Role) -> None:
    network = filled(kept, seed, people=16, ties=47)
    now, viewer = standing(network, utc_today()), viewer_of(role)
    keep = analysed(now, viewer) | visible(now, viewer)
    asked: tuple[tuple[tuple[str, str], ...], ...] = ((), (("as_of", "2024-05-01"),), (("measured", "true"),))
    questions = [Asked("GET", "/v1/map", query) for query in asked]
    assert_no_trace(roles, role, network, keep, questions)


@PROPERTY
@given(
    seed=SEEDS,
    role=st.sampled_from([Role.PARTNER, Role.COORDINATOR]),
    theme=st.sampled_from([None, "t1", "t2"]),
)
def test_a_path_tells_nothing_of_who_may_not_be_asked(
    kept: Store, roles: Roles, seed: int, role: Role, theme: str | None
) -> None:
    network = filled(kept, seed)
    now = standing(network, utc_today())
    about = next((node.id for node in network.themes.values() if node.key == theme), None)
    asked = None if about is None else network.broader(about, network.themes)
    ends = np.zeros(len(network.people), dtype=np.bool_)
    ends[np.flatnonzero(visible(now, viewer_of(role)))[:3]] = True
    keep = connectors(network, now, viewer_of(role), asked) | ends
    of_theme = (("theme", theme),) if theme is not None else ()
    questions = [
        Asked("GET", "/v1/paths", (("from", start), ("to", end), ("max_introductions", most), *of_theme))
        for start in keys(network, ends)
        for end in keys(network, ends)
        for most in ("0", "1", "3")
    ]
    assert_no_trace(roles, role, network, keep, questions)


@PROPERTY
@given(seed=SEEDS, talent=st.sampled_from(["s1", "s2"]))
def test_the_nearest_who_can_tell_nothing_of_the_hidden(
    kept: Store, roles: Roles, seed: int, talent: str
) -> None:
    network = filled(kept, seed)
    now, partner = standing(network, utc_today()), viewer_of(Role.PARTNER)
    start = np.zeros(len(network.people), dtype=np.bool_)
    start[np.flatnonzero(visible(now, partner))[:1]] = True
    keep = connectors(network, now, partner, None) | proposable(network, now, partner) | start
    questions = [
        Asked("GET", "/v1/paths", (("from", key), (kind, what), ("k", k)))
        for key in keys(network, start)
        for kind, what in (("talent", talent), ("cares_about", "t1"))
        for k in ("1", "5")
    ]
    assert_no_trace(roles, Role.PARTNER, network, keep, questions)


def needs(network: Network, keep: list[str], start: str | None) -> list[Asked]:
    """Return questions about a request: who fits, a team, and where each of `keep` stands."""
    wanted: list[dict[str, Any]] = [
        {"text": "wie begeleidt buurtwerking rond verkeer en groen"},
        {"themes": ["t1"], "talents": ["s1", "s3"], "neighbourhoods": ["w1"]},
        {"text": "Wijk w1", "languages": ["nl"]},
    ]
    origin = {"from": start} if start is not None else {}
    found = [
        Asked("POST", address, body={**need, **size, **origin})
        for need in wanted
        for address, size in (
            ("/v1/matches", {"k": 1}),
            ("/v1/matches", {"k": 5, "spread": False}),
            ("/v1/teams", {"size": 2}),
            ("/v1/teams", {"size": 4}),
        )
    ]
    return found + [
        Asked("POST", "/v1/matches/explanations", body={**need, "k": 2, "person": key, **origin})
        for need in wanted
        for key in keep
    ]


@PROPERTY
@given(seed=SEEDS, role=st.sampled_from([Role.PARTNER, Role.COORDINATOR]), reached=st.booleans())
def test_matches_and_teams_tell_nothing_of_who_may_not_be_proposed(
    kept: Store, roles: Roles, seed: int, role: Role, reached: bool
) -> None:
    network = filled(kept, seed)
    now, viewer = standing(network, utc_today()), viewer_of(role)
    allowed = proposable(network, now, viewer)
    start = np.zeros(len(network.people), dtype=np.bool_)
    if reached:
        start[np.flatnonzero(visible(now, viewer))[:1]] = True
    asked = list(network.themes)
    middle = np.zeros(len(network.people), dtype=np.bool_)
    if start.any():
        for themes in (None, *asked):
            about = None if themes is None else network.broader(themes, network.themes)
            middle |= connectors(network, now, viewer, about)
    questions = needs(network, keys(network, allowed), next(iter(keys(network, start)), None))
    if role is Role.PARTNER:
        hidden = names_of(network, ~visible(now, viewer))[:6]
        questions += [
            Asked("POST", "/v1/matches/explanations", body={"text": "verkeer", "person": text})
            for text in hidden
        ]
    assert_no_trace(roles, role, network, allowed | middle | start, questions)


ANALYSES: dict[Analysis, tuple[tuple[tuple[str, str], ...], ...]] = {
    Analysis.SUMMARY: ((), (("as_of", "2024-06-01"),)),
    Analysis.COMMUNITIES: ((),),
    Analysis.BROKERS: ((("k", "5"),),),
    Analysis.BRIDGING: ((),),
    Analysis.COVERAGE: ((("by", "district"),), (("by", "neighbourhood"),)),
    Analysis.SUGGESTIONS: ((("k", "5"),),),
    Analysis.TRENDS: ((("years", "2"),),),
}


@settings(PROPERTY, max_examples=1)
@given(seed=SEEDS)
def test_an_analysis_tells_nothing_of_who_does_not_agree_to_research(
    kept: Store, roles: Roles, seed: int
) -> None:
    network = filled(kept, seed, people=40, ties=150)
    agree = analysed(standing(network, utc_today()), viewer_of(Role.RESEARCHER))
    asked = [
        Asked("GET", f"/v1/analysis/{question}", query)
        for question, queries in ANALYSES.items()
        for query in queries
    ]
    asked += [Asked("GET", "/v1/measurements"), Asked("GET", "/v1/runs/none")]
    readers = (Role.PUBLIC, Role.PARTNER, Role.RESEARCHER)
    before = {role: [told(roles[role], role, each) for each in asked] for role in readers}
    assert {status for status, _, _ in before[Role.RESEARCHER]} == {200, 404}
    erase(roles, network, agree)
    for role in readers:
        for each, one in zip(asked, before[role], strict=True):
            assert told(roles[role], role, each) == one, (role, each)


def test_an_analysis_shows_when_somebody_who_agrees_is_gone(kept: Store, roles: Roles) -> None:
    network = filled(kept, 1, people=40, ties=150)
    agree = analysed(standing(network, utc_today()), viewer_of(Role.RESEARCHER))
    asked = Asked("GET", "/v1/analysis/summary")
    before = told(roles[Role.RESEARCHER], Role.RESEARCHER, asked)
    agree[np.flatnonzero(agree)[0]] = False
    erase(roles, network, agree)
    assert told(roles[Role.RESEARCHER], Role.RESEARCHER, asked) != before


@PROPERTY
@given(seed=SEEDS)
def test_errors_of_a_partner_tell_nothing_of_the_hidden(kept: Store, roles: Roles, seed: int) -> None:
    network = filled(kept, seed)
    now, partner = standing(network, utc_today()), viewer_of(Role.PARTNER)
    seen = visible(now, partner)
    own = next(iter(keys(network, seen)), "nobody")
    asking: list[Callable[[str], Asked]] = [
        lambda text: Asked("GET", "/v1/paths", (("from", own), ("to", text))),
        lambda text: Asked("GET", "/v1/paths", (("from", text), ("talent", "s1"))),
        lambda text: Asked("POST", "/v1/matches", body={"text": "verkeer", "from": text}),
        lambda text: Asked("POST", "/v1/teams", body={"text": "verkeer", "from": text}),
        lambda text: Asked("POST", "/v1/matches/explanations", body={"text": "verkeer", "person": text}),
        lambda text: Asked("GET", "/eenvoudig", (("van", own), ("naar", text))),
        lambda text: Asked("GET", "/v1/paths", (("from", own), ("to", text), ("routes", "99"))),
    ]
    texts = [*names_of(network, ~seen), "Persoon", "p", UNKNOWN]
    questions = [ask(text) for ask in asking for text in texts]
    assert_no_trace(roles, Role.PARTNER, network, seen | connectors(network, now, partner, None), questions)


@PROPERTY
@given(seed=SEEDS)
def test_a_hidden_person_is_answered_like_an_unknown_one(kept: Store, roles: Roles, seed: int) -> None:
    network = filled(kept, seed)
    seen = visible(standing(network, utc_today()), viewer_of(Role.PARTNER))
    own = next(iter(keys(network, seen)), "nobody")
    for at in np.flatnonzero(~seen).tolist():
        answers = []
        for text in (network.people[at].id, UNKNOWN):
            found = [
                told(roles[Role.PARTNER], Role.PARTNER, asked)
                for asked in (
                    Asked("GET", "/v1/paths", (("from", own), ("to", text))),
                    Asked("POST", "/v1/matches", body={"text": "verkeer", "from": text}),
                    Asked("POST", "/v1/matches/explanations", body={"text": "verkeer", "person": text}),
                )
            ]
            answers.append(
                [(status, headers, body.replace(text.encode(), b"")) for status, headers, body in found]
            )
        assert answers[0] == answers[1]


@PROPERTY
@given(seed=SEEDS, role=st.sampled_from([Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.ADMIN]))
def test_a_refusal_tells_nothing_of_anybody(kept: Store, roles: Roles, seed: int, role: Role) -> None:
    network = filled(kept, seed)
    somebody = network.people[0]

    def refusals() -> list[tuple[int, bytes]]:
        found: list[tuple[int, bytes]] = []
        for call in REFUSED[role]:
            good = GOOD[call]
            # Where an address has a kind, that is what stands first in it, and the id is `other`.
            named = "{id}" in call[1] and "{kind}" not in call[1]
            for text in (good.id, somebody.id, somebody.name) if named else (good.id,):
                asked = Given(
                    403, text, good.query, good.body, good.files, person=somebody.id, other=somebody.id
                )
                answer = send(roles[role], call, asked, "batch:0")
                body = re.sub(rb'"request_id": "[0-9a-f]+"', b"", answer.content)
                found.append((answer.status_code, body))
        return found

    before = refusals()
    erase(roles, network, np.zeros(len(network.people), dtype=np.bool_))
    assert refusals() == before
    assert {status for status, _ in before} == {403}
