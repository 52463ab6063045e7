"""Vague counts under the codebook that the desk chose. Never silent: the kind becomes ``coded``."""

from __future__ import annotations

from briefing.language.vague import coded
from briefing.ledger import Row


def recode_vague(rows: list[Row], codebook: str) -> list[Row]:
    """Return the rows with vague counts given the codebook's number where it has one.

    ``codebook`` is one of the books of ``vague_numbers.toml`` or ``unquantified``, which changes
    nothing. The source's words stay in ``quantity_as_written``.
    """
    return [row | _recoded(row, codebook) for row in rows]


def _recoded(row: Row, codebook: str) -> Row:
    if row["quantity_kind"] != "vague":
        return {}
    value = coded(row["quantity_as_written"], codebook)
    if value is None:
        return {}
    return {"quantity_kind": "coded", "low": value, "best": value, "high": value}
