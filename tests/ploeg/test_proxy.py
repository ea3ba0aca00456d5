"""Behind a real nginx with TLS, as docs/operations.md sets it up."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.access import Role, Viewer
from ploeg.session import Session, session
from ploeg.settings import Settings
from queries import accounts
from tests.api.calls import PASSWORD
from tests.ploeg.test_serving import line_with, started

NAME = "ploeg.voorbeeld.be"
EMAIL = "an@voorbeeld.be"
OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def configured(folder: Path, own: int, behind: int) -> Path:
    """Write the configuration of the documentation, with a certificate, ports and paths of our own."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    block = re.search(r"```nginx\n(.*?)```", OPERATIONS.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    server = block[1].replace("listen 443 ssl;", f"listen 127.0.0.1:{own} ssl;")
    server = server.replace("http://127.0.0.1:8377", f"http://127.0.0.1:{behind}")
    server = re.sub(
        r"# ssl_certificate and.*",
        f"ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;",
        server,
    )
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{places}{server}}}\n"
    )
    return file


@pytest.fixture(scope="module")
def behind_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a proxy in front of a server with one account."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no nginx to test behind")
        pytest.skip("NO NGINX, tests behind a proxy left out")
    folder = tmp_path_factory.mktemp("proxy")
    os.chmod(folder, 0o755)  # noqa: S103 - the proxy's workers are another user
    with session(Settings(data=folder / "data")) as opened:
        _account(opened)
        own, behind = free_port(), free_port()
        words = ["serve", "--port", str(behind), "--data", str(folder / "data")]
        variables = {"PLOEG_ADDRESS": f"https://{NAME}", "PLOEG_PROXY": "127.0.0.1"}
        with started(words, **variables) as process:
            line_with(process.stdout, r"met aanmelden")
            proxy = subprocess.Popen([nginx, "-c", configured(folder, own, behind), "-p", folder])
            try:
                _wait(own)
                yield own
            finally:
                proxy.terminate()
                proxy.wait(timeout=10)


def _account(opened: Session) -> None:
    viewer = Viewer(Role.ADMIN, "antwerpen")
    made = accounts.add(opened.store, viewer, EMAIL, [Role.ADMIN])
    accounts.choose_password(opened.store, made.id, PASSWORD)


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the proxy did not start")


def client(port: int, place: str = "127.0.0.1") -> httpx.Client:
    """A browser at one of this machine's own addresses."""
    transport = httpx.HTTPTransport(verify=False, local_address=place)
    headers = {"Host": NAME, "Origin": f"https://{NAME}"}
    return httpx.Client(
        base_url=f"https://127.0.0.1:{port}", transport=transport, headers=headers, timeout=30
    )


def sign_in(browser: httpx.Client, password: str, **headers: str) -> httpx.Response:
    return browser.post("/v1/sessions", json={"email": EMAIL, "password": password}, headers=headers)


def test_one_signs_in_through_the_proxy(behind_proxy: int) -> None:
    with client(behind_proxy) as browser:
        assert browser.get("/v1/people").status_code == 401
        answer = sign_in(browser, PASSWORD)
        cookie = answer.headers["set-cookie"]
        assert (answer.status_code, cookie.startswith("__Host-ploeg="), "; Secure" in cookie) == (
            200,
            True,
            True,
        )
        held = {"Cookie": cookie.partition(";")[0]}
        assert browser.get("/v1/accounts", headers=held).json()["items"][0]["email"] == EMAIL
        assert "max-age" in browser.get("/", headers=held).headers["strict-transport-security"]


def test_another_name_is_refused(behind_proxy: int) -> None:
    with client(behind_proxy) as browser:
        assert browser.get("/healthz", headers={"Host": "evil.example"}).status_code == 421


def test_another_origin_writes_nothing(behind_proxy: int) -> None:
    with client(behind_proxy) as browser:
        for origin in ("https://evil.example", f"http://{NAME}"):
            assert sign_in(browser, PASSWORD, Origin=origin).json()["code"] == "cross_origin"


def test_failures_count_for_the_place_they_come_from_and_not_for_the_proxy(behind_proxy: int) -> None:
    with client(behind_proxy, "127.0.0.9") as guesser, client(behind_proxy, "127.0.0.8") as other:
        codes = [
            # What a client says of itself is not believed.
            sign_in(guesser, "iets anders", **{"X-Forwarded-For": f"10.0.0.{number}"}).status_code
            for number in range(6)
        ]
        assert codes == [401] * 5 + [429]
        assert sign_in(other, PASSWORD).status_code == 200


def test_the_links_of_invitations_lead_to_the_address(behind_proxy: int) -> None:
    with client(behind_proxy) as browser:
        held = {"Cookie": sign_in(browser, PASSWORD).headers["set-cookie"].partition(";")[0]}
        answer = browser.post(f"/v1/accounts/{EMAIL}/invitation", headers=held)
        assert answer.json()["link"].startswith(f"https://{NAME}/uitnodiging?sleutel=")
