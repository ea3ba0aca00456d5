"""Who connects and what breaks, asked of a small town in which that is known."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, Stopped
from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Sector, Tables, TieRow
from queries import brokers_found
from queries.analysis_methods import FIGURES
from queries.basis import based
from queries.brokers import MOST_BROKERS, betweenness_of, brokers_analysis
from queries.figures import by_name
from queries.held import utc_today
from queries.pseudonyms import Pseudonyms
from tests.still import CITY, COORDINATOR, RESEARCHER, still_today

HIDDEN = "c2"


def person(key: str, sector: Sector | None) -> PersonRow:
    agrees = ConsentAnswer(Purpose.RESEARCH, given=key != HIDDEN)
    return PersonRow(
        Key(key), f"Naam van {key} (fictief)", sector=sector, consents=(agrees,), consent_date=utc_today()
    )


def town() -> Tables:
    """Twelve residents, each tied to one of three of the city: six to c1, four to c2 and two to c3, who know c1."""
    residents = [f"r{at:02}" for at in range(12)]
    pairs = [(each, "c1" if at < 6 else "c2" if at < 10 else "c3") for at, each in enumerate(residents)]
    pairs += [("c1", "c2"), ("c1", "c3")]
    people = [person(each, Sector.RESIDENT) for each in residents]
    people += [person(each, Sector.CITY) for each in ("c1", "c2", "c3")]
    people += [person("alone", None)]
    day = utc_today() - timedelta(days=1)
    return Tables(
        people=tuple(people),
        ties=tuple(TieRow(Key(a), Key(b), trust=0.9, last_contact=day) for a, b in pairs),
    )


def test_who_lies_on_most_routes_comes_first_with_what_is_known_of_them() -> None:
    answer = brokers_analysis(still_today(town()), COORDINATOR)
    assert [each.who.key for each in answer.brokers] == ["c1", "c2", "c3"]
    assert [each.rank for each in answer.brokers] == [1, 2, 3]
    first = answer.brokers[0]
    assert first.degree == 8
    assert first.articulation
    # Of 15 * 14 / 2 pairs of others, all of the 14 connected are joined over c1 but those that c2 and c3 join alone:
    # among c2 and its four residents, and among c3 and its two.
    assert first.betweenness == pytest.approx((14 * 13 / 2 - 5 * 4 / 2 - 3 * 2 / 2) / 105, abs=1e-6)
    assert first.error is None
    # From either side: 6 residents among themselves; c2 with c3; and each resident with c2 and with c3.
    assert first.roles == {
        "coordinator": 2,
        "gatekeeper": 12,
        "representative": 12,
        "consultant": 30,
        "liaison": 0,
    }
    assert sum(first.expected.values()) == pytest.approx(8 * 7)
    assert first.effective_size == 8


def test_figures_say_what_is_left_when_the_first_stop() -> None:
    answer = brokers_analysis(still_today(town()), COORDINATOR)
    figures = by_name(answer.about.figures)
    assert set(figures) <= set(FIGURES)
    values = {name: each.value for name, each in figures.items()}
    assert values == {
        "people": 16,
        "ties": 14,
        "articulation": 3,
        "left_connected": None,
        "bridges": 12,
        "bridge_people": 2,
        "bridges_left": None,
    }
    assert [step.stopped for step in answer.robustness] == [1, 2]
    # Without c1: c2 with four and c3 with two of 14 that were connected. Without c2 too: c3 with two of 13.
    assert [step.left_connected for step in answer.robustness] == [
        pytest.approx((10 + 3) / 91, abs=1e-6),
        pytest.approx(3 / 78, abs=1e-6),
    ]
    assert [step.bridges_left for step in answer.robustness] == [0.5, pytest.approx(2 / 12, abs=1e-6)]


def test_a_joint_tells_how_many_of_the_smaller_sector_have_such_ties() -> None:
    (joint,) = brokers_analysis(still_today(town()), COORDINATOR).joints
    assert (joint.ties, joint.people, joint.carried, joint.having) == (12, 2, 10, 3)


def test_a_sentence_says_over_whom_two_sectors_are_joined_and_what_goes_when_two_of_them_stop() -> None:
    said = brokers_analysis(still_today(town()), COORDINATOR).about.sentences
    assert [each.nl for each in said] == [
        "Bewoners en de stad zijn vooral verbonden over 2 mensen (Naam van c1 (fictief) en Naam van c2 (fictief)), "
        "met 10 van de 12 banden tussen hen; als deze twee stoppen, valt 83 % van die banden weg.",
        "Als de 2 grootste verbinders van het netwerk stoppen, blijft 4 % van de paren die nu verbonden zijn, ook "
        f"verbonden; bij even veel willekeurige mensen is dat {at_random()} %; van de banden tussen sectoren valt "
        "83 % weg.",
        "Er zijn 3 mensen zonder wie iemand losraakt van de rest.",
    ]
    assert said[2].en == "There are 3 people without whom somebody is cut off from the rest."


def at_random() -> int:
    step = brokers_analysis(still_today(town()), COORDINATOR).robustness[-1]
    assert step.at_random is not None
    assert 0.5 < step.at_random < 0.95
    return round(100 * step.at_random)


def test_five_who_stop_are_held_against_five_at_random() -> None:
    tables = town()
    line = [f"x{at}" for at in range(6)]
    day = utc_today()
    longer = replace(
        tables,
        people=(*tables.people, *(person(key, Sector.EDUCATION) for key in line)),
        ties=(
            *tables.ties,
            *(
                TieRow(Key(a), Key(b), trust=0.9, last_contact=day)
                for a, b in zip(["r00", *line], line, strict=False)
            ),
        ),
    )
    figures = by_name(brokers_analysis(still_today(longer), COORDINATOR).about.figures)
    left = figures["left_connected"]
    assert left.value is not None
    assert left.expected is not None
    assert left.value < left.expected
    assert (left.expected_low or 0.0) <= left.expected <= (left.expected_high or 0.0)


def test_a_researcher_hears_of_who_agreed_under_pseudonyms_that_are_new_every_time() -> None:
    snapshots = still_today(town())
    named = brokers_analysis(snapshots, COORDINATOR)
    one, other = (brokers_analysis(snapshots, RESEARCHER) for _ in range(2))
    assert one.about.people == 15
    assert [each.degree for each in one.brokers] == [7, 3]
    names = {each.who.name for each in (*named.brokers, *one.brokers, *other.brokers)}
    assert len(names) == 3 + 2 + 2
    assert {each.name for joint in one.joints for each in joint.who} <= {
        each.who.name for each in one.brokers
    }
    same = [brokers_analysis(snapshots, RESEARCHER, pseudonyms=Pseudonyms(b"one")) for _ in range(2)]
    assert same[0] == same[1]


def test_no_sentence_names_anybody_to_a_researcher() -> None:
    answer = brokers_analysis(still_today(town()), RESEARCHER)
    text = " ".join(each.nl + each.en for each in answer.about.sentences)
    assert "Naam" not in text
    assert "fictief" not in text
    assert not any(each.who.name in text for each in answer.brokers)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.ADMIN])
def test_whoever_may_not_hear_of_single_people_is_refused(role: Role) -> None:
    with pytest.raises(NotAllowed):
        brokers_analysis(still_today(town()), Viewer(role, CITY))


@pytest.mark.parametrize("k", [0, MOST_BROKERS + 1])
def test_a_number_of_people_that_means_nothing_is_refused(k: int) -> None:
    with pytest.raises(InvalidInput, match="verbinders"):
        brokers_analysis(still_today(town()), COORDINATOR, k=k)
    assert len(brokers_analysis(still_today(town()), COORDINATOR, k=1).brokers) == 1


def test_what_is_costly_is_worked_out_once_whatever_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshots = still_today(town())
    told: list[float] = []
    brokers_analysis(snapshots, COORDINATOR, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    monkeypatch.setattr(brokers_found, "betweenness", None)
    monkeypatch.setattr(brokers_found, "when_first_stop", None)
    assert len(brokers_analysis(snapshots, COORDINATOR, k=2).brokers) == 2


def test_it_can_be_stopped_and_asked_again() -> None:
    snapshots = still_today(town())

    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        brokers_analysis(snapshots, COORDINATOR, progress=stop)
    assert len(brokers_analysis(snapshots, COORDINATOR).brokers) == 3


def test_in_a_large_network_betweenness_is_sampled_and_says_how_far_it_may_be_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(brokers_found, "EXACT", 10)
    monkeypatch.setattr(brokers_found, "PIVOTS", 8)
    answer = brokers_analysis(still_today(town()), COORDINATOR)
    assert answer.about.parameters["pivots"] == 8
    assert answer.brokers[0].error is not None
    assert answer.brokers[0].error > 0.0


def test_the_betweenness_that_others_draw_with_is_the_same() -> None:
    snapshots = still_today(town())
    answer = brokers_analysis(snapshots, COORDINATOR)
    of = based(snapshots.snapshot, COORDINATOR, utc_today())
    value = betweenness_of(snapshots.snapshot, of).value
    assert np.sort(value)[::-1][:3] == pytest.approx([each.betweenness for each in answer.brokers], abs=1e-6)


def test_a_network_without_people_or_ties_is_answered_too() -> None:
    nobody = brokers_analysis(still_today(Tables()), COORDINATOR)
    assert [*nobody.brokers, *nobody.robustness, *nobody.joints] == []
    assert [each.nl for each in nobody.about.sentences] == [
        "Er zijn nog geen banden, dus niemand verbindt anderen."
    ]
    untied = replace(town(), ties=())
    assert by_name(brokers_analysis(still_today(untied), COORDINATOR).about.figures)["ties"].value == 0
