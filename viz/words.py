"""What the start page says, in Dutch and in English."""

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from graph.questions import ROLE_WORDS

Language: TypeAlias = Literal["nl", "en"]

TEXTS: Mapping[str, tuple[str, str]] = {
    "title": ("Ploeg: wie kan helpen, en langs wie?", "Ploeg: who can help, and through whom?"),
    "plain": ("Naar de eenvoudige pagina", "To the plain page"),
    "no_script": (
        "Deze pagina werkt met JavaScript, en dat staat uit in uw browser.",
        "This page works with JavaScript, which is off in your browser.",
    ),
    "not_built": (
        "Deze Ploeg is zonder haar pagina gebouwd. Zoeken, een match en een weg kan u op de eenvoudige pagina.",
        "This Ploeg was built without its page. You can search, match and find a way on the plain page.",
    ),
    "nowhere": ("Deze pagina is er niet", "There is no such page"),
    "nowhere_text": (
        "Het adres klopt niet, of de pagina is verhuisd.",
        "The address is not right, or the page has moved.",
    ),
    "loading": (
        "De pagina komt eraan. Blijft dit staan? Kijk of uw browser nieuw genoeg is.",
        "The page is on its way. Does this stay? See whether your browser is new enough.",
    ),
    "skip": ("Naar de inhoud", "Skip to the content"),
    "other": ("English", "Nederlands"),
    "heading": ("Wie kan helpen, en langs wie?", "Who can help, and through whom?"),
    "intro": (
        "Ploeg is het netwerk van mensen die anderen bijeenbrengen in de stad. Zoek wie er is, wie bij een vraag "
        "past en waarom, en langs wie u iemand bereikt.",
        "Ploeg is the network of people who bring others together in the city. Find who is there, who fits a request "
        "and why, and through whom you reach somebody.",
    ),
    "home": ("Naar de startpagina", "To the start page"),
    "sign_in": ("Aanmelden", "Sign in"),
    "sign_out": ("Afmelden", "Sign out"),
    "email": ("E-mailadres", "E-mail address"),
    "password": ("Wachtwoord", "Password"),
    "forgotten": (
        "Wachtwoord vergeten, of nog geen account? Wie Ploeg beheert, geeft u een link om er een te kiezen.",
        "Forgot your password, or no account yet? Whoever runs Ploeg gives you a link to choose a password.",
    ),
    "own_data": (
        "Zien wat er over u bewaard wordt? Daarvoor hebt u geen wachtwoord nodig.",
        "See what is kept on you? You need no password for that.",
    ),
    "own_data_link": ("Naar mijn gegevens", "To my data"),
    "openid": ("Aanmelden met uw organisatie", "Sign in with your organisation"),
    "welcome": ("Kies een wachtwoord", "Choose a password"),
    "invited": ("U kiest een wachtwoord voor {email}.", "You choose a password for {email}."),
    "new_password": ("Nieuw wachtwoord", "New password"),
    "password_hint": (
        "Minstens 12 tekens; een zin van vier of vijf woorden onthoudt u goed.",
        "At least 12 characters; a phrase of four or five words is easy to keep.",
    ),
    "again": ("Nog eens", "Once more"),
    "choose": ("Kies dit wachtwoord en meld aan", "Choose this password and sign in"),
    **{f"role_{role}": words for role, words in ROLE_WORDS.items()},
    "search": ("Zoeken", "Search"),
    "search_label": (
        "Naam, organisatie, thema, talent of wijk",
        "Name, organisation, theme, talent or neighbourhood",
    ),
    "search_button": ("Zoek", "Search"),
    "path": ("Langs wie bereik ik iemand?", "Through whom do I reach somebody?"),
    "path_hint": ("Een volledige naam of een id.", "A full name or an id."),
    "start": ("Van", "From"),
    "target": ("Naar", "To"),
    "path_button": ("Toon de weg", "Show the way"),
    "match": ("Wie past bij een vraag?", "Who fits a request?"),
    "match_label": ("De vraag in uw eigen woorden", "The request in your own words"),
    "match_hint": (
        "Bijvoorbeeld: wie kan in Borgerhout een eerste buurtvergadering voorzitten? Er wordt niets bewaard.",
        "For instance: who can chair a first neighbourhood meeting in Borgerhout? Nothing is kept.",
    ),
    "match_button": ("Toon wie past", "Show who fits"),
    "answer": ("Antwoord", "Answer"),
    "found_none": (
        "Niets gevonden voor ‘{text}’. Kijk de spelling na, of zoek op een deel van de naam.",
        "Nothing found for ‘{text}’. Check the spelling, or search for a part of the name.",
    ),
    "found": ("Gevonden voor ‘{text}’", "Found for ‘{text}’"),
    "nobody": (
        "Niemand van wie gevraagd mag worden, past bij deze vraag. Maak ze wat ruimer, of noem een thema of een "
        "talent.",
        "Nobody fits this request, among those who agreed to be asked. Make it a little wider, or name a theme or a "
        "talent.",
    ),
    "fitting": ("Wie past", "Who fits"),
    "fitting_organisations": ("Organisaties die passen", "Organisations that fit"),
    "understood": ("Begrepen als: {text}.", "Understood as: {text}."),
    "score": ("Hoe dit berekend is", "How this was worked out"),
    "part": ("Onderdeel", "Part"),
    "value": ("Waarde", "Value"),
    "weight": ("Gewicht", "Weight"),
    "total": ("Samen", "Together"),
    "way_to": ("Zoek een weg naar {name}", "Find a way to {name}"),
    "ways": ("Van {start} naar {target}", "From {start} to {target}"),
    "way": ("Weg {number}", "Way {number}"),
    "hidden": ("een tussenstap", "a step between"),
    "ties": ("Waarop elke stap steunt", "What each step rests on"),
    "strong": ("sterke band", "strong tie"),
    "good": ("goede band", "good tie"),
    "weak": ("zwakke band", "weak tie"),
    "weakest": ("zwakste schakel", "weakest link"),
    "stale": ("ouder dan twee jaar", "older than two years"),
    "message": ("Eerste bericht aan {name}", "First message to {name}"),
    "problem": ("Dat lukte niet", "That did not work"),
    "api": ("Voor programma’s: de API", "For programs: the API"),
    "openapi": ("OpenAPI-beschrijving", "OpenAPI document"),
    "person": ("persoon", "person"),
    "organisation": ("organisatie", "organisation"),
    "theme": ("thema", "theme"),
    "talent": ("talent", "talent"),
    "initiative": ("initiatief", "initiative"),
    "neighbourhood": ("wijk", "neighbourhood"),
    "request": ("vraag", "request"),
}

_BETWEEN = re.compile(r"(?<=[.?!…]) / (?=\S)")


def say(key: str, language: Language, **values: str) -> str:
    """Return a text of the page."""
    nl, en = TEXTS[key]
    return (en if language == "en" else nl).format(**values)


def half(message: str, language: Language) -> str:
    """Return one half of "Nederlands. / English."; what stands in both halves may hold the mark between them."""
    marks = list(_BETWEEN.finditer(message))
    if not marks:
        return message
    middle = marks[len(marks) // 2]
    return message[middle.end() :] if language == "en" else message[: middle.start()]


def number(value: float, language: Language) -> str:
    """Say a number with two decimals."""
    shown = f"{value:.2f}"
    return shown if language == "en" else shown.replace(".", ",")
