"""The tables and their columns, in the order in which they can be written."""

from graph.model import (
    Availability,
    ConsentRow,
    InitiativeRow,
    MembershipRow,
    NeighbourhoodRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    Purpose,
    RequestKind,
    RequestRow,
    RequestStatus,
    Row,
    Scope,
    Sector,
    TalentRow,
    ThemeRow,
    TieRow,
)
from ingest.columns import Column, Kind, Table

_ID_WORDS = ("key", "sleutel", "code", "nr", "nummer")
_MAIL_WORDS = ("mail", "e-mailadres", "mailadres", "email address")
_THEME_WORDS = ("theme", "thema", "onderwerpen")
_TALENT_WORDS = ("talent", "aanbod")
_PLACE_WORDS = ("neighbourhoods", "neighborhood", "neighborhoods", "wijken", "buurt", "buurten")
_GROUP_WORDS = ("organisation", "organization", "organizations", "organisatie", "verenigingen", "vereniging")


def _id(one_nl: str, one_en: str, *others: str) -> Column:
    return Column(
        "id",
        "id",
        Kind.KEY,
        f"Uw eigen korte code van {one_nl}; andere tabellen verwijzen ernaar. Verander ze later niet.",
        f"Your own short code for {one_en}; other tables refer to it. Don't change it later.",
        required=True,
        others=(*_ID_WORDS, *others),
        field="key",
    )


def _themes() -> Column:
    return Column(
        "themes",
        "themas",
        Kind.REFERENCES,
        "De thema's waarover het gaat.",
        "The themes it is about.",
        others=_THEME_WORDS,
        refers=("themes",),
    )


def _rated_themes(who_nl: str, who_en: str) -> Column:
    return Column(
        "themes",
        "themas",
        Kind.RATED,
        f"De thema's die {who_nl} belangrijk vindt, met eventueel de ervaring 0 tot 3 na een dubbele punt.",
        f"The themes {who_en} cares about, if wanted with the experience 0 to 3 after a colon.",
        others=_THEME_WORDS,
        refers=("themes",),
        low=0,
        high=3,
    )


def _rated_talents(who_nl: str, who_en: str) -> Column:
    return Column(
        "talents",
        "talenten",
        Kind.RATED,
        f"Wat {who_nl} kan en wil aanbieden, met eventueel het niveau 1 tot 3 na een dubbele punt.",
        f"What {who_en} can do and offers, if wanted with the level 1 to 3 after a colon.",
        others=_TALENT_WORDS,
        refers=("talents",),
        low=1,
        high=3,
    )


def _places(name: str, dutch: str, meaning_nl: str, meaning_en: str) -> Column:
    return Column(
        name,
        dutch,
        Kind.REFERENCES,
        meaning_nl,
        meaning_en,
        others=("neighbourhood", "wijk", *_PLACE_WORDS),
        field="neighbourhoods",
        refers=("neighbourhoods",),
    )


def _groups(meaning_nl: str, meaning_en: str) -> Column:
    return Column(
        "organisations",
        "organisaties",
        Kind.REFERENCES,
        meaning_nl,
        meaning_en,
        others=_GROUP_WORDS,
        refers=("organisations",),
    )


def _reference(name: str, dutch: str, table: str, nl: str, en: str, *others: str, field: str = "") -> Column:
    return Column(
        name, dutch, Kind.REFERENCE, nl, en, required=True, others=others, field=field, refers=(table,)
    )


def _public(one_nl: str, one_en: str) -> Column:
    return Column(
        "public",
        "openbaar",
        Kind.YES_NO,
        f"Of iedereen {one_nl} mag zien.",
        f"Whether everybody may see {one_en}.",
        others=("publiek", "zichtbaar"),
    )


def _sector(meaning_nl: str, meaning_en: str) -> Column:
    return Column("sector", "sector", Kind.WORD, meaning_nl, meaning_en, words=Sector)


def _about(meaning_nl: str, meaning_en: str) -> Column:
    return Column(
        "about",
        "over",
        Kind.TEXT,
        meaning_nl,
        meaning_en,
        others=("omschrijving", "beschrijving", "description"),
    )


