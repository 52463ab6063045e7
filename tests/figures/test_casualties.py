"""The casualty chart shows each event as the range of all who tell it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.figures import chart_casualties
from briefing.ledger import Ledger
from briefing.rows import records
from tests.ledgers import casualty, counted, days, drawn, source, write


def bars_of(figure: Any) -> dict[str, Any]:
    """Every bar by its event id: from, to, how it is filled."""
    return {
        trace.customdata[i][0]: {
            "base": trace.base[i],
            "end": trace.base[i] + trace.x[i],
            "opacity": trace.marker.opacity[i],
            "shape": trace.marker.pattern.shape[i],
            "color": trace.marker.color[i],
        }
        for trace in figure.data
        if trace.type == "bar"
        for i in range(len(trace.x))
    }


def texts_of(figure: Any) -> str:
    """All that is written in the drawing."""
    return " | ".join(note.text for note in figure.layout.annotations)


def arrows_of(figure: Any) -> list[Any]:
    """The arrowheads: where open counts point on."""
    return [t for t in figure.data if t.type == "scatter" and t.marker.symbol == "triangle-down"]


def pair(folder: Path, **toll: Any) -> Any:
    """A chart of tolls of 10 and 9 and the one that is tested, whose id is returned with it."""
    plain = [
        casualty(1, "Ten civilians died.", "Ten", **counted("exact", 10, "Ten"), **days(27)),
        casualty(3, "Nine civilians died.", "Nine", **counted("exact", 9, "Nine"), **days(26)),
    ]
    tested = casualty(2, "More civilians died.", "More", **days(28), **toll)
    rows = {"sources": [source(1, "Wire", "News")], "casualties": [*plain, tested]}
    ledger = write(folder, rows)
    return drawn(chart_casualties(ledger.events, ledger)), event_of(ledger, tested["claim_id"])


def event_of(ledger: Ledger, claim: str) -> str:
    """The id of the event that a claim tells."""
    return next(str(row["event_id"]) for row in records(ledger.events) if claim in row["claim_ids"])


@pytest.mark.parametrize(
    ("count", "reach", "printed", "arrow"),
    [
        (counted("exact", 19, "19"), (0, 19), "<b>19</b>", False),  # solid from 0
        (counted("about", 50, "some 50"), (0, 50), "<b>about 50</b>", False),  # said to be rough
        (counted("range", 15, "x", 19), (15, 19), "<b>15–19</b>", False),  # from low to high
        (counted("at_least", 15, "x"), (0, 15), "<b>≥ 15</b>", True),  # solid, then an arrowhead
        (counted("at_most", 20, "x"), (0, 20), "<b>≤ 20</b>", False),  # ends at the number
    ],
)
def test_counts_follow_the_grammar(
    tmp_path: Path, count: dict[str, Any], reach: tuple[int, int], printed: str, arrow: bool
) -> None:
    """A count is drawn from where to where it reaches, printed as everywhere, open where it is."""
    figure, toll = pair(tmp_path, **count)
    bar = bars_of(figure)[toll]
    assert (bar["base"], bar["end"]) == reach
    assert printed in texts_of(figure)
    assert bool(arrows_of(figure)) is arrow


def test_a_vague_count_is_a_stub_and_never_a_number(tmp_path: Path) -> None:
    """An unquantified toll has a stub of fixed share, hatched, with the source's words."""
    figure, toll = pair(tmp_path, **counted("vague", None, "several more"))
    bar = bars_of(figure)[toll]
    assert bar["shape"] == "x"
    assert bar["end"] == pytest.approx(10 * 0.11)
    assert "<i>“several more”</i>" in texts_of(figure)


@pytest.mark.parametrize(
    ("certainty", "opacity", "shape"),
    [
        ("confirmed", 1.0, ""),  # filled
        ("reported", 0.6, ""),  # filled lighter
        ("claimed", 1.0, "/"),  # outlined with hatch
        ("denied", 1.0, "/"),  # outlined; struck through by a line
    ],
)
def test_fill_says_how_certain(tmp_path: Path, certainty: str, opacity: float, shape: str) -> None:
    """Certainty is carried by fill and outline, never by colour."""
    figure, toll = pair(tmp_path, certainty=certainty, **counted("exact", 5, "5"))
    bar = bars_of(figure)[toll]
    assert (bar["opacity"], bar["shape"]) == (opacity, shape)


def test_a_best_between_low_and_high_gets_a_tick(tmp_path: Path) -> None:
    """A range with a best estimate carries a mark at it."""
    toll = counted("range", 15, "15 to 19", 19) | {"best": 17}
    figure, _ = pair(tmp_path, **toll)
    assert any(shape.x0 == shape.x1 == 17 for shape in figure.layout.shapes)


