"""Tellings of one event, gathered; and what speaks for or against one more."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta

from briefing.extract.people.names import name_of
from briefing.extract.people.words import are_attackers
from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.blame import is_one_party, party_of
from briefing.resolve.persons import are_opposed, are_told_alike, is_fighter_beside_name, may_be_one
from briefing.resolve.spots import is_of_no_attack
from briefing.resolve.telling import Telling
from briefing.resolve.whereabouts import place_key, relate

_KEPT = ("groups", "victim_group"), ("sides", "victim_side"), ("means", "means")
Score = tuple[bool, bool, bool, int]


@dataclass
class Cluster:
    """The tellings of one event so far, with what comparing needs, kept as they come.

    Comparing costs the same however many tellings there are: places are few, the rest are sets.
    """

    tellings: list[Telling] = field(default_factory=list)
    places: dict[str, Row] = field(default_factory=dict)
    voices: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    means: set[str] = field(default_factory=set)
    victims: set[str | None] = field(default_factory=set)  # as the texts call them
    perpetrators: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)  # in the event's town: a market
    said: set[tuple[str, object]] = field(default_factory=set)  # who gives which figure
    singled_out: set[tuple[str, object]] = field(default_factory=set)
    figures: dict[tuple[str, str], set[object]] = field(default_factory=dict)
    lowest: Telling | None = None
    highest: Telling | None = None
    meant: int | None = None  # the most that a word of number in it says at least
    start: date | None = None
    end: date | None = None
    anchor: Telling | None = None  # by whose days others are measured

    @property
    def low(self) -> int | None:
        """Its lowest figure; None where nobody counts."""
        return self.lowest.figure[1] if self.lowest else None

    @property
    def high(self) -> int | None:
        """Its highest figure."""
        return self.highest.figure[1] if self.highest else None

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Cluster:
        """An event of these tellings."""
        made = cls()
        for telling in tellings:
            made.add(telling)
        return made

    @property
    def claims(self) -> set[str]:
        """The ids of every claim that tells it."""
        return {claim for telling in self.tellings for claim in telling.toll["claim_ids"]}

    def add(self, telling: Telling) -> None:
        """Take a telling in."""
        toll = telling.toll
        self.tellings.append(telling)
        if place := place_key(toll):
            self.places.setdefault(f"{place} {toll.get('direction') or ''}", toll)
        self.voices.add(telling.voice)
        self.victims.add(toll["victim"])
        self.said.add((telling.voice, telling.figure))
        self.singled_out |= telling.singled_out
        for kept, column in _KEPT:
            if toll.get(column) not in (None, "unknown"):
                getattr(self, kept).add(toll[column])
        if telling.blamed:
            self.perpetrators.add(party_of(telling.blamed, toll.get("country")))
        if telling.spot:
            self.spots.add(telling.spot)
        for article in telling.articles:
            self.figures.setdefault((article, telling.voice), set()).add(telling.figure)
        if telling.counted:
            self.lowest = min(self.lowest or telling, telling, key=_top)
            self.highest = max(self.highest or telling, telling, key=_top)
        elif telling.meant:
            self.meant = max(telling.meant, self.meant or 0)
        self._widen(telling)
        if telling.days and (self.anchor is None or (telling.stated and not self.anchor.stated)):
            self.anchor = telling

    def _widen(self, telling: Telling) -> None:
        if telling.days is None:
            return
        first, last = telling.days
        self.start = first if self.start is None else min(self.start, first)
        self.end = last if self.end is None else max(self.end, last)


def score(telling: Telling, cluster: Cluster) -> Score | None:
    """How well a telling fits an event, the higher the better; None where it does not.

    Without a place in common, or by other means, the victims have to be the same: nine soldiers
    are not nine people in a camp. At the same place counts may rise; where the place is told
    differently, where the victims are not said, or where another attacker is named, the counts have
    to be alike; where the weapons are of different kinds, or the place is not said and the victims
    are called otherwise, the same. What died at one spot of a town may be counted very differently.
    """
    if not _may_count_the_same(telling, cluster):
        return None
    where = {relate(telling.toll, place) for place in cluster.places.values()} or {"unsaid"}
    gap = _gap(telling, cluster)
    equal = telling.counted and any(telling.figure[1] == t.figure[1] for t in _ends(cluster))
    if not _may_be_there(telling, cluster, where, equal=equal):
        return None
    same = _same_victims(telling, cluster) or (equal and _leaves_open(telling, cluster))
    if not same and _tells_of_others(telling, cluster, where):
        return None
    if not equal and not _may_differ(telling, cluster, where):
        return None
    rising = "same" in where and _same_victims(telling, cluster) and _same_side(telling, cluster)
    rising = rising and not _is_spot_beside_town(telling, cluster)
    if not (
        (rising and telling.spot in cluster.spots)
        or is_like(telling, cluster, rising=rising)
        or (where != {"unsaid"} and _carries_on(telling, cluster, rising=rising))
    ):
        return None
    known = not cluster.singled_out.isdisjoint(telling.singled_out)
    surely = known or (telling.voice in cluster.voices and equal)
    return surely, equal, "same" in where, -gap


def _may_be_there(
    telling: Telling, cluster: Cluster, where: AbstractSet[str], *, equal: bool
) -> bool:
    """Whether a telling's place leaves it open that it is of this event."""
    if where & {"same", "unsaid", "holds", "inside"}:
        return True
    if "open" in where and equal and _is_surely_told_again(telling, cluster):
        return True
    return _is_named_again(telling, cluster)


