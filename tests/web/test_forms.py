"""What forms say: what is wrong beside its field, what was added from the words, what was done where one lands."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.web.conftest import Open, Shown

WORDS = "Ouders willen een schoolstraat. We zoeken iemand die Arabisch spreekt."
SAVE = "Bewaar en toon wie past"


def written(shown: Shown) -> Any:
    """Return the request whose desk is shown, and take it away."""
    shown.page.wait_for_url(re.compile(r"/vragen/request:"))
    identity = shown.page.url.rsplit("/", 1)[1]
    request = shown.get(f"/v1/requests/{identity}")
    shown.client.delete(f"/v1/requests/{identity}").raise_for_status()
    return request


def counted(page: Page, method: str, path: str) -> list[str]:
    """Return what will have been asked of an address."""
    asked = list[str]()
    page.on(
        "request",
        lambda each: (
            asked.append(each.url) if (each.method, each.url[-len(path) :]) == (method, path) else None
        ),
    )
    return asked


def test_a_fold_stays_open_and_what_is_wrong_in_it_is_said_beside_the_field(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").fill("Wie komt er?")
    fold = page.get_by_text("Wanneer, hoeveel mensen, welke talen")
    number = page.get_by_label("Hoeveel mensen")
    fold.click()
    number.fill("0")
    page.get_by_label("Frans").check()
    page.get_by_label("Frans").uncheck()
    expect(number).to_be_visible()
    fold.click()
    expect(number).to_be_hidden()
    page.get_by_role("button", name=SAVE).click()
    expect(number).to_be_focused()
    expect(number).to_have_accessible_description("Vul een getal in van 1 tot en met 50.")
    assert page.url.endswith("/vragen/nieuw")
    number.fill("2")
    expect(number).to_have_accessible_description("")
    page.get_by_role("button", name=SAVE).click()
    assert written(shown)["people_needed"] == 2


def test_what_a_form_misses_is_said_until_it_is_filled_in(opened: Open) -> None:
    shown = opened()
    page = shown.page
    for path, save, label, wrong in (
        ("/vragen/nieuw", SAVE, "Waarover gaat het?", "Geef de vraag een titel"),
        ("/mensen/nieuw", "Voeg toe", "Naam", "Vul een naam in."),
    ):
        shown.go(path)
        page.get_by_role("button", name=save).click()
        expect(page.get_by_text(wrong)).to_be_visible()
        page.get_by_label(label).fill("W")
        expect(page.get_by_text(wrong)).to_be_hidden()


def test_what_the_words_name_is_added_for_who_saves_at_once_too(opened: Open) -> None:
    shown = opened()
    page = shown.page
    posted = counted(page, "POST", "/v1/requests")
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").fill("Wie helpt?")
    page.get_by_label("Wat is er aan de hand?").click()
    page.keyboard.type(WORDS)
    page.get_by_role("button", name=SAVE).click()
    told = page.get_by_text(re.compile(r"De vraag is bewaard\. \d+ voorstellen uit uw tekst toegevoegd\."))
    expect(told.first).to_be_visible()
    request = written(shown)
    assert "Schoolstraat" in [each["name"] for each in request["themes"]]
    assert request["languages"] == ["ar"]
    assert len(posted) == 1


def test_a_request_is_saved_once_without_what_its_words_name_where_nobody_answers(opened: Open) -> None:
    shown = opened()
    page = shown.page
    posted = counted(page, "POST", "/v1/requests")
    page.route("**/v1/matches", lambda route: route.abort())
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").fill(f"Wie helpt? {WORDS}")
    page.get_by_role("button", name=SAVE).dblclick()
    request = written(shown)
    assert (request["title"], request["themes"]) == (f"Wie helpt? {WORDS}", [])
    assert len(posted) == 1


def test_a_district_is_one_choice_that_stands_for_its_neighbourhoods(opened: Open) -> None:
    shown = opened()
    page = shown.page
    inside = [
        each["id"]
        for each in shown.get("/v1/neighbourhoods", limit=200)["items"]
        if each["district"] == "Deurne"
    ]
    whole = page.get_by_role("button", name=f"Deurne ({len(inside)} wijken)")
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").fill("Wie helpt?")
    for _ in range(2):
        field = page.get_by_role("combobox", name="Wijken")
        field.fill("deurne")
        page.get_by_role("option", name=f"Deurne district, {len(inside)} wijken").click()
        expect(whole).to_be_visible()
        expect(field).to_be_focused()
        if _ == 0:
            whole.click()
            expect(whole).to_have_count(0)
    page.get_by_role("button", name=SAVE).click()
    expect(page.get_by_text(f"Deurne ({len(inside)} wijken)")).to_be_visible()
    assert sorted(each["id"] for each in written(shown)["neighbourhoods"]) == sorted(inside)


def test_a_district_in_the_words_is_proposed_as_one(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").fill("Een feest in Deurne")
    page.get_by_label("Wat is er aan de hand?").focus()
    expect(page.get_by_role("button", name=re.compile(r"^Deurne \(\d+ wijken\)"))).to_be_visible()
    expect(page.get_by_text("1 voorstel uit uw tekst toegevoegd.")).to_be_attached()


def test_a_draft_waits_in_the_tab_until_it_is_saved_or_thrown_away(opened: Open) -> None:
    shown = opened()
    page = shown.page
    title, still = page.get_by_label("Waarover gaat het?"), page.get_by_text("Uw ontwerp staat er nog.").first
    shown.go("/vragen/nieuw")
    expect(still).to_have_count(0)
    title.fill("Een ontwerp dat blijft")
    page.get_by_role("radio", name="terugkijken").check()
    page.reload()
    expect(still).to_be_visible()
    expect(title).to_have_value("Een ontwerp dat blijft")
    expect(page.get_by_role("radio", name="terugkijken")).to_be_checked()
    page.get_by_role("link", name="Start").first.click()
    page.go_back()
    expect(title).to_have_value("Een ontwerp dat blijft")
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(title).to_have_value("")
    expect(title).to_be_focused()
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    page.get_by_role("button", name="Zet terug").click()
    expect(title).to_have_value("Een ontwerp dat blijft")
    page.get_by_role("button", name=SAVE).click()
    assert written(shown)["title"] == "Een ontwerp dat blijft"
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    shown.go("/vragen/nieuw")
    expect(title).to_have_value("")
    assert "ontwerp" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_draft_that_was_not_read_yet_gets_its_proposals_after_a_reload(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/vragen/nieuw")
    page.get_by_label("Waarover gaat het?").click()
    page.keyboard.type(f"Wie helpt? {WORDS}")
    page.reload()
    expect(page.get_by_text("Uw ontwerp staat er nog.").first).to_be_visible()
    page.get_by_role("button", name=SAVE).click()
    assert written(shown)["languages"] == ["ar"]


def test_what_was_taken_out_by_hand_is_not_added_again(opened: Open) -> None:
    shown = opened()
    page = shown.page
    # What its words name is not there: somebody took it out before.
    made = shown.client.post("/v1/requests", json={"title": "Wie helpt?", "text": WORDS}).json()
    shown.go(f"/vragen/{made['id']}")
    page.get_by_role("button", name="Verbeter de vraag").click()
    page.get_by_label("Wat is er aan de hand?").fill(f"{WORDS} Of Turks.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator("main").get_by_text("1 voorstel uit uw tekst toegevoegd.")).to_be_visible()
    request = written(shown)
    assert (request["themes"], request["languages"]) == ([], ["tr"])


def test_who_was_added_and_who_was_erased_is_said_where_one_lands(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/mensen/nieuw")
    page.get_by_label("Naam").fill("Vera Binder (fictief)")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator("main .told").first).to_contain_text("Vera Binder (fictief) is toegevoegd.")
    page.get_by_role("button", name="Wis deze mens").click()
    page.get_by_role("button", name=re.compile("^Ja, wis Vera")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    shown.settled()
    expect(page.locator("main .told")).to_have_text("Vera Binder (fictief) is gewist.")
    expect(page.get_by_role("status").filter(has_text="is gewist.")).to_contain_text("op de lijst")
    page.get_by_role("link", name="Vragen", exact=True).click()
    expect(page.locator("main").get_by_text("is gewist.")).to_have_count(0)


def test_what_two_people_differ_in_stands_in_words(opened: Open) -> None:
    shown = opened()
    page = shown.page
    made = [
        shown.client.post(
            "/v1/people", json={"name": "Vera Dubbel (fictief)", "email": "vera@example.org", **more}
        ).json()["id"]
        for more in (
            {"sector": "city", "languages": ["fr", "he", "nl"], "level": 1},
            {"sector": "resident", "languages": ["nl"], "level": 2},
        )
    ]
    shown.go("/invoer/dubbel")
    pair = page.get_by_role("article").filter(has_text="Vera Dubbel")
    for field, words in (
        ("Sector", {"stad", "bewoner"}),
        ("Talen", {"Frans, Hebreeuws, Nederlands", "Nederlands"}),
        ("Niveau", {"af en toe", "in een gebruikersgroep"}),
    ):
        row = pair.get_by_role("row").filter(has=page.get_by_role("rowheader", name=field))
        assert set(row.get_by_role("cell").all_inner_texts()) == words
    for each in made:
        shown.client.delete(f"/v1/people/{each}")


def test_people_of_one_name_are_told_apart_by_where_they_are_active(opened: Open) -> None:
    shown = opened()
    page = shown.page
    places = shown.get("/v1/neighbourhoods", limit=2)["items"]
    made = [
        shown.client.post(
            "/v1/people", json={"name": "Zwaantje Naamgenoot (fictief)", "neighbourhoods": [place["id"]]}
        ).json()["id"]
        for place in places
    ]
    shown.go("/pad")
    for name in ("Van", "Zoek een mens, organisatie, thema, wijk, initiatief of vraag"):
        page.get_by_role("combobox", name=name, exact=True).click()
        page.keyboard.type("Zwaantje Naamgenoot")
        options = page.get_by_role("option", name="Zwaantje Naamgenoot (fictief)")
        expect(options).to_have_count(2)
        assert {each.split("\n")[-1].split(" (")[0] for each in options.all_inner_texts()} == {
            place["name"] for place in places
        }
        page.keyboard.press("Escape")
    for each in made:
        shown.client.delete(f"/v1/people/{each}")
