from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.search import Entry, Hit, SearchIndex

CITY = (
    Entry("person", "person:1", "p1", "Jan Van Den Berghe"),
    Entry("person", "person:2", "p2", "Jan Vandenberg"),
    Entry("person", "person:3", "p3", "Özgür Yılmaz", "fietsen, mobiliteit"),
    Entry("person", "person:4", "p4", "Jan Janssens (fictief)"),
    Entry("person", "person:5", "p5", "Piet Jansens"),
    Entry("person", "person:6", "p6", "Ivan D'Hondt"),
    Entry("theme", "thema:mob", "mob", "Mobiliteit", "mobility"),
    Entry("organisation", "organisatie:1", "o1", "Buurtwerking Het Kiel"),
    Entry("initiative", "initiatief:1", "i1", "Feest op het plein"),
    Entry("neighbourhood", "wijk:ANT25", "ANT25", "Kiel", "Antwerpen"),
)
NAMES = st.lists(
    st.sampled_from(
        ["jan", "janssens", "jansens", "van", "den", "berg", "Özgür", "feest", "feesten", "mob", "j"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
ENTRIES = st.lists(
    st.builds(
        Entry, st.sampled_from(["person", "theme"]), st.just(""), st.none(), NAMES, st.just("") | NAMES
    ),
    max_size=8,
).map(lambda entries: [replace(entry, id=f"{entry.kind}:{at}") for at, entry in enumerate(entries)])


def names(text: str, *kinds: str) -> list[str]:
    hits = SearchIndex.build(CITY).search(text, kinds=kinds or None)
    return [hit.entry.name for hit in hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mob", "Mobiliteit"),
        ("MOBILITEIT", "Mobiliteit"),
        ("ozgur", "Özgür Yılmaz"),
        ("yilmaz özgür", "Özgür Yılmaz"),
        ("vandenberghe", "Jan Van Den Berghe"),
        ("van den berghe", "Jan Van Den Berghe"),
        ("vanden berghe", "Jan Van Den Berghe"),
        ("van den berg", "Jan Vandenberg"),
        ("dhondt", "Ivan D'Hondt"),
        ("d'hondt", "Ivan D'Hondt"),
        ("buurt werking", "Buurtwerking Het Kiel"),
        ("werking", "Buurtwerking Het Kiel"),
        ("feesten", "Feest op het plein"),
        ("mobilitiet", "Mobiliteit"),
        ("moblit", "Mobiliteit"),
        ("yilmas", "Özgür Yılmaz"),
        ("mobility", "Mobiliteit"),
        ("k", "Kiel"),
    ],
)
def test_what_is_meant_comes_first(text: str, first: str) -> None:
    assert names(text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"), [("person:5", "Piet Jansens"), ("P5", "Piet Jansens"), ("wijk:ant25", "Kiel")]
)
def test_an_id_or_key_comes_first_with_the_highest_score(text: str, first: str) -> None:
    hit = SearchIndex.build(CITY).search(text)[0]
    assert (hit.entry.name, hit.score) == (first, 1.0)


def test_kinds_of_hits_are_ranked_from_the_whole_name_to_the_extra_text() -> None:
    ranked = [
        Entry("theme", "1", None, "Werk"),
        Entry("theme", "2", None, "Werk en inkomen"),
        Entry("theme", "3", None, "Onbetaald werk"),
        Entry("theme", "4", None, "Sociale werkplaats"),
        Entry("theme", "5", None, "Groot netwerk"),
        Entry("theme", "6", None, "Inkomen", "werk"),
    ]
    hits = SearchIndex.build(ranked[::-1]).search("werk")
    assert [hit.entry for hit in hits] == ranked
    assert len({hit.score for hit in hits}) == len(ranked)


def test_a_stem_ranks_under_a_beginning_and_above_extra_text() -> None:
    ranked = [
        Entry("initiative", "1", None, "Grote feestenreeks"),
        Entry("initiative", "2", None, "Groot feest"),
        Entry("initiative", "3", None, "Barbecue", "feesten"),
    ]
    assert [hit.entry for hit in SearchIndex.build(ranked[::-1]).search("feesten")] == ranked


def test_equal_hits_come_by_length_of_name_then_name_then_id() -> None:
    ranked = [
        Entry("person", "1", None, "Jan Bo"),
        Entry("person", "2", None, "Jan Bo"),
        Entry("person", "0", None, "Jan Da"),
        Entry("person", "3", None, "Jan Aerts"),
    ]
    assert [hit.entry for hit in SearchIndex.build(ranked[::-1]).search("jan")] == ranked


def test_what_is_said_in_brackets_after_a_name_does_not_make_it_another_name() -> None:
    assert SearchIndex.build(CITY).search("jan janssens")[0].score == pytest.approx(0.98)


def test_one_word_of_a_name_does_not_answer_to_two_words_of_the_text() -> None:
    assert names("jan jansens") == ["Jan Janssens (fictief)"]


def test_words_without_the_space_between_them_are_found() -> None:
    assert names("özgüryılmaz") == ["Özgür Yılmaz"]


def test_the_end_of_a_surname_does_not_stand_for_a_person() -> None:
    assert names("hondt") == ["Ivan D'Hondt"]
    assert names("nberg") == []


def test_a_word_that_is_there_brings_no_words_that_look_like_it() -> None:
    assert names("jansens") == ["Piet Jansens"]


def test_where_nothing_answers_to_all_words_most_words_count() -> None:
    assert names("feest xylofoon plein") == ["Feest op het plein"]


def test_of_those_that_answer_to_some_words_the_name_most_like_the_text_comes_first() -> None:
    people = [Entry("person", name, None, name) for name in ("Bo Maes", "Els Maes", "Noa Maes")]
    assert SearchIndex.build(people).search("Exs Maes")[0].entry.name == "Els Maes"


def test_only_kinds_that_are_asked_for_are_found() -> None:
    assert names("mobiliteit", "person") == ["Özgür Yılmaz"]


@pytest.mark.parametrize("text", ["", "  ", "?!", "xyzzy"])
def test_nothing_is_found_where_nothing_answers(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("limit", [-1, 0, 1, 2])
def test_no_more_is_found_than_was_asked_for(limit: int) -> None:
    index = SearchIndex.build(CITY)
    assert len(index.search("jan", limit=limit)) == max(limit, 0)
    assert len(index.nearest("jan jansen", limit=limit)) <= max(limit, 0)


def test_an_empty_index_finds_nothing() -> None:
    empty = SearchIndex.build([])
    assert empty.search("jan") == []
    assert empty.nearest("jan") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Jan Jansen", "Jan Janssens (fictief)"), ("Mobilitijt", "Mobiliteit"), ("yilmas", "Özgür Yılmaz")],
)
def test_a_near_name_is_offered(text: str, meant: str) -> None:
    assert SearchIndex.build(CITY).nearest(text)[0].name == meant


def test_nothing_is_offered_that_does_not_look_like_it() -> None:
    assert SearchIndex.build(CITY).nearest("xyzzy") == []


def told(hits: list[Hit]) -> list[tuple[str, float]]:
    return [(hit.entry.id, hit.score) for hit in hits]


@settings(max_examples=60, deadline=None)
@given(ENTRIES, NAMES, st.data())
def test_entries_that_do_not_answer_change_nothing(
    entries: list[Entry], text: str, data: st.DataObject
) -> None:
    before = SearchIndex.build(entries).search(text, limit=100)
    answer = {hit.entry.id for hit in before}
    drawn = data.draw(st.lists(st.booleans(), min_size=len(entries), max_size=len(entries)))
    kept = [entry for entry, keep in zip(entries, drawn, strict=True) if keep or entry.id in answer]
    assert told(SearchIndex.build(kept).search(text, limit=100)) == told(before)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, NAMES)
def test_entries_of_another_kind_change_nothing(entries: list[Entry], text: str) -> None:
    people = [entry for entry in entries if entry.kind == "person"]
    asked = SearchIndex.build(entries).search(text, kinds=["person"])
    assert told(asked) == told(SearchIndex.build(people).search(text))


@settings(max_examples=60, deadline=None)
@given(ENTRIES, NAMES, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_in_does_not_matter(
    entries: list[Entry], text: str, random: Random
) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert told(SearchIndex.build(shuffled).search(text)) == told(SearchIndex.build(entries).search(text))


@settings(max_examples=60, deadline=None)
@given(ENTRIES, st.text(max_size=12) | NAMES)
def test_scores_fall_from_at_most_one_and_stay_above_nothing(entries: list[Entry], text: str) -> None:
    scores = [hit.score for hit in SearchIndex.build(entries).search(text)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 < score <= 1.0 for score in scores)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_everything_is_found_first_by_its_id(entries: list[Entry]) -> None:
    index = SearchIndex.build(entries)
    assert [index.search(entry.id)[0].entry for entry in entries] == entries


@settings(max_examples=100, deadline=None)
@given(
    ENTRIES, st.lists(st.tuples(st.sets(st.integers(0, 7)), ENTRIES), max_size=4), NAMES | st.just("person:1")
)
def test_an_index_that_follows_answers_as_one_made_anew(
    entries: list[Entry], changes: list[tuple[set[int], list[Entry]]], text: str
) -> None:
    index, now = SearchIndex.build(entries), {(entry.kind, entry.id): entry for entry in entries}
    for places, drawn in changes:
        things = list(now)
        gone = [things[place] for place in places if place < len(things)]
        new = {(entry.kind, entry.id): entry for entry in drawn[:3]}
        index = index.following([*gone, *new], list(new.values()))
        now = {**{thing: entry for thing, entry in now.items() if thing not in {*gone, *new}}, **new}
    anew = SearchIndex.build(list(now.values()))
    for kinds in (None, ["theme"]):
        assert index.search(text, kinds=kinds) == anew.search(text, kinds=kinds)
        assert index.nearest(text, kinds=kinds) == anew.nearest(text, kinds=kinds)
