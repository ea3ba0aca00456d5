"""JSON-LD as an independent processor reads it: what is drawn comes out as statements, and nobody is asked."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import NoReturn

import pytest
from hypothesis import given, settings
from rdflib import Graph

from queries.drawn import Drawing, EdgeKind, NodeKind
from tests.viz.drawings import MADE_AT, aggregated, drawings, hostile, large, small
from viz.jsonld import CONTEXT, jsonld
from viz.texts import fit

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PERSON, ORGANISATION = "http://www.w3.org/ns/person#Person", "http://www.w3.org/ns/org#Organization"
ORG, SKOS = "http://www.w3.org/ns/org#", "http://www.w3.org/2004/02/skos/core#"
NAME = "https://data.vlaanderen.be/ns/persoon#volledigeNaam"
OF_KIND = {
    NodeKind.PERSON: PERSON,
    NodeKind.ORGANISATION: ORGANISATION,
    NodeKind.THEME: f"{SKOS}Concept",
    NodeKind.NEIGHBOURHOOD: "http://purl.org/dc/terms/Location",
    NodeKind.COMMUNITY: "http://xmlns.com/foaf/0.1/Group",
}
Statement = tuple[str, str, str]
pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)  # by rdflib itself


def nobody(*asked: object) -> NoReturn:
    pytest.fail(f"something outside the file was asked for: {asked}")


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Let nothing be fetched while a file is read."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("urllib.request.urlopen", nobody)
        patched.setattr("rdflib.parser._urlopen", nobody)
        yield


def statements(drawing: Drawing) -> Counter[Statement]:
    """Return what the processor reads, as subject, predicate and object."""
    graph = Graph().parse(data=jsonld(drawing), format="json-ld")
    return Counter((str(one), str(what), str(value)) for one, what, value in graph)


def test_people_organisations_and_memberships_have_the_terms_of_oslo() -> None:
    found = statements(small())
    an, house, theme = (
        f"urn:ploeg:proefstad:{each}" for each in ("person%3A1", "organisation%3A1", "theme%3A1")
    )
    assert found[an, TYPE, PERSON] == 1
    assert found[an, NAME, "An Peeters"] == 1
    assert found[house, TYPE, ORGANISATION] == 1
    assert found[house, f"{SKOS}prefLabel", "Buurthuis Dam"] == 1
    (membership,) = [one for one, what, value in found if (what, value) == (TYPE, f"{ORG}Membership")]
    assert found[membership, f"{ORG}member", an] == found[membership, f"{ORG}organization", house] == 1
    assert found[theme, TYPE, f"{SKOS}Concept"] == 1
    assert found[an, "http://xmlns.com/foaf/0.1/topic_interest", theme] == 1
    place = "urn:ploeg:proefstad:wijk%3A1"
    assert found[an, "http://purl.org/dc/terms/spatial", place] == 1
    assert (
        found[place, "http://purl.org/dc/terms/isPartOf", "urn:ploeg:proefstad:district-label:Antwerpen"] == 1
    )


def test_a_tie_has_its_strength() -> None:
    found = statements(small())
    ties = {one for one, what, value in found if (what, value) == (TYPE, "urn:ploeg:terms:Tie")}
    strengths = {
        float(value) for one, what, value in found if one in ties and what == "urn:ploeg:terms:strength"
    }
    assert strengths == {0.62, 0.2}
    an, bo = "urn:ploeg:proefstad:person%3A1", "urn:ploeg:proefstad:person%3A2"
    assert found[an, "http://xmlns.com/foaf/0.1/knows", bo] == 1


def test_the_data_sheet_is_a_dataset() -> None:
    found = statements(small())
    ((sheet, _, _),) = [each for each in found if each[1:] == (TYPE, "http://www.w3.org/ns/dcat#Dataset")]
    (made,) = [
        value for one, what, value in found if (one, what) == (sheet, "http://purl.org/dc/terms/created")
    ]
    assert datetime.fromisoformat(made) == MADE_AT
    said = [value for one, what, value in found if one == sheet and what.endswith("description")]
    assert len(said) == 2
    assert any("Whoever was not asked is not in it." in each for each in said)


@pytest.mark.parametrize("drawing", [small(), hostile(), aggregated(), large(40)])
def test_every_node_and_edge_comes_out_once(drawing: Drawing) -> None:
    found = statements(drawing)
    for node in drawing.nodes:
        assert sum(value == fit(node.label) for _, _, value in found)
    typed = Counter(value for (_, what, value), _ in found.items() if what == TYPE)
    edges = Counter(EdgeKind.BETWEEN if edge.count is not None else edge.kind for edge in drawing.edges)
    assert typed[f"{ORG}Membership"] == edges[EdgeKind.MEMBER]
    assert typed["urn:ploeg:terms:Tie"] == edges[EdgeKind.TIE]
    assert typed["urn:ploeg:terms:Between"] == edges[EdgeKind.BETWEEN]


@settings(max_examples=20, deadline=None)
@given(drawings())
def test_any_text_is_read_back(drawing: Drawing) -> None:
    found = statements(drawing)
    kinds = Counter(node.kind for node in drawing.nodes)
    typed = Counter(value for (_, what, value), _ in found.items() if what == TYPE)
    assert typed[PERSON] == kinds[NodeKind.PERSON]
    assert typed[ORGANISATION] == kinds[NodeKind.ORGANISATION]
    names = Counter(value for (_, what, value), _ in found.items() if what == NAME)
    assert names == Counter(fit(node.label) for node in drawing.nodes if node.kind is NodeKind.PERSON)
    for node in drawing.nodes:
        if node.betweenness is not None:
            assert node.betweenness in {
                float(value) for _, what, value in found if what == "urn:ploeg:terms:betweenness"
            }


def test_every_term_of_the_context_stands_in_the_file() -> None:
    """No address to read terms from: a remote context could say anything tomorrow."""
    assert json.loads(jsonld(small()))["@context"] == dict(CONTEXT)
    terms = {key for thing in json.loads(jsonld(large(40)))["@graph"] for key in thing}
    assert {term for term in terms if not term.startswith("@")} <= set(CONTEXT)
