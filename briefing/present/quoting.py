"""A source's words inside quotation marks of the brief: no dateline, no second pair of the same.

The verbs stand in ``lexicon/quoting.toml``, with an example for each rule.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.summary.trimming import DATELINE
from briefing.lexicon import load

# GOMA - · MINOVA, Democratic Republic of Congo (Wire) —
_DATELINE = re.compile(
    r"^[A-Z][A-Z.’' -]{3,}(?:, [\w.’' -]{2,40}?)?(?:(?: ?\([^)]{1,40}\)) ?[-–—] ?| ?[-–—] )(?=\w)"
)
_INNER = re.compile(r'["“”]')
_OPENS = " ([{–—"  # behind these a straight mark opens


def as_quoted(text: str) -> str:
    """Return the words as they stand in double quotation marks: those inside become single."""
    body = without_dateline(text)
    return _INNER.sub(lambda mark: _single(body, mark.start()), body)


def _single(text: str, at: int) -> str:
    sign = text[at]
    opens = sign == "“" or (sign == '"' and (at == 0 or text[at - 1] in _OPENS))
    return "‘" if opens else "’"


def without_dateline(text: str) -> str:
    """Return a sentence without the dateline before it: ``GOMA - The UN began …``.

    A place in small letters is one only with a day or an agency: ``Goma, 3 May (AFP) - …``.
    """
    dated = DATELINE.match(text)
    if dated and re.search(r"[(\d]", dated[0]):
        return text[dated.end() :]
    return _DATELINE.sub("", text)


def without_speaker(quote: str) -> str:
    """Return a quote without who speaks at its end: ``…, two diplomats said``."""
    tail = _speaker().search(quote)
    return quote[: tail.start()] if tail else quote


@cache
def _speaker() -> re.Pattern[str]:
    rule = load("quoting")["speaker"]
    who = rf"(?!and |but |or |while )(?:[\w’'-]+ ){{1,{rule['most']}}}"
    return re.compile(rf",[”\"]? {who}(?:{'|'.join(rule['verbs'])})$")
