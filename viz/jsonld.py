"""A drawing as JSON-LD with the terms of OSLO, the Flemish standard for people and organisations.

Terms and their addresses are those of the application profiles Persoon Basis, Organisatie Basis and Generiek Basis
(data.vlaanderen.be).  What they have no term for has one of our own, under ``urn:ploeg:terms:``.  The context stands
in the file, so that reading it asks nobody anything.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from queries.drawn import Drawing, DrawnEdge, DrawnNode, EdgeKind, NodeKind
from queries.phrases import Words
from viz.marks import SECTOR_NAMES
from viz.sheets import made_at, text, title
from viz.texts import fit

_ID: Mapping[str, str] = {"@type": "@id"}
_NUMBER = "http://www.w3.org/2001/XMLSchema#double"
_WHOLE = "http://www.w3.org/2001/XMLSchema#integer"

CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "persoon": "https://data.vlaanderen.be/ns/persoon#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ploeg": {"@id": "urn:ploeg:terms:", "@prefix": True},
    # OSLO Persoon Basis
    "Persoon": "http://www.w3.org/ns/person#Person",
    "volledigeNaam": {"@id": "persoon:volledigeNaam", "@type": "xsd:string"},
    # OSLO Organisatie Basis
    "Organisatie": "org:Organization",
    "Lidmaatschap": "org:Membership",
    "Lidmaatschap.lid": {"@id": "org:member", **_ID},
    "Lidmaatschap.organisatie": {"@id": "org:organization", **_ID},
    "voorkeursnaam": {"@id": "skos:prefLabel", "@container": "@language"},
    "classificatie": {"@id": "org:classification", **_ID},
    "werkingsgebied": {"@id": "dct:spatial", "@container": "@set", **_ID},
    # OSLO Generiek Basis
    "Plaats": "dct:Location",
    "plaatsnaam": {"@id": "rdfs:label", "@container": "@language"},
    "isDeelVan": {"@id": "dct:isPartOf", **_ID},
    "Identificator": "adms:Identifier",
    "identificator": {"@id": "adms:identifier"},
    "Identificator.identificator": {"@id": "skos:notation"},
    # Others that fit
    "Concept": "skos:Concept",
    "Groep": "foaf:Group",
    "Dataset": "dcat:Dataset",
    "kent": {"@id": "foaf:knows", "@container": "@set", **_ID},
    "geeftOm": {"@id": "foaf:topic_interest", "@container": "@set", **_ID},
    "weetVan": {"@id": "schema:knowsAbout", "@container": "@set", **_ID},
    "titel": {"@id": "dct:title", "@container": "@language"},
    "beschrijving": {"@id": "dct:description", "@container": "@language"},
    "gemaakt": {"@id": "dct:created", "@type": "xsd:dateTime"},
    # Ours
    "Band": "ploeg:Tie",
    "Verband": "ploeg:Between",
    "soort": {"@id": "ploeg:kind", "@type": "xsd:string"},
    "uiteinde": {"@id": "ploeg:end", "@container": "@set", **_ID},
    "sterkte": {"@id": "ploeg:strength", "@type": _NUMBER},
    "aantal": {"@id": "ploeg:count", "@type": _WHOLE},
    "sector": {"@id": "ploeg:sector", **_ID},
    "niveau": {"@id": "ploeg:level", "@type": _WHOLE},
    "gemeenschap": {"@id": "ploeg:community", **_ID},
    "mensen": {"@id": "ploeg:people", "@type": _WHOLE},
    "banden": {"@id": "ploeg:ties", "@type": _WHOLE},
    "tussenpositie": {"@id": "ploeg:betweenness", "@type": _NUMBER},
    "x": {"@id": "ploeg:x", "@type": _NUMBER},
    "y": {"@id": "ploeg:y", "@type": _NUMBER},
    "peildag": {"@id": "ploeg:asOf", "@type": "xsd:date"},
    "rol": {"@id": "ploeg:role", "@type": "xsd:string"},
    "toestemming": {"@id": "ploeg:consent", "@type": "xsd:string", "@container": "@set"},
}


def jsonld(drawing: Drawing) -> bytes:
    """Return the drawing as JSON-LD 1.1: a dataset (the data sheet), then people, organisations and what joins them.

    A membership is an ``org:Membership``, a theme or talent a ``skos:Concept``, a place a ``dct:Location``.  A tie is
    a node of its own, as it has a strength, and ``foaf:knows`` besides.
    """
    whole = {"@context": CONTEXT, "@graph": list(_Told(drawing).things())}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8")


class _Told:
    """Turns a drawing into things, each under an address of its own."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._themes = {
            node.label: self._urn(node.id) for node in drawing.nodes if node.kind is NodeKind.THEME
        }
        self._places = {
            node.label: self._urn(node.id) for node in drawing.nodes if node.kind is NodeKind.NEIGHBOURHOOD
        }
        self._groups = {
            node.community: self._urn(node.id)
            for node in drawing.nodes
            if node.kind is NodeKind.COMMUNITY and node.community is not None
        }

    def things(self) -> Iterator[dict[str, Any]]:
        """Yield everything, what is named before what names it."""
        yield self._sheet()
        yield from self._concepts()
        yield from self._locations()
        for number, community in enumerate(self._drawing.communities):
            if number in self._groups:
                continue
            yield {
                "@id": self._community(number),
                "@type": "Groep",
                "voorkeursnaam": _said(community.name),
                "mensen": community.people,
            }
        for node in self._drawing.nodes:
            yield {"@id": self._urn(node.id), **self._node(node)}
        for edge in self._drawing.edges:
            yield from self._edge(edge)

    def _urn(self, *parts: str) -> str:
        every = (self._drawing.sheet.city, *parts)
        # Half a sign has no UTF-8 of its own, and must not stop the others.
        told = ":".join(quote(part, safe="-._", errors="surrogatepass") for part in every)
        return f"urn:ploeg:{told}"

    def _community(self, number: int) -> str:
        return self._groups.get(number) or self._urn("community-of-export", str(number + 1))

    def _sheet(self) -> dict[str, Any]:
        sheet = self._drawing.sheet
        return {
            "@id": self._urn("export", made_at(sheet)),
            "@type": "Dataset",
            "titel": _said(title(sheet)),
            "beschrijving": {"nl": fit(text(sheet, "nl")), "en": fit(text(sheet, "en"))},
            "gemaakt": made_at(sheet),
            "peildag": sheet.as_of.isoformat(),
            "rol": sheet.role,
            "toestemming": list(sheet.consents),
        }

    def _concepts(self) -> Iterator[dict[str, Any]]:
        nodes = self._drawing.nodes
        for theme in sorted({theme for node in nodes for theme in node.themes} - set(self._themes)):
            yield _concept(self._theme(theme), Words(theme, ""))
        for talent in sorted({talent for node in nodes for talent in node.talents}):
            yield _concept(self._talent(talent), Words(talent, ""))
        for sector in sorted({node.sector for node in nodes if node.sector is not None}):
            yield _concept(self._sector(sector), SECTOR_NAMES.get(sector, Words(sector, sector)))

    def _locations(self) -> Iterator[dict[str, Any]]:
        within: dict[str, str | None] = {}
        for node in self._drawing.nodes:
            if node.neighbourhood is not None and node.neighbourhood not in self._places:
                within.setdefault(node.neighbourhood, node.district)
        for district in sorted({node.district for node in self._drawing.nodes if node.district is not None}):
            yield {"@id": self._district(district), "@type": "Plaats", "plaatsnaam": {"nl": fit(district)}}
        for place in sorted(within):
            found = {"@id": self._place(place), "@type": "Plaats", "plaatsnaam": {"nl": fit(place)}}
            yield found | self._within(within[place])

    def _within(self, district: str | None) -> dict[str, Any]:
        return {} if district is None else {"isDeelVan": self._district(district)}

    def _theme(self, label: str) -> str:
        return self._themes.get(label) or self._urn("theme-label", label)

    def _talent(self, label: str) -> str:
        return self._urn("talent-label", label)

    def _sector(self, sector: str) -> str:
        return self._urn("sector", sector)

    def _district(self, label: str) -> str:
        return self._urn("district-label", label)

    def _place(self, label: str) -> str:
        return self._places.get(label) or self._urn("neighbourhood-label", label)

    def _node(self, node: DrawnNode) -> dict[str, Any]:
        places = [self._place(node.neighbourhood)] if node.neighbourhood else []
        if not places and node.district:
            places = [self._district(node.district)]
        kind, grouped = node.kind, node.kind is NodeKind.COMMUNITY
        every: dict[str, Any] = {
            **_named(node),
            "identificator": node.key
            and {"@type": "Identificator", "Identificator.identificator": fit(node.key)},
            "sector": self._sector(node.sector) if node.sector and kind is NodeKind.PERSON else None,
            "classificatie": self._sector(node.sector)
            if node.sector and kind is NodeKind.ORGANISATION
            else None,
            "niveau": node.level,
            "werkingsgebied": places if kind is not NodeKind.NEIGHBOURHOOD else None,
            "geeftOm": [self._theme(theme) for theme in node.themes],
            "weetVan": [self._talent(talent) for talent in node.talents],
            "gemeenschap": None if node.community is None or grouped else self._community(node.community),
            "mensen": node.size,
            "banden": node.degree,
            "tussenpositie": node.betweenness,
            "x": node.x,
            "y": node.y,
        }
        if kind is NodeKind.NEIGHBOURHOOD:
            every |= self._within(node.district)
        return {name: value for name, value in every.items() if value is not None and value != []}

    def _edge(self, edge: DrawnEdge) -> Iterator[dict[str, Any]]:
        start, end = self._drawing.nodes[edge.start], self._drawing.nodes[edge.end]
        one, other = self._urn(start.id), self._urn(end.id)
        aggregate = edge.count is not None or NodeKind.COMMUNITY in {start.kind, end.kind}
        if aggregate or edge.kind is EdgeKind.BETWEEN:
            many = {} if edge.count is None else {"aantal": edge.count}
            yield {
                "@type": "Verband",
                "soort": str(edge.kind),
                "uiteinde": [one, other],
                "sterkte": edge.weight,
            } | many
        elif edge.kind is EdgeKind.MEMBER:
            if start.kind is NodeKind.ORGANISATION:
                one, other = other, one
            yield {"@type": "Lidmaatschap", "Lidmaatschap.lid": one, "Lidmaatschap.organisatie": other}
        elif edge.kind is EdgeKind.CARES:
            who, what = (other, one) if start.kind is NodeKind.THEME else (one, other)
            yield {"@id": who, "geeftOm": [what]}
        elif edge.kind is EdgeKind.ACTIVE:
            who, where = (other, one) if start.kind is NodeKind.NEIGHBOURHOOD else (one, other)
            yield {"@id": who, "werkingsgebied": [where]}
        else:
            yield {"@id": one, "kent": [other]}
            yield {"@type": "Band", "uiteinde": [one, other], "sterkte": edge.weight}


def _said(words: Words) -> dict[str, str]:
    return {"nl": fit(words.nl), **({"en": fit(words.en)} if words.en else {})}


def _concept(identity: str, words: Words) -> dict[str, Any]:
    return {"@id": identity, "@type": "Concept", "voorkeursnaam": _said(words)}


def _named(node: DrawnNode) -> dict[str, Any]:
    label = fit(node.label)
    match node.kind:
        case NodeKind.PERSON:
            return {"@type": "Persoon", "volledigeNaam": label}
        case NodeKind.ORGANISATION:
            return {"@type": "Organisatie", "voorkeursnaam": {"nl": label}}
        case NodeKind.THEME:
            return {"@type": "Concept", "voorkeursnaam": {"nl": label}}
        case NodeKind.NEIGHBOURHOOD:
            return {"@type": "Plaats", "plaatsnaam": {"nl": label}}
        case NodeKind.COMMUNITY:
            return {"@type": "Groep", "voorkeursnaam": {"nl": label}}
