"""In the terminal too nobody leaves a trace: erase whoever a partner may not use, and the same bytes are printed.

That every command keeps to its role is tested in ``tests/ploeg/test_command_access.py``, and what a question may use
in :mod:`tests.properties.test_no_trace_http`; here it is how a command shows it.
"""

import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, analysed, connectors, standing, visible
from graph.model import Purpose
from graph.network import Mask, Network
from graph.store import Store
from ingest.load import load
from queries.records import erase_person
from queries.snapshot import build
from queries.snapshots import utc_today
from tests.conftest import wipe
from tests.networks import random_city
from tests.ploeg.given import Ran, Terminal

CITY = "proefstad"
PARTNER = Viewer(Role.PARTNER, CITY)


@pytest.fixture(scope="module")
def kept(_embedded: Store) -> Store:
    """The store that each example fills anew."""
    return _embedded


@pytest.fixture(scope="module")
def terminal(kept: Store, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    folder = tmp_path_factory.mktemp("typed")
    return Terminal(kept.settings.data, CITY, folder, at=folder)


def filled(store: Store, seed: int) -> Network:
    wipe(store)
    load(store, random_city(seed, people=9, ties=26), city=CITY, today=utc_today())
    return build(store, CITY)


def questions(network: Network, seen: Mask, used: Mask) -> list[list[str]]:
    """Return commands about whom a partner may see, and about whom they may not."""
    ends = [network.people[at].key for at in np.flatnonzero(seen)[:2].tolist()]
    others = [network.people[at] for at in np.flatnonzero(~used)[:2].tolist()]
    meant = [text for person in others for text in (person.id, person.key, person.name)]
    origin = ["--from", ends[0]] if ends else []
    return [
        *(["search", text] for text in ("persoon", "buurt", "begeleiden", *meant)),
        *(["path", start, end] for start in ends for end in (*ends, *meant)),
        *(["path", start, "--talent", "s1"] for start in ends),
        ["match", "--theme", "t1", "--talent", "s1", *origin],
        ["match", "--text", "wie begeleidt buurtwerking rond verkeer", "-k", "5"],
        ["team", "--theme", "t1", "--talent", "s2", "--size", "3", *origin],
        *(["match", "--theme", "t1", "--from", text] for text in meant),
        ["export", "city.csv.zip"],
        ["forget", others[0].key if others else "p00", "--yes"],
    ]


def printed(terminal: Terminal, words: list[str], *more: str) -> Ran:
    return terminal(*words, *more, PLOEG_LOCAL_ROLE="partner")


@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    # A seed has nothing to shrink to.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6))
def test_a_command_of_a_partner_tells_nothing_of_the_hidden(
    kept: Store, terminal: Terminal, seed: int
) -> None:
    network = filled(kept, seed)
    now = standing(network, utc_today())
    seen = visible(now, PARTNER)
    used = seen | connectors(network, now, PARTNER, network.asked(network.themes))
    used |= connectors(network, now, PARTNER, None)
    asked = questions(network, seen, used)
    before = [printed(terminal, words, "--json") for words in asked]
    for at in np.flatnonzero(~used).tolist():
        erase_person(kept, Viewer(Role.COORDINATOR, CITY), network.people[at].id)
    for words, ran in zip(asked, before, strict=True):
        assert printed(terminal, words, "--json") == ran, words
    assert not (terminal.at / "city.csv.zip").exists()
    assert {ran.code for ran in before} <= {0, 1}


QUESTIONS = ("summary", "communities", "bridging", "coverage", "trends")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.RESEARCHER])
def test_an_analysis_tells_nothing_of_who_does_not_agree_to_research(
    kept: Store, terminal: Terminal, role: Role
) -> None:
    wipe(kept)
    load(kept, random_city(3, people=30, ties=100), city=CITY, today=utc_today())
    network = build(kept, CITY)
    agree = analysed(standing(network, utc_today()), Viewer(role, CITY))

    def asked() -> list[Ran]:
        return [
            terminal("analyse", question, "--no-keep", PLOEG_LOCAL_ROLE=str(role), COLUMNS="80")
            for question in QUESTIONS
        ]

    before = asked()
    assert {ran.code for ran in before} == {0}
    for at in np.flatnonzero(~agree).tolist():
        erase_person(kept, Viewer(Role.COORDINATOR, CITY), network.people[at].id)
    assert asked() == before


def test_the_comparison_sees_whoever_is_seen(kept: Store, terminal: Terminal) -> None:
    network = filled(kept, 1)
    seen = np.flatnonzero(visible(standing(network, utc_today()), PARTNER)).tolist()
    assert seen
    person = network.people[seen[0]]
    before = printed(terminal, ["search", person.key], "--json")
    erase_person(kept, Viewer(Role.COORDINATOR, CITY), person.id)
    assert printed(terminal, ["search", person.key], "--json") != before


def test_a_file_for_others_tells_nothing_of_the_hidden(kept: Store, terminal: Terminal) -> None:
    network = filled(kept, 14)
    now = standing(network, utc_today())
    used = {
        Role.PUBLIC: now.purposes[Purpose.RESEARCH],
        Role.PARTNER: now.purposes[Purpose.RESEARCH] | visible(now, PARTNER),
    }
    hidden = np.flatnonzero(~used[Role.PARTNER]).tolist()
    assert hidden
    before = [exported(terminal, role) for role in used]
    for at in hidden:
        erase_person(kept, Viewer(Role.COORDINATOR, CITY), network.people[at].id)
    assert [exported(terminal, role) for role in used] == before
    assert before[0] != before[1]


def exported(terminal: Terminal, role: Role) -> tuple[str, list[bytes]]:
    """Return what is printed and the tables that are written; the second at which that was is beside them."""
    file = f"{role}.nodes.zip"
    ran = terminal("export", file, "--force", "--json", PLOEG_LOCAL_ROLE=str(role))
    with zipfile.ZipFile(terminal.at / file) as archive:
        return ran.out, [archive.read(name) for name in archive.namelist() if name.endswith(".csv")]
