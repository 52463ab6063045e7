"""`briefing review`: what in an edition most deserves a look, and the rows to decide it with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, desk_option
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk import Desk
    from briefing.review import Item

TOP = 20


@click.command(cls=Command)
@click.option(
    "--week",
    metavar="WEEK",
    help="The ISO week, as in 2024-W48, or the name of an edition in reports; "
    "by default the newest edition.",
)
@click.option(
    "--top",
    metavar="N",
    type=click.IntRange(min=1),
    default=TOP,
    show_default=True,
    help="How many to show, first what most deserves a look.",
)
@click.option(
    "--format",
    "chosen",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="csv: rows for corrections.csv, ready to be decided.",
)
@click.option(
    "--to",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add the rows to this file, as a rule corrections.csv; what it names already stays.",
)
@click.option(
    "--separator",
    type=click.Choice([",", ";"]),
    default=",",
    show_default=True,
    help="What parts the cells of a new file; a semicolon where the decimal sign is a comma.",
)
@desk_option
def review(
    week: str | None,
    top: int,
    chosen: str,
    to: Path | None,
    separator: str,
    desk_folder: Path,
) -> None:
    """Show what most deserves a look in a brief, by a stated rule.

    High numbers from a single source, claimants that differ, places that are
    not on the map, days that are assumed, and decisions of yours that match
    nothing any more. To overrule the brief: add the rows to corrections.csv,
    fill in accept, reject, edit, merge or split, and build again. Rows without
    an action decide nothing.

    \b
    Example:
      briefing review --week 2024-W48
      briefing review --to corrections.csv
    """
    from briefing.desk import Desk
    from briefing.ledger import Ledger
    from briefing.review import review_ledger, sheet_rows

    folder = find_built(Desk.load(desk_folder), week)
    items = review_ledger(Ledger.read(folder / "ledger"))
    if to is not None:
        from briefing.corrections.write import append_rows

        added = append_rows(to, sheet_rows(items[:top], folder.name), separator)
        click.echo(told_added(added, to))
    else:
        show(items, top, chosen, folder.name)


def find_built(desk: Desk, week: str | None) -> Path:
    """The folder of the edition asked for, else the desk's week, else the newest.

    Raises BriefingError where it is not built yet.
    """
    from briefing.settings.shelf import earlier_editions

    dated = [one.ledger.parent for one in earlier_editions(date.max, desk.reports)]
    asked = [desk.reports / name for name in (week, desk.brief.week) if name]
    undated = sorted(path.parents[1] for path in desk.reports.glob("[!.]*/ledger/edition.json"))
    found = [*asked[:1], *reversed(dated), *reversed(undated)] if not week else asked[:1]
    for folder in found:
        if (folder / "ledger" / "edition.json").is_file():
            return folder
    reports = desk.reports.name
    if week:
        raise BriefingError(f"{reports}/ has no edition {week} to review; build that one first.")
    raise BriefingError(f"{reports}/ has no edition to review yet; build one: briefing build.")


def told_added(added: int, to: Path) -> str:
    """What was written, and what to do with it."""
    from briefing.wording import counted

    if not added:
        return f"{to} names all of these already; nothing was added."
    return (
        f"{counted(added, 'row')} added to {to}. Fill in the column action "
        "(accept, reject, edit, merge, split), then build again."
    )


def show(items: Sequence[Item], top: int, chosen: str, edition: str) -> None:
    """Print the first items as they were asked for."""
    if chosen == "json":
        import json

        told = [item.plain(rank) for rank, item in enumerate(items[:top], start=1)]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
    elif chosen == "csv":
        from briefing.corrections.sheet import COLUMNS
        from briefing.corrections.write import format_rows
        from briefing.ledger.cells import guarded
        from briefing.review import sheet_rows

        rows = ([guarded(row[c]) for c in COLUMNS] for row in sheet_rows(items[:top], edition))
        click.echo(format_rows([COLUMNS, *rows]), nl=False)
    else:
        from briefing.cli.review_list import print_items

        print_items(items, top, edition)
