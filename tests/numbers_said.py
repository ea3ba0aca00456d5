"""The numbers in a sentence, read back from how they are said in Dutch and in English."""

import re

from queries.phrases import Words

DUTCH, ENGLISH = re.compile(r"\d+(?:\u00a0\d{3})*(?:,\d+)?"), re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
ONE = re.compile(r"\b(één|one)\b")
NL_SHARE = re.compile(rf"(minder dan |meer dan )?({DUTCH.pattern}) %", re.IGNORECASE)
EN_SHARE = re.compile(rf"(less than |more than )?({ENGLISH.pattern}) %", re.IGNORECASE)


def numbers(words: Words) -> list[float]:
    """Return the numbers, which are the same in both languages; "één" is none."""
    nl = [_dutch(each) for each in DUTCH.findall(words.nl)]
    assert nl == [_english(each) for each in ENGLISH.findall(words.en)], words
    return nl


def counts(words: Words) -> list[float]:
    """Return the numbers that are no shares, with "één" as 1."""
    rest = Words(NL_SHARE.sub("", words.nl), EN_SHARE.sub("", words.en))
    return numbers(Words(ONE.sub("1", rest.nl), ONE.sub("1", rest.en)))


def shares(words: Words) -> list[tuple[float, float]]:
    """Return of each share between what it is said to lie, in percents."""
    nl = [_between(bound, said, _dutch(said)) for bound, said in NL_SHARE.findall(words.nl)]
    assert nl == [_between(bound, said, _english(said)) for bound, said in EN_SHARE.findall(words.en)], words
    return nl


def holds(said: tuple[float, float], part: float) -> bool:
    """Tell whether a share is what was said of it; only all is 100 % and only nothing is 0 %."""
    low, high = said
    percents = 100 * part
    if 0.0 in said or 100.0 in said:
        return low <= percents <= high if low == high else low < percents < high
    return low - 1e-9 <= percents <= high + 1e-9


def _between(bound: str, said: str, percents: float) -> tuple[float, float]:
    if bound.lower() in {"minder dan ", "less than "}:
        return 0.0, percents
    if bound:
        return percents, 100.0
    half = 0.0 if percents in {0.0, 100.0} else 0.05 if {",", "."} & set(said) else 0.5
    return percents - half, percents + half


def _dutch(said: str) -> float:
    return float(said.replace("\u00a0", "").replace(",", "."))


def _english(said: str) -> float:
    return float(said.replace(",", ""))
