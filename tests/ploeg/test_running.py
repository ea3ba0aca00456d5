"""What a server that runs leaves for other commands, and what they say where none runs."""

import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from ploeg.running import keep_notice, kept_notice, noted, own_name, page_address
from ploeg.settings import Settings
from tests.ploeg.given import Terminal
from tests.ploeg.test_serving import line_with, started

LINK = r"http://127\.0\.0\.1:(\d+)/"


def test_the_address_is_that_of_a_server_that_runs(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=8377, address="")
    assert page_address(settings) == ("http://127.0.0.1:8377", False)
    with noted(tmp_path, "http://127.0.0.1:9123/"):
        assert page_address(settings) == ("http://127.0.0.1:9123", True)
    assert page_address(settings) == ("http://127.0.0.1:8377", False)


def test_one_that_ended_uncleanly_is_not_believed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    (tmp_path / "served-at").write_text(f"{ended.pid} http://127.0.0.1:9123/\n", encoding="utf-8")
    assert page_address(Settings(data=tmp_path, address=""))[1] is False


def test_an_address_that_was_set_counts_first(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, address="https://ploeg.voorbeeld.be")
    with noted(tmp_path, "http://127.0.0.1:9123/"):
        assert page_address(settings) == ("https://ploeg.voorbeeld.be", True)


def test_a_link_leads_to_the_port_that_is_served_and_the_notice_stays_with_the_data(shared: Terminal) -> None:
    data = shared.data
    ran = shared("my-data", "link", "p1")
    assert (ran.code, "PLOEG_PORT" in ran.err) == (0, True)
    keep_notice(data, "Verzonnen. / Invented.")
    try:
        with started(["--data", str(data), "--city", shared.city, "serve", "--port", "0"]) as server:
            address, _ = line_with(server.stdout, LINK)
            with urlopen(address, timeout=30) as page:  # noqa: S310 - an address of our own
                assert "Verzonnen" in page.read().decode()
            ran = shared("my-data", "link", "p1")
            assert (ran.code, address in ran.out, ran.err) == (0, True, "")
            server.send_signal(signal.SIGTERM)
            server.wait(30)
    finally:
        (data / "notice").unlink()
    assert kept_notice(data) == ""
    assert "PLOEG_PORT" in shared("my-data", "link", "p1").err


def test_a_program_that_is_not_on_the_path_is_called_as_it_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "ploeg"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("PATH", "/usr/bin")
    assert own_name() == str(program)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_name() == "ploeg"
    monkeypatch.setattr(sys, "argv", ["/somewhere/ploeg/__main__.py"])
    assert own_name() == f"{sys.executable} -m ploeg"
