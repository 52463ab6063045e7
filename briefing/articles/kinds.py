"""Which kind of file a name, a media type or the first bytes stand for; the list is data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from briefing.articles.draft import UnreadableError


@dataclass(frozen=True)
class Kind:
    """A kind of file that can be read; its first ending is the usual one."""

    key: str
    name: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    megabytes: int  # the largest that is read


@cache
def load_kinds() -> tuple[Kind, ...]:
    """The kinds of ``kinds.toml`` in its order."""
    entries = _load()["kinds"]
    return tuple(
        Kind(key, one["name"], tuple(one["endings"]), tuple(one["media"]), one["megabytes"])
        for key, one in entries.items()
    )


@cache
def _load() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "kinds.toml").read_text(encoding="utf-8"))


def kind_of(name: str) -> Kind:
    """The kind of a file by the ending of its name.

    Raises ``UnreadableError`` for one that is not read, with what to do instead.
    """
    ending = PurePath(name).suffix.lower()
    for kind in load_kinds():
        if ending in kind.endings:
            return kind
    if told := _load()["refused"].get(ending):
        raise UnreadableError(f"is {told}")
    known = ", ".join(ending for kind in load_kinds() for ending in kind.endings)
    if not ending:
        raise UnreadableError(f"has no ending that tells its kind; supported are {known}")
    raise UnreadableError(f'has the ending "{ending}", which is not read; supported are {known}')


def kind_named(key: str) -> Kind:
    """The kind with that key in ``kinds.toml``."""
    return next(kind for kind in load_kinds() if kind.key == key)
