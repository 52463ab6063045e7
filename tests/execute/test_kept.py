"""A section that ran is kept as long as nothing it can see has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from briefing.execute import KeptSections, Section, SectionRun
from briefing.execute.section import read_notebook
from briefing.reuse.store import Store
from tests.execute.test_sections import section


@pytest.fixture
def ran(tmp_path: Path) -> tuple[KeptSections, Section]:
    """A store that has kept one section, which is in ``out``."""
    one = section(tmp_path, "one", "print(who)")
    kept = KeptSections(Store(tmp_path / "cache"), "context")
    kept.keep([_run(one, tmp_path / "out")], tmp_path / "out")
    return kept, one


def _run(one: Section, folder: Path) -> SectionRun:
    """The section as if it had been run."""
    folder.mkdir(exist_ok=True)
    nbformat.write(read_notebook(one.notebook), folder / f"{one.name}.ipynb")
    return SectionRun(one, read_notebook(one.notebook), 1.0)


def test_it_is_found_with_its_file(ran: tuple[KeptSections, Section], tmp_path: Path) -> None:
    """The same section gives the same notebook, on disk and in hand."""
    kept, one = ran
    (tmp_path / "next").mkdir()
    found = kept.find(one, tmp_path / "next")
    assert found is not None
    assert found.notebook == read_notebook(tmp_path / "next" / "one.ipynb")
    assert (tmp_path / "next" / "one.ipynb").read_bytes() == (
        tmp_path / "out" / "one.ipynb"
    ).read_bytes()


def test_each_ingredient_counts(ran: tuple[KeptSections, Section], tmp_path: Path) -> None:
    """Another parameter, name, notebook or context: it is run."""
    kept, one = ran
    out = tmp_path / "out"
    store = Store(tmp_path / "cache")
    assert kept.find(replace(one, parameters={"who": "another"}), out) is None
    assert kept.find(replace(one, name="two"), out) is None
    assert KeptSections(store, "another context").find(one, out) is None
    assert kept.find(section(tmp_path, "one", "print(who, who)"), out) is None
    assert kept.find(section(tmp_path, "one", "print(who)"), out) is None  # its cells' ids are new


def test_one_that_asks_to_run_always_is_never_kept(tmp_path: Path) -> None:
    """A notebook that asks the clock says so in its metadata."""
    one = section(tmp_path, "one", "print(who)")
    notebook = read_notebook(one.notebook)
    notebook.metadata["briefing"] = {"always_run": True}
    nbformat.write(notebook, one.notebook)
    kept = KeptSections(Store(tmp_path / "cache"), "context")
    kept.keep([_run(one, tmp_path / "out")], tmp_path / "out")
    assert kept.find(one, tmp_path / "out") is None


@pytest.mark.parametrize("spoil", ["failure", "file"])
def test_what_is_not_whole_is_not_kept(tmp_path: Path, spoil: str) -> None:
    """Neither a section that failed, nor one that wrote files of its own beside the notebook."""
    from briefing.execute import Failure

    one = section(tmp_path, "one", "print(who)")
    run = _run(one, tmp_path / "out")
    options: dict[str, Any] = {"failure": Failure("one", "cell 1", "no")}
    if spoil == "file":
        (tmp_path / "out" / "chart.png").touch()
        options = {}
    kept = KeptSections(Store(tmp_path / "cache"), "context")
    kept.keep([replace(run, **options)], tmp_path / "out")
    assert kept.find(one, tmp_path / "out") is None
