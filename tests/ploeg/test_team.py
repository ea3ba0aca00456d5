"""``team`` as somebody at a terminal sees it."""

import pytest

from tests.ploeg.given import DAY, Terminal
from tests.ploeg.test_wrong import told

ASKED = [
    "--talent",
    "voorzitten",
    "--talent",
    "verslag",
    "--theme",
    "mobiliteit",
    "--neighbourhood",
    "Zurenborg",
]


def test_a_team_is_shown_with_what_each_adds_and_what_is_missing(shared: Terminal) -> None:
    ran = shared("team", *ASKED, "-n", "2", "--as-of", DAY)
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert "Het team: Bilal Amrani en Carla Wouters." in said
    assert "Bilal Amrani en Carla Wouters kennen elkaar goed (0," in said
    assert "Samen uit één organisatie en 2 wijken." in said
    assert "‘verslag’ is niet gedekt; iemand buiten dit team biedt het wel." in said
    assert "Alle teams zijn afgewogen: geen enkel scoort hoger." in said


def test_a_team_in_english_is_english_only(shared: Terminal) -> None:
    said = " ".join(shared("team", *ASKED, "-n", "2", "--as-of", DAY, "--lang", "en").out.split())
    assert "The team: Bilal Amrani and Carla Wouters." in said
    assert "‘minutes’ is not covered, though somebody outside this team offers it." in said
    assert " en " not in said


def test_a_team_json_has_the_keys_of_the_api(shared: Terminal) -> None:
    document = shared("team", "v1", "--size", "2", "--json").document
    assert list(document) == [
        "request", "as_of", "revision", "size", "score", "parts", "members", "ties", "spread", "uncovered",
        "search", "sentence",
    ]  # fmt: skip
    assert list(document["parts"]) == ["talents", "themes", "fit", "ties", "spread"]
    made = sum(part["value"] * part["weight"] for part in document["parts"].values())
    assert round(made, 12) == document["score"]


def test_the_parts_of_a_team_are_shown_where_asked(shared: Terminal) -> None:
    assert "talenten 1,00 × " in " ".join(shared("team", "v1", "--parts").out.split())


def test_no_team_ends_with_one(shared: Terminal) -> None:
    ran = shared("team", "--talent", "voorzitten", "--language", "pl")
    assert ran.code == 1
    assert ran.out.startswith("Niemand gevonden die past: er is geen team.")


@pytest.mark.parametrize("size", ["1", "9", "0"])
def test_a_size_that_makes_no_team(shared: Terminal, size: str) -> None:
    told(shared("team", "v1", "--size", size), f"Een team van {size} kan niet; verwacht 2 tot 8 mensen.")


def test_a_talent_nobody_wrote_down(shared: Terminal) -> None:
    told(shared("team", "--talent", "zeilen"), "'zeilen'")


def test_a_team_for_nothing(shared: Terminal) -> None:
    told(shared("team"), "De vraag is leeg: geef een tekst, een thema of een talent.")


def test_a_team_for_a_request_that_is_not_there(shared: Terminal) -> None:
    told(shared("team", "v99"), "'v99'")
