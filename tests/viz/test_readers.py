"""What is written opens without a warning in the programs it is for, and holds what was drawn."""

import io
import json
import subprocess
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from queries.drawn import Drawing
from tests.igraph_reader import read_by_igraph
from tests.neo4j_server import Unavailable
from tests.npm import brought, node
from tests.unavailable import left_out
from tests.viz.drawings import aggregated, drawings, hostile, small
from viz.gexf import SPAN, gexf
from viz.graphml import graphml
from viz.networks import networkx_graph, written_graph

READERS = Path(__file__).parents[1] / "readers"
DRAWN = {"small": small(), "aggregated": aggregated(), "hostile": hostile()}
Told = tuple[dict[str, Any], list[tuple[frozenset[str], dict[str, Any]]]]
"""Nodes by id, and edges."""


def told(graph: "nx.Graph[str]") -> Told:
    return {name: dict(data) for name, data in graph.nodes(data=True)}, [
        (frozenset((one, other)), dict(data)) for one, other, data in graph.edges(data=True)
    ]


def expected(drawing: Drawing) -> Told:
    return told(written_graph(drawing))


def without_viz(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return attributes of a GEXF node with its place among them."""
    place = node["viz"]["position"]
    rest = {name: value for name, value in node.items() if name != "viz"}
    return rest | {"x": pytest.approx(place["x"] / SPAN), "y": pytest.approx(place["y"] / SPAN)}


def read_gexf(written: bytes) -> Told:
    nodes, edges = told(nx.read_gexf(io.BytesIO(written), version="1.3"))
    return (
        {name: without_viz(node) for name, node in nodes.items()},
        [(ends, {key: value for key, value in edge.items() if key != "id"}) for ends, edge in edges],
    )


@settings(max_examples=25, deadline=None)
@given(drawings())
def test_gexf_is_read_back_as_it_was(drawing: Drawing) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nodes, edges = read_gexf(gexf(drawing))
    meant, joined = expected(drawing)
    # A node without a label shows its id.
    assert nodes == {name: {"label": name} | node for name, node in meant.items()}
    assert edges == joined


@settings(max_examples=25, deadline=None)
@given(drawings())
def test_graphml_is_read_back_as_it_was(drawing: Drawing) -> None:
    graph = nx.read_graphml(io.BytesIO(graphml(drawing)))
    assert told(graph) == expected(drawing)
    assert graph.graph["sheet"] == written_graph(drawing).graph["sheet"]


def test_names_that_xml_can_hold_are_not_changed() -> None:
    names = {node.label for node in hostile().nodes if node.label.isprintable()}
    assert names <= {node["label"] for _, node in written_graph(hostile()).nodes(data=True)}
    assert len(names) > 12


def test_a_sign_that_xml_can_not_hold_shows_that_something_was_there() -> None:
    found = [node["label"] for _, node in written_graph(hostile()).nodes(data=True)]
    assert "bel\ufffd nul\ufffd del\x7f \ufffd \ufffd" in found


def test_two_edges_between_the_same_nodes_are_refused() -> None:
    drawing = small()
    twice = Drawing(drawing.nodes, (*drawing.edges, drawing.edges[0]), drawing.communities, drawing.sheet)
    with pytest.raises(ValueError, match="same nodes"):
        networkx_graph(twice)


def test_gexf_tells_who_made_it_when_and_how_to_read_it() -> None:
    written = gexf(small()).decode()
    assert '<meta lastmodifieddate="2026-11-23">' in written
    assert "<creator>Ploeg</creator>" in written
    assert "Wie niet gevraagd werd, staat er niet in." in written
    assert "Whoever was not asked is not in it." in written


def files(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for name, drawing in DRAWN.items():
        for ending, write in (("gexf", gexf), ("graphml", graphml)):
            found[f"{name}.{ending}"] = folder / f"{name}.{ending}"
            found[f"{name}.{ending}"].write_bytes(write(drawing))
    return found


@pytest.fixture(scope="module")
def by_graphology(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Each file as the parsers of Gephi Lite read it."""
    written = files(tmp_path_factory.mktemp("written"))
    try:
        runtime, program = node(), brought(READERS, "read.mjs")
    except Unavailable as reason:
        left_out("parser of Gephi Lite", reason)
    done = subprocess.run(
        [runtime, str(program), *map(str, written.values())], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["said"] == []
    return dict(zip(written, found["told"], strict=True))


@pytest.mark.parametrize("name", [f"{name}.{ending}" for name in DRAWN for ending in ("gexf", "graphml")])
def test_gephi_lite_reads_it(by_graphology: dict[str, Any], name: str) -> None:
    read, (nodes, edges) = by_graphology[name], expected(DRAWN[name.partition(".")[0]])
    assert read["type"] == "undirected"
    scale = SPAN if name.endswith(".gexf") else 1
    drawn = {"color", "size", "shape", "z"} if scale == SPAN else set[str]()
    found = dict(read["nodes"])
    assert {identity: {key for key in told if key not in drawn} for identity, told in found.items()} == {
        identity: set(told) for identity, told in nodes.items()
    }
    for identity, meant in nodes.items():
        scaled = meant | {"x": pytest.approx(meant["x"] * scale), "y": pytest.approx(meant["y"] * scale)}
        assert {key: found[identity][key] for key in meant} == scaled
    assert [(frozenset(each[:2]), each[2]) for each in read["edges"]] == edges


def test_gephi_lite_reads_colours_sizes_and_the_data_sheet(by_graphology: dict[str, Any]) -> None:
    read = by_graphology["small.gexf"]
    assert read["nodes"][0][1]["color"] == "rgba(0,114,178,1.0)"
    assert read["nodes"][0][1]["size"] > 3
    assert "Whoever was not asked is not in it." in json.dumps(read["attributes"])


def test_igraph_reads_it(tmp_path: Path) -> None:
    written = {name: path for name, path in files(tmp_path).items() if name.endswith(".graphml")}
    try:
        read = read_by_igraph(*written.values())
    except Unavailable as reason:
        left_out("igraph", reason)
    for name, found in zip(written, read, strict=True):
        nodes, edges = expected(DRAWN[name.partition(".")[0]])
        assert not found["directed"]
        assert "Whoever was not asked is not in it." in found["attributes"]["sheet"]
        # It gives every node every attribute: nothing, or an empty text, where a node has none.
        read_nodes = {
            node["id"]: {key: value for key, value in node.items() if key != "id" and value not in (None, "")}
            for node in found["nodes"]
        }
        assert read_nodes == nodes
        ids = list(read_nodes)
        assert [
            (
                frozenset((ids[one], ids[other])),
                {key: value for key, value in edge.items() if value is not None},
            )
            for one, other, edge in found["edges"]
        ] == edges
