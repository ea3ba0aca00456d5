"""A fictitious Antwerp of any size, to try Ploeg on without anybody's data.

Places, name frequencies and the themes at the top are real; every person, organisation, initiative, request and tie
is invented.  The names of people and organisations end with "(fictief)", mail goes to example.org, and telephone
numbers begin with 0400, which nobody has.  See docs/sample-city.md.
"""

from datetime import date

from graph.errors import InvalidInput
from graph.model import Tables
from ingest.sample_citizens import citizens
from ingest.sample_consents import answers
from ingest.sample_days import Days
from ingest.sample_facts import places, talent_rows, theme_rows
from ingest.sample_initiatives import initiatives
from ingest.sample_organisations import organisations
from ingest.sample_people import membership_rows, person_rows
from ingest.sample_requests import requests
from ingest.sample_ties import tie_rows

LEAST, MOST = 200, 100_000
"""How few and how many people a sample city may have."""


def sample_city(people: int = 2000, seed: int = 1, *, today: date) -> Tables:
    """Return a fictitious city: the same for the same `people`, `seed` and `today`, on every machine.

    Parameters
    ----------
    people
        How many people, 200 to 100,000.
    seed
        Which city; any whole number.
    today
        The day it is made: initiatives, ties and consents lie in the ten years before it.

    Returns
    -------
    Tables
        All tables, ready to be written: every key is defined, no pair or key stands twice.

    Raises
    ------
    InvalidInput
        When `people` lies outside 200 to 100,000.

    Notes
    -----
    Time and memory grow with the number of ties: five for each person, ten at 100,000 people.  Chance comes from
    Python's Mersenne Twister, one stream for each table (:mod:`ingest.sample_draw`).
    """
    if not LEAST <= people <= MOST:
        message = (
            f"Een voorbeeldstad telt {LEAST} tot {MOST} mensen, niet {people}. Kies een getal daartussen. "
            f"/ A sample city has {LEAST} to {MOST} people, not {people}. Choose a number in between."
        )
        raise InvalidInput(message)
    days = Days(today)
    bodies = organisations(people, seed)
    made = citizens(people, seed, bodies)
    consents = answers(
        [one.key for one in made], [one.broker for one in made], [one.themes for one in made], seed, days
    )
    past = initiatives(made, bodies, seed, days)
    return Tables(
        neighbourhoods=tuple(place.row() for place in places()),
        themes=theme_rows(),
        talents=talent_rows(),
        organisations=tuple(body.row for body in bodies),
        people=person_rows(made, seed, days, consents),
        initiatives=past.rows,
        memberships=membership_rows(made, seed, days, bodies),
        participations=past.participations,
        ties=tie_rows(made, past.participants, seed, days),
        requests=requests(made, bodies, seed, days),
        consents=tuple(event for one in consents for event in one.events),
    )
