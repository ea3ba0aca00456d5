"""A drawing as a networkx graph, for a notebook and for the files that networkx writes."""

from typing import TYPE_CHECKING, Any

from queries.drawn import Drawing, DrawnEdge, DrawnNode
from viz.sheets import both, made_at, title
from viz.texts import fit, listed, unique

if TYPE_CHECKING:
    import networkx as nx

    Attributed = nx.Graph[str]


def networkx_graph(drawing: Drawing) -> "Attributed":
    """Return a drawing as an undirected graph of networkx, its nodes by their ids.

    What is not told of a node is left out of its attributes: ``kind``, ``label``, ``x``, ``y``, ``table_key`` (the id
    in the table it came from), ``sector``, ``level``, ``neighbourhood``, ``district``, ``themes`` and ``talents``
    (tuples), ``community`` (from 1) with ``community_nl`` and ``community_en``, ``people`` (how many it stands for),
    ``ties`` and ``betweenness``.  An edge has ``kind``, ``weight``, and between aggregates ``count``.  The graph has
    ``city``, ``made_at``, ``as_of``, ``role`` and the whole data sheet as ``sheet``.

    Raises
    ------
    ValueError
        Two edges join the same nodes.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from queries.drawn import DataSheet, Drawing, DrawnEdge, DrawnNode, EdgeKind, NodeKind
    >>> sheet = DataSheet("proefstad", datetime(2026, 11, 1, tzinfo=UTC), date(2026, 11, 1), "coordinator",
    ...                   7, {"people": 2}, (), False, ())
    >>> two = Drawing(
    ...     (DrawnNode("person:1", NodeKind.PERSON, "An", 0.0, 0.0, sector="resident"),
    ...      DrawnNode("person:2", NodeKind.PERSON, "Bo", 1.0, 0.5)),
    ...     (DrawnEdge(0, 1, EdgeKind.TIE, 0.6),), (), sheet)
    >>> graph = networkx_graph(two)
    >>> graph.nodes["person:1"]
    {'kind': 'person', 'label': 'An', 'x': 0.0, 'y': 0.0, 'sector': 'resident'}
    >>> graph.edges["person:1", "person:2"]
    {'kind': 'tie', 'weight': 0.6}
    """
    import networkx as nx

    sheet = drawing.sheet
    graph: Attributed = nx.Graph(
        name=title(sheet).en,
        city=sheet.city,
        made_at=made_at(sheet),
        as_of=sheet.as_of.isoformat(),
        role=sheet.role,
        sheet=both(sheet),
    )
    graph.add_nodes_from((node.id, node_attributes(drawing, node)) for node in drawing.nodes)
    graph.add_edges_from(
        (drawing.nodes[edge.start].id, drawing.nodes[edge.end].id, edge_attributes(edge))
        for edge in drawing.edges
    )
    if (graph.number_of_nodes(), graph.number_of_edges()) != (len(drawing.nodes), len(drawing.edges)):
        message = "Two nodes have the same id, or two edges join the same nodes."
        raise ValueError(message)
    return graph


def written_graph(drawing: Drawing) -> "Attributed":
    """Return the graph with text that XML can hold and lists as one text; no two of its nodes become one by it."""
    import networkx as nx

    graph = networkx_graph(drawing)
    written: Attributed = nx.Graph(**{name: _written(value) for name, value in graph.graph.items()})
    names = dict(zip(graph, unique([fit(identity) for identity in graph]), strict=True))
    written.add_nodes_from((names[node], _all_written(told)) for node, told in graph.nodes(data=True))
    written.add_edges_from(
        (names[start], names[end], _all_written(told)) for start, end, told in graph.edges(data=True)
    )
    return written


def node_attributes(drawing: Drawing, node: DrawnNode) -> dict[str, Any]:
    """Return what is told of a node, by the names of attributes."""
    community = None if node.community is None else drawing.communities[node.community]
    every: dict[str, Any] = {
        "kind": str(node.kind),
        "label": node.label,
        "x": node.x,
        "y": node.y,
        "table_key": node.key,
        "sector": node.sector,
        "level": node.level,
        "neighbourhood": node.neighbourhood,
        "district": node.district,
        "themes": node.themes or None,
        "talents": node.talents or None,
        "community": None if node.community is None else node.community + 1,
        "community_nl": community and community.name.nl,
        "community_en": community and community.name.en,
        "people": node.size,
        "ties": node.degree,
        "betweenness": node.betweenness,
    }
    return {name: value for name, value in every.items() if value is not None}


def edge_attributes(edge: DrawnEdge) -> dict[str, Any]:
    """Return what is told of an edge."""
    found: dict[str, Any] = {"kind": str(edge.kind), "weight": float(edge.weight)}
    return found if edge.count is None else {**found, "count": edge.count}


def _all_written(told: dict[str, Any]) -> dict[str, Any]:
    # An empty text is read back as nothing at all, so it is not written either.
    return {name: found for name, value in told.items() if (found := _written(value)) != ""}


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return listed(fit(str(item)) for item in value)
    return fit(str(value)) if isinstance(value, str) else value
