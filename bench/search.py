"""Search as you type: our index against what one would reach for first, on the same names and the same questions.

``python -m bench.search [--people N] [--questions N]``.  Names come from the sample city; every third surname is made
up, so that the list of words is as long as a city's.  The contenders: ``rapidfuzz.process.extract`` over all names
(typing errors yes, words of a name in any order no), and SQLite's FTS5 with prefixes, and with trigrams.  All search
names only; ours knows the other kinds of things and the extra text besides.  Also text scores (BM25) over what people
say of themselves.
"""

import argparse
import sqlite3
import time
from collections.abc import Callable
from datetime import date

import numpy as np
from rapidfuzz import fuzz, process

from bench.tables import Timing, interleaved, keep, show
from graph.analytics.search import Entry, SearchIndex
from graph.analytics.text import TextIndex
from graph.analytics.words import fold
from graph.model import Tables
from ingest.sample import sample_city

SYLLABLES = "ver haeg mans broe ck el dui ster pau wel le cle rck hui ys mar tin osm go ren bak".split()  # noqa: SIM905


def entries(tables: Tables, seed: int = 1) -> list[Entry]:
    """Return what a coordinator may find, with every third surname made up."""
    rng = np.random.default_rng(seed)
    found: list[Entry] = []
    for at, person in enumerate(tables.people):
        name = person.name.removesuffix(" (fictief)")
        if at % 3 == 0:
            made = "".join(rng.choice(SYLLABLES, rng.integers(2, 5))).capitalize()
            name = f"{name.split()[0]} {made}"
        words = " ".join((person.about or "", *(interest.theme for interest in person.themes)))
        found.append(Entry("person", f"person:{at}", person.key, name, words))
    for kind, rows in (("organisation", tables.organisations), ("neighbourhood", tables.neighbourhoods)):
        found.extend(Entry(kind, f"{kind}:{row.key}", row.key, row.name) for row in rows)
    for kind, titled in (("initiative", tables.initiatives), ("request", tables.requests)):
        found.extend(Entry(kind, f"{kind}:{row.key}", row.key, row.title) for row in titled)
    for kind, labelled in (("theme", tables.themes), ("talent", tables.talents)):
        found.extend(
            Entry(kind, f"{kind}:{row.key}", row.key, row.label_nl, row.label_en or "") for row in labelled
        )
    return found


def questions(names: list[str], number: int, seed: int = 2) -> dict[str, list[str]]:
    """Return texts of each sort, made of names that exist."""
    rng = np.random.default_rng(seed)
    drawn = [names[at] for at in rng.integers(0, len(names), number)]
    wrong: list[str] = []
    for name in drawn:
        at = int(rng.integers(1, len(name) - 1))
        wrong.append(name[:at] + name[at + 1 :] if rng.random() < 0.5 else f"{name[:at]}x{name[at + 1 :]}")
    return {
        "one letter": [name[:1] for name in drawn],
        "three letters": [name[:3] for name in drawn],
        "two words begun": [" ".join(word[:4] for word in name.split()[:2]) for name in drawn],
        "a whole name": drawn,
        "a name with a typing error": wrong,
    }


class Sqlite:
    """FTS5 over the folded names."""

    def __init__(self, names: list[str], options: str) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute(f"CREATE VIRTUAL TABLE names USING fts5(name, {options})")
        self.database.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))

    def ask(self, text: str, *, prefix: bool) -> list[tuple[str]]:
        """Return ten names with every word of `text`, as a prefix or as a piece."""
        end = "*" if prefix else ""
        words = " AND ".join(f'"{word}"{end}' for word in text.replace('"', " ").split())
        return self.database.execute(
            "SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 10", (words,)
        ).fetchall()


def timed(what: str, build: Callable[[], object]) -> None:
    begin = time.perf_counter()
    build()
    print(f"{what}: {time.perf_counter() - begin:.1f} s")


def measure_search(found: list[Entry], number: int, slow: int) -> dict[str, list[Timing]]:
    people = [entry.name for entry in found if entry.kind == "person"]
    folded = [fold(name) for name in people]
    index = SearchIndex.build(found)
    prefixes = Sqlite(folded, "prefix='1 2 3'")
    pieces = Sqlite(folded, "tokenize='trigram'")
    results: dict[str, list[Timing]] = {}
    for sort, texts in questions(people, number).items():
        contenders: dict[str, Callable[[int], object]] = {
            "Ploeg": lambda at, texts=texts: index.search(texts[at]),  # type: ignore[misc]
            "SQLite FTS5, prefixes": lambda at, texts=texts: prefixes.ask(fold(texts[at]), prefix=True),  # type: ignore[misc]
            "SQLite FTS5, trigrams": lambda at, texts=texts: pieces.ask(fold(texts[at]), prefix=False),  # type: ignore[misc]
            "rapidfuzz over all names": lambda at, texts=texts: process.extract(  # type: ignore[misc]
                fold(texts[at]), folded, scorer=fuzz.ratio, limit=10
            ),
        }
        title = f"Search, {sort}, {len(people):,} people, {len(found):,} things"
        results[sort] = interleaved(contenders, range(min(slow, number)))
        show(title, results[sort])
        alone = interleaved({"Ploeg": contenders["Ploeg"]}, range(number))
        results[f"{sort}, alone"] = alone
        print(f"\nPloeg alone, {number} questions: p50 {alone[0].p50:.2f} ms, p95 {alone[0].p95:.2f} ms")
    asked = questions(people, number)
    pairs = list(zip(asked["a name with a typing error"], asked["a whole name"], strict=True))[:slow]
    found_by: dict[str, Callable[[str], list[str]]] = {
        "Ploeg": lambda text: [fold(hit.entry.name) for hit in index.search(text)],
        "SQLite FTS5, prefixes": lambda text: [name for (name,) in prefixes.ask(fold(text), prefix=True)],
        "SQLite FTS5, trigrams": lambda text: [name for (name,) in pieces.ask(fold(text), prefix=False)],
        "rapidfuzz over all names": lambda text: [
            name for name, _, _ in process.extract(fold(text), folded, scorer=fuzz.ratio, limit=10)
        ],
    }
    print("\nThe name that was meant is among the first ten, with a typing error:")
    for contender, ask in found_by.items():
        right = sum(fold(name) in ask(text) for text, name in pairs)
        print(f"- {contender}: {right} of {len(pairs)}")
    return results


def measure_text(found: list[Entry], requests: list[str], number: int) -> dict[str, list[Timing]]:
    documents = [entry.words for entry in found if entry.kind == "person"]
    timed("Text index", lambda: TextIndex.build(documents))
    index = TextIndex.build(documents)
    allowed = np.random.default_rng(3).random(len(documents)) < 0.8
    texts = [requests[at % len(requests)] for at in range(number)]
    words = sum(len(text.split()) for text in texts) / max(len(texts), 1)
    timings = interleaved({"Ploeg": lambda at: index.scores(texts[at], allowed)}, range(number))
    show(f"Text score of a request ({words:.0f} words) against {len(documents):,} people", timings)
    return {"text": timings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--slow-questions", type=int, default=50)
    given = parser.parse_args()
    tables = sample_city(given.people, 1, today=date(2026, 11, 23))
    found = entries(tables)
    timed("Search index", lambda: SearchIndex.build(found))
    results = measure_search(found, given.questions, given.slow_questions)
    results |= measure_text(
        found, [f"{row.title} {row.text or ''}" for row in tables.requests], given.questions
    )
    keep("search", results)


if __name__ == "__main__":
    main()