def test_every_bar_leads_to_its_toll(week: Ledger) -> None:
    """Each bar carries the id of an event in the ledger, no event is drawn twice."""
    shown = [t for trace in drawn(chart_casualties(week.events, week)).data if trace.type == "bar"
             for (t,) in trace.customdata]  # fmt: skip
    assert set(shown) <= set(week.events["event_id"])
    assert len(shown) == len(set(shown))


def test_the_title_states_the_finding(week: Ledger) -> None:
    """Title, alt text and table are computed from the events; parts are left out."""
    meta = drawn(chart_casualties(week.events, week)).layout.meta
    assert meta["title"] == "Three claimants count 15 to 19 civilians killed in western Aleppo"
    assert "15–19 civilians killed, western Aleppo" in meta["alt"]
    assert meta["source"].startswith("Sources: ")
    assert all(len(row) == len(meta["columns"]) for row in meta["rows"])
    assert not any("children" in row[1] for row in meta["rows"])


@pytest.mark.parametrize(
    ("count", "certainty", "title"),
    [
        (counted("at_most", 12, "up to 12"), "reported",
         "Up to 12 combatants reported killed, according to SOHR"),
        (counted("exact", 60, "60"), "claimed",
         "60 combatants claimed killed, according to SOHR"),
        (counted("at_least", 15, "at least 15"), "contested",
         "At least 15 combatants claimed killed, according to SOHR"),
    ],
)  # fmt: skip
def test_the_title_says_no_more_than_the_claim(
    tmp_path: Path, count: dict[str, Any], certainty: str, title: str
) -> None:
    """Twelve at most are not twelve, and what a party claims of the other is not reported."""
    fighters = {"victim": "fighters", "victim_group": "combatants", "source_original": "SOHR"}
    words = count["quantity_as_written"]
    rows = [
        casualty(1, f"{words} died.", words, certainty=certainty, **fighters, **count, **days(27)),
        casualty(2, "4 died.", "4", place="Aleppo", **fighters, **counted("exact", 4, "4"),
                 **days(29)),
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": rows})
    meta = drawn(chart_casualties(ledger.events, ledger)).layout.meta
    assert meta["title"] == title


def test_each_claimants_figure_is_a_dot_on_the_range(week: Ledger) -> None:
    """An event told with several figures is one bar from the lowest to the highest, and dots."""
    figure = drawn(chart_casualties(week.events, week))
    dots = [t for t in figure.data if t.type == "scatter" and t.marker.symbol == "circle"]
    bar = bars_of(figure)[event_of(week, "000000000002-c2")]
    assert (bar["base"], bar["end"]) == (15, 19)
    assert [sorted(trace.x) for trace in dots] == [[16, 19, 19]]
    assert "White Helmets ≥ 16" in texts_of(figure)


def test_one_event_told_in_a_range_is_a_chart(tmp_path: Path) -> None:
    """Two claimants of one event are something to compare; one claimant is a sentence."""
    told = [
        casualty(1, "Ten died.", "Ten", **counted("exact", 10, "Ten"), **days(27), place="Idlib",
                 source_original="A"),
        casualty(2, "Nine died.", "Nine", **counted("exact", 9, "Nine"), **days(27), place="Idlib",
                 source_original="B"),
    ]  # fmt: skip
    wire = [source(1, "Wire", "News")]
    both = write(tmp_path / "both", {"sources": wire, "casualties": told})
    one = write(tmp_path / "one", {"sources": wire, "casualties": told[:1]})
    assert len(bars_of(drawn(chart_casualties(both.events, both)))) == 1
    assert chart_casualties(one.events, one) is None


def test_one_counted_toll_is_no_chart(single: Ledger) -> None:
    """One count, and one without a number beside it, compare nothing: the table says it."""
    assert chart_casualties(single.events, single) is None


def test_one_person_is_no_bar(tmp_path: Path) -> None:
    """A single person killed would be no measure for the tolls beside it."""
    figure, toll = pair(tmp_path, **counted("exact", 1, "one"))
    assert toll not in bars_of(figure)


def test_nothing_to_compare_is_no_chart(quiet: Ledger, single: Ledger) -> None:
    """No toll, and one toll alone, give no figure."""
    assert chart_casualties(quiet.events, quiet) is None
    assert chart_casualties(single.events.head(1), single) is None


def test_long_charts_leave_the_weakest_to_the_table(week: Ledger) -> None:
    """No more rows than asked for, and the subtitle says how many are left out."""
    figure = drawn(chart_casualties(week.events, week, max_rows=3))
    assert len(bars_of(figure)) == 3
    assert "are not drawn" in figure.layout.meta["subtitle"]


def test_what_claimants_dispute_is_drawn_before_single_counts(tmp_path: Path) -> None:
    """Three claimants on the dead of a market are not left out for two counts by one voice each;
    of a long panel they are the last to fall."""
    told = [
        casualty(n, f"{n} died.", str(n), victim=victim, victim_group=group, place=place,
                 source_original=by, **counted("exact", n, str(n)), **days(27))
        for n, victim, group, place, by in (
            (70, "civilians", "civilians", "Idlib", "OCHA"),
            (5, "drivers", "civilians", "Atarib", "OCHA"),
            (60, "fighters", "combatants", "Atarib", "army"),
            (28, "soldiers", "combatants", "Saraqib", "army"),
            (29, "people", "unknown", "Aleppo", "hospital"),
            (38, "people", "unknown", "Aleppo", "SOHR"),
            (25, "people", "unknown", "Darat Izza", "SOHR"),
            (8, "people", "unknown", "Khan al-Asal", "SOHR"),
        )
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": told})
    for rows, counts in ((5, ["70", "5", "29–38", "25", "8"]), (3, ["70", "5", "29–38"])):
        meta = drawn(chart_casualties(ledger.events, ledger, max_rows=rows)).layout.meta
        assert [row[0] for row in meta["rows"]] == counts


def test_words_from_articles_cannot_be_markup(tmp_path: Path) -> None:
    """What an article writes is shown as it is and never read as tags."""
    figure, _ = pair(tmp_path, source_original="<b onclick=x>Evil</b>", **counted("exact", 5, "5"))
    assert "<b onclick" not in texts_of(figure)
    assert "&lt;b onclick=x&gt;" in texts_of(figure)


def test_a_semicolon_in_a_name_moves_no_figure(tmp_path: Path) -> None:
    """Each claimant keeps its own figure, whatever its name."""
    told = [
        casualty(n, f"{count} died.", str(count), **counted("exact", count, str(count)), **days(27),
                 place="Idlib", source_original=name)
        for n, (name, count) in enumerate((("A; B", 9), ("C", 12)), start=1)
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "News")], "casualties": told})
    shown = texts_of(drawn(chart_casualties(ledger.events, ledger)))
    assert "A, B 9" in shown
    assert "C 12" in shown


