"""What ``--strict`` refuses to publish: numbers that nobody stands behind, or that disagree.

Prose, charts and ledger come from the same rows, but a desk's own notebook may say anything: this
holds what was really put out against the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from briefing.errors import BriefingError
from briefing.ledger import Row
from briefing.render.charts import PLOTLY
from briefing.resolve.comparable import is_counted, top_of

_QUOTED = re.compile("“[^”]*”")  # a source's own words may hold any number
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*\b")
_COUNTS = ("low", "best", "high")
_DAYS = ("date_start", "date_end", "period_start", "period_end")
_EVENTS = (*_COUNTS, "events", "before")  # what the bottom line takes of event data


def check_sources(rows: Mapping[str, list[Row]]) -> None:
    """Raise BriefingError where a count has neither a claimant nor a publisher behind it."""
    named = {row["number"] for row in rows["sources"] if row["publisher"]}
    claims = [*rows["casualties"], *rows["territory"]]
    orphans = [c for c in claims if not c["source_original"] and c["source"] not in named]
    if orphans:
        first = orphans[0]
        raise BriefingError(
            f"Strict: {len(orphans)} of {len(claims)} claims have no source, the first "
            f"“{first['quote']}” in source {first['source']}, which names no publisher. "
            "Add `publisher:` to its front matter, or build without --strict."
        )


def check_agreement(notebooks: Iterable[Any], rows: Mapping[str, list[Row]]) -> None:
    """Raise BriefingError where a bar or the bottom line gives a number the ledger does not."""
    known = _known_numbers(rows)
    drawn = {row["toll_id"]: row for row in rows["tolls"]}
    drawn |= {row["event_id"]: row for row in rows["events"]}
    drawn |= {row["claim_id"]: row for row in rows["territory"]}
    for data in _outputs(notebooks):
        for claim, end in _bar_ends(data.get(PLOTLY, {})):
            row = drawn.get(claim)
            if row is not None and is_counted(row) and end != top_of(row):
                raise BriefingError(
                    f"Strict: a chart draws {end:g} for the claim {claim}, the ledger has "
                    f"{top_of(row)}. Correct the notebook, or build without --strict."
                )
        for number in _prose_numbers("".join(data.get("text/html", ""))):
            if number not in known:
                raise BriefingError(
                    f"Strict: the bottom line says {number}, which is in no row of the ledger. "
                    "Correct the notebook, or build without --strict."
                )


def _outputs(notebooks: Iterable[Any]) -> Iterator[Any]:
    for notebook in notebooks:
        for cell in notebook.cells:
            yield from (output.get("data", {}) for output in cell.get("outputs", ()))


def _bar_ends(figure: Any) -> Iterator[tuple[str, float]]:
    """The id and the end of every bar that says which toll or claim it shows."""
    for trace in figure.get("data", ()):
        if trace.get("type") == "bar" and trace.get("customdata"):
            bases = trace.get("base") or [0] * len(trace["x"])
            ends = (base + x for base, x in zip(bases, trace["x"], strict=True))
            yield from zip((ids[0] for ids in trace["customdata"]), ends, strict=True)


def _known_numbers(rows: Mapping[str, list[Row]]) -> set[int]:
    claims = [*rows["tolls"], *rows["events"], *rows["territory"], *rows["key_figures"]]
    counts = {row[name] for row in claims for name in _COUNTS if row[name] is not None}
    figures = rows.get("event_figures", [])
    counts |= {row[name] for row in figures for name in _EVENTS if row.get(name) is not None}
    days = {row[name] for row in [*claims, *figures] for name in _DAYS if row.get(name)}
    return counts | {part for day in days for part in (day.day, day.year)}


def _prose_numbers(html: str) -> list[int]:
    reader = _BottomLine()
    reader.feed(html)
    text = _QUOTED.sub("", "".join(reader.text))
    return [int(number.replace(",", "")) for number in _NUMBER.findall(text)]


class _BottomLine(HTMLParser):
    """Collects the text of the bottom line without its citation numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._inside = self._citing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or ("class", "bottom-line") in attrs
        self._citing = self._citing or tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"
        self._citing = self._citing and tag != "sup"

    def handle_data(self, data: str) -> None:
        if self._inside and not self._citing:
            self.text.append(data)
