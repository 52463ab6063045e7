"""Sections become one notebook."""

from __future__ import annotations

import nbformat
import pytest

from briefing.render.merge import merge_sections, section_name

from .samples import EDITION, markdown, section, week


def test_order_section_and_edition() -> None:
    """Cells keep their order, know their section, and the edition is the brief's metadata."""
    brief = merge_sections(week(), EDITION)
    names = list(dict.fromkeys(cell.metadata.section for cell in brief.cells))
    assert names == ["summary", "casualties", "territory"]
    assert brief.metadata.briefing == EDITION
    nbformat.validate(brief)


def test_cell_ids_stay_unique() -> None:
    """The same notebook twice gives cells of different ids, and the notebooks stay as they were."""
    notebook = section("summary", markdown("# A"))
    before = notebook.cells[0].id
    brief = merge_sections([notebook, notebook], {})
    assert len({cell.id for cell in brief.cells}) == 2
    assert notebook.cells[0].id == before
    assert "section" not in notebook.cells[0].metadata


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ({"briefing": {"section": "trend"}}, "trend"),
        ({"papermill": {"input_path": "notebooks/territory.ipynb"}}, "territory"),
        ({}, ""),
    ],
)
def test_section_name(metadata: dict[str, object], name: str) -> None:
    """A section is named by its metadata, else by the file Papermill ran."""
    notebook = nbformat.v4.new_notebook(metadata=metadata)
    assert section_name(notebook) == name
