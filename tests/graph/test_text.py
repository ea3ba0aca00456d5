import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.text import COMPOUND, PART, TYPO, TextIndex
from graph.network import Mask

DOCUMENTS = [
    "Ik help bij de buurtwerking op het Sint-Jansplein",
    "De werking van de school, elke week",
    "Plannen voor straat en plein",
    "Begeleiding van jongeren bij taallessen",
    "Beleid over mobiliteit",
    "Özgür zit vergaderingen voor",
]
VOCABULARY = (
    "buurt buurtwerking buurtwerkers werking werken school schoolstraat straat straten straaat vergadering "
    "vergaderen vergaderin ver taal talen taalles moedertaal mobiliteit mobilitiet de en"
)
SOME = st.lists(
    st.lists(
        st.sampled_from(VOCABULARY.split()),
        max_size=6,
    ).map(" ".join),
    min_size=1,
    max_size=8,
)


def everything(index_of: list[str]) -> Mask:
    return np.ones(len(index_of), dtype=np.bool_)


def found(query: str, documents: list[str] = DOCUMENTS) -> set[int]:
    return set(np.flatnonzero(TextIndex.build(documents).scores(query, everything(documents))).tolist())


def test_words_of_three_letters_score_as_the_formula_of_bm25_says() -> None:
    documents = ["aap mus", "mus mus kat", "kat", "uil"]
    words = [document.split() for document in documents]
    average = sum(map(len, words)) / 4
    expected = []
    for document in words:
        value = 0.0
        for word in ("mus", "kat"):
            holding = sum(word in other for other in words)
            rare = math.log(1 + (4 - holding + 0.5) / (holding + 0.5))
            often = document.count(word)
            value += rare * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * len(document) / average))
        expected.append(value)
    ideal = sum(math.log(1 + (4 - 2 + 0.5) / 2.5) * 2.2 for _ in range(2))
    scores = TextIndex.build(documents).scores("mus kat", everything(documents))
    assert scores.tolist() == pytest.approx([value / ideal for value in expected])


@settings(max_examples=60, deadline=None)
@given(SOME, SOME, st.data())
def test_documents_that_may_not_be_used_leave_no_trace(
    documents: list[str], queries: list[str], data: st.DataObject
) -> None:
    drawn = data.draw(st.lists(st.booleans(), min_size=len(documents), max_size=len(documents)))
    allowed = np.array(drawn, dtype=np.bool_)
    kept = [document for document, may in zip(documents, allowed, strict=True) if may]
    full, small = TextIndex.build(documents), TextIndex.build(kept)
    for query in queries:
        scores = full.scores(query, allowed)
        assert scores[allowed].tolist() == small.scores(query, everything(kept)).tolist()
        words = [full.matched_words(query, int(at), allowed) for at in np.flatnonzero(allowed)]
        assert words == [small.matched_words(query, at, everything(kept)) for at in range(len(kept))]


@settings(max_examples=60, deadline=None)
@given(SOME, SOME, st.data())
def test_a_document_scores_more_than_nothing_exactly_when_words_matched(
    documents: list[str], queries: list[str], data: st.DataObject
) -> None:
    drawn = data.draw(st.lists(st.booleans(), min_size=len(documents), max_size=len(documents)))
    allowed = np.array(drawn, dtype=np.bool_)
    index = TextIndex.build(documents)
    for query in queries:
        hit = index.scores(query, allowed) > 0.0
        words = [bool(index.matched_words(query, at, allowed)) for at in range(len(documents))]
        assert hit.tolist() == words


@settings(max_examples=60, deadline=None)
@given(SOME, SOME)
def test_scores_lie_between_nothing_and_one(documents: list[str], queries: list[str]) -> None:
    index = TextIndex.build(documents)
    for query in queries:
        scores = index.scores(query, everything(documents))
        assert ((scores >= 0.0) & (scores < 1.0)).all()


def test_a_word_finds_the_compounds_it_begins_and_ends() -> None:
    assert found("buurt") == {0}
    assert found("werking") == {0, 1}
    assert found("plein") == {0, 2}


def test_a_compound_finds_its_parts() -> None:
    assert found("schoolstraat") == {1, 2}


def test_a_typing_error_is_forgiven() -> None:
    assert found("jongren") == {3}


def test_a_word_that_is_there_is_not_taken_for_a_typing_error() -> None:
    assert found("kerk", ["kerk", "werk"]) == {0}


def test_a_word_that_only_hidden_documents_have_is_taken_for_a_typing_error() -> None:
    scores = TextIndex.build(["kerk", "werk"]).scores("kerk", np.array([False, True]))
    assert scores[0] == 0.0
    assert scores[1] > 0.0


def test_support_does_not_find_policy() -> None:
    assert found("begeleiden") == {3}


@pytest.mark.parametrize(
    ("query", "worth"), [("buurt", COMPOUND), ("werkingstraat", PART), ("burtfeest", TYPO)]
)
def test_what_is_nearly_the_word_is_worth_less(query: str, worth: float) -> None:
    documents = {"buurt": "buurtwerking", "werkingstraat": "werking", "burtfeest": "buurtfeest"}
    whole = TextIndex.build([documents[query]]).scores(documents[query], everything([""]))
    nearly = TextIndex.build([documents[query]]).scores(query, everything([""]))
    assert nearly[0] == pytest.approx(worth * whole[0])


def test_a_word_that_nobody_has_lowers_the_score() -> None:
    index = TextIndex.build(DOCUMENTS)
    alone, more = (
        index.scores(text, everything(DOCUMENTS))[4] for text in ("mobiliteit", "mobiliteit xylofoon")
    )
    assert 0.0 < more < alone


def test_matched_words_come_as_typed_and_the_one_that_counts_most_first() -> None:
    index = TextIndex.build([*DOCUMENTS, "Vergaderen over mobiliteit"])
    everybody = everything([*DOCUMENTS, ""])
    assert index.matched_words("VERGADEREN met Özgür, vergaderen!", 5, everybody) == ("Özgür", "VERGADEREN")


def test_a_part_of_a_compound_is_told_only_where_nothing_else_is() -> None:
    index = TextIndex.build(DOCUMENTS)
    told = [
        index.matched_words(text, 2, everything(DOCUMENTS)) for text in ("schoolstraat", "schoolstraat plein")
    ]
    assert told == [("schoolstraat",), ("plein",)]


@pytest.mark.parametrize("word", ["zou", "na", "iedereen", "graag", "helpen", "eerste", "mensen"])
def test_words_that_say_nothing_are_neither_told_nor_counted(word: str) -> None:
    documents = [f"Ik {word} bij het feest", "Iets anders"]
    index = TextIndex.build(documents)
    assert not index.scores(word, everything(documents)).any()
    assert index.matched_words(f"{word} feest", 0, everything(documents)) == ("feest",)
    with_it, without = (index.scores(text, everything(documents)) for text in (f"{word} feest", "feest"))
    assert with_it.tolist() == without.tolist()


def test_words_of_a_hidden_document_are_not_told() -> None:
    index = TextIndex.build(["mobiliteit", "feest"])
    assert index.matched_words("mobiliteit", 0, np.array([False, True])) == ()


@pytest.mark.parametrize("query", ["", "de het een", "!?"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert found(query) == set()


def test_no_documents_give_no_scores() -> None:
    assert TextIndex.build([]).scores("feest", everything([])).shape == (0,)


def test_nobody_allowed_gives_nothing() -> None:
    scores = TextIndex.build(DOCUMENTS).scores("mobiliteit", np.zeros(len(DOCUMENTS), dtype=np.bool_))
    assert not scores.any()
