"""Sections that ran before on the same ledger, with the same notebook, parameters and program.

Such a section's executed notebook is taken from the desk's cache. One that must run each time,
because it asks the clock or the network, says so in its notebook's metadata:
``"briefing": {"always_run": true}``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.execute.section import Section, SectionRun, read_notebook
from briefing.quick_import import import_nbformat
from briefing.reuse.digests import digest_file, digest_of
from briefing.reuse.store import Store


class KeptSections:
    """A store of executed sections; ``context`` is the digest of all that sections share."""

    def __init__(self, store: Store, context: str) -> None:
        self._store = store
        self._context = context

    def find(self, section: Section, folder: Path) -> SectionRun | None:
        """Write the executed notebook into ``folder``, if there is one, and return the run."""
        held = None if always_runs(section) else self._store.get(self._key(section))
        notebook = None if held is None else _parse(held)
        if notebook is None or held is None:
            return None
        (folder / f"{section.name}.ipynb").write_bytes(held)
        return SectionRun(section, notebook, seconds=0.0)

    def keep(self, runs: Sequence[SectionRun], folder: Path) -> None:
        """Keep the sections that ran well, unless one left other files than its notebook.

        Whose those are can't be told, and without them a section would not be whole.
        """
        written = {run.section.name: folder / f"{run.section.name}.ipynb" for run in runs}
        if {*folder.iterdir()} - {*written.values()}:
            return
        for run in runs:
            if run.failure is None and not always_runs(run.section):
                self._store.put(self._key(run.section), written[run.section.name].read_bytes())
        self._store.prune()

    def _key(self, section: Section) -> str:
        notebook = digest_file(section.notebook)
        return digest_of([self._context, section.name, notebook, dict(section.parameters)])


def always_runs(section: Section) -> bool:
    """Whether the section's notebook asks to be run in every build."""
    metadata = read_notebook(section.notebook).metadata
    return bool(metadata.get("briefing", {}).get("always_run"))


def _parse(held: bytes) -> Any:
    import_nbformat()
    import nbformat

    try:
        return nbformat.reads(held.decode("utf-8"), as_version=4)
    except Exception:  # as with any damaged entry, the section is run
        return None
