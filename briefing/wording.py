"""Counts, dates and lists in words: the one place where a figure becomes text.

HTML, PDF and CSV agree number for number because all of them print through here.
"""

from __future__ import annotations

import re
import textwrap
from calendar import month_abbr
from collections.abc import Callable, Iterable, Sequence
from datetime import date

EN_DASH = "–"
NO_BREAK = "\N{NO-BREAK SPACE}"
_NUMBER, _MONTH = r"\d(?:[\d,]{0,14}\d)?", f"(?:{'|'.join(month_abbr[1:])})"
# The patterns of what stays on one line: ranges and open counts, days with their month.
WHOLE = rf"\b{_NUMBER}{EN_DASH}{_NUMBER}(?:\+| {_MONTH}\b)?|[≥≤] {_NUMBER}|\b\d{{1,2}} {_MONTH}\b"


def number(value: int) -> str:
    """Return a count with thousands separated: ``14,000``."""
    return f"{value:,}"


def count(
    kind: str, low: int | None, best: int | None, high: int | None, as_written: str = ""
) -> str:
    """Return a count as it is printed everywhere.

    ``≥ 15`` (at least), ``≤ 20`` (up to), ``14–20`` (range), ``about 50``, ``15``; a vague one in
    the source's own words, because no number may be made of it; one that the desk's codebook gave
    a number with both: ``10 (“several”)``.
    """
    if kind == "vague" or (low is None and high is None):
        return as_written or "unquantified"
    if high is None:
        return f"≥ {number(low or 0)}"
    if low is None:
        return f"≤ {number(high)}"
    if low != high:
        return f"{number(low)}{EN_DASH}{number(high)}"
    shown = number(best if best is not None else low)
    if kind == "coded":
        return f"{shown} (“{as_written}”)"
    return f"about {shown}" if kind == "about" else shown


def counted(value: int, noun: str) -> str:
    """Return a number with its noun: ``1 row``, ``1,200 rows``."""
    return f"{number(value)} {noun}" if value == 1 else f"{number(value)} {noun}s"


def span(low: int, high: int, *, open_upwards: bool) -> str:
    """Return a range of counts from several claims: ``12–28``, ``12–28+`` where the top is open."""
    if low == high:
        return f"≥ {number(low)}" if open_upwards else number(low)
    return f"{number(low)}{EN_DASH}{number(high)}{'+' if open_upwards else ''}"


def day(value: date, *, year: bool = False) -> str:
    """Return ``27 Nov``, or ``27 Nov 2024``."""
    return f"{value.day} {value:%b %Y}" if year else f"{value.day} {value:%b}"


def window(start: date | None, end: date | None, *, year: bool = False) -> str:
    """Return a window of days: ``27 Nov``, ``27–30 Nov``, ``27 Nov – 3 Dec``; empty if undated."""
    first, last = start or end, end or start
    if first is None or last is None:
        return ""
    if first == last:
        return day(last, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{EN_DASH}{day(last, year=year)}"
    return f"{day(first, year=year and first.year != last.year)} {EN_DASH} {day(last, year=year)}"


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Return ``A``, ``A and B``, ``A, B and C``."""
    names = list(items)
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def few(names: Sequence[str], most: int, *, say: Callable[[int], str] | None = None) -> str:
    """Return ``A, B and three more``: of many names the first ``most``. ``say`` writes the number,
    as a word if nothing else is given."""
    more = len(names) - most
    return listed([*names[:most], f"{(say or cardinal)(more)} more"] if more > 0 else names)


_CARDINALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def cardinal(value: int) -> str:
    """Return a small number as a word, a larger one in figures: ``four``, ``12``."""
    return _CARDINALS[value] if 0 <= value < len(_CARDINALS) else number(value)


def signed(name: str, on: date | None) -> str:
    """Return who decided and when: ``A. Analyst, 2 Dec 2024``; empty where neither is said."""
    return ", ".join(part for part in (name, day(on, year=True) if on else "") if part)


def cut(text: str, most: int) -> str:
    """Return the text in one line, cut at a word where it is longer than ``most`` characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


_HELD = re.compile(WHOLE)


def folded(text: str, most: int) -> list[str]:
    """Return the text in lines of at most ``most`` characters, broken at spaces between words and
    at none inside a count or a day."""
    held = _HELD.sub(lambda whole: whole[0].replace(" ", NO_BREAK), text)
    return [line.replace(NO_BREAK, " ") for line in textwrap.wrap(held, most)]
