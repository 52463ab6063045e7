"""One file → ``Article``."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from briefing.articles.boilerplate import drop_boilerplate
from briefing.articles.day import find_day
from briefing.articles.docx import read_docx
from briefing.articles.draft import Draft, UnreadableError
from briefing.articles.html import read_html
from briefing.articles.kinds import Kind, kind_of
from briefing.articles.markdown import read_markdown
from briefing.articles.pdf import read_pdf
from briefing.articles.prose import join, normalize
from briefing.articles.text import read_text
from briefing.errors import BriefingError
from briefing.language.detect import detect_language
from briefing.models import Article

READERS: dict[str, Callable[[bytes], Draft]] = {
    "markdown": read_markdown,
    "html": read_html,
    "text": read_text,
    "pdf": read_pdf,
    "docx": read_docx,
}
_IGNORE_HINT = "or list it under [sources] ignore"
_ID_LENGTH = 12


def read_article(path: Path, *, root: Path | None = None) -> Article:
    """Read one file into an ``Article`` with clean text.

    ``root`` is the desk: the article's ``path`` is told relative to it. Raises ``BriefingError``
    with one sentence that names the file where it is missing, too large, of a kind that is not
    read, not text, empty or ill-formed.
    """
    name = name_in_desk(path, root)
    try:
        kind, data = read_file(path)
        return to_article(READERS[kind.key](data), name, sha256(data).hexdigest())
    except UnreadableError as error:
        message = str(error)
        raise BriefingError(f"{name} {message}{'' if message[-1] in '.?' else '.'}") from error


def name_in_desk(path: Path, root: Path | None) -> str:
    """Return the path as the brief shows it: relative to the desk where it lies inside it."""
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        path = path.resolve().relative_to(root.resolve())
    return path.as_posix()


def read_file(path: Path) -> tuple[Kind, bytes]:
    """Return a file's kind and bytes.

    Raises ``UnreadableError`` for one that is missing, empty, too large or of no kind that is read.
    """
    if path.is_dir():
        raise UnreadableError("is a folder. Name the files in it")
    kind = kind_of(path.name)
    try:
        check_size(path.stat().st_size, kind)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("does not exist. Check the path") from None
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror})") from error
    if not data.strip():
        raise UnreadableError(f"is empty. Put the article's text into it, {_IGNORE_HINT}")
    return kind, data


def check_size(size: int, kind: Kind) -> None:
    """Raise ``UnreadableError`` for a file of so many bytes that is too large for its kind."""
    if size > kind.megabytes * 1_000_000:
        raise UnreadableError(
            f"is {size / 1_000_000:.0f} MB; the limit is {kind.megabytes} MB. "
            f"Split it, {_IGNORE_HINT}"
        )


def to_article(draft: Draft, name: str, digest: str) -> Article:
    """Return the article that a reader's draft makes: clean text, what is missing found out.

    ``digest`` is the SHA-256 of the bytes read. Raises ``UnreadableError`` where no text is left.
    """
    said = draft.metadata
    title = normalize(said.title) if said.title else None
    cleaned = (normalize(paragraph).replace("\n", " ") for paragraph in draft.paragraphs)
    paragraphs = [paragraph for paragraph in cleaned if paragraph]
    if paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]  # the title has its own field
    text = join(drop_boilerplate(paragraphs))
    if not text:
        raise UnreadableError(
            f"has no text besides its front matter or footers. Open it, {_IGNORE_HINT}"
        )
    return Article(
        id=digest[:_ID_LENGTH],
        path=name,
        text=text,
        sha256=digest,
        title=title,
        publisher=said.publisher,
        author=said.author,
        published=said.published or find_day(f"{title}\n\n{text}" if title else text, name),
        url=said.url,
        language=said.language or detect_language(text) or "en",
        sample=said.sample,
        references=said.references,
        origin=said.origin,
    )
