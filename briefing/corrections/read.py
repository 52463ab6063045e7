"""``corrections.csv`` → decisions, all checked before anything is built.

The file is made for a spreadsheet: its separator, its encoding, the order of its columns and
columns of the analyst's own do not matter. A row without an action is not decided and waits.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import get_args

from briefing.corrections.decision import Action, Decision, Decisions
from briefing.corrections.fields import Field, load_fields
from briefing.corrections.table import Cells, read_rows
from briefing.corrections.values import ValueUnreadError, read_day, read_value
from briefing.errors import BriefingError
from briefing.settings.check import suggest
from briefing.wording import counted

FILE = "corrections.csv"
_ACTIONS: dict[str, Action] = {action: action for action in get_args(Action)}
_TOLD = 10  # bad rows told at once


def read_corrections(path: Path) -> Decisions:
    """Return what the file decides; nothing where there is no file.

    Raises BriefingError that tells every bad row with its line, and what to write instead.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Decisions(name=path.name)
    except OSError as error:
        raise BriefingError(f"{path} cannot be read: {error.strerror}.") from None
    rows, problems = [], []
    undecided = 0
    targets = set()
    for line, cells in read_rows(path.name, data):
        targets.add(cells["target"])
        if not cells["action"]:
            undecided += 1
            continue
        try:
            rows.append(_decision(line, cells))
        except ValueUnreadError as problem:
            problems.append(f"Line {line}: {problem}".rstrip("?.") + _end(str(problem)))
    if problems:
        raise BriefingError(_told(path.name, problems))
    digest = hashlib.sha256(data).hexdigest() if rows else ""
    return Decisions(tuple(rows), undecided, path.name, digest, frozenset(targets))


def _end(problem: str) -> str:
    return "?" if problem.endswith("?") else "."


def _told(name: str, problems: list[str]) -> str:
    more = len(problems) - _TOLD
    rest = f" And {more} more." if more > 0 else ""
    rows = counted(len(problems), "row")
    return f"{name} has {rows} to mend, and nothing was built. {' '.join(problems[:_TOLD])}{rest}"


def _decision(line: int, cells: Cells) -> Decision:
    """The row's decision. Raises ValueUnreadError."""
    action = _ACTIONS.get(cells["action"].casefold())
    if action is None:
        raise ValueUnreadError(f'there is no action "{cells["action"]}"{_hint(cells["action"])}')
    if not cells["target"]:
        raise ValueUnreadError(
            f"says {action} but names no target; give the id of a claim or an event"
        )
    field, value = cells["field"].casefold(), cells["value"]
    return Decision(
        line=line,
        target=cells["target"],
        action=action,
        field=field,
        value=value,
        read=_READ[action](field, value),
        note=cells["note"],
        by=cells["by"],
        day=read_day(cells["date"]) if cells["date"] else None,
        edition=cells["edition"],
        quote=cells["quote"],
        article=cells["article"],
    )


def _hint(action: str) -> str:
    return suggest(action, _ACTIONS).rstrip(".")


def _nothing(field: str, value: str) -> None:
    """Accept and reject are of the whole."""
    if field:
        raise ValueUnreadError(
            f"names the field {field}, which only an edit has; write edit, or empty the cell"
        )
    if value:
        raise ValueUnreadError(f'gives the value "{value}", which only edit, merge and split have')


def _edited(name: str, value: str) -> object:
    known = load_fields()
    if not name:
        raise ValueUnreadError(
            "is an edit without a field; name what to edit, as in count or place"
        )
    if name not in known:
        raise ValueUnreadError(
            f'there is no field "{name}" to edit{suggest(name, known).rstrip(".")}'
        )
    field: Field = known[name]
    return read_value(field, value)


def _others(field: str, value: str) -> tuple[str, ...]:
    """The ids that a merge names, parted by spaces, commas or semicolons."""
    ids = tuple(value.replace(";", " ").replace(",", " ").split())
    if field:
        raise ValueUnreadError(f"names the field {field}, which only an edit has; empty the cell")
    if not ids:
        raise ValueUnreadError(
            "is a merge without a value; give the id of the event to merge it with"
        )
    return ids


def _alone(field: str, value: str) -> None:
    """A split takes a claim off its event; there is nothing more to say."""
    _nothing(field, value)


_READ = {
    "accept": _nothing,
    "reject": _nothing,
    "edit": _edited,
    "merge": _others,
    "split": _alone,
}
