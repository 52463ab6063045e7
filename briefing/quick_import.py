"""A second saved in every process that touches a notebook.

nbformat loads jsonschema, which imports ``rfc3987_syntax`` wherever that is installed (Jupyter's
server brings it). At import that package compiles a grammar, for almost a second, to check
addresses which no notebook has in its schema. Plotly loads nbformat in every kernel.
"""

from __future__ import annotations

import sys

_SLOW = "rfc3987_syntax"


def import_nbformat() -> None:
    """Import nbformat without the grammar; the package stays importable for whoever asks for it."""
    if _SLOW in sys.modules or "jsonschema" in sys.modules:
        return
    sys.modules[_SLOW] = None  # type: ignore[assignment] # what Python takes for "not installed"
    try:
        import nbformat  # noqa: F401 - for its side effect
    finally:
        del sys.modules[_SLOW]
