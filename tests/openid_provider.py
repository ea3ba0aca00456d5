"""A real OpenID provider for the tests: ``oidc-provider`` on Node.js, in a process of its own."""

import hashlib
import json
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.neo4j_server import CACHE, Unavailable

PARTS = Path(__file__).with_name("openid")
CLIENT, OTHER = "ploeg", "something-else"


@dataclass(frozen=True)
class Provider:
    """Where it answers, and the secret that each of its clients has."""

    issuer: str
    secret: str
    process: "subprocess.Popen[str]"

    def next(self, sub: str, email: str | None = None, *, verified: bool = True) -> None:
        """Let this person sign in from now on."""
        self._tell({"sub": sub, "email": email, "email_verified": verified})

    def refuse(self, error: str) -> None:
        """Send whoever comes back with an error."""
        self._tell({"error": error})

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(10)

    def _tell(self, what: dict[str, object]) -> None:
        httpx.post(f"{self.issuer}/next", json=what, trust_env=False).raise_for_status()


@contextmanager
def openid_provider() -> Generator[Provider, None, None]:
    """Yield a provider with two clients."""
    node, program, secret = shutil.which("node"), _program(), secrets.token_hex(16)
    if node is None:
        message = "no node"
        raise Unavailable(message)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    clients = [
        {"client_id": name, "client_secret": secret, "redirect_uris": ["http://127.0.0.1/auth/openid/back"]}
        for name in (CLIENT, OTHER)
    ]
    with subprocess.Popen(
        [node, "--no-warnings", str(program), str(port), json.dumps(clients)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if line.strip() == "ready":
                    break
            else:
                message = "the OpenID provider does not start"
                raise RuntimeError(message)
            yield Provider(f"http://127.0.0.1:{port}", secret, process)
        finally:
            process.terminate()


def _program() -> Path:
    """Return the provider's program beside what it needs, brought from the npm registry the first time."""
    said = b"".join(
        (PARTS / name).read_bytes() for name in ("package.json", "package-lock.json", "provider.mjs")
    )
    home = CACHE / f"openid-{hashlib.sha256(said).hexdigest()[:16]}"
    if not home.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            message = "no npm"
            raise Unavailable(message)
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=CACHE))
        shutil.copytree(PARTS, draft, dirs_exist_ok=True)
        brought = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=draft, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if brought.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            message = f"npm could not bring the OpenID provider: {brought.stderr[-300:]}"
            raise Unavailable(message)
        with suppress(OSError):
            draft.rename(home)
    return home / "provider.mjs"
