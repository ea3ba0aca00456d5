"""Suggestions in words, Dutch and English: why two people might get to know each other, and how many such pairs."""

from collections.abc import Sequence

from queries.analysis_answers import SuggestionsAnswer
from queries.phrases import Words, listed, plain, sentence
from queries.sectors import SECTOR_WORDS


def suggestion_words(
    one: str, other: str, through: str, shared: Sequence[Words], complements: Sequence[Words]
) -> Words:
    """Say of two people what they share, or what one brings that the other does not, and who can introduce them."""
    first, second, between = plain(one), plain(other), plain(through)
    if shared:
        said = listed(shared)
        why = Words(f"geven allebei om {said.nl}", f"both care about {said.en}")
    else:
        said = listed(complements)
        why = Words(f"vullen elkaar aan met {said.nl}", f"complement each other with {said.en}")
    # A pseudonym at the beginning of a sentence would get a capital.
    return sentence(
        Words(
            f"Kennen elkaar niet en {why.nl}: {first} en {second}; {between} kan hen aan elkaar voorstellen",
            f"Don't know each other and {why.en}: {first} and {second}; {between} can introduce them",
        )
    )


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
        else Words(f"Er zijn {count} voorstellen", f"There are {count} suggestions")
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
