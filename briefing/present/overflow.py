"""What a block has more of than it shows: opened on a screen, counted on paper, all in the ledger.

The macro ``overflow`` in ``templates/_cite.html.j2`` draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
BEYOND = 100  # rows that open below those shown


@dataclass(frozen=True)
class Overflow(Generic[T]):
    """Rows in the order of their weight: ``shown`` at once, ``more`` on request.

    ``left``: how many are in the ledger alone.
    """

    shown: list[T]
    more: list[T]
    left: int

    @classmethod
    def of(cls, rows: list[T], most: int) -> Overflow[T]:
        """The first ``most`` rows, and those beyond."""
        more = rows[most : most + BEYOND]
        return cls(rows[:most], more, max(0, len(rows) - most - len(more)))

    @property
    def counts(self) -> dict[str, Any]:
        """What the macro is told: how many rows open, and how many more there are."""
        return {"opens": len(self.more), "left": self.left}
