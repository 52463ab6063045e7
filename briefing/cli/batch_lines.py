"""What `briefing batch` says: a line per edition as it ends, and a summary."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from briefing.batch import Outcome, Summary
from briefing.wording import number


class Teller:
    """Prints each outcome on stdout, and once, on stderr, what is to be looked at."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = perf_counter()
        self._outcomes: list[Outcome] = []
        self._noted: set[str] = set()

    def tell(self, outcome: Outcome) -> None:
        """Print one line for an edition that ended, and the notes that no other had before."""
        self._outcomes.append(outcome)
        click.echo(f"{self._counter()}  {_place(outcome)}  {_ending(outcome)}")
        for note in outcome.notes:
            if note not in self._noted:
                self._noted.add(note)
                click.echo(f"Note: {outcome.order.desk.name}: {note}", err=True)

    def tell_end(self) -> Summary:
        """Print the summary, and return it."""
        summary = Summary.of(self._outcomes, perf_counter() - self._started)
        counts = ", ".join(f"{number(n)} {state}" for state, n in summary.counts.items())
        click.echo(f"{counts or 'nothing was built'}; {summary.seconds:.1f} s.")
        return summary

    def _counter(self) -> str:
        ended = {(one.order.desk, one.order.week) for one in self._outcomes}
        return f"[{len(ended):{len(str(self._total))}}/{self._total}]"


def _place(outcome: Outcome) -> str:
    """The edition's folder as seen from here."""
    folder = outcome.order.desk / "reports" / outcome.order.week
    here = Path.cwd()
    return click.format_filename(
        folder.relative_to(here) if folder.is_relative_to(here) else folder
    )


def _ending(outcome: Outcome) -> str:
    reason = f": {' '.join(outcome.reason.split())}" if outcome.reason else ""
    took = f" in {outcome.seconds:.1f} s" if outcome.state == "done" else ""
    return f"{outcome.state}{took}{reason}"
