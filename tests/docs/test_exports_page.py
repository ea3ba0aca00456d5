"""docs/exports.md tells of every format."""

from pathlib import Path

from ploeg.commands.exporting import NETWORKS, TABLES
from viz.node_tables import EDGES, NODES

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_ending_is_in_the_page() -> None:
    assert [ending for ending in (*TABLES, *NETWORKS) if f"`.{ending}`" not in PAGE] == []


def test_every_attribute_is_in_the_page() -> None:
    assert [name for name in {*NODES, *EDGES} - {"from", "to"} if f"`{name}`" not in PAGE] == []
