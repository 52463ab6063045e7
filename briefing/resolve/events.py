"""Tolls → events: one row per incident, outcome and victim group, whatever number of articles."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.ledger import Row
from briefing.resolve.apart import tell_apart
from briefing.resolve.cluster import Cluster
from briefing.resolve.denials import denied_by, find_denials
from briefing.resolve.event_rows import identify, make_event
from briefing.resolve.incidents import Incidents
from briefing.resolve.telling import Telling, tell_all
from briefing.resolve.totals import draw_in, gather_totals
from briefing.resolve.verdicts import UNDECIDED, Verdicts


def resolve_events(
    tolls: list[Row],
    casualties: list[Row],
    sources: list[Row],
    *,
    incidents: Iterable[Row] = (),
    verdicts: Verdicts = UNDECIDED,
) -> list[Row]:
    """Return the rows of ``events``, in the order of the week.

    ``incidents`` are attacks of which a party may have said that they were its own, or were not.

    Every toll is in one event: as a figure that stands, or as one that its voice replaced.
    """
    attacks = list(incidents)
    told, denials = tell_all(tolls, casualties, sources, attacks), find_denials(attacks)
    tellings, single = verdicts.part(told)
    gathered = Incidents()
    gathered.gather(t for t in tellings if t.scope == "incident")
    rest = _retold(tellings, gathered)
    totals = gather_totals(draw_in((t for t in rest if t.scope != "part"), gathered))
    parts = gather_totals(t for t in rest if t.scope == "part")
    clusters = verdicts.join([*gathered.clusters, *totals, *parts, *single])
    clusters.sort(key=_order)
    events = identify([make_event(each, denied_by(each, denials)) for each in clusters])
    return tell_apart(events, verdicts.alone)


def _retold(tellings: Iterable[Telling], incidents: Incidents) -> list[Telling]:
    """Totals and parts, without those that tell an incident again.

    "19 of them on Thursday" does, and so do "many dead" where an incident at the place is counted,
    and "six priests were killed in the country" where six were in one of its towns.
    """
    rest = []
    for telling in tellings:
        if telling.scope == "incident":
            continue
        cluster = incidents.best(telling)
        if cluster is not None and _retells(telling, cluster):
            incidents.put(telling, cluster)
        else:
            rest.append(telling)
    return rest


def _retells(telling: Telling, cluster: Cluster) -> bool:
    if not telling.counted:
        so_far = telling.scope == "running_total" and telling.days is None
        return not so_far and cluster.low is not None and bool(telling.toll.get("place"))
    if telling.days is None or telling.days[0] != telling.days[1]:
        return False
    if telling.scope == "period_total":
        return bool(telling.singled_out & cluster.singled_out)
    return telling.scope == "part" and (telling.voice, telling.figure) in cluster.said


def _order(cluster: Cluster) -> tuple[object, ...]:
    return min(telling.order for telling in cluster.tellings)
