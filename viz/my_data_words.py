"""What the pages about one's own data say, in Dutch and in English: labels, and kept values as words."""

from collections.abc import Mapping
from datetime import date

from graph.access import Role
from graph.model import Verdict
from queries.audit import Action, StoredEvent
from queries.match_words import LANGUAGES
from queries.merged import UNDONE, Decision
from queries.own import THEMSELVES
from queries.phrases import day
from viz.words import Language

Pair = tuple[str, str]

UNFIT: Mapping[str, Pair] = {
    "asked": ("u was al gevraagd", "you had been asked already"),
    "busy": ("u had geen tijd", "you had no time"),
    "role": ("het was niets voor u", "it was not for you"),
    "tie": ("u staat er te dicht bij", "you stand too close to it"),
    "other": ("iets anders", "something else"),
}
"""Why somebody is not proposed for a request, as they are told."""

RELATIONS: Mapping[str, Pair] = {
    "OFFERS": ("Talenten", "Talents"),
    "CARES_ABOUT": ("Thema's", "Themes"),
    "ACTIVE_IN": ("Wijken", "Neighbourhoods"),
    "MEMBER_OF": ("Waar u lid van bent of was", "What you are or were a member of"),
    "TOOK_PART_IN": ("Waaraan u meedeed", "What you took part in"),
    "KNOWS": ("Mensen die u kent", "People you know"),
    "NOT_ABOUT": ("Over wie u niet gevraagd wilt worden", "About whom you do not want to be asked"),
    "ASKED": ("Vragen die u stelde", "Requests you asked"),
}

FIELDS: Mapping[str, Pair] = {
    "name": ("Naam", "Name"),
    "email": ("E-mailadres", "E-mail address"),
    "phone": ("Telefoon", "Phone"),
    "about": ("Over mij", "About me"),
    "languages": ("Talen", "Languages"),
    "availability": ("Hebt u tijd?", "Do you have time?"),
    "sector": ("U spreekt als", "You speak as"),
    "level": ("Hoe vaak u meedoet", "How often you take part"),
    "open_asks": ("Vragen die nog openstaan", "Asks still open"),
    "ask_limit": ("Hoogstens zoveel open vragen", "At most so many open asks"),
    "ask_themes": ("U wilt gevraagd worden over", "You want to be asked about"),
    "paused_until": ("Met rust tot en met", "Left in peace until"),
    "informed_on": ("U hoorde dat dit bewaard wordt op", "You were told that this is kept on"),
    "informed_how": ("Dat hoorde u", "You were told"),
    "source": ("Hoe Ploeg dit weet", "How Ploeg knows this"),
    "key": ("Uw nummer in die lijst", "Your number in that list"),
    "created_at": ("Bewaard sinds", "Kept since"),
    "updated_at": ("Laatst gewijzigd op", "Changed last on"),
    "changed_by": ("Kenmerk van die wijziging", "Mark of that change"),
    "batch": ("Kenmerk van de invoer", "Mark of the import"),
    "id": ("Uw nummer in Ploeg", "Your number in Ploeg"),
}
"""What is kept in a record, in the order it is shown in."""

TIE_FIELDS: Mapping[str, Pair] = {
    "role": ("Uw rol", "Your role"),
    "openness": ("Hoe open u met elkaar praat", "How openly you talk"),
    "reliability": ("Hoe goed u op deze mens kan rekenen", "How far you can count on this person"),
    "shared_aim": ("Hoezeer u hetzelfde wilt", "How far you want the same"),
    "trust": ("Hoe sterk u de band noemde", "How strong you called the tie"),
    "since": ("Sinds", "Since"),
    "until": ("Tot en met", "Until"),
    "last_contact": ("Laatste contact", "Last contact"),
    "note": ("Notitie", "Note"),
    "level": ("Hoe goed u dit kan", "How well you can do this"),
    "experience": ("Uw ervaring", "Your experience"),
    "evidence": ("Waaruit dat blijkt", "What shows it"),
    "source": ("Hoe Ploeg dit weet", "How Ploeg knows this"),
}
"""What a tie says, in the order it is shown in."""

