"""Many articles: read on all cores where that is a gain, in their order, with the same result."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context

from briefing.extract import extract
from briefing.models import Article, Extraction
from briefing.places import Region, prepare_gazetteer

ENOUGH = 200  # articles: below, further processes start more slowly than one of them reads
_AT_ONCE = 8  # articles that a process takes at a time


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
    read = partial(extract, region=region)
    if processes == 1:
        yield from map(read, articles)
        return
    prepare_gazetteer()  # once, and not by each of them
    # Started anew and not forked: a fork copies locks and connections in whatever state they are.
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(read, articles, chunksize=_AT_ONCE)
