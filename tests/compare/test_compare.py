"""The comparison as a whole: nothing lost, no order, old ledgers, hostile texts, large editions."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.compare import Side, compare, content_hash
from briefing.compare.item import Item
from briefing.compare.match import match
from briefing.compare.reasons import field_reason
from briefing.errors import BriefingError
from briefing.ledger import write_ledger
from briefing.lexicon import load
from tests.claims import exactly
from tests.compare.sides import NEXT, on, only, rows_of, side, told
from tests.ledgers import sample_week

DAYS = [told(n, {"by": f"Monitor {n}", "quantity": exactly(n), "when": on(n)}) for n in range(2, 9)]


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """A week's ledger on disk."""
    return sample_week(tmp_path).folder


def without(ledger: Path, *tables: str) -> Side:
    """The edition as a version wrote it that did not know these tables."""
    for name in tables:
        (ledger / f"{name}.parquet").unlink()
    return Side.stored(ledger)


def test_an_edition_does_not_differ_from_itself(week: Path) -> None:
    """Every row is unchanged, and there is nothing to note."""
    made = compare(Side.stored(week), Side.stored(week))
    assert {row["status"] for row in made.rows} == {"unchanged"}
    assert made.notes == ()


def test_the_order_of_rows_does_not_matter() -> None:
    """The same editions with their rows shuffled give the same changes in the same order."""
    before, after = side(*DAYS[:5]), side(*DAYS[2:])
    expected = compare(before, after).rows
    shuffle = random.Random(7).shuffle
    for one in (before, after):
        for rows in one.tables.values():
            shuffle(rows)
    assert compare(before, after).rows == expected


def test_everything_stands_in_one_row() -> None:
    """Each event of either edition is told once, whatever became of it."""
    before, after = side(*DAYS[:5]), side(*DAYS[2:])
    rows = rows_of(before, after)
    for name, one in (("event_id_before", before), ("event_id", after)):
        told_of = sorted(row[name] for row in rows if row[name])
        assert told_of == sorted(row["event_id"] for row in one.rows("events"))


def test_an_old_ledger_is_compared_as_far_as_it_goes(week: Path) -> None:
    """Without events single counts are compared; a sentence says so."""
    made = compare(without(week, "events"), side(told(1)))
    assert any("did not yet reconcile events" in note for note in made.notes)
    assert {row["kind"] for row in made.rows} >= {"casualties", "key_figure", "source"}


def test_a_ledger_without_key_figures_says_so(week: Path) -> None:
    """What is missing is named once and nothing fails."""
    made = compare(without(week, "key_figures", "sources"), side(told(1)))
    assert [note for note in made.notes if "key figures could not be compared" in note]
    assert [note for note in made.notes if "“sources”" in note]


def test_another_codebook_for_vague_numbers_is_noted() -> None:
    """Counts that differ by the codebook alone are no news."""
    made = compare(side(told(1), vague="ucdp"), side(told(1), vague="unquantified"))
    assert "codebook “ucdp”" in made.notes[0]


@pytest.mark.parametrize("text", ["{", '{"start": "soon"}', "[]"])
def test_a_damaged_record_is_one_sentence(tmp_path: Path, text: str) -> None:
    """A broken edition.json names the file and what to do."""
    (tmp_path / "edition.json").write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError, match=r"edition\.json is damaged .*build that edition again"):
        Side.stored(tmp_path)


def test_braces_and_tags_in_a_source_stay_text() -> None:
    """What an article is called is never a template nor markup of a reason."""
    hostile = "{edition} <script>{0.__class__}</script>"
    after = side(told(1), told(2, {"when": on(20), "by": hostile}, title=hostile))
    row = only(rows_of(side(told(1)), after, "source"), status="new")
    assert hostile in row["what"]
    assert any(hostile in (row["reason"] or "") for row in rows_of(side(told(1)), after))


def test_places_are_counted_by_events_and_not_by_tolls() -> None:
    """Two voices on one strike are one event; the week after, two strikes are two."""
    strike = {"by": "SOHR", "quantity": exactly(3)}
    before = side(
        told(1, strike | {"when": on(28)}), told(2, strike | {"by": "OCHA", "when": on(28)})
    )
    after = side(told(3, strike | {"when": on(3, 12)}, strike | {"when": on(6, 12)}), **NEXT)
    row = only(rows_of(before, after, "place"))
    assert (row["what"], row["status"], row["trend"]) == ("Atarib", "revised", "higher")
    assert row["before"] == "1 event: 3 civilians killed"
    assert row["after"].startswith("2 events")


def test_changed_grade_and_text_of_a_source() -> None:
    """A source is the same by its address; its grade and its text are compared."""
    before = side(told(1, url="https://example.org/1"))
    after = side(told(2, url="https://example.org/1"), grades={"Sample Wire": "B"})
    row = only(rows_of(before, after, "source"))
    assert (row["status"], row["reason"]) == ("revised", "its text changed; grade F → B")


@pytest.mark.parametrize("field", load("changes")["fields"], ids=lambda field: field["column"])
def test_examples_of_the_lexicon(field: dict[str, Any]) -> None:
    """Each rule says what its example expects."""
    example = field["example"]
    told_as = field_reason(field, example.get("before"), example.get("after"))
    assert told_as == example["reason"]


def test_content_hash_follows_the_tables() -> None:
    """The same claims give the same hash, another count another; what was compared changes none."""
    first = content_hash(side(told(1)))
    assert content_hash(side(told(1), name="again", compared_with={"name": "2024-W47"})) == first
    assert content_hash(side(told(1, {"quantity": exactly(16)}))) != first


def item(number: int, block: str) -> Item:
    """One of many events that differ in nothing but their block and number."""
    return Item(
        id=f"{block}{number}", what="", shown=str(number), block=(block,), start=None, end=None,
        sure=True, claims=(), links=(), sources=(), place="", voices={}, told={}, row={},
    )  # fmt: skip


def test_work_does_not_grow_with_the_square() -> None:
    """Of a thousand alike events in one place each is held against a bounded number of others."""
    asked: Counter[str] = Counter()

    def alike(old: Item, new: Item) -> tuple[int, ...]:
        asked[new.id] += 1
        return (-abs(int(old.shown) - int(new.shown)),)

    old = [item(n, "a") for n in range(1000)]
    new = [Item(**{**vars(one), "id": f"other {one.id}"}) for one in old]
    pairs = match(old, new, alike)
    most = 2 * load("changes")["matching"]["neighbours"]
    assert max(asked.values()) <= most
    assert len(pairs) >= 1000


def test_rows_have_the_codebooks_columns(tmp_path: Path) -> None:
    """What a comparison makes can be written and read back."""
    rows = compare(side(*DAYS[:5]), side(*DAYS[2:])).rows
    write_ledger({"changes": rows}, {}, tmp_path)
    header = (tmp_path / "changes.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {name for row in rows for name in row} <= {*header}