ENGAGEMENT: Mapping[str, Pair] = {
    "1": ("af en toe", "now and then"),
    "2": ("in een gebruikersgroep", "in a user committee"),
    "3": ("in een werkgroep", "in a working group"),
}
TALENT_LEVELS: Mapping[str, Pair] = {
    "1": ("enigszins", "some"),
    "2": ("goed", "good"),
    "3": ("sterk", "strong"),
}
EXPERIENCE: Mapping[str, Pair] = {
    "0": ("geen ervaring", "no experience"),
    "1": ("wat ervaring", "some experience"),
    "2": ("ervaring", "experience"),
    "3": ("veel ervaring", "much experience"),
}
SCORES: Mapping[str, Pair] = {
    "1": ("nauwelijks", "hardly"),
    "2": ("een beetje", "somewhat"),
    "3": ("goed", "well"),
    "4": ("heel goed", "very well"),
}
"""The same words as on the page: engagement, talentLevel, experience and tie.score of its catalogue."""

AVAILABILITY: Mapping[str, Pair] = {
    "yes": ("ja", "yes"),
    "limited": ("soms", "sometimes"),
    "no": ("nee", "no"),
}
SECTORS: Mapping[str, Pair] = {
    "resident": ("bewoner", "resident"),
    "civil_society": ("middenveld", "civil society"),
    "city": ("stad", "city"),
    "politics": ("politiek", "politics"),
    "business": ("bedrijf", "business"),
    "education": ("onderwijs", "education"),
}
SOURCES: Mapping[str, Pair] = {
    "self": ("u zei het zelf", "you said so yourself"),
    THEMSELVES: ("u zei het zelf", "you said so yourself"),
    "named": ("iemand anders noemde het", "somebody else named it"),
    "initiative": ("het bleek in een initiatief", "an initiative showed it"),
    "tables": ("uit een lijst die de coördinator inlas", "from a list that the coordinator brought in"),
    "screen": ("de coördinator vulde het in", "the coordinator filled it in"),
}
INFORMED: Mapping[str, Pair] = {
    "letter": ("met een brief", "by letter"),
    "mail": ("met een mail", "by mail"),
    "conversation": ("in een gesprek", "in a conversation"),
}
CODES: Mapping[str, Mapping[str, Pair]] = {
    "level": ENGAGEMENT,
    "availability": AVAILABILITY,
    "sector": SECTORS,
    "source": SOURCES,
    "informed_how": INFORMED,
    "OFFERS.level": TALENT_LEVELS,
    "experience": EXPERIENCE,
    **dict.fromkeys(("openness", "reliability", "shared_aim"), SCORES),
}
"""Words for values that are codes, by the name of what holds them."""

DONE: Mapping[Action, Pair] = {
    Action.SIGNED_IN: ("u meldde zich aan", "you signed in"),
    Action.SIGN_IN_FAILED: ("aanmelden lukte niet", "signing in failed"),
    Action.SIGNED_OUT: ("u meldde zich af", "you signed out"),
    Action.PASSWORD_CHOSEN: ("er werd een wachtwoord gekozen", "a password was chosen"),
    Action.ACCOUNT_MADE: ("er werd een account gemaakt", "an account was made"),
    Action.ACCOUNT_CHANGED: ("een account werd gewijzigd", "an account was changed"),
    Action.ACCOUNT_REMOVED: ("een account werd weggenomen", "an account was removed"),
    Action.ROLES_CHANGED: ("rollen werden gewijzigd", "roles were changed"),
    Action.LINK_MADE: ("er werd een link naar uw gegevens gemaakt", "a link to your data was made"),
    Action.TOKEN_MADE: ("er werd een sleutel gemaakt", "a token was made"),
    Action.TOKEN_REVOKED: ("een sleutel werd ingetrokken", "a token was revoked"),
    Action.CONTACT_SEEN: (
        "iemand zag uw e-mailadres of telefoonnummer", "somebody saw your e-mail address or phone number",
    ),
    Action.MADE: ("uw gegevens werden ingevuld", "your data were filled in"),
    Action.CHANGED: ("uw gegevens werden gewijzigd", "your data were changed"),
    Action.REMOVED: ("iets werd weggenomen", "something was removed"),
    Action.SET_ASIDE: ("u werd bij een vraag niet voorgesteld", "you were not proposed for a request"),
    Action.RESTORED: ("er werd iets teruggezet", "something was put back"),
    Action.PUT_BACK: ("u kan bij die vraag weer voorgesteld worden", "you may be proposed for that request again"),
    Action.CONSENT_RECORDED: ("er werd een toestemming genoteerd", "a consent was recorded"),
    Action.ERASED: ("er werd iemand gewist", "somebody was erased"),
    Action.IMPORTED: ("er werd een lijst ingelezen", "a list was brought in"),
    Action.IMPORT_UNDONE: ("een ingelezen lijst werd teruggenomen", "an import was taken back"),
    Action.EXPORTED: ("uw gegevens werden meegenomen in een bestand", "your data were taken along in a file"),
    Action.DECIDED: (
        "er werd beslist of u er twee keer in staat", "it was decided whether you stand in it twice",
    ),
    Action.DECISION_UNDONE: ("die beslissing werd teruggenomen", "that decision was taken back"),
    Action.LOG_EXPORTED: ("het logboek werd meegenomen", "the log was taken along"),
    Action.MEASURED: ("er werden cijfers bewaard", "figures were kept"),
    Action.BACKED_UP: ("er werd een reservekopie gemaakt", "a backup was made"),
    Action.BACKUP_REMOVED: ("een reservekopie werd weggegooid", "a backup was thrown away"),
    Action.BACKUP_RESTORED: ("een reservekopie werd teruggezet", "a backup was restored"),
}  # fmt: skip
"""What was done with somebody's data, as they read it."""

