"""Whom and what somebody is tied to, on the page of their own data: what they said, and that others did."""

from collections import Counter
from collections.abc import Mapping, Sequence

from queries.own import Named, OwnData, OwnTie
from queries.phrases import capital, closed
from viz.html import Content, Html, tag
from viz.my_data_choices import IN_A_GROUP
from viz.my_data_forms import button_about, form, hidden
from viz.my_data_words import RELATIONS, TIE_FIELDS, pick, said_day, value
from viz.words import Language

_BY_THEMSELVES = frozenset({"role", "experience", "since", "until"})
SHOWN = ("MEMBER_OF", "TOOK_PART_IN", "KNOWS", "NOT_ABOUT", "ASKED")
"""What stands among the ties; talents, themes and neighbourhoods stand with who somebody is."""


def ties(data: OwnData, language: Language, *, forms: bool = False) -> Content:
    """Return everything somebody is tied to, each kind under a heading, and many of a kind under folds."""
    found = [
        tag(
            "div",
            tag("h3", pick(RELATIONS[relation], language)),
            _kind(relation, data, language, forms=forms),
        )
        for relation in SHOWN
        if data.ties.get(relation)
    ]
    others = _named(data.named, language, opened=not forms)
    nothing = tag("p", pick(("Hier staat nog niets.", "There is nothing here yet."), language))
    return [*found, *([others] if others is not None else [])] or nothing


def said_of(
    relation: str, properties: Mapping[str, object], language: Language
) -> list[tuple[str, str, str]]:
    """Return what a tie says, as names, labels and words, in the order to read it in."""
    return [
        (
            name,
            pick(label, language),
            value(f"{relation}.{name}" if name == "level" else name, properties[name], language),
        )
        for name, label in TIE_FIELDS.items()
        if properties.get(name) not in (None, "")
    ]


def said_line(relation: str, properties: Mapping[str, object], language: Language) -> Html | None:
    """Return what a tie says in a line or two; what says enough by itself goes without its label."""
    said = said_of(relation, properties, language)
    alone = [words for name, _, words in said if name in {"role", "experience"}]
    when = [f"{label.lower()} {words}" for name, label, words in said if name in {"since", "until"}]
    rest = [f"{label}: {words}" for name, label, words in said if name not in _BY_THEMSELVES]
    parts = [*([", ".join([*alone, *when])] if alone or when else []), *rest]
    return (
        tag("span", " ".join(closed(capital(part)) for part in parts), class_="soft said") if parts else None
    )


def _kind(relation: str, data: OwnData, language: Language, *, forms: bool) -> Content:
    found = data.ties[relation]
    if relation == "KNOWS":
        explained = (
            "Dit zei u zelf over deze mensen. Zij zien niet wat u over hen zei.",
            "This is what you said of these people yourself. They do not see what you said of them.",
        )
        return (tag("p", pick(explained, language)), _people(found, language, forms=forms))
    return tag("ul", [_thing(relation, tie, language, forms=forms) for tie in found], class_="plain")


def _people(found: Sequence[OwnTie], language: Language, *, forms: bool) -> Content:
    shown = [_person(tie, language, forms=forms) for tie in found]
    if len(shown) <= IN_A_GROUP or not forms:
        return shown
    parts = range(0, len(shown), IN_A_GROUP)
    last = [min(at + IN_A_GROUP, len(shown)) - 1 for at in parts]
    return [
        tag(
            "details",
            tag(
                "summary",
                f"{_name(found[at])} {pick(('tot', 'to'), language)} {_name(found[end])} ({end - at + 1})",
            ),
            shown[at : end + 1],
        )
        for at, end in zip(parts, last, strict=True)
    ]


def _person(tie: OwnTie, language: Language, *, forms: bool) -> Html:
    said = said_of("KNOWS", tie.properties, language)
    away = (
        form(
            "band",
            language,
            hidden("wie", tie.id),
            button_about(("Haal weg", "Take away"), _name(tie), language),
        )
        if forms
        else None
    )
    rows = tag("dl", [(tag("dt", label), tag("dd", words)) for _, label, words in said])
    return tag("div", tag("h4", _name(tie)), rows if said else None, away, class_="each")


def _thing(relation: str, tie: OwnTie, language: Language, *, forms: bool) -> Html:
    leave = (
        form(
            "lid",
            language,
            hidden("wat", tie.id),
            button_about(("Ik ben geen lid meer", "I am no longer a member"), _name(tie), language),
        )
        if forms and relation == "MEMBER_OF" and not tie.properties.get("until")
        else None
    )
    return tag("li", tag("strong", _name(tie)), said_line(relation, tie.properties, language), leave)


def _named(found: Sequence[Named], language: Language, *, opened: bool) -> Html | None:
    times = sum(each.times for each in found)
    if not times:
        return None
    heading = ("Wat anderen over u zeiden", "What others said of you")
    how_often = (
        ("Eén keer zei iemand anders u te kennen.", "Once somebody else said to know you.")
        if times == 1
        else (
            f"Andere mensen zeiden {times} keer dat ze u kennen.",
            f"Other people said {times} times to know you.",
        )
    )
    hidden_from = (
        "Wie dat zijn en wat ze zeiden, ziet u niet: dat zijn hun gegevens. Zij zien ook niet wat u over hen zei.",
        "Who they are and what they said is not shown: those are their data. Nor do they see what you said of them.",
    )
    return tag(
        "div",
        tag("h3", pick(heading, language)),
        tag("p", pick(how_often, language), " ", pick(hidden_from, language)),
        _days(found, language, opened=opened),
    )


def _days(found: Sequence[Named], language: Language, *, opened: bool) -> Html | None:
    dated = [(each.day, each.times) for each in found if each.day]
    if not dated:
        return None
    years: dict[str, Counter[str]] = {}
    for day, times in dated:
        years.setdefault(day[:4], Counter())[day] += times
    return tag(
        "details",
        tag("summary", pick(("De dagen die ze noemden", "The days they gave"), language)),
        tag(
            "ul",
            [
                tag(
                    "li",
                    tag("strong", year),
                    ": ",
                    ", ".join(_day(day, times, language) for day, times in days.items()),
                )
                for year, days in sorted(years.items(), reverse=True)
            ],
        ),
        open=opened,
    )


def _day(day: str, times: int, language: Language) -> str:
    # The year stands before them.
    said = said_day(day, language).rsplit(" ", 1)[0]
    return said if times == 1 else f"{said} ({times})"


def _name(tie: OwnTie) -> str:
    return tie.name or tie.id
