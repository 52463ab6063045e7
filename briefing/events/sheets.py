"""A file → tables of text: CSV (also .csv.gz), Excel, Parquet, with the line of each row.

Every cell is text as the file has it; what it means is decided later.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MOST_COLUMNS = 400  # of a table of events: what has more is something else
_SEPARATORS = (",", ";", "\t")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Sheet:
    """A table of text with columns 0, 1, 2 …, its header still among the rows.

    The index of ``cells`` is the line in the file, from 1; in Excel and Parquet the row.
    ``ragged`` are lines with too many or too few cells, each with what is wrong.
    """

    cells: pd.DataFrame
    ragged: dict[int, str] = field(default_factory=dict)

    @property
    def first(self) -> list[str]:
        """The cells of the first row; none where the table is empty."""
        return [] if self.cells.empty else [str(cell) for cell in self.cells.iloc[0]]


def read_sheets(path: Path, name: str) -> Iterator[Sheet]:
    """Yield the tables of a file, for an Excel file one per sheet that is not empty.

    Raises ``BriefingError`` where the file cannot be read, with its ``name`` as the desk has it.
    """
    ending = path.name.lower().removesuffix(".gz").rpartition(".")[2]
    reader = READERS.get(ending)
    if reader is None:
        raise BriefingError(
            f"{name} is no table that can be read; event data comes as {', '.join(READERS)} "
            "or csv.gz. Save it as one of these."
        )
    try:
        yield from reader(path)
    except FileNotFoundError:
        raise BriefingError(f"There is no file {name}.") from None
    except OSError as error:
        told = error.strerror or str(error) or "it is damaged"
        raise BriefingError(f"{name} cannot be read: {told}.") from None
    except (EOFError, ValueError, zlib.error) as error:
        told = str(error).splitlines()[0] if str(error) else "it is damaged"
        raise BriefingError(f"{name} cannot be read as .{ending}: {told}; save it anew.") from None


def _read_csv(path: Path) -> Iterator[Sheet]:
    data = path.read_bytes()
    if data.startswith(_GZIP):
        data = gzip.decompress(data)
    data = _as_utf8(data)
    if data.strip():
        yield _parse(data)


def _as_utf8(data: bytes) -> bytes:
    """The bytes as UTF-8 without a byte order mark; what is not UTF-8 was saved on Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace").encode()
    return data


def _parse(data: bytes) -> Sheet:
    import pyarrow as pa
    from pyarrow import csv

    head = data[: data.find(b"\n")].decode() if b"\n" in data else data.decode()
    separator = max(_SEPARATORS, key=head.count)
    bad: list[Any] = []

    def pass_over(row: Any) -> str:
        bad.append(row)
        return "skip"

    text = {f"f{number}": pa.string() for number in range(MOST_COLUMNS)}
    table = csv.read_csv(
        pa.BufferReader(data),
        # Only a single thread counts the rows that it passes over.
        read_options=csv.ReadOptions(use_threads=False, autogenerate_column_names=True),
        parse_options=csv.ParseOptions(
            delimiter=separator,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=pass_over,
        ),
        convert_options=csv.ConvertOptions(column_types=text, strings_can_be_null=False),
    )
    return _placed(table, bad, data)


def _placed(table: pa.Table, bad: list[Any], data: bytes) -> Sheet:
    """Give each row the line it begins in: records are counted, then the line breaks in cells."""
    total = table.num_rows + len(bad)
    odd = {row.number: row for row in bad}
    records = [number for number in range(1, total + 1) if number not in odd]
    breaks = dict.fromkeys(range(1, total + 1), 0)
    if data.count(b"\n") > total:
        breaks |= dict(zip(records, _line_breaks(table), strict=True))
        breaks |= {number: row.text.count("\n") for number, row in odd.items()}
    lines = dict(enumerate(accumulate((1 + n for n in breaks.values()), initial=1), start=1))
    cells: Any = table.to_pandas()
    cells.index, cells.columns = [lines[n] for n in records], range(table.num_columns)
    ragged = {
        lines[number]: f"has {row.actual_columns} cells instead of {row.expected_columns}"
        for number, row in odd.items()
        if row.text.strip()
    }
    return Sheet(_without_blank(cells), ragged)


def _line_breaks(table: pa.Table) -> list[int]:
    """How many line breaks the cells of each row hold."""
    from pyarrow import compute

    counts = (compute.count_substring(column, "\n") for column in table.columns)
    return [int(n) for n in reduce(compute.add, counts).to_pylist()]


def _read_excel(path: Path) -> Iterator[Sheet]:
    import pandas as pd
    from python_calamine import CalamineError

    try:
        sheets = pd.read_excel(
            path, sheet_name=None, header=None, dtype=str, keep_default_na=False, engine="calamine"
        )
    except CalamineError as error:
        raise ValueError(str(error)) from error
    for cells in sheets.values():
        cells.index = cells.index + 1
        kept = _without_blank(cells.set_axis(range(cells.shape[1]), axis=1).fillna(""))
        if not kept.empty:
            yield Sheet(kept)


def _read_parquet(path: Path) -> Iterator[Sheet]:
    import pandas as pd
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    names = pd.DataFrame([table.column_names], dtype=str)
    cells = pd.DataFrame(
        {number: _texts(column) for number, column in enumerate(table.columns)}, dtype=str
    )
    cells.index = cells.index + 1
    yield Sheet(_without_blank(pd.concat([names, cells])))


def _texts(column: pa.ChunkedArray) -> Any:
    """A column as text; the days of a typed column as ISO days."""
    series: Any = column.to_pandas()
    return series.astype(object).where(series.notna(), "").astype(str)


def _without_blank(cells: pd.DataFrame) -> pd.DataFrame:
    # Few rows have an empty first cell, and only those are looked at whole.
    bare = cells[cells[0].str.strip() == ""]
    blank = bare.apply(lambda column: column.str.strip() == "").all(axis=1)
    return cells.loc[~cells.index.isin(blank[blank].index)]


READERS: dict[str, Callable[[Path], Iterator[Sheet]]] = {
    "csv": _read_csv,
    "xlsx": _read_excel,
    "parquet": _read_parquet,
}
