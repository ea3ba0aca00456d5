"""People of one household are not one person, however much they share."""

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Key, PersonRow
from ingest.duplicates import likely_duplicates

CLEARLY_DIFFERENT = (
    "Jan",
    "Fatima",
    "Sofie",
    "Wout",
    "Yasmina",
    "Dirk",
    "Chloë",
    "Mustafa",
    "Griet",
    "Elke",
    "Bjorn",
)
SURNAMES = (
    "Peeters",
    "Van den Berghe",
    "El Amrani",
    "De Smet",
    "Yılmaz",
    "Vandenbroucke",
    "García López",
    "Maes",
)
ORDERS = ("{first} {last}", "{last}, {first}", "{last} {first}")

first_names = st.lists(st.sampled_from(CLEARLY_DIFFERENT), min_size=2, max_size=5, unique=True)


def housemate(key: str, name: str, *, email: str | None = None, place: str | None = None) -> PersonRow:
    places = (Key(place),) if place else ()
    return PersonRow(
        Key(key),
        name,
        email=email,
        phone="0475 12 34 56",
        neighbourhoods=places,
        organisations=(Key("school"),),
    )


@given(firsts=first_names, last=st.sampled_from(SURNAMES), order=st.sampled_from(ORDERS))
def test_one_phone_address_and_surname_do_not_make_two_first_names_one(
    firsts: list[str], last: str, order: str
) -> None:
    household = [
        housemate(f"p{at}", order.format(first=first, last=last), email="thuis@example.org", place="w")
        for at, first in enumerate(firsts)
    ]
    assert likely_duplicates(household) == ()


@given(
    firsts=first_names,
    lasts=st.lists(st.sampled_from(SURNAMES), min_size=5, max_size=5),
    orders=st.lists(st.sampled_from(ORDERS[:2]), min_size=5, max_size=5),
)
def test_what_is_shared_never_outweighs_first_names_in_any_writing(
    firsts: list[str], lasts: list[str], orders: list[str]
) -> None:
    household = [
        housemate(
            f"p{at}", orders[at].format(first=first, last=lasts[at]), email="thuis@example.org", place="w"
        )
        for at, first in enumerate(firsts)
    ]
    assert likely_duplicates(household) == ()


@given(first=st.sampled_from(CLEARLY_DIFFERENT), lasts=st.permutations(SURNAMES))
def test_phone_and_first_name_alone_do_not_suffice(first: str, lasts: list[str]) -> None:
    people = [
        PersonRow(Key(f"p{at}"), f"{first} {last}", phone="0475 12 34 56")
        for at, last in enumerate(lasts[:3])
    ]
    assert likely_duplicates(people) == ()


@given(
    first=st.sampled_from(CLEARLY_DIFFERENT), last=st.sampled_from(SURNAMES), order=st.sampled_from(ORDERS)
)
def test_one_name_and_address_are_one_person_in_any_writing(first: str, last: str, order: str) -> None:
    people = [
        PersonRow(Key("a"), f"{first} {last}", email="x@example.org"),
        PersonRow(Key("b"), order.format(first=first, last=last), email="X@example.org"),
    ]
    assert [(pair.one, pair.other) for pair in likely_duplicates(people)] == [("a", "b")]
