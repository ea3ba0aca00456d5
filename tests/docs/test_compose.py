"""docker-compose.yml: no default password, nothing published beyond loopback, health before start."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "docker-compose.yml"


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text())["services"]
    return found


def composer() -> list[str] | None:
    """Return a command that reads compose files, where this machine has one."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            tried = subprocess.run([*command, "version"], capture_output=True, check=False)
            if tried.returncode == 0:
                return command
    return None


def test_every_password_must_be_set_by_whoever_starts_it() -> None:
    text = FILE.read_text()
    assert text.count("${NEO4J_PASSWORD:?") == 2
    assert "${NEO4J_PASSWORD}" not in text


def test_nothing_is_published_beyond_this_machine() -> None:
    ports = [port for service in services().values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_service_has_a_health_check_and_the_store_comes_first() -> None:
    assert all("healthcheck" in service for service in services().values())
    assert services()["ploeg"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert services()["neo4j"]["image"].startswith("neo4j:5.26")


def test_compose_itself_understands_the_file() -> None:
    command = composer()
    if command is None:
        pytest.skip("no docker compose on this machine: the file is checked by its rules only")
    environment = {**os.environ, "NEO4J_PASSWORD": "example"}
    told = subprocess.run(
        [*command, "-f", str(FILE), "config"], capture_output=True, text=True, env=environment, check=False
    )
    assert told.returncode == 0, told.stderr
    without = {name: value for name, value in environment.items() if name != "NEO4J_PASSWORD"}
    refused = subprocess.run(
        [*command, "-f", str(FILE), "config"], capture_output=True, text=True, env=without, check=False
    )
    assert refused.returncode != 0
