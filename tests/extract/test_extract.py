"""The extraction as a whole: offsets, ids, notes, and the article the project began with."""

from __future__ import annotations

import gc
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import extract
from briefing.models import Article, Claim, Extraction

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed-article.txt"
PIECES = tuple(
    "killed 15 civilians in Goma and several more “ ” ( ) , . of was said é 🙂 al-".split()
)
PIECES += ("including", "the", "captured", "town", "who", "to", "\n\n")


def read(text: str, published: date | None = None) -> Extraction:
    """The extraction of a text."""
    return extract(Article("abc", "abc.txt", text, "00", published=published))


def claims(extraction: Extraction) -> tuple[Claim, ...]:
    """All claims of an extraction."""
    e = extraction
    return (*e.casualties, *e.territory, *e.implications, *e.summary)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_offsets_hold(text: str) -> None:
    """Every claim's quote is the text between its offsets, whatever the text is."""
    for claim in claims(read(text)):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # words that stand in the lexicon's tables beside the rules
        ("In bad years, for example 2019, raiders killed ten farmers in Goma.", [10]),
        # the number of a footnote behind a figure, and alone
        ("Ten people were killed in the last 15\u00b2 days.", [10]),
        ("\u00b2 in five miners died.", []),
        # a title that looks like a dateline up to the middle of "10 - 16"
        ("March*  10 - 16 period: 2025\n\nGunmen killed two men on 12 March.", [2]),
        ("\u2026\n\n\u2014", []),
        (":\n(a) \n2)", []),
    ],
)
def test_odd_marks(text: str, killed: list[int]) -> None:
    """Marks, notes and words out of place leave the counts around them as they are."""
    found = [c.quantity.best for c in read(text).casualties if c.outcome == "killed"]
    assert found == killed


def test_ids_are_unique() -> None:
    """Two claims that start at one word have two ids."""
    found = read("The raid killed three soldiers and two policemen near Gao.")
    ids = [claim.id for claim in claims(found)]
    assert len(ids) == len(set(ids))
    assert ids[0].startswith("abc-c")


def test_same_text_same_claims() -> None:
    """Extraction is deterministic."""
    text = "Rebels took Goma on Thursday, killing 12 soldiers and two civilians."
    assert read(text) == read(text)


def test_unrelated_sentence_changes_nothing() -> None:
    """A sentence in a paragraph of its own leaves the claims before it as they are."""
    text = "Shelling killed four people in Kherson."
    alone, more = read(text).casualties, read(text + "\n\nThe harvest was good.").casualties
    assert [(c.start, c.end, c.quantity) for c in alone] == [
        (c.start, c.end, c.quantity) for c in more
    ]


def test_note_on_what_could_not_be_dated() -> None:
    """Without a publication date the note names the words that could not be fixed."""
    found = read("Four people were killed in Goma on Thursday.")
    assert found.notes == (
        "No publication date is known, so 'Thursday' could not be fixed to a day.",
    )
    assert read("Four people were killed in Goma on Thursday.", date(2024, 11, 29)).notes == ()


@pytest.mark.parametrize("collects", [True, False])
def test_collector_is_left_as_it_was(collects: bool) -> None:
    """Python's collector is on or off as it was."""
    text = "GOMA — Rebels killed 15 civilians in Goma and captured the town, the army said."
    try:
        gc.disable()
        if collects:
            gc.enable()
        assert read(text).casualties
        assert gc.isenabled() == collects
    finally:
        gc.enable()


def test_reading_leaves_no_cycles() -> None:
    """Python's collector finds nothing after it; in a process where nothing else makes any."""
    told = (
        "import gc; from briefing.extract import extract; from briefing.models import Article;"
        "read = lambda: extract(Article('a', 'a', 'Rebels killed 15 men in Goma.', '0'));"
        "read(); gc.collect(); read(); print(gc.collect())"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.skipif(not SEED.exists(), reason="the seed article stands beside the repository")
def test_seed_article_casualties() -> None:
    """The first article's casualties are found as it tells them, and nothing more."""
    found = read(SEED.read_text(encoding="utf-8")).casualties
    told = [(c.quantity.kind, c.quantity.low, c.victim_group, c.certainty) for c in found]
    assert told == [
        ("at_least", 15, "civilians", "reported"),
        ("vague", None, "civilians", "reported"),
        ("exact", 1, "combatants", "reported"),
    ]
    where = [(c.place.name, c.place.direction) for c in found if c.place]
    assert where == [("Aleppo", "western"), ("Idlib", None), ("Aleppo", None)]
    assert [c.perpetrator for c in found] == ["Russia", "Russia", None]
    assert (found[2].victim_side, found[2].certainty_words) == ("Iran", "reportedly")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article stands beside the repository")
def test_seed_article_territory() -> None:
    """The first article's changes: towns counted, a base, positions, a terminal and no airport."""
    found = read(SEED.read_text(encoding="utf-8")).territory
    assert [(c.unit, c.part, c.certainty) for c in found] == [
        ("towns", None, "reported"),
        ("military base", None, "reported"),
        ("positions", None, "reported"),
        ("terminal", "main terminal", "confirmed"),
    ]
    assert [c.gainer for c in found[:3]] == ["HTS-led alliance"] * 3
    assert [p.kind for c in found for p in c.places] == ["highway", "airport"]


@pytest.mark.parametrize("text", ["[applause]", "(inaudible)", "Uh –", "Two died. [continued]"])
def test_sentence_of_remarks_alone_is_read(text: str) -> None:
    """A transcript's paragraph may be one bracket."""
    told = f"GOMA – Nine people died.\n\n{text}\n\nThey died there."
    assert extract(Article("a1", "a1.txt", told, "00")).casualties
