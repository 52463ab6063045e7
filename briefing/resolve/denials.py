"""Who denies an attack and counts nobody: "Israel denied striking a school in Rafah on Friday".

Such a denial is a row of ``incidents`` and no toll. It disputes the events at its place and day
for which the side that denies is blamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from briefing.actors import fights_for
from briefing.ledger import Row
from briefing.lexicon import load
from briefing.resolve.cluster import Cluster
from briefing.resolve.telling import is_blurred
from briefing.resolve.tolls import DISPUTED
from briefing.resolve.whereabouts import place_key
from briefing.rows import short_name

Denials = dict[object, list[Row]]  # by place


def find_denials(attacks: Iterable[Row]) -> Denials:
    """The attacks that whoever speaks of them denies, by their place."""
    found: Denials = {}
    for row in attacks:
        spoken = row["source_original"] and not row["background"]
        if spoken and row["certainty"] in DISPUTED and (place := place_key(row)):
            found.setdefault(place, []).append(row)
    return found


def denied_by(cluster: Cluster, denials: Denials) -> list[str]:
    """Those who are blamed for an event and deny the attack at its place and on its day."""
    blamed = {fights_for(t.blamed).casefold() for t in cluster.tellings if t.blamed}
    if not blamed or not denials:
        return []
    places = {place_key(row) for row in cluster.places.values()}
    near = (row for place in places for row in denials.get(place, ()))
    names = [short_name(row["source_original"]) for row in near if _is_of_day(row, cluster)]
    return list(dict.fromkeys(n for n in names if fights_for(n).casefold() in blamed))


def _is_of_day(denial: Row, cluster: Cluster) -> bool:
    """Whether a denial may be of that day; one that states none came within some days of it."""
    if denial["date_start"] is None or cluster.start is None or cluster.end is None:
        return True
    late = timedelta(days=load("events")["denials"]["days"] if is_blurred(denial) else 0)
    return bool(denial["date_start"] - late <= cluster.end and cluster.start <= denial["date_end"])
