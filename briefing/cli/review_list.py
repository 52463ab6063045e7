"""What deserves a look, as a list to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from briefing.cli.claims_table import LOG_WIDTH
from briefing.review import Item
from briefing.review.sheet import MOST_CLAIMS
from briefing.wording import counted, cut

_INDENT = 4
_QUOTED = 110  # characters of a quote
_HINT = "To decide: briefing review --to corrections.csv, fill in the column action, build again."


def print_items(items: Sequence[Item], top: int, edition: str) -> None:
    """Print the first ``top`` items with their reasons, and everybody who tells them."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = LOG_WIDTH
    if not items:
        console.print(f"Nothing in {edition} asks for a look.", markup=False)
        return
    for rank, item in enumerate(items[:top], start=1):
        console.print(_heading(rank, item))
        for line in _lines(item):
            console.print(Padding(line, (0, 0, 0, _INDENT), expand=False))
    left = len(items) - min(top, len(items))
    more = f"{counted(left, 'more figure')} with --top {len(items)}. " if left else ""
    console.print(f"\n{more}{_HINT}", markup=False)


def _heading(rank: int, item: Item) -> Text:
    points = counted(item.points, "point")
    return Text.assemble(
        (f"{rank:>2}  ", "dim"), (item.figure, "bold"), (f"  {item.target} · {points}", "dim")
    )


def _lines(item: Item) -> Iterator[Text]:
    """As Text: brackets in a source's words are not markup."""
    for reason in item.reasons:
        yield Text(f"· {reason.words}")
    for telling in item.tellings[:MOST_CLAIMS]:
        quote = f"“{cut(telling.quote, _QUOTED)}”"
        where = f"{telling.claim_id} · {telling.article}"
        yield Text.assemble((f"{telling.says}: ", "cyan"), quote, (f"  {where}", "dim"))
    left = len(item.tellings) - MOST_CLAIMS
    if left > 0:
        yield Text(f"and {counted(left, 'more claim')}", style="dim")
