"""Made-up weeks from other conflicts: what their articles tell together is known beforehand."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.articles import read_article
from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.models import Extraction
from briefing.places import Region
from briefing.resolve import resolve

WEEKS = sorted(path for path in (Path(__file__).parent / "weeks").iterdir() if path.is_dir())
EXACT = ("outcome", "low", "high", "independent", "grade", "turn", "turns", "gainer", "certainty")


@cache
def expected(week: Path) -> dict[str, Any]:
    """What was written down before the week was read."""
    return tomllib.loads((week / "expected.toml").read_text(encoding="utf-8"))


@cache
def read(week: Path) -> tuple[Extraction, ...]:
    """What the articles of a week say."""
    region = Region(tuple(expected(week)["countries"]))
    return tuple(
        extract(read_article(path, root=week), region=region) for path in sorted(week.glob("*.md"))
    )


def fits(row: Row, wanted: dict[str, Any]) -> bool:
    """Whether a row has all that is expected of it."""
    exact = all(row[name] == wanted[name] for name in EXACT if name in wanted)
    place = wanted.get("place", "") in str(row["place_as_written"])
    was = wanted.get("superseded", "") in "; ".join(row.get("superseded", ()))
    apart = "apart" not in wanted or wanted["apart"] in row["apart_reason"]
    told = "sources" not in wanted or len(row["sources"]) == wanted["sources"]
    return exact and place and was and apart and told


def shown(rows: list[Row], wanted: dict[str, Any]) -> str:
    """The rows in question, for the message of a test that fails."""
    names = [*wanted, "place", "claimants", "date_start", "date_end", "scope", "grade_reason"]
    return "\n".join(str({name: row.get(name) for name in dict.fromkeys(names)}) for row in rows)


@pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.name)
@pytest.mark.parametrize("table", ["event", "control"])
def test_what_the_articles_tell_together(week: Path, table: str) -> None:
    """Each expected event or change of hands is there, once."""
    rows = resolve(make_rows(read(week), {}))["events" if table == "event" else "control"]
    for wanted in expected(week).get(table, ()):
        found = [row for row in rows if fits(row, wanted)]
        assert len(found) == 1, f"{wanted}\n{shown(rows, wanted)}"


@pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.name)
def test_nothing_is_added_up(week: Path) -> None:
    """No sum of the figures is anywhere in events or key figures."""
    rows = resolve(make_rows(read(week), {}))
    figures = {
        r[end] for t in ("events", "key_figures") for r in rows[t] for end in ("low", "high")
    }
    assert figures.isdisjoint(expected(week)["never"]["figures"])


@pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.name)
def test_the_order_of_articles_makes_no_difference(week: Path) -> None:
    """Shuffled articles give the same events and changes of hands."""

    def told(extractions: list[Extraction]) -> list[list[Row]]:
        rows = resolve(make_rows(extractions, {}))
        names = "events", "control"
        return [[{k: v for k, v in r.items() if k != "sources"} for r in rows[n]] for n in names]

    articles = list(read(week))
    assert told(random.Random(7).sample(articles, len(articles))) == told(articles)
