"""From a pair of items to its row: revised or the same, new, withdrawn, or not told of again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.compare.causes import is_late, rejected, why_gone
from briefing.compare.item import Item, change_row
from briefing.compare.kin import Kin
from briefing.compare.match import Pairs
from briefing.compare.reasons import say
from briefing.compare.side import Pair
from briefing.ledger.codebook import Row


@dataclass(frozen=True)
class Judge:
    """Judges the items of one kind: ``differ`` says how two differ, ``explain`` why one is new."""

    kind: str
    pair: Pair
    differ: Callable[[Item, Item], list[str]]
    explain: Callable[[Item], str]

    def rows(self, pairs: Pairs) -> list[Row]:
        """Return a row for each pair, in their order."""
        kin = Kin.of(pairs)
        return [self._row(old, new, kin) for old, new in pairs]

    def _row(self, old: Item | None, new: Item | None, kin: Kin) -> Row:
        if old and new:
            return self._both(old, new)
        if new:
            return self._new(new, kin)
        assert old is not None
        if not self.pair.expects(old.start, old.end):
            told = say("not_told", edition=self.pair.earlier)
            return change_row(self.kind, "not_told", old, None, told)
        merged = kin.merged_into(old)
        if merged:
            return self._merged(old, merged)
        reason = rejected([old.id], self.pair) or why_gone(old.claims, self.pair)
        return change_row(self.kind, "withdrawn", old, None, reason)

    def _both(self, old: Item, new: Item) -> Row:
        reasons = self.differ(old, new)
        same = say("same_claims" if self.pair.same_period else "told_again")
        status = "revised" if reasons else "unchanged"
        return change_row(self.kind, status, old, new, "; ".join(reasons) or same)

    def _new(self, new: Item, kin: Kin) -> Row:
        split = kin.split_from(new)
        known = [claim for claim in new.claims if claim in self.pair.before.claims]
        row = change_row(self.kind, "new", None, new, split or self.explain(new))
        return row | {"late": is_late(new, self.pair), "claim_ids_before": known if split else []}

    def _merged(self, old: Item, reason: str) -> Row:
        """What is counted as one with another is told otherwise, but it is not taken back."""
        claims = [claim for claim in old.claims if claim in self.pair.after.claims]
        sources = sorted({self.pair.after.claims[claim]["source"] for claim in claims})
        row = change_row(self.kind, "revised", old, None, reason)
        return row | {"claim_ids": claims, "sources": sources}
