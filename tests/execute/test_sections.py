"""Sections on a real kernel: side by side, a failure stays in its section."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from briefing.errors import BriefingError
from briefing.execute import Section, check_sections, run_sections

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def section(folder: Path, name: str, *cells: str) -> Section:
    """A section with a heading, a parameters cell and the given cells."""
    parameters = new_code_cell('who: str = "nobody"', metadata={"tags": ["parameters"]})
    code = [new_code_cell(cell) for cell in cells]
    made = new_notebook(cells=[new_markdown_cell(f"# {name}"), parameters, *code], metadata=KERNEL)
    nbformat.write(made, folder / f"{name}.ipynb")
    return Section(name, folder / f"{name}.ipynb", {"who": "the desk"})


@pytest.mark.kernel
def test_a_failure_stays_in_its_section(tmp_path: Path) -> None:
    """The good section has its output, the bad one a box that names cell and error."""
    good = section(tmp_path, "good", "print(who)")
    bad = section(tmp_path, "bad", "print('before')", "raise ValueError('no such place')", "1")
    done: list[str] = []
    runs = run_sections([good, bad], tmp_path / "out", lambda run: done.append(run.section.name))
    assert sorted(done) == ["bad", "good"]
    assert runs[0].failure is None
    assert runs[0].notebook.cells[-1].outputs[0].text == "the desk\n"
    failure = runs[1].failure
    assert failure is not None
    assert failure.error == "ValueError: no such place"
    for run in runs:
        written = nbformat.read(tmp_path / "out" / f"{run.section.name}.ipynb", as_version=4)
        assert run.notebook == written, "what is rendered now and what from the cache is one"
    assert "raise ValueError" in failure.cell
    box = nbformat.read(tmp_path / "out" / "bad.ipynb", as_version=4).cells[-1]
    assert box.metadata.briefing.failure.error == failure.error
    assert [cell.source for cell in runs[1].notebook.cells][-2] == "print('before')"


@pytest.mark.kernel
def test_a_kernel_that_dies_is_a_failure(tmp_path: Path) -> None:
    """A section that ends its own kernel does not take the build with it."""
    (run,) = run_sections(
        [section(tmp_path, "gone", "import os; os._exit(3)", "1")], tmp_path / "out", lambda _: None
    )
    assert run.failure is not None
    assert "Kernel died" in run.failure.error


@pytest.mark.kernel
def test_the_kernel_works_in_the_editions_folder(tmp_path: Path) -> None:
    """Paths in a notebook are relative to where it is kept, so that an edition can be moved."""
    (run,) = run_sections(
        [section(tmp_path, "where", "from pathlib import Path; print(Path.cwd().name)")],
        tmp_path / "notebooks",
        lambda _: None,
    )
    assert run.notebook.cells[-1].outputs[0].text == "notebooks\n"


def test_a_broken_notebook_is_said_before_anything_runs(tmp_path: Path) -> None:
    """A file that is no notebook stops the build with its name."""
    (tmp_path / "broken.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(BriefingError, match=r"broken.ipynb is not a notebook"):
        check_sections([Section("broken", tmp_path / "broken.ipynb", {})])


@pytest.mark.kernel
def test_a_kernel_that_lost_its_port_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kernel that dies before the first cell gets another chance; what a cell did gets none."""
    import papermill

    real, calls = papermill.execute_notebook, []

    def unlucky(*arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        if len(calls) == 1:
            raise RuntimeError("Kernel died before replying to kernel_info")
        return real(*arguments, **options)

    monkeypatch.setattr(papermill, "execute_notebook", unlucky)
    good, bad = section(tmp_path, "good", "print(who)"), section(tmp_path, "bad", "1 / 0")
    (first,) = run_sections([good], tmp_path / "out", lambda _: None)
    (second,) = run_sections([bad], tmp_path / "out", lambda _: None)
    assert first.failure is None
    assert second.failure is not None
    assert len(calls) == 3


# Runs sections in a process of its own; says what threads other than the first imported.
IMPORTS = """
import json, sys, threading
from pathlib import Path

seen = []

def watch(event, arguments):
    if event == "import" and threading.current_thread() is not threading.main_thread():
        seen.append(arguments[0])

def beside():
    import apart

sys.addaudithook(watch)
from briefing.execute import Section, run_sections

folder = Path(sys.argv[1])
sys.path.append(str(folder))
sections = [Section(name, folder / f"{name}.ipynb", {}) for name in ("one", "two", "three")]
runs = run_sections(sections, folder / "out", lambda _: None, beside=beside)
assert not [run.failure for run in runs if run.failure]
found = [name for name in seen if name in sys.modules]
print(json.dumps([name for name in found if name.split(".")[0] not in sys.stdlib_module_names]))
"""


@pytest.mark.kernel
def test_sections_that_run_import_nothing(tmp_path: Path) -> None:
    """Threads that import one library from different ends may both fail: only one may import."""
    for name in ("one", "two", "three"):
        section(tmp_path, name, "1")
    (tmp_path / "apart.py").touch()
    command = [sys.executable, "-c", IMPORTS, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == ["apart"]
