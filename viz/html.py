"""HTML from Python: whatever is not markup already gets escaped, so no text can become any."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

VOID = frozenset({"input", "meta", "link", "br", "hr"})


class Html(str):
    """Markup that is safe to send as it is."""

    __slots__ = ()


Content: TypeAlias = "str | Html | Iterable[Content] | None"
Attribute: TypeAlias = str | int | bool | None


def joined(content: Content) -> Html:
    """Return content as markup: text escaped, markup as it is, ``None`` left out, lists one after the other."""
    if content is None:
        return Html()
    if isinstance(content, Html):
        return content
    if isinstance(content, str):
        return Html(escape(content))
    return Html("".join(joined(part) for part in content))


def tag(name: str, /, *content: Content, **attributes: Attribute) -> Html:
    """Return an element.

    Parameters
    ----------
    attributes
        An outer underscore is dropped (``class_``) and an inner one is a hyphen (``aria_label``).  ``True`` gives a
        bare attribute, ``None`` and ``False`` none.
    """
    opening = "".join(
        f" {key.strip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    inner = joined(content)
    return Html(f"<{name}{opening}>" if name in VOID else f"<{name}{opening}>{inner}</{name}>")


def document(
    language: str,
    title: str,
    body: Content,
    *,
    looks: str = "/static/ploeg.css",
    script: str | None = None,
    early: Content = None,
) -> str:
    """Return a whole page; it takes its looks, and its script if any, from our own files and nothing elsewhere.

    Parameters
    ----------
    early
        Links to what the script will ask for, so that it is on its way before the script has run.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="stylesheet", href=looks),
        tag("link", rel="icon", href="/static/ploeg.svg", type="image/svg+xml"),
        tag("script", type="module", src=script) if script is not None else None,
        early,
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', body), lang=language)}\n"
