"""Somebody who was sent a link sees what is kept of them, in a real browser."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from api.own import link_for
from graph.store import Store
from tests.web.conftest import Open


@pytest.mark.parametrize("width", [360, 1440])
def test_a_link_opens_the_own_data_of_whom_it_is_for(opened: Open, sample: Store, width: int) -> None:
    shown = opened(width=width)
    somebody = shown.get("/v1/directory/people", limit=1)["items"][0]
    page = shown.page
    page.goto(link_for(sample, "antwerpen", somebody["id"], shown.address, now=datetime.now(UTC)))
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("main")).to_contain_text(somebody["name"])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
