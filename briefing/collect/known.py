"""What a desk has already, by the addresses and by the bytes that its articles were made of."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from briefing.articles.decode import decode
from briefing.articles.draft import Metadata, UnreadableError
from briefing.articles.folder import list_files
from briefing.articles.front_matter import split_front_matter
from briefing.articles.kinds import kind_of
from briefing.articles.read import name_in_desk
from briefing.collect.addresses import same_page
from briefing.desk import Desk


class Known:
    """The articles of a desk, found by address or by content; new ones are told to it."""

    def __init__(self, desk: Desk) -> None:
        self._by_page: dict[str, str] = {}
        self._by_hash: dict[str, str] = {}
        for path in list_files(desk.articles, desk.root):
            data = path.read_bytes()
            said = _said(path, data)
            name = name_in_desk(path, desk.root)
            self.tell(name, [said.url], [sha256(data).hexdigest(), said.origin.original_sha256])

    def tell(self, name: str, urls: list[str | None], hashes: list[str | None]) -> None:
        """Remember a file of the desk under its addresses and hashes."""
        for url in filter(None, urls):
            self._by_page.setdefault(same_page(url), name)
        for digest in filter(None, hashes):
            self._by_hash.setdefault(digest, name)

    def find(self, url: str | None, digest: str | None = None) -> str | None:
        """The file that was made of this page or of these bytes."""
        named = self._by_page.get(same_page(url)) if url else None
        return named or (self._by_hash.get(digest) if digest else None)


def _said(path: Path, data: bytes) -> Metadata:
    """What a file says of itself at its head; nothing where it cannot be read."""
    try:
        kind = kind_of(path.name).key
        if kind in ("markdown", "text"):
            return split_front_matter(decode(data))[0]
        return Metadata(url=_canonical(data)) if kind == "html" else Metadata()
    except UnreadableError:
        return Metadata()


def _canonical(data: bytes) -> str | None:
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        found = document_fromstring(data).xpath(
            "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
        )
    except (LxmlError, ValueError):
        return None
    return str(found[0]) if found else None
