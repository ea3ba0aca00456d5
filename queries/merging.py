"""What a merge of two people comes to, worked out before anything is written.

The kept one's properties stand, gaps are filled from the other, and of what limits asking somebody the stricter
holds.  Relations of the other move; where both stand in the same relation to the same thing they become one:

=====================  ==============================================================================
``OFFERS``             the higher level, with its source and evidence
``CARES_ABOUT``        the higher experience
``TOOK_PART_IN``       one; the kept one's role, else the other's
``MEMBER_OF``          periods that touch become one: the earlier first day, the later last day, none where
                       either still runs; periods apart stay apart
``KNOWS``              per source one: what was declared latest counts whole, the earlier ``since``, the
                       later ``last_contact``; ties between the two go
``ACTIVE_IN, ASKED``   one
=====================  ==============================================================================
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.agreed import corrections
from graph.consent import ConsentEvent
from graph.ids import new_id
from graph.model import Availability, Purpose, Scope
from queries.stored import Link

Properties = Mapping[str, Any]
FILLED = ("name", "sector", "level", "email", "phone", "about")
"""Properties of a person that are the kept one's, or the other's where the kept one has none."""

AVAILABILITY = (Availability.NO, Availability.LIMITED, Availability.YES)
"""The stricter first."""

DECLARED = ("trust", "openness", "reliability", "shared_aim")
MERGED = "samengevoegd / merged"
"""Source of consent events that a merge adds."""


@dataclass(frozen=True)
class Record:
    """Everything of one person: properties, relations from and to them, consent events."""

    id: str
    properties: Properties
    links: Sequence[Link]
    events: Sequence[dict[str, Any]]


@dataclass(frozen=True)
class MergePlan:
    """What a merge writes.

    ``changes`` of the kept person; ``unlinked`` are relations of theirs that are replaced, ``linked`` what comes;
    ``added`` consent events that keep to what both agreed to.
    """

    changes: Properties
    unlinked: Sequence[Link]
    linked: Sequence[Link]
    added: Sequence[dict[str, Any]]


def plan_merge(kept: Record, gone: Record, *, today: date, now: str, recorded_by: str) -> MergePlan:
    """Work out what merging `gone` into `kept` writes; linear in their relations and events."""
    unlinked, linked = _links(kept, gone)
    return MergePlan(
        _properties(kept.properties, gone.properties),
        unlinked,
        linked,
        _added(kept, gone, today=today, now=now, recorded_by=recorded_by),
    )


def _properties(kept: Properties, gone: Properties) -> dict[str, Any]:
    wanted = {name: gone.get(name) for name in FILLED if kept.get(name) is None}
    languages = list(kept.get("languages") or ())
    wanted["languages"] = [*languages, *(one for one in gone.get("languages") or () if one not in languages)]
    available = {one.get("availability") for one in (kept, gone)}
    wanted["availability"] = next((str(each) for each in AVAILABILITY if each in available), None)
    asks = [one["open_asks"] for one in (kept, gone) if one.get("open_asks") is not None]
    limits = [one["ask_limit"] for one in (kept, gone) if one.get("ask_limit") is not None]
    pauses = [one["paused_until"] for one in (kept, gone) if one.get("paused_until")]
    wanted["open_asks"] = sum(asks) if asks else None
    wanted["ask_limit"] = min(limits, default=None)
    wanted["paused_until"] = max(pauses, default=None)
    # Both records speak for one person, who named all of these and nothing else.
    wanted["ask_themes"] = sorted({*(kept.get("ask_themes") or ()), *(gone.get("ask_themes") or ())})
    return {
        name: value
        for name, value in wanted.items()
        if value is not None and value != [] and value != kept.get(name)
    }


def _links(kept: Record, gone: Record) -> tuple[list[Link], list[Link]]:
    held: dict[tuple[str, ...], list[Link]] = {}
    for link in kept.links:
        held.setdefault(_same_thing(link), []).append(link)
    replaced: dict[tuple[str, ...], Link] = {}
    made: dict[tuple[str, ...], Link] = {}
    for link in gone.links:
        moved = _moved(link, gone.id, kept.id)
        if moved.start == moved.end:
            continue
        thing = _same_thing(moved)
        others = [one for one in held.get(thing, ()) if one.identity not in replaced]
        others += [one for one in made.values() if _same_thing(one) == thing]
        for other in others:
            one = combined(other, moved)
            if one is None:
                continue
            if made.pop(other.identity, None) is None:
                replaced[other.identity] = other
            moved = one
        made[moved.identity] = moved
    unchanged = {
        identity
        for identity, link in made.items()
        if identity in replaced and dict(replaced[identity].properties) == dict(link.properties)
    }
    return (
        [link for identity, link in replaced.items() if identity not in unchanged],
        [link for identity, link in made.items() if identity not in unchanged],
    )


def _same_thing(link: Link) -> tuple[str, ...]:
    source = str(link.properties.get("source") or "") if link.relation == "KNOWS" else ""
    return link.relation, link.start, link.end, source


def _moved(link: Link, gone: str, kept: str) -> Link:
    return replace(
        link,
        start=kept if link.start == gone else link.start,
        end=kept if link.end == gone else link.end,
    )


def combined(kept: Link, gone: Link) -> Link | None:
    """Return the one relation that two to the same thing become, ``None`` where both stay."""
    mine, theirs = kept.properties, gone.properties
    if kept.relation == "MEMBER_OF" and _apart(mine, theirs):
        return None
    found = {**theirs, **mine}
    if kept.relation == "OFFERS" and (theirs.get("level") or 0) > (mine.get("level") or 0):
        found = {**mine, **theirs}
    if kept.relation == "CARES_ABOUT" and (theirs.get("experience") or 0) > (mine.get("experience") or 0):
        found["experience"] = theirs["experience"]
    if kept.relation == "MEMBER_OF":
        found = _spanning(found, mine, theirs)
    if kept.relation == "KNOWS":
        found = _declared(found, mine, theirs)
    return replace(kept, properties={**found, **_stamps(kept.relation, mine, theirs)})


def _stamps(relation: str, mine: Properties, theirs: Properties) -> dict[str, Any]:
    """Return what is noted of a relation: the kept one's; of declared ties the later moment, as the latest counts."""
    noted = {name: mine[name] for name in ("batch", "updated_at") if mine.get(name) is not None}
    moments = [str(one["updated_at"]) for one in (mine, theirs) if one.get("updated_at")]
    if relation == "KNOWS" and moments:
        noted["updated_at"] = max(moments)
    return noted


