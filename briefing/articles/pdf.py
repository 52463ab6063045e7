"""A PDF: its lines put together again as paragraphs, without running heads and page numbers."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

from briefing.articles.draft import Draft, Metadata, UnreadableError
from briefing.articles.pdf_lines import Line, read_lines, without_running_heads
from briefing.articles.pdf_paragraphs import join_lines
from briefing.articles.prose import is_heading
from briefing.articles.stated import stated
from briefing.lexicon import load

if TYPE_CHECKING:
    from pypdf import PdfReader

_HEAD = 3  # paragraphs among which the title stands
_AGAIN = "Open it and print it to a new PDF"
_OUTLET = 5  # words of the outlet behind the bar in the title of a printed page


def read_pdf(data: bytes) -> Draft:
    """Return the paragraphs of a PDF, columns in the order in which the file holds them.

    The day on which the file was made says nothing about the day of publication and is not used.
    Raises ``UnreadableError`` for a file that is broken, locked, too long or without text.
    """
    with _quiet():
        reader = _open(data)
        lines = _read(reader)
        said = _said(reader)
    lines = without_running_heads(lines)
    if not lines:
        raise UnreadableError(
            "has no text: its pages are pictures. Run it through text recognition (OCR) first"
        )
    metadata = _metadata(said, lines)
    return Draft(_without_title(join_lines(lines), metadata.title), metadata)


def _without_title(paragraphs: list[str], title: str | None) -> list[str]:
    """The paragraphs without the title, which has its own field; a letterhead may precede it."""
    first = paragraphs[:_HEAD]
    return [one for one in first if one != title] + paragraphs[_HEAD:]


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the notes on each oddity of a file: what matters is told as an error."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _open(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
    except Exception as error:  # a broken file fails in as many ways as there are lines in pypdf
        raise UnreadableError(f"is not a PDF that can be read. {_AGAIN}") from error
    if locked:
        raise UnreadableError(f"is locked with a password. {_AGAIN}")
    if pages > load("pdf")["most_pages"]:
        most = load("pdf")["most_pages"]
        raise UnreadableError(f"has {pages} pages; the limit is {most}. Split it")
    return reader


def _read(reader: PdfReader) -> list[Line]:
    try:
        return [line for n, page in enumerate(reader.pages) for line in read_lines(page, n)]
    except Exception as error:  # as above
        raise UnreadableError(f"has a page that cannot be read. {_AGAIN}") from error


def _said(reader: PdfReader) -> dict[str, Any]:
    """What the file says of itself; nothing where that part is broken."""
    try:
        return dict(reader.metadata or {})
    except Exception:  # as above; the text is what counts
        return {}


def _metadata(said: dict[str, Any], lines: list[Line]) -> Metadata:
    title = stated(said.get("/Title"), "title") or _printed_title(lines)
    title, publisher = _split_outlet(title)
    author = stated(said.get("/Author"), "author")
    return Metadata(title=title, publisher=publisher, author=author)


def _split_outlet(title: str | None) -> tuple[str | None, str | None]:
    """The title of a web page that was printed, and its outlet: ``Flash update no. 1 | OCHA``."""
    head, bar, tail = (title or "").rpartition(" | ")
    if bar and head.strip() and 0 < len(tail.split()) <= _OUTLET:
        return head.strip(), tail.strip()
    return title, None


def _printed_title(lines: list[Line]) -> str | None:
    """The lines in the largest type of the first page, if it is plainly larger than the rest."""
    first = [line for line in lines if line.page == lines[0].page]
    usual = _usual_size(first)
    largest = max(line.size for line in first)
    if largest < load("pdf")["title_size"] * usual:
        return None
    head = first[: load("pdf")["title_lines"]]
    for size, together in groupby(head, key=lambda line: line.size):
        title = " ".join(line.text for line in together)
        if size == largest:
            return title if is_heading(title) else None
    return None


def _usual_size(lines: list[Line]) -> float:
    """The size of most letters."""
    letters = Counter[float]()
    for line in lines:
        letters[line.size] += len(line.text)
    return median([size for size, times in letters.items() if times == max(letters.values())])
