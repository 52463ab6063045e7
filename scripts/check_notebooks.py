"""Type-checks notebooks: each is written out as a script and given to mypy, strict as the rest."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent


def write_script(notebook: Path, folder: Path) -> Path:
    """The code cells of a notebook as one script; every cell begins with where it comes from."""
    cells = nbformat.read(notebook, as_version=4).cells
    parts = [
        f"# {notebook.name}, cell {number}\n{cell.source}\n"
        for number, cell in enumerate(cells, start=1)
        if cell.cell_type == "code"
    ]
    script = folder / f"{notebook.stem}_notebook.py"
    script.write_text("\n".join(parts), encoding="utf-8")
    return script


def check_notebooks(folder: Path) -> int:
    """Check every notebook in a folder; the exit code of mypy."""
    notebooks = sorted(folder.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as scratch:
        scripts = [str(write_script(notebook, Path(scratch))) for notebook in notebooks]
        options = ["--config-file", str(ROOT / "pyproject.toml"), "--scripts-are-modules"]
        command = [sys.executable, "-m", "mypy", *options, *scripts]
        return subprocess.run(command, cwd=ROOT, check=False).returncode if scripts else 0


if __name__ == "__main__":
    sys.exit(check_notebooks(ROOT / sys.argv[1]))
