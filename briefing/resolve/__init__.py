"""From single claims to a week: tolls, key figures and gaps. Reconciles; never sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefing.ledger import Row
from briefing.resolve.claimants import name_claimants
from briefing.resolve.control import resolve_control
from briefing.resolve.events import resolve_events
from briefing.resolve.gaps import find_gaps
from briefing.resolve.history import mark_history
from briefing.resolve.key_figures import find_key_figures
from briefing.resolve.parties import name_parties
from briefing.resolve.recode import recode_vague
from briefing.resolve.spellings import Spellings, Written
from briefing.resolve.tolls import resolve_tolls
from briefing.resolve.verdicts import UNDECIDED, Verdicts

__all__ = ["Verdicts", "resolve"]


def resolve(
    rows: dict[str, list[Row]],
    *,
    vague: str = "unquantified",
    parties: Iterable[Mapping[str, Any]] = (),
    unread: Iterable[str] = (),
    since: date | None = None,
    verdicts: Verdicts = UNDECIDED,
) -> dict[str, list[Row]]:
    """Return the rows with parties and claimants named; tolls, events, control, key figures, gaps.

    ``vague`` is the desk's codebook for counts without a numeral, ``parties`` its list of parties
    with ``name`` and ``aliases``; ``unread`` tells of each file that was left out; ``since`` is the
    period's first day: what ended a week before it or earlier is background; ``verdicts`` are the
    analyst's: which claims are one event, and which stand alone.
    """
    parties = list(parties)
    claimants = name_claimants([*rows["casualties"], *rows["territory"]])
    named = {
        table: name_parties(claimants.rename(mark_history(rows[table], since)), parties)
        for table in ("casualties", "territory")
    }
    placed = [*named["casualties"], *rows["territory_places"]]
    spellings, written = Spellings(placed), Written(placed)
    casualties, tolls = resolve_tolls(
        recode_vague(spellings.rename(named["casualties"]), vague),
        rows["sources"],
        verdicts.alone,
    )
    resolved = rows | named | {"casualties": casualties, "tolls": tolls}
    attacks = name_parties(rows["incidents"], parties)
    events = resolve_events(
        tolls, casualties, rows["sources"], incidents=attacks, verdicts=verdicts
    )
    control = resolve_control(
        named["territory"], spellings.rename(rows["territory_places"]), rows["sources"]
    )
    resolved["events"] = written.unify(name_parties(verdicts.revise(events), parties))
    resolved["control"] = written.unify(verdicts.revise(control))
    resolved["key_figures"] = find_key_figures(
        resolved["events"], named["territory"], rows["sources"], since
    )
    resolved["gaps"] = find_gaps(resolved, unread)
    return resolved
