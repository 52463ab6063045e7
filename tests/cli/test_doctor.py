"""`briefing doctor`: what is missing is told with its real error and what mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import doctor
from briefing.cli import main
from briefing.doctor import Finding

GOOD = Finding("Kernel", True, "python3 starts and answers")
NO_FONT = Finding("Font Inter", False, "not installed", "apt-get install fonts-inter", needed=False)
NO_BROWSER = Finding("Browser", False, "none found", "apt-get install chromium")


@pytest.mark.parametrize(
    ("findings", "exit_code", "told"),
    [
        ([GOOD], 0, "Ready to build."),  # all is there
        ([GOOD, NO_FONT], 0, "Ready to build."),  # a brief can do without a font
        ([GOOD, NO_BROWSER], 1, "Not ready: Browser."),  # it cannot without a browser
    ],
)
def test_exit_code_says_whether_a_build_can_run(
    monkeypatch: pytest.MonkeyPatch, findings: list[Finding], exit_code: int, told: str
) -> None:
    """Only what a build needs decides the exit code; each missing thing has its command."""
    monkeypatch.setattr(doctor, "examine", lambda root: iter(findings))
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == exit_code
    assert result.stdout.splitlines()[-1] == told
    mends = [f"→ {f.mend}" for f in findings if not f.present]
    assert [line.strip() for line in result.stdout.splitlines() if "→" in line] == mends


def test_unwritable_folder_is_told(tmp_path: Path) -> None:
    """A folder that cannot be made, because a file stands in its way, is told with the reason."""
    (tmp_path / "reports").write_text("a file", encoding="utf-8")
    (tmp_path / "briefing.toml").write_text("[brief]\nsections = []\n", encoding="utf-8")
    findings = {one.name: one for one in doctor.examine_desk(tmp_path)}
    assert findings["Desk"].present
    assert not findings["Reports"].present
    assert "reports" in findings["Reports"].detail


def test_wrong_settings_are_told(tmp_path: Path) -> None:
    """Settings that are not right are a finding, with the sentence that says what is wrong."""
    (tmp_path / "briefing.toml").write_text("[dsek]\n", encoding="utf-8")
    (finding,) = doctor.examine_desk(tmp_path)
    assert not finding.present
    assert 'did you mean "desk"?' in finding.detail


def test_browser_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that fails to start is missing, with its own error."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho 'cannot open display: no such library' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BRIEFING_BROWSER", str(broken))
    finding = doctor.examine_browser()
    assert not finding.present
    assert "no such library" in finding.detail
    assert finding.mend


@pytest.mark.kernel
def test_kernel_really_starts() -> None:
    """The kernel is started and computes."""
    assert doctor.examine_kernel() == GOOD


@pytest.mark.browser
def test_browser_really_starts() -> None:
    """The browser of this machine starts, with its version."""
    finding = doctor.examine_browser()
    assert finding.present, finding.detail
    assert " starts, /" in finding.detail
