"""A section: what is to be run, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.quick_import import import_nbformat


@dataclass(frozen=True)
class Section:
    """A section to run: its name, its notebook, and the parameters to inject."""

    name: str
    notebook: Path
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Failure:
    """What stopped a section: the cell (counted from 1, and its first line) and the error."""

    section: str
    cell: str
    error: str


@dataclass(frozen=True)
class SectionRun:
    """A section that ran: the executed notebook, how long it took, and what stopped it if so."""

    section: Section
    notebook: Any
    seconds: float
    failure: Failure | None = None


def read_notebook(path: Path) -> Any:
    """Read a notebook. Raises BriefingError where it can't be."""
    import_nbformat()
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises whatever the JSON led it to
        raise BriefingError(
            f"{path.name} is not a notebook that can be read ({error}). Restore or remove it."
        ) from error
