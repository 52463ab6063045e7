"""The wheel, installed in a clean environment outside the repository, makes a desk and a brief."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside the repository and return what it printed."""
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a clean environment with the locked packages and the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    run(sys.executable, *build, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / "bin"
    install = (programs / "python", "-m", "pip", "install", "--quiet")
    run(*install, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    run(*install, "--no-deps", wheel, cwd=folder)
    return programs


def test_wheel_is_complete(installed: Path, tmp_path: Path) -> None:
    """What runs is the wheel, not the repository, and its dependencies are all there."""
    where = run(
        installed / "python", "-c", "import briefing; print(briefing.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert "No broken requirements" in run(installed / "python", "-m", "pip", "check", cwd=tmp_path)


@pytest.mark.kernel
@pytest.mark.browser
def test_fresh_desk_builds_to_pdf(installed: Path, tmp_path: Path) -> None:
    """`briefing new demo` and `briefing build` there give a PDF with the desk's title in it."""
    run(installed / "briefing", "new", "demo", cwd=tmp_path)
    told = run(installed / "briefing", "build", cwd=tmp_path / "demo").splitlines()
    pdf = tmp_path / "demo" / "reports" / "2024-W48" / "brief.pdf"
    assert str(pdf) in [str(tmp_path / "demo" / line) for line in told]
    reader = PdfReader(pdf)
    assert "Demo weekly brief" in reader.pages[0].extract_text()
    assert reader.outline
