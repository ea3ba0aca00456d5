"""One's own data over HTTP, with a real mail server: from asking for a link to being erased."""

import json
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import httpx
import pytest

from api.app import AppState, create_app
from api.mail import OutboxMailer
from graph.access import Role
from graph.store import Store
from queries.snapshots import Snapshots, utc_today
from tests.api.calls import MY_DATA, Call, named
from tests.api.city import CITY, fill
from tests.api.conftest import served
from tests.post import SOON, Post, mail_server

OURS = {"X-Requested-With": "test"}


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def site(embedded_store: Store, post: Post) -> Iterator[httpx.Client]:
    """A client of a city whose letters go to a mail server."""
    fill(embedded_store)
    with mail_server(post) as mailer:
        state = AppState(
            embedded_store, Snapshots(embedded_store), CITY, Role.COORDINATOR, "test", mailer=mailer
        )
        with served(create_app(state)) as client:
            client.headers.update(OURS)
            yield client


def asked(site: httpx.Client, email: str) -> httpx.Response:
    return site.post("/v1/my-data/links", json={"email": email})


def opened(site: httpx.Client, post: Post, email: str = "an@example.org") -> None:
    asked(site, email)
    answer = site.post("/v1/my-data/sessions", json={"key": post.keys()[0]})
    assert answer.status_code == 204, answer.text


def connectors(site: httpx.Client) -> list[str]:
    found = site.get("/v1/paths", params={"from": "a", "to": "d"}).json()
    return [person["name"] for route in found["routes"] for person in route["people"]]


def test_from_a_link_to_being_erased(site: httpx.Client, post: Post) -> None:
    assert "Bo Claes" in connectors(site)
    first = asked(site, "bo@example.org")
    assert first.status_code == 202
    (key,) = post.keys()
    # A scanner of mail opens the page, more than once: the link still works.
    for _ in range(2):
        page = site.get("/mijn-gegevens", params={"sleutel": key})
        assert page.status_code == 200
        assert "Bo Claes" not in page.text
        assert page.headers["referrer-policy"] == "same-origin"
    answer = site.post("/mijn-gegevens/openen", data={"sleutel": key})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("ploeg_own=", "HttpOnly", "SameSite=Strict"))
    page = site.get("/mijn-gegevens")
    assert all(text in page.text for text in ("Bo Claes", "bo@example.org", "Chris Maes"))
    assert "An Peeters" not in page.text  # who spoke of Bo
    assert site.post("/v1/my-data/sessions", json={"key": key}).status_code == 404
    # Corrected.
    seen = site.get("/v1/my-data").json()["person"]["updated_at"]
    change = {"about": "Ik luister graag", "availability": "limited", "updated_at": seen}
    assert site.patch("/v1/my-data", json=change).json()["person"]["about"] == "Ik luister graag"
    assert site.patch("/v1/my-data", json=change).status_code == 409
    # Withdrawn: the very next path goes without Bo.
    answer = site.post("/v1/my-data/consents", json={"purpose": "connector", "given": False})
    assert (answer.status_code, answer.json()["source"]) == (201, "person")
    assert "Bo Claes" not in connectors(site)
    # Taken along.
    taken = site.get("/v1/my-data/export", params={"format": "json"})
    assert "attachment" in taken.headers["content-disposition"]
    assert json.loads(taken.text)["person"]["about"] == "Ik luister graag"
    assert "Ik luister graag" in site.get("/v1/my-data/export", params={"format": "html"}).text
    # Erased.
    wrong = site.post("/mijn-gegevens/wissen", data={"naam": "Iemand Anders"})
    assert wrong.status_code == 422
    assert "Bo Claes" in wrong.text
    gone = site.request("DELETE", "/v1/my-data", json={"name": "Bo Claes"})
    assert gone.status_code == 204
    assert site.get("/v1/my-data").status_code == 401
    again = asked(site, "bo@example.org")
    assert (again.status_code, again.content) == (first.status_code, first.content)
    # Letters go one after the other: that to An being there, none to Bo was before it.
    asked(site, "an@example.org")
    assert post.got.get(timeout=SOON)["To"] == "an@example.org"
    assert post.got.empty()


def test_every_address_gets_the_same_answer(site: httpx.Client) -> None:
    known, unknown = asked(site, "an@example.org"), asked(site, "niemand@example.org")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    own = {"date", "x-request-id"}
    assert {name: value for name, value in known.headers.items() if name not in own} == {
        name: value for name, value in unknown.headers.items() if name not in own
    }


