"""The section on what changed, and the change in the strip of key figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.compare import Side, compare, describe_earlier
from briefing.ledger import Ledger, make_rows, write_ledger
from briefing.models import Extraction
from briefing.present import change_list, colophon, key_figures
from briefing.resolve import resolve
from tests.claims import exactly
from tests.compare.sides import LATER, NEXT, WEEK, on, told
from tests.compare.test_territory import LOST, TAKEN
from tests.ledgers import write

STRIKE: dict[str, Any] = {"by": "SOHR", "quantity": exactly(15), "when": on(28)}
HURT = STRIKE | {"outcome": "injured", "quantity": exactly(40)}


def written(
    folder: Path, before: list[Extraction], after: list[Extraction], period: dict[str, Any] = WEEK
) -> Ledger:
    """The ledger of an edition that was compared with an earlier one, of week 48."""
    old, new = (resolve(make_rows(articles, {})) for articles in (before, after))
    write_ledger(old, WEEK, folder / "before")
    earlier = Side.stored(folder / "before")
    made = compare(earlier, Side.fresh(period, new))
    record = period | {"compared_with": describe_earlier(earlier, made.notes)}
    write_ledger(new | {"changes": made.rows}, record, folder / "after")
    return Ledger.read(folder / "after")


def words(book: Ledger) -> str:
    """The section as plain words."""
    return repr(change_list(book.changes, book))


@pytest.mark.parametrize(
    ("edition", "told_as"),
    [
        ({"compared_with": None}, "This is the first edition"),
        ({"compared_with": None, "start": None}, "is of no period"),
        ({}, "was written before editions were compared"),
        ({"compared_with": {"name": "x", "notes": ["x is damaged."]}}, "x is damaged."),
    ],
)
def test_what_is_compared_with_none_says_so(
    tmp_path: Path, edition: dict[str, Any], told_as: str
) -> None:
    """One sentence in the colophon, and in the notebook, which a brief leaves out."""
    book = write(tmp_path, {}, **edition)
    assert told_as in repr(colophon(book))
    assert told_as in words(book)
    assert len(book.changes) == 0


def test_the_colophon_names_the_earlier_edition(tmp_path: Path) -> None:
    """With its days and the first digits of its hash."""
    book = written(tmp_path, [told(1, STRIKE)], [told(2, STRIKE)], NEXT)
    text = repr(colophon(book))
    assert "Compared with the edition 2024-W48 (25 Nov – 1 Dec 2024), whose tables" in text
    assert book.edition["compared_with"]["sha256"][:12] in text


def test_a_rebuilt_week_lists_everything(tmp_path: Path) -> None:
    """Withdrawn first, then revised and new, each with its reason and citation."""
    later = told(2, STRIKE | {"quantity": exactly(19)}, published=LATER, title="Toll rises")
    book = written(tmp_path, [told(1, STRIKE), told(3, HURT)], [told(1, STRIKE), later])
    text = words(book)
    assert "Compared with the earlier edition of the same period:" in text
    assert text.index("Withdrawn.") < text.index("Revised.") < text.index("New.")
    assert "was 15, now 19: a later count by SOHR" in text
    assert "<s>40 civilians injured" not in text
    html = change_list(book.changes, book).html
    assert '<a id="r-' in html
    assert "<s>40 civilians injured, Atarib, 28 Nov</s>" in html


def test_another_week_counts_what_is_new(tmp_path: Path) -> None:
    """The week's own events are counted, not told a second time; what came late is told."""
    late = STRIKE | {"when": on(20), "quantity": exactly(2)}
    this = told(2, STRIKE | {"when": on(4, 12)}, late, published=on(5, 12).start)
    text = words(written(tmp_path, [told(1, STRIKE)], [this], NEXT))
    assert "Compared with the edition 2024-W48 (25 Nov – 1 Dec 2024)." in text
    assert "Of this period, and told above: 1 casualty figure." in text
    assert "Not told of again, and standing as in the earlier edition: 1 casualty figure." in text
    assert "2 civilians killed, Atarib, 20 Nov: happened before" in text
    assert "What is not told of may have happened all the same." in text


def test_changes_of_hands_are_named(tmp_path: Path) -> None:
    """A place that two sides took one after the other stands with both and their days."""
    text = words(written(tmp_path, [told(1, TAKEN)], [told(1, TAKEN, LOST)]))
    assert "Changed hands. Saraqib, recaptured by the Syrian government" in text
    assert "on 28 Nov (claimed) then the Syrian government on 30 Nov (claimed)" in text


def test_the_strip_carries_the_change(tmp_path: Path) -> None:
    """Last week's number where it is comparable, with its direction; else why it is not."""
    more = STRIKE | {"when": on(4, 12), "quantity": exactly(19)}
    other = HURT | {"when": on(4, 12), "by": "OCHA"}
    this = [told(2, more, other, published=on(5, 12).start)]
    strip = repr(key_figures(written(tmp_path, [told(1, STRIKE, HURT)], this, NEXT)))
    assert "▲ last week 15" in strip
    assert "last week 40, not comparable: it was counted by SOHR, this by OCHA" in strip


def test_the_strip_of_a_rebuilt_week(tmp_path: Path) -> None:
    """The number before, or that it is the same."""
    later = told(2, STRIKE | {"quantity": exactly(19)}, published=LATER)
    book = written(tmp_path, [told(1, STRIKE, HURT)], [told(1, STRIKE, HURT), later])
    strip = repr(key_figures(book))
    assert "was 15" in strip
    assert "was the same" not in strip


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    """Titles, claimants and notes are escaped wherever a reason repeats them."""
    evil = "<script>alert(1)</script>"
    gone = [told(1, STRIKE | {"by": evil}, title=evil, publisher=evil)]
    book = written(tmp_path, gone, [told(2, STRIKE | {"by": evil, "when": on(27)}, title=evil)])
    html = change_list(book.changes, book).html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
