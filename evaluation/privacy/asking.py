"""How the attacker asks: whole answers in this process, and times of a server as users get it."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from graph.access import Role

ADDRESS = "http://127.0.0.1"


class InProcess(httpx.BaseTransport):
    """Hands requests to an application without a socket: the same answers, several times as fast."""

    def __init__(self, app: FastAPI) -> None:
        self._inside = httpx.ASGITransport(app)
        self._runner = asyncio.Runner()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._runner.run(self._answered(request))

    def close(self) -> None:
        self._runner.close()

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        answer = await self._inside.handle_async_request(request)
        # As it was sent: what is compressed is read by whoever asked.
        sent = b"".join([part async for part in answer.aiter_raw()])
        return httpx.Response(answer.status_code, headers=answer.headers, content=sent)


def inside(app: FastAPI) -> httpx.Client:
    """Return a client of `app`."""
    return httpx.Client(transport=InProcess(app), base_url=ADDRESS)


@contextmanager
def running(data: Path, city: str, role: Role) -> Generator[httpx.Client]:
    """Run ``ploeg serve`` in a process of its own in which `role` asks, and yield a client of it."""
    words = ["serve", "--port", "0", "--data", str(data), "--city", city, "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "ploeg", *words],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PLOEG_LOCAL_ROLE": str(role), "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        try:
            with httpx.Client(base_url=_address(process), timeout=30.0, trust_env=False) as client:
                yield client
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if line.startswith("}"):
            break
    found: dict[str, Any] = json.loads(told)
    return str(found["address"])


def seconds(client: httpx.Client, address: str, query: dict[str, str]) -> float:
    """Return how long an answer takes until its last byte is there."""
    begin = time.perf_counter()
    client.get(address, params=query)
    return time.perf_counter() - begin
