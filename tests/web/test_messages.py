"""What the page says: in both languages, all of it used, and nothing said beside it."""

import json
import re
from pathlib import Path

import pytest

from queries.purpose_words import NAMES

SOURCES = Path(__file__).parents[2] / "viz" / "web" / "src"
NL, EN = (
    json.loads((SOURCES / "messages" / f"{language}.json").read_text(encoding="utf-8"))
    for language in ("nl", "en")
)
FILES = [
    file
    for file in sorted(SOURCES.rglob("*"))
    if file.suffix in {".svelte", ".ts"} and file.name != "schema.ts"
]
ALIKE = {
    "start",
    "sector",
    "score",
    "filters",
    "website",
    "talent",
    "open",
    "e-mail",
    "accounts",
    "partner",
    "tamazight",
    "district",
    "in detail",
    "zoom in",
    "later",
}
"""What Dutch and English call the same."""


def test_both_languages_say_the_same_things_in_the_same_order() -> None:
    assert list(NL) == list(EN)


@pytest.mark.parametrize("key", NL)
def test_a_text_has_the_same_places_to_fill_in_both_languages(key: str) -> None:
    places = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (NL[key], EN[key])]
    assert places[0] == places[1]
    assert NL[key].strip()
    assert EN[key].strip()


def test_consents_are_called_what_they_are_called_everywhere_else() -> None:
    called = {purpose: (NL[f"purpose.{purpose}"], EN[f"purpose.{purpose}"]) for purpose in NAMES}
    assert called == {purpose: (name.nl, name.en) for purpose, name in NAMES.items()}


def test_no_text_was_left_untranslated() -> None:
    same = [NL[key].lower() for key in NL if NL[key] == EN[key]]
    assert {text for text in same if len(re.findall(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text))) > 3} <= ALIKE


def test_every_text_is_used() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    named = set(re.findall(r"[\"']([\w.]+)[\"']", code))
    begun = set(re.findall(r"`([\w.]+\.)\$\{", code)) | {""}
    pattern = [re.escape(start) for start in begun if start]
    ended = [
        rf"{re.escape(one)}\w+{re.escape(other)}"
        for one, other in re.findall(r"`([\w.]+\.)\$\{[^}]+\}(\.\w+)`", code)
    ]
    made = re.compile(rf"(?:{'|'.join(pattern)})\w+|{'|'.join(ended) or '(?!)'}")
    unused = {
        key
        for key in NL
        if key not in named and not made.fullmatch(key) and re.sub(r"\.(one|many)$", "", key) not in named
    }
    assert unused == set()


def template(text: str) -> str:
    """Return what stands between the tags of a component: no script, looks, comments, tags or expressions."""
    for pattern in (r"<script.*?</script>", r"<style.*?</style>", r"<!--.*?-->"):
        text = re.sub(pattern, "", text, flags=re.DOTALL)
    depth, kept = 0, []
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        kept.append(sign if depth == 0 and sign != "}" else "")
    return re.sub(r"<[^<>]*>", "\n", "".join(kept))


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.suffix == ".svelte"], ids=lambda file: file.stem
)
def test_a_component_says_nothing_but_texts(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"[^\W\d_]{2,}", template(text))) <= {"Ploeg"}
    attributes = re.findall(r"(?:aria-label|placeholder|title|alt)=\"([^\"{]+)\"", text)
    assert attributes == []
