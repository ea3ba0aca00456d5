"""Figures, counts and words of an analysis as the screen tells them."""

from typing import TYPE_CHECKING

from ploeg.screen import Screen
from queries.amounts import amount
from queries.analysis_explained import EXPLAINED, Form
from queries.analysis_methods import FIGURES
from queries.phrases import Words, capital
from queries.sectors import SECTOR_NAMES

if TYPE_CHECKING:
    from queries.figures import Figure

NOTHING = "–"
"""What stands where nothing is told."""

SHORT = {
    "people": Words("mensen", "people"),
    "ties": Words("banden", "ties"),
    "tied": Words("met een band", "with a tie"),
    "mean_degree": Words("banden per mens", "ties per person"),
    "ei_index": Words("E-I-index", "E-I index"),
    "components": Words("losse delen", "separate parts"),
    "largest_component": Words("in het grootste deel", "in the largest part"),
}
"""Figures above a column, where there is no room for all that :data:`FIGURES` says."""

ROLES = {
    "coordinator": Words("binnen de eigen sector", "within their own sector"),
    "gatekeeper": Words("van buiten naar de eigen sector", "from outside into their own sector"),
    "representative": Words("van de eigen sector naar buiten", "from their own sector to the outside"),
    "consultant": Words("binnen een andere sector", "within another sector"),
    "liaison": Words("tussen twee andere sectoren", "between two other sectors"),
}
"""What somebody joins, by Gould and Fernandez's role."""


NAMES = {
    "summary": "cijfers",
    "communities": "kringen",
    "brokers": "verbinders",
    "bridging": "bruggen",
    "coverage": "dekking",
    "suggestions": "voorstellen",
    "trends": "verloop",
}


def question_name(screen: Screen, question: str) -> str:
    """Say which analysis it is, with the word that asks it."""
    return screen.pick(f"{NAMES[question]} ({question})", question)


def sector(screen: Screen, name: str | None) -> str:
    """Say a sector."""
    if name is None:
        return screen.pick("onbekend", "unknown")
    return screen.words(SECTOR_NAMES[name])


def short_of(name: str) -> Words:
    """Say in a few words what a figure measures."""
    return SHORT.get(name) or FIGURES[name]


def label_of(name: str) -> Words:
    """Say what a figure measures."""
    found = FIGURES[name]
    return Words(capital(found.nl), capital(found.en))


def told(screen: Screen, figure: "Figure") -> str:
    """Return a figure with its interval."""
    if figure.value is None:
        return NOTHING
    return number(screen, figure.name, figure.value) + _between(screen, figure.name, figure.low, figure.high)


def by_chance_of(screen: Screen, figure: "Figure") -> str:
    """Return what chance would make of a figure, with what it makes nearly always."""
    if figure.expected is None:
        return ""
    return number(screen, figure.name, figure.expected) + _between(
        screen, figure.name, figure.expected_low, figure.expected_high
    )


def number(screen: Screen, name: str, value: float) -> str:
    """Return a number in the form of its figure: a count, a share in percent, or with two decimals."""
    form = EXPLAINED[name].form if name in EXPLAINED else Form.NUMBER
    if form is Form.COUNT:
        return count(screen, value)
    if form is Form.SHARE:
        return percent(screen, value)
    return screen.words(amount(value, 2))


def count(screen: Screen, value: float | None) -> str:
    """Return a count; one that chance makes, and that may be no whole number, is rounded."""
    return NOTHING if value is None else screen.words(amount(value))


def percent(screen: Screen, value: float | None) -> str:
    """Return a share in percent, with a decimal near 0 and near 1; only nothing is 0 % and only all is 100 %."""
    if value is None:
        return NOTHING
    shown = amount(100 * value, 0 if 0.1 <= value < 0.99 or value in (0, 1) else 1) + Words(" %", " %")
    shown = {"0.0 %": Words("< 0,1 %", "< 0.1 %"), "100.0 %": Words("> 99,9 %", "> 99.9 %")}.get(
        shown.en, shown
    )
    return screen.words(shown)


def _between(screen: Screen, name: str, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    lowest, highest = number(screen, name, low), number(screen, name, high)
    return screen.pick(f" ({lowest} tot {highest})", f" ({lowest} to {highest})")
