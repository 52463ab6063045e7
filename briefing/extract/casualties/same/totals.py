"""How many distinct people one article reports killed, injured, detained: derived, and only here.

A total adds up separate events of one article. What is told again counts once, a subset is part of
its whole, and a count that sums up others takes their place. Claims are never changed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.extract.casualties.same.alike import is_vague, same_name
from briefing.extract.casualties.same.distinct import People, match, may_be_part
from briefing.language.vague import least
from briefing.lexicon import load, word_set
from briefing.lexicon.nearby import whole_words
from briefing.models import Casualty, Outcome, Quantity
from briefing.records import record

Bounds = tuple[int, int, int | None]

_MONTH: Final = 4  # precision of a date from which it is a window over many events
_FARTHEST: Final = 24  # claims that are compared with one another
_FEWEST_PARTS: Final = 2  # counts that make up a sum
_WHOLE: Final = whole_words(load("totals")["whole"]["phrases"])


@record(frozen=True)
class Total:
    """The people of one outcome in one article; ``high`` is None where it is open upwards."""

    outcome: Outcome
    low: int
    best: int
    high: int | None
    claims: tuple[str, ...]  # ids of the claims it rests on


def total_people(
    casualties: Iterable[Casualty], *, codebook: str = "unquantified"
) -> dict[Outcome, Total]:
    """The total of each outcome that an article's claims speak of.

    ``codebook`` gives vague counts a number; without one they only leave the total open.
    """
    by_outcome: dict[Outcome, list[Casualty]] = {}
    for claim in casualties:
        if not claim.background and claim.quantity.kind != "none":
            by_outcome.setdefault(claim.outcome, []).append(claim)
    return {
        outcome: _total(outcome, _distinct(_standing(claims)), codebook)
        for outcome, claims in by_outcome.items()
    }


def _standing(claims: list[Casualty]) -> list[Casualty]:
    """Claims that stand for themselves: no subsets, no count over a longer time, no parts."""
    parts = [c for c in claims if c.subset]
    wholes = [c for c in claims if not (c.subset or (parts and _is_told_as_part(c, parts)))]
    wholes = wholes or claims
    wholes = [c for c in wholes if not _over_time(c)] or wholes
    summed = set(_parts_of_sums(wholes))
    return [c for position, c in enumerate(wholes) if position not in summed]


def _is_told_as_part(claim: Casualty, parts: list[Casualty]) -> bool:
    """ "Omar Ali was shot. … Omar Ali was among 15 people killed": one of the 15."""
    return claim.quantity.best == 1 and any(same_name(claim, part) for part in parts)


def _over_time(claim: Casualty) -> bool:
    """ "Since May", "in the past month": a count of many events."""
    window = (claim.when.date_prec or 0) >= _MONTH and claim.when.basis != "assumed"
    return window or (claim.running_total and not claim.rule.endswith("toll"))


def _parts_of_sums(claims: list[Casualty]) -> Iterator[int]:
    """Positions of counts that another one sums up: 9 killed, then 4 here and 5 there."""
    for position, whole in enumerate(claims):
        after = range(position + 1, min(len(claims), position + _FARTHEST))
        before = range(position - 1, max(-1, position - _FARTHEST), -1)
        yield from (*_adding_up(whole, claims, after), *_adding_up(whole, claims, before))
    yield from range(max((i for i, claim in enumerate(claims) if _sums_up(claim)), default=0))


def _adding_up(whole: Casualty, claims: list[Casualty], positions: range) -> list[int]:
    """The nearest positions whose counts add up to that of ``whole``, at least two."""
    missing = whole.quantity.best or 0
    added: list[int] = []
    for position in positions:
        part = claims[position]
        if part.mention == "known":
            continue
        counted = part.quantity.best
        if not counted or counted > missing or not may_be_part(whole, part):
            break
        missing -= counted
        added.append(position)
    return added if missing == 0 and len(added) >= _FEWEST_PARTS else []


def _sums_up(claim: Casualty) -> bool:
    """ "A total of 32", "the death toll rose to 19": takes in what was told before."""
    if claim.quantity.best is None:
        return False
    text = claim.sentence.lower()
    return claim.rule.endswith("toll") or _WHOLE.search(text) is not None


def _distinct(claims: list[Casualty]) -> list[People]:
    """The people that the claims tell of, each once."""
    found: list[People] = []
    mates: list[People] = []
    sentence = -1
    for claim in claims:
        if claim.sentence_start != sentence:
            sentence, mates = claim.sentence_start, []
        known = _known(found, claim, mates)
        if known is None:
            found.append(People(claim, leads=not found, of_several=_of_several(claim)))
        else:
            at = known.first.sentence_start
            mates = [p for p in found if p.first.sentence_start == at and p is not known]
    return found


def _known(found: list[People], claim: Casualty, mates: list[People]) -> People | None:
    """The people told before whom ``claim`` speaks of; the claim is added to them."""
    for wanted in ("same", "part"):
        for people in found[:_FARTHEST]:
            if match(people, claim, mates) == wanted:
                (people.again if wanted == "same" else people.parts).append(claim)
                return people
    return None


def _of_several(claim: Casualty) -> bool:
    words = claim.sentence.lower().replace(",", " ").replace(".", " ").split()
    return not word_set("totals", "events", "words").isdisjoint(words)


def _total(outcome: Outcome, found: list[People], codebook: str) -> Total:
    bounds = [_bounds(people, codebook) for people in found]
    highs = [high for _, _, high in bounds]
    return Total(
        outcome,
        sum(low for low, _, _ in bounds),
        sum(best for _, best, _ in bounds),
        None if None in highs else sum(high or 0 for high in highs),
        tuple(claim.id for people in found for claim in people.told),
    )


def _bounds(people: People, codebook: str) -> Bounds:
    """Low, best and high of one group: its best telling, or its parts where they tell more."""
    counts = [c.quantity for c in people.tellings if not is_vague(c)]
    low, best, high = _of_counts(counts, codebook) if counts else _of_words(people, codebook)
    parts = _parts(people)
    if parts > 1 and (not counts or parts > best):
        low = best = parts
    return low, best, None if high is None else max(best, high)


def _of_words(people: People, codebook: str) -> Bounds:
    floor = max(least(claim.quantity, codebook) or 0 for claim in people.tellings)
    return floor, floor, None


def _of_counts(counts: list[Quantity], codebook: str) -> Bounds:
    """The first telling's count, made exact by a later one; rivals only widen it upwards."""
    first = counts[0]
    if first.kind == "at_least":
        exact = (count for count in counts if count.kind == "exact")
        first = next((count for count in exact if (count.best or 0) >= (first.low or 0)), first)
    low = least(first, codebook) or 0
    best = max(low, first.best or first.low or first.high or 0)
    highs = [count.high for count in counts] if first is counts[0] else [first.high]
    return low, best, None if None in highs else max(high or 0 for high in highs)


def _parts(people: People) -> int:
    """The sum of the parts told of one group; a part that is spoken of again counts once."""
    counted: list[int] = []
    for claim in people.parts:
        size = claim.quantity.best or 0
        if claim.mention != "share" and not (claim.mention == "known" and size in counted):
            counted.append(size)
    return sum(counted)
