"""SHA-256 of files, of folders, and of anything that JSON can write."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_CODE_CACHE = "__pycache__"


def digest_text(text: str) -> str:
    """The SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(content: Any) -> str:
    """The SHA-256 of what JSON writes of it, or ``repr`` where JSON does not know the type."""
    return digest_text(json.dumps(content, sort_keys=True, default=repr))


def skip_nothing(_: str) -> bool:
    """Leave no folder out."""
    return False


def want_all(_: str) -> bool:
    """Take every file."""
    return True


def read_tree(
    root: Path,
    *,
    skip: Callable[[str], bool] = skip_nothing,
    wanted: Callable[[str], bool] = want_all,
) -> dict[str, str]:
    """The SHA-256 of every file below ``root`` by its path there; of ``root`` itself if a file.

    Links are followed, each folder once. ``skip`` is asked with the path of each folder as seen
    from ``root``, ``wanted`` with that of each file. What can't be read counts as such; a folder
    that is not there holds nothing.
    """
    if root.is_file():
        return {"": digest_file(root)}
    found = _walk(str(root), skip)
    return {name: digest_file(root / name) for name in found if wanted(name)}


def digest_file(path: Path) -> str:
    """The SHA-256 of a file, or why it can't be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def stat_tree(root: Path, *, skip: Callable[[str], bool] = skip_nothing) -> dict[str, str]:
    """Size and time of change of every file below ``root``: for files that are many or large."""
    names = _walk(str(root), skip)
    return {name: stat_file(root / name) for name in names}


def stat_file(path: Path) -> str:
    """Size and time of change of a file, or why they can't be told."""
    try:
        state = path.stat()
    except OSError as error:
        return f"unreadable: {error.strerror}"
    return f"{state.st_size} {state.st_mtime_ns}"


def _walk(root: str, skip: Callable[[str], bool]) -> Iterator[str]:
    """The files below a folder by their paths there; the order is that of the system."""
    seen = {os.path.realpath(root)}
    for folder, folders, files in os.walk(root, followlinks=True):
        here = os.path.relpath(folder, root)
        inside = "" if here == "." else f"{here}/"
        folders[:] = [
            name
            for name in folders
            if name != _CODE_CACHE
            and not skip(f"{inside}{name}")
            and _is_new(os.path.join(folder, name), seen)
        ]
        yield from (f"{inside}{name}" for name in files)


def _is_new(folder: str, seen: set[str]) -> bool:
    real = os.path.realpath(folder)
    new = real not in seen
    seen.add(real)
    return new


def choose(files: Mapping[str, str], wanted: Callable[[str], bool]) -> dict[str, str]:
    """Those of the files whose path is wanted."""
    return {path: digest for path, digest in files.items() if wanted(path)}
