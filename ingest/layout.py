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
    TalentRow,
    ThemeRow,
    TieRow,
)
from ingest.columns import Column, Kind, Table
from ingest.recurring import (
    MAIL_WORDS,
    TALENT_WORDS,
    THEME_WORDS,
    about_column,
    consent_column,
    group_column,
    id_column,
    language_column,
    not_about_column,
    place_column,
    public_column,
    rated_talents,
    rated_themes,
    reference,
    score_column,
    sector_column,
    size_column,
    theme_column,
    vocabulary,
    wished_themes,
)

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


_PEOPLE: tuple[Column, ...] = (
    id_column("de persoon", "the person"),
    Column("name", "naam", Kind.NAME, "Voornaam en familienaam.", "First and family name.", required=True,
           others=("volledige naam", "full name")),
    sector_column("Vanuit welke hoek de persoon spreekt.", "The part of society the person speaks from."),
    Column("level", "niveau", Kind.INTEGER, "Betrokkenheid: 1 af en toe, 2 gebruikerscomité, 3 werkgroep.",
           "Engagement: 1 ad hoc, 2 user committee, 3 working group.", low=1, high=3),
    place_column("neighbourhood", "wijk", "De wijk of wijken waar de persoon actief is.",
            "The neighbourhood or neighbourhoods where the person is active."),
    language_column("De talen die de persoon spreekt: naam of code.",
                    "The languages the person speaks: name or code."),
    rated_themes("de persoon", "the person"),
    rated_talents("de persoon", "the person"),
    group_column("Organisaties waarvan de persoon nu lid is.", "Organisations the person is a member of today."),
    Column("availability", "beschikbaarheid", Kind.WORD, "Of de persoon nu gevraagd kan worden.",
           "Whether the person can be asked now.", others=("beschikbaar", "available"), words=Availability),
    Column("email", "e-mail", Kind.EMAIL, "E-mailadres.", "E-mail address.", others=MAIL_WORDS),
    Column("phone", "telefoon", Kind.PHONE, "Telefoonnummer.", "Phone number.",
           others=("tel", "gsm", "telefoonnummer", "telephone", "mobile")),
    about_column("Wat de persoon over zichzelf vertelt.", "What the person says about themselves."),
    *(consent_column(*each) for each in _CONSENTS),
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
    wished_themes(),
    not_about_column(),
)  # fmt: skip

_ORGANISATIONS: tuple[Column, ...] = (
    id_column("de organisatie", "the organisation"),
    Column("name", "naam", Kind.NAME, "Naam van de organisatie.", "Name of the organisation.", required=True,
           others=("organisatie", "organisation")),
    sector_column("Tot welke hoek ze hoort.", "The part of society it belongs to."),
    Column("kind", "soort", Kind.NAME, "Wat voor organisatie, vrij in te vullen.", "What kind, in free words.",
           others=("type",)),
    size_column("Hoeveel mensen erbij horen.", "How many people belong to it."),
    place_column("neighbourhood", "wijk", "De wijk of wijken waar ze actief is.",
            "The neighbourhood or neighbourhoods where it is active."),
    rated_themes("de organisatie", "the organisation"),
    rated_talents("de organisatie", "the organisation"),
    Column("website", "website", Kind.WEBSITE, "Adres van de website.", "Address of the website.",
           others=("url", "site", "webadres")),
    Column("email", "e-mail", Kind.EMAIL, "E-mailadres.", "E-mail address.", others=MAIL_WORDS),
    about_column("Wat de organisatie doet.", "What the organisation does."),
    public_column("deze organisatie", "this organisation"),
)  # fmt: skip

_INITIATIVES: tuple[Column, ...] = (
    id_column("het initiatief", "the initiative"),
    Column("title", "titel", Kind.NAME, "Naam van het initiatief.", "Name of the initiative.", required=True,
           others=("naam", "name")),
    Column("start", "begin", Kind.DATE, "Eerste dag.", "First day.", others=("startdatum", "begindatum", "van")),
    Column("end", "einde", Kind.LAST_DATE, "Laatste dag; leeg als het nog loopt.", "Last day; empty while it runs.",
           others=("einddatum", "tot")),
    size_column("Hoeveel mensen meededen.", "How many people took part."),
    theme_column(),
    place_column("neighbourhoods", "wijken", "Waar het plaatsvond.", "Where it took place."),
    group_column("Organisaties die het organiseerden.", "Organisations that organised it."),
    about_column("Wat er gebeurde.", "What happened."),
    Column("lessons", "lessen", Kind.TEXT, "Wat er geleerd werd.", "What was learnt.", others=("geleerd",)),
    public_column("dit initiatief", "this initiative"),
)  # fmt: skip


