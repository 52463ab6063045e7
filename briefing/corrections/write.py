"""Rows added to ``corrections.csv``: nothing that stands in it is lost, whatever saved it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path

from briefing.corrections.read import FILE, read_corrections
from briefing.corrections.sheet import COLUMNS
from briefing.corrections.table import Cells, Sheet, column_name, read_sheet
from briefing.errors import BriefingError
from briefing.ledger.cells import guarded


def append_rows(path: Path, rows: Iterable[Cells], separator: str = ",") -> int:
    """Add the rows whose target the file does not name yet; return how many they are.

    The file keeps its separator, its columns and its rows; it is written anew as UTF-8 with the
    mark by which Excel knows it, and replaced as a whole. Raises BriefingError where what stands
    there is no such file, and where it cannot be written.
    """
    known = read_corrections(path).targets
    new = [row for row in rows if row["target"] not in known]
    if new:
        sheet = _existing(path, separator)
        _replace(path, format_rows(_extended(sheet, new), sheet.separator))
    return len(new)


def _existing(path: Path, separator: str) -> Sheet:
    if not path.exists():
        return Sheet(separator, [])
    return read_sheet(path.name, path.read_bytes())


def _extended(sheet: Sheet, new: Iterable[Cells]) -> list[list[str]]:
    """The rows as they stand, and the new ones below, in columns that hold both."""
    table = [cells for _, cells in sheet.rows if any(cell.strip() for cell in cells)]
    head = table[0] if table else list(COLUMNS)
    known = [column_name(cell) for cell in head]
    added = [column for column in COLUMNS if column not in known]
    below = [[guarded(row.get(name, "")) for name in (*known, *added)] for row in new]
    return [[*head, *added], *table[1:], *below]


def format_rows(lines: Iterable[Iterable[str]], separator: str = ",") -> str:
    """Return rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8-sig", newline="")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BriefingError(
            f"{path} cannot be written ({error.strerror}); close it where it is open, "
            f"or name another file in place of {FILE}."
        ) from None
