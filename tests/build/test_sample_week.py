"""The sample week as its readers meet it: on screen, on paper and as tables."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from briefing.articles import read_article
from briefing.build import BuildResult
from briefing.ledger import Ledger
from briefing.resolve.comparable import settlement_counts, top_of
from briefing.rows import records
from tests.conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

HEADINGS = (
    "Bottom line",
    "What happened",
    "Casualties",
    "Territorial changes",
    "Regional implications",
    "Gaps and caveats",
    "Sources",
)


@pytest.fixture(scope="module")
def ledger(sample: BuildResult) -> Ledger:
    """The ledger of the sample week."""
    return Ledger.read(sample.folder / "ledger")


@pytest.fixture(scope="module")
def printed(sample: BuildResult) -> str:
    """The text of the PDF, on one line."""
    pages = PdfReader(sample.folder / "brief.pdf").pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def on_page(browser: Reader, sample: BuildResult, look: Any, width: int = 1280) -> Any:
    """Open the brief offline, wait for its charts, and return what ``look(page)`` returns."""

    def work(context: Any) -> Any:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        requests, errors = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((sample.folder / "brief.html").as_uri())
        page.evaluate("() => window.briefing.ready")
        try:
            return look(page, requests, errors)
        finally:
            page.close()

    return browser.run(work)


def test_the_edition_is_whole(sample: BuildResult) -> None:
    """HTML, PDF, notebooks, ledger and manifest stand in the edition's folder."""
    assert sample.complete, sample.failures
    names = {path.name for path in sample.folder.iterdir()}
    assert names == {"brief.html", "brief.pdf", "ledger", "notebooks", "manifest.json"}
    manifest = json.loads((sample.folder / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["inputs"]) == 10
    assert manifest["complete"] is True


def test_every_quote_is_where_its_offsets_say(sample: BuildResult, ledger: Ledger) -> None:
    """The invariant: an article's text between the offsets is the quote, for every claim."""

    root = sample.folder.parent.parent
    texts = {
        row["article_id"]: read_article(root / row["path"], root=root).text
        for row in records(ledger.sources)
    }
    tables = (ledger.casualties, ledger.territory, ledger.implications, ledger.summary)
    claims = [row for table in tables for row in records(table)]
    for row in claims:
        text = texts[row["article_id"]]
        assert text[row["start"] : row["end"]] == row["quote"]
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
    assert len(claims) > 50


def test_the_page_is_alone_and_quiet(sample: BuildResult, browser: Reader) -> None:
    """Opened offline the page asks for nothing but itself and logs no error."""
    requests, errors = on_page(browser, sample, lambda _, requests, errors: (requests, errors))
    assert requests == [(sample.folder / "brief.html").as_uri()]
    assert errors == []


def test_every_chart_that_ran_is_on_the_page(sample: BuildResult, browser: Reader) -> None:
    """As many charts with marks in them as the notebooks put out."""
    ran = sum(
        "application/vnd.plotly.v1+json" in output.get("data", {})
        for path in (sample.folder / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
    )
    drawn = on_page(
        browser, sample, lambda page, *_: page.locator("figure.chart .main-svg:first-child").count()
    )
    assert ran == drawn >= 3


def test_the_map_is_not_blank(sample: BuildResult, browser: Reader) -> None:
    """The map shows land, boundaries and places: many shapes, and the names of towns."""

    def look(page: Any, *_: Any) -> tuple[int, str]:
        chart = page.locator("figure.chart", has=page.locator("text=km")).first
        return chart.locator("svg path").count(), chart.inner_text()

    shapes, words = on_page(browser, sample, look)
    assert shapes > 20
    assert "Aleppo" in words
    assert "Atarib" in words or "Saraqib" in words


def test_a_citation_leads_to_its_sentence_and_back(sample: BuildResult, browser: Reader) -> None:
    """A click on a citation lands on the marked sentence; its arrow leads back."""

    def look(page: Any, *_: Any) -> tuple[str, float, bool]:
        link = page.locator(".points .cite a").first
        target = link.get_attribute("href")
        link.click()
        place = f"[id='{target[1:]}']"  # the quote's own, or that of a further claim in it
        quote = page.locator(f"p.quote{place}, p.quote:has({place})")
        marked = quote.locator("mark").first.inner_text()
        seen = quote.bounding_box()["y"]
        quote.locator(f"a.back[href='{target.replace('#q-', '#r-')}']").click()
        return marked, seen, page.evaluate("() => location.hash") == target.replace("#q-", "#r-")

    marked, seen, back = on_page(browser, sample, look)
    assert marked
    assert 0 <= seen < 900
    assert back


def test_nothing_overflows_on_a_phone(sample: BuildResult, browser: Reader) -> None:
    """At 390 pixels the page itself does not scroll sideways."""
    width = on_page(
        browser, sample, lambda page, *_: page.evaluate("document.body.scrollWidth"), width=390
    )
    assert width <= 390


def test_the_pdf_can_be_found_through(sample: BuildResult, printed: str) -> None:
    """Headings, bookmarks, tags, language, title, page numbers, a sensible length."""
    reader = PdfReader(sample.folder / "brief.pdf")
    root: Any = reader.trailer["/Root"]
    assert [heading for heading in HEADINGS if heading not in printed] == []
    bookmarks = {item.title for item in reader.outline if not isinstance(item, list)}
    nested = {
        one.title
        for item in reader.outline
        if isinstance(item, list)
        for one in item
        if not isinstance(one, list)
    }
    assert {"Casualties", "Territorial changes", "Regional implications"} <= bookmarks | nested
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert "North-west Syria" in (reader.metadata.title or "")
    assert f"{len(reader.pages)}" in printed
    assert 3 <= len(reader.pages) <= 6


def test_key_figures_agree_everywhere(
    sample: BuildResult, ledger: Ledger, printed: str, browser: Reader
) -> None:
    """The CSV, the HTML and the PDF show the same key figures."""
    with (sample.folder / "ledger" / "key_figures.csv").open(encoding="utf-8") as file:
        listed = [row["display"] for row in csv.DictReader(file)]
    shown = on_page(
        browser,
        sample,
        lambda page, *_: page.locator(".key-figures .value").all_inner_texts(),
    )
    assert 3 <= len(listed) <= 5
    assert [squeezed(text) for text in shown] == [squeezed(text) for text in listed]
    assert list(ledger.key_figures["display"]) == listed
    for text in listed:
        assert squeezed(text) in squeezed(printed), text


def test_chart_and_table_agree_with_the_ledger(sample: BuildResult, ledger: Ledger) -> None:
    """Each bar that names an event ends at the highest count that the ledger has of it."""
    events = {row["event_id"]: row for row in records(ledger.events)}
    checked = 0
    for figure in figures(sample.folder / "notebooks" / "casualties.ipynb"):
        for trace in (trace for trace in figure["data"] if trace["type"] == "bar"):
            bars = zip(trace["customdata"], trace["base"], trace["x"], strict=True)
            for (event,), base, length in bars:
                if events[event]["quantity_kind"] != "vague":
                    assert base + length == top_of(events[event])
                    checked += 1
    assert checked > 1


def test_the_weeks_disagreements_stand_side_by_side(ledger: Ledger) -> None:
    """15, 16, 19 and 12 civilians are a range with four claimants; nothing is their sum."""
    figures = {row["key"]: row for row in records(ledger.key_figures)}
    civilians = figures["killed_civilians"]
    assert civilians["display"] == "12–19"
    assert len(civilians["claimants"]) == 4
    assert {"OCHA", "SOHR", "White Helmets"} < set(civilians["claimants"])
    for said in ("Aleppo", "28 Nov", "OCHA", "not in it: 28 on 27–30 Nov (SOHR)"):
        assert said in civilians["covers"]
    settlements = settlement_counts(records(ledger.territory))
    assert [row["low"] for row in settlements] == [21, 32, 50, 200]
    assert [row["source_original"] for row in settlements] == ["SOHR", "Anadolu", "SOHR", "ACLED"]


def figures(notebook: Path) -> list[dict[str, Any]]:
    """The Plotly figures that a notebook put out."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    found = (o.get("data", {}) for cell in cells for o in cell.get("outputs", []))
    kind = "application/vnd.plotly.v1+json"
    return [data[kind] for data in found if kind in data]


def squeezed(text: str) -> str:
    """Text without spaces: line breaks differ between screen and paper."""
    return re.sub(r"\s+", "", text)
