"""Progress of a build: bars in a terminal, a line per step elsewhere. All of it on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import rich.progress

    from briefing.build import Progress


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """The way to show progress that fits where stderr goes."""
    if not sys.stderr.isatty():
        yield LineProgress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bars:
        yield BarProgress(bars)


class LineProgress:
    """One line when a step starts: for logs, where bars would be noise."""

    def start(self, step: str, total: int) -> None:
        click.echo(f"{step} …", err=True)

    def advance(self, step: str) -> None:
        """Nothing to say: the step's line stands already."""

    def finish(self, step: str) -> None:
        """Nothing to say: the next step's line follows."""

    def warn(self, text: str) -> None:
        click.echo(f"Note: {text}", err=True)


class BarProgress:
    """One bar per step, in the order in which the steps start."""

    def __init__(self, bars: rich.progress.Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, rich.progress.TaskID] = {}

    def start(self, step: str, total: int) -> None:
        self._tasks[step] = self._bars.add_task(step, total=total)

    def advance(self, step: str) -> None:
        self._bars.advance(self._tasks[step])

    def finish(self, step: str) -> None:
        task = self._bars.tasks[self._tasks[step]]
        self._bars.update(task.id, total=task.total or 1, completed=task.total or 1)

    def warn(self, text: str) -> None:
        self._bars.console.print(f"Note: {text}", markup=False, highlight=False)
