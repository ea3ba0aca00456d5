"""A neighbourhood budget of Amsterdam as initiatives with themes; three requests in Dutch matched against it.

``python -m evaluation.amsterdam``.  The 52 projects and their categories are real; the people who took part are
invented, one or two a project, and marked so.
"""

import csv
import random
import tempfile
from pathlib import Path

from evaluation.data import VIEWER, imported, shared, tell
from queries.matching import match
from queries.requested import Wanted
from queries.search import search

REQUESTS = (
    "Wij willen ouderen die alleen wonen samen laten eten. Wie heeft dat al eens georganiseerd?",
    "Onze straat wil meer groen en minder stenen, wie helpt ons op weg?",
    "We zoeken iemand die met jongeren een sporttoernooi kan opzetten.",
)
NAMES = (
    "Ank",
    "Bo",
    "Cas",
    "Daan",
    "Eva",
    "Fenna",
    "Gijs",
    "Hanna",
    "Ivo",
    "Jet",
    "Kai",
    "Lot",
    "Mees",
    "Noor",
)


def projects() -> list[dict[str, str]]:
    """Return the rows of the PROJECTS section."""
    lines = shared("participation", "pabulib_amsterdam_166.pb").read_text(encoding="utf-8").splitlines()
    begin, end = lines.index("PROJECTS") + 1, lines.index("VOTES")
    return list(csv.DictReader(lines[begin:end], delimiter=";"))


def write(folder: Path, name: str, header: list[str], rows: list[list[str]]) -> Path:
    """Write one table."""
    path = folder / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def tables(folder: Path, seed: int = 1) -> list[Path]:
    """Write themes, initiatives, people and participations."""
    chance = random.Random(seed)
    found = projects()
    categories = sorted({part.strip() for row in found for part in row["category"].split(",")})
    people = [
        [f"m{number}", f"{NAMES[number % len(NAMES)]} {number} (fictief)", "yes", "2024-01-01"]
        for number in range(60)
    ]
    taken_part = {(chance.choice(people)[0], row["project_id"]) for row in found for _ in range(2)}
    return [
        write(folder, "themes", ["id", "label_nl"], [[f"t{at}", label] for at, label in enumerate(categories)]),
        write(
            folder,
            "initiatives",
            ["id", "title", "start", "end", "size", "themes"],
            [
                [row["project_id"], row["name"], "2019-01-01", "2019-12-31", row["votes"],
                 "|".join(part.strip() for part in row["category"].split(","))]
                for row in found
            ],
        ),
        write(folder, "people", ["id", "name", "consent_matching", "consent_date"], people),
        write(folder, "participations", ["person", "initiative"], [list(pair) for pair in sorted(taken_part)]),
    ]  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, imported(tables(Path(folder))) as filled:
        tell(filled)
        for text in REQUESTS:
            answer = match(filled.store, filled.snapshots, VIEWER, wanted=Wanted(text), k=3)
            understood = (
                ", ".join((*answer.request.themes, *answer.request.talents)) or "no theme found in the text"
            )
            print(f"\n> {text}\n  themes read from it: {understood}")
            for found in answer.results:
                print(f"  {found.score:.2f} {found.person.name}: {'; '.join(found.reasons.nl)}")
        for words in ("ouderen", "groen", "sporttoernoi"):
            hits = search(filled.store, filled.snapshots, VIEWER, words, kinds=("initiative",), limit=3)
            print(f"\nsearch {words!r}: {'; '.join(hit.name for hit in hits.results) or 'nothing'}")


if __name__ == "__main__":
    main()
