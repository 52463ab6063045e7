"""Which event of one edition is which of the other.

First by identifier, unless their claims are behind other events; then by the claims they share,
then by what they tell: block, days, claimants, count. Every step looks at a bounded number of
candidates, so that the work grows as n·log n; the same editions give the same pairs, whatever the
order of their rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from briefing.compare.item import Item
from briefing.lexicon import load

Pairs = list[tuple[Item | None, Item | None]]
# How well two items of a block fit, the larger the better; None: they are not the same thing.
Likeness = Callable[[Item, Item], tuple[Any, ...] | None]
_Edge = tuple[tuple[Any, ...], int, int]


def match(
    before: Iterable[Item], after: Iterable[Item], alike: Likeness, *, sure_ids: bool = True
) -> Pairs:
    """Return every item once: in a pair where both editions have it, else alone.

    ``sure_ids``: the same identifier is the same thing. Across periods it may not be: identifiers
    are made of days, and days that nobody stated are the same by chance.
    """
    old = sorted(before, key=lambda item: item.order)
    new = sorted(after, key=lambda item: item.order)
    partner: dict[int, int] = {}  # of new by old
    _take(_by_id(old, new, None if sure_ids else alike), partner)
    _take(_by_claims(old, new, partner), partner)
    _take(_by_likeness(old, new, partner, alike), partner)
    taken = set(partner.values())
    pairs: Pairs = [(item, new[partner[n]] if n in partner else None) for n, item in enumerate(old)]
    return pairs + [(None, item) for n, item in enumerate(new) if n not in taken]


def _take(edges: Iterable[_Edge], partner: dict[int, int]) -> None:
    """Pair the best fitting first; ties go to what stands first."""
    taken = set(partner.values())
    for _, n, m in sorted(edges, key=lambda edge: (edge[0], -edge[1], -edge[2]), reverse=True):
        if n not in partner and m not in taken:
            partner[n] = m
            taken.add(m)


def _by_id(old: Sequence[Item], new: Sequence[Item], check: Likeness | None) -> Iterator[_Edge]:
    """Items of one identifier; it may have gone over to another event, whose claims tell."""
    where = {item.id: m for m, item in enumerate(new)}
    told = _links(old), _links(new)
    for n, item in enumerate(old):
        m = where.get(item.id)
        if m is None or _is_other(item, new[m], told):
            continue
        if not check or check(item, new[m]) is not None:
            yield (1,), n, m


def _links(items: Iterable[Item]) -> frozenset[str]:
    return frozenset(link for item in items for link in item.links)


def _is_other(old: Item, new: Item, told: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two items have no words in common, while the words of one are behind a third."""
    before, after = told
    apart = set(old.links).isdisjoint(new.links)
    return apart and not (after.isdisjoint(old.links) and before.isdisjoint(new.links))


def _by_claims(
    old: Sequence[Item], new: Sequence[Item], partner: dict[int, int]
) -> Iterator[_Edge]:
    """Items that share claims: the same words of the same article are behind both."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, item in _free(old, partner.keys()):
        for link in item.links:
            holders[link].append(n)
    shared = Counter(
        (n, m)
        for m, item in _free(new, set(partner.values()))
        for link in item.links
        for n in holders.get(link, ())
    )
    for (n, m), many in shared.items():
        if old[n].block[0] == new[m].block[0]:  # the killed are not the injured
            yield (many,), n, m


def _by_likeness(
    old: Sequence[Item], new: Sequence[Item], partner: dict[int, int], alike: Likeness
) -> Iterator[_Edge]:
    blocks: dict[tuple[Any, ...], list[tuple[date, int]]] = defaultdict(list)
    for n, item in _free(old, partner.keys()):
        blocks[item.block].append((_day(item), n))  # in the order of days already
    for m, item in _free(new, set(partner.values())):
        for n in _neighbours(blocks.get(item.block, []), _day(item)):
            fit = alike(old[n], item)
            if fit is not None:
                yield fit, n, m


def _free(items: Sequence[Item], taken: Iterable[int]) -> Iterator[tuple[int, Item]]:
    gone = set(taken)
    return ((n, item) for n, item in enumerate(items) if n not in gone)


def _neighbours(block: list[tuple[date, int]], day: date) -> list[int]:
    """The items of a block that begin next to a day, on either side."""
    many = load("changes")["matching"]["neighbours"]
    middle = bisect_right(block, (day, -1))
    return [n for _, n in block[max(0, middle - many) : middle + many]]


def _day(item: Item) -> date:
    return item.start or item.end or date.max


def overlap(a: Item, b: Item) -> float:
    """The share of the days that either covers which both cover; 0 where one has no days."""
    if not (a.start and b.start):
        return 0.0
    a_end, b_end = a.end or a.start, b.end or b.start
    shared = (min(a_end, b_end) - max(a.start, b.start)).days + 1
    either = (max(a_end, b_end) - min(a.start, b.start)).days + 1
    return max(0, shared) / either
