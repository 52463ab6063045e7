"""What an analyst types into a spreadsheet → a typed value, or half a sentence on what is wrong.

Spreadsheets change what is typed: days come back in the order of the machine's country, numbers
with its thousands. What can be read in two ways is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from briefing.corrections.fields import Field
from briefing.models import Quantity
from briefing.wording import listed

EMPTY = "none"  # the word that empties a column: an empty cell may just have been forgotten
LONGEST = 500  # characters of a text

_SIGNS = (("≥", "at least "), (">=", "at least "), ("≤", "up to "), ("<=", "up to "))
_ROUGH = re.compile(r"^(?:~|≈|ca?\.)\s*")
_THOUSANDS = re.compile(r"(?<=\d)[.,'’ \u00a0\u202f](?=\d{3}(?!\d))")
_FIGURES = re.compile(r"(?<![\d.])\d[\d,]*")
_WHOLE = re.compile(r"\d+(?:[.,]0+)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
_RANGE = re.compile(r"\s+(?:to|–|—|until)\s+|\s*(?:–|—)\s*")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")
_MOST_DEGREES = {"latitude": 90.0, "longitude": 180.0}


class ValueUnreadError(ValueError):
    """A value that is not what its column takes; the text says why, without an end."""


def read_value(field: Field, text: str) -> Any:
    """Return the value of ``text`` for ``field``; None where it says ``none``.

    Counts are ``Quantity``, a ``date`` is a pair of days. Raises ``ValueUnreadError``.
    """
    if not text:
        raise ValueUnreadError(f"needs a value for {field.name}; write {EMPTY} to empty it")
    if text.casefold() == EMPTY:
        if field.required or field.type in ("count", "days"):
            raise ValueUnreadError(
                f"can't empty {field.name}; reject the row if it is wrong as a whole"
            )
        return None
    if field.choices:
        return _chosen(field, text)
    return _READERS[field.type](field, text)


def read_day(text: str) -> date:
    """Return the day that ``text`` names in any way that has but one meaning."""
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(text, *map(int, slashed.groups()))
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueUnreadError(f'"{text}" is not a day; write it as in 2024-11-28')


def _slashed(text: str, first: int, second: int, year: int) -> date:
    """28/11/2024 and 11/28/2024 are clear; 11/12/2024 is not."""
    ways = {(first, second), (second, first)}
    found = {day for d, m in ways if (day := _day_or_none(year, m, d))}
    if len(found) == 1:
        return found.pop()
    if not found:
        raise ValueUnreadError(f'"{text}" is not a day; write it as in 2024-11-28')
    ways_told = " or ".join(day.isoformat() for day in sorted(found))
    raise ValueUnreadError(f'"{text}" may be {ways_told}; write it that way')


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(field: Field, text: str) -> tuple[date, date]:
    ends = [read_day(part) for part in _RANGE.split(text)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or last < first:  # noqa: PLR2004 - two ends
        raise ValueUnreadError(f'"{text}" is no window of days; write it as in {field.example}')
    return first, last


def _count(field: Field, text: str) -> Quantity:
    """A count as a brief prints it, or as a text would have it: ``≥ 15``, ``12 to 28``."""
    from briefing.language.quantities import find_quantities
    from briefing.language.tokens import tokenize

    spoken = _THOUSANDS.sub(",", _ROUGH.sub("about ", text))
    for sign, words in _SIGNS:
        spoken = spoken.replace(sign, words)
    spoken = " ".join(spoken.split())
    sentence = f"{spoken} people"
    tokens = tokenize(sentence)
    found = find_quantities(sentence, tokens)
    whole = len(found) == 1 and found[0].first == 0 and found[0].last == len(tokens) - 1
    if not whole or not _says_all(found[0].quantity, spoken):
        raise ValueUnreadError(
            f'"{text}" is not a count; write it as in 15, {field.example} or 12 to 28'
        )
    return found[0].quantity


def _says_all(quantity: Quantity, text: str) -> bool:
    """Whether every number of the text is in the quantity: 19-15 is no count, nor is 12-28+."""
    ends = {quantity.low, quantity.best, quantity.high}
    written = {int(figure.replace(",", "")) for figure in _FIGURES.findall(text)}
    return quantity.kind != "vague" and written <= ends


def _integer(field: Field, text: str) -> int:
    plain = _THOUSANDS.sub("", text)
    if not _WHOLE.fullmatch(plain):
        raise ValueUnreadError(f'{field.name} must be a whole number, not "{text}"')
    return int(re.split("[.,]", plain)[0])


def _number(field: Field, text: str) -> float:
    most = _MOST_DEGREES[field.name]
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        raise ValueUnreadError(
            f'{field.name} must be degrees between -{most:g} and {most:g}, not "{text}"'
        )
    return value


def _boolean(field: Field, text: str) -> bool:
    if text.casefold() not in (*_YES, *_NO):
        raise ValueUnreadError(f'{field.name} must be yes or no, not "{text}"')
    return text.casefold() in _YES


def _text(field: Field, text: str) -> str:
    if len(text) > LONGEST:
        raise ValueUnreadError(f"{field.name} may have {LONGEST} characters, not {len(text)}")
    return text


def _list(field: Field, text: str) -> list[str]:
    return [item for part in _text(field, text).split(";") if (item := part.strip())]


def _chosen(field: Field, text: str) -> str:
    word = text.casefold().replace(" ", "_")
    if word not in field.choices:
        raise ValueUnreadError(
            f'"{text}" is no {field.name}; write {listed(field.choices, last="or")}'
        )
    return word


_READERS: dict[str, Callable[[Field, str], Any]] = {
    "count": _count,
    "days": _days,
    "date": lambda _, text: read_day(text),
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "text": _text,
    "list": _list,
}
