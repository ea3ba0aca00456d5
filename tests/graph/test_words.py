import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.stop_words import EMPTY_WORDS, FUNCTION_WORDS
from graph.analytics.words import allowed_errors, fold, is_part, parts, stem, stems, tokens, written


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Özgür", "ozgur"),
        ("  Van\tden  BERG ", "van den berg"),
        ("Straße", "strasse"),
        ("Øystein Łukasz", "oystein lukasz"),
        ("\u0132zer", "ijzer"),
        ("İstanbul", "istanbul"),
        ("e\u0301\u0301n", "en"),
        ("Çağlar Đặng", "caglar dang"),
    ],
)
def test_case_accents_and_ligatures_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_a_text_and_its_capitals_have_the_same_words(text: str) -> None:
    assert tokens(text.upper().lower()) == tokens(text.lower())


def test_words_are_split_at_signs_that_are_no_letters() -> None:
    assert tokens("Jean-Pierre D'Hondt, wijk_2") == ["jean", "pierre", "d", "hondt", "wijk", "2"]


def test_a_word_is_given_back_as_it_was_typed_first() -> None:
    assert written("Één CAFÉ, een café") == {"een": "Één", "cafe": "CAFÉ"}


@pytest.mark.parametrize(
    "forms",
    [
        ("kind", "kinderen"),
        ("lid", "leden"),
        ("stad", "steden"),
        ("school", "scholen"),
        ("taal", "talen"),
        ("huis", "huizen"),
        ("fiets", "fietsen"),
        ("plaats", "plaatsen"),
        ("werking", "werkingen"),
        ("vergadering", "vergaderingen", "vergaderen"),
        ("vrijwilliger", "vrijwilligers"),
        ("begeleiden", "begeleiding"),
        ("gezond", "gezondheid"),
        ("participatie", "participeren"),
        ("organisatie", "organisaties", "organiseren", "organiseert"),
        ("leiden", "leidt"),
        ("begeleiden", "begeleidt"),
        ("evaluatie", "evalueert"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("begeleiding", "beleid"), ("gezondheid", "zon"), ("gebouw", "bouw"), ("gemeente", "menen")],
)
def test_ge_is_not_taken_off_a_word_that_begins_or_goes_on_with_it(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_parents_are_not_older_people() -> None:
    assert stem("ouders") != stem("ouderen")
    assert stem("ouderen") == stem("oudere")


def test_an_ending_is_not_the_rest_of_a_compound() -> None:
    assert "maan" not in parts("maanden")


@pytest.mark.parametrize(
    "word", ["zou", "na", "iedereen", "waarbij", "should", "been", "down", "haven", "most", "hulp", "eerste"]
)
def test_function_words_are_those_of_a_grammar_in_both_languages(word: str) -> None:
    assert (word in FUNCTION_WORDS) is (word in {"zou", "na", "iedereen", "waarbij", "should"})


def test_words_that_say_nothing_are_written_as_words_are_compared() -> None:
    assert [word for word in EMPTY_WORDS if tokens(word) != [word]] == []
    assert FUNCTION_WORDS < EMPTY_WORDS


def test_words_that_say_nothing_have_no_stem() -> None:
    assert stems("Wij willen een feest met de buurt") == ["feest", "buurt"]


def test_stems_do_not_mix_when_threads_ask_at_the_same_moment() -> None:
    words = [
        f"{start}{end}" for start in ("buurt", "plein", "taal", "groen") * 50 for end in ("werking", "en")
    ]
    alone = [stem.__wrapped__(word) for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(stem.__wrapped__, words))
    finally:
        sys.setswitchinterval(before)
    assert together == alone


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("schoolstraat", "school"),
        ("schoolstraat", "straat"),
        ("stadsvernieuwing", "stad"),
        ("jongerenwerking", "jonger"),
        ("jongerenwerking", "werk"),
        ("ledenwerving", "lid"),
        ("huizenblok", "huis"),
        ("verkeersveiligheid", "verker"),
    ],
)
def test_a_compound_falls_apart_in_the_stems_of_its_parts(compound: str, part: str) -> None:
    assert part in parts(compound)


@settings(max_examples=60, deadline=None)
@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_word_is_no_part_of_itself(word: str) -> None:
    assert stem(word) not in parts(word)


@pytest.mark.parametrize(
    ("part", "word", "answer"),
    [
        ("buurt", "buurtwerk", True),
        ("werk", "buurtwerk", True),
        ("werk", "werker", False),
        ("oor", "oorverdovend", False),
    ],
)
def test_a_part_stands_at_an_end_and_leaves_a_word_over(part: str, word: str, answer: bool) -> None:
    assert is_part(part, word) is answer


@pytest.mark.parametrize(("word", "errors"), [("jan", 0), ("kerk", 1), ("plantje", 1), ("vergadering", 2)])
def test_longer_words_may_hold_more_typing_errors(word: str, errors: int) -> None:
    assert allowed_errors(word) == errors