@pytest.mark.parametrize("email", ["an@example.org", "niemand@example.org"])
def test_who_asks_often_waits_known_or_not(site: httpx.Client, email: str) -> None:
    statuses = [asked(site, email).status_code for _ in range(7)]
    assert statuses[:5] == [202] * 5
    assert 429 in statuses


def test_a_household_gets_one_letter_with_a_link_each(
    site: httpx.Client, post: Post, embedded_store: Store
) -> None:
    site.patch("/v1/people/e", json={"email": "an@example.org"})
    asked(site, "AN@example.org")
    text = post.got.get(timeout=SOON).get_content()
    keys = re.findall(r"sleutel=([\w-]+)", text)
    assert len(keys) == 2
    assert "Dit e-mailadres is van meer dan één persoon. Ieder heeft een eigen link." in text
    names = set()
    for key in keys:
        site.post("/v1/my-data/sessions", json={"key": key})
        names.add(site.get("/v1/my-data").json()["person"]["name"])
    assert names == {"An Peeters", "Eva Goossens"}


def test_the_page_corrects_and_keeps_what_was_left_as_it_was(site: httpx.Client, post: Post) -> None:
    opened(site, post)
    before = site.get("/v1/my-data").json()
    form = {
        "name": "An Peeters-Maes", "email": "an@example.org", "languages": ["nl", "fr"], "availability": "yes",
        "offers": "Voorzitten", "cares_about": "", "active_in": "Lindewijk",
        "updated_at": before["person"]["updated_at"],
    }  # fmt: skip
    answer = site.post("/mijn-gegevens/verbeteren", data=form)
    assert answer.status_code == 303, answer.text
    after = site.get("/v1/my-data").json()
    assert after["person"]["name"] == "An Peeters-Maes"
    assert "phone" not in after["person"]

    def ties(data: dict[str, list[dict[str, object]]], relation: str) -> list[dict[str, object]]:
        return [tie for tie in data["ties"] if tie["relation"] == relation]

    assert ties(after, "OFFERS") == ties(before, "OFFERS")
    assert ties(after, "CARES_ABOUT") == []


def test_what_stays_chosen_keeps_what_was_said_of_it(
    site: httpx.Client, post: Post, embedded_store: Store
) -> None:
    said = "MATCH (:Person {key: 'a'})-[r:OFFERS]->() SET r.source = 'named', r.evidence = 'de wijkraad'"
    embedded_store.write(CITY, lambda transaction: transaction.run(said, {}))
    opened(site, post)
    chairing = next(tie for tie in site.get("/v1/my-data").json()["ties"] if tie["relation"] == "OFFERS")
    listening = next(
        each["id"] for each in site.get("/v1/talents").json()["items"] if each["key"] == "luisteren"
    )

    def offers() -> dict[str, tuple[object, ...]]:
        return {
            tie["id"]: tuple(tie["properties"].get(name) for name in ("level", "source", "evidence"))
            for tie in site.get("/v1/my-data").json()["ties"]
            if tie["relation"] == "OFFERS"
        }

    form = {"name": "An Peeters", "offers": [chairing["id"], listening]}
    assert site.post("/mijn-gegevens/verbeteren", data=form).status_code == 303
    assert offers() == {chairing["id"]: (3, "named", "de wijkraad"), listening: (None, "self", None)}
    steps = [f"{chairing['id']} 3", f"{listening} 2", f"{listening} 9"]
    assert site.post("/mijn-gegevens/verbeteren", data={**form, "offers_level": steps}).status_code == 303
    assert offers() == {chairing["id"]: (3, "named", "de wijkraad"), listening: (2, "self", None)}


