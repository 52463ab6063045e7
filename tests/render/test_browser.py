"""Finding and starting the machine's browser, and what is said when that fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.render import Browser, browser_version, find_browser, open_browser, render_html
from briefing.render.gate import count_printed
from briefing.render.merge import merge_sections
from briefing.render.printing import print_pdf

from .samples import BAR_ALT, EDITION, bar_chart, figure_cell, markdown, section


def _executable(path: Path, script: str = "exit 0") -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it."""
    monkeypatch.delenv("BRIEFING_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_found_on_path_in_order(empty_machine: Path) -> None:
    """Chromium comes before Chrome, and Chrome before Edge."""
    for name in ("microsoft-edge", "google-chrome", "chromium"):
        expected = _executable(empty_machine / name)
        assert find_browser() == expected


def test_named_browser_comes_first(empty_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BRIEFING_BROWSER beats PATH, and a wrong one is an error and not a fallback."""
    _executable(empty_machine / "chromium")
    mine = _executable(empty_machine / "mine")
    monkeypatch.setenv("BRIEFING_BROWSER", str(mine))
    assert find_browser() == mine
    monkeypatch.setenv("BRIEFING_BROWSER", str(empty_machine / "gone"))
    with pytest.raises(BriefingError, match=r"BRIEFING_BROWSER names .*gone"):
        find_browser()


def test_no_browser_says_how_to_get_one(empty_machine: Path) -> None:
    """Where there is none, the error carries the command that installs one."""
    with pytest.raises(BriefingError, match="sudo apt-get install chromium"):
        find_browser()


def test_missing_browser_shows_when_it_is_used(empty_machine: Path) -> None:
    """Entering ``open_browser`` never fails: the notebooks run on, printing tells the error."""
    with open_browser() as browser, pytest.raises(BriefingError, match="install chromium"):
        browser.wait()


def test_launch_error_is_the_browsers_own(tmp_path: Path) -> None:
    """A browser that dies says why in its own words, on one line."""
    library = "error while loading shared libraries: libnss3.so: cannot open shared object file"
    broken = _executable(tmp_path / "chromium", f'echo "{library}" >&2; exit 127')
    with open_browser(broken) as browser, pytest.raises(BriefingError) as told:
        browser.wait()
    assert str(told.value) == f"{broken} does not start: {library}"


def test_version_of_what_is_no_browser(tmp_path: Path) -> None:
    """Asking something that fails for its version is one clear error."""
    with pytest.raises(BriefingError, match="does not tell its version"):
        browser_version(_executable(tmp_path / "chromium", "exit 3"))


@pytest.mark.browser
def test_version() -> None:
    """The machine's browser tells its version."""
    assert any(part[0].isdigit() for part in browser_version(find_browser()).split())


@pytest.mark.browser
@pytest.mark.parametrize(
    "script",
    [
        # a promise that nobody keeps
        "window.briefing = { ready: new Promise(() => {}) };",
        # a page that never comes to rest
        "window.briefing = { ready: new Promise(() => { setTimeout(() => { for (;;); }, 50); }) };",
    ],
    ids=["promise", "loop"],
)
def test_one_time_limit(script: str, printer: Browser, tmp_path: Path) -> None:
    """A chart that never finishes ends in one clear error and not in a hanging build."""
    page = tmp_path / "stuck.html"
    page.write_text(f'<figure class="chart"></figure><script>{script}</script>')
    with pytest.raises(BriefingError, match=r"stuck.html was not ready to print after 1 seconds"):
        print_pdf(page, tmp_path / "stuck.pdf", printer, seconds=1)
    # A page that is stuck is gone, and keeps no core busy: only presses that wait stay open.
    assert len(printer._started.result().contexts) <= len(printer._presses) + 1


@pytest.mark.browser
def test_every_request_is_blocked_and_told(printer: Browser, tmp_path: Path) -> None:
    """A page that asks for more than itself gets nothing, and the report names the address."""
    page = tmp_path / "asking.html"
    page.write_text('<img src="https://example.org/track.png"><img src="other.png">')
    report = print_pdf(page, tmp_path / "asking.pdf", printer)
    assert len(report.requests) == 2
    assert "https://example.org/track.png" in report.requests


@pytest.mark.browser
def test_one_page_leaves_nothing_to_the_next(printer: Browser, tmp_path: Path) -> None:
    """Pages with and without charts print in turns; one whose script is missing can't use that of
    the page before it."""
    charted = merge_sections([section("one", figure_cell(bar_chart()))], EDITION)
    plain = merge_sections([section("one", markdown("# Words"))], EDITION)
    html, pdf = tmp_path / "brief.html", tmp_path / "brief.pdf"
    for brief, expected in [(charted, {BAR_ALT: 1}), (plain, {}), (charted, {BAR_ALT: 1})]:
        report = print_pdf(render_html(brief, html), pdf, printer)
        assert (report.errors, report.requests, count_printed(pdf)) == ((), (), expected)
    mute = html.read_text(encoding="utf-8").replace("window.briefing =", "window.other =")
    html.write_text(mute, encoding="utf-8")
    with pytest.raises(BriefingError, match="the page's own script did not run"):
        print_pdf(html, pdf, printer)