def _is_surely_told_again(telling: Telling, cluster: Cluster) -> bool:
    """Whether the same count, elsewhere only as far as the maps go, is of the same people: so many
    of one kind, harmed alike and by the same on a day that both state."""
    several = telling.figure[1] >= load("events")["counts"]["telling"]
    alike = _are_told_alike(telling, cluster) and _same_means(telling, cluster)
    stated = telling.stated and cluster.anchor is not None and cluster.anchor.stated
    return several and alike and stated and _same_side(telling, cluster)


def _leaves_open(telling: Telling, cluster: Cluster) -> bool:
    """ "The attack in which ten died", of a day that both state: the ten of whom others tell."""
    several = telling.figure[1] >= load("events")["counts"]["telling"]
    stated = telling.stated and cluster.anchor is not None and cluster.anchor.stated
    return several and stated and not telling.toll["victim"] and not telling.toll["victim_side"]


def _may_differ(telling: Telling, cluster: Cluster, where: AbstractSet[str]) -> bool:
    """Whether other counts may be of the same people: by the same means; with no place said only
    where the victims are called alike and the days are few; where only one says of whom, not
    unless a day is stated."""
    near = where != {"unsaid"} or (
        _are_told_alike(telling, cluster) and _is_of_few_days(telling, cluster)
    )
    stated = telling.stated or (cluster.anchor is not None and cluster.anchor.stated)
    told = stated or _same_victims(telling, cluster)
    return near and told and _same_means(telling, cluster)


def _is_of_few_days(telling: Telling, cluster: Cluster) -> bool:
    """Whether neither telling leaves open weeks in which it may have been."""
    most = timedelta(days=load("events")["days"]["few"])
    windows = [t.days for t in (telling, cluster.anchor) if t and t.days]
    return all(last - first < most for first, last in windows)


def _are_told_alike(telling: Telling, cluster: Cluster) -> bool:
    """Whether a telling calls its victims what another does, or one of them leaves it open."""
    own = telling.toll["victim"]
    return not own or any(not known or are_told_alike(own, known) for known in cluster.victims)


def _tells_of_others(telling: Telling, cluster: Cluster, where: AbstractSet[str]) -> bool:
    """Whether victims told otherwise are others: elsewhere, by other means, or one and not some."""
    tops = {telling.figure[1], cluster.high} if telling.counted else set()
    one_of_some = 1 in tops and len(tops) > 1
    return where == {"unsaid"} or not _same_means(telling, cluster) or one_of_some


