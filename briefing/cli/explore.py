"""`briefing explore`: the week, loaded in a notebook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, desk_option

if TYPE_CHECKING:
    from briefing.desk import Desk, Edition


@click.command(cls=Command)
@click.argument("section", required=False)
@click.option(
    "--week",
    metavar="WEEK",
    help="The ISO week, as in 2024-W48, or the name of an edition in reports; "
    "by default the desk's week.",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@desk_option
def explore(section: str | None, week: str | None, no_browser: bool, desk_folder: Path) -> None:
    """Open a section's notebook with the week loaded.

    It opens in JupyterLab; without SECTION, on the folder of all sections. The
    notebooks are copies in the desk's folder explore: yours to change, and kept
    where you have.

    \b
    Example:
      briefing explore casualties --week 2024-W48
      briefing explore --no-browser
    """
    from briefing.cli.lab import serve
    from briefing.desk import Desk

    desk = Desk.load(desk_folder)
    if section:
        desk.notebook(section)  # a typo is told before anything is built
    edition = find_edition(desk, week)
    shown = copy_notebooks(desk, edition, section)
    with serve(desk.root, shown, browser=not no_browser) as (address, server):
        click.echo(f"{address}\nCtrl-C stops it.")
        try:
            server.wait()
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)


def find_edition(desk: Desk, week: str | None) -> Edition:
    """The edition to explore; built first where its ledger is not there."""
    from briefing.build import BuildRequest, build_edition
    from briefing.build.period import take_in
    from briefing.cli.places import prepare_places
    from briefing.cli.progress import shown_progress
    from briefing.desk import Edition

    name = week or desk.brief.week
    if name and (desk.reports / name / "ledger").is_dir():
        return Edition(name, None, None, desk.reports / name)
    request = BuildRequest(week=name, to=("html",))
    edition = take_in(desk, request).edition
    if (edition.folder / "ledger").is_dir():
        return edition
    prepare_places()
    with shown_progress() as progress:
        result = build_edition(desk, request, progress)
    return replace(edition, folder=result.folder)


def copy_notebooks(desk: Desk, edition: Edition, section: str | None) -> Path:
    """Make the copies and return what to open: the one asked for, or the folder of all."""
    from briefing.explore import copy_notebook

    for name in [section] if section else desk.brief.sections:
        copy = copy_notebook(desk, edition, name)
        if copy.kept:
            click.echo(f"{copy.path} has your changes and is kept as it is.", err=True)
    folder = desk.explore / edition.name
    return folder / f"{section}.ipynb" if section else folder
