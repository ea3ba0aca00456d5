"""How far sectors are bridged in two or three sentences, Dutch and English, from the figures of the answer alone."""

from queries.across_words import across_words
from queries.amounts import amount, average
from queries.analysis_answers import BridgingAnswer, SectorPair
from queries.figures import by_name
from queries.phrases import Words
from queries.sectors import SECTOR_WORDS


def bridging_words(answer: BridgingAnswer) -> tuple[Words, ...]:
    """Say how many ties run between sectors, which two know each other least beside chance, and which most."""
    said = (across_words(by_name(answer.about.figures).get("ei_index")), _little(answer), _inward(answer))
    found = tuple(words for words in said if words is not None)
    if found:
        return found
    return (
        Words(
            "Er zijn te weinig banden om iets over te zeggen.",
            "There are too few ties to tell of.",
        ),
    )


def fewest(answer: BridgingAnswer) -> SectorPair | None:
    """Return the two sectors with the fewest ties beside chance, where that is fewer than chance makes of them."""
    below = [
        (pair.ties.value / pair.ties.expected, at)
        for at, pair in enumerate(answer.pairs)
        if pair.one != pair.other
        and pair.ties.value is not None
        and pair.ties.expected
        and pair.ties.expected_low is not None
        and pair.ties.value < pair.ties.expected_low
    ]
    return answer.pairs[min(below)[1]] if below else None


def _little(answer: BridgingAnswer) -> Words | None:
    pair = fewest(answer)
    if pair is None or pair.ties.value is None or pair.ties.expected is None:
        return None
    one, other = SECTOR_WORDS[pair.one], SECTOR_WORDS[pair.other]
    count, chance = amount(pair.ties.value), average(pair.ties.expected)
    one_tie = pair.ties.value == 1
    are, tie, ties = ("is", "band", "tie") if one_tie else ("zijn", "banden", "ties")
    be = "is" if one_tie else "are"
    return Words(
        f"Vooral {one.nl} en {other.nl} kennen elkaar weinig: er {are} {count.nl} {tie}, bij toeval {chance.nl}.",
        f"Above all, {one.en} and {other.en} know each other little: "
        f"there {be} {count.en} {ties}, {chance.en} by chance.",
    )


def _inward(answer: BridgingAnswer) -> Words | None:
    """Say whose ties within the sector go furthest beyond chance; another sector may have more of them."""
    further = [
        (sector.ei_index.value - sector.ei_index.expected, at)
        for at, sector in enumerate(answer.sectors)
        if sector.ei_index.value is not None
        and sector.ei_index.expected is not None
        and sector.ei_index.expected_low is not None
        and sector.ei_index.value < sector.ei_index.expected_low
    ]
    if not further:
        return None
    sector = answer.sectors[min(further)[1]]
    words = SECTOR_WORDS[sector.sector]
    if sector.inside is None or sector.outside is None:
        return None
    inside, total = amount(sector.inside), amount(sector.inside + sector.outside)
    return Words(
        f"Bij {words.nl} komen banden binnen de eigen sector het verst uit boven wat toeval geeft: "
        f"{inside.nl} van de {total.nl} banden.",
        f"For {words.en}, ties within the same sector go furthest beyond what chance gives: "
        f"{inside.en} of {total.en} ties.",
    )
