"""The forms on the page of one's own data; they work without script."""

from queries.own import OwnData
from viz.frame import in_language
from viz.html import Attribute, Content, Html, tag
from viz.my_data_words import RELATIONS, pick, value
from viz.my_data_words import field as label_of
from viz.words import Language

PAGE = "/mijn-gegevens"
SHOWN_BY_NAME = ("OFFERS", "CARES_ABOUT", "ACTIVE_IN")
"""What is corrected as a list of names."""


def corrections(data: OwnData, language: Language) -> Html:
    """Return the form in which somebody corrects what is kept on them."""
    held = data.properties
    texts = [
        text_field(name, (label_of(name, "nl"), label_of(name, "en")), language, str(held.get(name) or ""))
        for name in ("name", "email", "phone")
    ]
    about = tag(
        "div",
        tag("label", label_of("about", language), for_="about"),
        tag("textarea", str(held.get("about") or ""), id="about", name="about", rows=4),
        class_="field",
    )
    languages = text_field(
        "languages",
        ("Talen, met ; ertussen", "Languages, with ; between"),
        language,
        "; ".join(held.get("languages") or ()),
    )
    chosen = str(held.get("availability") or "")
    options = [
        tag("option", value(each, language) if each else "?", value=each, selected=each == chosen)
        for each in ("", "yes", "limited", "no")
    ]
    available = tag(
        "div",
        tag("label", label_of("availability", language), for_="availability"),
        tag("select", options, id="availability", name="availability"),
        class_="field",
    )
    lists = [
        text_field(
            relation.lower(),
            (f"{RELATIONS[relation][0]}, met ; ertussen", f"{RELATIONS[relation][1]}, with ; between"),
            language,
            "; ".join(tie.name or tie.id for tie in data.ties.get(relation, ())),
        )
        for relation in SHOWN_BY_NAME
    ]
    return form(
        "verbeteren",
        language,
        texts,
        about,
        languages,
        available,
        lists,
        hidden("updated_at", str(held.get("updated_at") or "")),
        button(("Bewaar", "Save"), language),
    )


def erasing(data: OwnData, language: Language) -> Content:
    """Return the form in which somebody has everything erased."""
    says = pick(
        (
            "Alles hierboven verdwijnt voorgoed. Reservekopieën verdwijnen als hun bewaartijd voorbij is.",
            "Everything above goes for good. Backups go when the time they are kept is over.",
        ),
        language,
    )
    confirm = (f"Typ uw naam om te bevestigen: {data.name}", f"Type your name to confirm: {data.name}")
    return (
        tag("p", says),
        form(
            "wissen",
            language,
            text_field("naam", confirm, language, "", required=True),
            button(("Wis alles over mij", "Erase everything on me"), language, "danger"),
        ),
    )


def form(action: str, language: Language, *content: Content) -> Html:
    """Return a form that goes to one of the addresses under the page."""
    return tag("form", content, method="post", action=in_language(f"{PAGE}/{action}", language))


def hidden(name: str, held: str) -> Html:
    """Return a value that travels with a form."""
    return tag("input", type="hidden", name=name, value=held)


def button(text: tuple[str, str], language: Language, looks: str | None = None) -> Html:
    """Return the button of a form."""
    return tag("button", pick(text, language), type="submit", class_=looks)


def text_field(name: str, label: tuple[str, str], language: Language, held: str, **more: Attribute) -> Html:
    """Return a field for text with its label."""
    given: dict[str, Attribute] = {"type": "text", "maxlength": 4000, "autocomplete": "off", **more}
    return tag(
        "div",
        tag("label", pick(label, language), for_=name),
        tag("input", id=name, name=name, value=held, **given),
        class_="field",
    )
