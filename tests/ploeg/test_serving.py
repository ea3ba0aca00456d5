"""``serve`` and ``demo``: real processes, asked over HTTP and told to stop."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.request import urlopen

import pytest
from pydantic import SecretStr

from graph.errors import InvalidInput
from ploeg.server import listening, place, sign_in
from ploeg.settings import Settings
from tests.ploeg.given import Terminal


@contextmanager
def started(words: Sequence[str], **variables: str) -> Generator[subprocess.Popen[str]]:
    """Start a command in a process of its own, and end it whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ploeg", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | variables,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_with(found: IO[str] | None, pattern: str) -> tuple[str, str]:
    """Read until a line matches; returns what matched and everything read."""
    assert found is not None
    read = ""
    for line in found:
        read += line
        if match := re.search(pattern, line):
            return match[0], read
    pytest.fail(f"no line with {pattern} in:\n{read}")


def asked(address: str, path: str) -> Any:
    with urlopen(f"{address}{path}", timeout=30) as answer:  # noqa: S310 - an address of our own
        return json.load(answer)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_served_until_told_to_stop(shared: Terminal, stop: signal.Signals) -> None:
    with started(["serve", "--port", "0", "--data", str(shared.data), "--city", shared.city]) as process:
        address, _ = line_with(process.stdout, r"http://127\.0\.0\.1:\d+/")
        assert asked(address, "v1/search?q=bilal")["results"][0]["key"] == "p2"
        process.send_signal(stop)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "Gestopt.\n", "")


def test_answer_over_http_is_that_of_the_command_line(shared: Terminal) -> None:
    with started(
        ["serve", "--port", "0", "--data", str(shared.data), "--city", shared.city, "--json"]
    ) as process:
        address = json.loads(line_with(process.stdout, r"\}")[1])["address"]
        answer = asked(address, "v1/paths?from=p1&to=p3&as_of=2024-06-01")
    assert answer == shared("path", "p1", "p3", "--as-of", "2024-06-01", "--json").document


def test_log_holds_no_names_and_no_searched_words(shared: Terminal) -> None:
    words = ["serve", "--port", "0", "--data", str(shared.data), "--city", shared.city]
    with started(words, PLOEG_LOG_LEVEL="debug") as process:
        address, _ = line_with(process.stdout, r"http://127\.0\.0\.1:\d+/")
        asked(address, "v1/search?q=bilal")
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert "request" in err
    assert "ilal" not in err


def test_demo_gives_a_city_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with started(["demo", "--people", "200", "--port", "0", "--no-browser"]) as process:
        address, read = line_with(process.stdout, r"http://127\.0\.0\.1:\d+/")
        people = asked(address, "v1/people?limit=5")["items"]
        assert [person["name"].endswith("(fictief)") for person in people] == [True] * 5
        data = Path(re.findall(r"--data (\S+)", read)[0])
        assert data.stat().st_mode & 0o077 == 0
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert not data.exists()
    assert data.is_relative_to(tempfile.gettempdir())


def test_demo_in_a_directory_stays_there_and_mixes_with_nothing(tmp_path: Path, shared: Terminal) -> None:
    home = tmp_path / "stad"
    words = ["demo", "--people", "200", "--port", "0", "--no-browser", "--data", str(home)]
    with started(words) as process:
        address, _ = line_with(process.stdout, r"http://127\.0\.0\.1:\d+/")
        first = asked(address, "v1/people?limit=1")["items"][0]["id"]
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert f"--data {home} serve" in out
    with started(["serve", "--port", "0", "--data", str(home)]) as process:
        address, _ = line_with(process.stdout, r"http://127\.0\.0\.1:\d+/")
        assert asked(address, "v1/people?limit=1")["items"][0]["id"] == first
    ran = shared(*words)
    assert (ran.code, "niet leeg" in ran.err) == (1, True)


def test_taken_port_is_told_with_another_one(shared: Terminal) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = shared("serve", "--port", str(port))
    assert (ran.code, f"Poort {port} is niet vrij" in ran.err, "--port 0" in ran.err) == (1, True, True)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "ploeg.example.org"])  # noqa: S104
def test_other_machines_are_refused_with_a_reason(shared: Terminal, host: str) -> None:
    ran = shared("serve", "--host", host, "--port", "0")
    assert (ran.code, "127.0.0.1" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("host", "address"), [("localhost", "127.0.0.1"), ("127.0.0.2", "127.0.0.2"), ("[::1]", "::1")]
)
def test_this_machine_has_several_names(host: str, address: str) -> None:
    assert place(host, Settings()) == address


def test_beyond_this_machine_only_behind_an_https_address() -> None:
    assert place("0.0.0.0", Settings(address="https://ploeg.voorbeeld.be")) == "0.0.0.0"  # noqa: S104
    with pytest.raises(InvalidInput, match="PLOEG_ADDRESS"):
        place("0.0.0.0", Settings())  # noqa: S104


@pytest.mark.parametrize(
    "address",
    ["http://ploeg.voorbeeld.be", "ploeg.voorbeeld.be", "https://", "https://a.be/pad", "https://u@a.be"],
)
def test_an_address_that_others_could_read_along_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(InvalidInput, match="PLOEG_ADDRESS"):
        sign_in(Settings(data=tmp_path, address=address))


def test_the_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first = sign_in(Settings(data=tmp_path / "new"))
    assert sign_in(Settings(data=tmp_path / "new")).secret == first.secret
    assert (tmp_path / "new" / "secret.key").stat().st_mode & 0o077 == 0
    assert first.secret.decode() not in repr(first)


def test_a_secret_that_was_cut_off_half_way_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_bytes(b"half")
    assert len(sign_in(Settings(data=tmp_path)).secret) >= 32


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="PLOEG_SECRET"):
        sign_in(Settings(data=tmp_path, secret=SecretStr("short")))


def test_no_part_of_an_answer_waits_for_another_to_be_acknowledged() -> None:
    found: list[int] = []

    def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def ask(taken: socket.socket) -> None:
        async with await asyncio.start_server(note, sock=taken):
            reader, writer = await asyncio.open_connection(*taken.getsockname())
            await reader.read()
            writer.close()

    with listening("127.0.0.1", 0) as (taken, _):
        asyncio.run(ask(taken))
    assert [bool(each) for each in found] == [True]


def test_port_out_of_range_is_refused() -> None:
    with pytest.raises(InvalidInput, match="99999"), listening("127.0.0.1", 99999):
        pass


def test_demo_of_too_few_people_leaves_nothing_behind(shared: Terminal) -> None:
    before = set(Path(tempfile.gettempdir()).glob("ploeg-demo-*"))
    ran = shared("demo", "--people", "3", "--port", "0", "--no-browser")
    assert (ran.code, "200" in ran.err) == (1, True)
    assert set(Path(tempfile.gettempdir()).glob("ploeg-demo-*")) == before
