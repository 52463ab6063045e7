"""Which articles make an edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.build import BuildRequest
from briefing.build.period import take_in
from briefing.desk import Desk
from briefing.errors import BriefingError
from briefing.extract import extract
from briefing.ledger import make_rows
from briefing.resolve import resolve

KILLED = "Shelling killed 14 civilians in Atarib on Thursday, the White Helmets said."
MORE = "Rescuers worked until dusk. Shops stayed shut and the road to the border was closed."


def carry(desk: Desk, name: str, publisher: str, day: int, text: str = f"{KILLED} {MORE}") -> Path:
    """Put the text into the desk as another outlet has it."""
    path = desk.articles / name
    head = f"---\npublisher: {publisher}\npublished: 2024-11-{day}\n---\n"
    path.write_text(head + text, encoding="utf-8")
    return path


def test_copies_are_one_source_of_an_edition(desk: Desk) -> None:
    """Read from the folder or named, a text counts once; every file read is in the record."""
    paths = [carry(desk, f"{n}.md", f"Paper {n}", 28 + n) for n in (1, 0)]
    own = take_in(desk, BuildRequest(week="2024-W48")).articles
    for path in paths:
        path.unlink()
    samples = take_in(desk, BuildRequest(week="2024-W48")).articles
    assert len(own) == 1  # … and the samples are left out beside it
    assert samples
    assert all(article.sample for article in samples)
    paths = [carry(desk, f"{n}.md", f"Paper {n}", 28 + n) for n in (1, 0)]
    intake = take_in(desk, BuildRequest(articles=tuple(paths)))
    (one,) = intake.articles
    assert one.published == date(2024, 11, 28)
    assert intake.merged == (
        "articles/1.md carries the text of articles/0.md; the two are one source.",
    )
    assert set(intake.inputs) == {"articles/0.md", "articles/1.md"}


def test_claims_of_a_copied_text_count_once(desk: Desk) -> None:
    """Five papers with one wire text make one toll that rests on a single source."""
    paths = tuple(carry(desk, f"{n}.md", f"Paper {n}", 28) for n in range(5))
    intake = take_in(desk, BuildRequest(articles=paths))
    rows = resolve(make_rows(map(extract, intake.articles), {}))
    (toll,) = rows["tolls"]
    assert (toll["best"], toll["sources"]) == (14, [1])
    assert [row["kind"] for row in rows["gaps"]].count("single_source") == 1
    (source,) = rows["sources"]
    assert len(source["also_published_by"]) == 4


def test_a_new_version_is_no_second_voice(desk: Desk) -> None:
    """A wire text with a higher figure in another paper replaces the first one's figure."""
    text = f"Shelling killed 14 civilians in Atarib on Thursday. {MORE} {MORE}"
    first = carry(desk, "0.md", "Some Wire", 28, text)
    second = carry(desk, "1.md", "Some Paper", 29, text.replace("14", "19"))
    intake = take_in(desk, BuildRequest(articles=(first, second)))
    rows = resolve(make_rows(map(extract, intake.articles), {}))
    assert [row["version_of"] for row in rows["sources"]] == [None, 1]
    (event,) = rows["events"]
    assert (event["claimants"], event["independent"]) == (["Some Wire"], 1)
    assert (event["low"], event["high"]) == (19, 19)


def test_a_copy_without_a_day_has_that_of_its_text(desk: Desk) -> None:
    """It is named with the others; a text of its own without a day is in no period."""
    carry(desk, "0.md", "Some Wire", 28)
    (desk.articles / "1.txt").write_text(f"{KILLED} {MORE}", encoding="utf-8")
    (desk.articles / "2.txt").write_text("Nobody was hurt on the bridge.", encoding="utf-8")
    intake = take_in(desk, BuildRequest(week="2024-W48"))
    assert [told.split()[0] for told in intake.merged] == ["articles/1.txt"]
    (undated,) = intake.left_out
    assert "in no period: articles/2.txt. Add" in undated


def test_articles_without_a_day_are_told_in_one_note(desk: Desk) -> None:
    """Eight by name and the number of the others, however many there are."""
    carry(desk, "0.md", "Some Wire", 28)
    for number in range(1, 13):
        text = f"Bridge {number} was closed. Nobody was hurt on it."
        (desk.articles / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (note,) = take_in(desk, BuildRequest(week="2024-W48")).left_out
    assert "articles/01.txt, articles/02.txt" in note
    assert "articles/08.txt and 4 more. Add" in note


def test_a_week_without_articles_names_the_weeks_that_have_some(desk: Desk) -> None:
    """The message names a week that can be built."""
    carry(desk, "0.md", "Some Wire", 28)
    with pytest.raises(BriefingError, match=r"those of 2024-W48\. Build with --week 2024-W48"):
        take_in(desk, BuildRequest(week="2025-W01"))


def test_weeks_without_a_brief_are_told_where_none_is_named(desk: Desk) -> None:
    """Only the newest week is built; who has articles of others, and no brief, hears of it."""
    path = desk.root / "briefing.toml"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("week")]
    path.write_text("\n".join(kept), encoding="utf-8")
    desk = Desk.load(desk.root)
    for day in (7, 20, 21, 28):
        carry(desk, f"{day:02}.md", f"Paper {day}", day, f"Bridge {day} was closed. {MORE} {day}")
    (desk.articles / "07.md").write_text(
        (desk.articles / "07.md").read_text("utf-8").replace("2024-11-7", "2024-11-07"), "utf-8"
    )
    (told,) = take_in(desk, BuildRequest()).unbuilt
    assert told == (
        "Only the newest week, 2024-W48, is built; 3 articles of 2024-W45 and 2024-W47 have no "
        "brief yet. Build with --week 2024-W47, say, or all with briefing batch "
        "--weeks 2024-W45..2024-W48."
    )
    for week in ("2024-W45", "2024-W47"):
        (desk.reports / week).mkdir(parents=True)
    assert take_in(desk, BuildRequest()).unbuilt == ()
    assert take_in(desk, BuildRequest(week="2024-W47")).unbuilt == ()