def test_the_page_says_in_words_what_is_wrong_beside_the_field_and_keeps_what_was_typed(
    site: httpx.Client, post: Post
) -> None:
    opened(site, post)
    form = {"name": " ", "email": "geen adres", "about": "Ik kom graag", "languages_other": "Klingon"}
    answer = site.post("/mijn-gegevens/verbeteren", data=form)
    assert answer.status_code == 422
    for name, said in (
        ("name", "Vul uw naam in."),
        ("email", "Dit is geen e-mailadres."),
        ("languages_other", "Deze taal kent Ploeg niet."),
    ):
        assert f'<a href="#{name}">{said}' in answer.text
        assert re.search(rf'<p id="{name}-fout" class="wrong"><strong>Fout: </strong>{said}', answer.text)
        (control,) = re.findall(rf'<input id="{name}"[^>]*>', answer.text)
        assert 'aria-invalid="true"' in control
        assert re.search(rf'aria-describedby="[^"]*\b{name}-fout"', control)
    assert all(f'value="{typed}"' in answer.text for typed in (" ", "geen adres", "Klingon"))
    assert "Ik kom graag" in answer.text
    assert "verwacht" not in answer.text
    assert site.get("/v1/my-data").json()["person"]["name"] == "An Peeters"
    english = site.post("/mijn-gegevens/verbeteren?taal=en", data=form).text
    assert "Fill in your name." in english
    wishes = site.post("/mijn-gegevens/wensen", data={"hoogstens": "99", "rust_tot": "gisteren"})
    assert wishes.status_code == 422
    assert all(text in wishes.text for text in ('value="99"', "getal in van 1 tot 31", "Kies een dag"))
    gone = site.post("/mijn-gegevens/wissen", data={"naam": "Iemand"})
    assert "Dit is niet uw naam. Typ: An Peeters" in gone.text


def test_what_changed_meanwhile_is_shown_and_not_written_over(site: httpx.Client, post: Post) -> None:
    opened(site, post)
    seen = site.get("/v1/my-data").json()["person"]["updated_at"]
    site.patch("/v1/people/a", json={"about": "Van de coördinator"})
    answer = site.post(
        "/mijn-gegevens/verbeteren", data={"name": "An P", "about": "Van mij", "updated_at": seen}
    )
    assert answer.status_code == 409
    assert "Iemand veranderde intussen iets" in answer.text
    assert "Van de coördinator" in answer.text
    assert "Van mij" not in answer.text


def test_whoever_is_out_of_time_is_told_so(site: httpx.Client) -> None:
    answer = site.post("/mijn-gegevens/verbeteren", data={"name": "An"})
    assert answer.status_code == 401
    assert "Dat gebeurt na een half uur vanzelf" in answer.text
    assert "Stuur mij een link" in answer.text


def test_a_consent_says_what_was_done_and_comes_back_as_it_was(site: httpx.Client, post: Post) -> None:
    opened(site, post, "bo@example.org")

    def connecting() -> list[tuple[bool, str | None]]:
        return [
            (each["given"], each["scope"])
            for each in site.get("/v1/my-data").json()["consents"]
            if each["purpose"] == "connector"
        ]

    # What was not done by themselves is not said to be, whatever the address says.
    for place in ("connector", "mailing", "zomaar", "<b>"):
        assert 'id="gedaan"' not in site.get("/mijn-gegevens", params={"gedaan": place}).text
    answer = site.post("/mijn-gegevens/toestemming", data={"doel": "connector", "ja": "nee"})
    assert answer.headers["location"] == "/mijn-gegevens?gedaan=connector#gedaan"
    page = site.get("/mijn-gegevens?gedaan=connector").text
    at = page.index('id="gedaan"')
    assert page.index('id="toestemming-connector"') < at < page.index('id="toestemming-research"')
    assert "U trok ‘mensen aan elkaar voorstellen’ in." in page
    assert "Vanaf nu vraagt niemand u nog" in page
    assert "Bo Claes" not in connectors(site)
    back = {"doel": "connector", "ja": "ja", "terug": "ja"}
    assert site.post("/mijn-gegevens/toestemming", data=back).status_code == 303
    assert connecting() == [(True, "partners"), (False, None), (True, "partners")]
    assert "Bo Claes" in connectors(site)
    assert (
        "U geeft toestemming voor ‘mensen aan elkaar voorstellen’."
        in site.get("/mijn-gegevens?gedaan=connector").text
    )
    assert site.post("/mijn-gegevens/toestemming", data={**back, "ja": "nee"}).status_code == 303
    assert connecting()[-1] == (False, None)


