"""An edition's metadata in words: the head of the page and its margins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

_CSS_UNSAFE = re.compile(r"[^\w .,:()–-]")


@dataclass(frozen=True)
class Paper:
    """A sheet: its CSS page size, its width and height, and its margins, in mm."""

    size: str
    sheet: float
    tall: float
    margin: int = 20
    head: int = 16
    foot: int = 14

    @property
    def width(self) -> int:
        """What lies between the margins, in CSS px (96 to the inch): a printed chart's width."""
        return int((self.sheet - 2 * self.margin) / 25.4 * 96)

    @property
    def height(self) -> int:
        """What lies between head and foot, in CSS px."""
        return int((self.tall - self.head - self.foot) / 25.4 * 96)


PAPERS = {"a4": Paper("A4", 210, 297), "letter": Paper("Letter", 215.9, 279.4)}


@dataclass(frozen=True)
class Masthead:
    """Each text is empty where the edition does not state it."""

    title: str
    region: str
    period: str
    number: str
    organisation: str
    marking: str
    cutoff: str
    sources: str
    language: str
    paper: Paper
    version: str

    @property
    def document_title(self) -> str:
        return " – ".join(filter(None, (self.title, self.period)))

    @property
    def running_head(self) -> str:
        """Title, period and marking, for the top of every page but the first."""
        return " · ".join(filter(None, (self.title, self.period, self.marking)))


def read_masthead(edition: Mapping[str, Any], *, name: str) -> Masthead:
    """Read ``metadata.briefing``, where every key may be absent; ``name`` stands in for a title."""
    sources = edition.get("sources_count")
    return Masthead(
        title=_text(edition, "title") or name,
        region=_text(edition, "region"),
        period=write_period(_day(edition.get("start")), _day(edition.get("end"))),
        number=_text(edition, "number") or _text(edition, "name"),
        organisation=_text(edition, "organisation"),
        marking=_text(edition, "marking"),
        cutoff=write_moment(_text(edition, "cutoff")),
        sources="" if sources is None else f"{sources:,}",
        language=_text(edition, "language") or "en",
        paper=PAPERS.get(_text(edition, "paper").lower(), PAPERS["a4"]),
        version=_text(edition, "version"),
    )


def write_period(start: date | None, end: date | None) -> str:
    """Return ``25 November – 1 December 2024``; what both days share is written once."""
    first, last = start or end, end or start
    if first is None or last is None:
        return ""
    if first == last:
        return _long(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_long(last)}"
    opening = _long(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"{opening} – {_long(last)}"


def write_moment(iso: str) -> str:
    """Return ``1 December 2024, 18:00 UTC`` for an ISO day or moment; other text stays as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) <= len("2024-12-01"):
        return _long(moment)
    return f"{_long(moment)}, {moment:%H:%M} {moment.tzname() or ''}".rstrip()


def css_string(text: str) -> str:
    """A quoted CSS string that no quotation mark, backslash or ``</style>`` can end early."""
    escaped = _CSS_UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f'"{escaped}"'


def _long(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _text(edition: Mapping[str, Any], key: str) -> str:
    value = edition.get(key)
    return "" if value is None else str(value).strip()
