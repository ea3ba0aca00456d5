"""The data sheet as text: what was taken along, when, of whom, under which consents, and how not to read it.

After Gebru and others, "Datasheets for datasets" (Communications of the ACM 64, 2021), as far as it is about one
export.
"""

from collections.abc import Mapping
from datetime import UTC

from queries.drawn import DataSheet
from queries.phrases import Words, day
from queries.purpose_words import NAMES

COUNTED: Mapping[str, tuple[Words, Words]] = {
    "people": (Words("mens", "person"), Words("mensen", "people")),
    "ties": (Words("band", "tie"), Words("banden", "ties")),
    "organisations": (Words("organisatie", "organisation"), Words("organisaties", "organisations")),
    "memberships": (Words("lidmaatschap", "membership"), Words("lidmaatschappen", "memberships")),
    "themes": (Words("thema", "theme"), Words("thema's", "themes")),
    "neighbourhoods": (Words("wijk", "neighbourhood"), Words("wijken", "neighbourhoods")),
    "communities": (Words("kring", "community"), Words("kringen", "communities")),
    "counted_people": (Words("getelde mens", "person counted"), Words("getelde mensen", "people counted")),
    "never_asked": (
        Words("nooit bevraagde mens", "person never asked"),
        Words("nooit bevraagde mensen", "people never asked"),
    ),
    "nodes": (Words("punt", "node"), Words("punten", "nodes")),
    "edges": (Words("lijn", "line"), Words("lijnen", "lines")),
}
"""What is counted: one, and several."""

ROLES: Mapping[str, Words] = {
    "public": Words("het publiek", "the public"),
    "partner": Words("partners", "partners"),
    "researcher": Words("onderzoekers", "researchers"),
    "coordinator": Words("de coördinator", "the coordinator"),
}

PURPOSES: Mapping[str, Words] = {str(purpose): name for purpose, name in NAMES.items()}

MEASURES = Words(
    "Het aantal banden en het tussenschap gelden alleen in dit netwerk: wie er niet in staat, telt niet mee. Een "
    "hoog tussenschap zegt niets over hoe goed iemand zijn werk doet.",
    "The number of ties and betweenness hold in this network only: whoever is not in it does not count. A high "
    "betweenness says nothing of how well somebody does their work.",
)

PEOPLE_INSIDE = Words(
    "Dit bestand gaat over mensen. Bewaar het niet langer dan nodig, geef het niet door, en wis het daarna: wie "
    "intussen een toestemming intrekt of gewist wordt, staat er nog in.",
    "This file is about people. Keep it no longer than needed, pass it on to nobody, and delete it after: whoever "
    "withdraws consent or is erased meanwhile is still in it.",
)


def counted(name: str, count: int = 2) -> Words:
    """Say what is counted."""
    other = Words(name.replace("_", " "), name.replace("_", " "))
    one, several = COUNTED.get(name, (other, other))
    return one if count == 1 else several


def title(sheet: DataSheet) -> Words:
    """Say of which city and of when this is."""
    city = sheet.city[:1].upper() + sheet.city[1:]
    return Words(
        f"Netwerk van {city} op {day(sheet.as_of).nl}", f"Network of {city} on {day(sheet.as_of).en}"
    )


def made_at(sheet: DataSheet) -> str:
    """Return when it was made, in UTC to the second (ISO 8601)."""
    return sheet.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def facts(sheet: DataSheet) -> list[tuple[Words, Words]]:
    """Return the sheet as pairs of what is told and its value."""
    role = ROLES.get(sheet.role, Words(sheet.role, sheet.role))
    consents = [PURPOSES.get(each, Words(each, each)) for each in sheet.consents]
    none = Words("geen: dit is van iedereen in de stad", "none: this is of everybody in the city")
    asked = (
        Words("; ".join(each.nl for each in consents), "; ".join(each.en for each in consents))
        if consents
        else none
    )
    yes, no = Words("ja, in elke uitvoer anders", "yes, different in every export"), Words("nee", "no")
    found = [
        (Words("Stad", "City"), Words(sheet.city, sheet.city)),
        (Words("Gemaakt (UTC)", "Made (UTC)"), Words(made_at(sheet), made_at(sheet))),
        (Words("Banden op", "Ties as of"), Words(sheet.as_of.isoformat(), sheet.as_of.isoformat())),
        (Words("Gemaakt voor", "Made for"), role),
        (Words("Toestemming nodig om erin te staan", "Consent needed to be in it"), asked),
        (Words("Pseudoniemen", "Pseudonyms"), yes if sheet.pseudonyms else no),
    ]
    if sheet.revision is not None:
        number = str(sheet.revision)
        found.append((Words("Stand van de gegevens", "Revision of the data"), Words(number, number)))
    for name, count in sheet.counts.items():
        what = counted(name)
        found.append((Words(f"Aantal {what.nl}", f"Number of {what.en}"), Words(str(count), str(count))))
    return found


def notes(sheet: DataSheet) -> tuple[Words, ...]:
    """Return how to read it and how not to: what goes for this one, and what goes for every file about people."""
    about_people = (MEASURES, PEOPLE_INSIDE) if sheet.role in {"coordinator", "researcher"} else ()
    return (*sheet.notes, *about_people)


def text(sheet: DataSheet, language: str) -> str:
    """Return the whole sheet as plain text in one language."""

    def said(words: Words) -> str:
        return words.en if language == "en" else words.nl

    head = said(title(sheet))
    told = [f"{said(what)}: {said(value)}" for what, value in facts(sheet)]
    return "\n".join([head, "", *told, "", *(f"- {said(note)}" for note in notes(sheet))])


def both(sheet: DataSheet) -> str:
    """Return the whole sheet as plain text, in Dutch and then in English."""
    return f"{text(sheet, 'nl')}\n\n{text(sheet, 'en')}\n"
