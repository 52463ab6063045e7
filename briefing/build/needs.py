"""Which sections have something to tell: a notebook names the tables of the ledger that it needs.

``"briefing": {"needs": ["event_sets"]}`` in a notebook's metadata: where the edition's table has no
row, the section is not run and takes no room in the brief.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from briefing.errors import BriefingError
from briefing.execute import Section
from briefing.ledger import Row, load_codebook
from briefing.settings.check import suggest


def with_content(sections: Iterable[Section], rows: Mapping[str, list[Row]]) -> list[Section]:
    """Return the sections whose tables have rows. Raises ``BriefingError`` for an unknown table."""
    return [
        section for section in sections if all(rows.get(table) for table in needed_tables(section))
    ]


def needed_tables(section: Section) -> Sequence[str]:
    """The tables that a section's notebook needs; none where it does not say."""
    notebook = json.loads(section.notebook.read_text(encoding="utf-8"))
    needs: list[str] = notebook.get("metadata", {}).get("briefing", {}).get("needs", [])
    for table in needs:
        if table not in load_codebook():
            raise BriefingError(
                f'{section.notebook} needs the table "{table}"{suggest(table, load_codebook())}'
            )
    return needs
