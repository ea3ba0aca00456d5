"""The sample city: the same everywhere, whole, marked as invented, and with every mixture in it."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date

import numpy as np
import pytest

from graph.access import Role, Viewer, connectors, standing
from graph.analytics.paths import connector_factors, trusted_routes
from graph.errors import InvalidInput
from graph.model import (
    Availability,
    Key,
    OrganisationRow,
    PersonRow,
    Purpose,
    RequestKind,
    RequestStatus,
    Scope,
    Sector,
    Tables,
)
from graph.trust import ties
from ingest.sample import sample_city
from ingest.sample_draw import Draw
from tests.networks import network_of

TODAY = date(2026, 11, 23)
KNOWN_DRAWS = [400, 35, 347, 524, 885]


@pytest.fixture(scope="module")
def city() -> Tables:
    return sample_city(today=TODAY)


@pytest.fixture(scope="module")
def small() -> Tables:
    return sample_city(200, 7, today=TODAY)


def digest(hash_seed: str) -> str:
    program = (
        "from datetime import date; from hashlib import sha256; from ingest.sample import sample_city;"
        "print(sha256(repr(sample_city(200, 7, today=date(2026, 11, 23))).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, env=environment
    )
    return run.stdout


def test_the_same_seed_gives_the_same_city(small: Tables) -> None:
    assert sample_city(200, 7, today=TODAY) == small


def test_processes_that_hash_differently_make_the_same_city() -> None:
    assert digest("1") == digest("2")


def test_another_seed_gives_another_city(small: Tables) -> None:
    assert sample_city(200, 8, today=TODAY).people != small.people


def test_chance_is_the_mersenne_twister_of_python() -> None:
    draw = Draw(1, "ties")
    assert [draw.between(0, 999) for _ in range(5)] == KNOWN_DRAWS


@pytest.mark.parametrize("people", [0, 199, 100_001])
def test_a_size_out_of_range_is_refused(people: int) -> None:
    with pytest.raises(InvalidInput, match="200"):
        sample_city(people, today=TODAY)


@pytest.mark.parametrize("people", [200, 1000])
def test_the_city_has_as_many_people_as_asked(people: int) -> None:
    assert len(sample_city(people, today=TODAY).people) == people


def test_the_neighbourhoods_are_the_66_of_antwerp_without_the_river(city: Tables) -> None:
    keys = {row.key for row in city.neighbourhoods}
    assert len(keys) == 66
    assert "SCH01" not in keys
    assert {row.city for row in city.neighbourhoods} == {"Antwerpen"}
    assert all(
        51.1 < (row.latitude or 0) < 51.4 and 4.2 < (row.longitude or 0) < 4.6 for row in city.neighbourhoods
    )


@pytest.mark.parametrize("people", [200, 2000])
def test_keys_and_pairs_stand_once(people: int) -> None:
    tables = sample_city(people, 3, today=TODAY)
    keyed: list[list[Key]] = [
        [row.key for row in tables.neighbourhoods],
        [row.key for row in tables.themes],
        [row.key for row in tables.talents],
        [row.key for row in tables.organisations],
        [row.key for row in tables.people],
        [row.key for row in tables.initiatives],
        [row.key for row in tables.requests],
    ]
    assert all(len(set(keys)) == len(keys) for keys in keyed)
    ordered = [(row.start, row.end) for row in tables.ties]
    assert len(set(ordered)) == len(ordered)
    joined = [(row.person, row.organisation, row.since) for row in tables.memberships]
    assert len(set(joined)) == len(joined)
    there = [(row.person, row.initiative) for row in tables.participations]
    assert len(set(there)) == len(there)


@pytest.mark.parametrize("people", [200, 2000])
def test_every_reference_resolves(people: int) -> None:
    tables = sample_city(people, 3, today=TODAY)
    persons = {row.key for row in tables.people}
    bodies = {row.key for row in tables.organisations}
    past = {row.key for row in tables.initiatives}
    themes = {row.key for row in tables.themes}
    talents = {row.key for row in tables.talents}
    areas = {row.key for row in tables.neighbourhoods}
    assert {row.broader for row in tables.themes} <= themes | {None}
    assert {row.broader for row in tables.talents} <= talents | {None}
    everybody: list[PersonRow | OrganisationRow] = [*tables.people, *tables.organisations]
    for row in everybody:
        assert {interest.theme for interest in row.themes} <= themes
        assert {offer.talent for offer in row.talents} <= talents
        assert set(row.neighbourhoods) <= areas
    for initiative in tables.initiatives:
        assert set(initiative.themes) <= themes
        assert set(initiative.neighbourhoods) <= areas
        assert set(initiative.organisations) <= bodies
    for request in tables.requests:
        assert request.asker is None or request.asker in persons | bodies
        assert set(request.themes) <= themes
        assert set(request.talents) <= talents
        assert set(request.neighbourhoods) <= areas
    assert {key for tie in tables.ties for key in (tie.start, tie.end)} <= persons
    assert {row.person for row in tables.memberships} <= persons
    assert {row.organisation for row in tables.memberships} <= bodies
    assert {row.person for row in tables.participations} <= persons
    assert {row.initiative for row in tables.participations} <= past
    assert {row.person for row in tables.consents} <= persons
    assert {theme for row in tables.consents for theme in row.themes} <= themes


def test_nobody_is_tied_to_themselves(city: Tables) -> None:
    assert all(tie.start != tie.end for tie in city.ties)


def test_scores_and_trust_lie_in_their_ranges(city: Tables) -> None:
    scores = {score for tie in city.ties for score in (tie.openness, tie.reliability, tie.shared_aim)}
    assert scores == {None, 1, 2, 3, 4}
    assert all(0 <= tie.trust <= 1 for tie in city.ties if tie.trust is not None)


def test_dates_of_ties_are_in_order_and_not_in_the_future(city: Tables) -> None:
    assert all((tie.since or date.min) <= (tie.last_contact or TODAY) <= TODAY for tie in city.ties)


def test_memberships_and_initiatives_end_after_they_begin(city: Tables) -> None:
    assert all((row.since or date.min) <= (row.until or date.max) for row in city.memberships)
    assert all((row.start or date.min) <= (row.end or date.max) for row in city.initiatives)


def test_everybody_is_marked_as_invented(city: Tables) -> None:
    names = [row.name for row in city.people] + [row.name for row in city.organisations]
    assert all(name.endswith(" (fictief)") for name in names)


def test_mail_sites_and_telephones_belong_to_nobody(city: Tables) -> None:
    mail = [row.email for row in city.people] + [row.email for row in city.organisations]
    assert all(address.endswith("@example.org") for address in mail if address)
    assert all(row.website.endswith(".example.org") for row in city.organisations if row.website)
    assert all(re.fullmatch(r"0400( \d\d){3}", row.phone) for row in city.people if row.phone)


@pytest.mark.parametrize("people", [200, 2000])
def test_requests_of_every_kind_and_status_occur(people: int) -> None:
    tables = sample_city(people, 5, today=TODAY)
    assert {row.kind for row in tables.requests} == set(RequestKind)
    assert {row.status for row in tables.requests} == set(RequestStatus)


def test_at_least_25_requests_are_worded_differently(city: Tables) -> None:
    assert len({row.text[:60] for row in city.requests if row.text}) >= 25


def test_no_text_keeps_an_open_slot(city: Tables) -> None:
    texts = [row.about or "" for row in city.people] + [row.about or "" for row in city.organisations]
    texts += [row.about or "" for row in city.initiatives]
    texts += [row.lessons or "" for row in city.initiatives] + [row.title for row in city.initiatives]
    texts += [f"{row.title} {row.text}" for row in city.requests]
    assert not [text for text in texts if "{" in text or "}" in text]


def test_most_texts_of_people_differ_and_some_are_empty(city: Tables) -> None:
    texts = [row.about for row in city.people]
    assert 0.1 < texts.count(None) / len(texts) < 0.3
    assert len(set(texts)) > 1000


def test_people_are_of_every_sector_level_and_availability(city: Tables) -> None:
    assert {row.sector for row in city.people} == {*Sector, None}
    assert {row.level for row in city.people} == {1, 2, 3, None}
    assert {row.availability for row in city.people} == {*Availability, None}


def test_some_people_are_paused_and_some_are_asked_enough(city: Tables) -> None:
    assert any(row.paused_until and row.paused_until > TODAY for row in city.people)
    assert any(row.paused_until and row.paused_until < TODAY for row in city.people)
    assert any((row.open_asks or 0) >= (row.ask_limit or 3) for row in city.people)


def test_consents_stand_in_the_columns_or_as_events_never_in_both(city: Tables) -> None:
    columns = {(row.key, answer.purpose) for row in city.people for answer in row.consents}
    assert columns.isdisjoint({(row.person, row.purpose) for row in city.consents})


def test_columns_with_consents_carry_a_day(city: Tables) -> None:
    assert all(row.consent_date is not None for row in city.people if row.consents)


def test_every_mixture_of_consents_occurs(city: Tables) -> None:
    events = city.consents
    asked = {row.person for row in events}
    assert any(not row.consents and row.key not in asked for row in city.people)
    assert any(row.given and row.end and row.end < TODAY for row in events)
    assert any(row.given and row.end and row.end > TODAY for row in events)
    assert any(not row.given for row in events)
    assert any(row.themes and row.purpose is Purpose.CONNECTOR for row in events)
    scopes = {answer.scope for row in city.people for answer in row.consents if answer.given}
    assert scopes == {None, Scope.COORDINATOR, Scope.PARTNERS}
    for purpose in Purpose:
        assert {
            answer.given for row in city.people for answer in row.consents if answer.purpose is purpose
        } == {
            True,
            False,
        }


def test_about_70_percent_may_be_matched_and_60_percent_may_be_asked_to_introduce(city: Tables) -> None:
    now = standing(network_of(city, TODAY), TODAY).purposes
    assert 0.65 < now[Purpose.MATCHING].mean() < 0.8
    assert 0.55 < now[Purpose.CONNECTOR].mean() < 0.7


def test_ties_are_about_five_a_person(city: Tables) -> None:
    assert 4.5 < len(city.ties) / len(city.people) < 5.5


def test_a_few_people_have_very_many_ties(city: Tables) -> None:
    degrees = sorted(Counter(key for tie in city.ties for key in (tie.start, tie.end)).values())
    assert degrees[-1] > 80
    assert degrees[len(degrees) // 2] <= 10
    assert sum(degrees[-40:]) > 0.15 * sum(degrees)


def test_ties_are_declared_in_every_way(city: Tables) -> None:
    ways = Counter((tie.trust is not None, tie.openness is not None) for tie in city.ties)
    assert set(ways) == {(True, True), (True, False), (False, True), (False, False)}
    pairs = {(tie.start, tie.end) for tie in city.ties}
    both = sum((end, start) in pairs for start, end in pairs)
    assert 0.3 < both / len(pairs) < 0.8
    assert any(tie.since is None and tie.last_contact is None for tie in city.ties)


def test_most_organisations_are_small_and_a_handful_count_hundreds(city: Tables) -> None:
    sizes = sorted(row.size for row in city.organisations if row.size)
    assert sizes[len(sizes) // 2] <= 40
    assert 3 <= sum(size > 100 for size in sizes) <= 30


def test_initiatives_lie_in_ten_years_with_a_few_running_and_undated(city: Tables) -> None:
    starts = [row.start for row in city.initiatives if row.start]
    assert min(starts).year <= 2018
    assert max(starts) <= TODAY
    assert 0 < sum(row.start is None for row in city.initiatives) < 0.1 * len(city.initiatives)
    running = sum(row.start is not None and (row.end is None or row.end >= TODAY) for row in city.initiatives)
    assert 0 < running < 0.3 * len(city.initiatives)


def test_the_size_of_an_initiative_is_sometimes_more_than_who_is_known(city: Tables) -> None:
    known = Counter(row.initiative for row in city.participations)
    larger = [row.size > known[row.key] for row in city.initiatives if row.size]
    assert sum(larger) / len(larger) > 0.2
    assert all(row.size >= known[row.key] for row in city.initiatives if row.size)


def test_a_trusted_path_exists_between_most_pairs(city: Tables) -> None:
    network = network_of(city, TODAY)
    strong = ties(network, TODAY, today=TODAY)
    viewer = Viewer(Role.COORDINATOR, "antwerpen")
    factors = connector_factors(
        strong, connectors(network, standing(network, TODAY), viewer, None), network.load
    )
    pairs = np.random.Generator(np.random.PCG64(4)).integers(0, len(city.people), (200, 2))
    found = [
        bool(trusted_routes(strong, factors, int(start), int(end), routes=1))
        for start, end in pairs
        if start != end
    ]
    assert sum(found) / len(found) > 0.6
