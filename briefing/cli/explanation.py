"""`briefing extract --explain`: each claim with the rule and the words that made it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.cli.claims_file import KINDS, claim_rows, told_unwritable
from briefing.extract.explain import Part, explain, origin, rules_of, title_of
from briefing.extract.passed_over import PassedOver, find_passed_over
from briefing.language.document import Document
from briefing.lexicon import find_rule
from briefing.models import Claim, Extraction, Implication

Read = tuple[Document, Extraction]
_LOG_WIDTH = 100  # characters, where the output is no terminal
_INDENT = (0, 0, 0, 3)
_NAMES, _WORDS = 12, 32  # characters of the first two columns; how it was read takes the rest


def show_explanations(read: Sequence[Read], output: Path | None) -> None:
    """Print each file's claims with their reasons, then what was seen and left."""
    console = Console()
    if output is None and console.is_terminal:
        _print(read, console)
        return
    console = Console(width=_LOG_WIDTH, no_color=True, force_terminal=False)
    with console.capture() as shown:
        _print(read, console)
    _write("".join(f"{line.rstrip()}\n" for line in shown.get().splitlines()), output)


def write_explanations(read: Sequence[Read], output: Path | None) -> None:
    """Write the claims as JSON, each with its reasons in ``because``."""
    told = [one for document, extraction in read for one in _objects(document, extraction)]
    _write(json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n", output)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    with told_unwritable(output):
        output.write_text(text, encoding="utf-8")


# --- to read ------------------------------------------------------------------------------------


def _print(read: Sequence[Read], console: Console) -> None:
    for document, extraction in read:
        console.print(Text(document.article.path, style="bold underline"))
        for line in _lines(document, extraction):
            console.print(line)


def _lines(document: Document, extraction: Extraction) -> Iterator[RenderableType]:
    claims = list(_claims(extraction))
    if not claims:
        yield Text("No claims found.")
    for number, claim in enumerate(claims, start=1):
        yield Text(f"\n{number}. {title_of(claim)}", style="bold")
        yield Padding(Text(f"“{claim.quote}”", style="italic"), _INDENT, expand=False)
        if not isinstance(claim, Implication):  # its rules stand each beside its words
            yield Padding(_rules(claim), _INDENT, expand=False)
        yield Padding(_parts(document, claim), _INDENT, expand=False)
    passed = find_passed_over(document, extraction)
    if passed:
        yield Text("\nSeen and left", style="bold")
        yield Padding(_left(document, passed), _INDENT, expand=False)


def _claims(extraction: Extraction) -> Iterator[Claim]:
    for kind in KINDS:
        yield from getattr(extraction, kind)


def _rules(claim: Claim) -> Text:
    """Where each rule stands, with the sentence that it was written for."""
    shown = Text(style="dim")
    for name in rules_of(claim):
        rule = find_rule(name)
        shown.append("; " if shown else "by the rule ")
        shown.append(name)
        if rule and "example" in rule.entry:
            shown.append(f" ({rule.section}: “{rule.entry['example']}”)")
    return shown


def _parts(document: Document, claim: Claim) -> Table:
    table = _grid(_NAMES, _WORDS, None)
    for part in explain(claim):
        words = _words(document, claim, part)
        table.add_row(Text(part.name, style="dim"), words, Text(part.read_as))
    return table


def _words(document: Document, claim: Claim, part: Part) -> Text:
    """The words behind a part, each with the sentence it stands in where that is another one."""
    shown = Text()
    for reason in part.words:
        shown.append(", " if shown else "")
        shown.append(f"“{document.article.text[reason.start : reason.end]}”", style="cyan")
        where = origin(document, claim, reason)
        shown.append(f" ({where})" if where else "")
    return shown


def _left(document: Document, passed: Sequence[PassedOver]) -> Table:
    table = _grid(None, None, None)
    for one in passed:
        words = Text(f"“{document.article.text[one.start : one.end]}”", style="cyan")
        table.add_row(words, Text(one.reason), Text(one.rule, style="dim"))
    return table


def _grid(*widths: int | None) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


# --- for programs -------------------------------------------------------------------------------


def _objects(document: Document, extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The row of each claim with its reasons."""
    claims = {claim.id: claim for claim in _claims(extraction)}
    for row in claim_rows([extraction]):
        claim = claims[row["claim_id"]]
        reasons = [_reason(document, part) for part in explain(claim)]
        yield row | {"rules": rules_of(claim), "because": reasons}


def _reason(document: Document, part: Part) -> dict[str, Any]:
    text = document.article.text
    words = [
        {"start": r.start, "end": r.end, "words": text[r.start : r.end], "rule": r.how or None}
        for r in part.words
    ]
    return {"part": part.name, "read_as": part.read_as, "words": words}
