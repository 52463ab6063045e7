"""Several executed section notebooks as one notebook: the brief."""

# mypy: allow-untyped-calls
# nbformat has no type hints.

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import PurePath
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_notebook


def merge_sections(notebooks: Iterable[NotebookNode], edition: Mapping[str, Any]) -> NotebookNode:
    """Join executed sections in their order; ``edition`` goes to ``metadata.briefing``.

    Each cell carries its section's name in ``metadata.section``. Cell ids stay unique by their
    section's rank. The notebooks themselves are not changed.
    """
    brief: NotebookNode = new_notebook()
    for rank, notebook in enumerate(notebooks, start=1):
        section = section_name(notebook) or f"section-{rank}"
        for key in ("kernelspec", "language_info"):
            if key in notebook.metadata:
                brief.metadata.setdefault(key, deepcopy(notebook.metadata[key]))
        brief.cells.extend(_tagged(cell, section, rank) for cell in notebook.cells)
    brief.metadata["briefing"] = deepcopy(dict(edition))
    return brief


def section_name(notebook: NotebookNode) -> str:
    """``metadata.briefing.section``, or the file that Papermill ran, or nothing."""
    named = notebook.metadata.get("briefing", {}).get("section")
    ran = notebook.metadata.get("papermill", {}).get("input_path")
    return str(named or (PurePath(ran).stem if ran else ""))


def _tagged(cell: NotebookNode, section: str, rank: int) -> NotebookNode:
    copy = deepcopy(cell)
    copy.metadata["section"] = section
    copy["id"] = f"{rank}-{cell.get('id', '')}"[:64]  # nbformat 4.5 allows 64 characters
    return copy
