"""The blocks of the brief: what they say, that they cite, that nothing is read as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from briefing.ledger import Ledger
from briefing.present import (
    Block,
    beside_map,
    bottom_line,
    casualty_table,
    colophon,
    gap_list,
    implication_list,
    key_figures,
    source_list,
    summary_points,
    territory_table,
)
from briefing.resolve.comparable import shown_event
from briefing.rows import records
from tests.ledgers import at, casualty, change, counted, days, implication, point, source, write


def casualties_of(book: Ledger) -> Block:
    """The casualty table of an edition."""
    return casualty_table(book.events, book)


def territory_of(book: Ledger) -> Block:
    """The territory table of an edition."""
    return territory_table(book.territory, book)


def implications_of(book: Ledger) -> Block:
    """The implications of an edition."""
    return implication_list(book.implications, book)


BLOCKS: list[Callable[[Ledger], Block | None]] = [
    bottom_line,
    key_figures,
    lambda book: summary_points(book.summary, book),
    casualties_of,
    lambda book: beside_map(book.territory, book),
    territory_of,
    implications_of,
    lambda book: gap_list(book.gaps, book),
    source_list,
    colophon,
]
_VOID = {"br"}


class Balance(HTMLParser):
    """Fails where a tag is closed that was not opened last, or left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def words(block: Block | None) -> str:
    """The block's text without tags, each gap one space."""
    assert block is not None
    return " ".join(re.sub(r"<[^>]+>", " ", block.html).split())


@pytest.mark.parametrize("make", BLOCKS)
def test_blocks_are_well_formed(
    make: Callable[[Ledger], Block | None], week: Ledger, single: Ledger, quiet: Ledger
) -> None:
    """Every block of every edition closes what it opens and prints neither None nor nan."""
    for ledger in (week, single, quiet):
        block = make(ledger)
        if block is not None:
            Balance(block.html)
            assert not re.search(r"\b(None|nan|NaT)\b|<NA>", block.html)


def test_every_citation_leads_to_a_quoted_sentence(week: Ledger) -> None:
    """Each number links to a quote in the sources, whose source has that number."""
    sources = source_list(week).html
    numbers = dict(zip(week.casualties["claim_id"], week.casualties["source"], strict=True))
    for make in BLOCKS:
        block = make(week)
        for claim, number in re.findall(r'href="#q-([^"]+)">(\d+)<', block.html if block else ""):
            assert f'id="q-{claim}"' in sources
            assert numbers.get(claim, int(number)) == int(number)


def test_a_claim_has_one_place_to_lead_back_to(week: Ledger) -> None:
    """In a block the first citation of a claim, and no other, is where its quote leads back."""
    for make in BLOCKS:
        block = make(week)
        homes = re.findall(r'id="r-([^"]+)"', block.html if block else "")
        assert len(homes) == len(set(homes))


def test_the_bottom_line_attributes_what_it_says(week: Ledger) -> None:
    """Numbers come with who gives them; the casualties are the key figure's range."""
    text = words(bottom_line(week))
    assert "At least 200 towns and villages were taken by the HTS-led alliance" in text
    assert "according to ACLED" in text
    assert week.key_figures["display"][0] == "15–19"
    assert "15 to 19 civilians were killed" in text
    assert "What it may mean for Russia, in the words of analysts" in text
    assert "the main terminal of Aleppo International Airport" in text


def test_the_bottom_line_quotes_what_stands_alone(tmp_path: Path) -> None:
    """ "It …" says nothing without the sentence before; the next in weight is quoted."""
    weights = {"It could lose its harbour at Berbera.": 9, "Exporters could lose the harbour.": 5}
    told = [
        implication(number, sentence, sentence, weight=weight)
        for number, (sentence, weight) in enumerate(weights.items(), start=1)
    ]
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "implications": told})
    text = words(bottom_line(ledger))
    assert "Exporters could lose" in text
    assert "Berbera" not in text


def test_a_quiet_week_leads_with_what_weighs_most(tmp_path: Path) -> None:
    """No dead, no change of hands, no outlook: the truce that was told is the week's news."""
    told = {"Both sides sign a truce in Goma.": 6, "A market opens again in Goma.": 2}
    points = [point(1, sentence, weight) for sentence, weight in told.items()]
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "summary": points})
    text = words(bottom_line(ledger))
    assert text.startswith("Nothing in what was read speaks of casualties")
    assert "“Both sides sign a truce in Goma”" in text
    assert "market" not in text


def test_what_nobody_is_named_for_is_reported(single: Ledger) -> None:
    """An article's own voice is told as a report, never as a fact, and vague stays vague."""
    text = words(bottom_line(single))
    assert "At least 40 towns are reported taken" in text
    assert "at least 15 and an unquantified number of civilians were reported killed" in text


