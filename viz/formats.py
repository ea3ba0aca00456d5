"""Every format that the network can be taken along in, by the ending of its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from queries.drawn import Drawing
from queries.phrases import Words
from viz.gexf import gexf
from viz.graphml import graphml
from viz.jsonld import jsonld
from viz.kumu import kumu_json, kumu_xlsx
from viz.node_tables import node_tables
from viz.picture_png import picture_png
from viz.picture_svg import picture_svg
from viz.portable_map import portable_map
from viz.words import Language

Write = Callable[[Drawing, Language], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, what it is for, and what writes it in a language."""

    media: str
    opens_in: Words
    write: Write


def _in_one_language(write: Callable[[Drawing], bytes]) -> Write:
    return lambda drawing, _: write(drawing)


FORMATS: Mapping[str, Format] = {
    "gexf": Format(
        "application/gexf+xml", Words("Gephi, Gephi Lite", "Gephi, Gephi Lite"), _in_one_language(gexf)
    ),
    "graphml": Format(
        "application/graphml+xml",
        Words("R, igraph, Cytoscape, yEd", "R, igraph, Cytoscape, yEd"),
        _in_one_language(graphml),
    ),
    "jsonld": Format(
        "application/ld+json", Words("gelinkte data (OSLO)", "linked data (OSLO)"), _in_one_language(jsonld)
    ),
    "kumu.xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Words("Kumu, als rekenblad", "Kumu, as a spreadsheet"),
        _in_one_language(kumu_xlsx),
    ),
    "kumu.json": Format(
        "application/json", Words("Kumu, als JSON", "Kumu, as JSON"), _in_one_language(kumu_json)
    ),
    "nodes.zip": Format(
        "application/zip", Words("rekenbladen, R, Python", "spreadsheets, R, Python"), node_tables
    ),
    "html": Format("text/html; charset=utf-8", Words("elke browser", "any browser"), portable_map),
    "svg": Format("image/svg+xml", Words("een verslag, in lijnen", "a report, in lines"), picture_svg),
    "png": Format("image/png", Words("een verslag, in punten", "a report, in dots"), picture_png),
}
"""Formats by the ending of a file, without its first full stop."""
