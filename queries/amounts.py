"""Amounts in a sentence: thousands apart, a decimal comma in Dutch."""

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
