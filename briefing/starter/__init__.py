"""A fresh desk: the files beside this one, copied and named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from briefing.errors import BriefingError

_FILES = Path(__file__).parent / "desk"
_TITLE = '"TITLE"'


def make_desk(folder: Path) -> Path:
    """Write a fresh desk into ``folder``, titled after it, and return the folder.

    Raises ``BriefingError`` where the folder holds something already or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BriefingError(f"{folder} exists and is not empty; choose another name.")
    try:
        shutil.copytree(_FILES, folder, dirs_exist_ok=True)
        settings = folder / "briefing.toml"
        # A JSON string is a TOML string: quotes in a name stay what they are.
        title = json.dumps(_title(folder), ensure_ascii=False)
        text = settings.read_text(encoding="utf-8").replace(_TITLE, title)
        settings.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BriefingError(f"{folder} cannot be written: {error.strerror}.") from None
    return folder


def _title(folder: Path) -> str:
    """``north-mali`` → ``North mali weekly brief``."""
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return f"{name[:1].upper()}{name[1:]} weekly brief"
