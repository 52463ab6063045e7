"""What a build tells at its end: a few lines, and the claims that have no date."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import wording
from briefing.ledger import Row

_SHOWN = 60  # characters of a quote: enough to find it again


def summarize(rows: Mapping[str, list[Row]]) -> tuple[str, ...]:
    """Return what was found, the key figures and what is open, in a line each."""
    articles = _summarize_articles(rows) if rows["sources"] or not rows.get("event_sets") else []
    return (
        *articles,
        *(_summarize_events(row, rows["event_figures"]) for row in rows.get("event_sets", [])),
        f"{_of(rows, 'gaps', 'gap')} to look at before signing.",
    )


def _summarize_articles(rows: Mapping[str, list[Row]]) -> list[str]:
    figures = [_figure(row) for row in rows["key_figures"]]
    return [
        f"{_of(rows, 'sources', 'source')}: {_of(rows, 'casualties', 'casualty claim')}, "
        f"{_of(rows, 'territory', 'territorial claim')}, "
        f"{_of(rows, 'implications', 'implication')}.",
        f"{'; '.join(figures)}." if figures else "No figure was found.",
    ]


def _figure(row: Row) -> str:
    """``12–19 civilians killed``; mere words are the source's: ``combatants killed: “dozens”``."""
    if row["quantity_kind"] == "vague":
        return f"{row['label']}: “{row['display'].lower()}”"
    return f"{row['display']} {row['label']}"


def _summarize_events(dataset: Row, figures: list[Row]) -> str:
    """``UCDP GED: 85 events of the period, 421 killed; 2 rows left out.``"""
    own = [figure for figure in figures if figure["dataset"] == dataset["dataset"]]
    told = [
        f"{wording.counted(f['events'], 'event')} of the period, {wording.number(f['best'])} killed"
        for f in own
        if f["part"] == "all"
    ]
    if dataset["monthly"]:
        types = [f for f in own if f["part"] == "event_type"]
        told = [f"{wording.number(f['best'])} killed in {f['name'].lower()}" for f in types]
    if dataset["rows_left_out"]:
        told.append(
            f"{wording.number(dataset['rows_left_out'])} rows left out, see event_problems.csv"
        )
    return f"{dataset['dataset']}: {'; '.join(told) or 'no event of the period'}."


def tell_undated(rows: Mapping[str, list[Row]]) -> tuple[str, ...]:
    """Return one line per casualty or territorial claim that no day could be given."""
    claims = [*rows["casualties"], *rows["territory"]]
    return tuple(_undated(row) for row in claims if not row["date_start"])


def _undated(row: Row) -> str:
    quote = wording.cut(row["quote"], _SHOWN)
    why = f"“{row['date_as_written']}”" if row["date_as_written"] else "the text gives no date"
    return f"“{quote}” (source {row['source']}): {why}"


def _of(rows: Mapping[str, list[Row]], table: str, name: str) -> str:
    return wording.counted(len(rows[table]), name)
