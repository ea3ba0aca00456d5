"""Drawings for the tests: a small one, one full of hostile names, random ones, and large ones."""

import math
import random
import string
from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from graph.model import Sector
from queries.drawn import (
    DataSheet,
    Drawing,
    DrawnCommunity,
    DrawnEdge,
    DrawnNode,
    EdgeKind,
    NodeKind,
)
from queries.phrases import Words

MADE_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NOTE = Words("Wie niet gevraagd werd, staat er niet in.", "Whoever was not asked is not in it.")

HOSTILE = (
    "</script><script>window.stolen=1</script>",
    "</script><img src=x onerror=window.stolen=2>",
    "<img src=https://example.org/x.png onerror=alert(1)>",
    "javascript:window.stolen=3",
    '<a href="javascript:window.stolen=4">href</a>',
    "{{7*7}}",
    "{% include 'x' %}${7*7}",
    "a\u2028b\u2029c",
    '" onmouseover="window.stolen=5',
    "' onfocus='window.stolen=6",
    "]]><x/>&lt;&amp;&#0;",
    "=HYPERLINK(\"https://example.org\")",
    "@SUM(1+1)",
    "-1+1|2",
    "$x^2$ _onder_ *ster*",
    "![plaatje](https://example.org/x.png)",
    "עברית والعربية مرحبا",
    "\u202egnp.exe",
    "Zoë Đặng 😀👩🏽‍🔬 ﬁ",
    "bel\x07 nul\x00 del\x7f \ufffe \ud800",
    "regel\r\neen\ttwee",
    "_x0041_",
    "lang " * 200,
    "__proto__",
    "constructor",
)  # fmt: skip


def sheet_of(role: str = "coordinator", city: str = "proefstad", **counts: int) -> DataSheet:
    return DataSheet(
        city=city,
        made_at=MADE_AT,
        as_of=date(2026, 11, 23),
        role=role,
        revision=7 if role == "coordinator" else None,
        counts=counts,
        consents=() if role == "coordinator" else ("research",),
        pseudonyms=role == "researcher",
        notes=(NOTE,),
    )


def small() -> Drawing:
    """Three people, an organisation, a theme and a neighbourhood, joined in each way."""
    nodes = (
        DrawnNode(
            "person:1", NodeKind.PERSON, "An Peeters", 0.1, 0.2, key="p1", sector="resident", level=2,
            neighbourhood="Dam", district="Antwerpen", themes=("groen", "mobiliteit"), talents=("voorzitten",),
            community=0, size=1, degree=2, betweenness=0.5,
        ),
        DrawnNode("person:2", NodeKind.PERSON, "Bo Claes", 0.3, 0.25, sector="city", community=0, size=1, degree=1,
                  betweenness=0.0),
        DrawnNode("person:3", NodeKind.PERSON, "Cem Öztürk", 0.7, 0.9, size=1, degree=1),
        DrawnNode("organisation:1", NodeKind.ORGANISATION, "Buurthuis Dam", 0.2, 0.5, sector="civil_society",
                  neighbourhood="Dam", district="Antwerpen"),
        DrawnNode("theme:1", NodeKind.THEME, "mobiliteit", 0.9, 0.1),
        DrawnNode("wijk:1", NodeKind.NEIGHBOURHOOD, "Dam", 0.5, 0.5, district="Antwerpen"),
    )  # fmt: skip
    edges = (
        DrawnEdge(0, 1, EdgeKind.TIE, 0.62),
        DrawnEdge(0, 2, EdgeKind.TIE, 0.2),
        DrawnEdge(0, 3, EdgeKind.MEMBER, 1.0),
        DrawnEdge(1, 4, EdgeKind.CARES, 0.5),
        DrawnEdge(2, 5, EdgeKind.ACTIVE, 1.0),
    )
    communities = (DrawnCommunity(Words("groen in Dam", "green in Dam"), 2),)
    return Drawing(nodes, edges, communities, sheet_of(people=3, ties=2, organisations=1))


def aggregated() -> Drawing:
    """What the public gets: communities and how many ties run between them."""
    names = ("mobiliteit in Berchem", "groen in Deurne", "onderwijs", "cultuur in Merksem")
    nodes = tuple(
        DrawnNode(f"community:{at}", NodeKind.COMMUNITY, name, x, y, community=at, size=size)
        for at, (name, (x, y), size) in enumerate(
            zip(names, ((0.1, 0.2), (0.9, 0.3), (0.5, 0.9), (0.45, 0.4)), (210, 90, 35, 12), strict=True)
        )
    )
    edges = (
        DrawnEdge(0, 1, EdgeKind.BETWEEN, 0.6, count=40),
        DrawnEdge(0, 2, EdgeKind.BETWEEN, 0.2, count=9),
        DrawnEdge(1, 2, EdgeKind.BETWEEN, 0.1, count=5),
        DrawnEdge(0, 3, EdgeKind.BETWEEN, 0.1, count=6),
    )
    communities = tuple(
        DrawnCommunity(Words(name, name), node.size or 0) for name, node in zip(names, nodes, strict=True)
    )
    return Drawing(nodes, edges, communities, sheet_of("public", people=347))


