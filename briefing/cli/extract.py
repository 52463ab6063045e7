"""`briefing extract`: the claims of some files, to read or to work on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command

if TYPE_CHECKING:
    from briefing.models import Extraction

FORMATS = ("table", "csv", "json", "parquet")


@click.command(cls=Command)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option(
    "--format",
    "wanted",
    type=click.Choice(FORMATS),
    help="How to write the claims; by default as the ending of --output says, else a table.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here and not to the terminal; parquet needs it.",
)
def extract(files: tuple[Path, ...], wanted: str | None, output: Path | None) -> None:
    """Show the claims that some files make.

    Who was killed or hurt, what changed hands, what follows, what happened; with
    who says so and in which words. Formats other than the table have one row per
    claim in the columns of the ledger's codebook. In a desk, its region settles
    which place is meant.

    \b
    Example:
      briefing extract report.txt
      briefing extract articles/*.md --output claims.csv
    """
    chosen = choose_format(wanted, output)
    extractions = read_claims(files)
    if extractions:
        show(extractions, chosen, output)
    if len(extractions) < len(files):
        click.get_current_context().exit(1)


def show(extractions: list[Extraction], chosen: str, output: Path | None) -> None:
    """Show or write the claims in the format chosen."""
    if chosen == "table":
        from briefing.cli.claims_table import show_claims

        show_claims(extractions, output)
    else:
        from briefing.cli.claims_file import write_claims

        write_claims(extractions, chosen, output)


def choose_format(wanted: str | None, output: Path | None) -> str:
    """What `--format` says, else what the ending of the output file says."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    chosen = wanted or (ending if ending in FORMATS else "table")
    if chosen == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with --output claims.parquet.")
    return chosen


def read_claims(files: tuple[Path, ...]) -> list[Extraction]:
    """Extract each file; what can't be read is told on stderr and left out."""
    from briefing.articles import read_article
    from briefing.cli.places import prepare_places
    from briefing.desk import Desk, find_desk
    from briefing.errors import BriefingError
    from briefing.extract import extract as extract_claims
    from briefing.places import Region

    root = find_desk(Path())
    region = None
    if root is not None:
        settings = Desk.load(root).region
        region = Region(countries=settings.countries, focus=settings.focus)
    prepare_places()
    extractions = []
    for file in files:
        try:
            extractions.append(extract_claims(read_article(file, root=root), region=region))
        except BriefingError as error:
            click.echo(f"Error: {error}", err=True)
    for note in (note for extraction in extractions for note in extraction.notes):
        click.echo(f"Note: {note}", err=True)
    return extractions
