"""Rows of invented people and their memberships: names, languages, gifts, what they write, how busy they are."""

from collections.abc import Sequence

from graph.model import Availability, Key, MembershipRow, PersonRow, TalentOffer, ThemeInterest
from ingest.sample_citizens import Citizen
from ingest.sample_consents import Answers
from ingest.sample_days import YEAR, Days
from ingest.sample_draw import Draw, Weighted
from ingest.sample_facts import Profile, names, organisation_texts, places, profiles
from ingest.sample_organisations import MARK, Organisation, slug
from ingest.sample_text import about

LANGUAGES = Weighted.of(
    [
        *(
            ("ar", 18),
            ("fr", 10),
            ("tr", 8),
            ("es", 6),
            ("pl", 6),
            ("ru", 5),
            ("ro", 4),
            ("pt", 4),
            ("de", 4),
        ),
        *(("uk", 3), ("fa", 3), ("it", 3), ("ps", 2), ("so", 2), ("bg", 2), ("ur", 2)),
        *(("ti", 1), ("he", 1), ("hi", 1), ("ln", 1), ("vgt", 1)),
    ]
)
AVAILABLE = Weighted.of(
    [(Availability.YES, 55), (Availability.LIMITED, 27), (Availability.NO, 8), (None, 10)]
)


def person_rows(
    made: Sequence[Citizen], seed: int, days: Days, answers: Sequence[Answers]
) -> tuple[PersonRow, ...]:
    """Return the table of people; `answers` are their consents, in the same order."""
    draw = Draw(seed, "people")
    return tuple(_row(draw, one, days, answer) for one, answer in zip(made, answers, strict=True))


def _row(draw: Draw, citizen: Citizen, days: Days, answers: Answers) -> PersonRow:
    first = draw.weighted(names("female" if draw.chance(0.52) else "male"))
    name = f"{first} {draw.weighted(names('family'))}"
    languages = _languages(draw, citizen.profile.languages)
    resting = draw.random()
    number = citizen.number
    phone = f"0400 {number // 10000:02} {number // 100 % 100:02} {number % 100:02}"
    asks = 0 if draw.chance(0.85) else draw.between(1, 2)
    return PersonRow(
        key=citizen.key,
        name=name + MARK,
        sector=citizen.sector if draw.chance(0.96) else None,
        level=draw.pick((1, 1, 1, 2, 2, 3)) if draw.chance(0.92) else None,
        neighbourhoods=_neighbourhoods(draw, citizen.place),
        languages=languages,
        themes=tuple(
            ThemeInterest(theme, draw.between(0, 3) if draw.chance(0.75) else None)
            for theme in citizen.themes
        ),
        talents=_talents(draw, citizen.profile),
        availability=draw.weighted(AVAILABLE),
        email=f"{slug(name)}.{citizen.key}@example.org" if draw.chance(0.75) else None,
        phone=phone if draw.chance(0.55) else None,
        about=about(draw, citizen, languages),
        consents=answers.columns,
        consent_date=answers.day,
        consent_source=answers.source,
        open_asks=draw.between(3, 4) if draw.chance(0.02) else (asks or None),
        ask_limit=draw.pick((1, 2, 5, 6)) if draw.chance(0.08) else None,
        paused_until=days[-draw.between(5, 150)]
        if resting < 0.04
        else (days[draw.between(5, 400)] if resting < 0.06 else None),
    )


def _languages(draw: Draw, extra: int) -> tuple[str, ...]:
    if draw.chance(0.03):
        return ()
    spoken: dict[str, None] = {}
    if draw.chance(0.95):
        spoken["nl"] = None
    if draw.chance(0.5):
        spoken["en"] = None
    if draw.chance(0.4):
        spoken["fr"] = None
    for _ in range(extra or (draw.chance(0.3) * 1)):
        spoken[draw.weighted(LANGUAGES)] = None
    return tuple(spoken) or ("en",)


def _neighbourhoods(draw: Draw, home: int) -> tuple[Key, ...]:
    if draw.chance(0.03):
        return ()
    district = places()[home].district
    also = [place.key for place in places() if place.district == district and place.key != places()[home].key]
    if also and draw.chance(0.12):
        return (places()[home].key, draw.pick(also))
    return (places()[home].key,)


def _talents(draw: Draw, profile: Profile) -> tuple[TalentOffer, ...]:
    count = draw.pick((0, 1, 1, 2, 2, 2, 3, 3, 4))
    chosen: dict[Key, None] = dict.fromkeys(draw.some(profile.talents, count))
    if draw.chance(0.2):
        chosen[draw.pick(draw.pick(profiles()).talents)] = None
    return tuple(
        TalentOffer(talent, draw.pick((1, 2, 2, 3, 3)) if draw.chance(0.8) else None) for talent in chosen
    )


def membership_rows(
    made: Sequence[Citizen], seed: int, days: Days, organisations: Sequence[Organisation]
) -> tuple[MembershipRow, ...]:
    """Return the table of memberships: most running, some ended, some without dates, a few who came back."""
    draw = Draw(seed, "memberships")
    rows: list[MembershipRow] = []
    for citizen in made:
        for position in citizen.organisations:
            organisation = organisations[position]
            roles = organisation_texts().roles[organisation.kind.size]
            role = draw.pick(roles) if draw.chance(0.85) else None
            key = organisation.row.key
            began = draw.between(20, 12 * YEAR) if draw.chance(0.85) else None
            since = days[began] if began is not None else None
            until = None
            if began is not None and draw.chance(0.16):
                ended = draw.between(5, began)
                until = days[ended]
                if ended > YEAR and draw.chance(0.12):
                    rows.append(MembershipRow(citizen.key, key, role, days[ended - draw.between(60, 300)]))
            elif draw.chance(0.03):
                until = days[-draw.between(30, YEAR)]
            rows.append(MembershipRow(citizen.key, key, role, since, until))
    return tuple(rows)
