"""The page of one person and the desk of one request: what is changed there, and the way back."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from playwright.sync_api import Locator, expect

from graph.access import Role
from tests.web.conftest import Open, Shown
from tests.web.test_places import LOOKS, VIOLATIONS, Look
from tests.web.test_tasks import HANDS, Hand

TALENT = "Vergaderingen voorzitten"


@pytest.fixture
def made(client_of: Callable[[Role], httpx.Client]) -> Iterator[Callable[..., str]]:
    """Make somebody for one test; they are erased after it."""
    client, found = client_of(Role.COORDINATOR), list[str]()

    def make(name: str, **more: Any) -> str:
        answer = client.post("/v1/people", json={"name": name, **more})
        assert answer.status_code == 201, answer.text
        found.append(answer.json()["id"])
        return found[-1]

    yield make
    for each in found:
        client.delete(f"/v1/people/{each}")


def section(shown: Shown, heading: str) -> Locator:
    title = shown.page.get_by_role("heading", name=heading, exact=True)
    return shown.page.locator("section.card", has=title)


def person(shown: Shown, identity: str, what: str = "") -> Any:
    return shown.get(f"/v1/people/{identity}{what}")


@HANDS
def test_a_new_person_is_added_and_their_consent_noted(opened: Open, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/mensen")
    by.press(page.get_by_role("link", name="Nieuwe mens"))
    by.write(page.get_by_label("Naam"), f"Proef {hand} (fictief)")
    by.choose(page.get_by_role("combobox", name="Talenten"), TALENT)
    by.press(page.get_by_role("button", name="Voeg toe"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Proef {hand} (fictief)")
    identity = page.url.rsplit("/", 1)[1]
    assert [each["name"] for each in person(shown, identity)["talents"]] == [TALENT]
    assert person(shown, identity, "/consents")["items"] == []

    by.press(page.get_by_role("button", name="Noteer een ja (voorgesteld worden bij een vraag)"))
    by.press(page.get_by_role("button", name="Bewaar dit ja"))
    expect(page.get_by_text("Zeg hoe u dit weet")).to_be_visible()
    page.get_by_label("Hoe weet u dat?").select_option("form")
    by.press(page.get_by_role("button", name="Bewaar dit ja"))
    expect(page.get_by_text("Genoteerd: ja voor ‘voorgesteld worden bij een vraag’").first).to_be_visible()
    (event,) = person(shown, identity, "/consents")["items"]
    assert (event["purpose"], event["given"], event["source"]) == ("matching", True, "formulier")

    by.press(page.get_by_role("button", name="Wis deze mens"))
    by.press(page.get_by_role("button", name=re.compile("^Ja, wis Proef")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    assert shown.client.get(f"/v1/people/{identity}").status_code == 404


@HANDS
def test_what_one_form_says_is_noted_at_once_and_taken_back_at_once(
    opened: Open, made: Callable[..., str], hand: str
) -> None:
    shown = opened()
    page, by, identity = shown.page, Hand(shown.page, hand), made("Met een formulier (fictief)")
    shown.go(f"/mensen/{identity}")
    by.press(page.get_by_role("button", name="Noteer meer dan één ja"))
    by.press(page.get_by_role("button", name="Bewaar wat aangekruist is"))
    expect(page.get_by_text("Kruis minstens één ding aan.")).to_be_visible()
    for name in ("Voorgesteld worden bij een vraag", "Mensen aan elkaar voorstellen", "Mails krijgen"):
        box = page.get_by_role("checkbox", name=re.compile(f"^{name}", re.IGNORECASE))
        by.at(box)
        if hand == "keyboard":
            page.keyboard.press("Space")
        expect(box).to_be_checked()
    by.press(page.get_by_role("button", name="Bewaar wat aangekruist is"))
    expect(page.get_by_text("Zeg hoe u dit weet")).to_be_visible()
    expect(page.get_by_label("Hoe weet u dat?")).to_be_focused()
    page.get_by_label("Hoe weet u dat?").select_option("form")
    by.write(page.get_by_label("Notitie"), "Getekend op de buurtavond")
    by.press(page.get_by_role("button", name="Bewaar wat aangekruist is"))
    expect(page.get_by_text("Genoteerd: ja voor").first).to_be_visible()
    noted = person(shown, identity, "/consents")["items"]
    assert {each["purpose"]: each["scope"] for each in noted} == {
        "matching": None,
        "connector": "coordinator",
        "mailing": None,
    }
    assert {(each["given"], each["source"], each["note"]) for each in noted} == {
        (True, "formulier", "Getekend op de buurtavond")
    }
    by.press(page.get_by_role("button", name="Maak ongedaan"))
    expect(page.locator(".purposes").get_by_text("Nee", exact=True)).to_have_count(6)
    later = person(shown, identity, "/consents")["items"]
    # What was noted stays noted: taking it back is one more event of each.
    assert [sum(each["given"] == given for each in later) for given in (True, False)] == [3, 3]
    assert not any(each["in_force"] and each["given"] for each in later)


def test_a_connector_consent_has_a_scope_and_themes_and_a_withdrawal_stays_in_the_history(
    opened: Open, made: Callable[..., str]
) -> None:
    shown, identity = opened(), made("Vera Binder (fictief)")
    page = shown.page
    shown.go(f"/mensen/{identity}")
    page.get_by_role("button", name="Noteer een ja (mensen aan elkaar voorstellen)").click()
    page.get_by_label("ook op vraag van partners").check()
    Hand(page, "mouse").choose(page.get_by_role("combobox", name="Alleen over deze thema’s"), "Schoolstraat")
    page.get_by_label("Hoe weet u dat?").select_option("conversation")
    page.get_by_label("Notitie").fill("Belde zelf.")
    page.get_by_role("button", name="Bewaar dit ja").click()
    consents = section(shown, "Toestemmingen")
    expect(consents).to_contain_text("ook op vraag van partners · alleen over Schoolstraat")
    (event,) = person(shown, identity, "/consents")["items"]
    assert (event["scope"], len(event["themes"]), event["note"]) == ("partners", 1, "Belde zelf.")

    page.get_by_role("button", name="Noteer een nee (mensen aan elkaar voorstellen)").click()
    page.get_by_role("button", name="Bewaar dit nee").click()
    expect(page.get_by_role("button", name="Noteer een ja (mensen aan elkaar voorstellen)")).to_be_visible()
    page.get_by_text("Alles wat genoteerd is (2)").click()
    expect(consents.locator("details li").first).to_contain_text("Nee: mensen aan elkaar voorstellen")
    consents.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("button", name="Noteer een nee (mensen aan elkaar voorstellen)")).to_be_visible()
    last = person(shown, identity, "/consents")["items"][-1]
    assert (last["given"], last["scope"], last["themes"]) == (True, "partners", event["themes"])


def test_what_is_corrected_is_kept_and_taken_back(opened: Open, made: Callable[..., str]) -> None:
    shown, identity = opened(), made("Vera Binder (fictief)", languages=["nl"], about="Eerst")
    page = shown.page
    shown.go(f"/mensen/{identity}")
    page.get_by_role("button", name="Verbeter", exact=True).click()
    expect(page.get_by_label("Naam")).to_be_focused()
    page.get_by_label("In eigen woorden").fill("Daarna")
    page.get_by_label("Frans").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Nederlands, Frans").or_(page.get_by_text("Frans, Nederlands"))).to_be_visible()
    now = person(shown, identity)
    assert (now["about"], sorted(now["languages"])) == ("Daarna", ["fr", "nl"])
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("Eerst", exact=True)).to_be_visible()
    now = person(shown, identity)
    assert (now["about"], now["languages"]) == ("Eerst", ["nl"])


def test_what_a_colleague_changed_meanwhile_is_told_and_nothing_typed_is_lost(
    opened: Open, made: Callable[..., str]
) -> None:
    shown, identity = opened(), made("Vera Binder (fictief)")
    page = shown.page
    shown.go(f"/mensen/{identity}")
    page.get_by_role("button", name="Verbeter", exact=True).click()
    page.get_by_label("In eigen woorden").fill("Van mij")
    meanwhile = {"sector": "city", "about": "Van een collega"}
    assert shown.client.patch(f"/v1/people/{identity}", json=meanwhile).status_code == 200
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(
        page.get_by_text("Intussen gewijzigd door iemand anders: In eigen woorden, Sector.")
    ).to_be_visible()
    expect(page.get_by_label("In eigen woorden")).to_have_value("Van mij")
    expect(page.get_by_label("Sector")).to_have_value("city")
    assert person(shown, identity)["about"] == "Van een collega"
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Bewaard.").first).to_be_visible()
    now = person(shown, identity)
    assert (now["about"], now["sector"]) == ("Van mij", "city")


def test_wishes_are_kept_and_taken_back(opened: Open, made: Callable[..., str]) -> None:
    shown, identity, other = opened(), made("Vera Binder (fictief)"), made("Ander Persoon (fictief)")
    page = shown.page
    before = person(shown, identity, "/wishes")
    shown.go(f"/mensen/{identity}")
    page.get_by_role("button", name="Wijzig de wensen").click()
    page.get_by_label("Even niet, tot en met").fill("2099-01-31")
    page.get_by_label("Hoeveel open vragen tegelijk").fill("2")
    Hand(page, "mouse").choose(
        page.get_by_role("combobox", name="Niet vragen over deze mensen"), "Ander Persoon"
    )
    wishes = section(shown, "Hoe deze mens gevraagd wil worden")
    wishes.get_by_role("button", name="Bewaar").click()
    expect(wishes).to_contain_text("Even niet vragen, tot en met 31 januari 2099")
    now = person(shown, identity, "/wishes")
    assert (now["paused_until"], now["ask_limit"]) == ("2099-01-31", 2)
    assert [each["id"] for each in now["not_about"]] == [other]
    wishes.get_by_role("button", name="Maak ongedaan").click()
    expect(wishes).to_contain_text("Mag nu gevraagd worden")
    now = person(shown, identity, "/wishes")
    kept = ("paused_until", "ask_limit", "not_about")
    assert {name: now[name] for name in kept} == {name: before[name] for name in kept}


def test_a_tie_is_noted_changed_and_taken_away_with_a_way_back(
    opened: Open, made: Callable[..., str]
) -> None:
    shown, identity, other = opened(), made("Vera Binder (fictief)"), made("Ander Persoon (fictief)")
    page = shown.page
    shown.go(f"/mensen/{identity}")
    ties = section(shown, "Banden")
    ties.get_by_role("button", name="Noteer een band").click()
    ties.get_by_role("button", name="Bewaar").click()
    expect(ties.get_by_text("Kies iemand uit de lijst").or_(ties.locator(".wrong")).first).to_be_visible()
    Hand(page, "mouse").choose(page.get_by_role("combobox", name="Met wie?"), "Ander Persoon")
    ties.get_by_role("button", name="Bewaar").click()
    expect(ties.get_by_text("Beantwoord minstens één van de drie vragen.")).to_be_visible()
    ties.get_by_label("Hoe open praten ze met elkaar?").select_option("3")
    ties.get_by_role("button", name="Bewaar").click()
    expect(ties.get_by_role("link", name="Ander Persoon")).to_be_visible()
    assert person(shown, identity, f"/ties/{other}")["openness"] == 3
    ties.get_by_role("button", name="Haal weg").click()
    expect(ties.get_by_text("Nog geen banden bekend.")).to_be_visible()
    assert person(shown, identity, "/ties")["items"] == []
    ties.get_by_role("button", name="Maak ongedaan").click()
    expect(ties.get_by_role("link", name="Ander Persoon")).to_be_visible()
    assert person(shown, identity, f"/ties/{other}")["openness"] == 3


def test_a_tie_that_a_colleague_changed_meanwhile_is_not_written_over(
    opened: Open, made: Callable[..., str]
) -> None:
    shown, identity, other = opened(), made("Vera Binder (fictief)"), made("Ander Persoon (fictief)")
    address = f"/v1/people/{identity}/ties/{other}"
    shown.client.put(address, json={"openness": 1}).raise_for_status()
    page = shown.page
    shown.go(f"/mensen/{identity}")
    ties = section(shown, "Banden")
    ties.get_by_role("button", name="Wijzig").click()
    expect(ties.get_by_role("heading", name="De band met Ander Persoon")).to_be_focused()
    shown.client.put(address, json={"openness": 4}).raise_for_status()
    ties.get_by_label("Hoe open praten ze met elkaar?").select_option("2")
    ties.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Iemand anders wijzigde dit intussen")
    expect(ties.get_by_label("Hoe open praten ze met elkaar?")).to_have_value("2")
    assert shown.get(address)["openness"] == 4


@pytest.mark.parametrize(
    ("heading", "note", "label", "kind", "what"),
    [
        ("Organisaties", "Noteer een organisatie", "Organisatie", "organisations", "memberships"),
        ("Deed mee aan", "Noteer een initiatief", "Initiatief", "initiatives", "participations"),
    ],
    ids=["membership", "participation"],
)
def test_a_bond_is_noted_and_taken_away_with_a_way_back(
    opened: Open, made: Callable[..., str], heading: str, note: str, label: str, kind: str, what: str
) -> None:
    shown, identity = opened(), made("Vera Binder (fictief)")
    page = shown.page
    thing = shown.get(f"/v1/directory/{kind}", limit=1)["items"][0]
    shown.go(f"/mensen/{identity}")
    card = section(shown, heading)
    card.get_by_role("button", name=note).click()
    Hand(page, "mouse").choose(card.get_by_role("combobox", name=label), thing["name"])
    card.get_by_label("Rol").fill("zaalhulp")
    card.get_by_role("button", name="Bewaar").click()
    expect(card.get_by_role("link", name=thing["name"])).to_be_visible()

    def kept() -> list[tuple[str, str]]:
        return [
            (each["other"]["id"], each.get("role") or each["periods"][0]["role"])
            for each in person(shown, identity, f"/{what}")["items"]
        ]

    assert kept() == [(thing["id"], "zaalhulp")]
    card.get_by_role("button", name="Haal weg").click()
    expect(card.get_by_role("link", name=thing["name"])).to_have_count(0)
    assert kept() == []
    card.get_by_role("button", name="Maak ongedaan").click()
    expect(card.get_by_role("link", name=thing["name"])).to_be_visible()
    assert kept() == [(thing["id"], "zaalhulp")]


def test_erasing_says_first_what_happens_and_can_be_left(opened: Open, made: Callable[..., str]) -> None:
    shown, identity = opened(), made("Vera Binder (fictief)")
    page = shown.page
    shown.go(f"/mensen/{identity}")
    page.get_by_role("button", name="Wis deze mens").click()
    expect(page.get_by_role("heading", name="Vera Binder (fictief) wissen?")).to_be_focused()
    expect(page.get_by_text("Dit kan niet ongedaan gemaakt worden.")).to_be_visible()
    page.get_by_role("button", name="Nee, laat staan").click()
    expect(page.get_by_role("button", name="Wis deze mens")).to_be_visible()
    assert person(shown, identity)["name"] == "Vera Binder (fictief)"


@HANDS
def test_who_does_not_fit_is_set_aside_for_every_colleague_and_comes_back(opened: Open, hand: str) -> None:
    shown, colleague = opened(), opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/vragen/v4")
    first = page.locator(".people h3 a").first.inner_text()
    by.press(page.get_by_role("button", name=f"Past niet {first}"))
    by.press(page.get_by_role("button", name="Zet opzij"))
    expect(page.get_by_text("Kies een reden.")).to_be_visible()
    page.get_by_label("heeft geen tijd").check()
    by.write(page.get_by_label("In uw woorden"), "Na de zomer.")
    by.press(page.get_by_role("button", name="Zet opzij"))
    expect(page.get_by_role("heading", name="Wie past", exact=True)).to_be_focused()
    expect(page.locator(".people h3 a").first).not_to_have_text(first)
    (aside,) = shown.get("/v1/requests/v4/set-aside")["items"]
    assert (aside["person"]["name"], aside["reason"], aside["words"]) == (first, "busy", "Na de zomer.")

    colleague.go("/vragen/v4")
    expect(colleague.page.locator(".people h3 a").first).not_to_have_text(first)
    colleague.page.get_by_text("1 mens staat opzij bij deze vraag").click()
    expect(colleague.page.get_by_text("Na de zomer.")).to_be_visible()
    by.press(page.get_by_role("button", name="Maak ongedaan"))
    expect(page.locator(".people h3 a").first).to_have_text(first)
    assert shown.get("/v1/requests/v4/set-aside")["items"] == []


def test_a_request_is_corrected_and_taken_back(opened: Open) -> None:
    shown = opened()
    page = shown.page
    made = shown.client.post("/v1/requests", json={"title": "Wie helpt even?", "people_needed": 1}).json()
    shown.go(f"/vragen/{made['id']}")
    page.get_by_role("button", name="Verbeter de vraag").click()
    page.get_by_label("Waarover gaat het?").fill("Wie helpt een hele dag?")
    page.get_by_label("Hoeveel mensen").fill("3")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie helpt een hele dag?")
    assert shown.get(f"/v1/requests/{made['id']}")["people_needed"] == 3
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie helpt even?")
    now = shown.get(f"/v1/requests/{made['id']}")
    assert (now["title"], now["people_needed"]) == ("Wie helpt even?", 1)
    shown.client.delete(f"/v1/requests/{made['id']}")


def test_a_request_is_taken_away_and_brought_back(opened: Open, made: Callable[..., str]) -> None:
    shown = opened()
    page = shown.page
    body = {"title": "Wie haalt dit weg?", "text": "Een proef", "opened": "2026-01-02", "people_needed": 2}
    asked = shown.client.post("/v1/requests", json=body).json()["id"]
    somebody = made("Opzij (fictief)")
    aside = shown.client.put(f"/v1/requests/{asked}/set-aside/{somebody}", json={"reason": "busy"})
    assert aside.is_success, aside.text
    shown.go(f"/vragen/{asked}")
    page.get_by_role("button", name="Haal de vraag weg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vragen")
    assert shown.client.get(f"/v1/requests/{asked}").status_code == 404
    page.get_by_role("button", name="Maak ongedaan").click()
    link = page.get_by_role("link", name="Wie haalt dit weg?")
    expect(link).to_be_visible()
    # The same one, so that a link to it that somebody has still leads there.
    assert unquote(link.get_attribute("href") or "").endswith(f"/vragen/{asked}")
    now = shown.get(f"/v1/requests/{asked}")
    assert {name: now[name] for name in body} == body
    assert [each["person"]["id"] for each in shown.get(f"/v1/requests/{asked}/set-aside")["items"]] == [
        somebody
    ]
    shown.client.delete(f"/v1/requests/{asked}")


def test_each_step_of_a_request_is_dated_and_only_what_the_api_allows_is_offered(opened: Open) -> None:
    shown = opened()
    page = shown.page
    made = shown.client.post("/v1/requests", json={"title": "Wie zet een stap?"}).json()
    shown.go(f"/vragen/{made['id']}")
    steps = page.get_by_role("list", name="Stappen met hun datum")
    buttons = page.locator(".card", has=steps).get_by_role("button")
    expect(buttons).to_have_count(len(shown.get(f"/v1/requests/{made['id']}")["next_statuses"]))
    buttons.first.click()
    expect(steps.get_by_role("listitem")).to_have_count(2)
    now = shown.get(f"/v1/requests/{made['id']}")
    assert [step["status"] for step in now["steps"]] == ["open", "asked"]
    expect(steps.get_by_role("listitem").last).to_contain_text(now["steps"][1]["date"][:4])
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(steps.get_by_role("listitem")).to_have_count(3)
    assert shown.get(f"/v1/requests/{made['id']}")["status"] == "open"
    shown.client.delete(f"/v1/requests/{made['id']}")


@pytest.mark.parametrize("look", LOOKS[:2], ids=lambda look: "-".join(map(str, look)))
def test_axe_finds_nothing_while_something_is_changed(
    opened: Open, axe: str, made: Callable[..., str], look: Look
) -> None:
    shown = opened(Role.COORDINATOR, look.width, color_scheme=look.colours)
    page, tail = shown.page, "?taal=en" if look.language == "en" else ""
    identity, other = made("Vera Binder (fictief)", languages=["nl"]), made("Ander Persoon (fictief)")
    shown.client.put(f"/v1/people/{identity}/ties/{other}", json={"openness": 3}).raise_for_status()
    found: dict[str, Any] = {}

    def see(name: str) -> None:
        page.evaluate(axe)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wrong := page.evaluate(VIOLATIONS) + ([f"{wide} wide"] if wide > look.width else []):
            found[name] = wrong

    shown.go(f"/mensen/nieuw{tail}")
    see("somebody new")
    shown.go(f"/mensen/{identity}{tail}")
    heads = page.locator("section.card .head > button")
    for _ in range(heads.count()):
        heads.first.click()
    page.locator(".purposes button").nth(2).click()
    page.locator("section.card:has(#wissen) button").click()
    page.wait_for_selector("main:not(:has([aria-busy=true]))")
    see("everything open")
    shown.go(f"/vragen/v3{tail}")
    page.locator(".people > li button.bare").first.click()
    page.locator(".request .edit button.quiet").click()
    see("a request")
    assert found == {}
