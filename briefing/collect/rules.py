"""``collect.toml``: read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Wall:
    """What may stand on a page in place of the article."""

    what: str
    pattern: re.Pattern[str]


@cache
def load_rules() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads((files(__package__) / "collect.toml").read_text(encoding="utf-8"))


@cache
def load_walls() -> tuple[Wall, ...]:
    """The walls in the order of the file."""
    rules = load_rules()["wall"]
    return tuple(Wall(one["what"], re.compile(one["pattern"], re.IGNORECASE)) for one in rules)


def find_wall(text: str) -> str | None:
    """What stands in the way of an article, by its words: ``a paywall``."""
    return next((wall.what for wall in load_walls() if wall.pattern.search(text)), None)
