"""`briefing diff`: what one edition tells otherwise than another."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.command import Command, desk_option

FORMATS = ("table", "csv", "json")


@click.command(cls=Command)
@click.argument("before", metavar="[A]", required=False)
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--format",
    "chosen",
    type=click.Choice(FORMATS),
    default="table",
    help="A table to read, or the rows in the columns of the ledger's table changes.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show also what is unchanged or of the earlier period.",
)
@desk_option
def diff(
    before: str | None, after: str | None, chosen: str, everything: bool, desk_folder: Path
) -> None:
    """Show what edition B tells otherwise than A.

    A is the earlier one. Each is the name of an edition of the desk, or a folder
    with an edition or its ledger; without them, the desk's last two, and without
    B the last. What is withdrawn or revised has its reason.
    Differences are no failure: the exit code is 0 with or without any, and 1 only
    where an edition can't be read.

    \b
    Example:
      briefing diff
      briefing diff 2024-W47 2024-W48
      briefing diff sent/2024-W48 reports/2024-W48 --format csv
    """
    from briefing.cli.diff_table import show_comparison, write_csv, write_json
    from briefing.compare import Side, compare
    from briefing.compare.telling import CHANGED
    from briefing.compare.where import find_ledger, last_edition
    from briefing.desk import find_desk

    desk = find_desk(desk_folder)
    reports = desk / "reports" if desk else None
    after = after or last_edition(reports)
    before = before or last_edition(reports, before=after)
    old, new = (Side.stored(find_ledger(name, reports)) for name in (before, after))
    made = compare(old, new)
    rows = [row for row in made.rows if everything or row["status"] in CHANGED]
    if chosen == "csv":
        write_csv(rows)
    elif chosen == "json":
        write_json(rows, old, new, made.notes)
    else:
        show_comparison(rows, old, new, made.notes)