def _languages(meaning_nl: str, meaning_en: str) -> Column:
    return Column("languages", "talen", Kind.LANGUAGES, meaning_nl, meaning_en, others=("language", "taal"))


def _size(meaning_nl: str, meaning_en: str) -> Column:
    return Column("size", "grootte", Kind.INTEGER, meaning_nl, meaning_en, others=("aantal", "omvang"), low=1)


_CONSENTS: tuple[tuple[Purpose, str, str, str, tuple[str, ...]], ...] = (
    (Purpose.MATCHING, "matching", "voorgesteld worden bij een vraag", "be proposed for a request", ()),
    (
        Purpose.CONTACT,
        "contact",
        "dat de coördinator hun contactgegevens aan de vrager geeft",
        "have the coordinator give their contact details to the asker",
        (),
    ),
    (
        Purpose.CONNECTOR,
        "verbinder",
        "om een introductie gevraagd worden; `ja`: door de coördinator, `partners`: ook voor partners",
        "be asked for an introduction; `yes`: by the coordinator, `partners`: for partners too",
        ("toestemming connector",),
    ),
    (Purpose.RESEARCH, "onderzoek", "onder schuilnaam in onderzoek", "be in research under a pseudonym", ()),
    (
        Purpose.PUBLIC,
        "openbaar",
        "met naam op openbare pagina's en bij partners staan",
        "be named on public and partners' pages",
        ("toestemming publiek",),
    ),
    (Purpose.MAILING, "mailing", "mails krijgen", "get mail", ("toestemming mail",)),
)


def _consent(purpose: Purpose, dutch: str, nl: str, en: str, others: tuple[str, ...]) -> Column:
    return Column(
        f"consent_{purpose}",
        f"toestemming_{dutch}",
        Kind.CONSENT,
        f"Of de persoon akkoord gaat: {nl}.",
        f"Whether the person agrees to: {en}.",
        others=others,
        field="consents",
        purpose=purpose,
    )


_PEOPLE: tuple[Column, ...] = (
    _id("de persoon", "the person"),
    Column("name", "naam", Kind.NAME, "Voornaam en familienaam.", "First and family name.", required=True,
           others=("volledige naam", "full name")),
    _sector("Vanuit welke hoek de persoon spreekt.", "The part of society the person speaks from."),
    Column("level", "niveau", Kind.INTEGER, "Betrokkenheid: 1 af en toe, 2 gebruikerscomité, 3 werkgroep.",
           "Engagement: 1 ad hoc, 2 user committee, 3 working group.", low=1, high=3),
    _places("neighbourhood", "wijk", "De wijk of wijken waar de persoon actief is.",
            "The neighbourhood or neighbourhoods where the person is active."),
    _languages("De talen die de persoon spreekt: naam of code.", "The languages the person speaks: name or code."),
    _rated_themes("de persoon", "the person"),
    _rated_talents("de persoon", "the person"),
    _groups("Organisaties waarvan de persoon nu lid is.", "Organisations the person is a member of today."),
    Column("availability", "beschikbaarheid", Kind.WORD, "Of de persoon nu gevraagd kan worden.",
           "Whether the person can be asked now.", others=("beschikbaar", "available"), words=Availability),
    Column("email", "e-mail", Kind.EMAIL, "E-mailadres.", "E-mail address.", others=_MAIL_WORDS),
    Column("phone", "telefoon", Kind.PHONE, "Telefoonnummer.", "Phone number.",
           others=("tel", "gsm", "telefoonnummer", "telephone", "mobile")),
    _about("Wat de persoon over zichzelf vertelt.", "What the person says about themselves."),
    *(_consent(*each) for each in _CONSENTS),
    Column("consent_date", "toestemming_datum", Kind.DATE, "De dag waarop de persoon dit zei; niet in de toekomst.",
           "The day the person said so; not in the future.", others=("datum toestemming",)),
    Column("consent_source", "toestemming_bron", Kind.NAME, "Hoe we het weten, bv. een formulier of een gesprek.",
           "How we know, e.g. a form or a conversation.", others=("bron toestemming",)),
    Column("open_asks", "open_vragen", Kind.INTEGER, "Hoeveel vragen om een introductie nu openstaan.",
           "How many asks for an introduction are open now.", low=0),
    Column("ask_limit", "vragenlimiet", Kind.INTEGER, "Hoeveel vragen de persoon per maand wil krijgen.",
           "How many asks the person wants in a month.", others=("limiet",), low=0),
    Column("paused_until", "pauze_tot", Kind.LAST_DATE, "Tot en met deze dag niet vragen.",
           "Don't ask up to and including this day."),
)  # fmt: skip

