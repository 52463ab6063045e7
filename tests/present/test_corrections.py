"""What the analyst corrected is marked beside the figure and listed in the colophon, escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.corrections.marks import Marks
from briefing.figures import chart_casualties
from briefing.ledger import Ledger
from briefing.present import casualty_table, colophon, source_list, summary_points
from tests import ledgers
from tests.ledgers import casualty, counted, days, point, source

ONE, TWO = "000000000001-c1", "000000000002-c2"
HOSTILE = 'Corrected <script>alert(1)</script> "quoted"'


def decided(line: int, **more: Any) -> dict[str, Any]:
    """A row of ``corrections``: an applied edit of the first claim."""
    return {
        "line": line, "action": "edit", "target": ONE, "target_id": ONE, "status": "applied",
        "text": f"Corrected {line}.", "claim_ids": [more.get("target_id", ONE)],
    } | more  # fmt: skip


def week(
    folder: Path,
    *corrections: dict[str, Any],
    summary: Sequence[dict[str, Any]] = (),
    **first: Any,
) -> Ledger:
    """15 and 19 civilians killed in two places by two sources, with these corrections."""
    claims = [
        casualty(number, f"{value} civilians were killed.", f"{value} civilians",
                 **counted("exact", value, str(value)), **days(28), place=place,
                 source_original=f"Voice {number}", source=number)
        for number, value, place in ((1, 15, "Aleppo"), (2, 19, "Saraqib"))
    ]  # fmt: skip
    return ledgers.write(folder, {
        "sources": [source(1, "Wire", "A"), source(2, "Post", "B")],
        "casualties": [claims[0] | first, claims[1]], "corrections": list(corrections),
        "summary": list(summary),
    })  # fmt: skip


def test_a_mark_stands_beside_what_was_corrected(tmp_path: Path) -> None:
    """It leads to the list, says what was done when pointed at, and stands nowhere else."""
    book = week(tmp_path, decided(2))
    html = casualty_table(book.events, book).html
    mark = '<sup class="cite corrected" title="Corrected 2."><a href="#correction-1">†1</a></sup>'
    assert html.count(mark) == html.count("†") == 1
    assert f"15{mark}" in html.replace("\n", "")


def test_notes_are_escaped_wherever_they_stand(tmp_path: Path) -> None:
    """In the mark, in the colophon, and beside the quote."""
    edited: dict[str, Any] = {"decision": "edited", "correction": HOSTILE}
    book = week(tmp_path, decided(2, text=HOSTILE), **edited)
    for block in (casualty_table(book.events, book), colophon(book), source_list(book)):
        assert "<script>" not in block.html
        assert "&lt;script&gt;alert(1)" in block.html
    assert 'title="Corrected &lt;script&gt;' in casualty_table(book.events, book).html


def test_the_colophon_lists_what_was_changed(tmp_path: Path) -> None:
    """In a line each; what was accepted or could not be done is counted."""
    book = week(
        tmp_path, decided(2), decided(3, action="reject", text="Rejected 3."),
        decided(4, action="accept", text="Accepted 4."), decided(5, status="no_match"),
        decided(6, status="overruled"),
    )  # fmt: skip
    html = colophon(book).html
    assert "<strong>2 corrections by the analyst</strong> (†)" in html
    assert "; 1 claim accepted as read; 1 decision could not be carried out." in html
    assert '<li id="correction-1">Corrected 2.</li>' in html
    assert '<li id="correction-2">Rejected 3.</li>' in html
    assert "Accepted 4." not in html


def test_beyond_ten_the_ledger_has_them(tmp_path: Path) -> None:
    """The mark of one that is not listed leads nowhere and still says what was done."""
    book = week(tmp_path, *(decided(line, target_id=TWO) for line in range(10)), decided(10))
    html = colophon(book).html
    assert html.count("<li id=") == 10
    assert "<strong>11 corrections by the analyst</strong> (†); 1 of them in the claim" in html
    table = casualty_table(book.events, book).html
    assert '<sup class="cite corrected" title="Corrected 10.">†</sup>' in table


def test_without_corrections_nothing_is_said(tmp_path: Path) -> None:
    """Most weeks have none."""
    book = week(tmp_path)
    assert "analyst</strong>" not in colophon(book).html
    assert "†" not in casualty_table(book.events, book).html


def test_a_summary_point_is_marked_with_the_claim_it_tells(tmp_path: Path) -> None:
    """Its words are the source's, so the reader has to know that the figure was corrected."""
    told = point(9, "15 civilians were killed in Aleppo.", 5.0, claims=[ONE])
    book = week(tmp_path, decided(2), summary=[told])
    assert "†1" in summary_points(book.summary, book).html


def test_an_events_correction_marks_what_is_made_of_it(tmp_path: Path) -> None:
    """The event and the figures that range over it, not what one of its claimants says."""
    marks = Marks(week(tmp_path, decided(2, target_id="e1", claim_ids=[ONE, TWO, "x"])))
    assert [mark.number for mark in marks.of([ONE, TWO])] == [1]
    assert marks.of([ONE]) == ()


def test_a_chart_marks_the_corrected_bar(tmp_path: Path) -> None:
    """With the number under which the colophon has it; the other bar has no mark."""
    book = week(tmp_path, decided(2))
    figure = chart_casualties(book.events, book)
    assert figure is not None
    drawn = figure.to_json()
    assert drawn.count("\\u2020") == drawn.count("\\u20201") == 2  # its label and its hover text
