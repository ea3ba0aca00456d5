"""Shapes as paths of SVG."""

import math
from collections.abc import Callable, Mapping

from viz.html import Html, tag
from viz.marks import Mark, Shape


def path(shape: Shape, x: float, y: float, radius: float) -> str:
    """Return the outline of a shape around a place; all of them cover about as much as a disc of that radius."""
    if shape is Shape.DISC:
        round_ = f"a{radius:g} {radius:g} 0 1 0"
        return f"M{x - radius:.1f} {y:.1f}{round_} {2 * radius:g} 0{round_} {-2 * radius:g} 0z"
    points = _CORNERS[shape](radius)
    return "M" + "L".join(f"{x + right:.1f} {y + down:.1f}" for right, down in points) + "z"


def swatch(mark: Mark) -> Html:
    """Return a small picture of a mark for a legend in a page; text beside it says what it means."""
    outline = tag("path", d=path(mark.shape, 10, 10, 6), **attributes(mark))
    return tag("svg", outline, viewBox="0 0 20 20", aria_hidden="true")


def attributes(mark: Mark) -> dict[str, str | int]:
    """Return colours of a mark as attributes of SVG."""
    if mark.hollow:
        return {"fill": mark.colour, "fill_opacity": "0.15", "stroke": mark.colour, "stroke_width": 2}
    return {"fill": mark.colour, "stroke": "#20262e", "stroke_width": "0.6"}


Points = list[tuple[float, float]]


def _regular(corners: int, radius: float, turn: float = -math.pi / 2) -> Points:
    return [
        (
            radius * math.cos(turn + 2 * math.pi * at / corners),
            radius * math.sin(turn + 2 * math.pi * at / corners),
        )
        for at in range(corners)
    ]


def _star(radius: float) -> Points:
    outer, inner = _regular(5, radius * 1.35), _regular(5, radius * 0.6, -math.pi / 2 + math.pi / 5)
    return [point for pair in zip(outer, inner, strict=True) for point in pair]


_CORNERS: Mapping[Shape, Callable[[float], Points]] = {
    Shape.SQUARE: lambda radius: _regular(4, radius * 1.25, math.pi / 4),
    Shape.TRIANGLE: lambda radius: _regular(3, radius * 1.4),
    Shape.FALLEN: lambda radius: _regular(3, radius * 1.4, math.pi / 2),
    Shape.DIAMOND: lambda radius: _regular(4, radius * 1.3),
    Shape.HEXAGON: lambda radius: _regular(6, radius * 1.1),
    Shape.STAR: _star,
}
