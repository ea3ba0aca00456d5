"""Sectors have one name each, wherever they are told."""

import json
from pathlib import Path

import pytest

from graph.model import Sector
from queries.sectors import SECTOR_NAMES, SECTOR_WORDS
from viz.marks import SECTOR_NAMES as DRAWN
from viz.my_data_words import VALUES as OWN

MESSAGES = Path(__file__).parents[2] / "viz/web/src/messages"
ONE = {
    "nl": dict(
        zip(Sector, ("bewoner", "middenveld", "stad", "politiek", "bedrijf", "onderwijs"), strict=True)
    ),
    "en": dict(
        zip(Sector, ("resident", "civil society", "city", "politics", "business", "education"), strict=True)
    ),
}
MANY = {
    "nl": ONE["nl"] | {Sector.RESIDENT: "bewoners", Sector.BUSINESS: "bedrijven"},
    "en": ONE["en"] | {Sector.RESIDENT: "residents", Sector.BUSINESS: "businesses"},
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_the_terminal_and_files_name_sectors_alike(language: str) -> None:
    said = json.loads((MESSAGES / f"{language}.json").read_text(encoding="utf-8"))
    at = 0 if language == "nl" else 1
    assert {each: said[f"sector.{each}"] for each in Sector} == ONE[language]
    assert {each: OWN[each][at] for each in Sector} == ONE[language]
    assert {each: said[f"sectors.{each}"] for each in Sector} == MANY[language]
    for those in (SECTOR_NAMES, DRAWN):
        assert {each: getattr(those[each], language) for each in Sector} == MANY[language]
    for each in Sector:
        assert (
            getattr(SECTOR_WORDS[each], language)
            .removeprefix("de ")
            .removeprefix("het ")
            .removeprefix("the ")
            == MANY[language][each]
        )
