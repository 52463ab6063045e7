"""The periods that events are counted in: the edition's own and as many of its length before it.

The rule: an event counts in a period only where its whole window lies in it. What reaches beyond
is in no period's figure, as nobody knows how many of its dead belong there; it is told beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

BEFORE = 26  # periods before the edition's that are kept: half a year of weeks


@dataclass(frozen=True)
class Periods:
    """Periods of one length, numbered 0 for the edition's own, -1 for the one before it …"""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def first(self, number: int) -> date:
        """The first day of a period."""
        return self.start + timedelta(days=number * self.days)

    def last(self, number: int) -> date:
        """The last day of a period."""
        return self.end + timedelta(days=number * self.days)

    def place(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the events that lie in one of the periods, with its number in ``period``."""
        first, last = self._number(table["date_start"]), self._number(table["date_end"])
        inside = (first == last) & first.between(-BEFORE, 0)
        return table[inside].assign(
            period=first[inside],
            period_start=first[inside].map(self.first),
            period_end=first[inside].map(self.last),
        )

    def touching(self, table: pd.DataFrame, before: int = 0) -> pd.DataFrame:
        """Return the events whose window touches the edition's own period or some before it."""
        import pandas as pd

        begun = table["date_start"] <= pd.Timestamp(self.end)
        return table.loc[begun & (table["date_end"] >= pd.Timestamp(self.first(-before)))]

    def covered_before(self, first_day: date) -> int:
        """How many periods before the edition's a dataset covers that begins on ``first_day``."""
        whole = (self.start - first_day).days // self.days
        return min(max(whole, 0), BEFORE)

    def _number(self, days: pd.Series[Any]) -> pd.Series[int]:
        import pandas as pd

        return (days - pd.Timestamp(self.start)).dt.days // self.days


def place_in_months(table: pd.DataFrame, start: date) -> pd.DataFrame:
    """Return monthly totals with their month as the period: 0 is the last that began by ``start``.

    A week that reaches into the next month is told by the month it begins in.
    """
    import pandas as pd

    begun = table.loc[table["date_start"] <= pd.Timestamp(start)]
    rank = begun["date_start"].dt.year * 12 + begun["date_start"].dt.month
    number = rank - rank.max()
    kept: pd.DataFrame = begun.loc[number >= -BEFORE]
    return kept.assign(
        period=number[number >= -BEFORE],
        period_start=kept["date_start"].dt.date,
        period_end=kept["date_end"].dt.date,
    )
