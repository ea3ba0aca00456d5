"""Who does not fit a request after all, over HTTP: shared, dated, and told to nobody else."""

import httpx

from graph.model import RequestStatus

V1 = "/v1/requests/v1"


def keys(client: httpx.Client, **query: str) -> list[str]:
    # Spreading a list makes its order depend on who is first.
    query = {"spread": "false", **query}
    return [each["person"]["key"] for each in client.get(f"{V1}/matches", params=query).json()["results"]]


def test_who_was_set_aside_is_out_of_the_answer_and_listed_with_why(writer: httpx.Client) -> None:
    before = keys(writer)
    held = writer.get(f"{V1}/matches").headers["etag"]
    put = writer.put(f"{V1}/set-aside/{before[0]}", json={"reason": "busy", "words": "Na de zomer."})
    assert put.status_code == 200, put.text
    assert keys(writer) == before[1:]
    again = writer.get(f"{V1}/matches", headers={"If-None-Match": held})
    assert (again.status_code, again.json()["set_aside"]) == (200, 1)
    assert keys(writer, with_set_aside="true") == before
    (listed,) = writer.get(f"{V1}/set-aside").json()["items"]
    assert listed == put.json()
    assert (listed["person"]["key"], listed["reason"], listed["words"]) == (before[0], "busy", "Na de zomer.")
    assert listed["by"]
    assert writer.delete(f"{V1}/set-aside/{before[0]}").status_code == 204
    assert keys(writer) == before
    assert writer.get(f"{V1}/set-aside").json()["items"] == []


def test_the_list_is_paged(writer: httpx.Client) -> None:
    for key in ("a", "c", "d"):
        writer.put(f"{V1}/set-aside/{key}", json={"reason": "other"})
    first = writer.get(f"{V1}/set-aside", params={"limit": 2}).json()
    rest = writer.get(f"{V1}/set-aside", params={"limit": 2, "cursor": first["next"]}).json()
    found = [each["person"]["key"] for each in (*first["items"], *rest["items"])]
    assert (sorted(found), len(first["items"]), rest["next"]) == (["a", "c", "d"], 2, None)


def test_a_request_says_where_it_can_go_and_can_go_nowhere_else(writer: httpx.Client) -> None:
    seen: list[str] = []
    now = writer.get(V1).json()
    while now["status"] not in seen:
        seen.append(now["status"])
        # Back to where it stood just before is always open: that takes the last step back.
        for status in RequestStatus:
            if status not in now["next_statuses"] and status not in seen[-2:]:
                refused = writer.post(f"{V1}/status", json={"status": str(status)})
                assert refused.status_code == 422, (now["status"], status)
        changed = writer.post(f"{V1}/status", json={"status": now["next_statuses"][0]})
        assert changed.status_code == 200
        now = changed.json()
    assert seen == ["open", "asked", "met", "done"]
