"""The engine's command line, and where the cache stands that lets Java start it three times as quickly."""

import importlib.util
import sys
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from graph.engine import DATABASE, USER, Places

COMMAND_TIMEOUT = 600_000
"""Milliseconds after which the engine gives a command up by itself: driver time-outs don't reach it."""


def package() -> Path:
    """Return where the engine's package stands."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        sys.exit("the package arcadedb-embedded is not installed")
    return Path(spec.origin).parent


def cache() -> Path:
    """Return where the cache of loaded classes of this very package stands, or will."""
    here = package()
    jars = sorted((jar.name, jar.stat().st_size, jar.stat().st_mtime_ns) for jar in (here / "jars").iterdir())
    return (
        user_cache_path("ploeg") / f"engine-{sha256(repr((str(here), jars)).encode()).hexdigest()[:16]}.aot"
    )


def command(places: Places, heap: str, bolt: int, http: int, *, record: Path | None = None) -> list[str]:
    """Return the command that starts an engine on loopback; `record` is a cache to make rather than to use."""
    here = package()
    settings = {
        "server.rootPath": places.engine.resolve(),
        "server.rootPasswordPath": places.password.resolve(),
        "server.name": "ploeg",
        "server.mode": "production",
        "server.logsDirectory": (places.engine / "log").resolve(),
        "server.defaultDatabases": f"{DATABASE}[{USER}]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "txWalFlush": 1,
        "command.timeout": COMMAND_TIMEOUT,
        "polyglotEngine.enabled": "false",
        "serverMetrics": "false",
    }
    if record is not None:
        quick = [f"-XX:AOTCacheOutput={record}"]
    else:
        # One that does not fit this Java is left aside by Java itself.
        quick = [f"-XX:AOTCache={found}"] if (found := cache()).exists() else []
    return [
        str(here / "jre" / "bin" / "java"),
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
        *quick,
        "-Djava.awt.headless=true",
        f"-Dploeg.data={places.data.resolve()}",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        f"{here / 'jars'}/*",
        "com.arcadedb.server.ArcadeDBServer",
    ]
