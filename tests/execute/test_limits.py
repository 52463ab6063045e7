"""What a section does to itself stays its own: the others run, its kernel is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.execute import run_sections
from briefing.settings.tables import LimitsTable
from tests.execute.test_sections import section
from tests.kernels.test_parent import ROOT, wait_until_gone

LIMITS = LimitsTable(cell_seconds=30, section_seconds=60, memory_mb=2048)
WHO = "import os; print(os.getpid())"


@pytest.mark.kernel
@pytest.mark.parametrize(
    ("limits", "cells", "says"),
    [
        # it ends the process itself, without a word
        (LIMITS, ["import os; os._exit(0)"], "Kernel died"),
        # it ends the program, as a script would
        (LIMITS, ["import sys; sys.exit(3)"], "SystemExit: 3"),
        # it breaks in compiled code
        (LIMITS, ["import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"], "Kernel died"),
        # it asks for more memory than it may have
        (LIMITS, ["a = bytearray(4 * 2**30)"], "MemoryError"),
        # a cell hangs
        (LimitsTable(cell_seconds=1), ["while True: pass"], "after 1 seconds"),
        # no cell takes long, and all together do
        (
            LimitsTable(cell_seconds=60, section_seconds=1),
            ["import time; time.sleep(1.1)", "time.sleep(60)"],
            "after 1 seconds",
        ),
        # it does not listen when it is asked to stop
        (
            LimitsTable(cell_seconds=1),
            ["while True:\n    try:\n        while True: pass\n    except BaseException: pass"],
            "after 1 seconds",
        ),
    ],
)
def test_what_a_section_does_is_its_own_failure(
    tmp_path: Path, limits: LimitsTable, cells: list[str], says: str
) -> None:
    """It is told as that section's failure, its neighbour is whole, its process is gone."""
    bad = section(tmp_path, "bad", WHO, *cells)
    good = section(tmp_path, "good", "print(who)")
    first, second = run_sections([bad, good], tmp_path / "out", lambda _: None, limits)
    assert first.failure is not None
    assert says in first.failure.error
    assert second.failure is None
    assert second.notebook.cells[-1].outputs[0].text == "the desk\n"
    pid = int(first.notebook.cells[3].outputs[0].text)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


# Runs a section that hangs, with far more time than any test has. Started in the background, tests
# are deaf to Ctrl-C, and so would be what they start.
HANG = """
import signal
import sys
from pathlib import Path
from briefing.execute import Section, run_sections
from briefing.settings.tables import LimitsTable
signal.signal(signal.SIGINT, signal.default_int_handler)
folder = Path(sys.argv[1])
limits = LimitsTable(cell_seconds=9999, section_seconds=9999)
run_sections([Section("hang", folder / "hang.ipynb", {})], folder / "out", print, limits)
"""


@pytest.mark.kernel
def test_an_interrupted_build_ends_with_its_kernels(tmp_path: Path) -> None:
    """Ctrl-C does not wait for a cell that never ends, and leaves no process behind."""
    told = tmp_path / "pid"
    wait = f"import os, pathlib; pathlib.Path({str(told)!r}).write_text(f'{{os.getpid()}} ')"
    section(tmp_path, "hang", wait, "while True: pass")
    with subprocess.Popen(
        [sys.executable, "-c", HANG, str(tmp_path)], cwd=ROOT, stderr=subprocess.DEVNULL
    ) as build:
        end = time.monotonic() + 60
        while not (told.exists() and told.read_text().endswith(" ")) and time.monotonic() < end:
            time.sleep(0.05)
        build.send_signal(signal.SIGINT)
        build.wait(60)
    assert wait_until_gone([int(told.read_text())]) == []


@pytest.mark.kernel
def test_sections_do_not_see_each_other(tmp_path: Path) -> None:
    """What one leaves in modules, environment and random numbers is not there for the next."""
    spoil = (
        "import os, random, builtins, plotly.io as pio\n"
        "os.environ['BRIEFING_TEST'] = builtins.left = 'here'\n"
        "pio.templates.default = 'none'\nrandom.seed(1)"
    )
    look = (
        "import os, builtins, plotly.io as pio\n"
        "print(os.environ.get('BRIEFING_TEST'), hasattr(builtins, 'left'), pio.templates.default)"
    )
    one, two = section(tmp_path, "one", spoil), section(tmp_path, "two", look)
    run_sections([one], tmp_path / "out", lambda _: None)
    (run,) = run_sections([two], tmp_path / "out", lambda _: None)
    assert run.notebook.cells[-1].outputs[0].text == "None False briefing\n"
