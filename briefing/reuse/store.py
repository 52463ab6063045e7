"""A folder of results under the digests of what they were made from.

It may be deleted at any time. A damaged entry is none, two writers never mix, and what has not been
used for longest goes first when the folder is full.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LIMIT = 200_000_000  # bytes in one store
_KEPT = 0.75  # of the limit, once it is passed
_DIGEST = 64  # hexadecimal digits of a SHA-256


@dataclass(frozen=True)
class Store:
    """A store of bytes in ``folder``, which is made when it is first needed."""

    folder: Path
    limit: int = LIMIT

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, if it is there and whole."""
        path = self._path(key)
        try:
            held = path.read_bytes()
            os.utime(path)  # it was of use
        except OSError:
            return None
        digest, content = held[:_DIGEST], held[_DIGEST:]
        return content if sha256(content).hexdigest().encode() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``. Where nothing can be written, nothing is kept."""
        with contextlib.suppress(OSError):
            self._path(key).parent.mkdir(parents=True, exist_ok=True)
            ignore_in_git(self.folder)
            write_whole(self._path(key), sha256(content).hexdigest().encode() + content)

    def prune(self) -> None:
        """Drop what was not used for longest until the store is well below its limit."""
        entries = sorted(self._entries())
        size = sum(size for _, size, _ in entries)
        if size <= self.limit:
            return
        for _, bytes_, path in entries:
            path.unlink(missing_ok=True)
            size -= bytes_
            if size <= self.limit * _KEPT:
                return

    def _entries(self) -> Iterator[tuple[int, int, Path]]:
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(OSError):
                state = path.stat()
                yield state.st_mtime_ns, state.st_size, path

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises ``OSError``."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def ignore_in_git(folder: Path) -> None:
    """Keep a folder that may be deleted at any time out of the desk's history."""
    mark = folder / ".gitignore"
    if not mark.exists():
        mark.write_text("*\n", encoding="utf-8")
