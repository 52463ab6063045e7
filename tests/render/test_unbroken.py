"""Counts and days stay on one line, and nothing else of the page is touched."""

from __future__ import annotations

import re

import pytest

from briefing.render.unbroken import keep_whole

KEPT = re.compile(r'<span class="nowrap">(.*?)</span>')


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("given as 12–19, says OCHA", ["12–19"]),  # a range
        ("700–900+ killed", ["700–900+"]),  # whose top is open
        ("≥ 1,200 settlements, ≤ 20 dead", ["≥ 1,200", "≤ 20"]),  # a sign with its number
        ("27–30 Nov, 1 Dec 2024", ["27–30 Nov", "1 Dec"]),  # days with their month
        ("27 Nov – 3 Dec", ["27 Nov", "3 Dec"]),  # a window may break at its spaces
        ("Base 46 fell; 15 Novices, M5–M4", []),  # no range, no month
        ('<p title="12–19">x</p><!-- 12–19 --><title>12–19</title>', []),  # no text of the page
        ("<script>a='12–19'</script><svg><text>12–19</text></svg>", []),  # takes no markup
        ("<script>'12–19'", []),  # never closed: a browser, too, reads code to the end
    ],
)
def test_counts_and_days_stay_whole(text: str, kept: list[str]) -> None:
    """What is kept together is marked; without the marks the page reads as it did."""
    page = keep_whole(text)
    assert KEPT.findall(page) == kept
    assert KEPT.sub(r"\1", page) == text
