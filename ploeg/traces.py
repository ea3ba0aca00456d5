"""What the files of a data directory still hold of somebody: their texts looked for in the raw bytes."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PART = 1 << 22
"""Bytes read at a time."""

SHORTEST = 4
"""Characters under which a text is not looked for: it would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A file, relative to the directory, and how often it holds one of the texts."""

    file: str
    times: int


def traces(data: Path, texts: Sequence[str]) -> list[Trace]:
    """Return the files under a directory that hold any of some texts, as UTF-8 or UTF-16; shown by name.

    Ploeg's own back-ups are looked through unpacked; in another file that is compressed or encrypted nothing is
    found.
    """
    wanted = {text.encode(code) for text in texts if len(text) >= SHORTEST for code in ("utf-8", "utf-16-le")}
    found = [Trace(str(file.relative_to(data)), _times(file, wanted)) for file in _files(data)]
    return [trace for trace in found if trace.times]


def _files(data: Path) -> Iterator[Path]:
    return (file for file in sorted(data.rglob("*")) if file.is_file() and not file.is_symlink())


def _times(file: Path, wanted: set[bytes]) -> int:
    longest = max(map(len, wanted), default=1)
    times, kept = 0, b""
    try:
        with gzip.open(file, "rb") if file.suffix == ".backup" else file.open("rb") as opened:
            while part := opened.read(PART):
                held = kept + part
                # What lies wholly in what was kept was counted with the part before.
                times += sum(held.count(text) - kept.count(text) for text in wanted)
                kept = held[-(longest - 1) :] if longest > 1 else b""
    except FileNotFoundError:
        # A log that the engine threw away meanwhile.
        return times
    return times
