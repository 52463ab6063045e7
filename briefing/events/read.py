"""Files of event data → one table of events, with what is wrong in them and what they cover."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.events.columns import Problems, problem_row, read_columns
from briefing.events.formats import Format, load_formats, load_tables
from briefing.events.harmonize import harmonize
from briefing.events.recognize import missing_columns, recognize
from briefing.events.sheets import READERS, read_sheets

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (*(f".{ending}" for ending in READERS), ".csv.gz")
_REPEATED = "repeats an event that stands elsewhere"


@dataclass(frozen=True)
class Events:
    """All event data of a desk.

    ``table`` has the shared columns, by dataset and day; ``dataset`` holds a format's key.
    ``problems`` has a row per thing wrong with a row, ``inputs`` the SHA-256 by file, ``unread`` a
    sentence per file that could not be read.
    """

    table: pd.DataFrame
    problems: tuple[dict[str, Any], ...]
    inputs: dict[str, str]
    unread: tuple[str, ...] = ()

    @property
    def formats(self) -> list[Format]:
        """The datasets that are there, in the house's order."""
        there = set(self.table["dataset"].unique())
        return [form for form in load_formats().values() if form.key in there]


def find_event_files(folder: Path) -> list[Path]:
    """The tables in a desk's folder, by name; none where it is missing.

    Those of a kind that is not read are among them, so that none is passed over in silence.
    """
    found = folder.glob("*") if folder.is_dir() else ()
    endings = (*ENDINGS, *load_tables()["files"]["refused"])
    return sorted(
        path
        for path in found
        if path.name.lower().endswith(endings) and not path.name.startswith((".", "~$"))
    )


def read_events(paths: Sequence[Path], *, root: Path) -> Events:
    """Read files of event data as one table; paths are told as they stand in ``root``.

    A row that cannot be read is listed among the problems and left out; so is an event that stands
    in several files: its newest row counts. Raises ``BriefingError`` for a file that is no event
    data that is known.
    """
    return _joined([_read(path, root) for path in paths])


def read_event_folder(folder: Path, *, root: Path) -> Events:
    """Read what a desk has in ``folder``: a file that cannot be read is told, the rest goes on."""
    parts: list[_Part] = []
    unread: list[str] = []
    for path in find_event_files(folder):
        try:
            parts.append(_read(path, root))
        except BriefingError as error:
            unread.append(str(error))
    return _joined(parts, unread)


@dataclass(frozen=True)
class _Part:
    """One file: its rows, what is wrong with them, its name and hash."""

    table: pd.DataFrame
    problems: tuple[dict[str, Any], ...]
    name: str
    sha256: str


def _read(path: Path, root: Path) -> _Part:
    try:
        told = path.stat()
    except OSError:
        raise BriefingError(f"There is no file {path}; name one that is there.") from None
    inside = path.resolve().is_relative_to(root.resolve())
    name = str(path.resolve().relative_to(root.resolve()) if inside else path.name)
    return _read_file(path, name, (told.st_mtime_ns, told.st_size))


@lru_cache(maxsize=8)  # a batch reads the same files for each of its weeks
def _read_file(path: Path, name: str, _version: tuple[int, int]) -> _Part:
    table, problems = _read_table(path, name)
    return _Part(table, problems, name, hashlib.sha256(path.read_bytes()).hexdigest())


def _read_table(path: Path, name: str) -> tuple[pd.DataFrame, tuple[dict[str, Any], ...]]:
    for sheet in read_sheets(path, name):
        match = recognize(sheet)
        if match is None:
            continue
        if lost := missing_columns(match):
            raise BriefingError(
                f"{name} looks like {match.format.name} but has no column {lost}; "
                "export it again with all columns."
            )
        problems = Problems(name, match.format)
        table = harmonize(read_columns(sheet, match, problems), problems)
        table = table.drop(index=list(problems.left_out & set(table.index)))
        table.insert(0, "dataset", match.format.key)
        table["file"], table["line"] = name, table.index
        return table.reset_index(drop=True), tuple(problems.rows())
    known = ", ".join(form.name for form in load_formats().values())
    raise BriefingError(
        f"{name} is no event data that is known ({known}): its columns fit none of them. "
        "Export it again with its own column names, or take it out of events/."
    )


def _joined(parts: Sequence[_Part], unread: Iterable[str] = ()) -> Events:
    import pandas as pd

    problems = [row for part in parts for row in part.problems]
    tables = [part.table for part in parts]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame({"dataset": []})
    if not table.empty:
        table, repeated = _once(table)
        problems += repeated
        order = [n for n in ("dataset", "date_start", "date_end", "event_id") if n in table]
        table = table.sort_values(order, kind="stable", ignore_index=True)
    inputs = {part.name: part.sha256 for part in parts}
    return Events(table, tuple(problems), inputs, tuple(unread))


def _once(table: pd.DataFrame) -> tuple[pd.DataFrame, list[dict[str, Any]]]:
    """Keep of each event its newest row: by the time it was edited, else the last file's."""
    if "edited" in table:
        table = table.sort_values("edited", kind="stable", na_position="first")
    key = ["dataset", "event_id"] if "event_id" in table else ["dataset"]
    named = table["event_id"].fillna("") != "" if "event_id" in table else table["line"] < 0
    repeated = table.duplicated(key, keep="last") & named
    return table[~repeated], list(_repeats(table[repeated]))


def _repeats(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    names = load_formats()
    for dataset, file, line in zip(table["dataset"], table["file"], table["line"], strict=True):
        yield problem_row(names[dataset].name, file, "repeated", int(line), _REPEATED)
