"""Counts and days that a line must not tear apart: ``12–19``, ``≥ 200``, ``27–30 Nov``.

An en dash is a place to break a line, and only markup forbids it without a character more in the
text: what is copied or sought reads as it stands.
"""

from __future__ import annotations

import re

from briefing.wording import WHOLE

# What holds no running text: a script, a drawing, a title take no markup inside.
_APART = "script|style|svg|math|pre|textarea|title|template"
_PIECES = re.compile(
    rf"<(?P<apart>{_APART})\b.*?(?:</(?P=apart)\s*>|\Z)"
    r"|<!--.*?-->"
    r"""|<(?:[^<>"']|"[^"]*"|'[^']*')*>"""
    rf"|(?P<whole>{WHOLE})",
    re.DOTALL | re.IGNORECASE,
)


def keep_whole(page: str) -> str:
    """Return the HTML page with each count and day of its text kept on one line."""
    return _PIECES.sub(_keep, page)


def _keep(piece: re.Match[str]) -> str:
    whole = piece["whole"]
    return f'<span class="nowrap">{whole}</span>' if whole else piece[0]
