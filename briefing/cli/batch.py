"""`briefing batch`: many weeks, of one or more desks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import INTERRUPTED, Command

if TYPE_CHECKING:
    from briefing.batch import Order
    from briefing.build import BuildRequest


@click.command(cls=Command)
@click.option(
    "--weeks",
    metavar="WEEKS",
    required=True,
    help="ISO weeks: 2024-W01..2024-W52, or a list as in 2024-W01,2024-W05..2024-W09.",
)
@click.option(
    "--desk",
    "desks",
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A desk; may be given again. By default the one this folder lies in.",
)
@click.option("--to", metavar="FORMATS", help="html, pdf or html,pdf; by default the desk's.")
@click.option(
    "--events",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Event data for all desks, instead of each one's events; may be given again.",
)
@click.option("--hxl", is_flag=True, help="Add a row of HXL tags to the ledgers' CSV files.")
@click.option("--strict", is_flag=True, help="Fail an edition where a figure has no source.")
@click.option("--force", is_flag=True, help="Build what is up to date, too.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes on this machine; by default one per processor.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Use the Dask cluster whose scheduler listens at tcp://HOST:PORT.",
)
def batch(  # noqa: PLR0913, PLR0917 - one for each option
    weeks: str,
    desks: tuple[Path, ...],
    to: str | None,
    events: tuple[Path, ...],
    hxl: bool,
    strict: bool,
    force: bool,
    workers: int | None,
    scheduler: str | None,
) -> None:
    """Write the briefs of many weeks, side by side.

    One line tells of each edition as it ends; one that fails stops no other.
    The same command goes on where an interrupted one stopped. A week without
    reports is told and is no failure. The exit code is 0 if no edition failed
    and there is at least one.

    \b
    Example:
      briefing batch --weeks 2024-W01..2024-W52
      briefing batch --weeks 2024-W48,2024-W50 --desk sahel --desk sudan
      briefing batch --weeks 2016-W27..2016-W52 --events ged191.csv
      briefing batch --weeks 2024-W01..2024-W52 --scheduler tcp://head:8786
    """
    from briefing.batch import run_batch
    from briefing.build import BuildRequest
    from briefing.cli.batch_lines import Teller
    from briefing.cli.places import prepare_places

    if workers and scheduler:
        raise click.UsageError("A cluster has its own workers: --workers or --scheduler, not both.")
    files = tuple(path.resolve() for path in events)
    request = BuildRequest(events=files, to=_formats(to), hxl=hxl, strict=strict, force=force)
    orders = _orders(weeks, desks or (Path(),), request)
    prepare_places()
    teller = Teller(len(orders))
    try:
        with _opened_executor(workers, scheduler) as executor:
            for outcome in run_batch(orders, executor):
                teller.tell(outcome)
    except KeyboardInterrupt:
        teller.tell_end()
        click.echo("Stopped; the same command goes on from here.", err=True)
        click.get_current_context().exit(INTERRUPTED)
    if not teller.tell_end().succeeded:
        click.get_current_context().exit(1)


def _formats(to: str | None) -> tuple[str, ...]:
    from briefing.cli.build import split_to

    day, formats = split_to((to,)) if to else (None, ())
    if day:
        raise click.BadParameter(f'"{day}" is not html, pdf or html,pdf.', param_hint="--to")
    return formats


def _orders(weeks: str, desks: tuple[Path, ...], request: BuildRequest) -> list[Order]:
    from briefing.batch import Order, read_weeks

    folders = dict.fromkeys(desk.resolve() for desk in desks)
    return [Order(desk, week, request) for desk in folders for week in read_weeks(weeks)]


@contextmanager
def _opened_executor(workers: int | None, scheduler: str | None) -> Iterator[Executor]:
    """The cluster's executor or this machine's; a batch that is stopped ends its work."""
    from briefing.batch.cluster import connect
    from briefing.batch.crew import Crew

    if scheduler:
        with connect(scheduler) as executor:
            yield executor
        return
    crew = Crew(workers or os.cpu_count() or 1)
    try:
        yield crew
    except BaseException:
        crew.shutdown(cancel_futures=True)
        raise
    crew.shutdown()
