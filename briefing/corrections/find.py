"""A decision's claim, found again.

Ids hold the article's hash and the quote's offset, so they change when an article is mended or a
rule reads it better. The quote and the article that stand in the row find the claim again, in this
order, and only where one claim can be meant:

1. the id, where the claim there has the row's quote, or the row has none;
2. in the same article, the claim of the same kind whose words overlap the quote's old place;
3. in the article that lies at the same path now, the claim of the same kind with the same quote;
   of several, the one plainly nearest to the old place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.corrections.decision import ClaimId, Decision
from briefing.ledger import Row
from briefing.wording import counted

CLAIM_TABLES = ("casualties", "incidents", "territory", "implications", "summary")
NEARER = 4  # times: a mended word moves a quote by little, another quote stands well apart


@dataclass(frozen=True)
class Found:
    """Where a decision's claim stands; ``claim_id`` is None where it is nowhere, and why."""

    table: str = ""
    claim_id: str | None = None
    again: bool = False  # under another id than the row's
    why: str = ""


class ClaimIndex:
    """The claims of an edition, to be found by a decision."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        self._claims = {
            row["claim_id"]: (table, row) for table in CLAIM_TABLES for row in rows[table]
        }
        self._by_letter: dict[str, list[Row]] = {}
        for claim_id, (_, row) in self._claims.items():
            if parts := ClaimId.read(claim_id):
                self._by_letter.setdefault(parts.letter, []).append(row)
        self._paths = {source["article_id"]: source["path"] for source in rows["sources"]}

    def __contains__(self, claim_id: str) -> bool:
        return claim_id in self._claims

    def row(self, claim_id: str) -> Row:
        """The claim's row as extraction made it."""
        return self._claims[claim_id][1]

    def is_missed(self, decision: Decision, edition: str) -> bool:
        """Whether a decision that found nothing should have: it is not about another edition."""
        return decision.edition in ("", edition) or self._has_article(decision)

    def _has_article(self, decision: Decision) -> bool:
        claim = ClaimId.read(decision.target)
        known = claim is not None and claim.article in self._paths
        return known or decision.article in self._paths.values()

    def find(self, decision: Decision) -> Found:
        """The claim that a decision is about."""
        exact = self._claims.get(decision.target)
        if exact and (not decision.quote or _is_quote(decision.quote, exact[1])):
            return Found(exact[0], decision.target)
        claim = ClaimId.read(decision.target)
        if claim is None or not decision.quote:
            return Found(why="it has no quote by which it could be found again")
        return self._choose(decision, claim, list(self._alike(decision, claim)))

    def told_by(self, decision: Decision) -> Iterator[str]:
        """The claims that have a decision's quote in its article."""
        for claim_id, (_, row) in self._claims.items():
            same_path = self._paths.get(row["article_id"]) == decision.article
            if decision.quote and same_path and _is_quote(decision.quote, row):
                yield claim_id

    def _alike(self, decision: Decision, claim: ClaimId) -> Iterator[Row]:
        """The claims of the same kind that may be the one: see the head of this file."""
        end = claim.start + len(decision.quote)
        for row in self._by_letter.get(claim.letter, ()):
            if row["article_id"] == claim.article:
                alike = row["start"] < end and claim.start < row["end"]
            else:
                same_path = self._paths.get(row["article_id"]) == decision.article
                alike = same_path and _is_quote(decision.quote, row)
            if alike:
                yield row

    def _choose(self, decision: Decision, claim: ClaimId, alike: list[Row]) -> Found:
        if not alike:
            return Found(why="no claim there has these words any more")
        same = [row for row in alike if _is_quote(decision.quote, row)] or alike
        chosen = _nearest(same, claim.start)
        if chosen is None:
            ids = ", ".join(row["claim_id"] for row in same)
            return Found(why=f"{counted(len(same), 'claim')} could be meant ({ids}); name one")
        return Found(self._claims[chosen][0], chosen, again=chosen != decision.target)


def _nearest(rows: Iterable[Row], start: int) -> str | None:
    """The claim plainly nearest to an offset; None where two are about as near."""
    order = sorted(rows, key=lambda row: abs(row["start"] - start))
    if len(order) > 1:
        first, second = (abs(row["start"] - start) for row in order[:2])
        if NEARER * first >= second:
            return None
    return str(order[0]["claim_id"])


def _is_quote(quote: str, row: Row) -> bool:
    """Whether a quote from the file is that of a claim.

    A spreadsheet that saves in the machine's own encoding has "?" for each letter that it lacks.
    """
    words = " ".join(row["quote"].split())
    if quote == words or "?" not in quote or len(quote) != len(words):
        return quote == words
    return all(a in (b, "?") for a, b in zip(quote, words, strict=True))
