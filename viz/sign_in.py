"""Signing in, and choosing a password through a link: forms that work without a line of script."""

from dataclasses import dataclass

from viz.frame import Frame, Visitor, framed, in_language
from viz.html import Attribute, Content, Html, tag
from viz.words import Language, half, say


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The page on which one signs in: what was typed, and what went wrong."""

    language: Language = "nl"
    email: str = ""
    problem: str | None = None
    openid: bool = False
    notice: str = ""


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """The page on which a password is chosen: the key of the link, for whom it is, and what went wrong.

    ``email`` is empty where the link does not work (any more).
    """

    key: str
    email: str = ""
    language: Language = "nl"
    problem: str | None = None
    notice: str = ""


def sign_in_page(page: SignInPage) -> str:
    """Return the page as HTML."""
    language = page.language
    form = tag(
        "form",
        _field("email", say("email", language), "email", page.email, autocomplete="username"),
        _field("wachtwoord", say("password", language), "password", autocomplete="current-password"),
        tag("button", say("sign_in", language), type="submit"),
        method="post",
        action=in_language("/aanmelden", language),
    )
    elsewhere = (
        tag(
            "p",
            tag("a", say("openid", language), href=in_language("/auth/openid", language), class_="button"),
        )
        if page.openid
        else None
    )
    return framed(
        Frame(
            language,
            f"{say('sign_in', language)} - Ploeg",
            _other("/aanmelden", page),
            Visitor(),
            page.notice,
            apart=True,
        ),
        tag("h1", say("sign_in", language)),
        tag("section", _problem(page.problem, language), form, elsewhere),
        tag("p", say("forgotten", language), class_="hint"),
        tag(
            "p",
            say("own_data", language),
            " ",
            tag("a", say("own_data_link", language), href=in_language("/mijn-gegevens", language)),
            class_="hint",
        ),
    )


def invitation_page(page: InvitationPage) -> str:
    """Return the page as HTML."""
    language = page.language
    content: Content = _problem(page.problem, language)
    if page.email:
        content = (
            content,
            tag("p", say("invited", language, email=page.email)),
            tag(
                "form",
                tag("input", type="hidden", name="sleutel", value=page.key),
                # A password manager keeps the address beside the password.
                tag("input", type="hidden", name="email", value=page.email, autocomplete="username"),
                _field(
                    "wachtwoord",
                    say("new_password", language),
                    "password",
                    hint=say("password_hint", language),
                    autocomplete="new-password",
                    minlength=12,
                ),
                _field(
                    "nogmaals", say("again", language), "password", autocomplete="new-password", minlength=12
                ),
                tag("button", say("choose", language), type="submit"),
                method="post",
                action=in_language("/uitnodiging", language),
            ),
        )
    frame = Frame(
        language,
        f"{say('welcome', language)} - Ploeg",
        _other("/uitnodiging", page),
        Visitor(),
        page.notice,
        apart=True,
    )
    return framed(frame, tag("h1", say("welcome", language)), tag("section", content))


def _field(
    name: str, label: str, kind: str, value: str = "", *, hint: str | None = None, **more: Attribute
) -> Html:
    described = f"{name}-uitleg" if hint else None
    explained = tag("span", hint, id=described, class_="hint") if hint else None
    field = tag(
        "input",
        type=kind,
        id=name,
        name=name,
        value=value or None,
        required=True,
        maxlength=320,
        aria_describedby=described,
        **more,
    )
    return tag("div", tag("label", label, for_=name), explained, field, class_="field")


def _problem(problem: str | None, language: Language) -> Html | None:
    if problem is None:
        return None
    return tag("div", tag("p", half(problem, language)), class_="answer problem", role="alert")


def _other(path: str, page: SignInPage | InvitationPage) -> str:
    other: Language = "nl" if page.language == "en" else "en"
    key = page.key if isinstance(page, InvitationPage) else ""
    if not key:
        return in_language(path, other)
    return f"{path}?sleutel={key}" + ("" if other == "nl" else "&taal=en")
