"""Who may not ask something reads so in words, and the same of whomever they asked."""

import json
from pathlib import Path

import pytest

from graph.access import ALLOWED, Viewer
from graph.errors import NotAllowed
from graph.model import Role
from graph.questions import ROLE_WORDS, Question

MESSAGES = Path(__file__).parents[2] / "viz" / "web" / "src" / "messages"
REFUSED = [(role, question) for question in Question for role in Role if role not in ALLOWED[question]]


@pytest.mark.parametrize(("role", "question"), REFUSED, ids="-".join)
def test_a_refusal_names_the_role_and_the_roles_that_may_in_each_language(
    role: Role, question: Question
) -> None:
    with pytest.raises(NotAllowed) as refused:
        Viewer(role, "stad").require(question)
    halves = str(refused.value).split(" / ")
    assert len(halves) == 2
    for language, half in enumerate(halves):
        asked, may = half.split(";")
        assert f"rol{'e' * language} {ROLE_WORDS[role][language]} " in asked
        named = {each for each in Role if ROLE_WORDS[each][language] in may}
        assert named == ALLOWED[question]


@pytest.mark.parametrize(("role", "question"), REFUSED, ids="-".join)
def test_a_refusal_has_no_words_of_programs(role: Role, question: Question) -> None:
    with pytest.raises(NotAllowed) as refused:
        Viewer(role, "stad").require(question)
    dutch = str(refused.value).split(" / ")[0]
    assert not {"researcher", "coordinator", "admin", "public"} & set(dutch.replace(",", " ").split())
    assert not {"(", "_"} & set(dutch)
    assert f"({question})" not in str(refused.value)


def test_each_question_is_refused_in_words_of_its_own() -> None:
    told: set[str] = set()
    for role, question in REFUSED:
        with pytest.raises(NotAllowed) as refused:
            Viewer(role, "stad").require(question)
        told.add(str(refused.value))
    assert len(told) == len(REFUSED)


@pytest.mark.parametrize(("language", "file"), [(0, "nl.json"), (1, "en.json")])
def test_roles_have_the_names_of_the_page(language: int, file: str) -> None:
    said = json.loads((MESSAGES / file).read_text(encoding="utf-8"))
    assert {role: said[f"role.{role}"] for role in Role} == {
        role: words[language] for role, words in ROLE_WORDS.items()
    }
