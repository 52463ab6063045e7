"""`briefing new`: a fresh desk."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.command import Command


@click.command(cls=Command)
@click.argument("name", metavar="NAME", type=click.Path(path_type=Path))
def new(name: Path) -> None:
    """Make a fresh desk in the folder NAME.

    It holds commented settings, a sample report to try it on, and places for
    your own notebooks and templates. A folder that is not empty is left alone.

    \b
    Example:
      briefing new sahel
      cd sahel && briefing build
    """
    from briefing.starter import make_desk

    folder = make_desk(name)
    click.echo(f"Made the desk {folder}. Put reports into {folder / 'articles'}, then:")
    click.echo(f"  cd {click.format_filename(folder)} && briefing build")