def test_labels_fit_a_phone(week: Ledger) -> None:
    """No line in the drawing is longer than what 360 px hold."""
    lines = (
        texts_of(drawn(chart_casualties(week.events, week))).replace(" | ", "<br>").split("<br>")
    )
    assert max(len(line) for line in lines) <= 60


def test_the_chart_begins_with_the_figure_that_leads_the_brief(tmp_path: Path) -> None:
    """Hundreds of people killed are not left out for the losses of one side."""
    many = [
        casualty(n, f"{n} died in Aleppo.", str(n), source=1, place="Aleppo", victim="people",
                 victim_group="unknown", **counted("exact", n, str(n)), **days(n // 100))
        for n in (700, 900)
    ]  # fmt: skip
    few = [
        casualty(n, f"{n} soldiers died.", str(n), source=1, place=place, victim="soldiers",
                 victim_group="combatants", **counted("exact", n, str(n)), **days(n))
        for n, place in ((5, "Atarib"), (14, "Saraqib"), (15, "Kafr Halab"))
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "N")], "casualties": [*many, *few]})
    meta = drawn(chart_casualties(ledger.events, ledger, max_rows=3)).layout.meta
    assert meta["title"] == "900 people reported killed in Aleppo, according to Wire"
    assert "Three are not drawn" not in meta["subtitle"]
    assert "Three more are not drawn." in meta["subtitle"]


def test_the_title_is_of_an_event_with_a_day(tmp_path: Path) -> None:
    """What has no day may be of any week: it does not stand for this one."""
    undated = dict.fromkeys(days(1))
    tolls = [
        casualty(n, f"{n} civilians died in Atarib.", str(n), source=1, place="Atarib",
                 **counted("exact", n, str(n)), **when)
        for n, when in ((24, undated), (15, days(27)), (9, days(20)))
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "N")], "casualties": tolls})
    meta = drawn(chart_casualties(ledger.events, ledger)).layout.meta
    assert meta["title"].startswith("15 civilians")


def test_what_a_war_has_cost_so_far_is_no_bar_beside_a_day(tmp_path: Path) -> None:
    """41,000 since last year would leave nothing to see of nine on Monday; the table has them."""
    since = {"running_total": True, "date_start": date(2023, 10, 7), "date_end": date(2024, 11, 27)}
    tolls = [
        casualty(n, f"{n} civilians died.", str(n), source=1, place=place,
                 **counted("exact", n, str(n)), **when)
        for n, place, when in (
            (41000, "Aleppo", since), (15, "Atarib", days(27)), (9, "Saraqib", days(26))
        )
    ]  # fmt: skip
    ledger = write(tmp_path, {"sources": [source(1, "Wire", "N")], "casualties": tolls})
    assert len(bars_of(drawn(chart_casualties(ledger.events, ledger)))) == 2
