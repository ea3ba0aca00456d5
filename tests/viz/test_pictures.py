"""Pictures for a report: whole files in which every node is drawn, and text is text."""

import io
import warnings
from collections import Counter
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from PIL import Image

from queries.drawn import Drawing
from tests.viz.drawings import HOSTILE, aggregated, drawings, hostile, large, small
from viz.marks import Mark, legend, mark
from viz.names import names
from viz.picture_png import picture_png
from viz.picture_svg import picture_svg

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(picture_svg(drawing))  # noqa: S314 - written here


@settings(max_examples=25, deadline=None)
@given(drawings())
def test_an_svg_is_well_formed_and_draws_every_node(drawing: Drawing) -> None:
    root = parsed(drawing)
    drawn = root.findall(f"./{SVG}g/{SVG}path/{SVG}title")
    assert len(drawn) == len(drawing.nodes)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "rect", "text", "g", "path",
    }  # fmt: skip


def test_a_hostile_name_is_text_in_an_svg() -> None:
    root = parsed(hostile())
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert {name for name in HOSTILE if name.isprintable()} <= set(titles)
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on") or "href" in name]


@pytest.mark.parametrize("drawing", [small(), aggregated(), large(200)])
def test_a_picture_has_a_legend_of_every_mark(drawing: Drawing) -> None:
    told = [element.text for element in parsed(drawing).iter(f"{SVG}text")]
    assert {words.nl for _, words in legend(drawing.nodes)} <= set(told)


def test_no_two_marks_look_alike_without_colour_among_people() -> None:
    marks = [each for each, words in legend(large(400).nodes) if words.nl.startswith("persoon")]
    assert max(Counter(each.shape for each in marks).values()) == 1


def test_a_picture_says_when_where_how_many_and_of_whom() -> None:
    told = " ".join(element.text or "" for element in parsed(small()).iter(f"{SVG}text"))
    for part in (
        "Netwerk van Proefstad op 23 november 2026",
        "3 mensen",
        "voor de coördinator",
        "iedereen in de stad",
    ):
        assert part in told
    told = " ".join(element.text or "" for element in parsed(aggregated()).iter(f"{SVG}text"))
    assert "alleen wie instemt met: meetellen in onderzoek" in told


def test_few_nodes_have_their_names_and_many_those_of_their_communities() -> None:
    assert {name.words.nl for name in names(small())} == {node.label for node in small().nodes}
    assert {name.words.nl for name in names(large(200))} <= {each.name.nl for each in large(200).communities}


def test_an_svg_of_many_stays_small() -> None:
    assert len(picture_svg(large(2000))) < 500_000


@pytest.mark.parametrize("drawing", [small(), hostile()])
def test_a_png_is_drawn_without_a_warning_in_the_colours_of_sectors(drawing: Drawing) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        written = picture_png(drawing)
    with Image.open(io.BytesIO(written)) as picture:
        assert picture.size == (1500, 1710)
        assert picture.info["Software"] == "Ploeg"
        colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b, *_) in _colours(picture)}
    drawn: set[Mark] = {mark(node) for node in drawing.nodes}
    assert {each.colour for each in drawn if not each.hollow} <= colours


def _colours(picture: Image.Image) -> list[tuple[int, tuple[int, ...]]]:
    found = picture.convert("RGB").getcolors(1500 * 1710)
    assert found is not None
    return [(count, colour) for count, colour in found if isinstance(colour, tuple)]


def test_the_same_drawing_gives_the_same_pictures() -> None:
    assert picture_svg(hostile()) == picture_svg(hostile())
    assert picture_png(aggregated()) == picture_png(aggregated())
