"""Citations: small numbers that lead to the quoted sentence, and from there back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.corrections.marks import Mark, Marks

if TYPE_CHECKING:
    from briefing.ledger import Ledger


@dataclass(frozen=True)
class Citation:
    """One number; ``claims`` are the ids it stands for, the first of which it leads to."""

    number: int
    claims: tuple[str, ...]
    anchors: tuple[str, ...]  # of the claims, those that this block cites first
    marks: tuple[Mark, ...] = ()  # what the analyst corrected, on the last of several


class Citer:
    """Makes the citations of one block; a claim's first one there is where its quote leads back."""

    def __init__(self, ledger: Ledger) -> None:
        self._numbers = claim_numbers(ledger)
        self._marks = Marks(ledger)
        self._cited: set[str] = set()

    def cite(self, claims: Iterable[str], told: Iterable[str] = ()) -> list[Citation]:
        """Return one citation per source, in the order of the numbers; unknown ids are left out.

        ``told``: claims that the words tell without citing them; their corrections are marked too.
        """
        claims = list(dict.fromkeys(claims))
        by_number: dict[int, list[str]] = {}
        for claim in claims:
            if claim in self._numbers:
                by_number.setdefault(self._numbers[claim], []).append(claim)
        made = [self._citation(number, ids) for number, ids in sorted(by_number.items())]
        marks = self._marks.of([*claims, *told])
        return [*made[:-1], *(replace(last, marks=marks) for last in made[-1:])]

    def _citation(self, number: int, ids: list[str]) -> Citation:
        first = tuple(claim for claim in ids if claim not in self._cited)
        self._cited.update(ids)
        return Citation(number, tuple(ids), first)


def claim_numbers(ledger: Ledger) -> dict[str, int]:
    """Return the number of its source for every claim."""
    tables = (ledger.casualties, ledger.territory, ledger.implications, ledger.summary)
    return {
        claim: int(number)
        for table in tables
        for claim, number in zip(table["claim_id"], table["source"], strict=True)
    }


def claims_of(row: Mapping[str, Any]) -> list[str]:
    """Return the claims behind a row of any table."""
    return list(row["claim_ids"]) if row.get("claim_ids") is not None else [row["claim_id"]]
