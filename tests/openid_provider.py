"""A real OpenID provider for the tests: ``oidc-provider`` on Node.js, in a process of its own."""

import json
import secrets
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.npm import brought, node

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
    runtime, program, secret = node(), brought(PARTS, "provider.mjs"), secrets.token_hex(16)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    clients = [
        {"client_id": name, "client_secret": secret, "redirect_uris": ["http://127.0.0.1/auth/openid/back"]}
        for name in (CLIENT, OTHER)
    ]
    with subprocess.Popen(
        [runtime, "--no-warnings", str(program), str(port), json.dumps(clients)],
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