_ORGANISATIONS: tuple[Column, ...] = (
    _id("de organisatie", "the organisation"),
    Column("name", "naam", Kind.NAME, "Naam van de organisatie.", "Name of the organisation.", required=True,
           others=("organisatie", "organisation")),
    _sector("Tot welke hoek ze hoort.", "The part of society it belongs to."),
    Column("kind", "soort", Kind.NAME, "Wat voor organisatie, vrij in te vullen.", "What kind, in free words.",
           others=("type",)),
    _size("Hoeveel mensen erbij horen.", "How many people belong to it."),
    _places("neighbourhood", "wijk", "De wijk of wijken waar ze actief is.",
            "The neighbourhood or neighbourhoods where it is active."),
    _rated_themes("de organisatie", "the organisation"),
    _rated_talents("de organisatie", "the organisation"),
    Column("website", "website", Kind.WEBSITE, "Adres van de website.", "Address of the website.",
           others=("url", "site", "webadres")),
    Column("email", "e-mail", Kind.EMAIL, "E-mailadres.", "E-mail address.", others=_MAIL_WORDS),
    _about("Wat de organisatie doet.", "What the organisation does."),
    _public("deze organisatie", "this organisation"),
)  # fmt: skip

_INITIATIVES: tuple[Column, ...] = (
    _id("het initiatief", "the initiative"),
    Column("title", "titel", Kind.NAME, "Naam van het initiatief.", "Name of the initiative.", required=True,
           others=("naam", "name")),
    Column("start", "begin", Kind.DATE, "Eerste dag.", "First day.", others=("startdatum", "begindatum", "van")),
    Column("end", "einde", Kind.LAST_DATE, "Laatste dag; leeg als het nog loopt.", "Last day; empty while it runs.",
           others=("einddatum", "tot")),
    _size("Hoeveel mensen meededen.", "How many people took part."),
    _themes(),
    _places("neighbourhoods", "wijken", "Waar het plaatsvond.", "Where it took place."),
    _groups("Organisaties die het organiseerden.", "Organisations that organised it."),
    _about("Wat er gebeurde.", "What happened."),
    Column("lessons", "lessen", Kind.TEXT, "Wat er geleerd werd.", "What was learnt.", others=("geleerd",)),
    _public("dit initiatief", "this initiative"),
)  # fmt: skip


def _score(name: str, dutch: str, nl: str, en: str, *others: str) -> Column:
    return Column(name, dutch, Kind.INTEGER, nl, en, others=others, low=1, high=4)


_TIES: tuple[Column, ...] = (
    _reference("from", "van", "people", "Wie de band beschrijft.", "Who describes the tie.", field="start"),
    _reference("to", "naar", "people", "Over wie het gaat.", "Whom it is about.", "met", "aan", field="end"),
    Column("trust", "vertrouwen", Kind.NUMBER, "Vertrouwen als één getal van 0 tot 1.",
           "Trust as one number from 0 to 1.", low=0, high=1),
    _score("openness", "openheid", "Hoe open ze met elkaar praten, 1 tot 4.", "How openly they talk, 1 to 4."),
    _score("reliability", "betrouwbaarheid", "Of afspraken nagekomen worden, 1 tot 4.",
           "Whether promises are kept, 1 to 4."),
    _score("shared_aim", "gedeeld_doel", "Of ze hetzelfde willen bereiken, 1 tot 4.",
           "Whether they want to reach the same, 1 to 4."),
    Column("since", "sinds", Kind.DATE, "Sinds wanneer ze elkaar kennen.", "Since when they know each other."),
    Column("last_contact", "laatste_contact", Kind.DATE, "Wanneer ze elkaar laatst spraken.",
           "When they last spoke."),
    Column("note", "notitie", Kind.TEXT, "Opmerking.", "Remark.", others=("opmerking", "nota")),
)  # fmt: skip

