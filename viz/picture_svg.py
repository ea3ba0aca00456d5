"""A drawing as a picture for a report, in lines (SVG)."""

from collections.abc import Iterator

from queries.drawn import Drawing, DrawnEdge, EdgeKind
from viz.captions import captions, saying
from viz.html import Html, tag
from viz.marks import Mark, faded, legend, mark, radius
from viz.names import Name, enlarged, names
from viz.shapes import attributes, path
from viz.sheets import text
from viz.texts import fit
from viz.words import Language

SIDE, EDGE, TOP, ROW = 1000.0, 40.0, 92.0, 26.0
"""Side of the map, the margin around it, room for the heading, and height of a row of the legend."""

_WIDE = SIDE + 2 * EDGE
_LETTER = 0.58
"""Width of a letter in sizes of the type, on average; a reader's own type may differ."""

_FADED = {EdgeKind.TIE: "#5f6874", EdgeKind.BETWEEN: "#5f6874"}
_WEIGHTS = (0.34, 0.67, 1.0)
_LONGEST = 40


def picture_svg(drawing: Drawing, language: Language = "nl") -> bytes:
    """Return the picture, with a title and a description that says what the data sheet says."""
    heading, line = captions(drawing.sheet, language)
    bottom, marks = _legend(drawing, language)
    head = (
        tag("title", heading),
        tag("desc", fit(text(drawing.sheet, language))),
        tag("rect", width=f"{_WIDE:g}", height=f"{bottom:g}", fill="#ffffff"),
        tag("text", heading, x=f"{EDGE:g}", y="44", font_size=26, font_weight=700),
        *_lines(line),
    )
    body = (
        tag("g", list(_edges(drawing)), fill="none"),
        list(_nodes(drawing)),
        list(_names(drawing, language)),
        marks,
    )
    whole = tag(
        "svg", head, body,
        xmlns="http://www.w3.org/2000/svg", width=f"{_WIDE:g}", height=f"{bottom:g}",
        viewBox=f"0 0 {_WIDE:g} {bottom:g}", lang=language, role="img",
        font_family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif", fill="#1d2430",
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?>\n{whole}\n'.encode()


def _lines(line: str) -> Iterator[Html]:
    """Yield the line under the heading, broken where it would not fit."""
    most, row = int((_WIDE - 2 * EDGE) / (14 * _LETTER * 0.9)), ""
    rows: list[str] = []
    for part in line.split(" · "):
        longer = f"{row} · {part}" if row else part
        if len(longer) > most and row:
            rows.append(row)
            longer = part
        row = longer
    for at, each in enumerate([*rows, row]):
        yield tag("text", each, x=f"{EDGE:g}", y=f"{68 + 18 * at}", font_size=14, fill="#525b69")


def _place(x: float, y: float) -> tuple[float, float]:
    return EDGE + x * SIDE, TOP + EDGE + (1 - y) * SIDE


def _edges(drawing: Drawing) -> Iterator[Html]:
    """Yield one path for all edges of a kind and about the same weight."""
    for kind in EdgeKind:
        for low, high in zip((0.0, *_WEIGHTS), _WEIGHTS, strict=False):
            found = [edge for edge in drawing.edges if edge.kind is kind and low < edge.weight <= high]
            if found:
                yield tag(
                    "path",
                    d="".join(_line(drawing, edge) for edge in found),
                    stroke=_FADED.get(kind, "#a08a6a"),
                    stroke_width=f"{0.5 + 1.5 * high:.2f}",
                    stroke_opacity=f"{faded(len(drawing.edges)):g}",
                )


def _line(drawing: Drawing, edge: DrawnEdge) -> str:
    start, end = drawing.nodes[edge.start], drawing.nodes[edge.end]
    (x, y), (right, down) = _place(start.x, start.y), _place(end.x, end.y)
    return f"M{x:.1f} {y:.1f}L{right:.1f} {down:.1f}"


def _nodes(drawing: Drawing) -> Iterator[Html]:
    """Yield the nodes of each mark, each with its name as a title where there are few."""
    large = enlarged(drawing)
    for each, _ in legend(drawing.nodes):
        found = [node for node in drawing.nodes if mark(node) == each]
        outlines = [path(each.shape, *_place(node.x, node.y), radius(node) * large) for node in found]
        if len(drawing.nodes) < 500:
            shapes = [
                tag("path", tag("title", fit(node.label)), d=outline)
                for node, outline in zip(found, outlines, strict=True)
            ]
        else:
            shapes = [tag("path", d="".join(outlines))]
        yield tag("g", shapes, **attributes(each))


def _names(drawing: Drawing, language: Language) -> Iterator[Html]:
    say, taken = saying(language), list[tuple[float, float, float, float]]()
    for name in names(drawing):
        told = " ".join(say(name.words).split())
        told = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        x, y, size = _of_name(name, enlarged(drawing))
        half = len(told) * size * _LETTER / 2
        x = min(max(x, half + 4), _WIDE - half - 4)
        box = (x - half, y - size, x + half, y + size * 0.3)
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            continue
        taken.append(box)
        yield tag(
            "text", told, x=f"{x:.1f}", y=f"{y:.1f}", font_size=f"{size:g}", text_anchor="middle",
            font_weight=400 if name.radius else 700, stroke="#ffffff", stroke_width=4, stroke_linejoin="round",
            paint_order="stroke",
        )  # fmt: skip


def _of_name(name: Name, large: float) -> tuple[float, float, float]:
    """Return place and size of a name: under its node, or in the middle of a community."""
    x, y = _place(name.x, name.y)
    return (x, y + name.radius * large + 15, 14.0) if name.radius else (x, y + 5, 17.0)


def _legend(drawing: Drawing, language: Language) -> tuple[float, list[Html]]:
    """Return where the picture ends, and the legend, in rows under the map."""
    say, found = saying(language), list[Html]()
    x, y = EDGE, TOP + SIDE + 2 * EDGE
    for each, words in legend(drawing.nodes):
        told = say(words)
        width = 30 + len(told) * 15 * _LETTER
        if x + width > _WIDE - EDGE and x > EDGE:
            x, y = EDGE, y + ROW
        found += [
            _swatch(each, x + 9, y - 5),
            tag("text", told, x=f"{x + 24:.1f}", y=f"{y:.1f}", font_size=15),
        ]
        x += width + 16
    return y + ROW, found


def _swatch(each: Mark, x: float, y: float) -> Html:
    return tag("path", d=path(each.shape, x, y, 6.5), **attributes(each))
