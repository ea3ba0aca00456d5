"""The shell of the page names what its script will ask for, and nothing else."""

import json
import re
from pathlib import Path

import pytest

from viz.shell import first_asked, shell


@pytest.mark.parametrize(
    ("place", "view", "size", "asked"),
    [
        ("start", "", "", ["/v1/me"]),
        ("kaart", "", "", ["/v1/me", "/v1/map"]),
        ("kaart", "kringen", "degree", ["/v1/me", "/v1/map"]),
        ("kaart", "tabel", "betweenness", ["/v1/me", "/v1/map?measured=true"]),
        ("kaart", "stad", "betweenness", ["/v1/me"]),
        ("pad", "", "", ["/v1/me"]),
    ],
)
def test_what_the_script_asks_first_is_on_its_way_before_it_runs(
    built: Path, place: str, view: str, size: str, asked: list[str]
) -> None:
    page = shell("nl", "", first_asked(place, view, size))
    assert (
        re.findall(r'<link rel="preload" href="([^"]+)" as="fetch" crossorigin="anonymous">', page) == asked
    )
    assert built.exists()


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A page of four parts, as its build tells of them."""
    script = tmp_path / "page.js"
    script.touch()
    monkeypatch.setattr("viz.shell.SCRIPT", script)
    told = {
        "src/main.ts": {"file": "page.js", "imports": ["_map.js"], "dynamicImports": ["src/draw/network.ts"]},
        "src/draw/network.ts": {"file": "part-network-1.js", "imports": ["_map.js", "_utils.js"]},
        "_map.js": {"file": "part-map-1.js", "imports": ["_utils.js"]},
        "_utils.js": {"file": "part-utils-1.js"},
        "src/other.ts": {"file": "part-other-1.js"},
    }
    (tmp_path / "parts.json").write_text(json.dumps(told), encoding="utf-8")
    return script


@pytest.mark.parametrize(("draws", "parts"), [(False, ["map", "utils"]), (True, ["map", "utils", "network"])])
def test_the_parts_of_the_script_are_named_each_once(built: Path, draws: bool, parts: list[str]) -> None:
    page = shell("nl", draws=draws)
    named = re.findall(r'<link rel="modulepreload" href="/static/app/part-(\w+)-1.js">', page)
    assert named == parts
    (built.parent / "parts.json").unlink()
    assert "modulepreload" not in shell("nl", draws=draws)
