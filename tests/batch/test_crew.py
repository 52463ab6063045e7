"""Worker processes that die."""

from __future__ import annotations

import os
import signal
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from briefing.batch.crew import ATTEMPTS, Crew
from briefing.errors import BriefingError


def die_until(deaths: int, notes: Path) -> int:
    """Kill this process, the first times it is asked; then return how often it was asked."""
    with notes.open("a", encoding="utf-8") as file:
        file.write("asked\n")
    asked = len(notes.read_text(encoding="utf-8").splitlines())
    if asked <= deaths:
        os.kill(os.getpid(), signal.SIGKILL)
    return asked


def test_killed_processes_lose_nothing(tmp_path: Path) -> None:
    """A task whose process is killed is tried in another; a process that lives goes on."""
    with Crew(2) as crew:
        killed = [crew.submit(die_until, 1, tmp_path / f"{n}") for n in range(3)]
        pids = [crew.submit(os.getpid) for _ in range(4)]
        assert [one.result() for one in killed] == [2, 2, 2]
        assert len({one.result() for one in pids}) <= 2
        assert os.getpid() not in {one.result() for one in pids}


def test_a_task_that_kills_every_process_is_given_up(tmp_path: Path) -> None:
    """It fails in one sentence after some attempts; what follows it is done."""
    with Crew(1) as crew:
        deadly = crew.submit(die_until, 99, tmp_path / "notes")
        after = crew.submit(os.getpid)
        with pytest.raises(BriefingError, match=f"killed {ATTEMPTS} times"):
            deadly.result()
        assert after.result() > 0


def work_for_ever(begun: Path) -> None:
    """Tell that the work has begun, and never end it."""
    with begun.open("w", encoding="utf-8"):
        pass
    signal.pause()


def test_a_crew_can_be_stopped(tmp_path: Path) -> None:
    """A batch that is stopped ends the work that runs and never begins the rest."""
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    crew = Crew(1)
    running, queued = crew.submit(work_for_ever, begun), crew.submit(os.getpid)
    with begun.open(encoding="utf-8"):  # opens when the other side does
        crew.shutdown(cancel_futures=True)
    assert queued.cancelled()
    with pytest.raises(CancelledError):
        running.result()
