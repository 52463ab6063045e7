"""The commands: parse, call, say what happened. One file per command."""

from __future__ import annotations

import click

from briefing import __version__
from briefing.cli.add import add
from briefing.cli.batch import batch
from briefing.cli.build import build
from briefing.cli.diff import diff
from briefing.cli.doctor import doctor
from briefing.cli.explore import explore
from briefing.cli.extract import extract
from briefing.cli.new import new
from briefing.cli.review import review


class InOrder(click.Group):
    """Lists the commands in the order in which a desk meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn a week of reporting on an armed conflict into a brief.

    \b
    Example:
      briefing new sahel            make a desk, then put reports into
                                    sahel/articles
      cd sahel && briefing build    write the brief of the newest week
    """


for command in (new, add, build, review, batch, diff, extract, explore, doctor):
    main.add_command(command)