def test_the_page_says_everything_in_words(site: httpx.Client, post: Post) -> None:
    site.patch("/v1/people/a", json={"level": 2, "availability": "limited"})
    opened(site, post)
    page = site.get("/mijn-gegevens").text
    text = re.sub(r"<[^>]+>", " ", page)
    assert not re.search(r"\d{4}-\d\d-\d\d", text)
    for words in (
        "in een gebruikersgroep",
        "soms",
        "sterk (9 op 10)",
        "1 oktober 2026",
        "Hoe goed u dit kan: sterk.",
        "Nederlands, Frans",
    ):
        assert words in text
    for code in ("limited", "tables", "vertrouwen: 0", "ervaring: 2"):
        assert code not in text
    assert [
        page.index(f'id="{part}"')
        for part in ("toestemmingen", "wensen", "wie", "verbeteren", "banden", "meenemen", "wissen")
    ] == sorted(
        page.index(f'id="{part}"')
        for part in ("toestemmingen", "wensen", "wie", "verbeteren", "banden", "meenemen", "wissen")
    )
    english = re.sub(r"<[^>]+>", " ", site.get("/mijn-gegevens?taal=en").text)
    assert all(
        words in english
        for words in ("in a user committee", "strong (9 of 10)", "1 October 2026", "Being asked")
    )


def test_the_page_gives_withdraws_and_closes(site: httpx.Client, post: Post) -> None:
    opened(site, post)
    assert site.post("/mijn-gegevens/toestemming", data={"doel": "mailing", "ja": "ja"}).status_code == 303
    held = {e["purpose"] for e in site.get("/v1/my-data").json()["consents"] if e["in_force"]}
    assert "mailing" in held
    assert site.post("/mijn-gegevens/toestemming", data={"doel": "mailing", "ja": "nee"}).status_code == 303
    held = {e["purpose"] for e in site.get("/v1/my-data").json()["consents"] if e["in_force"]}
    assert "mailing" not in held
    page = site.get("/mijn-gegevens?taal=en").text
    assert "Withdraw" in page
    assert "<script" not in page
    assert "style=" not in page
    kept = site.cookies["ploeg_own"]
    assert site.post("/mijn-gegevens/klaar").status_code == 200
    assert "ploeg_own" not in site.cookies
    site.cookies.set("ploeg_own", kept)
    assert site.get("/v1/my-data").status_code == 401


def test_one_session_reaches_nobody_elses_ties(site: httpx.Client, post: Post) -> None:
    opened(site, post)
    bo = site.get("/v1/people/b").json()["id"]
    chris = site.get("/v1/people/c").json()["id"]
    assert site.patch("/v1/my-data", json={"no_ties_to": [bo]}).status_code == 200
    assert site.patch("/v1/my-data", json={"no_ties_to": [chris]}).status_code == 404


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x onerror=y>'])
def test_no_text_becomes_markup(site: httpx.Client, post: Post, name: str) -> None:
    site.patch("/v1/people/a", json={"name": name, "about": name})
    opened(site, post)
    for page in (site.get("/mijn-gegevens"), site.get("/v1/my-data/export?format=html")):
        assert page.status_code == 200
        assert "<script" not in page.text
        assert "<img" not in page.text


def test_nobody_without_a_link_gets_anything(site: httpx.Client) -> None:
    assert site.get("/v1/my-data").json()["code"] == "not_signed_in"
    assert site.get("/v1/my-data/export").status_code == 401
    site.cookies.set("ploeg_own", "x" * 43)
    assert site.get("/v1/my-data").status_code == 401
    assert "Stuur mij een link" in site.get("/mijn-gegevens").text


@pytest.mark.parametrize("call", named(MY_DATA))
def test_every_address_gets_something_bad_and_something_good(
    site: httpx.Client, post: Post, call: Call
) -> None:
    opened(site, post)
    asked(site, "an@example.org")
    (key,) = post.keys()
    for given in reversed(MY_DATA[call]):
        body = json.loads(json.dumps(given.body).replace("{link}", key))
        target = f"{call[1]}?{given.query}" if given.query else call[1]
        answer = site.request(call[0], target, json=body)
        assert answer.status_code == given.status, answer.text
        if given.code:
            assert answer.json()["code"] == given.code


