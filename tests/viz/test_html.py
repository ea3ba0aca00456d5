"""Markup from Python: nothing that was typed becomes markup."""

from hypothesis import given
from hypothesis import strategies as st

from viz.html import Html, document, tag


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "a < b & ", tag("b", "c")) == "<p>a &lt; b &amp; <b>c</b></p>"


def test_attributes_are_escaped() -> None:
    assert tag("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_attribute_names_follow_python_names() -> None:
    assert tag("div", class_="a", aria_label="b", for_="c") == '<div class="a" aria-label="b" for="c"></div>'


def test_true_is_a_bare_attribute_and_false_or_none_is_no_attribute() -> None:
    assert tag("input", required=True, disabled=False, value=None) == "<input required>"


def test_lists_are_joined_and_none_is_left_out() -> None:
    assert tag("ul", [tag("li", "a"), None, [tag("li", "b")]]) == "<ul><li>a</li><li>b</li></ul>"


def test_a_page_says_its_language_and_its_kind() -> None:
    page = document("nl", "T", "x")
    assert page.startswith('<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">')


@given(st.text(), st.text())
def test_no_text_opens_an_element(content: str, value: str) -> None:
    made = tag("p", content, title=value)
    assert isinstance(made, Html)
    assert made.count("<") == 2
    assert made.count('"') == 2
