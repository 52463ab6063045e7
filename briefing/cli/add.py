"""`briefing add`: pages, files and feeds into the desk."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, desk_option

if TYPE_CHECKING:
    from briefing.fetch import Fetcher


@click.command(cls=Command)
@click.argument("names", metavar="URL|FILE|FEED...", nargs=-1, required=True)
@click.option("--published", metavar="DAY", help="When it was published, as in 2024-11-28.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@desk_option
def add(
    names: tuple[str, ...], published: str | None, publisher: str | None, desk_folder: Path
) -> None:
    """Put web pages, files and feeds into the desk's articles.

    Takes addresses of pages, feeds (RSS, Atom) and documents; files: saved pages,
    PDF, Word, Markdown, text and feeds; and lists of addresses: a .txt file with
    one on each line, or - for what is piped in. Of a feed, the page of each
    entry is fetched.

    The text goes to articles/, what it was made of to articles/originals/. What
    is there already is not added again. --published and --publisher hold for
    all that is named and go before what a page says. The exit code is 0 only if
    nothing failed.

    \b
    Example:
      briefing add https://example.org/report downloads/*.pdf
      briefing add https://example.org/feed.xml
      briefing add scan.pdf --published 2024-11-28 --publisher "Example Daily"
      briefing add addresses.txt
    """
    from briefing.collect import Collector, Wishes
    from briefing.desk import Desk

    wishes = Wishes(read_moment(published), publisher)
    collector = Collector(Desk.load(desk_folder), make_fetcher(), wishes)
    counts = {"added": 0, "already there": 0, "failed": 0}
    for outcome in collector.add(names):
        click.echo(str(outcome))
        counts[outcome.status] += 1
    if sum(counts.values()) > 1:
        click.echo(", ".join(f"{n} {status}" for status, n in counts.items() if n), err=True)
    if counts["failed"]:
        click.get_current_context().exit(1)


def make_fetcher() -> Fetcher:
    """The way to the web, with the limits as shipped and the open internet alone."""
    from briefing.fetch import Fetcher

    return Fetcher()


def read_moment(published: str | None) -> date | datetime | None:
    """A day or time as the analyst writes it."""
    from briefing.articles.moments import parse_moment

    moment = parse_moment(published)
    if published is not None and moment is None:
        raise click.BadParameter(f'"{published}" is not a day; write it as in 2024-11-28.')
    return moment
