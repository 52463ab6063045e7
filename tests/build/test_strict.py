"""What --strict refuses: claims without a source, and numbers that disagree with the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from briefing.build.strict import check_agreement, check_sources
from briefing.errors import BriefingError
from briefing.ledger import Row, make_rows
from briefing.resolve import resolve
from tests.claims import article, casualty, exactly, extraction

TOLL = "000000000001-c0"


@pytest.fixture
def rows() -> dict[str, list[Row]]:
    """A ledger with one toll of 19 in Atarib on 28 November."""
    first = article()
    made = [extraction(first, casualties=(casualty(first, quantity=exactly(19)),))]
    return resolve(make_rows(made, {}))


def put_out(data: dict[str, Any]) -> Any:
    """A notebook with one output."""
    output = new_output("display_data", data)
    return new_notebook(cells=[new_code_cell("", outputs=[output])])


def bar(end: float, claim: str = TOLL) -> Any:
    """A notebook that draws one bar."""
    trace = {"type": "bar", "base": [0], "x": [end], "customdata": [[claim]]}
    return put_out({"application/vnd.plotly.v1+json": {"data": [trace]}})


def prose(text: str) -> Any:
    """A notebook that prints a bottom line."""
    return put_out({"text/html": f'<p class="bottom-line">{text}</p><p>99 red herrings</p>'})


@pytest.mark.parametrize(
    "notebook",
    [
        bar(19),  # the toll as it is
        bar(500, "of-another-kind"),  # a bar that shows no claim
        prose("19 civilians were killed on 28 Nov 2024."),  # counts and days of the ledger
        prose('19 were killed.<sup class="cite">7</sup>'),  # a citation is no count
        prose("Analysts say: “it may take 30 years”."),  # a source's own words
        prose("Fighters cut the M5 highway."),  # a name
    ],
)
def test_what_agrees_passes(notebook: Any, rows: dict[str, list[Row]]) -> None:
    """Numbers that are the ledger's, and numbers that are no counts, are let through."""
    check_agreement([notebook], rows)


@pytest.mark.parametrize(
    ("notebook", "says"),
    [
        (bar(91), "draws 91 .* has 19"),  # a chart with another number
        (bar(91, "event"), "draws 91 .* has 19"),  # the same of an event
        (prose("91 civilians were killed."), "says 91"),  # a sentence with another number
    ],
)
def test_what_disagrees_is_refused(notebook: Any, says: str, rows: dict[str, list[Row]]) -> None:
    """One sentence says what disagrees with what."""
    rows["events"][0]["event_id"] = "event"
    with pytest.raises(BriefingError, match=says):
        check_agreement([notebook], rows)


def test_a_claim_needs_a_claimant_or_a_publisher() -> None:
    """Either is enough; neither is refused."""
    for publisher, by in (("Sample Wire", None), (None, "SOHR")):
        first = article(publisher=publisher)
        check_sources(
            resolve(make_rows([extraction(first, casualties=(casualty(first, by=by),))], {}))
        )
    bare = article(publisher=None)
    rows = resolve(make_rows([extraction(bare, casualties=(casualty(bare, by=None),))], {}))
    with pytest.raises(BriefingError, match="names no publisher"):
        check_sources(rows)