def _apart(mine: Properties, theirs: Properties) -> bool:
    """Tell whether one membership had ended before the other began."""
    return _ended_before(mine, theirs) or _ended_before(theirs, mine)


def _ended_before(one: Properties, other: Properties) -> bool:
    return bool(one.get("until") and other.get("since") and one["until"] < other["since"])


def _spanning(found: dict[str, Any], mine: Properties, theirs: Properties) -> dict[str, Any]:
    begun = [one["since"] for one in (mine, theirs) if one.get("since")]
    ended = [one["until"] for one in (mine, theirs) if one.get("until")]
    bare = {name: value for name, value in found.items() if name not in {"since", "until"}}
    if begun:
        bare["since"] = min(begun)
    if len(ended) == 2:
        bare["until"] = max(ended)
    return bare


def _declared(found: dict[str, Any], mine: Properties, theirs: Properties) -> dict[str, Any]:
    later = theirs if _dated(theirs) > _dated(mine) else mine
    if not any(later.get(name) is not None for name in DECLARED):
        later = mine if later is theirs else theirs
    scores = {name: later[name] for name in DECLARED if later.get(name) is not None}
    bare = {name: value for name, value in found.items() if name not in DECLARED}
    note = later.get("note") or found.get("note")
    begun = [one["since"] for one in (mine, theirs) if one.get("since")]
    met = [one["last_contact"] for one in (mine, theirs) if one.get("last_contact")]
    extra = {"note": note, "since": min(begun, default=None), "last_contact": max(met, default=None)}
    return {**bare, **scores, **{name: value for name, value in extra.items() if value is not None}}


def _dated(tie: Properties) -> tuple[str, str]:
    return str(tie.get("last_contact") or tie.get("since") or ""), str(tie.get("updated_at") or "")


def _added(kept: Record, gone: Record, *, today: date, now: str, recorded_by: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for each in corrections(_parsed(kept.events), _parsed(gone.events), today=today, now=now):
        values = {
            "id": new_id("consent"),
            "purpose": str(each.purpose),
            "given": each.given,
            "scope": str(each.scope) if each.scope else None,
            "themes": list(each.themes) or None,
            "start": each.start.isoformat(),
            "end": each.end.isoformat() if each.end else None,
            "source": MERGED,
            "recorded_at": each.recorded_at,
            "recorded_by": recorded_by,
        }
        found.append({name: value for name, value in values.items() if value is not None})
    return found


def _parsed(events: Iterable[Mapping[str, Any]]) -> list[ConsentEvent]:
    return [
        ConsentEvent(
            purpose=Purpose(event["purpose"]),
            given=bool(event["given"]),
            start=date.fromisoformat(event["start"]),
            recorded_at=event.get("recorded_at") or "",
            id=event["id"],
            end=date.fromisoformat(event["end"]) if event.get("end") else None,
            scope=Scope(event["scope"]) if event.get("scope") else None,
            themes=tuple(event.get("themes") or ()),
        )
        for event in events
    ]