def test_no_strip_for_a_single_figure(tmp_path: Path) -> None:
    """One key figure is a sentence of the bottom line and no strip."""
    killed = casualty(1, "Ten civilians died.", "Ten", **counted("exact", 10, "Ten"), **days(27))
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": [killed]})
    assert key_figures(ledger) is None
    assert words(bottom_line(ledger)).startswith("On 27 Nov, ten civilians were killed")


def test_the_table_shows_each_toll_as_given(week: Ledger) -> None:
    """Range, open and vague counts are printed as such; a part says what it is; who says so."""
    text = words(casualty_table(week.events, week))
    for shown in ("15–19", "≥ 12", "“several more”", "part of a count: children", "White Helmets"):
        assert shown in text


def test_a_part_stands_right_below_its_whole(tmp_path: Path) -> None:
    """Children among the dead of unknown standing follow these dead, not some other civilians; a
    part of what stands nowhere does not say "of these"."""
    text = "Nine people died, three children among them. Four nurses died."
    rows = [
        casualty(1, text, "Four", victim="nurses", place="Atarib", **counted("exact", 4, "Four"),
                 **days(27)),
        casualty(2, text, "Nine", victim="people", victim_group="unknown", place="Aleppo",
                 **counted("exact", 9, "Nine"), **days(28)),
        casualty(3, text, "three", victim="children", subset=True, place="Aleppo",
                 sentence_start=2000, **counted("exact", 3, "three"), **days(28)),
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": rows})
    text = words(casualty_table(ledger.events, ledger))
    assert re.findall(r"nurses killed|people killed|of these: children", text) == [
        "nurses killed", "people killed", "of these: children",
    ]  # fmt: skip
    alone = words(casualty_table(ledger.events[ledger.events["low"] == 3], ledger))
    assert "part of a count: children killed" in alone


def test_the_table_says_what_it_leaves_out(week: Ledger) -> None:
    """Beyond the rows asked for, the rest is counted."""
    left = len(week.events) - 5
    assert f"{left} more in the claim ledger" in words(casualty_table(week.events, week, most=5))


def test_a_denied_toll_is_struck_through(tmp_path: Path) -> None:
    """A count that is denied stands in the table, struck through."""
    killed = casualty(1, "Ten died, it denied.", "Ten", certainty="denied",
                      **counted("exact", 10, "Ten"), **days(27))  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": [killed]})
    assert "<s>10</s>" in casualty_table(ledger.events, ledger).html


def test_what_the_map_cannot_show_is_told(week: Ledger, single: Ledger) -> None:
    """Places without a point and lone counts are words; charted counts are not told twice."""
    assert "M5 highway, positions (cut off, reported)" in words(beside_map(week.territory, week))
    assert "villages" not in words(beside_map(week.territory, week))
    assert "at least 40 towns" in words(beside_map(single.territory, single))


def test_likelihood_is_marked_in_the_sources_words(week: Ledger) -> None:
    """The article's own hedge is marked, with who says it, of what kind and theme."""
    block = implication_list(week.implications, week)
    assert '<mark class="likelihood">could</mark>' in block.html
    assert "according to analysts" in words(block)
    assert "risk or outlook" in words(block)


def test_points_that_say_the_same_are_told_once(tmp_path: Path) -> None:
    """Of two points with mostly the same words the heavier one stays."""
    told = [
        point(1, "Insurgents entered Aleppo on Friday evening.", 2.0),
        point(2, "Insurgents entered Aleppo on Friday evening, residents said.", 1.0),
        point(3, "Turkey called for calm.", 0.5),
    ]
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "summary": told})
    assert summary_points(ledger.summary, ledger).html.count("<li>") == 2


def test_a_sentence_is_quoted_once_with_all_its_claims(single: Ledger) -> None:
    """Two tolls of one sentence share its quote; both are marked, both lead back."""
    html = source_list(single).html
    quote = re.search(r'<p class="quote" id="q-000000000001-c1".*?</p>', html, re.DOTALL)
    assert quote
    assert "<mark>at least 15 civilians</mark>" in quote[0]
    assert "<mark>several more</mark>" in quote[0]
    assert quote[0].count('class="back"') == 2


def test_what_articles_write_is_escaped(tmp_path: Path) -> None:
    """Markup in titles, names, quotes and addresses is shown, never run."""
    evil = "<script>alert(1)</script>"
    ledger = write(
        tmp_path,
        {
            "sources": [source(1, evil, evil, url="javascript:alert(1)")],
            "casualties": [
                casualty(1, f"{evil} killed ten.", "ten", victim=evil, source_original=evil,
                         **counted("exact", 10, "ten"))
            ],
            "implications": [implication(2, f"It could {evil}.", "could", subjects=[evil])],
            "summary": [point(3, f"{evil} happened.", 1.0)],
        },
    )  # fmt: skip
    for make in BLOCKS:
        block = make(ledger)
        assert block is None or ("<script" not in block.html and "javascript:" not in block.html)


