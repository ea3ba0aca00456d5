"""What is asked of a match, and the weights and constants that judge it: one place for every figure."""

from dataclasses import dataclass

PARTS = ("talents", "themes", "experience", "place", "text", "around", "reach", "freshness")
"""Names of the parts, in the order in which they are shown."""

CONTENT = ("talents", "themes", "experience", "text", "around")
"""Parts that say something of what was asked: somebody with none of them is no match."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for, in ids; `asker` (a person or an organisation) is never proposed, nor are people in `but`."""

    text: str = ""
    themes: tuple[str, ...] = ()
    talents: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    kind: str | None = None
    asker: str | None = None
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MatchModel:
    """Weights of the parts and the constants inside them (docs/decisions/0003).

    Attributes
    ----------
    talents, themes, experience, place, text, around, reach, freshness
        Weights, before those of parts that were not asked are left out and the others scaled to sum 1.
    related
        What a broader or narrower talent or theme counts (DESIGN section 9).
    level_most, level_unknown
        The highest level of a talent, and the one that counts where nobody said.
    took_part
        What one initiative that ends today, exactly on the theme, adds at most to experience.
    participant, organiser
        Share of that for somebody who took part without leading, and for a running member of an organisation
        that organised it.
    organisation_largest
        Size above which an organisation's work says nothing of a single member, as for ties (DESIGN section 7).
    half_life, undated
        Days in which experience loses half, as for ties; the age of an initiative without a date.
    bordering, same_district, same_city
        Place, next to 1 for the neighbourhood itself (DESIGN section 9).
    strong, empty_tie
        Strength from which a tie counts for what is around somebody; the weight of a tie to nobody that is
        averaged in, so that one good neighbour says less than three (a shrunken mean).
    spread, spread_place
        What is taken off the score of somebody who shares an organisation with one already chosen, and which
        share of it for a shared neighbourhood (maximal marginal relevance, Carbonell & Goldstein, SIGIR 1998).
    pool
        From how many times `k` people the first `k` are chosen.
    """

    talents: float = 0.24
    themes: float = 0.13
    experience: float = 0.10
    place: float = 0.13
    text: float = 0.20
    around: float = 0.10
    reach: float = 0.06
    freshness: float = 0.04
    related: float = 0.5
    level_most: int = 3
    level_unknown: int = 2
    took_part: float = 0.5
    participant: float = 0.7
    organiser: float = 0.25
    organisation_largest: int = 25
    untold: int | None = None
    """Size taken for an organisation whose table says none, so that nobody is counted who did not agree
    (docs/decisions/0009); ``None`` for the people known in it."""
    half_life: float = 1095.75
    undated: float = 1095.75
    bordering: float = 0.8
    same_district: float = 0.6
    same_city: float = 0.3
    strong: float = 0.35
    empty_tie: float = 1.0
    spread: float = 0.1
    spread_place: float = 0.5
    pool: int = 5

    def weights(self) -> dict[str, float]:
        """Return the weight of each part."""
        return {name: float(getattr(self, name)) for name in PARTS}


DEFAULT = MatchModel()
