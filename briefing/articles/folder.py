"""A folder of files → articles in order, and a sentence for each file that was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Protocol

from briefing.articles.read import name_in_desk, read_article
from briefing.errors import BriefingError
from briefing.models import Article


class Reader(Protocol):
    """Reads one file, as ``read_article`` does."""

    def __call__(self, path: Path, *, root: Path | None = None) -> Article: ...


ORIGINALS = "originals"  # the files as they came, beside the articles made of them
_SAVED_PAGE_PARTS = "_files"  # what browsers call the folder beside a page they save


def read_articles(
    folder: Path, *, root: Path, ignore: Iterable[str] = (), read: Reader = read_article
) -> tuple[list[Article], list[str]]:
    """Read a folder and its subfolders: articles by day of publication, then path; undated last.

    ``ignore`` holds patterns such as ``articles/draft-*``, matched against the path in the desk
    and against the file's name. The second list has one sentence per file that could not be read.
    ``read`` is how one file is read. Raises ``BriefingError`` where the folder itself is missing.
    """
    if not folder.is_dir():
        raise BriefingError(
            f"{name_in_desk(folder, root)} is not a folder. Make it and put the articles there."
        )
    articles: list[Article] = []
    notes: list[str] = []
    for path in list_files(folder, root, ignore):
        try:
            articles.append(read(path, root=root))
        except BriefingError as error:
            notes.append(str(error))
    articles.sort(key=lambda article: (article.published or date.max, article.path))
    return articles, notes


def list_files(folder: Path, root: Path, ignore: Iterable[str] = ()) -> Iterator[Path]:
    """The files of a folder and its subfolders that are meant as articles, in a fixed order."""
    rules = tuple(ignore)
    for path in sorted(folder.rglob("*")):
        name = name_in_desk(path, root)
        ignored = any(fnmatch(name, rule) or fnmatch(path.name, rule) for rule in rules)
        if path.is_file() and not ignored and not _is_aside(path.relative_to(folder)):
            yield path


def _is_aside(inside: Path) -> bool:
    """Whether a file is no article by its name: hidden, put aside, an original, a page's parts."""
    return (
        ORIGINALS in inside.parts[:-1]
        or any(part.startswith((".", "_")) for part in inside.parts)
        or any(part.endswith(_SAVED_PAGE_PARTS) for part in inside.parts[:-1])
        or inside.name.lower() == "readme.md"
    )
