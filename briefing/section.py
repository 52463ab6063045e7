"""What a section's notebook imports: open the edition's ledger, and choose from its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.ledger import Ledger
from briefing.quick_import import import_nbformat

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["open_section", "select", "show"]

# The columns that name an actor, in whichever table has them.
_ACTORS = (
    "victim_side", "perpetrator", "gainer", "loser", "subjects", "source_original", "claimants",
)  # fmt: skip
_PLACES = ("place", "admin1", "country")


def open_section(ledger: str) -> Ledger:
    """Read the ledger in the folder ``ledger`` and make Jupyter show it as the brief does.

    Figures are stored as Plotly's own data, which the exporters draw. The stylesheet is an output
    of its own, marked so that the exporters leave it out. Raises ``BriefingError`` where the folder
    holds no ledger.
    """
    import_nbformat()  # before Plotly does
    import plotly.io as pio

    from briefing.figures.template import register

    book = Ledger.read(ledger)
    register()
    pio.renderers.default = "plotly_mimetype"
    _show_style()
    return book


def show(*shown: Any) -> None:
    """Show figures and blocks one below the other; what is None takes no room."""
    from IPython.display import display

    for one in shown:
        if one is not None:
            display(one)  # type: ignore[no-untyped-call]


def select(  # noqa: PLR0913 - each is one thing to choose by
    table: pd.DataFrame,
    book: Ledger,
    *,
    actor: str = "",
    place: str = "",
    outcomes: str = "",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Return the rows of a ledger table that are about an actor, a place, outcomes and days.

    Names match in part and whatever their case; ``outcomes`` are separated by commas, days are
    written 2024-11-28. What is empty does not choose. A row without a date falls out as soon as a
    day is given: whether it belongs there is not known.
    """
    chosen = table
    if actor:
        chosen = chosen[_names(chosen, _ACTORS, actor)]
    if place:
        chosen = chosen[_names(chosen, _PLACES, place) | _named_in(chosen, book, place)]
    if outcomes:
        wanted = [outcome.strip() for outcome in outcomes.split(",")]
        chosen = chosen[chosen["outcome"].isin(wanted)]
    if since:
        chosen = chosen[chosen["date_end"] >= since]
    if until:
        chosen = chosen[chosen["date_start"] <= until]
    return chosen


def _names(table: pd.DataFrame, columns: tuple[str, ...], name: str) -> pd.Series[bool]:
    """Whether a row has the name in any of the columns."""
    import pandas as pd

    there = [column for column in columns if column in table]
    found = pd.Series(False, index=table.index)
    for column in there:
        text = table[column].fillna("").astype(str)
        found |= text.str.contains(name, case=False, regex=False)
    return found


def _named_in(table: pd.DataFrame, book: Ledger, place: str) -> pd.Series[bool]:
    """Whether a territorial claim names the place: its places stand in a table of their own."""
    import pandas as pd

    if "claim_id" not in table:
        return pd.Series(False, index=table.index)
    places = book.territory_places
    return table["claim_id"].isin(places[_names(places, _PLACES, place)]["claim_id"])


# JupyterLab sets every table of an output to the right and in stripes.
_AGAINST_LAB = """
.jp-RenderedHTMLCommon .data :is(th, td):not(.num) { text-align: left; }
.jp-RenderedHTMLCommon .data tbody tr:nth-child(odd) { background: none; }
"""


def _show_style() -> None:
    """Show the brief's stylesheet in Jupyter; nothing outside it."""
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        return
    from briefing.design import css_tokens
    from briefing.shipped import shipped

    sheet = shipped("templates", "brief", "static", "brief.css").read_text(encoding="utf-8")
    style = {"text/html": f"<style>{css_tokens()}{sheet}{_AGAINST_LAB}</style>"}
    display(style, raw=True, metadata={"briefing": "style"})  # type: ignore[no-untyped-call]
