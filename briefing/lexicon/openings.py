"""How an entry of a list opens: pieces of patterns that articles, places and claims share.

What they do not share is what may stand around the pieces. A line of Markdown is one of its own
behind a name and a colon alone, for a full stop may end any name in running text; a name that a
gazetteer knows, and the only words of a sentence, label with a full stop, too.
"""

from __future__ import annotations

from typing import Final

from briefing.lexicon import word_set

_NAME: Final = r"[^\W\d_a-z][\w’'-]*"
_ZONES: Final = "|".join(sorted(word_set("dates", "clock", "zones")))

NUMBER: Final = r"\d{1,2}[.)]"  # "2.", "3)"
NAMES: Final = rf"{_NAME}(?: {_NAME}){{0,2}}"  # "Sake", "Beit Hanoun"
BRACKETS: Final = r"(?: ?\([^()\n]{2,40}\))?"  # "(Masisi)" behind a name, or nothing
# "13:40 –", "7.30 p.m. CET:", "1430h –"
HOUR: Final = (
    r"\d{1,2}(?:[.:]\d\d ?(?:[ap]\.?m\b\.?|h(?:rs?)?\b)?|\d\d ?h(?:rs)?\b|[ap]m\b)"
    rf"(?: (?:{_ZONES}|[A-Z]{{2,4}}T|local time))?(?: ?[:–—-]\s|(?<=[A-Z]{{3}}) )"
)
