"""The claim ledger: tidy tables with a codebook, as files and as data frames."""

from briefing.ledger.codebook import REJECTED, Column, Row, Table, load_codebook
from briefing.ledger.files import arrow_table, write_csv, write_ledger, write_parquet
from briefing.ledger.reading import Ledger
from briefing.ledger.rows import make_rows

__all__ = [
    "REJECTED",
    "Column",
    "Ledger",
    "Row",
    "Table",
    "arrow_table",
    "load_codebook",
    "make_rows",
    "write_csv",
    "write_ledger",
    "write_parquet",
]
