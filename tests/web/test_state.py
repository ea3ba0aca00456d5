"""What the page works out without a page (viz/web/src/core), tried in a real browser."""

from pathlib import Path

import pytest

from hatch_build import Node
from tests.browser import program
from tests.neo4j_server import Unavailable
from tests.unavailable import left_out

WEB = Path(__file__).parents[2] / "viz" / "web"
FEATURES = sorted(folder.name for folder in (WEB / "src" / "core").iterdir() if folder.is_dir())


def test_state_functions_hold_in_a_real_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.setenv("CHROMIUM", program())
    except Unavailable as reason:
        left_out("real browser", reason)
    node = Node(WEB)
    node.install("vitest")
    said = node.run("node_modules/vitest/vitest.mjs", "run", "--reporter=tap-flat")
    assert "not ok" not in said
    for feature in FEATURES:
        assert f"tests/{feature}.test.ts" in said


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_tests_of_its_own(feature: str) -> None:
    assert (WEB / "tests" / f"{feature}.test.ts").exists()
