"""Text that a spreadsheet would run: told apart by an apostrophe in front, as spreadsheets do.

What articles say is not trusted. A cell that begins as a formula does ("=", "+", "-", "@") is one
to Excel, LibreOffice and Sheets, whatever the file's ending (OWASP, "CSV Injection").
"""

from __future__ import annotations

_BEGINS = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"


def guarded(text: str) -> str:
    """Return the text so that a spreadsheet shows it and runs nothing."""
    return f"{_MARK}{text}" if text.startswith(_BEGINS) else text


def unguarded(text: str) -> str:
    """Return the text without the apostrophe that ``guarded`` put before it."""
    return text[1:] if text.startswith(tuple(_MARK + sign for sign in _BEGINS)) else text
