"""The bytes of a spreadsheet's CSV → rows by column, each with its line in the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from briefing.articles.decode import decode
from briefing.articles.draft import UnreadableError
from briefing.corrections.sheet import COLUMNS, NEEDED
from briefing.errors import BriefingError
from briefing.ledger.cells import unguarded
from briefing.settings.check import suggest

_SEPARATORS = ",;\t"

Cells = dict[str, str]


class Sheet(NamedTuple):
    """A table as it stands in a file: its rows, empty ones too, with the line each begins in."""

    separator: str
    rows: list[tuple[int, list[str]]]


def read_sheet(name: str, data: bytes) -> Sheet:
    """Return the rows of a file. Raises BriefingError where the bytes are no such table.

    Encoding, line ends and separator are found out; Excel's own first line ``sep=;`` is no row.
    """
    try:
        text = decode(data)
    except UnreadableError as error:
        raise BriefingError(f"{name} {error}; save it as CSV (UTF-8).") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    skipped = first[:4].lower() == "sep="
    table = rest if skipped else text
    head = table.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    return Sheet(separator, list(_split(name, table, separator, 1 + skipped)))


def _split(name: str, table: str, separator: str, line: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(table), delimiter=separator)
    begins = first = line
    try:
        for cells in reader:
            yield begins, cells
            begins = first + reader.line_num
    except csv.Error as error:
        raise BriefingError(f"{name} line {begins} is no row of a CSV file: {error}.") from None


def read_rows(name: str, data: bytes) -> Iterator[tuple[int, Cells]]:
    """Every row that is not empty, by column. Raises BriefingError where it is no such table."""
    columns: list[str] = []
    for line, cells in read_sheet(name, data).rows:
        if not any(cell.strip() for cell in cells):
            continue
        if columns:
            yield line, _named(name, line, columns, cells)
        else:
            columns = _columns(name, cells)


def column_name(cell: str) -> str:
    """A column as the program knows it, whatever its case in the file."""
    return cell.strip().casefold()


def _columns(name: str, cells: list[str]) -> list[str]:
    columns = [column_name(cell) for cell in cells]
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise BriefingError(
            f"{name} must name its columns in the first row; it has no {' and no '.join(missing)}. "
            f"The columns are: {', '.join(COLUMNS)}."
        )
    for column in columns:
        near = suggest(column, [one for one in COLUMNS if one not in columns])
        if column and column not in COLUMNS and "did you mean" in near:
            raise BriefingError(f'{name} has a column "{column}"{near}')
    return columns


def _named(name: str, line: int, columns: list[str], cells: list[str]) -> Cells:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise BriefingError(
            f"{name} line {line} has {len(cells)} cells, the first row names {len(columns)}: "
            "put quotation marks around a text that holds the separator."
        )
    found = dict.fromkeys(COLUMNS, "")
    for column, cell in zip(columns, cells, strict=False):
        found[column] = " ".join(unguarded(cell.strip()).split())
    return found
