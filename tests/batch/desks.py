"""Desks with a report in each of a few weeks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from briefing.settings.edition import first_day

WEEKS = ("2024-W51", "2024-W52", "2025-W01")  # one year ends among them

_REPORT = """---
title: Shelling of {town}
publisher: Example Daily
published: {day}
---
At least {toll} civilians were killed when shells hit a market in {town} on Tuesday, the civil
defence said.
"""


def make_desk(folder: Path) -> Path:
    """A desk of one section, with a report in each of ``WEEKS``."""
    (folder / "articles").mkdir(parents=True)
    settings = '[region]\ncountries = ["SY"]\n[brief]\nsections = ["sources"]\nto = ["html"]\n'
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    for week, town, toll in zip(WEEKS, ("Idlib", "Hama", "Homs"), (4, 7, 9), strict=True):
        report = _REPORT.format(day=first_day(week) + timedelta(days=2), town=town, toll=toll)
        (folder / "articles" / f"{week}.md").write_text(report, encoding="utf-8")
    return folder
