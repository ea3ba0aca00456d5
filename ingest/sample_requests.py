"""Invented requests, in the words of who asks."""

from collections import defaultdict
from collections.abc import Sequence

from graph.model import Key, RequestRow, RequestStatus, Sector
from ingest.sample_citizens import Citizen
from ingest.sample_days import YEAR, Days
from ingest.sample_draw import Draw
from ingest.sample_facts import RequestText, inhabited, places, request_texts
from ingest.sample_organisations import Organisation

CLOSINGS = (
    "Bellen mag ook.",
    "Alvast bedankt!",
    "Liefst een avond in de week.",
    "Betalen kunnen we niet, trakteren wel.",
    "We hebben geen haast, liever goed dan snel.",
    "Je hoeft er niet voor in de buurt te wonen.",
    "Kom gerust eerst eens kijken.",
)


def requests(
    made: Sequence[Citizen], organisations: Sequence[Organisation], seed: int, days: Days
) -> tuple[RequestRow, ...]:
    """Return a request for every 25 people, at least one of each text, by turns."""
    draw = Draw(seed, "requests")
    askers: dict[Sector, list[Citizen]] = defaultdict(list)
    bodies: dict[Sector, list[Organisation]] = defaultdict(list)
    for citizen in made:
        askers[citizen.sector].append(citizen)
    for organisation in organisations:
        bodies[organisation.kind.sector].append(organisation)
    texts = list(request_texts())
    count = max(len(texts), len(made) // 25)
    rows: list[RequestRow] = []
    while len(rows) < count:
        draw.shuffle(texts)
        for text in texts[: count - len(rows)]:
            asker, place = _asker(draw, askers[text.sector], bodies[text.sector])
            rows.append(_row(draw, text, Key(f"v{len(rows) + 1}"), asker, place, days))
    return tuple(rows)


def _asker(draw: Draw, people: Sequence[Citizen], bodies: Sequence[Organisation]) -> tuple[Key | None, int]:
    if draw.chance(0.04):
        return None, draw.weighted(inhabited())
    if bodies and (not people or draw.chance(0.4)):
        body = draw.pick(bodies)
        return body.row.key, body.place if body.place is not None else draw.weighted(inhabited())
    if not people:
        return None, draw.weighted(inhabited())
    person = draw.pick(people)
    return person.key, person.place


def _row(draw: Draw, text: RequestText, key: Key, asker: Key | None, place: int, days: Days) -> RequestRow:
    opened = draw.between(0, 100) if draw.chance(0.5) else draw.between(101, 3 * YEAR)
    recent = opened <= 100
    status = draw.pick(
        (RequestStatus.OPEN, RequestStatus.OPEN, RequestStatus.OPEN, RequestStatus.ASKED, RequestStatus.MET)
        if recent
        else (*[RequestStatus.DONE] * 5, *[RequestStatus.CLOSED] * 2, RequestStatus.MET, RequestStatus.OPEN)
    )
    local = not draw.chance(0.08)
    where = places()[place]
    title = text.title.format(plek=where.place) if local else text.title.replace(" {plek}", "")
    words = text.text if draw.chance(0.75) else f"{text.text} {draw.pick(CLOSINGS)}"
    return RequestRow(
        key=key,
        title=title,
        text=words,
        kind=text.kind,
        asker=asker,
        themes=text.themes,
        talents=text.talents,
        neighbourhoods=(where.key,) if local else (),
        languages=text.languages or (("nl",) if draw.chance(0.15) else ()),
        opened=days[opened],
        needed_by=days[opened - draw.between(14, 120)] if draw.chance(0.6) else None,
        people_needed=text.people,
        status=status,
    )
