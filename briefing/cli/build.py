"""`briefing build`: articles and event data in, a brief out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, desk_option, week_option

if TYPE_CHECKING:
    from briefing.build import BuildRequest, BuildResult

FORMATS = ("html", "pdf")


@click.command(cls=Command)
@week_option
@click.option("--from", "start", metavar="DAY", help="The first day, as in 2024-11-25; needs --to.")
@click.option(
    "--to",
    "to",
    metavar="DAY|FORMATS",
    multiple=True,
    help="The last day, as in 2024-12-01; or the formats to write: html, pdf or html,pdf. "
    "May be given twice, once for each.",
)
@click.option(
    "--article",
    "articles",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Read this file instead of the desk's articles; may be given again.",
)
@click.option(
    "--events",
    "events",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Read event data (UCDP GED, ACLED, HDX HAPI) from this file instead of the desk's events; "
    "may be given again.",
)
@click.option(
    "--against",
    metavar="EDITION",
    help="Compare with this edition, or the edition in this folder, and not with the one before.",
)
@click.option("--hxl", is_flag=True, help="Add a row of HXL tags to the ledger's CSV files.")
@click.option("--strict", is_flag=True, help="Fail where a figure has no source or words disagree.")
@click.option("--force", is_flag=True, help="Build anew, also what has not changed.")
@desk_option
def build(  # noqa: PLR0913 - one for each option
    *,
    week: str | None,
    start: str | None,
    to: tuple[str, ...],
    articles: tuple[Path, ...],
    events: tuple[Path, ...],
    against: str | None,
    hxl: bool,
    strict: bool,
    force: bool,
    desk_folder: Path,
) -> None:
    """Write the brief of a period into the desk's reports.

    From articles, from event data, or from both. Without a period: the desk's
    week, else the week of the newest article, else of the last event. An article
    without a date makes an edition named after its file. An edition is written
    whole or not at all; the exit code is 0 only if it is complete. What has not
    changed since it was built is not built again.

    \b
    Example:
      briefing build --week 2024-W48
      briefing build --from 2024-11-25 --to 2024-12-01 --to pdf
      briefing build --article report.txt --to html
      briefing build --week 2016-W50 --events ged191.csv
    """
    from briefing.build import BuildRequest

    end, formats = split_to(to)
    first, last = read_period(week, start, end)
    request = BuildRequest(
        week=week,
        start=first,
        end=last,
        articles=articles,
        events=events,
        to=formats,
        hxl=hxl,
        against=against,
        strict=strict,
        force=force,
    )
    result = _find_current(desk_folder, request) or _build(desk_folder, request)
    tell(result)
    if not result.complete:
        click.get_current_context().exit(1)


def _find_current(desk_folder: Path, request: BuildRequest) -> BuildResult | None:
    """The edition as it stands, where building it again would change nothing."""
    from briefing.build.current import find_current
    from briefing.desk import find_desk

    root = None if request.force else find_desk(desk_folder)
    result = root and find_current(root, request)
    if not result:
        return None
    for note in result.notes:
        click.echo(f"Note: {note}", err=True)
    click.echo("Nothing has changed since it was built; --force builds it anew.", err=True)
    return result


def _build(desk_folder: Path, request: BuildRequest) -> BuildResult:
    from briefing.execute import prepare_kernels
    from briefing.quick_import import collect_seldom

    collect_seldom()
    prepare_kernels()  # they load beside what is loaded here

    from briefing.build import build_edition
    from briefing.cli.places import prepare_places
    from briefing.cli.progress import shown_progress
    from briefing.desk import Desk

    desk = Desk.load(desk_folder)
    prepare_places()
    with shown_progress() as progress:
        return build_edition(desk, request, progress)


def split_to(values: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The two things `--to` can say: the last day, and the formats."""
    formats: list[str] = []
    end = None
    for value in values:
        names = [name.strip().lower() for name in value.split(",")]
        if all(name in FORMATS for name in names):
            formats += names
        elif end is None:
            end = value
        else:
            raise click.BadParameter(f"{end} and {value} can't both be the last day.")
    return end, tuple(dict.fromkeys(formats))


def read_period(
    week: str | None, start: str | None, end: str | None
) -> tuple[date | None, date | None]:
    """The first and the last day asked for; None for both where a week or nothing is."""
    last = _day(end, "a day or a list of html and pdf") if end else None
    first = _day(start, "a day") if start else None
    if (first is None) != (last is None):
        raise click.UsageError("A period needs both days: --from 2024-11-25 --to 2024-12-01.")
    if week and first:
        raise click.UsageError("Ask for a week or for a period, not for both.")
    return first, last


def _day(text: str, expected: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f'"{text}" is not {expected}; write a day as in 2024-12-01.'
        ) from None


def tell(result: BuildResult) -> None:
    """The paths written, the summary, and on stderr what the analyst has to look at."""
    here = Path.cwd()
    for path in result.paths:
        inside = path.is_relative_to(here)
        click.echo(click.format_filename(path.relative_to(here) if inside else path))
    for line in (*result.summary, *result.rebuilt):
        click.echo(line)
    for line in result.undated:
        click.echo(f"Not dated: {line}", err=True)
    for line in result.failures:
        click.echo(f"Failed: {line}", err=True)
