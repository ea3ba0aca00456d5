"""The same commands on a real Neo4j, chosen by a setting."""

from pathlib import Path

import pytest

from graph.store import Store
from tests.ploeg.given import DAY, Terminal, tables_of, write_tables

pytestmark = pytest.mark.neo4j


def test_import_path_match_and_export_on_a_neo4j(neo4j_store: Store, tmp_path: Path) -> None:
    settings = neo4j_store.settings
    ploeg = Terminal(tmp_path / "data", "neostad", write_tables(tmp_path / "stad", tables_of("neostad")))

    def ran(*words: str | Path) -> object:
        result = ploeg(
            *words,
            "--json",
            PLOEG_DATABASE=settings.database,
            PLOEG_DATABASE_USER=settings.user or "",
            PLOEG_DATABASE_PASSWORD=settings.password or "",
            PLOEG_DATABASE_NAME=settings.name,
        )
        assert result.code == 0, result.err
        return result.document

    ran("import", ploeg.folder)
    path, match, _ = (
        ran("path", "p1", "p3", "--as-of", DAY),
        ran("match", "v1"),
        ran("export", tmp_path / "stad.xlsx"),
    )
    assert isinstance(path, dict)
    assert isinstance(match, dict)
    assert [person["key"] for person in path["routes"][0]["people"]] == ["p1", "p2", "p3"]
    assert match["results"][0]["person"]["key"] == "p2"
    assert not ploeg.data.exists()


def test_wrong_password_says_which_setting_to_check(neo4j_store: Store, tmp_path: Path) -> None:
    ploeg = Terminal(tmp_path / "data", "neostad", tmp_path)
    ran = ploeg(
        "search", "dam", PLOEG_DATABASE=neo4j_store.settings.database, PLOEG_DATABASE_PASSWORD="verkeerd"
    )
    assert (ran.code, "PLOEG_DATABASE_PASSWORD" in ran.err) == (1, True)