def hostile() -> Drawing:
    """A network in which whatever comes from people tries to be something else than text."""
    nodes = tuple(
        DrawnNode(
            f"person:{at}", NodeKind.PERSON, name, math.cos(at) / 2 + 0.5, math.sin(at) / 2 + 0.5, key=name,
            sector=name if at % 5 == 0 else "resident", neighbourhood=name, district=name, themes=(name, "href"),
            talents=(name,), community=0, size=1, degree=1, betweenness=0.01,
        )
        for at, name in enumerate(HOSTILE)
    )  # fmt: skip
    edges = tuple(DrawnEdge(at, at + 1, EdgeKind.TIE, 0.5) for at in range(len(nodes) - 1))
    name = Words(HOSTILE[0], HOSTILE[1])
    sheet = sheet_of(city=HOSTILE[1], people=len(nodes))
    return Drawing(nodes, edges, (DrawnCommunity(name, len(nodes)),), sheet)


def large(people: int, *, seed: int = 1) -> Drawing:
    """A network in communities, three to five ties a person, for pictures and measurements."""
    rng = random.Random(seed)
    groups = max(3, round(math.sqrt(people) / 3))
    middles = [
        (0.5 + away * math.cos(2.4 * at), 0.5 + away * math.sin(2.4 * at))
        for at in range(groups)
        for away in [0.38 * math.sqrt(at / groups)]
    ]
    sectors: Sequence[str | None] = (*("resident",) * 6, *(str(sector) for sector in Sector), None)
    places = ("Borgerhout", "Deurne-Noord", "Kiel", "Linkeroever", "Luchtbal", "Merksem")
    themes = ("mobiliteit", "groen", "onderwijs", "cultuur", "wonen", "ouderen")
    group = [min(groups - 1, int(rng.expovariate(1.6) * groups / 3)) for _ in range(people)]
    members: list[list[int]] = [[] for _ in range(groups)]
    for person, at in enumerate(group):
        members[at].append(person)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < 3 * people:
        one = rng.randrange(people)
        other = rng.choice(members[group[one]]) if rng.random() < 0.85 else rng.randrange(people)
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    degree = [0] * people
    for one, other in pairs:
        degree[one] += 1
        degree[other] += 1
    nodes = tuple(
        DrawnNode(
            f"person:{at:05}", NodeKind.PERSON, f"{rng.choice(('An', 'Bilal', 'Chris', 'Dina', 'Eva'))} "
            f"{''.join(rng.choices(string.ascii_lowercase, k=7)).capitalize()}",
            min(1.0, max(0.0, rng.gauss(middles[group[at]][0], 0.045))),
            min(1.0, max(0.0, rng.gauss(middles[group[at]][1], 0.045))),
            key=f"p{at}", sector=rng.choice(sectors), level=rng.choice((1, 2, 3)),
            neighbourhood=rng.choice(places), district="Antwerpen", themes=(rng.choice(themes),),
            talents=(), community=group[at], size=1, degree=degree[at], betweenness=rng.random() / 100,
        )
        for at in range(people)
    )  # fmt: skip
    edges = tuple(
        DrawnEdge(one, other, EdgeKind.TIE, round(rng.uniform(0.15, 1), 3)) for one, other in sorted(pairs)
    )
    communities = tuple(
        DrawnCommunity(Words(name, name), len(members[at]))
        for at in range(groups)
        for name in [f"{themes[at % 6]} in {places[at % 5]}"]
    )
    return Drawing(nodes, edges, communities, sheet_of(people=people, ties=len(edges)))


texts = st.text(min_size=1, max_size=12) | st.sampled_from(HOSTILE)
maybe = st.none() | texts
unit = st.floats(0, 1).map(lambda value: round(value, 6))


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Networks of at most seven nodes with any text."""
    count = draw(st.integers(0, 7))
    groups = draw(st.integers(0, 2))
    nodes = tuple(
        DrawnNode(
            f"{draw(texts)}:{at}",
            draw(st.sampled_from(NodeKind)),
            draw(texts),
            draw(unit),
            draw(unit),
            key=draw(maybe),
            sector=draw(st.none() | st.sampled_from([str(sector) for sector in Sector]) | texts),
            level=draw(st.none() | st.integers(1, 3)),
            neighbourhood=draw(maybe),
            district=draw(maybe),
            themes=tuple(sorted(set(draw(st.lists(texts, max_size=2))))),
            talents=tuple(sorted(set(draw(st.lists(texts, max_size=2))))),
            community=draw(st.none() | st.integers(0, groups - 1)) if groups else None,
            size=draw(st.none() | st.integers(1, 500)),
            degree=draw(st.none() | st.integers(0, 99)),
            betweenness=draw(st.none() | unit),
        )
        for at in range(count)
    )
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count)]
    edges = tuple(
        DrawnEdge(
            one,
            other,
            draw(st.sampled_from(EdgeKind)),
            draw(unit.filter(bool)),
            draw(st.none() | st.integers(1, 50)),
        )
        for one, other in (draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else [])
    )
    communities = tuple(DrawnCommunity(Words(draw(texts), draw(texts)), 5) for _ in range(groups))
    return Drawing(
        nodes, edges, communities, sheet_of(draw(st.sampled_from(["coordinator", "researcher", "public"])))
    )
