"""What the forms on the page of one's own data are made of; they work without script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from viz.frame import in_language
from viz.html import Attribute, Content, Html, tag
from viz.my_data_words import Pair, pick
from viz.words import Language

PAGE = "/mijn-gegevens"

Filled = Mapping[str, Sequence[str]]
"""A form as it is sent: the values of each field, by its name."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A form that was sent and could not be kept: what was typed, and what is wrong with which field."""

    form: str
    filled: Filled
    fields: Mapping[str, Pair] = field(default_factory=dict[str, Pair])

    def of(self, form: str) -> "Wrong | None":
        """Return it where it is about this form."""
        return self if self.form == form else None


def form(action: str, language: Language, *content: Content, **attributes: Attribute) -> Html:
    """Return a form that goes to one of the addresses under the page."""
    # What is wrong is said by the page itself, in its own language and beside the field.
    given: dict[str, Attribute] = {"novalidate": True, **attributes}
    return tag("form", content, method="post", action=in_language(f"{PAGE}/{action}", language), **given)


def hidden(name: str, held: str) -> Html:
    """Return a value that travels with a form."""
    return tag("input", type="hidden", name=name, value=held)


def button(text: Pair, language: Language, looks: str | None = None) -> Html:
    """Return the button of a form."""
    return tag("button", pick(text, language), type="submit", class_=looks)


def button_about(text: Pair, about: str, language: Language) -> Html:
    """Return a button that says what it is about to whoever hears a row of the same ones."""
    hidden_words = tag("span", f" ({about})", class_="hidden")
    return tag("button", pick(text, language), hidden_words, type="submit", class_="quiet")


def text_field(
    name: str,
    label: Pair,
    language: Language,
    held: str,
    *,
    hint: Pair | None = None,
    wrong: Pair | None = None,
    **more: Attribute,
) -> Html:
    """Return a field for one line of text with its label, a hint, and what is wrong with it."""
    told = described(name, hint=hint, wrong=wrong)
    given: dict[str, Attribute] = {"type": "text", "maxlength": 4000, "autocomplete": "off", **told, **more}
    control = tag("input", id=name, name=name, value=held, **given)
    return _field(name, label, language, hint, wrong, control)


def text_area(name: str, label: Pair, language: Language, held: str, *, wrong: Pair | None = None) -> Html:
    """Return a field for several lines of text."""
    told = described(name, hint=None, wrong=wrong)
    # A browser drops the first line end after the tag: one of its own saves that of the text.
    control = tag("textarea", "\n" + held, id=name, name=name, rows=5, autocomplete="off", **told)
    return _field(name, label, language, None, wrong, control)


def _field(
    name: str, label: Pair, language: Language, hint: Pair | None, wrong: Pair | None, control: Html
) -> Html:
    return tag(
        "div",
        tag("label", pick(label, language), for_=name),
        hinted(name, hint, language),
        wronged(name, wrong, language),
        control,
        class_="field",
    )


def described(name: str, *, hint: Pair | None, wrong: Pair | None) -> dict[str, Attribute]:
    """Return the attributes that tie a field to what is said about it."""
    parts = [f"{name}-{kind}" for kind, text in (("uitleg", hint), ("fout", wrong)) if text is not None]
    return {
        "aria_describedby": " ".join(parts) or None,
        "aria_invalid": "true" if wrong is not None else None,
    }


def hinted(name: str, hint: Pair | None, language: Language) -> Html | None:
    """Return the hint of a field."""
    return tag("p", pick(hint, language), id=f"{name}-uitleg", class_="hint") if hint is not None else None


def wronged(name: str, wrong: Pair | None, language: Language) -> Html | None:
    """Return what is wrong with a field."""
    if wrong is None:
        return None
    return tag(
        "p",
        tag("strong", pick(("Fout: ", "Wrong: "), language)),
        pick(wrong, language),
        id=f"{name}-fout",
        class_="wrong",
    )


def problem_shown(problem: str, wrong: Wrong | None, language: Language) -> Html:
    """Return what stands on top of a page where something went wrong, with a link to each field.

    It takes the focus as the page opens, so that it is read and one goes on from there.
    """
    links = [
        tag("li", tag("a", pick(text, language), href=f"#{name}")) for name, text in wrong.fields.items()
    ] if wrong is not None else []  # fmt: skip
    return tag(
        "div",
        tag("h2", pick(("Dit is niet gelukt", "This did not work"), language)),
        tag("p", problem),
        tag("ul", links, class_="wrongs") if links else None,
        id="fout",
        class_="answer problem",
        role="alert",
        tabindex=-1,
        autofocus=True,
    )


def done_shown(*content: Content) -> Html:
    """Return what was done, where it was done: the address of the page ends in its id, which gives it the focus."""
    return tag("div", content, id="gedaan", class_="answer", role="status", tabindex=-1)
