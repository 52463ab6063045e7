"""What an edition's metadata says on the page."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.render.masthead import css_string, read_masthead, write_moment, write_period

from .samples import EDITION


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        # two months of one year
        (date(2024, 11, 25), date(2024, 12, 1), "25 November – 1 December 2024"),
        # one month
        (date(2024, 12, 2), date(2024, 12, 8), "2–8 December 2024"),
        # two years
        (date(2024, 12, 30), date(2025, 1, 5), "30 December 2024 – 5 January 2025"),
        # one day, and one end unknown
        (date(2024, 12, 2), date(2024, 12, 2), "2 December 2024"),
        (None, date(2024, 12, 2), "2 December 2024"),
        # undated
        (None, None, ""),
    ],
)
def test_period(start: date | None, end: date | None, written: str) -> None:
    """A period is written without repeating what its two days share."""
    assert write_period(start, end) == written


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2024-12-01", "1 December 2024"),
        ("2024-12-01T18:00:00+00:00", "1 December 2024, 18:00 UTC"),
        # no time zone: none is invented
        ("2024-12-01T18:00", "1 December 2024, 18:00"),
        # not ISO: the desk's own words
        ("Sunday evening", "Sunday evening"),
        ("", ""),
    ],
)
def test_moment(iso: str, written: str) -> None:
    """A cutoff is written as a date with its time zone where it has one."""
    assert write_moment(iso) == written


def test_every_key_may_be_absent() -> None:
    """An empty edition still has a title, a language and a paper."""
    head = read_masthead({}, name="casualties")
    assert (head.title, head.language, head.paper.size) == ("casualties", "en", "A4")
    assert head.document_title == head.running_head == "casualties"
    unstated = (head.region, head.period, head.number, head.cutoff, head.sources)
    assert not any(unstated)


def test_running_head_and_title() -> None:
    """Title, period and marking run along; the document title leaves the marking out."""
    head = read_masthead(EDITION, name="brief")
    assert head.document_title == "North-west Syria weekly brief – 25 November – 1 December 2024"
    assert head.running_head.endswith("1 December 2024 · TLP:CLEAR")
    assert (head.number, head.sources) == ("12", "8")


def test_paper_width() -> None:
    """Letter is wider than A4; an unknown paper falls back on A4."""
    widths = [read_masthead({"paper": paper}, name="").paper.width for paper in ("a4", "LETTER")]
    assert widths == [642, 664]
    assert read_masthead({"paper": "a5"}, name="").paper.size == "A4"


@pytest.mark.parametrize(
    "hostile",
    ['"; } body { display: none', "</style><script>", "back\\slash", "line\nbreak", "«حلب»"],
)
def test_css_string_cannot_be_left(hostile: str) -> None:
    """No title ends the CSS string it stands in, or the style element around it."""
    inner = css_string(hostile)[1:-1]
    assert not set(inner) & set('"<>{};\n')
    assert all(part[:1] in "0123456789abcdef" for part in inner.split("\\")[1:])
