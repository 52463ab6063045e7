"""Totals and parts: which of them continue or repeat each other. What they hold is never added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from briefing.lexicon import load
from briefing.resolve.cluster import Cluster, like_counts
from briefing.resolve.comparable import unit_of
from briefing.resolve.incidents import Incidents, days_of
from briefing.resolve.telling import Telling
from briefing.resolve.whereabouts import place_key, relate

Key = tuple[object, ...]
_PEOPLE = {"mixed": "people", "unknown": "people"}


def gather_totals(tellings: Iterable[Telling]) -> list[Cluster]:
    """Gather totals of the same victims, area and days; a growing total is one event.

    They are taken by their first day, so that each is compared with its neighbours only.
    """
    blocks: dict[Key, list[Telling]] = {}
    for telling in tellings:
        blocks.setdefault(_block(telling), []).append(telling)
    return [cluster for key in blocks for cluster in _gather(blocks[key])]


def _block(telling: Telling) -> Key:
    toll = telling.toll
    group = _PEOPLE.get(toll["victim_group"], toll["victim_group"])
    part = (toll["victim"] or "").casefold() if telling.scope == "part" else None
    words = part if not toll["victim_side"] else None
    return (
        toll["outcome"], telling.scope == "part", group, toll["victim_side"], words,
        place_key(toll), toll["quantity_kind"] == "none", unit_of(toll),
    )  # fmt: skip


def _gather(block: list[Telling]) -> list[Cluster]:
    """The totals of one block; found again by their first day and by who gives them."""
    clusters: list[Cluster] = []
    by_start: dict[date | None, list[Cluster]] = {}
    by_voice: dict[str, Cluster] = {}
    for telling in sorted(block, key=_start):
        cluster = _continued(telling, by_voice) or _alike(telling, by_start)
        if cluster is None:
            cluster = Cluster()
            clusters.append(cluster)
            by_start.setdefault(_start(telling)[0], []).append(cluster)
        cluster.add(telling)
        by_voice[telling.voice] = cluster
    return clusters


def _start(telling: Telling) -> tuple[date, date, tuple[date, str, int]]:
    days = telling.days or (date.max, date.max)
    return *days, telling.order


def _continued(telling: Telling, by_voice: dict[str, Cluster]) -> Cluster | None:
    """The total that a voice carries on: since the same day, or told with its last day only."""
    cluster = by_voice.get(telling.voice)
    if cluster is None or telling.days is None or cluster.start is None or cluster.end is None:
        return None
    if _stands_beside(telling, cluster):
        return None
    first, last = telling.days
    as_of = telling.toll["running_total"] and first == last
    slack = timedelta(days=1)
    near = cluster.start <= first <= cluster.end + slack
    return cluster if first == cluster.start or (as_of and near) else None


def _stands_beside(telling: Telling, cluster: Cluster) -> bool:
    """ "16 soldiers and 14 rebels have been killed": two counts of one sentence are of others.

    Not those of two voices: "witnesses put the dead at 200, while an activist counted 70".
    """
    return any(
        not telling.sentences.isdisjoint(told.sentences)
        and told.figure != telling.figure
        and told.voice == telling.voice
        for told in cluster.tellings
    )


def _alike(telling: Telling, by_start: dict[date | None, list[Cluster]]) -> Cluster | None:
    """The total of another voice whose days are mostly the same, with a count that may be so."""
    if telling.days is None or not telling.counted:
        return None
    slack = timedelta(days=load("events")["days"]["blurred"])
    first, last = telling.days
    for day in days_of((first - slack, first + slack)):
        for cluster in by_start.get(day, ()):
            beside = _stands_beside(telling, cluster)
            if not beside and _shares_days(first, last, cluster) and _is_close(telling, cluster):
                return cluster
    return None


def _shares_days(first: date, last: date, cluster: Cluster) -> bool:
    if cluster.start is None or cluster.end is None:
        return False
    shared = (min(last, cluster.end) - max(first, cluster.start)).days + 1
    longer = max((last - first).days, (cluster.end - cluster.start).days) + 1
    return bool(shared >= load("events")["days"]["shared"] * longer)


def _is_close(telling: Telling, cluster: Cluster) -> bool:
    """Whether counts may be of the same; a few dead of a month, with no place, only if equal."""
    place = bool(telling.toll.get("place"))
    if not place and telling.figure[1] < load("events")["counts"]["telling"]:
        return telling.figure[1] == cluster.high
    ends = (cluster.low, cluster.high)
    return all(end and like_counts(telling.figure[1], end, rising=place) for end in ends)


def draw_in(totals: Iterable[Telling], incidents: Incidents) -> list[Telling]:
    """Let small totals speak to the incident they must hold; return the totals that stay.

    A count of more days and a larger area that is no higher than an incident's is the lowest count
    of that incident, too: who gives it has found no more. A higher one says nothing of it.
    """
    kept = []
    for telling in totals:
        held = _held_by(telling, incidents)
        if held is None:
            kept.append(telling)
        else:
            incidents.put(telling, held)
    return kept


def _held_by(total: Telling, incidents: Incidents) -> Cluster | None:
    """The one incident that a total holds and counts no higher; None where there are several."""
    if not total.counted or total.scope != "period_total":
        return None
    held = [one for one in incidents.near_size(total) if _is_held(one, total)]
    return held[0] if len(held) == 1 else None


def _is_held(incident: Cluster, total: Telling) -> bool:
    """Whether a total that counts no more covers the days, the place and the victims."""
    if total.days is None or incident.start is None or incident.end is None:
        return False
    first, last = total.days
    places = {relate(total.toll, place) for place in incident.places.values()} or {"unsaid"}
    return (
        total.voice not in incident.voices
        and total.toll["victim_group"] in incident.groups
        and (total.toll["victim_side"] or "") in (incident.sides or {""})
        and total.figure[1] <= (incident.high or 0)
        and like_counts(total.figure[1], incident.high or 0)
        and first <= incident.start
        and incident.end <= last
        and bool(places & {"holds", "same", "unsaid"})
    )
