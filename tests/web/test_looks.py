"""The most used places at a glance: doors in one row, names whole, people side by side to be compared."""

from typing import Any

import pytest
from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open
from tests.web.test_places import filled
from tests.web.test_tasks import a_way

BROKEN = """() => [...document.querySelectorAll(".way .person")].flatMap((person) => {
  const walker = document.createTreeWalker(person, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode())
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  return broken;
})"""
"""Words that stand on more than one line."""

LEFTS = """() => [...document.querySelectorAll(".people > li")].slice(0, 5).map((person) =>
  [...person.querySelectorAll(".bars svg")].map((bar) => {
    const { left, width } = bar.getBoundingClientRect();
    return [Math.round(left), Math.round(width)];
  }))"""
"""Where the bars of the first people begin, and how long each can become."""


@pytest.mark.parametrize("width", [360, 768, 1200, 1440])
def test_a_name_on_a_way_breaks_between_its_words_only(opened: Open, width: int) -> None:
    shown = opened(width=width)
    way = a_way(shown)
    shown.go(f"/pad?van={way['from']['id']}&naar={way['to']['id']}")
    people = shown.page.locator(".way").first.locator(".person")
    expect(people.first).to_be_visible()
    assert shown.page.evaluate(BROKEN) == []
    tops = {round(box["y"]) for each in people.all() if (box := each.bounding_box())}
    # Five people beside each other need more room than four.
    lies = width >= 1440 or (width >= 1200 and people.count() < 5)
    assert len(tops) == (1 if lies else people.count())


@pytest.mark.parametrize("width", [1200, 1440])
def test_three_people_with_their_reasons_are_seen_at_once(opened: Open, width: int) -> None:
    shown = opened(width=width)
    shown.page.set_viewport_size({"width": width, "height": 900})
    shown.go("/vragen/v3")
    third = shown.page.locator(".people > li").nth(2)
    reasons = third.locator(".why").bounding_box()
    assert reasons is not None
    assert reasons["y"] + reasons["height"] <= 900


def test_the_parts_of_a_score_stand_below_each_other_from_one_person_to_the_next(opened: Open) -> None:
    shown = opened()
    shown.go("/vragen/v3")
    first, *others = shown.page.evaluate(LEFTS)
    assert len({width for _, width in first}) == 1
    assert others == [first] * len(others)


@pytest.mark.parametrize("width", [360, 1200, 1440])
def test_the_way_stands_beside_the_people_or_right_below_who_was_chosen(opened: Open, width: int) -> None:
    shown = opened(width=width)
    shown.go(filled(shown, "/vragen/v3?wie={person}"))
    way = shown.page.locator("#naar-wie")
    inside = shown.page.locator(".people > li").first.locator("#naar-wie")
    if width >= 1440:
        expect(inside).to_have_count(0)
        people, beside = shown.page.locator(".people").bounding_box(), way.bounding_box()
        assert people is not None
        assert beside is not None
        assert beside["x"] > people["x"] + people["width"]
    else:
        expect(inside).to_be_visible()
    shown.page.locator(".people > li").first.get_by_role("button", name="Toon het pad").click()
    assert "wie=" not in shown.page.url
    expect(inside).to_have_count(0)


def test_a_way_in_a_team_stands_by_whom_it_leads_to(opened: Open) -> None:
    shown = opened(width=360)
    shown.go("/vragen/v3?toon=ploeg")
    last = shown.page.locator(".members > li").last
    last.get_by_role("link", name="Toon het pad").click()
    expect(last.get_by_role("region", name="Het pad naar")).to_be_visible()


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_three_doors_stand_in_one_row_where_there_is_room(opened: Open, role: Role) -> None:
    shown = opened(role, 1200)
    shown.go("/")
    doors = shown.page.locator(".doors > li")
    boxes: list[Any] = [box for each in doors.all() if (box := each.bounding_box())]
    assert len(boxes) == 3
    assert len({tuple(round(box[side]) for side in ("y", "width", "height")) for box in boxes}) == 1
    shown.page.set_viewport_size({"width": 360, "height": 800})
    boxes = [box for each in doors.all() if (box := each.bounding_box())]
    assert len({box["x"] for box in boxes}) == 1


def test_a_coordinator_finds_the_way_to_a_path_below_the_doors(opened: Open) -> None:
    shown = opened()
    shown.go("/")
    doors = shown.page.locator(".doors strong")
    expect(doors).to_have_text(["Ik zoek iemand", "Ik verken de kaart", "Ik onderzoek het netwerk"])
    shown.page.get_by_role("link", name="Ik wil iemand bereiken").click()
    shown.page.wait_for_url("**/pad")


def test_a_long_list_of_requests_is_shown_in_parts(opened: Open) -> None:
    shown = opened()
    shown.go("/vragen")
    asked = shown.page.locator("main .list > li")
    expect(asked).to_have_count(30)
    shown.page.get_by_role("button", name="Toon meer").click()
    assert asked.count() > 30
