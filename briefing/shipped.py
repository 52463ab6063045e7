"""Where the notebooks and the template lie that every desk falls back on."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """A shipped file or folder: inside the installed package, in a checkout at its top level."""
    installed = _PACKAGE / "shipped"
    root = installed if installed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
