"""Pairs that are likely one person, and pairs that are not."""

import pytest

from graph.model import Key, PersonRow
from ingest.duplicates import LARGEST_BLOCK, LikelyDuplicate, likely_duplicates


def person(
    key: str, name: str, email: str = "", phone: str = "", place: str = "", group: str = ""
) -> PersonRow:
    return PersonRow(
        Key(key),
        name,
        email=email or None,
        phone=phone or None,
        neighbourhoods=(Key(place),) if place else (),
        organisations=(Key(group),) if group else (),
    )


def found(*people: PersonRow) -> tuple[LikelyDuplicate, ...]:
    return likely_duplicates(people)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("a", "Jan Peeters", email="jan@x.be"), person("b", "Jan Peeters", email="Jan+ploeg@X.be")),
        (person("a", "Jan Peeters", place="w"), person("b", "Peeters, Jan", place="w")),
        (
            person("a", "Els Van den Berg", phone="0475 12 34 56"),
            person("b", "Els Vandenberg", phone="+32475123456"),
        ),
        (
            person("a", "Fatima El Amrani", place="w", group="o"),
            person("b", "Fatma El Amrani", place="w", group="o"),
        ),
        (person("a", "Joris Claes", phone="031234567"), person("b", "Joris Klaas", phone="03/123.45.67")),
        (person("a", "J. Peeters", email="jp@x.be"), person("b", "Jan Peeters", email="jp@x.be")),
        (person("a", "José Núñez", place="w"), person("b", "Jose Nunez", place="w")),
    ],
)
def test_same_person_written_differently_is_found(one: PersonRow, other: PersonRow) -> None:
    assert [(pair.one, pair.other) for pair in found(one, other)] == [("a", "b")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("a", "An Peeters", phone="031234567"), person("b", "Jan Peeters", phone="031234567")),
        (person("a", "Piet Maes", phone="031234567"), person("b", "Els Claes", phone="031234567")),
        (person("a", "Piet Maes", email="info@x.be"), person("b", "Els Claes", email="info@x.be")),
        (
            person("a", "Jan Peeters", email="jan@x.be", place="w"),
            person("b", "Jan Peeters", email="jp@y.be", place="v"),
        ),
        (person("a", "Jan Peeters"), person("b", "Johan Pieters")),
    ],
)
def test_different_people_are_not_found(one: PersonRow, other: PersonRow) -> None:
    assert found(one, other) == ()


def test_reasons_are_told_in_two_languages() -> None:
    pair = found(
        person("a", "Jan Peeters", phone="031234567", place="w"),
        person("b", "Jan Peeters", phone="031234567", place="w"),
    )[0]
    assert sorted((reason.nl, reason.en) for reason in pair.reasons) == [
        ("dezelfde naam", "the same name"),
        ("dezelfde telefoon", "the same phone"),
        ("dezelfde wijk", "the same neighbourhood"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Jan Peeters", "Peeters, Jan", "dezelfde naam"),
        ("Els Wouters", "E. Wouters", "een voorletter die past: Els Wouters, E. Wouters"),
        ("Mieke Wouters", "Maria Wouters", "vormen van één voornaam: Mieke Wouters, Maria Wouters"),
        ("Els Wouters-Maes", "Els Maes", "een familienaam met een deel meer: Els Wouters-Maes, Els Maes"),
        ("Els Wouters", "Els Maes", "dezelfde voornaam met een andere familienaam: Els Wouters, Els Maes"),
        ("Els Wouters", "Wouters Els", "voor- en familienaam omgewisseld: Els Wouters, Wouters Els"),
        (
            "Robrecht Wolters",
            "Robrecht Wouters",
            "namen die op elkaar lijken: Robrecht Wolters, Robrecht Wouters",
        ),
        ("JosÃ© NÃºÃ±ez", "José Núñez", "dezelfde naam"),
        (
            "Els v.d. Berghe",
            "Els Van den Berghe",
            "namen die op elkaar lijken: Els v.d. Berghe, Els Van den Berghe",
        ),
    ],
)
def test_reason_says_how_names_agree(one: str, other: str, said: str) -> None:
    (pair,) = found(
        person("a", one, email="x@x.be", place="w", group="o"),
        person("b", other, email="x@x.be", place="w", group="o"),
    )
    assert said in [reason.nl for reason in pair.reasons]


def test_weightiest_reason_comes_first() -> None:
    (pair,) = found(
        person("a", "Jan Peeters", email="jan@x.be", place="w"),
        person("b", "Jan Peeters", email="jan@x.be", place="w"),
    )
    assert [reason.en for reason in pair.reasons].index("the same e-mail") == 0


def test_the_score_says_how_sure_it_is() -> None:
    everything = [person(key, "Jan Peeters", email="jan@x.be", place="w", group="o") for key in "ab"]
    little = [
        person("a", "Els Wouters", email="x@x.be", place="w"),
        person("b", "Els Maes", email="x@x.be", place="v"),
    ]
    sure, unsure = (found(*pair)[0].score for pair in (everything, little))
    assert sure > 0.9 > unsure


@pytest.mark.parametrize("name", ["", "?", "Jr.", "De", "V.", ",", "…", "Ã", "van den", "王", "O'"])
def test_odd_name_stops_nothing(name: str) -> None:
    people = [
        person("a", name, email="x@x.be"),
        person("b", "Jan Peeters", email="x@x.be"),
        person("c", name),
    ]
    assert all(pair.one != pair.other for pair in likely_duplicates(people))


def test_likeliest_pair_comes_first_and_the_limit_holds() -> None:
    people = [
        person("a", "Jan Peeters", email="jan@x.be"),
        person("b", "Jan Peeters"),
        person("c", "Jan Peeters", email="jan@x.be"),
    ]
    assert [(pair.one, pair.other) for pair in likely_duplicates(people, limit=1)] == [("a", "c")]


def test_value_that_very_many_share_says_nothing() -> None:
    people = [person(f"p{n:03}", "Jan Peeters", phone="031234567") for n in range(LARGEST_BLOCK + 1)]
    assert found(*people) == ()


def test_pair_that_was_decided_on_is_left_out() -> None:
    people = [person(key, "Jan Peeters", email="jan@x.be") for key in "abc"]
    decided = {frozenset((Key("b"), Key("a")))}
    pairs = [(pair.one, pair.other) for pair in likely_duplicates(people, decided=decided)]
    assert pairs == [("a", "c"), ("b", "c")]
