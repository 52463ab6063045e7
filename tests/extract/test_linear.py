"""No text makes extraction slow: its work grows with the length of the text and no faster.

Clocks are not asked: on a busy machine they tell nothing. What counts is how many lines of code
run, function by function, so that a loop over a whole document shows while it is still cheap.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import briefing
from briefing.extract import analysis, extract
from briefing.language.detect import find_foreign
from briefing.models import Article, Extraction

SIZE = 2_000  # characters: as many as the longest sentence has
LONG = 200_000  # characters: what is quadratic would take hours
GROWTH = 2.5  # a text of twice the length; what is quadratic takes four times the lines
SHARE = 0.01  # of all lines; rules that look a few sentences around run less, and grow at first
DENSE = 4  # times the lines per character that an ordinary report takes

ORDINARY = """\
Rebels seized the town of Saraqib on Thursday after days of fighting, a war monitor said. At least
15 civilians, including four children, were killed when shells hit a market in Idlib. The defence
ministry denied it. Officials in Ankara fear that a new wave of refugees could reach the border.

"""

# What is repeated, by what it is: each of them once made some program or other slow.
UNITS = {
    "an ordinary report": ORDINARY,
    "a list without a full stop": "rebels killed civilians in the town and soldiers took the base ",
    "names without a full stop": "Rebels killed civilians in Homs and Syrian soldiers took Idlib ",
    "one sentence over and over": "Rebels killed five soldiers in Aleppo. ",
    "paragraphs of one sentence": "Rebels took Saraqib from the Syrian army on Friday.\n\n",
    "lines without a stop": "Aleppo\n",
    "figures": "12 ",
    "figures with a verb": "killed 12 ",
    "victims in a list": "five soldiers, two policemen and three civilians were killed and ",
    "parts of a whole": "including two soldiers, ",
    "opening quotation marks": "“he said ",
    "marks of all kinds": "\"He said 'we said “they said ",
    "opening brackets": "(Army [said ",
    "closing brackets": "said) ] ",
    "a source in every sentence": "The ministry said so. ",
    "said": "said ",
    "and": "and ",
    "of": "army of ",
    "by": "killed by ",
    "capitals": "Kingdom City Of Al Zor Airport Base ",
    "all in capitals": "ALEPPO SYRIA ",
    "a place over and over": "in Aleppo, Idlib, Hama, Homs, Paris and ",
    "dates": "on 12 March 2020 and Monday 3 May ",
    "since": "the worst since ",
    "outlook": "could threaten Iran and fears ",
    "commas": ", ",
    "hyphens": "- ",
    "stops": ". ",
    "slashes": "a/",
    "marks of a web page": '<div class="a"><p>&nbsp;</p></div>',
    "zero-width spaces": "a\u200b",
    "combining accents": "E\u0301 ",
    "another script": "حلب سوريا ",
    "pictures": "\U0001f600",
}


def _numbered(pattern: str) -> Callable[[int], str]:
    """A text in which the names differ: no cache helps."""

    def grow(size: int) -> str:
        return "".join(pattern.format(i) for i in range(size // len(pattern)))

    return grow


GROWING = {
    "sources that differ": _numbered("The Abc{0} Ministry said so. The ministry said so. "),
    "places that differ": _numbered("in Abcde{0} City, "),
    "counts that differ": _numbered("{0} soldiers were killed. "),
    "actors that differ": _numbered("The Abc{0} Liberation Front shelled Aleppo. "),
}


def _text(name: str, size: int) -> str:
    if name in GROWING:
        return GROWING[name](size)
    return UNITS[name] * (size // len(UNITS[name]) + 1)


@pytest.fixture(autouse=True)
def _take_for_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is repeated is hardly English; here it is read all the same."""
    monkeypatch.setattr(analysis, "find_foreign", lambda _text, _usual: ())


def _extract(text: str) -> Extraction:
    find_foreign(text)
    return extract(Article("a", "a.txt", text, "a", published=date(2024, 11, 29)))


class _Counter:
    """Counts the lines of one function that run; ``sys.settrace`` calls it for each."""

    def __init__(self, code: CodeType) -> None:
        self.name = code.co_qualname
        self.lines = 0

    def __call__(self, _frame: FrameType, _event: str, _: Any) -> _Counter:
        self.lines += 1
        return self


def _lines(text: str) -> Counter[str]:
    """How many lines of the package's code run while a text is read, by function."""
    counters: dict[int, _Counter | None] = {}
    home = str(Path(briefing.__file__).parent)

    def enter(frame: FrameType, _event: str, _: Any) -> _Counter | None:
        code = frame.f_code
        if id(code) not in counters:
            own = code.co_filename.startswith(home)
            counters[id(code)] = _Counter(code) if own else None
        return counters[id(code)]

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        _extract(text)
    finally:
        sys.settrace(before)
    total: Counter[str] = Counter()
    for counter in filter(None, counters.values()):
        total[counter.name] += counter.lines
    return total


@cache
def _ordinary_density() -> float:
    text = _text("an ordinary report", SIZE)
    _extract(text)
    return _lines(text).total() / len(text)


@pytest.mark.parametrize("name", [*UNITS, *GROWING])
def test_work_grows_with_the_length(name: str) -> None:
    """Twice the text takes twice the lines in every function, and no character takes many."""
    once, twice = _text(name, SIZE), _text(name, 2 * SIZE)
    _extract(twice)  # fills the tables
    few, many = _lines(once), _lines(twice)
    grown = len(twice) / len(once) * GROWTH / 2
    faster = {
        function: (few[function], lines)
        for function, lines in many.items()
        if lines > max(SHARE * many.total(), few[function] * grown)
    }
    assert faster == {}
    assert many.total() / len(twice) < DENSE * _ordinary_density()


@pytest.mark.parametrize("unit", [".", "a", "1", " ", "\n", "-", "A.", "1,", "战"])
def test_long_runs_are_read(unit: str) -> None:
    """Patterns, whose work no lines tell, are not slowed by a long run of one sign."""
    assert _extract(unit * (LONG // len(unit))).casualties == ()


def test_thousands_of_sentences_have_a_summary() -> None:
    """The weight that falls from sentence to sentence never leaves the range of numbers."""
    text = UNITS["one sentence over and over"] * 1_200
    assert [point.start for point in _extract(text).summary] == [0]
