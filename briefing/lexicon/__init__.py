"""Vocabulary: TOML files with an ``example`` beside each rule. Data, no logic."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.errors import BriefingError


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


def examples(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Every rule of lexicon ``name`` that carries an example, with its dotted key."""
    found: list[tuple[str, dict[str, Any]]] = []
    _collect(load(name), name, found)
    return found


def _collect(node: Any, key: str, found: list[tuple[str, dict[str, Any]]]) -> None:
    if isinstance(node, list):
        for position, item in enumerate(node):
            _collect(item, f"{key}.{position}", found)
    elif isinstance(node, dict):
        if "example" in node:
            found.append((key, node))
        for name, item in node.items():
            _collect(item, f"{key}.{name}", found)
