"""Less time spent on loading libraries; a second in every process that touches a notebook.

nbformat loads jsonschema, which imports ``rfc3987_syntax`` wherever that is installed (Jupyter's
server brings it). At import that package compiles a grammar, for almost a second, to check
addresses which no notebook has in its schema. Plotly loads nbformat in every kernel.
"""

from __future__ import annotations

import gc
import sys

_SLOW = "rfc3987_syntax"


_OBJECTS = 50_000  # new ones between two looks for garbage; Python's own number is 700


def collect_seldom() -> None:
    """Let this process look for garbage in cycles less often.

    Loading libraries makes half a million objects that stay. Looking them through again and again
    takes a fourth of the time of loading them.
    """
    gc.set_threshold(_OBJECTS, 10, 10)


def import_nbformat() -> None:
    """Import nbformat without the grammar; the package stays importable for whoever asks for it."""
    if _SLOW in sys.modules or "jsonschema" in sys.modules:
        return
    sys.modules[_SLOW] = None  # type: ignore[assignment] # what Python takes for "not installed"
    try:
        import nbformat  # noqa: F401 - for its side effect
    finally:
        del sys.modules[_SLOW]
