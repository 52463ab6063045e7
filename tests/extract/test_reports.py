"""Whole reports in the manners of many outlets, each with the claims it must and must not give.

The reports in ``reports/`` were written for these tests; what they tell is partly invented. Beside
each stands what a careful reader takes from it: every entry needs a claim with all of its values,
``never`` lists what no claim may say, and ``only`` asks for one claim and no second. ``fails``
marks what extraction still gets wrong: take the mark away when it does not any more.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.articles import read_article
from briefing.extract import extract
from briefing.models import Claim, Extraction

REPORTS = Path(__file__).parent / "reports"
KINDS = ("casualties", "territory", "implications")
PATHS = {
    **{key: f"quantity.{key}" for key in ("low", "best", "high")},
    **{key: f"when.{key}" for key in ("start", "end")},
    "counted": "quantity.kind",
    "count": "quantity.best",
    "place": "place.as_written",
    "source": "attribution.source_original",
    "subject": "subjects",
}
EXACT = ("outcome", "action", "kind", "theme", "certainty")
Entry = dict[str, Any]


def load_expected(name: str) -> dict[str, Any]:
    return tomllib.loads((REPORTS / f"{name}.toml").read_text(encoding="utf-8"))


def entries(*, never: bool) -> list[Any]:
    """One parameter per entry, named by its report and its values."""
    found = []
    for path in sorted(REPORTS.glob("*.toml")):
        expected = load_expected(path.stem)
        listed = expected.get("never", {}) if never else expected
        for kind in KINDS:
            for entry in listed.get(kind, []):
                found.append(parameter(path.stem, kind, dict(entry)))
    return found


def parameter(name: str, kind: str, entry: Entry) -> Any:
    marks = [pytest.mark.xfail(reason="not read yet")] if entry.pop("fails", False) else []
    label = " ".join(str(value) for value in entry.values())
    return pytest.param(name, kind, entry, id=f"{name}-{kind}-{label}", marks=marks)


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """Each report's claims, by its name."""
    paths = sorted(REPORTS.glob("*.md"))
    return {path.stem: extract(read_article(path, root=REPORTS)) for path in paths}


def said(claim: Claim, key: str) -> Any:
    """What a claim says of what an entry calls ``key``; None where it says nothing."""
    found: Any = claim
    for name in PATHS.get(key, key).split("."):
        found = getattr(found, name, None)
    return found


def told(claim: Claim, key: str, value: Any) -> bool:
    """Whether a claim says ``value``; of words it is enough that they hold it."""
    found = said(claim, key)
    if key == "places":
        return all(any(name in place.as_written for place in found or ()) for name in value)
    if key == "subject":
        return value in (found or ())
    if isinstance(value, str) and key not in EXACT:
        return value.lower() in str(found).lower()
    return bool(found == value)


def matching(extraction: Extraction, kind: str, entry: Entry) -> list[Claim]:
    """The claims of a kind that say all that the entry says."""
    asked = {key: value for key, value in entry.items() if key != "only"}
    claims = getattr(extraction, kind)
    return [c for c in claims if all(told(c, key, value) for key, value in asked.items())]


@pytest.mark.parametrize(("name", "kind", "entry"), entries(never=False))
def test_report_tells(
    extractions: dict[str, Extraction], name: str, kind: str, entry: Entry
) -> None:
    """What a careful reader takes from a report is among its claims."""
    found = matching(extractions[name], kind, entry)
    assert len(found) == 1 if entry.get("only") else found


@pytest.mark.parametrize(("name", "kind", "entry"), entries(never=True))
def test_report_does_not_tell(
    extractions: dict[str, Extraction], name: str, kind: str, entry: Entry
) -> None:
    """What a report does not say is not claimed."""
    assert matching(extractions[name], kind, entry) == []
