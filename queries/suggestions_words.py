"""Suggestions in words, Dutch and English: why two people might get to know each other, and how many such pairs."""

from collections.abc import Sequence

from queries.amounts import amount
from queries.analysis_answers import SuggestionsAnswer
from queries.phrases import Words, listed, plain
from queries.sectors import SECTOR_WORDS

MOST_NAMED = 3
"""Themes or talents named in one suggestion."""


def suggestion_words(
    through: str, shared: Sequence[Words], first: Sequence[Words], second: Sequence[Words]
) -> Words:
    """Say of two people what they share, or what each brings that the other does not, and who can introduce them.

    The two are not named: their names stand above it.
    """
    if shared:
        said = _some(shared, MOST_NAMED)
        why = Words(f"Allebei geven ze om {said.nl}.", f"Both care about {said.en}.")
    elif first and second:
        most = MOST_NAMED - 1
        one, other = _some(first, most), _some(second, MOST_NAMED - min(most, len(first)))
        why = Words(
            f"De eerste biedt {one.nl}; de tweede {other.nl}.",
            f"The first offers {one.en}; the second {other.en}.",
        )
    else:
        one = _some(first or second, MOST_NAMED)
        nl, en = ("eerste", "first") if first else ("tweede", "second")
        nl_other, en_other = ("tweede", "second") if first else ("eerste", "first")
        why = Words(
            f"De {nl} biedt {one.nl}, wat de {nl_other} niet biedt.",
            f"The {en} offers {one.en}, which the {en_other} does not.",
        )
    between = plain(through)
    # A name does not stand first: a pseudonym would get a capital.
    return Words(
        f"Ze kennen elkaar niet. {why.nl} Via {between} kunnen ze kennismaken.",
        f"They don't know each other. {why.en} Through {between} they can meet.",
    )


def _some(labels: Sequence[Words], most: int) -> Words:
    """Say the first labels, and how many more there are."""
    more = amount(len(labels) - most)
    rest = [Words(f"nog {more.nl}", f"{more.en} more")] if len(labels) > most else []
    return listed([*labels[:most], *rest])


def suggestions_words(answer: SuggestionsAnswer) -> tuple[Words, ...]:
    """Say how many suggestions there are, and which sectors the first would bring closer."""
    count = len(answer.suggestions)
    if not count:
        return (
            Words(
                "Er is nu niemand die iemand uit een andere sector langs één verbinder kan leren kennen.",
                "There is nobody now who could get to know somebody of another sector over one connector.",
            ),
        )
    many = (
        Words("Er is één voorstel", "There is one suggestion")
        if count == 1
        else Words(f"Er zijn {amount(count).nl} voorstellen", f"There are {amount(count).en} suggestions")
    )
    found = [
        many
        + Words(
            " voor mensen uit twee sectoren die elkaar niet kennen.",
            " for people of two sectors who don't know each other.",
        )
    ]
    first = answer.suggestions[0]
    one, other = (SECTOR_WORDS.get(each.sector or "") for each in (first.one, first.other))
    if one and other:
        found.append(
            Words(
                f"Het eerste brengt {one.nl} en {other.nl} dichter bij elkaar.",
                f"The first one brings {one.en} and {other.en} closer together.",
            )
        )
    return tuple(found)
