"""How many ties run between sectors, beside what chance makes of it, in one sentence from an E-I index alone."""

from queries.amounts import is_bound, share
from queries.figures import Figure
from queries.phrases import Words, sentence


def across(ei: float) -> float:
    """Return the share of ties between sectors that an E-I index stands for."""
    return (ei + 1) / 2


def across_words(ei: Figure | None) -> Words | None:
    """Say which share of ties runs between sectors, and whether that is clearly other than by chance."""
    if ei is None or ei.value is None:
        return None
    side, decimals = beside_chance(ei), _decimals(ei)
    run = share(across(ei.value), decimals or 0)
    said = Words(f"{run.nl} van de banden loopt tussen sectoren", f"{run.en} of ties run between sectors")
    if side is None or ei.expected is None:
        return sentence(said)
    by_chance = share(across(ei.expected), decimals or 0)
    if side == 0 and by_chance == run:
        said += Words("; dat is wat ook toeval geeft", "; that is what chance gives too")
    elif side == 0:
        said += Words("; dat verschilt niet duidelijk van ", "; that does not clearly differ from ")
        said += Words("wat", "what") if decimals is None else _the(by_chance)
        said += Words(" toeval zou geven", " chance would give")
    else:
        said += Words(", minder dan ", ", fewer than ") if side < 0 else Words(", meer dan ", ", more than ")
        said += Words("", "") if decimals is None else _the(by_chance) + Words(" ", " ")
        said += Words("toeval zou geven", "chance would give")
    return sentence(said)


def _the(share_: Words) -> Words:
    return Words(f"de {share_.nl} die", f"the {share_.en} that")


def beside_chance(ei: Figure) -> int | None:
    """Return -1 where a figure is lower than chance nearly always makes it, 1 where it is higher, and 0 within.

    ``None`` where that is not known, or where the mean of chance lies on the other side of its own interval.
    """
    if ei.value is None or ei.expected is None or ei.expected_low is None or ei.expected_high is None:
        return None
    if ei.expected_low <= ei.value <= ei.expected_high:
        return 0
    if ei.value < min(ei.expected_low, ei.expected):
        return -1
    return 1 if ei.value > max(ei.expected_high, ei.expected) else None


def _decimals(ei: Figure) -> int | None:
    """Return with how many decimals a share is seen to differ from that by chance; ``None`` where none does it."""
    if ei.value is None or ei.expected is None:
        return None
    one, other = across(ei.value), across(ei.expected)
    for decimals in (0, 1) if beside_chance(ei) else (0,):
        if share(one, decimals) != share(other, decimals) and not is_bound(other, decimals):
            return decimals
    return None
