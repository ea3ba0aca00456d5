"""Sectors in words, as they stand inside a sentence."""

from collections.abc import Mapping

from graph.model import Sector
from queries.phrases import Words

SECTOR_WORDS: Mapping[str, Words] = {
    Sector.RESIDENT: Words("burgers", "residents"),
    Sector.CIVIL_SOCIETY: Words("het middenveld", "civil society"),
    Sector.CITY: Words("de stad", "the city"),
    Sector.POLITICS: Words("de politiek", "politics"),
    Sector.BUSINESS: Words("ondernemers", "businesses"),
    Sector.EDUCATION: Words("het onderwijs", "education"),
}
