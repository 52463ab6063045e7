"""What the analyst names → articles in the desk, one outcome each; the rest always goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from briefing.articles.draft import UnreadableError
from briefing.articles.read import name_in_desk
from briefing.collect.addresses import is_address, same_page, why_no_file
from briefing.collect.feed import Entry, is_feed, read_feed
from briefing.collect.found import Found, find_in_entry, find_in_file, find_in_page, make_article
from briefing.collect.known import Known
from briefing.collect.named import expand
from briefing.collect.outcome import Outcome, Wishes
from briefing.collect.rules import load_rules
from briefing.collect.store import Original, store
from briefing.collect.telling import describe
from briefing.desk import Desk
from briefing.fetch import Fetcher, FetchError, Page


class _Fetched(NamedTuple):
    page: Page
    at: datetime


class Collector:
    """Adds to one desk what is named, fetching from several servers at a time.

    ``now`` tells the time at which a page was fetched.
    """

    def __init__(
        self,
        desk: Desk,
        fetcher: Fetcher,
        wishes: Wishes | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._desk = desk
        self._fetcher = fetcher
        self._wishes = wishes or Wishes()
        self._now = now
        self._known = Known(desk)
        self._pages: dict[str, Future[_Fetched]] = {}

    def add(self, names: Iterable[str]) -> Iterator[Outcome]:
        """Yield what became of each thing named, in order, as soon as it is known.

        Raises ``BriefingError`` where the desk cannot be written to.
        """
        wanted = list(expand(names, sys.stdin.buffer.read))
        pool = ThreadPoolExecutor(self._fetcher.limits.at_once)
        try:
            self._ask(pool, wanted)
            for name in wanted:
                yield from self._add(name, pool)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, pool: ThreadPoolExecutor, names: Iterable[str]) -> None:
        """Have the pages fetched that the desk has not; each once, whatever its address."""
        for url in filter(is_address, names):
            page = same_page(url)
            if page not in self._pages and self._known.find(url) is None:
                self._pages[page] = pool.submit(self._fetch, url)

    def _fetch(self, url: str) -> _Fetched:
        return _Fetched(self._fetcher.get(url), self._now())

    def _add(self, name: str, pool: ThreadPoolExecutor) -> Iterator[Outcome]:
        try:
            found = self._find(name)
            if isinstance(found, Found):
                yield self._keep(found)
                return
        except (FetchError, UnreadableError) as error:
            yield Outcome("failed", name, str(error))
            return
        if isinstance(found, Outcome):
            yield found
        else:
            yield from self._add_entries(name, found, pool)

    def _find(self, name: str) -> Found | Outcome | list[Entry]:
        """What a name stands for: an article, one that is there already, or a feed's entries."""
        if not is_address(name):
            return self._find_file(Path(name))
        if there := self._known.find(name):
            return _already(name, there)
        page, at = self._pages[same_page(name)].result()
        if is_feed(page.data):
            return read_feed(page.data)
        return find_in_page(name, page, at)

    def _find_file(self, path: Path) -> Found | list[Entry]:
        if not path.exists() and (told := why_no_file(str(path))):
            raise UnreadableError(told)
        if path.suffix.lower() not in load_rules()["feeds"]:
            return find_in_file(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableError(f"cannot be opened ({error.strerror})") from error
        if not is_feed(data):
            raise UnreadableError("is no feed (RSS or Atom), and other XML is not read")
        return read_feed(data)

    def _add_entries(
        self, name: str, entries: list[Entry], pool: ThreadPoolExecutor
    ) -> Iterator[Outcome]:
        most = load_rules()["most_entries"]
        if len(entries) > most:
            told = f"has {len(entries)} entries; only the first {most} are looked at"
            yield Outcome("failed", name, told)
        self._ask(pool, (entry.url for entry in entries[:most] if entry.url))
        for entry in entries[:most]:
            yield self._add_entry(entry)

    def _add_entry(self, entry: Entry) -> Outcome:
        """The page of an entry, or what the feed itself has of it."""
        title = entry.url or entry.said.title or "an entry without a title"
        if there := self._known.find(entry.url):
            return _already(title, there)
        try:
            return self._keep(self._find_page(entry))
        except (FetchError, UnreadableError) as error:
            reason = str(error)
        try:
            outcome = self._keep(find_in_entry(entry, self._now()))
        except UnreadableError:
            return Outcome("failed", title, reason)
        told = f"{outcome.told}; it is the feed's own text, as the page itself {reason}"
        return Outcome(outcome.status, outcome.what, told)

    def _find_page(self, entry: Entry) -> Found:
        if entry.url is None or not is_address(entry.url):
            raise UnreadableError("is no address of a page")
        page, at = self._pages[same_page(entry.url)].result()
        return find_in_page(entry.url, page, at, entry.said)

    def _keep(self, found: Found) -> Outcome:
        """Write an article, unless the desk has its page or its bytes already."""
        if there := self._known.find(found.url, found.sha256):
            return _already(found.name, there)
        article = make_article(found, self._wishes)
        if there := self._known.find(article.url):
            return _already(found.name, there)
        original = Original(found.data, found.kind.endings[0], found.sha256)
        name = name_in_desk(store(article, original, self._desk.articles), self._desk.root)
        self._known.tell(name, [article.url, found.url, found.name], [found.sha256])
        return Outcome("added", name, describe(article))


def _already(name: str, there: str) -> Outcome:
    return Outcome("already there", name, f"is {there}")
