"""A small city as files, and the command line run in this process."""

import json
import logging
import os
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from ploeg.cli import app

TABLES = {
    "personen": """\
id,naam,wijk,talen,themas,talenten,organisaties,email,over,consent_matching,consent_contact,consent_connector,consent_public,consent_research,consent_date
p1,An Peeters,Dam,nl,mobiliteit,,,an@example.org,,ja,ja,ja,ja,ja,2024-01-02
p2,Bilal Amrani,Dam,nl;ar,mobiliteit,voorzitten:3,Buurthuis,,Zat over schoolstraten voor,ja,,partners,,ja,2024-01-02
p3,Carla Wouters,Zurenborg,nl;fr,mobiliteit:2,,,carla@example.org,,ja,nee,nee,ja,ja,2024-01-02
p4,Dirk Maes,Zurenborg,nl,groen,,,,,,,nee,,,2024-01-02
p5,Eva De Smet,Dam,nl,groen,verslag,Buurthuis,,,ja,,ja,,ja,2024-01-02
p6,Jan Janssens,Dam,nl,groen,,,,,ja,,,,ja,2024-01-02
p7,Jan Janssens,Zurenborg,nl,groen,,,,,ja,,,,ja,2024-01-02
""",
    "organisaties": "id,naam,sector,grootte,openbaar\no1,Buurthuis,middenveld,40,ja\n",
    "themas": "id,label_nl,label_en\nmobiliteit,mobiliteit,mobility\ngroen,buurtgroen,local green\n",
    "talenten": "id,label_nl,label_en\nvoorzitten,voorzitten,chairing\nverslag,verslag,minutes\n",
    "wijken": "id,naam,district\nANT25,Dam,Antwerpen\nANT18,Zurenborg,Antwerpen\n",
    "initiatieven": "id,titel,start,einde,grootte,themas\ni1,Schoolstraat Dam,2021-01-01,2022-05-01,6,mobiliteit\n",
    "deelnames": "persoon,initiatief,rol\np1,i1,trekker\np2,i1,voorzitter\n",
    "banden": """\
van,naar,vertrouwen,laatste_contact
p1,p2,0.9,2024-05-01
p2,p3,0.8,2024-05-01
p1,p5,0.6,2024-04-01
p5,p3,0.7,2019-04-01
""",
    "vragen": """\
id,titel,tekst,soort,vrager,themas,talenten,wijken,status
v1,Schoolstraat starten,Wie kan de eerste avond voorzitten?,start,p1,mobiliteit,voorzitten,Dam,open
""",
}
"""Invented people. From An to Carla leads a way over Bilal, and another over Eva; to Dirk leads none."""

DAY = "2024-06-01"
"""The day the paths are asked of: what is dated in the tables does not age while the tests do."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The JSON document on standard output."""
        return json.loads(self.out)

    @property
    def problem(self) -> Any:
        """The JSON problem on standard error."""
        return json.loads(self.err)


def tables_of(city: str) -> dict[str, str]:
    """Return the tables with codes of neighbourhoods that no other city has: those are public, and unique."""
    return {name: text.replace("ANT", city) for name, text in TABLES.items()}


def write_tables(folder: Path, tables: Mapping[str, str]) -> Path:
    """Write tables as CSV files into a new folder, and return it."""
    folder.mkdir(parents=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


class Terminal:
    """The command line on one data directory and one city, away from what the tester has set."""

    def __init__(self, data: Path, city: str, folder: Path, at: Path | None = None) -> None:
        self.data = data
        self.at = at or data.parent
        """Where the commands are typed."""
        self.city = city
        self.folder = folder
        """Tables of the small city."""

    def __call__(self, *words: str | Path, **variables: str) -> Ran:
        """Run a command."""
        environment: dict[str, str | None] = {name: None for name in os.environ if name.startswith("PLOEG_")}
        environment |= {"PLOEG_DATA": str(self.data), "PLOEG_CITY": self.city, "COLUMNS": "160", **variables}
        root = logging.getLogger()
        handlers, level = root.handlers[:], root.level
        with chdir(self.at):
            try:
                result = CliRunner().invoke(app, [str(word) for word in words], env=environment)
            finally:
                root.handlers[:] = handlers
                root.setLevel(level)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)
