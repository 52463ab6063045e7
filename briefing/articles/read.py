"""One file → ``Article``."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from briefing.articles.boilerplate import drop_boilerplate
from briefing.articles.draft import Draft, UnreadableError
from briefing.articles.html import read_html
from briefing.articles.markdown import read_markdown
from briefing.articles.prose import join, normalize
from briefing.articles.text import read_text
from briefing.errors import BriefingError
from briefing.language.detect import detect_language
from briefing.models import Article

READERS: dict[str, Callable[[bytes], Draft]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".txt": read_text,
}
MAX_MEGABYTES = 5
_NOT_YET = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument"}
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
        data = _read_bytes(path)
        draft = READERS[path.suffix.lower()](data)
        return _to_article(draft, name, sha256(data).hexdigest())
    except UnreadableError as error:
        message = str(error)
        raise BriefingError(f"{name} {message}{'' if message[-1] in '.?' else '.'}") from error


def name_in_desk(path: Path, root: Path | None) -> str:
    """Return the path as the brief shows it: relative to the desk where it lies inside it."""
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        path = path.resolve().relative_to(root.resolve())
    return path.as_posix()


def _read_bytes(path: Path) -> bytes:
    _check_suffix(path)
    try:
        size = path.stat().st_size / 1_000_000
        if size > MAX_MEGABYTES:
            raise UnreadableError(
                f"is {size:.0f} MB; the limit is {MAX_MEGABYTES} MB. Split it, {_IGNORE_HINT}"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("does not exist. Check the path") from None
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror})") from error
    if not data.strip():
        raise UnreadableError(f"is empty. Put the article's text into it, {_IGNORE_HINT}")
    return data


def _check_suffix(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in _NOT_YET:
        raise UnreadableError(
            f"is a {_NOT_YET[suffix]} file, which is not read yet. "
            "Save its text as .txt or .md beside it"
        )
    if suffix not in READERS:
        kind = f'has the ending "{path.suffix}"' if suffix else "has no ending"
        raise UnreadableError(f"{kind}, which is not read; supported are {', '.join(READERS)}")


def _to_article(draft: Draft, name: str, digest: str) -> Article:
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
        published=said.published,
        url=said.url,
        language=said.language or detect_language(text) or "en",
        sample=said.sample,
        references=said.references,
        origin=said.origin,
    )
