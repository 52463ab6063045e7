"""An article into the desk: its text as Markdown, and what it was made of beside it.

The original is written first and each file at once, so that nothing half-written is ever seen and
no article names an original that is not there.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from briefing.articles.folder import ORIGINALS
from briefing.articles.markdown import write_markdown
from briefing.errors import BriefingError
from briefing.models import Article

_SLUG_LENGTH = 60
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Original:
    """The bytes that were read, the ending of their kind and their SHA-256."""

    data: bytes
    ending: str
    sha256: str


def store(article: Article, original: Original, folder: Path) -> Path:
    """Write an article and its original into ``articles/``; return the article's path.

    Raises ``BriefingError`` where the folder cannot be written to.
    """
    try:
        stem = _free_stem(_stem(article), original, folder)
        beside = f"{ORIGINALS}/{stem}{original.ending}"
        said = _front_matter(article) | {"original": beside, "original_sha256": original.sha256}
        text = write_markdown(said, article.text)
        _write(folder / beside, original.data)
        return _write(folder / f"{stem}.md", text.encode("utf-8"))
    except OSError as error:
        raise BriefingError(f"{folder} cannot be written to: {error.strerror}.") from error


def _front_matter(article: Article) -> dict[str, Any]:
    origin = article.origin
    return {
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": origin.published_at or article.published,
        "fetched": origin.fetched,
        "url": article.url,
        "language": article.language,
        "sample": article.sample,
        "excerpt": origin.excerpt,
        "figures": [
            {key: value for key, value in asdict(figure).items() if value}
            for figure in article.references
        ],
    }


def _stem(article: Article) -> str:
    """``2024-11-28-market-shelled``; a title without Latin letters gives way to the hash."""
    day = [article.published.isoformat()] if article.published else []
    slug = _slug(article.title or "") or _slug(article.publisher or "")
    return "-".join([*day, slug or f"article-{article.id}"])


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = _SIGNS.sub("-", plain).strip("-")
    return words if len(words) <= _SLUG_LENGTH else words[:_SLUG_LENGTH].rpartition("-")[0]


def _free_stem(stem: str, original: Original, folder: Path) -> str:
    number, free = 1, stem
    while _is_taken(folder, free, original):
        number += 1
        free = f"{stem}-{number}"
    return free


def _is_taken(folder: Path, stem: str, original: Original) -> bool:
    """Whether a name is another article's; an original left over from this one may stay."""
    beside = folder / ORIGINALS / f"{stem}{original.ending}"
    other = beside.exists() and beside.read_bytes() != original.data
    return other or (folder / f"{stem}.md").exists()


def _write(path: Path, data: bytes) -> Path:
    """Write a file as a whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(data)
            file.close()
            os.chmod(part, 0o644)  # as any file; a temporary one is for its maker alone
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return path
