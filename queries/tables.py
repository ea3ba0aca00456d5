"""A city as tables: what rows may refer to, and everything for an export."""

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from graph.access import Question, Viewer
from graph.analytics.words import fold
from graph.consent import ConsentEvent, in_force
from graph.known import Known, KnownThing, neighbourhood_names
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
from graph.store import Store
from queries import audit
from queries.audit import Action
from queries.merged import DECISIONS, merged_into
from queries.stored import DISTRICTS, NAMED, Node, StoredCity, stored_city

OWN_SOURCE = "tables"
NOWHERE: Mapping[str, str] = {}
"""Source of rows whose key is enough to know them again; all others are exported under their id."""


def known(store: Store, city: str, source: str = OWN_SOURCE) -> Known:
    """Return what rows of `source` may refer to: everything in the city, by key and by name."""
    nodes = list(NAMED.stream(store, city=city))
    districts = {row.id: row.district for row in DISTRICTS.stream(store, city=city)}
    return Known(
        people={**_merged(store, city, nodes, source), **_things(nodes, "Person", source, _name)},
        organisations=_things(nodes, "Organisation", source, _name),
        initiatives=_things(nodes, "Initiative", source, _title),
        themes=_things(nodes, "Theme", source, _labels),
        talents=_things(nodes, "Talent", source, _labels),
        neighbourhoods=_things(nodes, "Neighbourhood", source, partial(_place_names, districts), districts),
        requests=_things(nodes, "Request", source, _title),
    )


def _name(properties: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(properties["name"]),)


def _title(properties: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(properties["title"]),)


def _place_names(districts: Mapping[str, str], properties: Mapping[str, Any]) -> tuple[str, ...]:
    return neighbourhood_names(str(properties["name"]), districts.get(properties["id"]))


def _labels(properties: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, (properties["label_nl"], properties.get("label_en"))))


def _things(
    nodes: list[Node], label: str, source: str, names: Any, districts: Mapping[str, str] = NOWHERE
) -> dict[Key, KnownThing]:
    """Return things by the key that means them: their own where it is theirs alone, else their id."""
    mine = [node for node in nodes if node.label == label]
    found: dict[Key, KnownThing] = {}
    for node in sorted(mine, key=lambda node: (node.properties.get("source") == source, node.id)):
        called = (*names(node.properties), node.id)
        district = districts.get(node.id)
        found[Key(node.id)] = KnownThing(Key(node.id), called, district)
        if node.properties.get("source") == source:
            key = Key(str(node.properties["key"]))
            found[key] = KnownThing(key, called, district)
            if str(node.properties["key"]) != node.id:
                del found[Key(node.id)]
    return found


def _merged(store: Store, city: str, nodes: list[Node], source: str) -> dict[Key, KnownThing]:
    """Return the records that were merged into another: rows may go on speaking of them.

    Each answers to its own name where no other record of the same person does: a name that means one person is not
    ambiguous.
    """
    decisions = DECISIONS.read(store, city=city)
    into = merged_into(decisions)
    if not into:
        return {}
    names = {node.id: str(node.properties["name"]) for node in nodes if node.label == "Person"}
    called: dict[str, set[str]] = {kept: {fold(names.get(kept, ""))} for kept in into.values()}
    found: dict[Key, KnownThing] = {}
    for each in decisions:
        if each.merges and each.gone and each.gone_key:
            key = Key(each.gone_key if each.gone_source == source else each.gone)
            name, taken = each.gone_name or "", called[into[each.gone]]
            found[key] = KnownThing(key, (each.gone,) if fold(name) in taken else (name, each.gone))
            taken.add(fold(name))
    return found


def _districts(stored: StoredCity) -> dict[str, str]:
    return {
        link.start: str(stored.nodes[link.end].properties["name"])
        for link in stored.links.values()
        if link.relation == "IN" and link.start_label == "Neighbourhood" and link.end_label == "District"
    }


def export(store: Store, viewer: Viewer, *, today: date) -> Tables:
    """Return the whole city as tables, in the order of ids: importing them elsewhere gives an equal network.

    That it was taken along stands in the log before it goes out.

    E-mail and phone come along where the `contact` consent is in force, as on every other way out; importing such
    a table again leaves the stored ones as they are.

    Raises
    ------
    NotAllowed
        Only the coordinator takes everything along.
    """
    viewer.require(Question.EXPORT)
    tables = _Export(stored_city(store, viewer.city), today).tables()
    contacts = sum(1 for row in tables.people if row.email or row.phone)
    said = {"people": len(tables.people), "contacts": contacts}
    audit.record(store, viewer, Action.EXPORTED, details=said)
    return tables