_MEMBERSHIPS: tuple[Column, ...] = (
    _reference("person", "persoon", "people", "Wie lid is.", "Who is a member.", "lid", "member"),
    _reference("organisation", "organisatie", "organisations", "Waarvan.", "Of what.", "organization", "vereniging"),
    Column("role", "rol", Kind.NAME, "Rol, vrij in te vullen.", "Role, in free words.", others=("functie",)),
    Column("since", "sinds", Kind.DATE, "Eerste dag.", "First day.", others=("van", "start", "begin")),
    Column("until", "tot", Kind.LAST_DATE, "Laatste dag; leeg als het nog loopt.", "Last day; empty while it runs.",
           others=("einde", "end")),
)  # fmt: skip

_PARTICIPATIONS: tuple[Column, ...] = (
    _reference("person", "persoon", "people", "Wie meedeed.", "Who took part.", "deelnemer", "participant"),
    _reference("initiative", "initiatief", "initiatives", "Waaraan.", "In what."),
    Column("role", "rol", Kind.NAME, "Rol, vrij in te vullen.", "Role, in free words.", others=("functie",)),
)  # fmt: skip

_REQUESTS: tuple[Column, ...] = (
    _id("de vraag", "the request"),
    Column("title", "titel", Kind.NAME, "De vraag in één zin.", "The request in one sentence.", required=True,
           others=("vraag", "naam")),
    Column("text", "tekst", Kind.TEXT, "De vraag in het lang.", "The request in full.",
           others=("omschrijving", "beschrijving", "description")),
    Column("kind", "soort", Kind.WORD, "Waarvoor steun nodig is.", "What support is needed for.", others=("type",),
           words=RequestKind),
    Column("asker", "vrager", Kind.REFERENCE, "De persoon of organisatie die het vraagt.",
           "The person or organisation that asks.", others=("aanvrager", "gevraagd door"),
           refers=("people", "organisations")),
    _themes(),
    Column("talents", "talenten", Kind.REFERENCES, "De talenten die nodig zijn.", "The talents needed.",
           others=_TALENT_WORDS, refers=("talents",)),
    _places("neighbourhoods", "wijken", "Waar het over gaat.", "The place it is about."),
    _languages("Talen die men moet spreken.", "Languages one must speak."),
    Column("opened", "gesteld", Kind.DATE, "Dag waarop de vraag kwam.", "Day the request came in.",
           others=("gesteld op", "datum")),
    Column("needed_by", "nodig_tegen", Kind.LAST_DATE, "Tegen wanneer het nodig is.", "By when it is needed."),
    Column("people_needed", "aantal_mensen", Kind.INTEGER, "Hoeveel mensen nodig zijn.", "How many people it takes.",
           others=("aantal", "mensen nodig"), low=1),
    Column("status", "status", Kind.WORD, "Hoe ver de vraag staat.", "Where the request stands.",
           words=RequestStatus),
)  # fmt: skip


def _vocabulary(table: str, one_nl: str, one_en: str) -> tuple[Column, ...]:
    return (
        _id(one_nl, one_en),
        Column("label_nl", "naam", Kind.NAME, "Naam in het Nederlands.", "Name in Dutch.", required=True,
               others=("label", "name", "label nederlands")),
        Column("label_en", "naam_en", Kind.NAME, "Naam in het Engels.", "Name in English.",
               others=("label engels", "name_en")),
        Column("broader", "ruimer", Kind.REFERENCE, "Waar het onder valt, in dezelfde tabel.",
               "What it falls under, in the same table.", others=("hoort bij", "parent"), refers=(table,)),
    )  # fmt: skip


