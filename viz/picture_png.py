"""A drawing as a picture for a report, in dots (PNG)."""

import io
import math
import threading
from typing import TYPE_CHECKING, Any

from queries.drawn import Drawing
from viz.captions import captions, saying
from viz.marks import Mark, Shape, faded, legend, mark, radius
from viz.names import enlarged, names
from viz.sheets import made_at, text
from viz.texts import fit
from viz.words import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARKERS = {
    Shape.DISC: "o", Shape.SQUARE: "s", Shape.TRIANGLE: "^", Shape.DIAMOND: "D", Shape.STAR: "*",
    Shape.HEXAGON: "h", Shape.FALLEN: "v",
}  # fmt: skip
_LONGEST = 40
_ONE_AT_A_TIME = threading.Lock()
"""matplotlib promises nothing to several threads."""

_INCHES, _DOTS = (10.0, 11.4), 150


def picture_png(drawing: Drawing, language: Language = "nl") -> bytes:
    """Return the picture, 1500 by 1710 dots; its metadata tell title and data sheet.

    Signs for which matplotlib's own type has no picture are shown as a mark.
    """
    with _ONE_AT_A_TIME:
        return _drawn(drawing, language)


def _drawn(drawing: Drawing, language: Language) -> bytes:
    # Its parts themselves: pyplot keeps every figure for the whole process.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=_INCHES, dpi=_DOTS, facecolor="#ffffff")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.03, 0.10, 0.94, 0.82))
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_xlim(-0.04, 1.04)
    axes.set_ylim(-0.04, 1.04)
    _edges(axes, drawing)
    _nodes(axes, drawing)
    _names(figure, axes, drawing, language)
    heading, line = captions(drawing.sheet, language)
    figure.text(
        0.04, 0.965, _shown(heading), fontsize=17, fontweight="bold", color="#1d2430", parse_math=False
    )
    figure.text(
        0.04, 0.952, _shown(line), fontsize=8.5, color="#525b69", va="top", wrap=True, parse_math=False
    )
    _legend(figure, drawing, language)
    file = io.BytesIO()
    told = {
        "Title": heading,
        "Description": fit(text(drawing.sheet, language)),
        "Creation Time": made_at(drawing.sheet),
        "Software": "Ploeg",
    }
    figure.savefig(file, format="png", metadata=told)
    return file.getvalue()


def _edges(axes: "Axes", drawing: Drawing) -> None:
    from matplotlib.collections import LineCollection

    place = [(node.x, node.y) for node in drawing.nodes]
    lines = LineCollection(
        [[place[edge.start], place[edge.end]] for edge in drawing.edges],
        linewidths=[0.3 + 1.2 * edge.weight for edge in drawing.edges],
        colors="#5f6874",
        alpha=faded(len(drawing.edges)),
        zorder=1,
    )
    axes.add_collection(lines)


def _nodes(axes: "Axes", drawing: Drawing) -> None:
    large = enlarged(drawing)
    for each, _ in legend(drawing.nodes):
        found = [node for node in drawing.nodes if mark(node) == each]
        axes.scatter(
            [node.x for node in found],
            [node.y for node in found],
            s=[(radius(node) * large) ** 2 * 2.2 for node in found],
            marker=_MARKERS[each.shape],
            zorder=2,
            **_looks(each),
        )


def _looks(each: Mark) -> dict[str, Any]:
    if each.hollow:
        return {"facecolors": f"{each.colour}26", "edgecolors": each.colour, "linewidths": 1.4}
    return {"facecolors": each.colour, "edgecolors": "#20262e", "linewidths": 0.4}


def _names(figure: "Figure", axes: "Axes", drawing: Drawing, language: Language) -> None:
    from matplotlib.patheffects import withStroke

    say, taken = saying(language), list[tuple[float, float, float, float]]()
    for name in names(drawing):
        told = " ".join(say(name.words).split())
        told = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        x, y = axes.transData.transform((name.x, name.y))
        size = 8.0 if name.radius else 10.5
        half, high = len(told) * size * _DOTS / 72 * 0.3, size * _DOTS / 72
        edge = figure.bbox.width - half - 6
        x = min(max(x, half + 6), max(edge, half + 6))
        down = name.radius * enlarged(drawing) * 1.6 + high * 0.8 if name.radius else 0.0
        box = (x - half, y - down - high * 0.6, x + half, y - down + high * 0.6)
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            continue
        taken.append(box)
        left, bottom = axes.transData.inverted().transform((x, y - down))
        axes.text(
            left, bottom, _shown(told), fontsize=size, fontweight="normal" if name.radius else "bold",
            color="#1d2430", ha="center", va="center", zorder=3, parse_math=False,
            path_effects=[withStroke(linewidth=2.5, foreground="#ffffff")],
        )  # fmt: skip


def _legend(figure: "Figure", drawing: Drawing, language: Language) -> None:
    from matplotlib.lines import Line2D

    say, found = saying(language), legend(drawing.nodes)
    handles = [
        Line2D(
            [], [], linestyle="none", marker=_MARKERS[each.shape], markersize=8,
            markerfacecolor=f"{each.colour}26" if each.hollow else each.colour,
            markeredgecolor=each.colour if each.hollow else "#20262e",
        )
        for each, _ in found
    ]  # fmt: skip
    if handles:
        figure.legend(
            handles, [say(words) for _, words in found], loc="lower left", bbox_to_anchor=(0.03, 0.01),
            ncols=min(4, max(1, math.ceil(len(found) / 2))), frameon=False, fontsize=10, handletextpad=0.2,
        )  # fmt: skip


def _shown(told: str) -> str:
    """Return text without the signs that matplotlib's type has no picture of, of which it would complain."""
    from matplotlib import font_manager

    known = font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap()
    return "".join(sign if ord(sign) in known or sign == "\n" else "\ufffd" for sign in told)
