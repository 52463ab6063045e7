"""`briefing extract`: the claims of some files, to read or to work on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.language.document import Document
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
@click.option("--hxl", is_flag=True, help="Add a row of HXL tags below the names of CSV columns.")
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Show for each claim the rule and the words that made it, and what was seen and left.",
)
def extract(
    files: tuple[Path, ...], wanted: str | None, output: Path | None, hxl: bool, explained: bool
) -> None:
    """Show the claims that some files make.

    Who was killed or hurt, what changed hands, what follows, what happened; with
    who says so and in which words. Formats other than the table have one row per
    claim in the columns of the ledger's codebook. In a desk, its region settles
    which place is meant.

    \b
    Example:
      briefing extract report.txt
      briefing extract articles/*.md --output claims.csv
      briefing extract report.txt --explain
    """
    chosen = choose_format(wanted, output)
    if hxl and chosen != "csv":
        raise click.UsageError("HXL tags are for CSV; say --format csv with --hxl.")
    if explained:
        done = explain(files, chosen, output)
    else:
        extractions = read_claims(files)
        if extractions:
            show(extractions, chosen, output, hxl=hxl)
        done = len(extractions)
    if done < len(files):
        click.get_current_context().exit(1)


def explain(files: tuple[Path, ...], chosen: str, output: Path | None) -> int:
    """Show or write the claims with their reasons; return how many files could be read."""
    if chosen not in ("table", "json"):
        raise click.UsageError("--explain is to read; leave --format out, or say --format json.")
    from briefing.cli.explanation import show_explanations, write_explanations

    read = list(read_all(files))
    _tell_notes([extraction for _, extraction in read])
    if read:
        (write_explanations if chosen == "json" else show_explanations)(read, output)
    return len(read)


def show(
    extractions: list[Extraction], chosen: str, output: Path | None, *, hxl: bool = False
) -> None:
    """Show or write the claims in the format chosen."""
    if chosen == "table":
        from briefing.cli.claims_table import show_claims

        show_claims(extractions, output)
    else:
        from briefing.cli.claims_file import write_claims

        write_claims(extractions, chosen, output, hxl=hxl)


def choose_format(wanted: str | None, output: Path | None) -> str:
    """What `--format` says, else what the ending of the output file says."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    chosen = wanted or (ending if ending in FORMATS else "table")
    if chosen == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with --output claims.parquet.")
    return chosen


def read_claims(files: tuple[Path, ...]) -> list[Extraction]:
    """Extract each file; what can't be read is told on stderr and left out."""
    extractions = [extraction for _, extraction in read_all(files)]
    _tell_notes(extractions)
    return extractions


def _tell_notes(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        for note in (*extraction.unread, *extraction.notes):
            click.echo(f"Note: {note}", err=True)


def read_all(files: tuple[Path, ...]) -> Iterator[tuple[Document, Extraction]]:
    """Each file analysed, with its claims; what can't be read is told on stderr."""
    from briefing.articles import read_article
    from briefing.cli.places import prepare_places
    from briefing.desk import Desk, find_desk
    from briefing.errors import BriefingError
    from briefing.extract import extract_document
    from briefing.extract.analysis import analyse
    from briefing.places import Region

    root = find_desk(Path())
    region = None
    if root is not None:
        settings = Desk.load(root).region
        region = Region(countries=settings.countries, focus=settings.focus)
    prepare_places()
    for file in files:
        try:
            document = analyse(read_article(file, root=root), region=region)
        except BriefingError as error:
            click.echo(f"Error: {error}", err=True)
        else:
            yield document, extract_document(document)
