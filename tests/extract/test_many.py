"""Many articles at once: whatever reads them, the extractions are the same and in order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from briefing.articles import read_article
from briefing.extract import extract, many
from briefing.language.document import Document
from briefing.models import Article, Extraction
from briefing.places import Region

ROOT = Path(__file__).parents[2]
REGION = Region(("SY",), ("Aleppo",))


def articles() -> list[Article]:
    """Some reports of the sample week."""
    files = sorted((ROOT / "articles").glob("2024-11-2*"))
    return [read_article(file, root=ROOT) for file in files]


@pytest.mark.parametrize("start", sorted({"fork", "spawn"} & set(get_all_start_methods())))
def test_processes_give_what_one_gives(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes give the same extractions in the same order as one, however they start."""
    monkeypatch.setattr(many, "_context", lambda: get_context(start))
    alone = [extract(article, region=REGION) for article in articles()]
    assert list(many.extract_all(articles(), region=REGION, processes=2)) == alone


def test_no_document_outlives_its_reading() -> None:
    """Of an article that has been read only what was found in it is kept."""
    (article, *_) = articles()
    found = extract(article, region=REGION)
    held = [one for one in gc.get_objects() if type(one) is Document and one.article is article]
    assert found.casualties
    assert not held


def test_process_with_a_second_thread_is_not_forked() -> None:
    """A fork would copy the locks that the second thread holds."""
    done = Event()
    second = Thread(target=done.wait)
    second.start()
    try:
        assert many._context().get_start_method() == "spawn"
    finally:
        done.set()
        second.join()


@pytest.mark.parametrize("count", [0, 1, 7, 8, 100, 1_000])
def test_pieces_hold_every_article_once(count: int) -> None:
    """Pieces have all articles in their order, few in each: nobody waits long at the end."""
    numbered = [Article(str(number), "a.txt", "", "") for number in range(count)]
    pieces = list(many._pieces(numbered))
    assert [article for piece in pieces for article in piece] == numbered
    assert all(1 <= len(piece) <= many._AT_ONCE for piece in pieces)


def test_no_further_process_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system allows no further process, this one reads them all."""

    def refuse(*_: object) -> None:
        raise PermissionError("no semaphores here")

    monkeypatch.setattr(many, "ProcessPoolExecutor", refuse)
    alone = [extract(article, region=REGION) for article in articles()]
    assert list(many.extract_all(articles(), region=REGION, processes=2)) == alone


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week of reports is read before another process would have started."""
    monkeypatch.setattr(many, "ProcessPoolExecutor", None)
    assert len(list(many.extract_all(articles(), region=REGION))) == len(articles())


class Slow(Future[list[Extraction]]):
    """What another process has in hand and is never done with before it is waited for."""

    def __init__(self, work: Callable[[], list[Extraction]]) -> None:
        super().__init__()
        self.work = work

    def done(self) -> bool:
        """Never."""
        return False

    def result(self, timeout: float | None = None) -> list[Extraction]:
        """What the work gives."""
        return self.work()


class SlowPool(Executor):
    """Another process that is always behind."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Take the work in hand."""
        return Slow(partial(fn, *args, **kwargs))


def test_order_is_kept_where_others_are_slow() -> None:
    """This process reads ahead of a slow one, but only so far, and all comes in order."""
    read, given = [], []

    def note(pieces: Sequence[Article]) -> list[Extraction]:
        read.append(pieces[0].id)
        return [Extraction(article) for article in pieces]

    pieces = [[Article(str(number), "a.txt", "", "")] for number in range(200)]
    for extraction in many._share(SlowPool(), note, pieces, 2):
        given.append(extraction.article.id)
        assert len(read) - len(given) < many._AHEAD
    assert given == [str(number) for number in range(200)]
