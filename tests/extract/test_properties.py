"""What must hold for every text: exact offsets, no influence of what is unrelated, one reading."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from string import capwords
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.articles.prose import normalize
from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.models import Article, Claim, Extraction, Place

DAY = date(2024, 11, 29)
quick = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])

# Sentences of our own that use every stage: counts, parts, places, dates, speech, hedges, outlook.
SENTENCES = (
    "Rebels captured the towns of Sake and Minova on Tuesday.",
    "At least 12 soldiers and four civilians were killed near Goma, the United Nations said.",
    "The army denied that it had lost Bunia.",
    "Shelling in Kherson reportedly killed 15 people, including three children.",
    "More than 40 people were injured, according to the Red Cross.",
    "The death toll rose to 66.",
    "He was arrested last week.",
    "No one was hurt in Odesa.",
    "Aid workers fear that the war in Sudan could destabilise Chad.",
    "The group said that it had withdrawn from 12 villages.",
    "A general was shot dead in Mandalay yesterday.",
    "Thousands fled Kalehe after the airstrikes.",
)
# Nothing of a conflict, nobody named, no place and no day.
UNRELATED = (
    "Poems were read by two pupils.",
    "Bread is baked in a wood oven.",
    "The old bridge has two arches.",
    "Violins are tuned by ear.",
)
TRIGGERS = tuple(
    "killed wounded captured withdrew from Goma Kherson on Tuesday at least 12 several dozen "
    "including said that according to the army rebels civilians “ ” ( ) , . ; — could not "
    "reportedly denied fear war towns of".split()
)
# Letters that change their length in another case, join, take two code units or read leftwards.
ODD = (
    "İstanbul",
    "ﬁre",
    "ẞ",
    "🙂🇺🇦",
    "e\u0301",
    "\u200b",
    "\u202e",
    "غارة",
    "ﷺ",
    "\x00",
    "\n\n",
    "\r",
    "ǅ",
)


def read(text: str, published: date | None = DAY, number: int = 1) -> Extraction:
    """The extraction of a text."""
    return extract(Article(f"{number:012x}", f"{number}.txt", text, "00", published=published))


def claims_of(extraction: Extraction) -> Iterator[Claim]:
    """All claims of an extraction."""
    for kind in ("casualties", "incidents", "territory", "implications", "summary"):
        yield from getattr(extraction, kind)


def without_summary(extraction: Extraction) -> list[Claim]:
    """The claims that no ranking chooses."""
    e = extraction
    return [*e.casualties, *e.incidents, *e.territory, *e.implications]


# --- offsets ------------------------------------------------------------------------------------


words = st.one_of(
    st.sampled_from(TRIGGERS), st.sampled_from(ODD), st.sampled_from(SENTENCES), st.text(max_size=8)
)


@quick
@given(st.lists(words, max_size=50).map(" ".join))
def test_offsets_are_exact_on_any_text(text: str) -> None:
    """Quote, sentence, places, dates and reasons of a claim are the text between their offsets."""
    for claim in claims_of(read(text)):
        assert text[claim.start : claim.end] == claim.quote
        assert text[claim.sentence_start : claim.sentence_end] == claim.sentence
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        for reason in claim.because:
            assert 0 <= reason.start < reason.end <= len(text)
        if claim.when.at:
            assert text[claim.when.at.start : claim.when.at.end] == claim.when.as_written
        for place in places_of(claim):
            assert text[place.start : place.end] == place.as_written


def places_of(claim: Claim) -> list[Place]:
    """The places that a claim names."""
    place = getattr(claim, "place", None)
    return [*getattr(claim, "places", ()), *([place] if place else [])]


# --- what is unrelated --------------------------------------------------------------------------


paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
texts = st.lists(paragraphs, min_size=1, max_size=3).map("\n\n".join)
short_texts = st.lists(paragraphs, min_size=1, max_size=2).map("\n\n".join)


@quick
@given(texts, st.sampled_from(UNRELATED))
def test_unrelated_paragraph_behind_changes_nothing(text: str, unrelated: str) -> None:
    """A paragraph at the end leaves every other claim as it is."""
    assert without_summary(read(f"{text}\n\n{unrelated}")) == without_summary(read(text))


@quick
@given(short_texts, st.sampled_from(UNRELATED))
def test_unrelated_paragraph_before_only_moves(text: str, unrelated: str) -> None:
    """A paragraph at the beginning moves every other claim and changes nothing of it.

    Of two paragraphs: a third one may have its place from the report's opening, which is another.
    """
    before = f"{unrelated}\n\n"
    moved = [shifted(claim, len(before)) for claim in without_summary(read(text))]
    assert [replace(c, id="") for c in without_summary(read(before + text))] == moved


DATELINES = (
    "GOMA — ",
    "KABUL (AP) — ",
    "BAMAKO, 28 November — ",
    "NAIROBI, Kenya (Agency) -- ",
    "Kyiv, Ukraine – ",
    "MOGADISHU, Nov 28 (Agency) - ",
)


@quick
@given(texts, st.sampled_from(DATELINES))
def test_dateline_only_says_where_and_when(text: str, dateline: str) -> None:
    """Before the first sentence a dateline changes nothing but places and days."""
    with_it, without = read(dateline + text), read(text)
    assert [what_happened(c) for c in counts(with_it)] == [
        what_happened(c) for c in counts(without)
    ]


def what_happened(claim: Claim) -> tuple[Any, ...]:
    """A claim apart from where and when it was, and from its offsets."""
    names = ("outcome", "quantity", "victim", "perpetrator", "action", "gainer", "loser", "unit")
    own = (getattr(claim, name, None) for name in names)
    return (claim.quote, claim.certainty, claim.attribution, claim.rule, *own)


TYPESET = (
    "“We killed 12 soldiers,” the group's spokesman said on Tuesday.",
    "A 12-year-old girl and a 30-year-old man were shot dead in Port-au-Prince.",
    "Pro-government militias seized Al-Bab's eastern district.",
    "“Forty-five people were wounded,” said a doctor at the town's hospital.",
    "Hezbollah's commander was killed, Israel's army said.",
)
# How outlets set the same marks: their quotation marks, apostrophes and hyphens.
STYLES = ('""\'-', "“”’-", "‘’’-", "«»'-", "“”'\u2011", "„“’\u2010")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", TYPESET)
def test_how_a_text_is_set_does_not_matter(text: str, style: str) -> None:
    """Quotation marks, apostrophes and hyphens of any make give the same claims."""
    told = counts(read(normalize(text.translate(str.maketrans("“”'-", style)))))
    assert [as_told(claim) for claim in told] == [as_told(claim) for claim in counts(read(text))]
    assert told


HEADLINES = (
    "Gunmen kill 20 herders in attack on market in Zamfara",
    "Rebels seize town of Sake, killing 12 soldiers",
    "Army retakes Bama from Boko Haram",
    "Three killed, ten injured in Kabul blast",
    "Six civilians were killed in Kherson on Tuesday, officials said.",
)


@pytest.mark.parametrize("set_as", [str.upper, capwords])
@pytest.mark.parametrize("text", HEADLINES)
def test_capitals_do_not_matter(text: str, set_as: Callable[[str], str]) -> None:
    """A headline in title case or in capitals counts what it counts in small letters."""
    counted = [(c.rule, as_told(c)[3]) for c in counts(read(text))]
    assert [(c.rule, as_told(c)[3]) for c in counts(read(set_as(text)))] == counted
    assert counted


def as_told(claim: Claim) -> tuple[Any, ...]:
    """What a claim says apart from its own words."""
    quantity = getattr(claim, "quantity", None)
    bounds = (quantity.kind, quantity.low, quantity.high) if quantity else None
    places = [place.geonameid for place in places_of(claim)]
    said = (claim.certainty, claim.attribution.kind, claim.attribution.direct)
    return (claim.start, claim.end, claim.rule, bounds, places, said, claim.when.start)


def shifted(claim: Claim, by: int) -> Claim:
    """A claim without id whose offsets are all ``by`` characters further on."""
    changes: dict[str, Any] = {
        name: getattr(claim, name) + by
        for name in ("start", "end", "sentence_start", "sentence_end")
    }
    changes |= {"id": "", "because": tuple(moved(reason, by) for reason in claim.because)}
    if getattr(claim, "place", None):
        changes["place"] = moved(claim.place, by)  # type: ignore[attr-defined]
    if hasattr(claim, "sentences"):
        changes["sentences"] = tuple(start + by for start in claim.sentences)
    if hasattr(claim, "places"):
        changes["places"] = tuple(moved(place, by) for place in claim.places)
    return replace(claim, **changes)


def moved(span: Any, by: int) -> Any:
    """A span ``by`` characters further on."""
    return replace(span, start=span.start + by, end=span.end + by)


# --- numbers ------------------------------------------------------------------------------------

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """A number below a million in words: ``two hundred and forty-one``."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        rest = f"-{_SMALL[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + rest
    if number < 1000:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{rest}"
    below = number % 1000
    joined = "" if not below else f" and {spelled(below)}" if below < 100 else f" {spelled(below)}"
    return f"{spelled(number // 1000)} thousand{joined}"


COUNTED = (
    "Shelling killed {} people in Kherson.",
    "At least {} soldiers were wounded, the army said.",
    "The army detained {} fighters and seized weapons.",
    "More than {} civilians fled Goma on Monday.",
    "Rebels captured {} villages near Goma.",
    "The raid left {} people dead.",
)


@quick
@given(st.sampled_from(COUNTED), st.integers(2, 999_999))
def test_words_and_digits_count_alike(sentence: str, number: int) -> None:
    """A number in words, in digits and with separators gives one claim."""
    ways = (str(number), f"{number:,}", spelled(number))
    first, *others = (
        [in_figures(claim) for claim in counts(read(sentence.format(way)))] for way in ways
    )
    assert [len(first), *others] == [1, first, first]


def counts(extraction: Extraction) -> list[Claim]:
    """The claims that count something."""
    return [*extraction.casualties, *extraction.territory]


def in_figures(claim: Claim) -> dict[str, Any]:
    """What a claim says apart from its words and where they stand."""
    own = {f.name: getattr(claim, f.name) for f in fields(claim) if f.name not in _WORDS}
    if own.get("quantity"):
        own["quantity"] = replace(own["quantity"], as_written="")
    for name in ("place", "places"):
        own[name] = [place.name for place in places_of(claim)]
    return own


_WORDS = ("id", "start", "end", "quote", "sentence", "sentence_end", "because")

# --- order and processes ------------------------------------------------------------------------


@settings(quick, max_examples=25)
@given(st.lists(texts, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter(articles: list[str], chance: Any) -> None:
    """The rows of the ledger are the same in whichever order the articles are read."""
    numbered = [(n, read(text, number=n)) for n, text in enumerate(articles, start=1)]
    shuffled = list(numbered)
    chance.shuffle(shuffled)
    assert rows_of([e for _, e in shuffled]) == rows_of([e for _, e in numbered])


def rows_of(extractions: list[Extraction]) -> dict[str, list[Row]]:
    """The rows of each table by claim, without the number that an article has in its edition."""
    rows = make_rows(extractions, {})
    for row in (row for table in rows.values() for row in table):
        row.pop("number", None)
        row.pop("source", None)
    return {name: sorted(table, key=repr) for name, table in rows.items()}


def test_same_claims_in_every_process() -> None:
    """Neither the process nor the seed of Python's hashes changes a claim."""
    text = "\n\n".join(SENTENCES)
    script = (
        "import sys; from datetime import date; from briefing.extract import extract; "
        "from briefing.models import Article; "
        "print(extract(Article('a', 'a', sys.argv[1], '0', published=date(2024, 11, 29))))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script, text],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1
    assert len(told.pop()) > len(text)