def _is_named_again(telling: Telling, cluster: Cluster) -> bool:
    """Whether a person of that name was killed before, one telling giving no day of its own: one
    person dies once, and the place is that of whatever else the text tells."""
    unsure = not telling.stated or not (cluster.anchor and cluster.anchor.stated)
    return unsure and any((word, telling.figure) in cluster.singled_out for word in telling.name)


def _ends(cluster: Cluster) -> list[Telling]:
    return [cluster.tellings[0], cluster.tellings[-1]]


def _may_count_the_same(telling: Telling, cluster: Cluster) -> bool:
    """Whether nothing rules a telling out: other victims, or one article that tells two apart."""
    group, side = telling.toll["victim_group"], telling.toll["victim_side"]
    if group != "unknown" and cluster.groups - {group}:
        return False
    if side and cluster.sides - {side}:
        return False
    if not (side and cluster.sides) and _is_of_other_camp(telling, cluster):
        return False
    one = telling.figure[1] == cluster.high == 1
    if _is_one_beside_some(telling, cluster):
        return False
    if not _may_be_of_that_size(telling, cluster) or (one and not _may_be_one(telling, cluster)):
        return False
    return not any(_is_part_of_all(telling, told) for told in cluster.tellings) and not any(
        cluster.figures.get((article, telling.voice), {telling.figure}) - {telling.figure}
        for article in telling.articles
    )


def _is_one_beside_some(telling: Telling, cluster: Cluster) -> bool:
    """Whether one side is a person by name or calling, and the other counts several who are called
    otherwise: a cook, six priests."""
    tops = {telling.figure[1], cluster.high} if telling.counted else set()
    if 1 not in tops or len(tops) == 1 or None in tops:
        return False
    own, known = [telling.toll["victim"]], [*cluster.victims]
    single, several = (own, known) if telling.figure[1] == 1 else (known, own)
    named = any(victim and name_of(victim) for victim in single)
    return named or not any(may_be_one(one, some) for one in single for some in several)


def _is_of_other_camp(telling: Telling, cluster: Cluster) -> bool:
    """ "491 guerrillas", "827 troops": of which side they are, their nouns say."""
    return any(are_opposed(telling.toll["victim"], known) for known in cluster.victims)


def _may_be_one(telling: Telling, cluster: Cluster) -> bool:
    """Whether one person may be the one of the event, by what he is called, how he was harmed and
    who is beside. A mere name is a soldier's only where both were harmed by the same means."""
    victim, means = telling.toll["victim"], telling.toll["means"]
    if not all(may_be_one(victim, known) for known in cluster.victims):
        return False
    named = any((word, telling.figure) in cluster.singled_out for word in telling.name)
    fighter = any(is_fighter_beside_name(victim, known) for known in cluster.victims)
    if not (named or _same_means(telling, cluster)) or (fighter and not (means and cluster.means)):
        return False
    return not _is_told_beside(telling, cluster)


def _is_part_of_all(one: Telling, other: Telling) -> bool:
    """ "35 people died. … 26 villagers and 9 rebels were killed": one article on all and some; 45
    civilians and 46 people are rival counts."""
    if not (one.articles & other.articles) or not (one.counted and other.counted):
        return False
    some, whole = sorted((one, other), key=lambda telling: telling.figure[1])
    named = some.toll["victim_group"] != "unknown" == whole.toll["victim_group"]
    rule = load("events")["counts"]
    rival = rule["rival_open" if some.toll["high"] is None else "rival"]
    return bool(named and some.figure[1] < rival * whole.figure[1])


def _may_be_of_that_size(telling: Telling, cluster: Cluster) -> bool:
    """Whether a word of number and a count may be of the same people: "hundreds" are not eight, and
    "many" are not one."""
    words, count = (
        (cluster.meant, telling.figure[1]) if telling.counted else (telling.meant, cluster.high)
    )
    if words and words > 1 == count:
        return False
    return not words or not count or count >= words or like_counts(words, count, rising=True)


