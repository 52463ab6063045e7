"""An edition's folder is written whole or not at all.

Everything is made in a hidden folder beside the place where it will stand, and put there by
renaming. What was there before stays until then, and comes back if the renaming is interrupted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``target``; it is gone afterwards, whatever happened."""
    _make_writable(target.parent)
    _recover(target)
    folder = target.parent / f".{target.name}.building-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(staged: Path, target: Path, own_names: Collection[str]) -> None:
    """Move the staged folder to ``target``, in place of what stood there.

    ``own_names`` are the entries that a build writes; whatever else lies in the old folder is the
    analyst's and is carried over.
    """
    if target.exists():
        for entry in sorted(target.iterdir()):
            if entry.name not in own_names:
                _copy(entry, staged / entry.name)
        shutil.rmtree(_previous(target), ignore_errors=True)
        target.rename(_previous(target))
    staged.rename(target)
    shutil.rmtree(_previous(target), ignore_errors=True)


def _previous(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def _copy(entry: Path, to: Path) -> None:
    if entry.is_dir():
        shutil.copytree(entry, to, symlinks=True)
    else:
        shutil.copy2(entry, to)


def _recover(target: Path) -> None:
    """Undo what an interrupted build left: bring the old edition back, drop dead staging."""
    if _previous(target).exists() and not target.exists():
        _previous(target).rename(target)
    for folder in target.parent.glob(f".{target.name}.building-*"):
        if not _is_running(int(folder.name.rpartition("-")[2])):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _make_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise BriefingError(
            f"{folder} can't be written to ({error.strerror}). "
            "Make it a folder that you may write to, or build another desk."
        ) from error
