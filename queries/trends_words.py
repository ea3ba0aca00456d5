"""Trends in plain words, made from the figures of the answer alone.

What is known of the past is what was kept of it, so nothing is said to have grown that may only be recorded better.
"""

from queries.across_words import across
from queries.amounts import amount, share
from queries.analysis_answers import TrendPoint, TrendsAnswer
from queries.figures import Figure, by_name
from queries.phrases import Words, month, sentence

THINNER = Words(
    "wat toen bestond en niet vastgelegd is, ontbreekt, dus kan het verleden er dunner uitzien dan het was",
    "what was there then and was not recorded is missing, so the past may look thinner than it was",
)
NOTHING_TOLD = Words(
    "over de loop van de jaren is hier niets te vertellen",
    "there is nothing to tell here of how it went over the years",
)


def trends_words(answer: TrendsAnswer) -> tuple[Words, ...]:
    """Say how many of the ties known now stood first and last, and how far ties went beyond sectors."""
    said = [each for each in (_ties(answer), _between(answer)) if each is not None]
    if not said:
        return (sentence(NOTHING_TOLD),)
    return tuple(sentence(each) for each in [*said, THINNER])


def _ties(answer: TrendsAnswer) -> Words | None:
    found = _ends(answer, "ties")
    if found is None:
        return None
    (first, then), (last, now) = found
    begin, stop = month(first.as_of), month(last.as_of)
    before, after = amount(then.value or 0), amount(now.value or 0)
    stood = "stond er" if then.value == 1 else "stonden er"
    return Words(
        f"van de banden die nu bekend zijn, {stood} {before.nl} in {begin.nl} en {after.nl} in {stop.nl}",
        f"of the ties that are known now, {before.en} stood in {begin.en} and {after.en} in {stop.en}",
    )


def _between(answer: TrendsAnswer) -> Words | None:
    found = _ends(answer, "ei_index")
    if found is None:
        return None
    (first, then), (last, now) = found
    begin, stop = month(first.as_of), month(last.as_of)
    before, after = (share(across(each.value or 0.0)) for each in (then, now))
    sure = _apart(then, now)
    nl = "dat verschil is groter dan de onzekerheid" if sure else "dat verschil valt binnen de onzekerheid"
    en = (
        "the difference is larger than the uncertainty"
        if sure
        else "the difference is within the uncertainty"
    )
    if before == after:
        nl, en = "dat bleef dus ongeveer gelijk", "so it stayed about the same"
    return Words(
        f"van de banden ging {before.nl} naar een andere sector in {begin.nl} en {after.nl} in {stop.nl}: {nl}",
        f"{before.en} of ties went to another sector in {begin.en} and {after.en} in {stop.en}: {en}",
    )


def _ends(
    answer: TrendsAnswer, name: str
) -> tuple[tuple[TrendPoint, Figure], tuple[TrendPoint, Figure]] | None:
    """Return the first day on which a figure is told and the last day, where that is a later one."""
    told = [(point, by_name(point.figures)[name]) for point in answer.points]
    first = next((each for each in told if each[1].value is not None), None)
    if first is None or first is told[-1] or told[-1][1].value is None:
        return None
    return first, told[-1]


def _apart(one: Figure, other: Figure) -> bool:
    """Tell whether the intervals of two figures have nothing in common."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low
