"""The columns of a table of events as values, and what is wrong with which row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.events.formats import Format, load_tables
from briefing.events.recognize import Match
from briefing.events.sheets import Sheet

if TYPE_CHECKING:
    import pandas as pd

# Numbers that are counts: below zero they mean nothing.
_COUNTS = (
    "best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "events",
)  # fmt: skip
_BOUNDS = {"latitude": 90.0, "longitude": 180.0}
_INTEGER = "integer"
DOUBTFUL = "doubtful"


@dataclass
class Problems:
    """What is wrong with rows of one file.

    Kinds: unreadable, repeated, coarser (such a row is left out), doubtful (it is kept). A value is
    told only of datasets whose rows may leave the desk.
    """

    file: str
    form: Format
    found: dict[tuple[str, int, str], None] = field(default_factory=dict)

    def add(self, kind: str, lines: Any, what: str) -> None:
        """Note the same of several lines."""
        self.found |= {(kind, int(line), what): None for line in lines}

    def add_values(self, kind: str, values: pd.Series[str], name: str, wanted: str) -> None:
        """Note of each line that its value is not what is wanted."""
        column = self.form.columns[name][0]
        for line, value in values.items():
            shown = f" “{value[:40]}”" if self.form.open and value else ""
            told = f"{column}{shown} is {wanted}" if value else f"{column} is empty"
            self.add(kind, [line], told)

    @property
    def left_out(self) -> set[int]:
        """The lines of the rows that are left out."""
        return {line for kind, line, _ in self.found if kind != DOUBTFUL}

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row per problem, by kind and line."""
        for kind, line, what in sorted(self.found):
            yield problem_row(self.form.name, self.file, kind, line, what)


def problem_row(dataset: str, file: str, kind: str, line: int, what: str) -> dict[str, Any]:
    """A row of ``event_problems``."""
    kept = kind == DOUBTFUL
    return {
        "dataset": dataset,
        "file": file,
        "kind": kind,
        "line": line,
        "problem": what,
        "kept": kept,
    }


def read_columns(sheet: Sheet, match: Match, problems: Problems) -> pd.DataFrame:
    """Return the table's columns under our names, typed; rows that cannot be read are left out.

    Days are ``datetime64``, whole numbers nullable ``Int64``, text has "" for nothing.
    """
    import pandas as pd

    for line, what in sheet.ragged.items():
        problems.add("unreadable", [line], what)
    cells = sheet.cells.iloc[match.head :]
    types = load_tables()["types"]
    table = pd.DataFrame(index=cells.index)
    for name, position in match.positions.items():
        text = cells[position].str.strip()
        codes = match.format.codes.get(name)
        if codes is not None:
            text = _decode(text, codes)
        table[name] = _typed(text, name, types.get(name, "text"), problems)
    _check_required(table, match.format, problems)
    return table


def _decode(text: pd.Series[str], codes: Any) -> pd.Series[str]:
    """Replace codes by what they stand for; what is no code stays."""
    bare = text.str.removesuffix(".0")
    return bare.map(codes).fillna(text)


def _typed(text: pd.Series[str], name: str, kind: str, problems: Problems) -> Any:
    import pandas as pd

    if kind == "text":
        return text
    if kind == "date":
        values: Any = _days(text)
        wanted = "no day that can be read"
    else:
        values = pd.to_numeric(_plain(text, kind).where(text != "", None), errors="coerce")
        wanted = "no whole number" if kind == _INTEGER else "no number"
        if kind == _INTEGER:
            values = values.where(values % 1 == 0).astype("Int64")
        values = values.where(_possible(values, name))
    required = name in problems.form.required
    needed = required and name not in problems.form.blank
    wrong = text[values.isna() & (needed | (text != ""))]
    problems.add_values("unreadable" if required else DOUBTFUL, wrong, name, wanted)
    return values


def _plain(text: pd.Series[str], kind: str) -> pd.Series[str]:
    """Numbers without what parts their thousands, and with a point for a decimal comma."""
    numbers = load_tables()["numbers"]
    if kind == _INTEGER:
        grouped = text.str.fullmatch(numbers["grouped"])
        return text.where(~grouped, text.str.replace(r"\D", "", regex=True))
    comma = text.str.fullmatch(numbers["comma"])
    return text.where(~comma, text.str.replace(",", "."))


def _possible(values: Any, name: str) -> Any:
    """Whether numbers can be what the column holds."""
    if name in _COUNTS:
        return (values >= 0).fillna(False)
    if name in _BOUNDS:
        return values.abs() <= _BOUNDS[name]
    return values.notna()


def _days(text: pd.Series[str]) -> pd.Series[Any]:
    """Read days in each known form; an ISO day may have a time behind it."""
    import pandas as pd

    days = pd.Series(pd.NaT, index=text.index, dtype="datetime64[s]")
    dates = load_tables()["dates"]
    for form in dates["forms"]:
        open_still = days.isna()
        if not open_still.any():
            return days
        part = text[open_still]
        part = part.str.slice(0, 10) if form == "%Y-%m-%d" else part
        days[open_still] = _days_in(part, form)
    rivals = [_days_in(text[days.isna()], form) for form in dates["rivals"]]
    days[days.isna()] = max(rivals, key=lambda read: read.notna().sum())
    return days


def _days_in(text: pd.Series[str], form: str) -> pd.Series[Any]:
    import pandas as pd

    return pd.to_datetime(text, format=form, errors="coerce").astype("datetime64[s]")


def _check_required(table: pd.DataFrame, form: Format, problems: Problems) -> None:
    """Text that a row must have."""
    for name in form.required:
        if name in table and table[name].dtype in ("str", object):
            problems.add_values("unreadable", table[name][table[name] == ""], name, "empty")
