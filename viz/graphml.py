"""A drawing as GraphML, for R, igraph, Gephi, Cytoscape and yEd."""

import io

from queries.drawn import Drawing
from viz.networks import written_graph


def graphml(drawing: Drawing) -> bytes:
    """Return the drawing as GraphML; the data sheet is in attributes of the graph.

    Attributes are those of :func:`~viz.networks.networkx_graph`, with a type each.
    """
    # Not `write_graphml`, which writes with another library where that happens to be installed.
    from networkx import write_graphml_xml

    file = io.BytesIO()
    write_graphml_xml(written_graph(drawing), file, encoding="utf-8", prettyprint=True)
    return file.getvalue()
