"""nbformat is imported without what makes it slow, and nothing is taken from anybody."""

from __future__ import annotations

import subprocess
import sys

_LOOK = """
import sys
from briefing.quick_import import import_nbformat
import_nbformat()
import nbformat
print("rfc3987_syntax" in sys.modules, "jsonschema" in sys.modules)
nbformat.validate(nbformat.v4.new_notebook())
try:
    import rfc3987_syntax
except ModuleNotFoundError as missing:
    print(missing.name)
else:
    print("rfc3987_syntax")
"""


def test_the_slow_package_is_left_out_and_stays_importable() -> None:
    """After the import the grammar is not loaded, notebooks validate, the package can be had."""
    told = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True", "rfc3987_syntax"]