BY: Mapping[str, Pair] = {
    Role.PARTNER: ("een partner", "a partner"),
    Role.RESEARCHER: ("een onderzoeker", "a researcher"),
    Role.COORDINATOR: ("de coördinator", "the coordinator"),
    Role.ADMIN: ("wie Ploeg beheert", "whoever runs Ploeg"),
}


def pick(pair: Pair, language: Language) -> str:
    """Return the Dutch or the English one."""
    return pair[1] if language == "en" else pair[0]


def language_name(code: str, language: Language) -> str:
    """Return the name of a language; of one that is not known, its code."""
    name = LANGUAGES.get(code)
    return code if name is None else pick((name.nl, name.en), language)


def said_day(text: str, language: Language) -> str:
    """Say a day or the day of a moment, both ISO; a text that is none stays as it is.

    >>> said_day("2024-05-03T10:00:00Z", "nl")
    '3 mei 2024'
    """
    try:
        words = day(date.fromisoformat(text[:10]))
    except ValueError:
        return text
    return pick((words.nl, words.en), language)


def value(name: str, held: object, language: Language) -> str:
    """Return what is kept under `name` in words; ``OFFERS.level`` tells the level of a talent from a person's."""
    if isinstance(held, list):
        return ", ".join(map(str, held))  # pyright: ignore[reportUnknownArgumentType]
    text = str(held)
    known = CODES.get(name)
    if known is not None:
        return pick(known[text], language) if text in known else text
    if name == "trust" and isinstance(held, int | float):
        return _trust(float(held), language)
    return said_day(text, language) if name in _DAYS else text


def decided(decision: Decision, language: Language) -> str:
    """Say one decision about whether somebody stands in it twice."""
    same = (
        "u stond er twee keer in; dat is één keer geworden",
        "you stood in it twice; that has become once",
    )
    different = (
        "u en iemand die op u lijkt, zijn twee verschillende mensen",
        "you and somebody alike are two different people",
    )
    what = pick(same if decision.decision == Verdict.SAME else different, language)
    undone = pick((" (later teruggenomen)", " (taken back later)"), language)
    return f"{said_day(decision.created_at, language)}: {what}{undone if decision.status == UNDONE else ''}"


def logged(event: StoredEvent, language: Language) -> str:
    """Say one event of the log, with the role of whoever did it and not who that was."""
    known = event.action in set(Action)
    what = pick(DONE[Action(event.action)], language) if known else event.action
    if event.actor == THEMSELVES:
        by = pick((" (door u)", " (by you)"), language)
    else:
        who = BY.get(event.role or "")
        by = pick((f" (door {who[0]})", f" (by {who[1]})"), language) if who is not None else ""
    return f"{said_day(event.at, language)}: {what}{by}"


_DAYS = frozenset(
    {"created_at", "updated_at", "informed_on", "paused_until", "since", "until", "last_contact"}
)


def _trust(held: float, language: Language) -> str:
    strength = (
        ("zwak", "weak") if held < 1 / 3 else ("gewoon", "fair") if held < 2 / 3 else ("sterk", "strong")
    )
    of_ten = f"{round(held * 10, 2):g}"
    # The number is what they said: it stands beside the word.
    return pick(
        (f"{strength[0]} ({of_ten.replace('.', ',')} op 10)", f"{strength[1]} ({of_ten} of 10)"), language
    )
