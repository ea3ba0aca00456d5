"""A drawing as one page that carries everything with it: a map to move about in, and a table that says the same.

pyvis holds the network and brings vis-network, which draws it.  Its own page is not used: it asks another host for
styles even where told to hold everything, runs what stands in a heading or in a title with "href", and has no
language.  This page asks nobody anything, and its policy lets no other script run than its own two, known
by their hashes.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from queries.drawn import Drawing, DrawnNode
from queries.phrases import Words
from viz.html import Content, Html, tag
from viz.marks import Mark, faded, legend, mark, named, radius
from viz.names import names
from viz.shapes import swatch
from viz.sheets import counted, facts, notes, title
from viz.texts import fit
from viz.words import Language

_PARTS = Path(__file__).with_name("portable")
_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_LONGEST = 36
"""Signs of a name on the map; the table has all of it."""

_NEAR = 0.65
"""How far in a large network one looks when the names of nodes come instead of those of communities."""

_LARGER = 1.6
"""Than a picture draws it, for fingers."""

_WORDS = {
    "search": Words("Zoek een naam, wijk of thema", "Search for a name, neighbourhood or theme"),
    "seek": Words("Toon", "Show"),
    "nearer": Words("Dichterbij", "Zoom in"),
    "farther": Words("Verder weg", "Zoom out"),
    "whole": Words("Alles", "Everything"),
    "map": Words("Kaart; de tabel eronder zegt hetzelfde", "Map; the table below says the same"),
    "needs_script": Words(
        "De kaart heeft JavaScript nodig; de tabel zegt hetzelfde.",
        "The map needs JavaScript; the table says the same.",
    ),
    "table": Words("Tabel", "Table"),
    "legend": Words("Legende", "Legend"),
    "sheet": Words("Over deze gegevens", "About these data"),
    "name": Words("Naam", "Name"),
    "what": Words("Wat", "What"),
    "place": Words("Plaats", "Place"),
    "about": Words("Thema's en talenten", "Themes and talents"),
    "community": Words("Kring", "Community"),
    "people": Words("Mensen", "People"),
    "ties": Words("Verbonden met", "Connected to"),
    "found": Words("{count} gevonden", "{count} found"),
}  # fmt: skip


def portable_map(drawing: Drawing, language: Language = "nl") -> bytes:
    """Return the page, UTF-8; Dutch first with English beside it, or the other way round."""
    page = _Page(drawing, language)
    scripts = [_vis(), _script("map.js")]
    style = (_PARTS / "map.css").read_text(encoding="utf-8")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(scripts, style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", page.first(page.title)),
        tag("style", Html(style)),
    )
    body = tag(
        "body",
        page.main(),
        tag("script", _data(page.network()), id="network", type="application/json"),
        tag("script", _data({"found": page.first(_WORDS["found"])}), id="words", type="application/json"),
        [tag("script", script) for script in scripts],
    )
    return f"<!doctype html>\n{tag('html', head, body, lang=language)}\n".encode()


class _Page:
    """The parts of the page."""

    def __init__(self, drawing: Drawing, language: Language) -> None:
        self._drawing = drawing
        self._language = language
        self._other: Language = "nl" if language == "en" else "en"
        self._legend = legend(drawing.nodes)
        self.title = title(drawing.sheet)

    def first(self, words: Words) -> str:
        """Say something in the language of the page."""
        return fit(words.en if self._language == "en" else words.nl)

    def _second(self, words: Words) -> str:
        return fit(words.nl if self._language == "en" else words.en)

    def _both(self, words: Words) -> Content:
        one, other = self.first(words), self._second(words)
        return one if one == other else (one, " ", tag("span", other, lang=self._other, class_="other"))

    def main(self) -> Html:
        """Return what is read: the map, its legend, the table and the data sheet."""
        return tag(
            "main",
            tag("h1", self._both(self.title)),
            tag("p", self._counts(), class_="facts"),
            tag("noscript", tag("p", self._both(_WORDS["needs_script"]))),
            self._search(),
            tag(
                "div",
                tag("div", id="map", role="img", aria_label=self.first(_WORDS["map"]), data_live=True, hidden=True),
                self._buttons(),
                class_="drawn",
            ),
            tag("p", id="said", role="status", aria_live="polite", data_live=True, hidden=True),
            tag("h2", self._both(_WORDS["legend"])),
            tag("ul", [tag("li", swatch(each), tag("span", self._both(said))) for each, said in self._legend],
                class_="legend"),
            self._table(),
            self._sheet(),
        )  # fmt: skip

    def _counts(self) -> str:
        sheet = self._drawing.sheet
        told = [f"{count} {self.first(counted(name, count))}" for name, count in sheet.counts.items()]
        return fit(" · ".join(told))

    def _search(self) -> Html:
        label = tag("label", self._both(_WORDS["search"]), for_="search")
        typed = tag("input", type="search", id="search", autocomplete="off", maxlength=200)
        button = tag("button", self.first(_WORDS["seek"]), type="submit")
        return tag(
            "form", tag("div", label, typed), button, id="seek", role="search", data_live=True, hidden=True
        )

    def _buttons(self) -> Html:
        signs = {"nearer": "+", "farther": "−", "whole": self.first(_WORDS["whole"])}
        buttons = [
            tag("button", sign, id=name, type="button", aria_label=self.first(_WORDS[name]))
            for name, sign in signs.items()
        ]
        return tag("div", buttons, class_="zoom", data_live=True, hidden=True)

    def _table(self) -> Html:
        names = [fit(node.label) for node in self._drawing.nodes]
        joined_to: list[list[str]] = [[] for _ in names]
        for edge in self._drawing.edges:
            many = "" if edge.count is None else f" ({edge.count})"
            joined_to[edge.start].append(names[edge.end] + many)
            joined_to[edge.end].append(names[edge.start] + many)
        rows = [
            [
                tag("th", tag("bdi", names[at]), scope="row"),
                *(tag("td", _isolated(cell)) for cell in (*self._cells(node), ", ".join(joined_to[at]))),
            ]
            for at, node in enumerate(self._drawing.nodes)
        ]
        columns = ("name", "what", "place", "about", "community", "people", "ties")
        head = tag("tr", [tag("th", self._both(_WORDS[each]), scope="col") for each in columns])
        body = Html("\n".join(tag("tr", row) for row in rows))
        scrolled = tag(
            "div",
            tag("table", tag("thead", head), tag("tbody", body)),
            class_="scroll", tabindex=0, role="region", aria_label=self.first(_WORDS["table"]),
        )  # fmt: skip
        said = tag("summary", self._both(_WORDS["table"]), f" ({len(rows)})")
        return tag("details", said, scrolled, id="table")

    def _cells(self, node: DrawnNode) -> list[str]:
        community = None if node.community is None else self._drawing.communities[node.community]
        place = ", ".join(fit(each) for each in (node.neighbourhood, node.district) if each)
        people = "" if node.size is None or node.size == 1 else str(node.size)
        about = ", ".join(fit(each) for each in (*node.themes, *node.talents))
        return [
            self.first(named(node)),
            place,
            about,
            "" if community is None else self.first(community.name),
            people,
        ]

    def _sheet(self) -> Html:
        sheet = self._drawing.sheet
        halves = [
            tag(
                "div",
                tag("dl", [(tag("dt", say(what)), tag("dd", say(value))) for what, value in facts(sheet)]),
                [tag("p", say(note)) for note in notes(sheet)],
                lang=language,
            )
            for language, say in ((self._language, self.first), (self._other, self._second))
        ]
        return tag(
            "details",
            tag("summary", self._both(_WORDS["sheet"])),
            tag("div", halves, class_="halves"),
            id="sheet",
        )

    def network(self) -> dict[str, Any]:
        """Return what vis-network draws, held by pyvis; ids are positions in the drawing."""
        from pyvis.network import Network

        nodes, edges = self._drawing.nodes, self._drawing.edges
        wide = min(9000.0, max(500.0, 70 * len(nodes) ** 0.5))
        groups = {drawn: at for at, (drawn, _) in enumerate(self._legend)}
        held = Network(cdn_resources="in_line")
        # Filled as it keeps them itself: its `add_edge` looks through all edges before each one.
        held.nodes = [
            {
                "id": at,
                "x": round(node.x * wide, 1),
                "y": round((1 - node.y) * wide, 1),
                "size": radius(node) * _LARGER,
                "group": f"g{groups[mark(node)]}",
            }
            for at, node in enumerate(nodes)
        ]
        held.edges = [
            {"from": edge.start, "to": edge.end, "width": round(0.4 + 2.2 * edge.weight, 2)} for edge in edges
        ]
        held.options = _options(self._legend, len(edges))
        drawn, lines, *_, options = held.get_network_data()
        return {
            "nodes": drawn,
            "edges": lines,
            "options": json.loads(options),
            "names": [
                {
                    "label": _short(self.first(name.words)),
                    "x": round(name.x * wide, 1),
                    "y": round((1 - name.y) * wide, 1),
                }
                for name in names(self._drawing)
                if not name.radius
            ],
            "longest": _LONGEST,
            "near": _NEAR,
        }


def _options(marks: Sequence[tuple[Mark, Words]], edges: int) -> dict[str, Any]:
    groups = {}
    for at, (drawn, _) in enumerate(marks):
        fill = f"{drawn.colour}26" if drawn.hollow else drawn.colour
        edge = drawn.colour if drawn.hollow else "#20262e"
        groups[f"g{at}"] = {
            "shape": "dot" if drawn.shape == "disc" else str(drawn.shape),
            "borderWidth": 2.5 if drawn.hollow else 0.8,
            "color": {
                "background": fill, "border": edge,
                "highlight": {"background": fill, "border": "#000000"}, "hover": {"background": fill, "border": edge},
            },
        }  # fmt: skip
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "tooltipDelay": 120,
            "hideEdgesOnDrag": edges > 2000,
            "hideEdgesOnZoom": edges > 2000,
            "dragNodes": False,
        },
        "edges": {
            "smooth": False,
            "selectionWidth": 1.5,
            "color": {"opacity": faded(edges)},
        },
        "groups": groups,
    }


def _short(label: str) -> str:
    told = " ".join(fit(label).split())
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def _isolated(text: str) -> Content:
    """Return text that may turn the direction of writing such that it turns nothing beside it."""
    return text if text.isascii() else tag("bdi", text)


def _data(value: Any) -> Html:
    """Return JSON that no page takes for markup."""
    told = json.dumps(value, separators=(",", ":"), allow_nan=False)
    for sign in "<>&":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return Html(told)


def _script(name: str) -> Html:
    return Html((_PARTS / name).read_text(encoding="utf-8"))


def _vis() -> Html:
    import pyvis

    (folder,) = pyvis.__path__
    text = (Path(folder) / _VIS).read_text(encoding="utf-8")
    # Tools for developers would look for it.
    return Html(text.replace("//# sourceMappingURL=vis-network.min.js.map", ""))


def _policy(scripts: Sequence[str], style: str) -> str:
    def hashed(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    allowed = " ".join(hashed(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {hashed(style)}; base-uri 'none'; form-action 'none'"
