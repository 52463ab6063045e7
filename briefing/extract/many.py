"""Many articles: read on all cores where that is a gain, in their order, with the same result."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from briefing.extract import extract, no_collecting
from briefing.models import Article, Extraction
from briefing.places import Region, prepare_gazetteer

ENOUGH = 200  # articles: below, further processes start more slowly than one of them reads
# Articles that a process takes at a time. What is found in two fits into a pipe, so that their
# reader goes on with the next before this process, which reads as well, has taken it out.
_AT_ONCE = 2
_IN_HAND = 4  # of these that each other process has, so that it never waits for the next
_AHEAD = 128  # of these that may be read before one that is slow: it bounds what is held

Read = Callable[[Sequence[Article]], list[Extraction]]


def extract_all(
    articles: Sequence[Article], *, region: Region | None = None, processes: int | None = None
) -> Iterator[Extraction]:
    """The extraction of each article, in order, as soon as it is there.

    ``processes``: by default as many as there are cores for many articles, else this one alone.
    Where the system allows no further processes this one does it all.
    """
    cores = (os.cpu_count() or 1) if len(articles) >= ENOUGH else 1
    done = 0
    try:
        for extraction in _side_by_side(articles, region, processes or cores):
            done += 1
            yield extraction
    except (BrokenProcessPool, OSError):
        for article in islice(articles, done, None):
            yield extract(article, region=region)


def _side_by_side(
    articles: Sequence[Article], region: Region | None, processes: int
) -> Iterator[Extraction]:
    if processes == 1:
        yield from map(partial(extract, region=region), articles)
        return
    prepare_gazetteer()  # once, and not by each of them
    pieces = _pieces(articles)
    # Frozen, what a fork shares is not looked through for cycles there, and so never copied.
    with ProcessPoolExecutor(processes - 1, _context(), gc.freeze) as pool:
        yield from _share(pool, partial(_read, region=region), pieces, _IN_HAND * (processes - 1))


def _pieces(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for at in range(0, len(articles), _AT_ONCE):
        yield articles[at : at + _AT_ONCE]


def _context() -> BaseContext:
    """How further processes start: as forks, which have at hand all that this one has read.

    Anew where this one has a second thread: a fork copies its locks in whatever state they are.
    """
    threads = Path("/proc/self/task")  # those of libraries, too
    alone = threads.is_dir() and len(list(threads.iterdir())) == 1
    return get_context("fork" if alone else "spawn")


def _read(articles: Sequence[Article], region: Region | None) -> list[Extraction]:
    with no_collecting():
        return [extract(article, region=region) for article in articles]


def _share(
    pool: Executor, read: Read, pieces: Iterable[Sequence[Article]], at_once: int
) -> Iterator[Extraction]:
    """The extractions of all pieces in order. This process reads, too, while it would but wait:
    what it reads itself need not be sent from one to another.

    ``at_once``: pieces that the others have in hand.
    """
    waiting, begun = iter(pieces), deque[Future[list[Extraction]]]()
    while True:
        free = at_once - sum(not one.done() for one in begun)
        begun += [pool.submit(read, piece) for piece in islice(waiting, free)]
        if not begun:
            return
        may_read = not begun[0].done() and len(begun) < _AHEAD
        if may_read and (piece := next(waiting, None)):
            begun.append(Future())
            begun[-1].set_result(read(piece))
        else:
            yield from begun.popleft().result()
