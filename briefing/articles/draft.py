"""What one format's reader hands over, before it becomes an ``Article``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.models import Origin, Reference


class UnreadableError(Exception):
    """Why a file cannot be read, as the rest of a sentence that begins with the file's name."""


@dataclass(frozen=True)
class Metadata:
    """What a file says about itself; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    sample: bool = False
    references: tuple[Reference, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True)
class Draft:
    """The paragraphs of a text, headings among them, and what the file says about itself."""

    paragraphs: list[str]
    metadata: Metadata
