"""The page as the package builds it: small at first, and from no place that a lock file names."""

import os
import re
from pathlib import Path

import pytest

from hatch_build import BUILT, MOST_AT_FIRST, NotBuilt, sizes
from tests.neo4j_server import Unavailable
from tests.unavailable import left_out
from viz.shell import built

ROOT = Path(__file__).parents[2]
LOCKS = [
    file
    for pattern in ("*.lock", "**/package-lock.json")
    for file in ROOT.glob(pattern)
    if not {"node_modules", ".venv"} & set(file.parts)
]


def test_what_comes_first_is_small() -> None:
    if not built():
        left_out("page", Unavailable("viz/static/app is not built: python hatch_build.py"))
    *_, last = sizes(ROOT / BUILT)
    assert "First load, compressed" in last


def test_a_page_that_is_too_large_to_come_first_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "part-map.js").write_bytes(os.urandom(2 * MOST_AT_FIRST))
    (tmp_path / "page.js").write_bytes(os.urandom(MOST_AT_FIRST - 10_000))
    assert sizes(tmp_path)
    (tmp_path / "page.css").write_bytes(os.urandom(20_000))
    with pytest.raises(NotBuilt, match="more than 350 kB"):
        sizes(tmp_path)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_a_lock_file_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    # Whom the makers of a part ask for money is told by npm too; nothing is fetched there.
    without = re.sub(r'"funding":\s*(?:\{[^}]*\}|\[[^\]]*\]|"[^"]*")', "", text)
    assert '"resolved"' not in text
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url\S*", without) == []
