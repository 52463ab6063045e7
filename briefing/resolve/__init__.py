"""From single claims to a week: tolls, key figures and gaps. Reconciles; never sums."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.ledger import Row
from briefing.resolve.gaps import find_gaps
from briefing.resolve.key_figures import find_key_figures
from briefing.resolve.recode import recode_vague
from briefing.resolve.tolls import resolve_tolls


def resolve(
    rows: dict[str, list[Row]], vague: str = "unquantified", unread: Iterable[str] = ()
) -> dict[str, list[Row]]:
    """Return the rows with tolls, key figures and gaps added.

    ``vague`` is the desk's codebook for counts without a numeral; ``unread`` tells of each file
    that was left out.
    """
    casualties, tolls = resolve_tolls(recode_vague(rows["casualties"], vague))
    resolved = rows | {"casualties": casualties, "tolls": tolls}
    resolved["key_figures"] = find_key_figures(tolls, rows["territory"])
    resolved["gaps"] = find_gaps(resolved, unread)
    return resolved
