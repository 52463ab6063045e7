"""Which tellings are of one incident. Sought by day and place, so that the work stays n log n."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.cluster import Cluster, score
from briefing.resolve.persons import are_told_alike
from briefing.resolve.telling import Telling
from briefing.resolve.whereabouts import bearing_of, is_exact, is_point, is_wide, place_key

_NARROW, _WIDE = 0.1, 0.5  # degrees: squares for towns, and for what is told roughly
_KM_PER_DEGREE = 70.0  # at least, up to 51 degrees north or south
_STEPS = (-1, 0, 1)
MOST = 40  # candidates at one place on one day that a telling is held against
FEW = 8  # … and where it names no place: among more than these none could be chosen
_LONGEST = 10  # days of a window that are looked through

Key = tuple[object, ...]


class Incidents:
    """The incidents gathered so far, found again by outcome, day, and place or size."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._found: dict[Key, list[Cluster]] = {}

    def gather(self, tellings: Iterable[Telling]) -> None:
        """Take in every telling: points first, then sides of towns, then what names no place."""
        for telling in sorted(tellings, key=lambda t: (_vagueness(t), t.order)):
            self.put(telling, self.best(telling))

    def put(self, telling: Telling, cluster: Cluster | None) -> None:
        """Add a telling to an incident, or begin a new one with it."""
        if cluster is None:
            cluster = Cluster()
            self.clusters.append(cluster)
        cluster.add(telling)
        for key in self._kept_under(telling):
            same = self._found.setdefault(key, [])
            if not any(one is cluster for one in same[-MOST:]):
                same.append(cluster)

    def best(self, telling: Telling) -> Cluster | None:
        """The incident that a telling fits best; None where none fits, or several equally."""
        scored = [(fit, c) for c in self.near(telling) if (fit := score(telling, c)) is not None]
        if not scored:
            return None
        top = max(fit for fit, _ in scored)
        chosen = [cluster for fit, cluster in scored if fit == top]
        same = top[2]  # one attack "in Ituri" is the attack in Ituri
        told = telling.toll.get("place") and (same or not is_wide(telling.toll))
        unsure = len(scored) > 1 and not (told or top[0])
        return None if unsure else chosen[0]

    def near(self, telling: Telling) -> list[Cluster]:
        """The incidents worth comparing, each once, those first that were first told."""
        found: dict[int, Cluster] = {}
        for key in self._looked_for(telling):
            most = FEW if "size" in key else MOST
            for cluster in self._found.get(key, ())[-most:]:
                if _meets(telling, cluster):
                    found.setdefault(id(cluster), cluster)
        return list(found.values())

    def near_size(self, telling: Telling) -> list[Cluster]:
        """The incidents within a window whose counts are of about that size."""
        outcome, size = telling.toll["outcome"], size_of(telling)
        found: dict[int, Cluster] = {}
        for day in days_of(telling.days):
            for step in _STEPS:
                for cluster in self._found.get((outcome, day, "size", size + step), ())[-MOST:]:
                    found.setdefault(id(cluster), cluster)
        return list(found.values())

    def _kept_under(self, telling: Telling) -> Iterator[Key]:
        outcome, toll, size = telling.toll["outcome"], telling.toll, size_of(telling)
        place = place_key(toll)
        yield (outcome, "place", place)
        yield from ((outcome, "victims", *victims) for victims in telling.singled_out)
        for day in days_of(telling.days):
            yield (outcome, day, place)
            yield (outcome, day, "size", size)
            if is_point(toll):
                yield (outcome, day, size, "near", *_cell(toll, _WIDE))
                kind = "exact" if is_exact(toll) else "near"
                yield (outcome, day, kind, *_cell(toll, _NARROW if kind == "exact" else _WIDE))

    def _looked_for(self, telling: Telling) -> Iterator[Key]:
        outcome, toll = telling.toll["outcome"], telling.toll
        place = place_key(toll)
        if telling.days is None:
            yield (outcome, "place", place)
        yield from ((outcome, "victims", *victims) for victims in telling.singled_out)
        for day in days_of(_with_night(telling.reach)) if place else ():
            yield (outcome, day, place)
        for day in days_of(telling.reach):
            if is_point(toll):
                yield from ((outcome, day, *square) for square in _squares(telling))
                if not is_exact(toll) and telling.counted:  # a village near it that no map has
                    yield (outcome, day, "size", size_of(telling))
            elif (not place or is_wide(toll)) and telling.counted:
                yield from ((outcome, day, "size", size_of(telling) + step) for step in _STEPS)


