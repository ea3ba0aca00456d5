"""What somebody agrees to, on the page of their own data: what each consent allows, and what was noted of it."""

from collections.abc import Mapping
from datetime import date

from graph.model import Purpose
from queries.consent_words import CONSENTS, SCOPES
from queries.consents import ConsentRecord
from queries.own import THEMSELVES, OwnData
from queries.own_choices import Choices
from queries.phrases import Words, capital
from queries.purpose_words import NAMES
from viz.html import Content, Html, tag
from viz.my_data_forms import button_about, done_shown, form, hidden
from viz.my_data_words import pick, said_day, value
from viz.words import Language

FORM = "toestemming"


def consents(
    data: OwnData, offered: Choices, language: Language, *, forms: bool = False, done: str = ""
) -> Content:
    """Return every consent; with `forms` with a button each, and after one was pressed (`done`) what that did."""
    explained = (
        "U beslist over elk punt apart. U kan altijd van gedacht veranderen; dat geldt meteen.",
        "You decide on each point by itself. You can always change your mind; that holds at once.",
    )
    themes = {each.id: _say(each.label, language) for group in offered.themes for each in group.choices}
    return (
        tag("p", pick(explained, language)),
        [_consent(purpose, data, themes, language, forms=forms, done=done == purpose) for purpose in Purpose],
    )


def standing(data: OwnData, purpose: Purpose) -> ConsentRecord | None:
    """Return the event that holds, where it is one of giving."""
    found = [each for each in data.consents if each.purpose is purpose and each.in_force and each.given]
    return found[0] if found else None


def named(purpose: Purpose, language: Language) -> str:
    """Return the name of a consent as a heading."""
    return capital(_say(NAMES[purpose], language))


def _consent(
    purpose: Purpose, data: OwnData, themes: Mapping[str, str], language: Language, *, forms: bool, done: bool
) -> Html:
    events = [event for event in data.consents if event.purpose is purpose]
    holds = standing(data, purpose)
    said = [_day_of(holds, language), *_limits(holds, themes, language)] if holds is not None else []
    state = (
        tag("p", tag("strong", pick(("Ja", "Yes"), language), class_="yes"), f", {', '.join(said)}.")
        if holds is not None
        else tag("p", tag("strong", pick(("Nee", "No"), language), class_="no"))
    )
    told = _done(purpose, events, language, given=holds is not None) if done else None
    return tag(
        "div",
        tag("h3", named(purpose, language)),
        tag("p", _say(CONSENTS[purpose].allows, language)),
        state,
        # Taking back does what the usual button would: two that do the same only confuse.
        told or (_change(purpose, language, given=holds is not None) if forms else None),
        _history(events, themes, language, opened=not forms) if events else None,
        class_="each",
        id=f"{FORM}-{purpose}",
    )


def _change(purpose: Purpose, language: Language, *, given: bool) -> Html:
    text = ("Trek in", "Withdraw") if given else ("Geef toestemming", "Give consent")
    return form(
        FORM,
        language,
        hidden("doel", str(purpose)),
        hidden("ja", "nee" if given else "ja"),
        button_about(text, named(purpose, language), language),
    )


def _done(purpose: Purpose, events: list[ConsentRecord], language: Language, *, given: bool) -> Html | None:
    # The address may be typed by anybody: it is said only of what they did last themselves.
    if not events or events[-1].recorded_by != THEMSELVES:
        return None
    words, called = CONSENTS[purpose], NAMES[purpose]
    what = (
        (f"U geeft toestemming voor ‘{called.nl}’.", f"You give consent to ‘{called.en}’.")
        if given
        else (f"U trok ‘{called.nl}’ in.", f"You withdrew ‘{called.en}’.")
    )
    return done_shown(
        tag("p", tag("strong", pick(what, language))),
        tag("p", _say(words.given if given else words.withdrawn, language)),
        form(
            FORM,
            language,
            hidden("doel", str(purpose)),
            hidden("ja", "nee" if given else "ja"),
            hidden("terug", "ja"),
            button_about(("Maak ongedaan", "Undo"), named(purpose, language), language),
        ),
    )


def _history(
    events: list[ConsentRecord], themes: Mapping[str, str], language: Language, *, opened: bool
) -> Html:
    return tag(
        "details",
        tag("summary", pick(("Wat er genoteerd is", "What was noted"), language)),
        tag("ul", [tag("li", _event(event, themes, language)) for event in reversed(events)]),
        open=opened,
    )


def _event(event: ConsentRecord, themes: Mapping[str, str], language: Language) -> str:
    what = pick(
        ("u gaf dit", "you gave this") if event.given else ("u trok dit in", "you withdrew this"), language
    )
    limits = "".join(f", {each}" for each in _limits(event, themes, language))
    known = event.source or (THEMSELVES if event.recorded_by == THEMSELVES else "")
    source = (
        f" {pick(('Hoe Ploeg dit weet', 'How Ploeg knows this'), language)}: {value('source', known, language)}."
        if known
        else ""
    )
    note = pick((f" Notitie: {event.note}", f" Note: {event.note}"), language) if event.note else ""
    return f"{_said(event.start, language)}: {what}{limits}.{source}{note}"


def _limits(event: ConsentRecord, themes: Mapping[str, str], language: Language) -> list[str]:
    found: list[str] = []
    if event.scope is not None:
        found.append(_say(SCOPES[event.scope], language))
    if event.themes:
        names = ", ".join(themes[each] for each in event.themes if each in themes)
        about = (f"alleen over {names}", f"only about {names}")
        some = ("alleen over sommige thema's", "only about some themes")
        found.append(pick(about if names else some, language))
    if event.end is not None:
        until = _said(event.end, language)
        found.append(pick((f"tot en met {until}", f"until {until}"), language))
    return found


def _day_of(event: ConsentRecord, language: Language) -> str:
    since = _said(event.start, language)
    return pick((f"sinds {since}", f"since {since}"), language)


def _said(when: date, language: Language) -> str:
    return said_day(when.isoformat(), language)


def _say(words: Words, language: Language) -> str:
    return pick((words.nl, words.en), language)
