"""Articles read, claims found and sections run in earlier builds, kept in the desk's cache.

A file that was read is not read again, and claims found in an article are not looked for again, as
long as the file and the program are the same. What was found depends on the arguments alone, and
every argument is in the key.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.articles import read_article
from briefing.build.current import CACHE, Stamp
from briefing.execute import KeptSections
from briefing.extract.many import extract_all
from briefing.models import Article, Extraction
from briefing.places import Region
from briefing.reuse.digests import digest_file, digest_of, read_tree
from briefing.reuse.program import program_digest
from briefing.reuse.records import pack, unpack
from briefing.reuse.store import Store

_ARTICLES, _SECTIONS = "articles", "sections"  # folders in the cache


class Remembered:
    """What a desk's earlier builds have read and found."""

    def __init__(self, root: Path) -> None:
        self._store = Store(root / CACHE / _ARTICLES)

    def read_article(self, path: Path, *, root: Path | None = None) -> Article:
        """As ``briefing.articles.read_article``. A file that can't be read is tried each time."""
        key = _key("read", str(path.resolve()), str(root), digest_file(path))
        known = self._get(key)
        if isinstance(known, Article):
            return known
        article = read_article(path, root=root)
        self._store.put(key, pack(article))
        return article

    def extract_all(self, articles: Sequence[Article], *, region: Region) -> Iterator[Extraction]:
        """As ``briefing.extract.many.extract_all``, of what is not known yet."""
        keys = [_key("extract", repr(article), repr(region)) for article in articles]
        known = {key: found for key in keys if (found := self._get(key)) is not None}
        missing = [a for a, key in zip(articles, keys, strict=True) if key not in known]
        new = extract_all(missing, region=region)
        for key in keys:
            if key not in known:
                known[key] = next(new)
                self._store.put(key, pack(known[key]))
            yield known[key]
        self._store.prune()

    def _get(self, key: str) -> Any:
        packed = self._store.get(key)
        return None if packed is None else unpack(packed)


def kept_sections(root: Path, stamp: Stamp, folder: Path) -> KeptSections:
    """The sections that earlier builds ran on the ledger in ``folder``, in the same desk."""
    context = digest_of([stamp.digest_for_sections(), read_tree(folder / "ledger")])
    return KeptSections(Store(root / CACHE / _SECTIONS), context)


def forget(root: Path) -> None:
    """Drop all that is remembered of a desk."""
    for name in (_ARTICLES, _SECTIONS):
        shutil.rmtree(root / CACHE / name, ignore_errors=True)


def _key(*of: str) -> str:
    return digest_of([program_digest(), *of])
