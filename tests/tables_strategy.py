"""Random tables for property tests: every table, hostile text, keys that look like something else."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from hypothesis import strategies as st

from graph.model import (
    Availability,
    ConsentAnswer,
    ConsentRow,
    InitiativeRow,
    Key,
    MembershipRow,
    NeighbourhoodRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    Purpose,
    RequestKind,
    RequestRow,
    RequestStatus,
    Scope,
    Sector,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
    TieRow,
)

TODAY = date(2026, 11, 23)
_T = TypeVar("_T")
_FIRST_MOMENT = datetime(2000, 1, 1)
_LAST_MOMENT = datetime(2100, 1, 1)
_OUTLINE = '{"type":"Polygon","coordinates":[[[4.4,51.2],[4.5,51.2],[4.5,51.3],[4.4,51.2]]]}'

HOSTILE = [
    "=1+1", "+32 475 12 34 56", "-5", "@SUM(A1)", "'=x", "''+x", "'quoted'", 'zei "ja"', "a,b", "a;b", "a|b",
    "a\tb", "regel 1\nregel 2", "007", "1e5", "2024-01-05", "1/2", "TRUE", "ja", "1.0", "_x000D_", "_x005F_x000D_",
    "Ærø – école", "आप", "🙂 emoji", "sep=;", "x:3", "None", "nan", "<b>&amp;</b>",
]  # fmt: skip


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r", "\n")).strip()


_signs = st.characters(exclude_categories=("Cs", "Cc", "Cn"))


def lines() -> st.SearchStrategy[str]:
    """Text of one line, as a name is."""
    drawn = st.one_of(st.sampled_from(HOSTILE), st.text(_signs, min_size=1, max_size=12))
    return drawn.map(lambda text: _composed(text.replace("\n", " ").replace("\t", " "))).filter(_fits)


def texts() -> st.SearchStrategy[str]:
    """Text of several lines."""
    drawn = st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.one_of(_signs, st.just("\n"), st.just("\t")), min_size=1, max_size=40),
    )
    return drawn.map(_composed).filter(_fits)


def _fits(text: str) -> bool:
    return bool(text) and not text.startswith("#") and unicodedata.normalize("NFC", text) == text


def keys() -> st.SearchStrategy[str]:
    """Ids: short, and some that a spreadsheet would like to turn into something else."""
    odd = [
        "007",
        "1e5",
        "2024-01-05",
        "1-2",
        "=A1",
        "+1",
        "'=1",
        "a:3",
        "b:",
        "c:+2",
        "TRUE",
        "x y",
        "é",
        "0",
        "a,b",
    ]
    drawn = st.one_of(st.sampled_from(odd), st.text("abcXYZ019-_.:'=", min_size=1, max_size=6))
    return drawn.map(_composed).filter(_fits)


days = st.dates(date(1800, 1, 1), date(2200, 12, 31))
_yes = st.booleans()


def maybe(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    """A value or nothing known."""
    return st.one_of(st.none(), strategy)


def _some(options: Sequence[_T]) -> st.SearchStrategy[tuple[_T, ...]]:
    if not options:
        return st.just(())
    return st.lists(st.sampled_from(options), unique=True, max_size=3).map(tuple)


@st.composite
def _key_list(draw: st.DrawFn, most: int = 3) -> list[Key]:
    return [Key(key) for key in draw(st.lists(keys(), unique=True, max_size=most))]


def _span(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    if first is not None and last is not None and last < first:
        return last, first
    return first, last


def _above(key: Key, chosen: Key | None, order: Sequence[Key]) -> Key | None:
    """Return `chosen` where it stands before `key`, so that no circle of broader terms arises."""
    return chosen if chosen is not None and order.index(chosen) < order.index(key) else None


@st.composite
def _answers(draw: st.DrawFn) -> tuple[ConsentAnswer, ...]:
    found: list[ConsentAnswer] = []
    for purpose in Purpose:
        given = draw(maybe(_yes))
        if given is not None:
            scope = draw(st.sampled_from(Scope)) if purpose is Purpose.CONNECTOR and given else None
            found.append(ConsentAnswer(purpose, given, scope))
    return tuple(found)


@st.composite
def _events(draw: st.DrawFn, people: Sequence[Key], themes: Sequence[Key]) -> tuple[ConsentRow, ...]:
    if not people:
        return ()
    rows: list[ConsentRow] = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = _span(draw(maybe(days)), draw(maybe(days)))
        moment = draw(maybe(st.datetimes(min_value=_FIRST_MOMENT, max_value=_LAST_MOMENT)))
        rows.append(
            ConsentRow(
                draw(st.sampled_from(people)),
                draw(st.sampled_from(Purpose)),
                draw(_yes),
                scope=draw(maybe(st.sampled_from(Scope))),
                themes=draw(_some(themes)),
                start=start,
                end=end,
                source=draw(maybe(lines())),
                recorded_at=None if moment is None else f"{moment.isoformat()}Z",
                recorded_by=draw(maybe(lines())),
            )
        )
    return tuple(dict.fromkeys(rows))


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """Tables that are right: references exist, nothing stands twice, no circle of broader terms."""
    places, themes, talents = draw(_key_list()), draw(_key_list()), draw(_key_list())
    groups, people, projects, asked = (
        draw(_key_list()),
        draw(_key_list(4)),
        draw(_key_list()),
        draw(_key_list(2)),
    )
    # An asker is told by its key alone: a key of a person and of an organisation would mean the person.
    askers = [*people, *(key for key in groups if key not in people)]

    def rated_themes() -> tuple[ThemeInterest, ...]:
        return tuple(ThemeInterest(key, draw(maybe(st.integers(0, 3)))) for key in draw(_some(themes)))

    def rated_talents() -> tuple[TalentOffer, ...]:
        return tuple(TalentOffer(key, draw(maybe(st.integers(1, 3)))) for key in draw(_some(talents)))

    def broader(key: Key, order: Sequence[Key]) -> Key | None:
        return _above(key, draw(maybe(st.sampled_from(order))), order)

    def spans() -> dict[str, date | None]:
        start, end = _span(draw(maybe(days)), draw(maybe(days)))
        return {"since": start, "until": end}

    initiative_spans = {key: _span(draw(maybe(days)), draw(maybe(days))) for key in projects}
    score = maybe(st.integers(1, 4))
    return Tables(
        neighbourhoods=tuple(
            NeighbourhoodRow(
                key,
                draw(lines()),
                district=draw(maybe(lines())),
                city=draw(maybe(lines())),
                postcode=draw(maybe(st.sampled_from(["2000", "02000", "B-2018"]))),
                latitude=draw(maybe(st.floats(-90, 90))),
                longitude=draw(maybe(st.floats(-180, 180))),
                polygon=draw(maybe(st.just(_OUTLINE))),
            )
            for key in places
        ),
        themes=tuple(
            ThemeRow(key, draw(lines()), draw(maybe(lines())), broader(key, themes)) for key in themes
        ),
        talents=tuple(
            TalentRow(key, draw(lines()), draw(maybe(lines())), broader(key, talents)) for key in talents
        ),
        organisations=tuple(
            OrganisationRow(
                key,
                draw(lines()),
                sector=draw(maybe(st.sampled_from(Sector))),
                kind=draw(maybe(lines())),
                size=draw(maybe(st.integers(1, 10**6))),
                neighbourhoods=draw(_some(places)),
                themes=rated_themes(),
                talents=rated_talents(),
                website=draw(maybe(st.sampled_from(["https://voorbeeld.be/a?b=c", "www.buurt.be"]))),
                email=draw(maybe(st.sampled_from(["a@voorbeeld.be", "=x+y@voorbeeld.be"]))),
                about=draw(maybe(texts())),
                public=draw(maybe(_yes)),
            )
            for key in groups
        ),
        people=tuple(
            PersonRow(
                key,
                draw(lines()),
                sector=draw(maybe(st.sampled_from(Sector))),
                level=draw(maybe(st.integers(1, 3))),
                neighbourhoods=draw(_some(places)),
                languages=draw(_some(["nl", "fr", "vgt", "ber"])),
                themes=rated_themes(),
                talents=rated_talents(),
                organisations=draw(_some(groups)),
                availability=draw(maybe(st.sampled_from(Availability))),
                email=draw(maybe(st.sampled_from(["ann@voorbeeld.be", "o'neil+x@sub.voorbeeld.be"]))),
                phone=draw(maybe(st.sampled_from(["0475123456", "+32 475 12 34 56", "03/123.45.67"]))),
                about=draw(maybe(texts())),
                consents=draw(_answers()),
                consent_date=draw(maybe(st.dates(date(1990, 1, 1), TODAY))),
                consent_source=draw(maybe(lines())),
                open_asks=draw(maybe(st.integers(0, 9))),
                ask_limit=draw(maybe(st.integers(0, 9))),
                paused_until=draw(maybe(days)),
                ask_themes=draw(_some(themes)),
                not_about=draw(_some([other for other in people if other != key])),
            )
            for key in people
        ),
        initiatives=tuple(
            InitiativeRow(
                key,
                draw(lines()),
                start=initiative_spans[key][0],
                end=initiative_spans[key][1],
                size=draw(maybe(st.integers(1, 5000))),
                themes=draw(_some(themes)),
                neighbourhoods=draw(_some(places)),
                organisations=draw(_some(groups)),
                about=draw(maybe(texts())),
                lessons=draw(maybe(texts())),
                public=draw(maybe(_yes)),
            )
            for key in projects
        ),
        memberships=tuple(
            MembershipRow(person, group, role=draw(maybe(lines())), **spans())
            for person in people
            for group in draw(_some(groups))
        ),
        participations=tuple(
            ParticipationRow(person, project, draw(maybe(lines())))
            for person in people
            for project in draw(_some(projects))
        ),
        ties=tuple(
            TieRow(
                start,
                end,
                trust=draw(maybe(st.floats(0, 1))),
                openness=draw(score),
                reliability=draw(score),
                shared_aim=draw(score),
                since=draw(maybe(days)),
                last_contact=draw(maybe(days)),
                note=draw(maybe(texts())),
            )
            for start in people
            for end in draw(_some(people))
            if start != end
        ),
        requests=tuple(
            RequestRow(
                key,
                draw(lines()),
                text=draw(maybe(texts())),
                kind=draw(maybe(st.sampled_from(RequestKind))),
                asker=draw(maybe(st.sampled_from(askers))) if askers else None,
                themes=draw(_some(themes)),
                talents=draw(_some(talents)),
                neighbourhoods=draw(_some(places)),
                languages=draw(_some(["nl", "ar"])),
                opened=draw(maybe(days)),
                needed_by=draw(maybe(days)),
                people_needed=draw(maybe(st.integers(1, 50))),
                status=draw(maybe(st.sampled_from(RequestStatus))),
            )
            for key in asked
        ),
        consents=draw(_events(people, themes)),
    )
