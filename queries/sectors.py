"""Sectors in words: one name each, wherever they are told."""

from collections.abc import Mapping

from graph.model import Sector
from queries.phrases import Words

SECTOR_NAMES: Mapping[str, Words] = {
    Sector.RESIDENT: Words("bewoners", "residents"),
    Sector.CIVIL_SOCIETY: Words("middenveld", "civil society"),
    Sector.CITY: Words("stad", "city"),
    Sector.POLITICS: Words("politiek", "politics"),
    Sector.BUSINESS: Words("bedrijven", "businesses"),
    Sector.EDUCATION: Words("onderwijs", "education"),
}
"""As they stand in a table or a legend; a table that is imported has the same words, of one."""

SECTOR_WORDS: Mapping[str, Words] = SECTOR_NAMES | {
    Sector.CIVIL_SOCIETY: Words("het middenveld", "civil society"),
    Sector.CITY: Words("de stad", "the city"),
    Sector.POLITICS: Words("de politiek", "politics"),
    Sector.EDUCATION: Words("het onderwijs", "education"),
}
"""As they stand inside a sentence."""