def test_sections_without_content_say_so_in_a_sentence(quiet: Ledger) -> None:
    """Nothing found is one plain sentence, no empty table."""
    for make in (bottom_line, casualties_of, territory_of, implications_of):
        block = make(quiet)
        assert block is not None
        assert block.html.startswith("<p>")
        assert "<table" not in block.html


def test_the_colophon_says_how_it_was_made(week: Ledger) -> None:
    """Method, versions, parameters and the hashes of what was read."""
    text = words(colophon(week))
    for said in (
        "no AI model was used",
        "briefing 0.1.0",
        "casualties.max_rows = 14",
        "ababababab",
    ):
        assert said in text


def test_a_source_names_all_who_carry_its_text(tmp_path: Path) -> None:
    """Each other publisher once, with its link; what else is to know of the source is told."""
    also = [
        "Paper <i>A</i> | https://example.org/a | 2024-11-29 | articles/a.md",
        "Paper B | javascript:alert(1) |  | articles/b.md",
        "Paper B | https://example.org/b2 |  | articles/b2.md",
        "Wire | https://example.org/w2 |  | articles/w2.md",  # the same house
        " |  |  | articles/nameless.txt",
    ]
    wire = source(
        1, "Wire", "News", also_published_by=also, excerpt=True, fetched="2024-12-01T06:30:00Z"
    )
    block = source_list(write(tmp_path, {"sources": [wire]}))
    told = "Also carried by Paper &lt;i&gt;A&lt;/i&gt; , Paper B, articles/nameless.txt."
    assert told in words(block)
    assert block.html.count("javascript:") == 0
    assert "only an excerpt was read" in words(block)
    assert "Fetched 1 Dec 2024." in words(block)


def test_the_table_has_what_the_key_figures_tell(week: Ledger) -> None:
    """However short the table, the events of the key figures stand in it; the rest opens below."""
    heads = [name for name in week.key_figures["event_id"] if isinstance(name, str)]
    block = casualty_table(week.events, week, most=len(heads))
    shown, _, opened = block.html.partition("<details")
    for name in heads:
        event = next(row for row in records(week.events) if row["event_id"] == name)
        assert f">{shown_event(event)}<" in shown
    lead = next(row for row in records(week.events) if row["event_id"] == heads[0])
    assert shown.index(f">{shown_event(lead)}<") < shown.index("</tbody>")  # in the first group
    rest = len(week.events) - len(heads)
    assert opened.count("<tr>") == rest + 1  # and a head
    assert f"{rest} more</summary>" in opened


def test_places_that_were_not_found_are_one_gap(tmp_path: Path) -> None:
    """Two unknown villages are one sentence with both citations, and no two sentences."""
    rows = [
        casualty(n, f"Ten died in {name}.", "Ten", source=n, place=name, place_as_written=name,
                 place_kind="settlement", **counted("exact", 10, "Ten"), **days(27))
        for n, name in ((1, "Zarda"), (2, "Khirba"))
    ]  # fmt: skip
    sources = [source(1, "Wire", "News"), source(2, None, "News"), source(3, None, "News")]
    ledger = write(tmp_path, {"sources": sources, "casualties": rows})
    text = words(gap_list(ledger.gaps, ledger))
    assert "Khirba and Zarda could not be placed on the map. 1 2" in text
    assert "Sources 2 and 3 name no publisher." in text


@pytest.mark.parametrize(("table", "make"), [("events", casualties_of), ("control", territory_of)])
def test_an_edition_of_an_earlier_version_says_what_it_lacks(
    tmp_path: Path, table: str, make: Callable[[Ledger], Block]
) -> None:
    """A ledger without the table is no week without casualties or changes."""
    took = change(1, "Rebels took Atarib.", "took", **days(28))
    killed = casualty(2, "Ten died.", "Ten", **counted("exact", 10, "Ten"), **days(27))
    rows = {"sources": [source(1, "Wire", "News")], "casualties": [killed], "territory": [took],
            "territory_places": at(took, "Atarib")}  # fmt: skip
    write(tmp_path, rows)
    (tmp_path / f"{table}.parquet").unlink()
    text = words(make(Ledger.read(tmp_path)))
    assert text.endswith(f"has no table “{table}”. Build it again.")
    assert "No c" not in text


def test_a_title_that_asks_has_no_full_stop(tmp_path: Path) -> None:
    """A question mark ends a title by itself."""
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "Who holds Sake?")]})
    assert "Who holds Sake?</cite> " in source_list(ledger).html


def test_changes_beyond_the_table_open_below_it(week: Ledger) -> None:
    """Every change can be read on a screen; on paper the rest is counted."""
    whole = territory_table(week.territory, week, most=1000)
    block = territory_table(week.territory, week, most=2)
    shown, _, opened = block.html.partition("<details")
    rest = whole.html.count("<tr>") - 1 - 2
    assert (shown.count("<tr>"), opened.count("<tr>")) == (3, rest + 1)  # each with its head
    assert f"{rest} more in the claim ledger" in words(block)
    assert "<details" not in whole.html