class _Export:
    """Turns a stored city into rows."""

    def __init__(self, stored: StoredCity, today: date) -> None:
        self._stored = stored
        self._today = today
        self._districts = _districts(stored)

    def tables(self) -> Tables:
        """Return every table."""
        stored = self._stored
        return Tables(
            neighbourhoods=tuple(self._neighbourhood(node) for node in stored.labelled("Neighbourhood")),
            themes=tuple(ThemeRow(**self._concept(node, "Theme")) for node in stored.labelled("Theme")),
            talents=tuple(TalentRow(**self._concept(node, "Talent")) for node in stored.labelled("Talent")),
            organisations=tuple(self._organisation(node) for node in stored.labelled("Organisation")),
            people=tuple(self._person(node) for node in stored.labelled("Person")),
            initiatives=tuple(self._initiative(node) for node in stored.labelled("Initiative")),
            memberships=tuple(self._memberships()),
            participations=tuple(self._participations()),
            ties=tuple(self._ties()),
            requests=tuple(self._request(node) for node in stored.labelled("Request")),
            consents=tuple(self._consents()),
        )

    def _key(self, identity: str) -> Key:
        node = self._stored.nodes[identity]
        return Key(str(node.properties["key"]) if node.properties.get("source") == OWN_SOURCE else identity)

    def _ends(self, identity: str, relation: str, label: str) -> tuple[Key, ...]:
        links = self._stored.outgoing.get((identity, relation), ())
        return tuple(
            self._key(link.end)
            for link in sorted(links, key=lambda link: link.end)
            if link.end_label == label
        )

    def _starts(self, identity: str, relation: str) -> tuple[Key, ...]:
        links = self._stored.incoming.get((identity, relation), ())
        return tuple(self._key(link.start) for link in sorted(links, key=lambda link: link.start))

    def _graded(self, identity: str, relation: str) -> list[tuple[Key, Mapping[str, Any]]]:
        links = sorted(self._stored.outgoing.get((identity, relation), ()), key=lambda link: link.end)
        return [(self._key(link.end), link.properties) for link in links]

    def _neighbourhood(self, node: Node) -> NeighbourhoodRow:
        own = node.properties
        areas = [self._stored.nodes[link.end] for link in self._stored.outgoing.get((node.id, "IN"), ())]
        for district in [area for area in areas if area.label == "District"]:
            areas += [
                self._stored.nodes[link.end] for link in self._stored.outgoing.get((district.id, "IN"), ())
            ]
        return NeighbourhoodRow(
            key=self._key(node.id),
            name=own["name"],
            district=self._districts.get(node.id),
            city=next((str(area.properties["name"]) for area in areas if area.label == "City"), None),
            postcode=own.get("postcode"),
            latitude=own.get("latitude"),
            longitude=own.get("longitude"),
            polygon=own.get("polygon"),
        )

    def _concept(self, node: Node, label: str) -> dict[str, Any]:
        above = self._ends(node.id, "BROADER", label)
        return {
            "key": self._key(node.id),
            "label_nl": node.properties["label_nl"],
            "label_en": node.properties.get("label_en"),
            "broader": above[0] if above else None,
        }

    def _profile(self, node: Node) -> dict[str, Any]:
        themes, talents = self._graded(node.id, "CARES_ABOUT"), self._graded(node.id, "OFFERS")
        sector = node.properties.get("sector")
        return {
            "key": self._key(node.id),
            "name": node.properties["name"],
            "sector": Sector(sector) if sector else None,
            "neighbourhoods": self._ends(node.id, "ACTIVE_IN", "Neighbourhood"),
            "themes": tuple(ThemeInterest(key, given.get("experience")) for key, given in themes),
            "talents": tuple(TalentOffer(key, given.get("level")) for key, given in talents),
            "email": node.properties.get("email"),
            "about": node.properties.get("about"),
        }

    def _organisation(self, node: Node) -> OrganisationRow:
        own = node.properties
        return OrganisationRow(
            **self._profile(node),
            kind=own.get("kind"),
            size=own.get("size"),
            website=own.get("website"),
            public=own.get("public"),
        )

    def _person(self, node: Node) -> PersonRow:
        own = node.properties
        availability = own.get("availability")
        answers = self._answers(node.id)
        reachable = ConsentAnswer(Purpose.CONTACT, given=True) in answers
        profile: dict[str, Any] = {**self._profile(node), "email": own.get("email") if reachable else None}
        return PersonRow(
            **profile,
            level=own.get("level"),
            languages=tuple(own.get("languages") or ()),
            availability=Availability(availability) if availability else None,
            phone=own.get("phone") if reachable else None,
            consents=answers,
            open_asks=own.get("open_asks"),
            ask_limit=own.get("ask_limit"),
            paused_until=_day(own.get("paused_until")),
            not_about=self._ends(node.id, "NOT_ABOUT", "Person"),
            ask_themes=tuple(
                self._key(theme) for theme in own.get("ask_themes") or () if theme in self._stored.nodes
            ),
        )

    def _answers(self, identity: str) -> tuple[ConsentAnswer, ...]:
        """Return what is in force as answers of the table; what ran out is left empty."""
        parsed = [_event(event) for event in self._stored.consents.get(identity, ())]
        answers: list[ConsentAnswer] = []
        for purpose in Purpose:
            begun = [event for event in parsed if event.purpose is purpose and event.start <= self._today]
            if not begun:
                continue
            holding = in_force(begun, purpose, self._today)
            latest = max(begun, key=lambda event: (event.start, event.recorded_at, event.id))
            if holding is not None:
                answers.append(ConsentAnswer(purpose, given=True, scope=holding.scope))
            elif not latest.given:
                answers.append(ConsentAnswer(purpose, given=False))
        return tuple(answers)

    def _initiative(self, node: Node) -> InitiativeRow:
        own = node.properties
        return InitiativeRow(
            key=self._key(node.id),
            title=own["title"],
            start=_day(own.get("start")),
            end=_day(own.get("end")),
            size=own.get("size"),
            themes=self._ends(node.id, "ABOUT", "Theme"),
            neighbourhoods=self._ends(node.id, "TOOK_PLACE_IN", "Neighbourhood"),
            organisations=self._starts(node.id, "ORGANISED"),
            about=own.get("about"),
            lessons=own.get("lessons"),
            public=own.get("public"),
        )

    def _request(self, node: Node) -> RequestRow:
        own = node.properties
        askers = self._starts(node.id, "ASKED")
        return RequestRow(
            key=self._key(node.id),
            title=own["title"],
            text=own.get("text"),
            kind=RequestKind(own["kind"]) if own.get("kind") else None,
            asker=askers[0] if askers else None,
            themes=self._ends(node.id, "ABOUT", "Theme"),
            talents=self._ends(node.id, "NEEDS", "Talent"),
            neighbourhoods=self._ends(node.id, "TOOK_PLACE_IN", "Neighbourhood"),
            languages=tuple(own.get("languages") or ()),
            opened=_day(own.get("opened")),
            needed_by=_day(own.get("needed_by")),
            people_needed=own.get("people_needed"),
            status=RequestStatus(own["status"]) if own.get("status") else None,
        )

    def _links(self, relation: str) -> list[Any]:
        found = [link for link in self._stored.links.values() if link.relation == relation]
        return sorted(
            found, key=lambda link: (link.start, link.end, json.dumps(link.properties, sort_keys=True))
        )

    def _memberships(self) -> list[MembershipRow]:
        return [
            MembershipRow(
                self._key(link.start),
                self._key(link.end),
                role=link.properties.get("role"),
                since=_day(link.properties.get("since")),
                until=_day(link.properties.get("until")),
            )
            for link in self._links("MEMBER_OF")
        ]

    def _participations(self) -> list[ParticipationRow]:
        return [
            ParticipationRow(self._key(link.start), self._key(link.end), role=link.properties.get("role"))
            for link in self._links("TOOK_PART_IN")
        ]

    def _ties(self) -> list[TieRow]:
        return [
            TieRow(
                self._key(link.start),
                self._key(link.end),
                trust=link.properties.get("trust"),
                openness=link.properties.get("openness"),
                reliability=link.properties.get("reliability"),
                shared_aim=link.properties.get("shared_aim"),
                since=_day(link.properties.get("since")),
                last_contact=_day(link.properties.get("last_contact")),
                note=link.properties.get("note"),
            )
            for link in self._links("KNOWS")
        ]

    def _consents(self) -> list[ConsentRow]:
        rows: list[ConsentRow] = []
        for identity in sorted(self._stored.consents):
            events = self._stored.consents[identity]
            for event in sorted(events, key=_moment):
                rows.append(
                    ConsentRow(
                        self._key(identity),
                        Purpose(event["purpose"]),
                        bool(event["given"]),
                        scope=Scope(event["scope"]) if event.get("scope") else None,
                        themes=tuple(
                            self._key(theme)
                            for theme in event.get("themes") or ()
                            if theme in self._stored.nodes
                        ),
                        start=_day(event["start"]),
                        end=_day(event.get("end")),
                        source=event.get("source"),
                        recorded_at=event.get("recorded_at"),
                        recorded_by=event.get("recorded_by") or None,
                    )
                )
        return rows


def _event(event: Mapping[str, Any]) -> ConsentEvent:
    return ConsentEvent(
        purpose=Purpose(event["purpose"]),
        given=bool(event["given"]),
        start=date.fromisoformat(event["start"]),
        recorded_at=event.get("recorded_at") or "",
        id=event["id"],
        end=_day(event.get("end")),
        scope=Scope(event["scope"]) if event.get("scope") else None,
        themes=tuple(event.get("themes") or ()),
    )


def _moment(event: Mapping[str, Any]) -> tuple[str, str, str]:
    return event["start"], event.get("recorded_at") or "", event["id"]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
