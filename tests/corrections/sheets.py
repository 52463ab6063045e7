"""Corrections as an analyst's spreadsheet saves them, and the claims that they are about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.corrections import Corrected, Decisions, correct_claims, read_corrections
from briefing.ledger import Row, make_rows
from briefing.models import Article
from tests.claims import article, casualty, change, extraction, implication, point

HEAD = "target,action,field,value,note,by,date,edition,quote,article"
FIRST = article(1)
KILLED, TAKEN = f"{FIRST.id}-c0", f"{FIRST.id}-t69"
FEARED, TOLD = f"{FIRST.id}-i0", f"{FIRST.id}-s0"
QUOTE = "At least 15 civilians were killed "  # the words of the casualty claim


def decisions(folder: Path, *rows: str, head: str = HEAD) -> Decisions:
    """What a file with these rows decides."""
    path = folder / "corrections.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return read_corrections(path)


def claims(of: Article = FIRST, **changes: Any) -> dict[str, list[Row]]:
    """The rows of one article with a claim of each kind."""
    made = extraction(
        of,
        casualties=(casualty(of, **changes),),
        territory=(change(of),),
        implications=(implication(of),),
        summary=(point(of, claims=(f"{of.id}-c0",)),),
    )
    return make_rows([made], {})


def corrected(folder: Path, *rows: str, of: Article = FIRST) -> Corrected:
    """The claims with these rows of the file carried out, in the edition 2024-W48."""
    return correct_claims(claims(of), decisions(folder, *rows), edition="2024-W48")
