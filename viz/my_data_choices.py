"""Choosing talents, themes, neighbourhoods and people without script: what is chosen first, the rest under a fold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.own_choices import Choice, ChoiceGroup
from queries.phrases import Words
from viz.html import Content, Html, tag
from viz.my_data_words import Pair, pick
from viz.words import Language

UNSAID = "-"
"""Stands for a level that nobody gave."""

IN_A_GROUP = 12
"""Names under one fold."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much goes with something chosen: the field, its label, and the words of each step."""

    name: str
    label: Pair
    steps: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class Choosing:
    """A field in which several may be chosen: its name, what it is called and how more are chosen."""

    name: str
    legend: Pair
    more: Pair
    hint: Pair | None = None
    scale: Scale | None = None


def chosen_of(
    field: Choosing,
    groups: Sequence[ChoiceGroup],
    chosen: Mapping[str, str],
    language: Language,
    *,
    levels: Mapping[str, str] | None = None,
    after: Content = None,
    opened: bool = False,
) -> Html:
    """Return the field: a checkbox for everything, those chosen first and the others folded by group.

    Parameters
    ----------
    chosen
        Names of what is chosen, by id; it need not be in `groups`.
    levels
        Steps on the scale of the field, by id.
    after
        What else stands under the fold.
    opened
        Whether the fold is open: something under it is wrong.
    """
    known = {each.id: _label(each, language) for group in groups for each in group.choices}
    kept = {key: known.get(key, name) for key, name in chosen.items()}
    rest = [
        ChoiceGroup(group.label, [each for each in group.choices if each.id not in kept]) for group in groups
    ]
    some = [group for group in rest if group.choices]
    fold = tag(
        "details",
        tag("summary", pick(field.more, language)),
        [_folded(field.name, group, language) for group in some]
        if len(some) > 1
        else [_box(field.name, each.id, _label(each, language)) for group in some for each in group.choices],
        after,
        open=opened,
    )
    nothing = tag("p", pick(("Nog niets gekozen.", "Nothing chosen yet."), language), class_="soft")
    hint = (
        tag("p", pick(field.hint, language), id=f"{field.name}-uitleg", class_="hint") if field.hint else None
    )
    return tag(
        "fieldset",
        tag("legend", pick(field.legend, language)),
        hint,
        [
            _row(field, key, name, (levels or {}).get(key, UNSAID), language)
            for key, name in sorted(kept.items(), key=lambda item: (item[1].casefold(), item[0]))
        ]
        or nothing,
        fold if some or after is not None else None,
        id=field.name,
        tabindex=-1,
        aria_describedby=f"{field.name}-uitleg" if field.hint else None,
    )


def by_name(named: Sequence[tuple[str, str]]) -> list[ChoiceGroup]:
    """Return ids and names, sorted by name, in groups that say from whom to whom they go."""
    parts = [named[at : at + IN_A_GROUP] for at in range(0, len(named), IN_A_GROUP)]
    return [
        ChoiceGroup(
            Words(f"{part[0][1]} tot {part[-1][1]}", f"{part[0][1]} to {part[-1][1]}"),
            [Choice(key, Words(name, name)) for key, name in part],
        )
        for part in parts
    ]


def _folded(name: str, group: ChoiceGroup, language: Language) -> Html:
    count = len(group.choices)
    return tag(
        "details",
        tag("summary", f"{pick((group.label.nl, group.label.en), language)} ({count})"),
        [_box(name, each.id, _label(each, language)) for each in group.choices],
    )


def _row(field: Choosing, key: str, name: str, level: str, language: Language) -> Html:
    scale = field.scale
    if scale is None:
        return _box(field.name, key, name, checked=True)
    steps = {UNSAID: ("niet gezegd", "not said"), **scale.steps}
    options = [
        tag("option", pick(words, language), value=f"{key} {step}", selected=step == level)
        for step, words in steps.items()
    ]
    about = tag("span", f" ({name})", class_="hidden")
    return tag(
        "div",
        _box(field.name, key, name, checked=True),
        tag(
            "label",
            tag("span", pick(scale.label, language), about),
            tag("select", options, name=scale.name),
            class_="step",
        ),
        class_="scaled",
    )


def _box(name: str, key: str, text: str, *, checked: bool = False) -> Html:
    return tag(
        "label",
        tag("input", type="checkbox", name=name, value=key, checked=checked),
        tag("span", text),
        class_="choice",
    )


def _label(choice: Choice, language: Language) -> str:
    return pick((choice.label.nl, choice.label.en), language)
