"""The notebooks run, on a fictitious city, and are kept without anything of whoever ran them."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graph.store import Store
from ingest.load import load
from ingest.sample import sample_city
from queries.snapshots import utc_today

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
CITY = "notebookstad"


def opened(path: Path) -> nbformat.NotebookNode:
    read: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return read


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_clean_and_says_that_its_data_are_fictitious(path: Path) -> None:
    notebook = opened(path)
    nbformat.validate(notebook)
    assert "**Fictitious data.**" in notebook.cells[0].source
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        assert cell.metadata == {}
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(embedded_store, sample_city(300, 1, today=utc_today()), city=CITY, today=utc_today())
    monkeypatch.setenv("PLOEG_DATA", str(embedded_store.settings.data))
    monkeypatch.setenv("PLOEG_CITY", CITY)
    monkeypatch.setenv("PYTHONWARNINGS", "error::DeprecationWarning:__main__")
    before = embedded_store.revision(CITY)
    ran = opened(path)
    NotebookClient(ran, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    outputs = [output for cell in ran.cells for output in cell.get("outputs", [])]
    assert not [
        output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"
    ]
    drawn = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(drawn) >= 5
    assert embedded_store.revision(CITY) == before
