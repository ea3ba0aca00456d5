"""The form in which somebody corrects their own record, and the one in which they have it erased."""

from collections.abc import Mapping, Sequence

from queries.match_words import LANGUAGES
from queries.own import OwnData, OwnTie
from queries.own_choices import Choice, ChoiceGroup, Choices
from viz.html import Content, Html, tag
from viz.my_data_choices import UNSAID, Choosing, Scale, chosen_of
from viz.my_data_forms import Filled, Wrong, button, described, form, hidden, text_area, text_field, wronged
from viz.my_data_words import (
    AVAILABILITY,
    EXPERIENCE,
    FIELDS,
    RELATIONS,
    TALENT_LEVELS,
    Pair,
    language_name,
    pick,
)
from viz.words import Language

FORM = "verbeteren"
TEXTS = ("name", "email", "phone")
SIDES: Mapping[str, tuple[str, str]] = {
    "offers": ("OFFERS", "level"),
    "cares_about": ("CARES_ABOUT", "experience"),
    "active_in": ("ACTIVE_IN", ""),
}
"""What is corrected as a list: relation and the property that a step on a scale is kept in, by field."""

OFFERS = Choosing(
    "offers",
    RELATIONS["OFFERS"],
    ("Kies er talenten bij", "Choose more talents"),
    ("Wat u goed kan of graag doet. Haal een vinkje weg als iets niet meer klopt.",
     "What you are good at or like to do. Untick what is not right any more."),
    Scale("offers_level", ("Hoe goed kan u dit?", "How well can you do this?"), TALENT_LEVELS),
)  # fmt: skip
CARES_ABOUT = Choosing(
    "cares_about",
    RELATIONS["CARES_ABOUT"],
    ("Kies er thema's bij", "Choose more themes"),
    ("Waar u iets aan wilt doen.", "What you want to do something about."),
    Scale("cares_about_level", ("Uw ervaring", "Your experience"), EXPERIENCE),
)
ACTIVE_IN = Choosing(
    "active_in",
    RELATIONS["ACTIVE_IN"],
    ("Kies er wijken bij", "Choose more neighbourhoods"),
    ("Waar u woont of iets doet.", "Where you live or do something."),
)
SPEAKS = Choosing("languages", FIELDS["languages"], ("Kies er talen bij", "Choose more languages"))


def as_it_stands(data: OwnData) -> Filled:
    """Return the form as it is filled in before anything is typed."""
    held = data.properties
    found: dict[str, list[str]] = {
        name: [str(held.get(name) or "")] for name in (*TEXTS, "about", "availability", "updated_at")
    }
    found["languages"] = list(held.get("languages") or ())
    found["languages_other"] = [""]
    for name, (relation, step) in SIDES.items():
        ties = data.ties.get(relation, ())
        found[name] = [tie.id for tie in ties]
        if step:
            found[f"{name}_level"] = [f"{tie.id} {_step(tie, step)}" for tie in ties]
    return found


def corrections(data: OwnData, offered: Choices, language: Language, wrong: Wrong | None = None) -> Content:
    """Return the form in which somebody corrects what is kept on them."""
    stands = as_it_stands(data)
    filled = {**stands, **wrong.filled, "updated_at": stands["updated_at"]} if wrong is not None else stands
    faults = wrong.fields if wrong is not None else {}
    hints: dict[str, Pair] = {
        "email": (
            "Mag leeg. Dan kan u zelf geen link meer vragen.", "May be empty. Then you can't ask for a link.",
        ),
        "phone": ("Mag leeg.", "May be empty."),
    }  # fmt: skip

    def only(name: str) -> str:
        return next(iter(filled.get(name, ())), "")

    def side(field: Choosing, groups: Sequence[ChoiceGroup]) -> Html:
        names = {tie.id: tie.name or tie.id for tie in data.ties.get(SIDES[field.name][0], ())}
        chosen = {key: names.get(key, key) for key in filled.get(field.name, ())}
        steps = dict(_parted(each) for each in filled.get(f"{field.name}_level", ()))
        return chosen_of(field, groups, chosen, language, levels=steps)

    return form(
        FORM,
        language,
        [
            text_field(name, FIELDS[name], language, only(name), hint=hints.get(name), wrong=faults.get(name))
            for name in TEXTS
        ],
        text_area("about", FIELDS["about"], language, only("about"), wrong=faults.get("about")),
        _available(only("availability"), language, faults.get("availability")),
        _languages(filled, only("languages_other"), language, faults.get("languages_other")),
        side(OFFERS, offered.talents),
        side(CARES_ABOUT, offered.themes),
        side(ACTIVE_IN, offered.neighbourhoods),
        hidden("updated_at", only("updated_at")),
        button(("Bewaar uw gegevens", "Save your data"), language),
    )


def erasing(data: OwnData, language: Language, wrong: Wrong | None = None) -> Content:
    """Return the form in which somebody has everything erased."""
    says = pick(
        (
            "Alles over u verdwijnt voorgoed. Dat kan niet ongedaan gemaakt worden. In reservekopieën staat het nog "
            "even; ook daar verdwijnt het.",
            "Everything on you goes for good. That can't be undone. Backups still hold it for a while; it goes "
            "there too.",
        ),
        language,
    )
    typed = next(iter(wrong.filled.get("naam", ())), "") if wrong is not None else ""
    return (
        tag("p", says),
        form(
            "wissen",
            language,
            text_field(
                "naam",
                ("Typ uw naam om zeker te zijn", "Type your name to be sure"),
                language,
                typed,
                hint=(f"Uw naam staat hier als: {data.name}", f"Your name stands here as: {data.name}"),
                wrong=wrong.fields.get("naam") if wrong is not None else None,
            ),
            button(("Wis alles over mij", "Erase everything on me"), language, "danger"),
        ),
    )


def _available(held: str, language: Language, wrong: Pair | None) -> Html:
    unsaid = ("niet gezegd", "not said")
    options = [
        tag("option", pick(words, language), value=each, selected=each == held)
        for each, words in {"": unsaid, **AVAILABILITY}.items()
    ]
    told = described("availability", hint=None, wrong=wrong)
    return tag(
        "div",
        tag("label", pick(FIELDS["availability"], language), for_="availability"),
        wronged("availability", wrong, language),
        tag("select", options, id="availability", name="availability", **told),
        class_="field",
    )


def _languages(filled: Filled, other: str, language: Language, wrong: Pair | None) -> Html:
    offered = [Choice(code, words) for code, words in LANGUAGES.items()]
    chosen = {code: language_name(code, language) for code in filled.get("languages", ())}
    more = text_field(
        "languages_other",
        ("Nog een andere taal", "Another language"),
        language,
        other,
        hint=(
            "Meer dan één? Zet er een puntkomma tussen, zoals: Grieks; Somalisch.",
            "More than one? Put a semicolon between them, like: Greek; Somali.",
        ),
        wrong=wrong,
    )
    groups = [ChoiceGroup(next(iter(LANGUAGES.values())), offered)]
    return chosen_of(SPEAKS, groups, chosen, language, after=more, opened=wrong is not None or bool(other))


def _step(tie: OwnTie, name: str) -> str:
    held = tie.properties.get(name)
    return UNSAID if held is None else str(held)


def _parted(text: str) -> tuple[str, str]:
    key, _, step = text.rpartition(" ")
    return key, step
