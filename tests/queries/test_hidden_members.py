"""A hidden member of an organisation tips nobody's experience for a partner."""

from dataclasses import replace

from graph.access import Role
from graph.analytics.match_model import Need
from graph.model import (
    ConsentAnswer,
    InitiativeRow,
    Key,
    MembershipRow,
    OrganisationRow,
    PersonRow,
    Purpose,
    Tables,
    ThemeRow,
)
from queries.held import Snapshot, utc_today
from tests.networks import network_of

AGREES = tuple(ConsentAnswer(purpose, True) for purpose in (Purpose.MATCHING, Purpose.PUBLIC))
SEEN = tuple(PersonRow(Key(f"p{at:02}"), f"Persoon {at}", consents=AGREES) for at in range(25))
TABLES = Tables(
    themes=(ThemeRow(Key("t1"), "Groen"),),
    people=SEEN,
    organisations=(OrganisationRow(Key("o"), "Groep", size=20),),
    initiatives=(
        InitiativeRow(
            Key("i"), "Plein", end=utc_today(), themes=(Key("t1"),), organisations=(Key("o"),), public=True
        ),
    ),
    memberships=tuple(MembershipRow(row.key, Key("o")) for row in SEEN),
)


def experience(tables: Tables, role: Role) -> float:
    snapshot, today = Snapshot(network_of(tables)), utc_today()
    matcher = snapshot.matcher(today, today, everybody=role is Role.COORDINATOR)
    allowed = snapshot.standing(today).purposes[Purpose.PUBLIC]
    found = matcher.match(Need(themes=("theme:t1",)), allowed, reach=None, day=today, k=1)
    return float(found[0].score) if found else 0.0


def test_a_hidden_member_changes_no_experience_that_a_partner_hears_of() -> None:
    hidden = PersonRow(Key("x"), "Persoon x")
    tipped = replace(
        TABLES, people=(*SEEN, hidden), memberships=(*TABLES.memberships, MembershipRow(Key("x"), Key("o")))
    )
    assert experience(TABLES, Role.PARTNER) == experience(tipped, Role.PARTNER) > 0.0
    assert experience(TABLES, Role.COORDINATOR) > experience(tipped, Role.COORDINATOR)