_TIES: tuple[Column, ...] = (
    reference("from", "van", "people", "Wie de band beschrijft.", "Who describes the tie.", field="start"),
    reference("to", "naar", "people", "Over wie het gaat.", "Whom it is about.", "met", "aan", field="end"),
    Column("trust", "vertrouwen", Kind.NUMBER, "Vertrouwen als één getal van 0 tot 1.",
           "Trust as one number from 0 to 1.", low=0, high=1),
    score_column("openness", "openheid", "Hoe open ze met elkaar praten, 1 tot 4.", "How openly they talk, 1 to 4."),
    score_column("reliability", "betrouwbaarheid", "Of afspraken nagekomen worden, 1 tot 4.",
           "Whether promises are kept, 1 to 4."),
    score_column("shared_aim", "gedeeld_doel", "Of ze hetzelfde willen bereiken, 1 tot 4.",
           "Whether they want to reach the same, 1 to 4."),
    Column("since", "sinds", Kind.DATE, "Sinds wanneer ze elkaar kennen.", "Since when they know each other."),
    Column("last_contact", "laatste_contact", Kind.DATE, "Wanneer ze elkaar laatst spraken.",
           "When they last spoke."),
    Column("note", "notitie", Kind.TEXT, "Opmerking.", "Remark.", others=("opmerking", "nota")),
)  # fmt: skip

_MEMBERSHIPS: tuple[Column, ...] = (
    reference("person", "persoon", "people", "Wie lid is.", "Who is a member.", "lid", "member"),
    reference("organisation", "organisatie", "organisations", "Waarvan.", "Of what.", "organization", "vereniging"),
    Column("role", "rol", Kind.NAME, "Rol, vrij in te vullen.", "Role, in free words.", others=("functie",)),
    Column("since", "sinds", Kind.DATE, "Eerste dag.", "First day.", others=("van", "start", "begin")),
    Column("until", "tot", Kind.LAST_DATE, "Laatste dag; leeg als het nog loopt.", "Last day; empty while it runs.",
           others=("einde", "end")),
)  # fmt: skip

_PARTICIPATIONS: tuple[Column, ...] = (
    reference("person", "persoon", "people", "Wie meedeed.", "Who took part.", "deelnemer", "participant"),
    reference("initiative", "initiatief", "initiatives", "Waaraan.", "In what."),
    Column("role", "rol", Kind.NAME, "Rol, vrij in te vullen.", "Role, in free words.", others=("functie",)),
)  # fmt: skip

_REQUESTS: tuple[Column, ...] = (
    id_column("de vraag", "the request"),
    Column("title", "titel", Kind.NAME, "De vraag in één zin.", "The request in one sentence.", required=True,
           others=("vraag", "naam")),
    Column("text", "tekst", Kind.TEXT, "De vraag in het lang.", "The request in full.",
           others=("omschrijving", "beschrijving", "description")),
    Column("kind", "soort", Kind.WORD, "Waarvoor steun nodig is.", "What support is needed for.", others=("type",),
           words=RequestKind),
    Column("asker", "vrager", Kind.REFERENCE, "De persoon of organisatie die het vraagt.",
           "The person or organisation that asks.", others=("aanvrager", "gevraagd door"),
           refers=("people", "organisations")),
    theme_column(),
    Column("talents", "talenten", Kind.REFERENCES, "De talenten die nodig zijn.", "The talents needed.",
           others=TALENT_WORDS, refers=("talents",)),
    place_column("neighbourhoods", "wijken", "Waar het over gaat.", "The place it is about."),
    language_column("Talen die men moet spreken.", "Languages one must speak."),
    Column("opened", "gesteld", Kind.DATE, "Dag waarop de vraag kwam.", "Day the request came in.",
           others=("gesteld op", "datum")),
    Column("needed_by", "nodig_tegen", Kind.LAST_DATE, "Tegen wanneer het nodig is.", "By when it is needed."),
    Column("people_needed", "aantal_mensen", Kind.INTEGER, "Hoeveel mensen nodig zijn.", "How many people it takes.",
           others=("aantal", "mensen nodig"), low=1),
    Column("status", "status", Kind.WORD, "Hoe ver de vraag staat.", "Where the request stands.",
           words=RequestStatus),
)  # fmt: skip


_NEIGHBOURHOODS: tuple[Column, ...] = (
    id_column("de wijk", "the neighbourhood", "wijkcode"),
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
    reference("person", "persoon", "people", "Over wie het gaat.", "Whom it is about."),
    Column("purpose", "doel", Kind.WORD, "Waarvoor.", "What for.", required=True, words=Purpose),
    Column("given", "gegeven", Kind.YES_NO, "Ja: gegeven; nee: ingetrokken.", "Yes: given; no: withdrawn.",
           required=True),
    Column("scope", "bereik", Kind.WORD, "Alleen bij verbinder: voor wie.", "For a connector only: for whom.",
           words=Scope),
    Column("themes", "themas", Kind.REFERENCES, "Alleen voor deze thema's; leeg is voor alle.",
           "For these themes only; empty is for all.", others=THEME_WORDS, refers=("themes",)),
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
    _table("themes", "themas", ThemeRow, ("thema", "theme"), vocabulary("themes", "het thema", "the theme"),
           "theme", "thema"),
    _table("talents", "talenten", TalentRow, ("talent", "talent"),
           vocabulary("talents", "het talent", "the talent"), "talent"),
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
