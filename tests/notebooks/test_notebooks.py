"""The section notebooks: small, without outputs, each running on every kind of edition."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest

from briefing.execute import Section, run_sections
from briefing.execute.parameters import declared_parameters
from briefing.ledger import Ledger
from briefing.section import select

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECTIONS = {"summary", "casualties", "territory", "implications", "changes", "trend", "sources"}


def test_all_sections_are_there() -> None:
    """The sections of the brief have a notebook each."""
    assert {path.stem for path in NOTEBOOKS} >= SECTIONS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_clean(path: Path) -> None:
    """Valid nbformat 4.5 for python3, headed, no outputs, a ledger parameter with a type."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.cells[0].source.startswith("# ")
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)
    assert declared_parameters(notebook, path.name)["ledger"].annotation == "str"


@pytest.mark.kernel
def test_sections_run_on_every_edition(
    week: Ledger, single: Ledger, quiet: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full week, one article and an empty week all run; figures are stored as Plotly's data."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    sections = [
        Section(f"{path.stem}-{name}", path, {"ledger": str(ledger.folder)})
        for name, ledger in (("week", week), ("single", single), ("quiet", quiet))
        for path in NOTEBOOKS
        if path.stem in SECTIONS
    ]
    runs = run_sections(sections, tmp_path, lambda _: None)
    assert [run.failure for run in runs if run.failure] == []
    drawn = {run.section.name: str(run.notebook).count("vnd.plotly.v1+json") for run in runs}
    assert {name: n for name, n in drawn.items() if n} == {
        "casualties-week": 1,
        "territory-week": 2,
        "territory-single": 1,
    }


@pytest.mark.kernel
@pytest.mark.parametrize("name", ["casualties", "territory"])
def test_a_section_loads_nothing_that_its_kernel_has_not(
    week: Ledger, tmp_path: Path, name: str
) -> None:
    """Whatever a section needs was loaded before its kernel was forked, once for all sections."""
    notebook = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    before, after = "import sys; there = {*sys.modules}", "print(sorted({*sys.modules} - there))"
    notebook.cells.insert(1, nbformat.v4.new_code_cell(before))
    notebook.cells.append(nbformat.v4.new_code_cell(after))
    path = tmp_path / f"{name}.ipynb"
    nbformat.write(notebook, path)
    section = Section(name, path, {"ledger": str(week.folder)})
    (run,) = run_sections([section], tmp_path / "out", lambda _: None)
    assert run.failure is None
    assert run.notebook.cells[-1].outputs[0].text == "[]\n"


@pytest.mark.parametrize(
    ("table", "choice", "left"),
    [
        ("tolls", {"actor": "russia"}, 2),  # attributed to Russia, whatever the case
        ("tolls", {"outcomes": "injured, displaced"}, 2),  # two outcomes
        ("tolls", {"place": "Idlib"}, 2),  # the toll's own place
        ("tolls", {"since": "2024-11-30"}, 2),  # windows that reach that day
        ("tolls", {"until": "2024-11-26"}, 4),  # windows that begin by that day
        ("territory", {"place": "saraqib"}, 1),  # a place that the claim names
        ("implications", {"actor": "Turkey"}, 2),  # among several subjects
        ("tolls", {}, 14),  # nothing chosen: all
    ],
)
def test_select(week: Ledger, table: str, choice: dict[str, str], left: int) -> None:
    """Rows are chosen by actor, place, outcome and days; what is empty does not choose."""
    assert len(select(getattr(week, table), week, **choice)) == left
