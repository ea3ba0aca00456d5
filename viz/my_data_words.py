"""What the pages about one's own data say, in Dutch and in English."""

import re
from collections.abc import Mapping

from graph.model import Purpose
from queries.match_words import LANGUAGES
from viz.words import Language

PURPOSES: Mapping[Purpose, tuple[str, str]] = {
    Purpose.MATCHING: (
        "Als iemand hulp vraagt die bij u past, mag de coördinator aan u denken.",
        "When somebody asks for help that suits you, the coordinator may think of you.",
    ),
    Purpose.CONTACT: (
        "De coördinator mag uw mailadres of telefoonnummer gebruiken, en doorgeven aan wie om hulp vraagt.",
        "The coordinator may use your mail address or phone number, and pass it on to whoever asks for help.",
    ),
    Purpose.CONNECTOR: (
        "Men mag u vragen om iemand die u kent voor te stellen aan een ander.",
        "You may be asked to introduce somebody you know to somebody else.",
    ),
    Purpose.RESEARCH: (
        "Onderzoekers mogen uw gegevens zien onder een schuilnaam, en u telt mee in cijfers.",
        "Researchers may see your data under a made-up name, and you count in figures.",
    ),
    Purpose.PUBLIC: (
        "Uw naam, talenten, thema's en organisatie mogen op pagina's van partners en op openbare pagina's staan.",
        "Your name, talents, themes and organisation may stand on partners' and public pages.",
    ),
    Purpose.MAILING: (
        "U krijgt mails over wat er te doen is.",
        "You get mails about what is going on.",
    ),
}
"""What each consent means to whoever gives it, in Dutch and in English."""

SCOPES: Mapping[str, tuple[str, str]] = {
    "coordinator": ("alleen op vraag van de coördinator", "only when the coordinator asks"),
    "partners": ("ook op vraag van partners", "also when partners ask"),
}

UNFIT: Mapping[str, tuple[str, str]] = {
    "asked": ("u was al gevraagd", "you had been asked already"),
    "busy": ("u had geen tijd", "you had no time"),
    "role": ("het was niets voor u", "it was not for you"),
    "tie": ("u staat er te dicht bij", "you stand too close to it"),
    "other": ("iets anders", "something else"),
}
"""Why somebody is not proposed for a request, as they are told."""

RELATIONS: Mapping[str, tuple[str, str]] = {
    "OFFERS": ("Talenten", "Talents"),
    "CARES_ABOUT": ("Thema's", "Themes"),
    "ACTIVE_IN": ("Wijken", "Neighbourhoods"),
    "MEMBER_OF": ("Lid van", "Member of"),
    "TOOK_PART_IN": ("Deed mee aan", "Took part in"),
    "KNOWS": ("Banden die u opgaf", "Ties you told of"),
    "NOT_ABOUT": ("Over wie u niet gevraagd wilt worden", "About whom you do not want to be asked"),
    "ASKED": ("Vragen die u stelde", "Requests you asked"),
}

FIELDS: Mapping[str, tuple[str, str]] = {
    "name": ("Naam", "Name"),
    "email": ("E-mailadres", "E-mail address"),
    "phone": ("Telefoon", "Phone"),
    "about": ("Over mij", "About me"),
    "languages": ("Talen", "Languages"),
    "availability": ("Beschikbaar", "Available"),
    "sector": ("Sector", "Sector"),
    "level": ("Niveau", "Level"),
    "source": ("Komt van", "Came from"),
    "key": ("Nummer in dat bestand", "Number in that file"),
    "batch": ("Ingelezen met", "Came in with import"),
    "changed_by": ("Laatst gewijzigd door", "Changed last by"),
    "created_at": ("Bewaard sinds", "Kept since"),
    "updated_at": ("Laatst gewijzigd", "Changed last"),
    "open_asks": ("Vragen die nog openstaan", "Asks still open"),
    "ask_limit": ("Hoogstens vragen per maand", "Most asks a month"),
    "informed_on": ("U hoorde dat dit bewaard wordt op", "You were told that this is kept on"),
    "informed_how": ("Dat hoorde u per", "You were told by"),
    "ask_themes": ("Wil gevraagd worden over", "Wants to be asked about"),
    "paused_until": ("Met rust tot en met", "Left in peace until"),
    "role": ("rol", "role"),
    "since": ("sinds", "since"),
    "until": ("tot en met", "until"),
    "experience": ("ervaring", "experience"),
    "evidence": ("waaruit het blijkt", "what shows it"),
    "openness": ("openheid", "openness"),
    "reliability": ("betrouwbaarheid", "reliability"),
    "shared_aim": ("zelfde doel", "shared aim"),
    "trust": ("vertrouwen", "trust"),
    "last_contact": ("laatste contact", "last contact"),
    "note": ("notitie", "note"),
}

VALUES: Mapping[str, tuple[str, str]] = {
    "yes": ("ja", "yes"),
    "limited": ("een beetje", "a little"),
    "no": ("nee", "no"),
    "self": ("uzelf", "yourself"),
    "person": ("uzelf", "yourself"),
    "named": ("iemand anders noemde het", "somebody else named it"),
    "initiative": ("een initiatief", "an initiative"),
    "tables": ("een ingelezen tabel", "an imported table"),
    "contact_seen": ("iemand keek uw contactgegevens in", "somebody looked at your contact details"),
    "made": ("ingevuld", "filled in"),
    "changed": ("gewijzigd", "changed"),
    "consent_recorded": ("een toestemming genoteerd", "a consent was recorded"),
    "decided": ("beslist of u er dubbel in staat", "decided whether you stand in it twice"),
    "decision_undone": ("die beslissing teruggenomen", "that decision was taken back"),
    "set_aside": ("bij een vraag niet voorgesteld", "not proposed for a request"),
    "restored": ("teruggezet", "put back"),
    "put_back": ("bij een vraag weer voorgesteld", "proposed for a request again"),
    "link_made": ("een link gemaakt", "a link was made"),
    "resident": ("bewoner", "resident"),
    "civil_society": ("middenveld", "civil society"),
    "city": ("stad", "city"),
    "politics": ("politiek", "politics"),
    "business": ("bedrijf", "business"),
    "education": ("onderwijs", "education"),
    "screen": ("ingevuld op het scherm", "filled in on screen"),
}


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+Z")


def pick(pair: tuple[str, str], language: Language) -> str:
    """Return the Dutch or the English one."""
    return pair[1] if language == "en" else pair[0]


def language_name(code: str, language: Language) -> str:
    """Return the name of a language; of one that is not known, its code."""
    name = LANGUAGES.get(code)
    return code if name is None else pick((name.nl, name.en), language)


def field(name: str, language: Language) -> str:
    """Return the label of a property."""
    return pick(FIELDS[name], language) if name in FIELDS else name


def place(name: str) -> tuple[int, str]:
    """Return where a property stands in a list: who somebody is first, what the store adds last."""
    known = list(FIELDS)
    return (known.index(name) if name in FIELDS else len(known), name)


def value(held: object, language: Language) -> str:
    """Return a kept value as text."""
    if isinstance(held, list):
        return ", ".join(map(str, held))  # pyright: ignore[reportUnknownArgumentType]
    text = str(held)
    if _MOMENT.fullmatch(text):
        # The day is what somebody looks for; the moment stands in what they take along.
        return text[:10]
    return pick(VALUES[text], language) if text in VALUES else text
