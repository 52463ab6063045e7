"""The columns of ``corrections.csv``, and cells that a spreadsheet leaves alone."""

from __future__ import annotations

NEEDED = ("target", "action")
DECIDED = ("target", "action", "field", "value", "note", "by", "date")
# What a decision was about; `briefing review` fills it in, so that it can be found again.
ABOUT = ("edition", "figure", "why", "quote", "article")
COLUMNS = (*DECIDED, *ABOUT)
