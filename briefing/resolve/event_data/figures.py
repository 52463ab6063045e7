"""The figures of the edition's period from one dataset, each beside those of the periods before.

Deaths are added up within one dataset alone, whose rows are different events by its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.events import Format
from briefing.ledger import Row
from briefing.resolve.event_data.tables import DEATHS, add_up, plain_rows

if TYPE_CHECKING:
    import pandas as pd

CIVILIANS, NOT_KNOWN = "Civilians", "Side not known"
MONTH = 31  # days
# The names of the windows that reach beyond the period, by their length.
SHORT, LONG = "up to a month", "longer than a month"
# What each figure is by, and where it can be made.
_PARTS = ("violence", "event_type", "area", "dyad")
_USED = (*DEATHS, "events", "period", "violence", "event_type", "dyad", "side_a", "side_b",
         "civilian_targeting")  # fmt: skip


def find_figures(form: Format, placed: pd.DataFrame, covered: int) -> list[Row]:
    """Return the rows of ``event_figures`` for events with their period.

    ``covered`` is how many periods before the edition's the dataset covers. Event types that
    overlap are never added: then there is no figure of all.
    """
    used = [name for name in _USED if name in placed]
    whole = placed[used].assign(area=placed.get("admin1", ""))
    figures = [] if form.overlapping else _by(whole.assign(all="all"), "all", covered)
    for part in _PARTS:
        if part in whole and (form.overlapping <= (part == "event_type")):
            figures += _by(whole[whole[part] != ""], part, covered)
    if "deaths_a" in whole:
        figures += _by(split_by_side(whole), "side", covered)
    if form.key == "acled" and whole["civilian_targeting"].any():
        aimed = whole[whole["civilian_targeting"]].assign(victims="civilian targeting")
        figures += _by(aimed, "victims", covered)
    return [{"dataset": form.name, **row} for row in figures]


def _by(table: pd.DataFrame, part: str, covered: int) -> list[Row]:
    """The figures of the current period by the column ``part``, the deadliest first.

    Where a dataset counts no dead of a part at all, as HAPI of demonstrations, there is no figure.
    """
    table = table[table["best"].notna()]
    if table.empty:
        return []
    sums = add_up(table, ["period", part])
    rows = plain_rows(sums[sums["period"] == 0].drop(columns="period"))
    earlier: Any = sums.pivot_table(index="period", columns=part, values="best", aggfunc="sum")
    earlier = earlier.reindex(range(-covered, 0)).fillna(0).astype(int)
    wanted = ("events", "low", "best", "high")
    found = [
        {"part": part, "name": row[part], **{name: row.get(name) for name in wanted}}
        | _before(earlier[row[part]], covered)
        for row in rows
    ]
    return sorted(found, key=lambda row: (-row["best"], -row["events"], row["name"]))


def _before(deaths: pd.Series[int], covered: int) -> Row:
    if not covered:
        return {"periods_before": 0}
    return {
        "before": int(deaths.iloc[-1]),
        "usual_low": int(deaths.min()),
        "usual_high": int(deaths.max()),
        "periods_before": covered,
    }


def split_by_side(table: pd.DataFrame) -> pd.DataFrame:
    """Return the dead by the side they were on: a row per event and side, no range."""
    import pandas as pd

    columns: tuple[tuple[str, Any], ...] = (
        ("deaths_a", table["side_a"]),
        ("deaths_b", table["side_b"]),
        ("deaths_civilians", CIVILIANS),
        ("deaths_unknown", NOT_KNOWN),
    )
    parts = [
        pd.DataFrame({"period": table["period"], "side": name, "best": table[column]})
        for column, name in columns
    ]
    sides = pd.concat(parts)
    return sides.loc[(sides["best"] > 0).fillna(False)]


def find_beyond(form: Format, beyond: pd.DataFrame, part: str) -> Iterator[Row]:
    """Yield figures of the events whose window reaches beyond a period, by its length."""
    days = (beyond["date_end"] - beyond["date_start"]).dt.days + 1
    for name, some in ((SHORT, beyond[days <= MONTH]), (LONG, beyond[days > MONTH])):
        if not some.empty:
            (row,) = plain_rows(add_up(some.assign(part=part, name=name), ["part", "name"]))
            wanted = ("part", "name", "events", "low", "best", "high")
            yield {"dataset": form.name, **{key: row.get(key) for key in wanted}}
