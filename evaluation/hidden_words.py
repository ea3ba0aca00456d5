"""Words of a generated city: labels of themes and talents, and other ways to say the same in Dutch.

No rewording shares a stem with its label, so that word counting alone can't see that they mean the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """A label and other ways to say it."""

    label: str
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A broader concept and the narrower ones under it."""

    label: str
    narrower: tuple[Concept, ...]


def _group(label: str, *narrower: tuple[str, ...]) -> Group:
    return Group(label, tuple(Concept(first, tuple(others)) for first, *others in narrower))


THEMES = (
    _group(
        "Groen",
        ("Geveltuinen", "planten tegen de muur", "bloemen langs het huis"),
        ("Stadsbossen", "bomen en struiken", "schaduw onder kruinen"),
    ),
    _group(
        "Mobiliteit",
        ("Schoolstraten", "veilig naar de klas", "auto's weg aan de poort"),
        ("Fietspaden", "trappen zonder gevaar", "tweewielers in het verkeer"),
    ),
    _group(
        "Ouderen",
        ("Eenzaamheid", "mensen die niemand zien", "alleen achter de voordeur"),
        ("Dementie", "vergeetachtige bewoners", "geheugen dat achteruitgaat"),
    ),
    _group(
        "Jeugd",
        ("Speelpleinen", "ravotten in de vakantie", "glijbaan en zandbak"),
        ("Huiswerk", "lessen na vier uur", "studeren met een steuntje"),
    ),
    _group(
        "Energie",
        ("Isolatie", "warme muren en daken", "minder stoken"),
        ("Zonnepanelen", "stroom van het dak", "samen elektriciteit opwekken"),
    ),
    _group(
        "Voedsel",
        ("Volkskeuken", "samen koken en eten", "warme maaltijd aan lange tafels"),
        ("Moestuinen", "groenten kweken", "zaaien en oogsten"),
    ),
    _group(
        "Cultuur",
        ("Straattheater", "toneel onder de open hemel", "acteren op het plein"),
        ("Muziek", "zingen in een koor", "fanfare en concert"),
    ),
    _group(
        "Wonen",
        ("Leegstand", "panden die niemand gebruikt", "ongebruikte gebouwen"),
        ("Cohousing", "onder een dak leven", "gedeelde woningen"),
    ),
    _group(
        "Nieuwkomers",
        ("Taalcafe", "Nederlands oefenen", "praten bij koffie"),
        ("Onthaal", "wegwijs in een vreemd land", "welkom voor vluchtelingen"),
    ),
    _group(
        "Gezondheid",
        ("Beweging", "wandelen en turnen", "sporten voor iedereen"),
        ("Luchtkwaliteit", "fijn stof meten", "propere adem"),
    ),
    _group(
        "Digitaal",
        ("Computerlessen", "leren mailen en surfen", "tablet voor beginners"),
        ("Databank", "cijfers van de stad", "open gegevens"),
    ),
    _group(
        "Veiligheid",
        ("Verlichting", "lampen in donkere hoeken", "schemer bij het station"),
        ("Bemiddeling", "ruzie tussen buren", "herrie in het appartement"),
    ),
)

TALENTS = (
    _group(
        "Gesprekken",
        ("Modereren", "een debat in goede banen leiden", "iedereen aan bod laten komen"),
        ("Interviewen", "vragen stellen en luisteren", "verhalen ophalen"),
        ("Tolken", "vertalen ter plaatse", "twee talen overbruggen"),
    ),
    _group(
        "Schrijven",
        ("Verslaggeving", "notities maken", "opschrijven wat gezegd is"),
        ("Subsidiedossiers", "geld aanvragen", "een toelage verkrijgen"),
        ("Nieuwsbrieven", "berichten rondsturen", "een blaadje uitgeven"),
    ),
    _group(
        "Beeld",
        ("Fotografie", "foto's trekken", "vastleggen met een camera"),
        ("Affiches", "posters ontwerpen", "drukwerk vormgeven"),
        ("Video", "filmpjes monteren", "beelden opnemen"),
    ),
    _group(
        "Techniek",
        ("Elektriciteit", "stopcontacten leggen", "kabels en zekeringen"),
        ("Timmeren", "werken met hout", "banken en kasten bouwen"),
        ("Fietsherstel", "banden plakken", "remmen en kettingen"),
    ),
    _group(
        "Organiseren",
        ("Logistiek", "tafels en stoelen regelen", "materiaal op tijd brengen"),
        ("Boekhouding", "rekeningen en kas", "budget bijhouden"),
        ("Vrijwilligers", "helpers zoeken en bedanken", "handen vinden"),
    ),
    _group(
        "Zorg",
        ("Verpleegkunde", "wonden en medicatie", "aan het bed staan"),
        ("Luisterend", "troosten", "er zijn voor wie het moeilijk heeft"),
        ("Kinderopvang", "op kleintjes letten", "peuters bezighouden"),
    ),
    _group(
        "Kennis",
        ("Stedenbouw", "plannen van straten lezen", "ruimte tekenen"),
        ("Rechten", "wetten uitleggen", "juridische hulp"),
        ("Statistiek", "tabellen en grafieken", "enquetes verwerken"),
    ),
    _group(
        "Natuur",
        ("Snoeien", "takken knippen", "hagen onderhouden"),
        ("Composteren", "afval wordt aarde", "gft in een vat"),
        ("Imkerij", "bijen houden", "honing en korven"),
    ),
)

FILLER = (
    "Ik woon hier al lang en doe graag mee.",
    "In het weekend heb ik soms tijd.",
    "Bel mij gerust, of stuur een bericht.",
    "Vroeger werkte ik in de haven.",
    "Ik leer graag nieuwe mensen kennen.",
    "Mijn gezin helpt ook als het past.",
    "Liefst niet te laat op de avond.",
)
OPENING = (
    "We zoeken iemand voor",
    "Wie helpt ons met",
    "Onze straat wil iets doen rond",
    "Voor ons plan rond",
)
ASKING = ("en daarbij hulp met", "iemand die goed is in", "en wij missen nog", "met ervaring in")
LANGUAGES = (("nl", 0.9), ("fr", 0.3), ("en", 0.35), ("ar", 0.12), ("tr", 0.08))
"""Languages and the share of people who speak them."""