def _squares(telling: Telling) -> Iterator[Key]:
    """Where the same place may be kept.

    A point that is told exactly is sought among those beside it, and among all that are told
    roughly; what is told roughly among counts of its own size, because only those can be one.
    """
    toll, rule = telling.toll, load("events")["distance"]
    if is_exact(toll):
        yield from (("exact", *square) for square in _around(toll, _NARROW, rule["same"]))
        yield from (("near", *square) for square in _around(toll, _WIDE, rule["near"]))
        return
    reach = rule["near" if bearing_of(toll) is None else "side"]
    for step in _STEPS:
        size = size_of(telling) + step
        yield from ((size, "near", *square) for square in _around(toll, _WIDE, reach))


def days_of(window: tuple[date, date] | None) -> list[date]:
    """The days of a window; of a long one the first few."""
    if window is None:
        return []
    count = min((window[1] - window[0]).days, _LONGEST) + 1
    return [window[0] + timedelta(days=step) for step in range(count)]


def size_of(telling: Telling) -> int:
    """Counts in steps of doubling, for finding those that are alike."""
    return int(math.log2(max(telling.figure[1], 1)))


def _meets(telling: Telling, cluster: Cluster) -> bool:
    """Whether the days can be the same; a day that nobody states reaches to those beside it."""
    if telling.days is None or cluster.anchor is None:
        return True
    return _same_days(telling, cluster.anchor) or is_retold(telling, cluster)


def is_retold(telling: Telling, cluster: Cluster) -> bool:
    """ "The murder of six priests", with no day of its own: that of the six priests days before.

    So many days later at the most as stand in ``lexicon/events.toml``, and whichever came first.
    """
    anchor = cluster.anchor
    if not telling.singled_out & cluster.singled_out or not anchor:
        return False
    if telling.days is None or anchor.days is None:
        return True
    late, early = (telling, anchor) if telling.days > anchor.days else (anchor, telling)
    assert late.days
    assert early.days
    passed = (late.days[0] - early.days[1]).days
    return not late.stated and passed <= load("events")["retold"]["days"]


def _with_night(reach: tuple[date, date] | None) -> tuple[date, date] | None:
    night = timedelta(days=load("events")["days"]["overnight"])
    return (reach[0] - night, reach[1] + night) if reach else None


def _same_days(a: Telling, b: Telling) -> bool:
    first, second = a.reach, b.reach
    if first is None or second is None:
        return True
    apart = max((second[0] - first[1]).days, (first[0] - second[1]).days)
    return apart <= (load("events")["days"]["overnight"] if _may_be_one_night(a, b) else 0)


def _may_be_one_night(a: Telling, b: Telling) -> bool:
    """Whether two days may be those of one night: the count is the same, and of one person what
    he is called."""
    if a.figure != b.figure or not a.counted:
        return False
    return a.figure[1] != 1 or are_told_alike(a.toll["victim"], b.toll["victim"])


def _vagueness(telling: Telling) -> int:
    toll = telling.toll
    if not toll.get("place"):
        return 3
    return 2 if is_wide(toll) else int(not is_exact(toll))


def _cell(toll: Row, width: float) -> tuple[int, int]:
    return math.floor(toll["latitude"] / width), math.floor(toll["longitude"] / width)


def _around(toll: Row, width: float, reach: float) -> Iterator[tuple[int, int]]:
    """The squares of that width within a number of kilometres."""
    steps = math.ceil(reach / (width * _KM_PER_DEGREE))
    row, column = _cell(toll, width)
    for dy in range(-steps, steps + 1):
        yield from ((row + dy, column + dx) for dx in range(-steps, steps + 1))