def test_somebody_says_on_the_page_how_they_want_to_be_asked(site: httpx.Client, post: Post) -> None:
    opened(site, post, "bo@example.org")
    kept = site.get("/v1/my-data/wishes").json()
    assert [each["name"] for each in kept["may_name"]] == ["Chris Maes"]
    assert "Bo Claes" in connectors(site)
    chris, an = (site.get(f"/v1/people/{key}").json()["id"] for key in "ca")
    form = {
        "rust_tot": "", "hoogstens": "2", "themas": "Mobiliteit", "niet_over": chris,
        "updated_at": kept["updated_at"],
    }  # fmt: skip
    page = site.get("/mijn-gegevens").text
    assert f'value="{chris}"' in page
    assert an not in page
    answer = site.post("/mijn-gegevens/wensen", data=form)
    assert answer.status_code == 303, answer.text
    wishes = site.get("/v1/my-data/wishes").json()
    assert (wishes["ask_limit"], wishes["paused_until"]) == (2, None)
    assert [each["name"] for each in wishes["ask_themes"]] == ["Mobiliteit"]
    assert [each["id"] for each in wishes["not_about"]] == [chris]
    assert "Bo Claes" not in connectors(site)
    # What somebody else saw before that is not written over it, and an empty form clears.
    assert site.post("/mijn-gegevens/wensen", data={**form, "hoogstens": "4"}).status_code == 409
    again = {"updated_at": wishes["updated_at"]}
    assert site.post("/mijn-gegevens/wensen", data=again).status_code == 303
    cleared = site.get("/v1/my-data/wishes").json()
    assert (cleared["ask_limit"], cleared["ask_themes"], cleared["not_about"]) == (3, [], [])
    assert "Bo Claes" in connectors(site)
    assert site.post("/mijn-gegevens/wensen", data={"rust_tot": "gisteren"}).status_code == 422


def test_naming_somebody_finds_nobody(site: httpx.Client, post: Post) -> None:
    opened(site, post, "bo@example.org")
    told = set()
    for text in (
        site.get("/v1/people/d").json()["id"],
        "person:01JD8Z0V6H3K4M5N6P7Q8R9S0T",
        "Dirk Wouters",
        "Niemand",
    ):
        answer = site.patch("/v1/my-data/wishes", json={"not_about": [text]})
        assert answer.status_code == 404
        told.add(answer.json()["detail"].replace(text, "…"))
        page = site.post("/mijn-gegevens/wensen", data={"niet_over": text})
        assert page.status_code == 404
    assert len(told) == 1


def test_whoever_is_erased_reads_what_a_backup_still_holds_and_until_when(
    site: httpx.Client, post: Post
) -> None:
    opened(site, post)
    answer = site.post("/mijn-gegevens/wissen", data={"naam": "An Peeters"})
    assert answer.status_code == 200
    assert (utc_today() + timedelta(days=30)).isoformat() in answer.text
    assert "Reservekopieën" in answer.text


def test_a_correction_goes_in_whole_or_not_at_all(site: httpx.Client, post: Post) -> None:
    opened(site, post)
    before = site.get("/v1/my-data").json()
    other = next(tie["id"] for tie in before["ties"] if tie["relation"] == "KNOWS")
    answer = site.patch(
        "/v1/my-data", json={"about": "Anders", "no_ties_to": [other], "left": ["organisation:none"]}
    )
    assert answer.status_code == 404
    after = site.get("/v1/my-data").json()
    assert (after["person"], after["ties"]) == (before["person"], before["ties"])
    assert site.patch("/v1/my-data", json={"about": "Anders", "no_ties_to": [other]}).status_code == 200
    assert other not in {tie["id"] for tie in site.get("/v1/my-data").json()["ties"]}


def test_whoever_a_coordinator_erases_has_no_link_session_or_letter_left(
    embedded_store: Store, tmp_path: Path
) -> None:
    fill(embedded_store)
    mailer = OutboxMailer(tmp_path, "Ploeg <ploeg@example.org>")
    state = AppState(embedded_store, Snapshots(embedded_store), CITY, Role.COORDINATOR, "test", mailer=mailer)
    with served(create_app(state)) as client:
        client.headers.update(OURS)
        for _ in range(2):
            asked(client, "an@example.org")
        deadline = time.monotonic() + SOON
        while len(letters := sorted(tmp_path.glob("*.eml"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        texts = [
            message_from_bytes(file.read_bytes(), policy=policy.default).get_content() for file in letters
        ]
        keys = [re.findall(r"sleutel=([\w-]+)", text)[0] for text in texts]
        # Of two links the later one works.
        opening = [client.post("/v1/my-data/sessions", json={"key": key}).status_code for key in keys]
        assert sorted(opening) == [204, 404]
        asked(client, "an@example.org")
        while len(sorted(tmp_path.glob("*.eml"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert client.delete("/v1/people/a").status_code == 204
        assert list(tmp_path.glob("*.eml")) == []
        assert client.get("/v1/my-data").status_code == 401
        assert embedded_store.read("MATCH (l:Link) RETURN count(l) AS times", {}) == [{"times": 0}]
