"""Vocabulary: TOML files with an ``example`` beside each rule. Data, no logic."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from briefing.errors import BriefingError

_OF_THE_TABLE: Final = ("example", "reads")  # what tests read a table by, and no entry of it


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon ``name`` ("casualties"), read once. Callers must not change what they get.

    Raises ``BriefingError`` where the file does not exist or is not TOML.
    """
    file = files(__name__) / f"{name}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BriefingError(
            f"There is no lexicon {name}.toml in the package; install it again."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise BriefingError(f"Lexicon {name}.toml is not valid TOML: {error}. Mend it.") from error


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The words under ``keys`` in lexicon ``name``: parted by spaces, a list, or a table's keys.

    Raises ``KeyError`` where the lexicon has no such key.
    """
    entry = _under(name, keys)
    if isinstance(entry, dict):
        return frozenset(entries(name, *keys))
    return frozenset(entry.split() if isinstance(entry, str) else entry)


@cache
def entries(name: str, *keys: str) -> dict[str, Any]:
    """What the table under ``keys`` in lexicon ``name`` lists, by its keys, without its examples.

    A table whose keys are words would else have a word "example" more. Callers must not change
    what they get. Raises ``KeyError`` where the lexicon has no such table.
    """
    table: dict[str, Any] = _under(name, keys)
    return {key: value for key, value in table.items() if not key.startswith(_OF_THE_TABLE)}


def examples(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every rule of lexicon ``name`` that carries an example, with its dotted key."""
    found: list[tuple[str, dict[str, Any]]] = []
    _collect(load(name), name, found)
    return found


class Rule(NamedTuple):
    """An entry of a lexicon: its file, where it stands in it, and what it says."""

    file: str  # "casualties.toml"
    section: str  # "verbs"
    entry: dict[str, Any]


@cache
def find_rule(name: str) -> Rule | None:
    """The entry that a claim's rule ("casualties.kill") names: by its name, or as a section."""
    lexicon, _, rule = name.partition(".")
    for section, entries in load(lexicon).items():
        if section == rule and isinstance(entries, dict):
            return Rule(f"{lexicon}.toml", section, entries)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and rule in (entry.get("rule"), entry.get("name")):
                return Rule(f"{lexicon}.toml", section, entry)
    return None


def _under(name: str, keys: tuple[str, ...]) -> Any:
    entry: Any = load(name)
    for key in keys:
        entry = entry[key]
    return entry


def _collect(node: Any, key: str, found: list[tuple[str, dict[str, Any]]]) -> None:
    if isinstance(node, list):
        for position, item in enumerate(node):
            _collect(item, f"{key}.{position}", found)
    elif isinstance(node, dict):
        if "example" in node:
            found.append((key, node))
        for name, item in node.items():
            _collect(item, f"{key}.{name}", found)
