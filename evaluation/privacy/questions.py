"""What an attacker asks about somebody: every road that might tell whether they are there."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

import httpx

from graph.access import Role
from graph.model import Tables

OWN_ID = {"X-Request-Id": "asked-by-the-attacker"}
"""An id of the attacker's own, so that two answers to a question can be compared whole."""


TIELESS = date(2025, 1, 1)
"""The day that is asked about where no tie of the target has one."""


@dataclass(frozen=True)
class Question:
    """A question of a role over one channel."""

    channel: str
    role: Role
    address: str
    query: dict[str, str] = field(default_factory=dict[str, str])
    body: dict[str, Any] | None = None
    counted: bool = False
    """Whether the attacker hears no more than how many results there are."""
    in_whole: ClassVar[bool] = True
    """Whether two answers in one world are the same to the last byte."""

    def ask(self, client: httpx.Client) -> httpx.Response:
        """Return the answer."""
        method = "GET" if self.body is None else "POST"
        return client.request(method, self.address, params=self.query, json=self.body, headers=OWN_ID)

    def told(self, answer: httpx.Response, headers: list[tuple[str, str]]) -> object:
        """Return what can be told apart of an answer."""
        if self.counted:
            return len(answer.json()["results"])
        return answer.status_code, headers, answer.content


@dataclass(frozen=True)
class Pair:
    """A question to time, about the target and about nobody."""

    channel: str
    role: Role
    address: str
    target: dict[str, str]
    nobody: dict[str, str]


@dataclass(frozen=True)
class Target:
    """What an attacker knows of somebody: all that there is; ``start`` and ``around`` are people they see anyway."""

    id: str
    key: str
    name: str
    about: str
    themes: tuple[str, ...]
    talents: tuple[str, ...]
    start: str
    around: tuple[str, str]
    nobody: str
    day: str
    """On which the last of their ties begins."""

    @classmethod
    def of(cls, own: Tables, identity: str, seen: list[str], everything: Tables) -> "Target":
        """Return the target of tables that hold one person, among the people (keys) who are seen."""
        (row,) = own.people
        near = [end for tie in own.ties for end in (tie.start, tie.end) if end in seen]
        around = list(dict.fromkeys([*near, *seen]))
        names = {each.name for each in everything.people}
        nobody = next(name for name in (row.name[::-1], row.name[::-1] + "q") if name not in names)
        return cls(
            id=identity,
            key=row.key,
            name=row.name,
            about=row.about or row.name,
            themes=tuple(interest.theme for interest in row.themes),
            talents=tuple(offer.talent for offer in row.talents),
            start=around[0],
            around=(around[0], around[1]),
            nobody=nobody,
            day=max((tie.since or TIELESS for tie in own.ties), default=TIELESS).isoformat(),
        )


def questions(target: Target) -> list[Question]:
    """Return everything that is asked about `target`."""
    partner, first = Role.PARTNER, target.name.split()[0]
    need: dict[str, Any] = {
        "text": target.about, "themes": list(target.themes), "talents": list(target.talents), "from": target.start
    }  # fmt: skip
    one, other = target.around
    nearest = (
        {"talent": target.talents[0]}
        if target.talents
        else {"cares_about": (*target.themes, "mobiliteit")[0]}
    )
    return [
        Question("search, name", partner, "/v1/search", {"q": target.name}),
        Question("search, misspelt", partner, "/v1/search", {"q": target.name[:2] + target.name[3:]}),
        Question("search, beginning", partner, "/v1/search", {"q": target.name[:4], "limit": "100"}),
        Question("search, count of a first name", partner, "/v1/search",
                 {"q": first, "kinds": "person", "limit": "100"}),
        Question("search, own words", partner, "/v1/search", {"q": target.about[:200]}),
        Question("error, id", partner, "/v1/paths", {"from": target.start, "to": target.id}),
        Question("error, key", partner, "/v1/paths", {"from": target.start, "to": target.key}),
        Question("error, name", partner, "/v1/paths", {"from": target.start, "to": target.name}),
        Question("error, record", partner, f"/v1/people/{target.id}"),
        Question("path around", partner, "/v1/paths", {"from": one, "to": other}),
        Question("path back", partner, "/v1/paths", {"from": other, "to": one, "routes": "10"}),
        Question("match, ranks and scores", partner, "/v1/matches", body={**need, "k": 50}),
        Question("explanation", partner, "/v1/matches/explanations", body={**need, "person": target.name}),
        Question("team", partner, "/v1/teams", body={**need, "size": 3}),
        Question("path, nearest by talent", partner, "/v1/paths", {"from": target.start, **nearest, "k": "5"}),
        Question("browse, people", partner, "/v1/directory/people", {"limit": "200"}),
        Question("browse, organisations", partner, "/v1/directory/organisations", {"limit": "200"}),
        Question("page", partner, "/", {"q": target.name}),
        Question("public, search", Role.PUBLIC, "/v1/search", {"q": target.name}),
        Question("public, refusal", Role.PUBLIC, f"/v1/people/{target.id}"),
        Question("planted: a coordinator's count of a first name", Role.COORDINATOR, "/v1/search",
                 {"q": first, "kinds": "person", "limit": "100"}, counted=True),
    ]  # fmt: skip


def pairs(target: Target) -> list[Pair]:
    """Return what is timed: each question about the target, and the same about a name or id that nobody has.

    Analyses are about nobody: there the one and the other are two parameters of it.
    """
    partner, way, begin = Role.PARTNER, "/v1/paths", {"from": target.start}
    theme = (*target.themes, "mobiliteit")[0]
    name, nobody = {**begin, "to": target.name}, {**begin, "to": target.nobody}
    return [
        Pair("path, name", partner, way, name, nobody),
        Pair("path, id", partner, way, {**begin, "to": target.id}, {**begin, "to": target.id[:-4] + "ZZZZ"}),
        Pair("search, name", partner, "/v1/search", {"q": target.name}, {"q": target.nobody}),
        Pair("search, beginning", partner, "/v1/search", {"q": target.name[:4]}, {"q": target.nobody[:4]}),
        Pair("page", partner, "/", {"q": target.name}, {"q": target.nobody}),
        Pair("coverage, a theme", partner, "/v1/analysis/coverage", {"theme": theme}, {"by": "district"}),
        Pair("trends", partner, "/v1/analysis/trends", {"years": "3"}, {"years": "2"}),
        Pair("planted: a coordinator's path, name", Role.COORDINATOR, way, name, nobody),
    ]
