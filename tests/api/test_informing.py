"""Who must still be told that they are kept: until they are, or until they say themselves what they agree to."""

from datetime import date

import httpx
import pytest

from queries.informing import month_after
from queries.snapshots import utc_today


def untold(client: httpx.Client) -> list[str]:
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/v1/to-inform", params={"limit": 1, "cursor": cursor}).json()
        found += [each["key"] for each in page["items"]]
        assert page["total"] >= len(found)
        cursor = page["next"]
    return sorted(found)


def test_whoever_never_said_anything_is_on_the_list_until_they_are_told(writer: httpx.Client) -> None:
    assert untold(writer) == ["e"]
    shown = writer.get("/v1/to-inform").json()
    (one,) = shown["items"]
    assert (shown["overdue"], one["recorded"], one["overdue"]) == (0, utc_today().isoformat(), False)
    assert one["due"] == month_after(utc_today()).isoformat()
    assert "14" in shown["note"]
    path = "/v1/people/e/informed"
    assert writer.put(path, json={"how": "letter"}).status_code == 204
    assert untold(writer) == []
    assert writer.delete(path).status_code == 204
    assert untold(writer) == ["e"]


def test_whoever_says_what_they_agree_to_was_spoken_with(writer: httpx.Client) -> None:
    writer.post("/v1/people/e/consents", json={"purpose": "mailing", "given": False})
    assert untold(writer) == []


def test_somebody_added_at_the_screen_is_on_it_too(writer: httpx.Client) -> None:
    identity = writer.post("/v1/people", json={"name": "Nora Nieuw"}).json()["id"]
    assert identity in {each["id"] for each in writer.get("/v1/to-inform").json()["items"]}


@pytest.mark.parametrize(
    ("day", "month"),
    [("2026-01-31", "2026-02-28"), ("2024-01-31", "2024-02-29"), ("2026-12-05", "2027-01-05")],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(day: str, month: str) -> None:
    assert month_after(date.fromisoformat(day)) == date.fromisoformat(month)
