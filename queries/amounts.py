"""Amounts in a sentence: thousands apart, a decimal comma in Dutch, shares that never say too much."""

from queries.phrases import Words

THIN = "\u00a0"
"""Between thousands in Dutch: a space that no line breaks at."""


def amount(value: float, decimals: int = 0) -> Words:
    """Say a number, rounded to some decimals: "1 200" and "0,3" in Dutch, "1,200" and "0.3" in English."""
    english = f"{value:,.{decimals}f}"
    # What rounds to nothing has no sign.
    if not english.strip("-0.,"):
        english = english.lstrip("-")
    return Words(english.replace(",", THIN).replace(".", ","), english)


def average(value: float) -> Words:
    """Say a number that may be no whole one: with a decimal, and without where that is 0."""
    said = amount(value, 1)
    return amount(value) if said.en.endswith(".0") else said


def share(part: float, decimals: int = 0) -> Words:
    """Say a share in percents; only all is 100 % and only nothing is 0 %."""
    if is_bound(part, decimals):
        least = 0.1**decimals
        if part < 0.5:
            return Words("minder dan ", "less than ") + _percent(least, decimals)
        return Words("meer dan ", "more than ") + _percent(100 - least, decimals)
    return _percent(100 * part, 0 if part in {0.0, 1.0} else decimals)


def is_bound(part: float, decimals: int = 0) -> bool:
    """Tell whether a share is so near to nothing or to all that :func:`share` says what it is less or more than."""
    least = 0.1 ** (decimals + 2)
    return 0.0 < part < least or 1.0 - least < part < 1.0


def _percent(value: float, decimals: int) -> Words:
    return amount(value, decimals) + Words(" %", " %")
