"""docs/py2neo.md says what an old notebook can still do: its blocks and tables run, with py2neo, on a real Neo4j."""

import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from bench.environment import NoLibraries, environment
from graph.model import Key, PersonRow, Sector, Tables, TieRow
from graph.store import Store
from ingest.load import load
from tests.neo4j_server import CACHE

PAGE = Path(__file__).parents[2] / "docs" / "py2neo.md"
ENDS = """
import json
from py2neo.errors import ClientError

def fails(call):
    try:
        eval(call)
    except ClientError:
        return True
    return False

given = json.loads(os.environ["CALLS"])
for call in given["works"]:
    eval(call)
print(json.dumps({
    "contacts": contacts, "resident": resident["key"], "several": several, "ties": ties,
    "work": [call for call in given["fails"] if not fails(call)],
}))
"""


def calls(heading: str) -> list[str]:
    table = PAGE.read_text(encoding="utf-8").partition(f"| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)


def python() -> Path:
    try:
        return environment(("py2neo==2021.2.4",), name="py2neo", cache=CACHE, wheels=False)
    except NoLibraries as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no py2neo to try: {reason}")
        pytest.skip(f"NO PY2NEO, its test is left out: {reason}")


@pytest.mark.neo4j
def test_an_old_notebook_reads_and_its_schema_calls_do_not_work(neo4j_store: Store) -> None:
    one, two, three = Key("p1"), Key("p2"), Key("p3")
    tables = Tables(
        people=(
            PersonRow(one, "Zoë ’t Ĳzer (fictief)", Sector.CITY),
            PersonRow(two, "Bo (fictief)", Sector.RESIDENT),
            PersonRow(three, "Cem (fictief)", Sector.RESIDENT),
        ),
        ties=(TieRow(one, two, trust=0.5), TieRow(three, one, trust=1.0)),
    )
    load(neo4j_store, tables, city="antwerpen", today=date(2026, 11, 28))
    works, fails = calls("works"), calls("does not work")
    assert (len(works), len(fails)) == (5, 4)
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    settings = neo4j_store.settings
    ran = subprocess.run(
        [str(python()), "-c", "".join(blocks) + ENDS],
        env={
            **os.environ,
            "PLOEG_DATABASE": settings.database,
            "PLOEG_DATABASE_USER": settings.user or "",
            "PLOEG_DATABASE_PASSWORD": settings.password or "",
            "CALLS": json.dumps({"works": works, "fails": fails}),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {
        "contacts": [
            {"person": "p1", "contacts": 2},
            {"person": "p2", "contacts": 1},
            {"person": "p3", "contacts": 1},
        ],
        "resident": "p2",
        "several": ["p1", "p2", "p3"],
        "ties": [["p1", "p2", 0.5], ["p3", "p1", 1.0]],
        "work": [],
    }