_NEIGHBOURHOODS: tuple[Column, ...] = (
    _id("de wijk", "the neighbourhood", "wijkcode"),
    Column("name", "naam", Kind.NAME, "Naam van de wijk.", "Name of the neighbourhood.", required=True,
           others=("wijk", "wijknaam", "neighbourhood")),
    Column("district", "district", Kind.NAME, "District waarin ze ligt.", "District it lies in.",
           others=("districtnaam",)),
    Column("city", "stad", Kind.NAME, "Stad of gemeente.", "City.", others=("gemeente",)),
    Column("postcode", "postcode", Kind.NAME, "Postcode.", "Postal code.",
           others=("hoofdpostcode", "postal code", "zip")),
    Column("latitude", "breedtegraad", Kind.NUMBER, "Middelpunt, graden noord (WGS84).",
           "Centre, degrees north (WGS84).", others=("lat", "centroid_lat"), low=-90, high=90),
    Column("longitude", "lengtegraad", Kind.NUMBER, "Middelpunt, graden oost (WGS84).",
           "Centre, degrees east (WGS84).", others=("lon", "lng", "long", "centroid_lon"), low=-180, high=180),
    Column("polygon", "polygoon", Kind.POLYGON, "De grens als GeoJSON-geometrie (WGS84).",
           "The outline as a GeoJSON geometry (WGS84).", others=("geometry", "geometrie")),
)  # fmt: skip

_CONSENT_EVENTS: tuple[Column, ...] = (
    _reference("person", "persoon", "people", "Over wie het gaat.", "Whom it is about."),
    Column("purpose", "doel", Kind.WORD, "Waarvoor.", "What for.", required=True, words=Purpose),
    Column("given", "gegeven", Kind.YES_NO, "Ja: gegeven; nee: ingetrokken.", "Yes: given; no: withdrawn.",
           required=True),
    Column("scope", "bereik", Kind.WORD, "Alleen bij verbinder: voor wie.", "For a connector only: for whom.",
           words=Scope),
    Column("themes", "themas", Kind.REFERENCES, "Alleen voor deze thema's; leeg is voor alle.",
           "For these themes only; empty is for all.", others=_THEME_WORDS, refers=("themes",)),
    Column("start", "begin", Kind.DATE, "Eerste dag.", "First day.", others=("van", "since")),
    Column("end", "einde", Kind.LAST_DATE, "Laatste dag.", "Last day.", others=("tot", "until")),
    Column("source", "bron", Kind.NAME, "Hoe we het weten.", "How we know."),
    Column("recorded_at", "genoteerd_op", Kind.MOMENT, "Tijdstip waarop het genoteerd werd (UTC).",
           "Moment it was recorded (UTC)."),
    Column("recorded_by", "genoteerd_door", Kind.NAME, "Wie het noteerde.", "Who recorded it."),
)  # fmt: skip


def _table(
    name: str, dutch: str, row: type[Row], one: tuple[str, str], columns: tuple[Column, ...], *others: str
) -> Table:
    return Table(name, dutch, row, *one, columns, others)


TABLES: tuple[Table, ...] = (
    _table("neighbourhoods", "wijken", NeighbourhoodRow, ("wijk", "neighbourhood"), _NEIGHBOURHOODS,
           "neighborhoods", "neighbourhood", "wijk", "buurten"),
    _table("themes", "themas", ThemeRow, ("thema", "theme"), _vocabulary("themes", "het thema", "the theme"),
           "theme", "thema"),
    _table("talents", "talenten", TalentRow, ("talent", "talent"),
           _vocabulary("talents", "het talent", "the talent"), "talent"),
    _table("organisations", "organisaties", OrganisationRow, ("organisatie", "organisation"), _ORGANISATIONS,
           "organizations", "organisation", "organisatie", "verenigingen"),
    _table("people", "personen", PersonRow, ("persoon", "person"), _PEOPLE,
           "persons", "person", "persoon", "mensen"),
    _table("initiatives", "initiatieven", InitiativeRow, ("initiatief", "initiative"), _INITIATIVES,
           "initiative", "initiatief"),
    _table("memberships", "lidmaatschappen", MembershipRow, ("lidmaatschap", "membership"), _MEMBERSHIPS,
           "membership", "lidmaatschap", "leden"),
    _table("participations", "deelnames", ParticipationRow, ("deelname", "participation"), _PARTICIPATIONS,
           "participation", "deelname"),
    _table("ties", "banden", TieRow, ("band", "tie"), _TIES, "tie", "band", "relaties"),
    _table("requests", "vragen", RequestRow, ("vraag", "request"), _REQUESTS, "request", "vraag"),
    _table("consents", "toestemmingen", ConsentRow, ("toestemming", "consent"), _CONSENT_EVENTS,
           "consent", "toestemming"),
)  # fmt: skip

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
