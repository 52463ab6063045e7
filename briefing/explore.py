"""The analyst's own copies of the section notebooks, with an edition's parameters in them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.desk import Desk, Edition
from briefing.errors import BriefingError

_MARK = "briefing_copy"  # in a notebook's metadata: what was written, to know what was changed


@dataclass(frozen=True)
class Copy:
    """A working copy; ``kept`` is true where the analyst has changed it and it was left alone."""

    path: Path
    kept: bool


def copy_notebook(desk: Desk, edition: Edition, section: str) -> Copy:
    """Write the section's notebook, with the edition's parameters, into the desk's explore folder.

    A copy that the analyst changed stays as it is. Raises ``BriefingError`` for an unknown section
    and for a notebook that cannot be read.
    """
    source = desk.notebook(section)
    path = desk.explore / edition.name / f"{section}.ipynb"
    if path.exists() and _is_changed(_read(path)):
        return Copy(path, kept=True)
    notebook = _read(source)
    _inject(notebook, _parameters(desk, edition, section, path.parent))
    _write(notebook, path)
    return Copy(path, kept=False)


def _parameters(desk: Desk, edition: Edition, section: str, here: Path) -> dict[str, Any]:
    """What the section gets in a build; paths as seen from the copy, so that the desk can move."""
    ledger = os.path.relpath(edition.folder / "ledger", here)
    return {"ledger": ledger, **desk.parameters.get(section, {})}


def _inject(notebook: Any, parameters: Mapping[str, Any]) -> None:
    from papermill.parameterize import parameterize_notebook

    # What papermill expects of a notebook it has read itself.
    notebook.metadata["papermill"] = {}
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
    notebook.update(parameterize_notebook(notebook, dict(parameters), comment="This edition"))
    del notebook.metadata["papermill"]
    notebook.metadata[_MARK] = {"written": _digest(notebook)}


def _is_changed(notebook: Any) -> bool:
    return bool(notebook.metadata.get(_MARK, {}).get("written") != _digest(notebook))


def _digest(notebook: Any) -> str:
    """A hash of the cells' text alone: running a notebook does not change it."""
    text = "\0".join(f"{cell.cell_type}\0{cell.source}" for cell in notebook.cells)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(path: Path) -> Any:
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError) as error:
        raise BriefingError(f"{path} is not a readable notebook ({error}); remove it.") from error


def _write(notebook: Any, path: Path) -> None:
    import nbformat

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
    except OSError as error:
        raise BriefingError(f"{path} cannot be written: {error.strerror}.") from None
