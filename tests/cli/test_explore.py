"""`briefing explore`: working copies that are ready to run and never lose a change."""

from __future__ import annotations

import urllib.request
from pathlib import Path
from typing import Any

import nbformat
import pytest

from briefing.cli.explore import find_edition
from briefing.cli.lab import serve
from briefing.desk import Desk, Edition
from briefing.errors import BriefingError
from briefing.explore import copy_notebook


def write_notebook(path: Path, *code: str) -> None:
    """A notebook whose first cell is the parameters cell."""
    cells = [nbformat.v4.new_code_cell(source) for source in code]
    cells[0].metadata["tags"] = ["parameters"]
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


def read(path: Path) -> Any:
    """The notebook as nbformat has it."""
    return nbformat.read(path, as_version=4)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with one section, `damage`, and one parameter set for it."""
    write_notebook(tmp_path / "notebooks" / "damage.ipynb", 'ledger: str = "x"', "print(ledger)")
    (tmp_path / "briefing.toml").write_text(
        '[brief]\nsections = ["damage"]\n[parameters.damage]\nlimit = 3\n', encoding="utf-8"
    )
    return Desk.load(tmp_path)


@pytest.fixture
def edition(desk: Desk) -> Edition:
    """An edition whose ledger is there."""
    edition = Edition.week("2024-W48", desk.reports)
    (edition.folder / "ledger").mkdir(parents=True)
    return edition


def test_parameters_are_injected(desk: Desk, edition: Edition) -> None:
    """The copy has a cell with the ledger as seen from its folder, and the desk's parameters."""
    copy = copy_notebook(desk, edition, "damage")
    notebook = read(copy.path)
    injected = [c for c in notebook.cells if "injected-parameters" in c.metadata.get("tags", [])]
    values: dict[str, Any] = {}
    exec(injected[0].source, values)
    ledger = (copy.path.parent / values["ledger"]).resolve()
    assert (ledger, values["limit"]) == (edition.folder / "ledger", 3)
    assert [c.source for c in notebook.cells if c is not injected[0]] == [
        'ledger: str = "x"',
        "print(ledger)",
    ]


def test_changed_copy_is_kept(desk: Desk, edition: Edition) -> None:
    """A copy in which the analyst changed a cell is left as it is."""
    path = copy_notebook(desk, edition, "damage").path
    notebook = read(path)
    notebook.cells[-1].source = "print('mine')"
    nbformat.write(notebook, path)
    assert copy_notebook(desk, edition, "damage").kept
    assert read(path).cells[-1].source == "print('mine')"


def test_copy_that_only_ran_is_renewed(desk: Desk, edition: Edition) -> None:
    """Outputs alone are no change: the copy follows a changed section."""
    path = copy_notebook(desk, edition, "damage").path
    notebook = read(path)
    notebook.cells[-1].outputs = [nbformat.v4.new_output("stream", text="x")]
    nbformat.write(notebook, path)
    write_notebook(desk.root / "notebooks" / "damage.ipynb", 'ledger: str = "x"', "print(2)")
    assert not copy_notebook(desk, edition, "damage").kept
    assert read(path).cells[-1].source == "print(2)"


def test_broken_copy_is_told(desk: Desk, edition: Edition) -> None:
    """A copy that is no notebook is an error that names it, and it stays where it is."""
    path = copy_notebook(desk, edition, "damage").path
    path.write_text("not a notebook", encoding="utf-8")
    with pytest.raises(BriefingError, match=r"damage\.ipynb is not a readable notebook"):
        copy_notebook(desk, edition, "damage")
    assert path.read_text(encoding="utf-8") == "not a notebook"


def test_edition_is_found_by_name(desk: Desk, edition: Edition) -> None:
    """An edition that exists is opened without building, whatever it is named after."""
    report = desk.reports / "report"
    (report / "ledger").mkdir(parents=True)
    assert find_edition(desk, "report").folder == report
    assert find_edition(desk, "2024-W48").folder == edition.folder


@pytest.mark.kernel
def test_server_answers_with_the_notebook(desk: Desk, edition: Edition) -> None:
    """JupyterLab runs over the desk, its address opens, and it is gone afterwards."""
    copy = copy_notebook(desk, edition, "damage")
    with serve(desk.root, copy.path, browser=False) as (address, server):
        with urllib.request.urlopen(address, timeout=30) as page:
            assert page.status == 200
        content = address.replace("/lab/tree/", "/api/contents/")
        with urllib.request.urlopen(content, timeout=30) as file:
            assert b"injected-parameters" in file.read()
    assert server.poll() is not None


def test_server_that_does_not_start(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that ends at once is told with its own last words."""
    monkeypatch.setattr("sys.executable", "/bin/false")
    with (
        pytest.raises(BriefingError, match="JupyterLab does not start: it gave no reason"),
        serve(desk.root, desk.root / "explore", browser=False),
    ):
        pass
