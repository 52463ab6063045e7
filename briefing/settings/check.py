"""Holds a TOML table against one of the classes in `tables.py`, with errors a person can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from briefing.errors import BriefingError

Table = TypeVar("Table")
FILE = "briefing.toml"


def suggest(wrong: str, known: Iterable[str]) -> str:
    """`; did you mean "title"?` where a known name is near, else the list of known names."""
    names = list(known)
    near = difflib.get_close_matches(wrong.lower(), names, n=1)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; there are: {', '.join(names)}." if names else "."


def read_table(where: str, values: Any, into: type[Table]) -> Table:
    """The table ``values`` as an ``into``, its lists as tuples.

    ``where`` is the table's name as the file writes it (``[desk]``). Raises ``BriefingError`` for
    an unknown setting, a missing one, a value of the wrong type or one that is not allowed.
    """
    if not isinstance(values, dict):
        raise BriefingError(f"{FILE}: {where} must be a table, not {_told(values)}.")
    types = get_type_hints(into)
    for key in values:
        if key not in types:
            raise BriefingError(f'{FILE}: {where} has no setting "{key}"{suggest(key, types)}')
    for one in fields(into):  # type: ignore[arg-type]
        if one.default is one.default_factory is MISSING and one.name not in values:
            raise BriefingError(f"{FILE}: {where} needs a {one.name}.")
    return into(**{k: _checked(f"{where} {k}", v, types[k]) for k, v in values.items()})


def _checked(where: str, value: Any, expected: Any) -> Any:
    """``value`` if it is of type ``expected``, with lists made tuples."""
    options = get_args(expected)
    origin = get_origin(expected)
    if origin in (UnionType, Union):
        return _checked(where, value, next(t for t in options if t is not NoneType))
    if origin is Literal:
        return _chosen(where, value, options)
    if origin is tuple:
        return tuple(_checked(where, item, options[0]) for item in _typed(where, value, list))
    if origin is Mapping:
        return {
            k: _checked(f"{where} of {k}", v, options[1])
            for k, v in _typed(where, value, dict).items()
        }
    return _typed(where, value, expected)


def _chosen(where: str, value: Any, options: tuple[str, ...]) -> str:
    if value in options:
        return str(value)
    allowed = " or ".join(f'"{option}"' for option in options)
    raise BriefingError(f"{FILE}: {where} must be {allowed}, not {_told(value)}.")


def _typed(where: str, value: Any, expected: type) -> Any:
    """``value`` if it is an ``expected``; true and false are not numbers."""
    if isinstance(value, expected) and not (expected is int and isinstance(value, bool)):
        return value
    raise BriefingError(f"{FILE}: {where} must be {_WORDS[expected]}, not {_told(value)}.")


_WORDS: dict[type, str] = {
    str: 'text in quotes, as in "text"',
    int: "a whole number",
    list: 'a list in brackets, as in ["one", "two"]',
    dict: "a table of names and values",
}


def _told(value: Any) -> str:
    """A wrong value as its author would recognise it."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else str(value)
