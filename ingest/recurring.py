"""Columns that several tables have, or several times."""

from graph.model import Purpose, Sector
from ingest.columns import Column, Kind

ID_WORDS = ("key", "sleutel", "code", "nr", "nummer")
MAIL_WORDS = ("mail", "e-mailadres", "mailadres", "email address")
THEME_WORDS = ("theme", "thema", "onderwerpen")
TALENT_WORDS = ("talent", "aanbod")
PLACE_WORDS = ("neighbourhoods", "neighborhood", "neighborhoods", "wijken", "buurt", "buurten")
GROUP_WORDS = ("organisation", "organization", "organizations", "organisatie", "verenigingen", "vereniging")


def id_column(one_nl: str, one_en: str, *others: str) -> Column:
    """Return the column with the id of a row."""
    return Column(
        "id",
        "id",
        Kind.KEY,
        f"Uw eigen korte code van {one_nl}; andere tabellen verwijzen ernaar. Verander ze later niet.",
        f"Your own short code for {one_en}; other tables refer to it. Don't change it later.",
        required=True,
        others=(*ID_WORDS, *others),
        field="key",
    )


def wished_themes() -> Column:
    """Return the column with the themes that somebody wants to be asked about."""
    return Column(
        "ask_themes",
        "vraagthemas",
        Kind.REFERENCES,
        "De thema's waarover de persoon gevraagd wil worden; leeg: over alles.",
        "The themes the person wants to be asked about; empty: about anything.",
        refers=("themes",),
    )


def not_about_column() -> Column:
    """Return the column with the people about whom somebody does not want to be asked."""
    return Column(
        "not_about",
        "niet_over",
        Kind.REFERENCES,
        "De mensen over wie, of naar wie toe, de persoon niet gevraagd wil worden.",
        "The people about whom, or towards whom, the person does not want to be asked.",
        refers=("people",),
    )


def theme_column() -> Column:
    """Return the column with themes."""
    return Column(
        "themes",
        "themas",
        Kind.REFERENCES,
        "De thema's waarover het gaat.",
        "The themes it is about.",
        others=THEME_WORDS,
        refers=("themes",),
    )


def rated_themes(who_nl: str, who_en: str) -> Column:
    """Return the column with themes and an experience."""
    return Column(
        "themes",
        "themas",
        Kind.RATED,
        f"De thema's die {who_nl} belangrijk vindt, met eventueel de ervaring 0 tot 3 na een dubbele punt.",
        f"The themes {who_en} cares about, if wanted with the experience 0 to 3 after a colon.",
        others=THEME_WORDS,
        refers=("themes",),
        low=0,
        high=3,
    )


def rated_talents(who_nl: str, who_en: str) -> Column:
    """Return the column with talents and a level."""
    return Column(
        "talents",
        "talenten",
        Kind.RATED,
        f"Wat {who_nl} kan en wil aanbieden, met eventueel het niveau 1 tot 3 na een dubbele punt.",
        f"What {who_en} can do and offers, if wanted with the level 1 to 3 after a colon.",
        others=TALENT_WORDS,
        refers=("talents",),
        low=1,
        high=3,
    )


def place_column(name: str, dutch: str, meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with neighbourhoods."""
    return Column(
        name,
        dutch,
        Kind.REFERENCES,
        meaning_nl,
        meaning_en,
        others=("neighbourhood", "wijk", *PLACE_WORDS),
        field="neighbourhoods",
        refers=("neighbourhoods",),
    )


def group_column(meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with organisations."""
    return Column(
        "organisations",
        "organisaties",
        Kind.REFERENCES,
        meaning_nl,
        meaning_en,
        others=GROUP_WORDS,
        refers=("organisations",),
    )


def reference(name: str, dutch: str, table: str, nl: str, en: str, *others: str, field: str = "") -> Column:
    """Return a required column that refers to one row of `table`."""
    return Column(
        name, dutch, Kind.REFERENCE, nl, en, required=True, others=others, field=field, refers=(table,)
    )


def public_column(one_nl: str, one_en: str) -> Column:
    """Return the column that says whether everybody may see a row."""
    return Column(
        "public",
        "openbaar",
        Kind.YES_NO,
        f"Of iedereen {one_nl} mag zien.",
        f"Whether everybody may see {one_en}.",
        others=("publiek", "zichtbaar"),
    )


def sector_column(meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with a sector."""
    return Column("sector", "sector", Kind.WORD, meaning_nl, meaning_en, words=Sector)


def about_column(meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with a description."""
    return Column(
        "about",
        "over",
        Kind.TEXT,
        meaning_nl,
        meaning_en,
        others=("omschrijving", "beschrijving", "description"),
    )


def language_column(meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with languages."""
    return Column("languages", "talen", Kind.LANGUAGES, meaning_nl, meaning_en, others=("language", "taal"))


def size_column(meaning_nl: str, meaning_en: str) -> Column:
    """Return the column with a number of people."""
    return Column("size", "grootte", Kind.INTEGER, meaning_nl, meaning_en, others=("aantal", "omvang"), low=1)


def consent_column(purpose: Purpose, dutch: str, nl: str, en: str, others: tuple[str, ...]) -> Column:
    """Return the column with the answer about one purpose."""
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


def score_column(name: str, dutch: str, nl: str, en: str, *others: str) -> Column:
    """Return the column with one of the three scores of a tie."""
    return Column(name, dutch, Kind.INTEGER, nl, en, others=others, low=1, high=4)


def vocabulary(table: str, one_nl: str, one_en: str) -> tuple[Column, ...]:
    """Return the columns of themes or talents."""
    return (
        id_column(one_nl, one_en),
        Column("label_nl", "naam", Kind.NAME, "Naam in het Nederlands.", "Name in Dutch.", required=True,
               others=("label", "name", "label nederlands")),
        Column("label_en", "naam_en", Kind.NAME, "Naam in het Engels.", "Name in English.",
               others=("label engels", "name_en")),
        Column("broader", "ruimer", Kind.REFERENCE, "Waar het onder valt, in dezelfde tabel.",
               "What it falls under, in the same table.", others=("hoort bij", "parent"), refers=(table,)),
    )  # fmt: skip
