"""Runs the section notebooks side by side with Papermill."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import Any

from briefing.execute.kept import KeptSections
from briefing.execute.kernels import kernel_options
from briefing.execute.parameters import check_parameters, declared_parameters
from briefing.execute.section import Failure, Section, SectionRun, read_notebook
from briefing.kernels.connection import end_parents, end_spares
from briefing.settings.tables import LimitsTable

# Jupyter chooses a kernel's ports before the kernel takes them; another process may be quicker.
KERNEL_STARTS = 3


def check_sections(sections: Sequence[Section]) -> None:
    """Raise BriefingError if any notebook can't be read or any parameter does not fit it."""
    for section in sections:
        declared = declared_parameters(read_notebook(section.notebook), section.notebook.name)
        check_parameters(section.parameters, declared, section.notebook)


def run_sections(
    sections: Sequence[Section],
    folder: Path,
    on_done: Callable[[SectionRun], None],
    limits: LimitsTable = LimitsTable(),
    kept: KeptSections | None = None,
    beside: Callable[[], None] = lambda: None,
) -> list[SectionRun]:
    """Run every section; executed notebooks go to ``folder``, which is also the kernels' folder.

    As many run at a time as there are processors. A section that fails or goes beyond ``limits``
    does not stop the others. One that ``kept`` has is not run again. ``beside`` is called while any
    run, in a thread of its own; it alone may import, and what it raises is not heard of.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = [kept.find(section, folder) for section in sections] if kept else []
    known = {run.section.name: run for run in found if run}
    for run in known.values():
        on_done(run)
    missing = [section for section in sections if section.name not in known]
    if missing:
        done = _run_all(missing, folder, on_done, limits, beside)
        known |= {run.section.name: run for run in done}
    runs = [known[section.name] for section in sections]
    if kept:
        kept.keep(runs, folder)
    return runs


def _run_all(
    sections: Sequence[Section],
    folder: Path,
    on_done: Callable[[SectionRun], None],
    limits: LimitsTable,
    beside: Callable[[], None],
) -> list[SectionRun]:
    _load_libraries()
    stopped = Event()

    def run(section: Section, awaited: int) -> SectionRun:
        with _own_event_loop():
            done = run_section(section, folder, kernel_options(limits, awaited), stopped)
        on_done(done)
        return done

    at_once = min(len(sections), os.cpu_count() or 1)
    with ThreadPoolExecutor(1) as aside, ThreadPoolExecutor(at_once) as pool:
        aside.submit(beside)
        try:
            done = list(pool.map(run, sections, reversed(range(len(sections)))))
        except KeyboardInterrupt:
            stopped.set()
            end_parents()  # or leaving would wait for the cells that are running
            raise
    end_spares()
    return done


@contextmanager
def _own_event_loop() -> Iterator[None]:
    """Close the event loop that nbclient makes for each thread and leaves open."""
    from jupyter_core.utils import ensure_event_loop

    loop = ensure_event_loop()
    try:
        yield
    finally:
        loop.close()


def run_section(
    section: Section, folder: Path, options: Mapping[str, Any], stopped: Event
) -> SectionRun:
    """Run one section and return it with its outputs, also where it failed.

    ``options`` are papermill's, made by ``kernel_options``. Once all is ``stopped``, no kernel is
    started again.
    """
    began = time.perf_counter()
    output = folder / f"{section.name}.ipynb"
    for _ in range(KERNEL_STARTS):
        notebook, error = _execute(section, folder, options)
        if error is None or stopped.is_set() or any(map(_started, notebook.cells)):
            break
    failure = _mark_failure(notebook, section, error) if error else None
    _write(notebook, section, output)
    return SectionRun(section, notebook, time.perf_counter() - began, failure)


def _execute(section: Section, folder: Path, options: Mapping[str, Any]) -> tuple[Any, str | None]:
    """Run the notebook in ``folder``; return it with its outputs, and in one line what went wrong,
    if anything did."""
    import papermill

    from briefing.execute.engine import NAME

    held: list[Any] = []
    error = None
    try:
        papermill.execute_notebook(
            str(section.notebook),
            None,
            parameters=dict(section.parameters),
            engine_name=NAME,
            held=held,
            progress_bar=False,
            # The kernel's folder, without changing that of this process as ``cwd`` would.
            resources={"metadata": {"path": str(folder)}},
            **options,
        )
    except papermill.PapermillExecutionError as caught:
        error = f"{caught.ename}: {caught.evalue}"
    except Exception as caught:  # whatever stops a kernel must not stop the brief
        reason = (str(caught).strip() or "no reason given").splitlines()[0]
        error = f"{type(caught).__name__}: {reason}"
    return held[0] if held else read_notebook(section.notebook), error


def _mark_failure(notebook: Any, section: Section, error: str) -> Failure:
    """Keep what ran before the failure, and add a cell that tells of it."""
    import nbformat

    failure = Failure(section.name, _cut_at_failure(notebook), error)
    box = nbformat.v4.new_markdown_cell(f"{failure.error} in {failure.cell}")
    box.metadata["briefing"] = {"failure": asdict(failure)}
    notebook.cells.append(box)
    return failure


def _write(notebook: Any, section: Section, output: Path) -> None:
    import nbformat

    notebook.metadata.pop("papermill", None)  # paths of a folder that will have moved
    notebook.metadata["briefing"] = {"section": section.name}
    nbformat.write(notebook, output)


def _cut_at_failure(notebook: Any) -> str:
    """Drop the cell that did not complete and all after it; return its number and first line."""
    from papermill.execute import remove_error_markers

    notebook.cells = remove_error_markers(notebook).cells
    started = [index for index, cell in enumerate(notebook.cells) if _started(cell)]
    if not started:
        # Keep the words, drop the cells that would look as if they had run.
        notebook.cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
        return "its kernel, before the first cell"
    last = started[-1]  # the cell that failed, or in which the kernel died or hung
    lines = notebook.cells[last].source.splitlines()
    notebook.cells = notebook.cells[:last]
    return f"cell {last + 1} ({next((one.strip() for one in lines if one.strip()), '')})"


def _started(cell: Any) -> bool:
    # Papermill calls cells completed that a dead kernel never saw; only a start has a time.
    return bool(cell.cell_type == "code" and cell.metadata.get("papermill", {}).get("start_time"))


def _load_libraries() -> None:
    """Import all that running takes, once, before threads start.

    Two threads that import one library from different ends wait for each other, and Python lets one
    of them go on with half of it. Jupyter's kernel manager imports IPython when it is first used.
    """
    import logging

    import ipykernel.kernelspec  # noqa: F401 - for its loading
    import IPython.paths  # noqa: F401 - for its loading

    from briefing.execute import engine  # noqa: F401 - for its side effect
    from briefing.kernels import manager  # noqa: F401 - for its loading

    # Its messages repeat what the failure box and the closing lines say.
    logging.getLogger("papermill").setLevel(logging.CRITICAL)
