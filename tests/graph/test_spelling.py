from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.spelling import Spelling

WORDS = st.text("abcé1", max_size=7)


def errors_between(one: str, other: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours by the textbook's table."""
    table = [[max(i, j) if not (i and j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (not same))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30), WORDS, st.integers(0, 2))
def test_every_word_within_the_errors_is_found_and_no_other(words: list[str], word: str, errors: int) -> None:
    at, distance = Spelling(words).near(word, errors)
    expected = [(i, errors_between(word, known)) for i, known in enumerate(words)]
    assert list(zip(at.tolist(), distance.tolist(), strict=True)) == [
        pair for pair in expected if pair[1] <= errors
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(sorted), WORDS.filter(bool), st.integers(0, 2))
def test_every_longer_word_that_begins_within_the_errors_is_found_when_its_first_letter_is_right(
    words: list[str], word: str, errors: int
) -> None:
    expected = [
        at
        for at, known in enumerate(words)
        if known[:1] == word[0]
        and any(
            errors_between(word, known[:length]) <= errors
            for length in range(max(len(word) - errors, 0), min(len(word) + errors + 1, len(known)))
        )
    ]
    assert Spelling(words).near_beginning(word, errors) == expected
