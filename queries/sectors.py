"""Sectors in words: as they stand inside a sentence, and by themselves."""

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

SECTOR_NAMES: Mapping[str, Words] = {
    Sector.RESIDENT: Words("bewoners", "residents"),
    Sector.CIVIL_SOCIETY: Words("middenveld", "civil society"),
    Sector.CITY: Words("stad", "city"),
    Sector.POLITICS: Words("politiek", "politics"),
    Sector.BUSINESS: Words("ondernemers", "business"),
    Sector.EDUCATION: Words("onderwijs", "education"),
}
