"""What ``--strict`` refuses to publish: a number that nobody stands behind."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import BriefingError
from briefing.ledger import Row


def check_strictly(rows: Mapping[str, list[Row]]) -> None:
    """Raise BriefingError where a count has neither a claimant nor a publisher behind it."""
    named = {row["number"] for row in rows["sources"] if row["publisher"]}
    claims = [*rows["casualties"], *rows["territory"]]
    orphans = [c for c in claims if not c["source_original"] and c["source"] not in named]
    if orphans:
        first = orphans[0]
        raise BriefingError(
            f"Strict: {len(orphans)} of {len(claims)} claims have no source, the first "
            f"“{first['quote']}” in source {first['source']}, which names no publisher. "
            "Add `publisher:` to its front matter, or build without --strict."
        )
