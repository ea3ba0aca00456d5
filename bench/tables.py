"""Timings side by side: every contender once per question, in turn, so that a slow moment hits them all."""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one contender: median, 95th percentile, and its median over that of the first."""

    name: str
    runs: int
    p50: float
    p95: float
    ratio: float


def interleaved(contenders: Mapping[str, Callable[[int], object]], questions: Sequence[int]) -> list[Timing]:
    """Ask every contender every question, in turn; the first one is what the others are compared with."""
    for ask in contenders.values():
        ask(questions[0])
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for question in questions:
        for name, ask in contenders.items():
            begin = time.perf_counter()
            ask(question)
            taken[name].append((time.perf_counter() - begin) * 1e3)
    first = float(np.median(taken[next(iter(contenders))]))
    return [
        Timing(
            name,
            len(times),
            float(np.median(times)),
            float(np.percentile(times, 95)),
            float(np.median(times)) / first,
        )
        for name, times in taken.items()
    ]


def machine() -> str:
    """Say what the figures were taken on."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, numpy {np.__version__}, {platform.system()}"


def show(title: str, timings: Sequence[Timing]) -> None:
    """Print a Markdown table."""
    print(f"\n### {title}\n\n{machine()}\n")
    print("| | runs | p50 ms | p95 ms | × first |\n|---|---|---|---|---|")
    for timing in timings:
        print(f"| {timing.name} | {timing.runs} | {timing.p50:.3g} | {timing.p95:.3g} | {timing.ratio:.3g} |")


def keep(name: str, results: "Mapping[str, Sequence[DataclassInstance]]") -> None:
    """Write the figures as JSON to bench/out/, for a comparison later."""
    out = Path(__file__).parent / "out"
    out.mkdir(exist_ok=True)
    text = json.dumps(
        {
            "machine": machine(),
            "argv": sys.argv[1:],
            **{k: [asdict(t) for t in v] for k, v in results.items()},
        },
        indent=1,
    )
    (out / f"{name}.json").write_text(text)
