"""Digests of folders and of what is installed: any change shows, and nothing else does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import briefing
from briefing.reuse import printer, program
from briefing.reuse.digests import read_tree, stat_tree
from briefing.reuse.printer import VersionAsked, fonts_digest

PANDAS = "pandas-3.1.dist-info"


def write(path: Path, text: str) -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_tree_is_its_files(tmp_path: Path) -> None:
    """Paths and contents count; caches of Python, links in a circle and what is skipped do not."""
    write(tmp_path / "a.txt", "one")
    write(tmp_path / "in" / "b.txt", "two")
    write(tmp_path / "in" / "__pycache__" / "b.pyc", "code")
    write(tmp_path / "out" / "c.txt", "three")
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    tree = read_tree(tmp_path, skip=lambda folder: folder == "out")
    assert sorted(tree) == ["a.txt", "in/b.txt"]
    assert read_tree(tmp_path / "a.txt") == {"": tree["a.txt"]}
    assert read_tree(tmp_path / "nowhere") == {}


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    """A desk may keep its articles on another disk."""
    write(tmp_path / "elsewhere" / "report.txt", "one")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "articles").symlink_to(tmp_path / "elsewhere")
    before = read_tree(tmp_path / "desk")
    write(tmp_path / "elsewhere" / "report.txt", "two")
    assert before.keys() == {"articles/report.txt"}
    assert read_tree(tmp_path / "desk") != before


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small machine: the package, a library, a source folder, kernelspecs, a profile."""
    for name in ("PYTHONPATH", "JUPYTER_PATH", "IPYTHONDIR", "JUPYTER_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    write(tmp_path / "briefing" / "__init__.py", "")
    write(tmp_path / "briefing" / "lexicon" / "casualties.toml", "[[rule]]")
    write(tmp_path / "briefing" / "shipped" / "notebooks" / "summary.ipynb", "{}")
    write(tmp_path / "site" / PANDAS / "RECORD", "pandas/__init__.py,sha256=a,1")
    write(tmp_path / "source" / "helper.py", "x = 1")
    write(tmp_path / "home" / ".ipython" / "profile_default" / "startup" / "a.py", "x = 1")
    write(tmp_path / "jupyter" / "kernels" / "python3" / "kernel.json", "{}")
    monkeypatch.setattr(briefing, "__file__", str(tmp_path / "briefing" / "__init__.py"))
    monkeypatch.setattr(sys, "path", ["first", str(tmp_path / "site"), str(tmp_path / "source")])
    monkeypatch.setattr(program, "shipped", lambda name: tmp_path / "briefing" / "shipped" / name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    return tmp_path


@pytest.mark.parametrize(
    "change",
    [
        # the program's own code, vocabulary and notebooks
        lambda m, _: write(m / "briefing" / "__init__.py", "x = 1"),
        lambda m, _: write(m / "briefing" / "new.py", ""),
        lambda m, _: write(m / "briefing" / "lexicon" / "casualties.toml", "[[rule]]\nname = 1"),
        lambda m, _: write(m / "briefing" / "shipped" / "notebooks" / "summary.ipynb", "[]"),
        # a library upgraded, rebuilt under the same version, added
        lambda m, _: (m / "site" / PANDAS).rename(m / "site" / "pandas-3.2.dist-info"),
        lambda m, _: write(m / "site" / PANDAS / "RECORD", "…,sha256=b,1"),
        lambda m, _: write(m / "site" / "scipy-1.0.dist-info" / "RECORD", ""),
        # a module that is not installed but on Python's path
        lambda m, _: write(m / "source" / "helper.py", "x = 1000"),
        # another Python
        lambda _, patch: patch.setattr(sys, "version", "3.99"),
        # how kernels start, and what they run before the first cell
        lambda m, _: write(m / "jupyter" / "kernels" / "python3" / "kernel.json", "[]"),
        lambda m, _: write(m / "home/.ipython/profile_default/startup/a.py", "x = 2"),
        lambda m, _: write(m / "home/.ipython/profile_default/ipython_config.py", "c = 2"),
        # the environment
        lambda _, patch: patch.setenv("TZ", "Asia/Damascus"),
        lambda _, patch: patch.setenv("PYTHONHASHSEED", "7"),
        lambda _, patch: patch.setenv("BRIEFING_BROWSER", "chrome"),
    ],
)  # fmt: skip
def test_whatever_is_installed_counts(
    machine: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, object], object]
) -> None:
    """Each part of the program and its surroundings changes the digest; nothing else does."""
    before = program.program_digest.__wrapped__()
    write(machine / "home" / "notes.txt", "not ours")
    assert program.program_digest.__wrapped__() == before
    change(machine, monkeypatch)
    assert program.program_digest.__wrapped__() != before


def test_a_font_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that comes, goes or changes is another page."""
    monkeypatch.setattr(printer, "_FONTS", (str(tmp_path),))
    before = fonts_digest()
    write(tmp_path / "serif.ttf", "glyphs")
    with_font = fonts_digest()
    write(tmp_path / "serif.ttf", "other glyphs")
    assert len({before, with_font, fonts_digest()}) == 3


def test_the_browsers_version_counts(tmp_path: Path) -> None:
    """An upgrade under the same path is another browser; none at all is told as such."""
    browser = write(tmp_path / "chromium", "#!/bin/sh\necho Chromium 1\n")
    browser.chmod(0o755)
    first = VersionAsked(browser).answer()
    browser.write_text("#!/bin/sh\necho Chromium 2\n", encoding="utf-8")
    assert first == f"{browser} Chromium 1\n"
    assert VersionAsked(browser).answer() != first
    assert VersionAsked(None).answer() == ""
    assert VersionAsked(tmp_path / "gone").answer() == str(tmp_path / "gone")


def test_a_stat_tree_sees_size_and_time(tmp_path: Path) -> None:
    """Files too many to read are told apart by what the system knows of them."""
    write(tmp_path / "a.py", "x")
    before = stat_tree(tmp_path)
    write(tmp_path / "a.py", "xy")
    assert before.keys() == stat_tree(tmp_path).keys()
    assert before != stat_tree(tmp_path)
