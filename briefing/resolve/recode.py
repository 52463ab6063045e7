"""Vague counts under the codebook that the desk chose. Never silent: the kind becomes ``coded``."""

from __future__ import annotations

from briefing.ledger import Row
from briefing.lexicon import load


def recode_vague(rows: list[Row], codebook: str) -> list[Row]:
    """Return the rows with vague counts given the codebook's number where it has one.

    ``codebook`` is ``acled_war``, ``acled_low``, ``ucdp`` or ``unquantified``, which changes
    nothing. The source's words stay in ``quantity_as_written``.
    """
    return [row | _coded(row, codebook) for row in rows]


def _coded(row: Row, codebook: str) -> Row:
    if row["quantity_kind"] != "vague":
        return {}
    words = row["quantity_as_written"].lower().split()
    rules = (rule for rule in load("vague_numbers")["word"] if rule["word"] in words)
    value = next((rule.get(codebook) for rule in rules), None)
    if value is None:
        return {}
    return {"quantity_kind": "coded", "low": value, "best": value, "high": value}