def _is_told_beside(telling: Telling, cluster: Cluster) -> bool:
    """ "They killed Omar Ali and the driver": one person beside another in one sentence; or the
    attacker beside whom an article says that he killed."""
    victim = telling.toll["victim"]
    beside = (t for t in cluster.tellings if not t.sentences.isdisjoint(telling.sentences))
    if not all(are_told_alike(victim, t.toll["victim"]) for t in beside):
        return True
    near = (t for t in cluster.tellings if t.articles & telling.articles)
    return any(are_attackers(victim) != are_attackers(t.toll["victim"]) for t in near)


def _is_spot_beside_town(telling: Telling, cluster: Cluster) -> bool:
    """ "Nine died in a school", "31 in the town": no toll that rose from nine to 31."""
    ends = (end for end in (cluster.lowest, cluster.highest) if end and telling.counted)
    pairs = (sorted((telling, end), key=_top) for end in ends)
    return any(less.spot and _is_of_whole_town(more) for less, more in pairs)


def _is_of_whole_town(telling: Telling) -> bool:
    """Whether a count names no spot, and is of all parts of a town or of no attack."""
    wide = telling.all_over or is_of_no_attack(telling.toll)
    return wide and not (telling.spot or telling.risen)


def _same_victims(telling: Telling, cluster: Cluster) -> bool:
    said = telling.toll["victim_group"] in (cluster.groups or {"unknown"})
    return said and bool(telling.toll["victim_side"]) == bool(cluster.sides)


def _same_means(telling: Telling, cluster: Cluster) -> bool:
    means = telling.toll["means"]
    return not means or not cluster.means or any(is_one_means(means, m) for m in cluster.means)


def _same_side(telling: Telling, cluster: Cluster) -> bool:
    if not telling.blamed or not cluster.perpetrators:
        return True
    party = party_of(telling.blamed, telling.toll.get("country"))
    return any(is_one_party(party, known) for known in cluster.perpetrators)


def is_one_means(a: str, b: str) -> bool:
    """Whether two weapons are told for each other."""
    return a == b or any(a in f["names"] and b in f["names"] for f in load("events")["means"])


def is_like(telling: Telling, cluster: Cluster, *, rising: bool = False) -> bool:
    """Whether a count may be of the same people as the event's lowest and highest."""
    if not telling.counted or cluster.low is None or cluster.high is None:
        return telling.counted == (cluster.low is not None) or rising
    return all(like_counts(telling.figure[1], end, rising=rising) for end in _range(cluster))


def _carries_on(telling: Telling, cluster: Cluster, *, rising: bool) -> bool:
    """Whether a toll rose step by step: each figure is like the one before and told no earlier."""
    if not telling.counted or cluster.lowest is None or cluster.highest is None:
        return False
    if telling.figure[1] > cluster.highest.figure[1]:
        less, more = cluster.highest, telling
    else:
        less, more = telling, cluster.lowest
    if less.figure[1] > more.figure[1]:
        return True  # between two that are of one event
    return less.first <= more.first and like_counts(_top(less), _top(more), rising=rising)


def _top(telling: Telling) -> int:
    return telling.figure[1]


def _range(cluster: Cluster) -> tuple[int, int]:
    return cluster.low or 0, cluster.high or 0


def like_counts(a: int, b: int, *, rising: bool = False) -> bool:
    """Whether two counts may be of one incident; nobody and somebody never are."""
    rule = load("events")["counts"]
    times, gap = (
        (rule["rising"], rule["rising_gap"]) if rising else (rule["like"], rule["like_gap"])
    )
    small, large = sorted((a, b))
    if not small or not large:
        return small == large
    return bool(large <= times * small or large - small <= gap)


def _gap(telling: Telling, cluster: Cluster) -> int:
    """How far a count is from an event's; from one that only words tell, as far as can be."""
    if not telling.counted:
        return 0
    if cluster.low is None:
        return telling.figure[1]
    return min(abs(telling.figure[1] - end) for end in _range(cluster))
