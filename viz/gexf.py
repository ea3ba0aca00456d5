"""A drawing as GEXF 1.3, for Gephi, Gephi Lite and what reads its format."""

import io
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from queries.drawn import Drawing
from viz.marks import Shape, mark, radius
from viz.networks import written_graph
from viz.sheets import both, title
from viz.texts import fit

SPAN = 1000.0
"""Width of the plane in the file: Gephi takes sizes and places in the same unit."""

_SHAPES = frozenset({Shape.DISC, Shape.SQUARE, Shape.TRIANGLE, Shape.DIAMOND})
"""What the format knows; the others are written as a disc."""


def gexf(drawing: Drawing) -> bytes:
    """Return the drawing as GEXF 1.3 with places, colours and sizes; the data sheet is its description.

    Attributes are those of :func:`~viz.networks.networkx_graph`; ``x`` and ``y`` are the positions, times 1000.
    """
    # The writer itself, as `write_gexf` gives no way to its head: it would tell networkx as maker, and today as day.
    from networkx.readwrite.gexf import GEXFWriter

    graph = written_graph(drawing)
    for identity, node in zip(graph, drawing.nodes, strict=True):
        told = graph.nodes[identity]
        drawn = mark(node)
        colour = {name: int(drawn.colour[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}
        told["viz"] = {
            "color": {**colour, "a": 1.0},
            "size": radius(node),
            "shape": str(drawn.shape) if drawn.shape in _SHAPES else str(Shape.DISC),
            "position": {"x": told.pop("x") * SPAN, "y": told.pop("y") * SPAN, "z": 0.0},
        }
    writer = GEXFWriter(graph, version="1.3")
    root: Element = writer.xml
    _head(root, drawing)
    indent(root)
    file = io.BytesIO()
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue()


def _head(root: Element, drawing: Drawing) -> None:
    sheet = drawing.sheet
    meta = root.find("meta")
    assert meta is not None
    meta.clear()
    meta.set("lastmodifieddate", sheet.made_at.date().isoformat())
    SubElement(meta, "creator").text = "Ploeg"
    SubElement(meta, "title").text = fit(title(sheet).en)
    SubElement(meta, "keywords").text = fit(f"{sheet.city}, {sheet.as_of}, {sheet.role}")
    SubElement(meta, "description").text = fit(both(sheet))
