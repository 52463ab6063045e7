"""Small ledgers made by hand for the tests of figures, blocks and notebooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from briefing.ledger import Ledger, write_ledger
from briefing.resolve import resolve

EDITION = {
    "name": "2024-W48",
    "title": "North-western Syria weekly",
    "start": "2024-11-25",
    "end": "2024-12-01",
    "region": "North-western Syria",
    "countries": ["SY"],
    "cutoff": "2024-12-01",
    "vague": "unquantified",
    "sample": True,
    "parties": [
        {"name": "HTS-led alliance", "aliases": ["HTS"], "colour": "#0072b2"},
        {"name": "Syrian government", "aliases": [], "colour": None},
        {"name": "Russia", "aliases": [], "colour": "#a05195"},
    ],
    "parameters": {"casualties": {"max_rows": 14}},
    "versions": {"briefing": "0.1.0", "python": "3.11.2"},
    "inputs": {"articles/1.md": "ab" * 32},
}
PLACES: dict[str, dict[str, Any]] = {
    "Aleppo": {"place_kind": "settlement", "latitude": 36.2021, "longitude": 37.1343},
    "Atarib": {"place_kind": "settlement", "latitude": 36.1389, "longitude": 36.8301},
    "Darat Izza": {"place_kind": "settlement", "latitude": 36.2811, "longitude": 36.8533},
    "Khan al-Asal": {"place_kind": "settlement", "latitude": 36.1636, "longitude": 37.0361},
    "Kafr Halab": {"place_kind": "settlement", "latitude": 36.0747, "longitude": 36.9018},
    "Saraqib": {"place_kind": "settlement", "latitude": 35.8643, "longitude": 36.8059},
    "Maarrat al-Numan": {"place_kind": "settlement", "latitude": 35.6477, "longitude": 36.6758},
    "Aleppo International Airport": {
        "place_kind": "airport", "latitude": 36.1807, "longitude": 37.2244,
    },
    "Base 46": {"place_kind": "base", "latitude": 36.1205, "longitude": 36.9001},
    "M5 highway": {"place_kind": "highway", "where_prec": 5},
    "Idlib": {"place_kind": "admin1", "latitude": 35.83, "longitude": 36.65, "where_prec": 4},
}  # fmt: skip


def claim(letter: str, number: int, sentence: str, quote: str, **more: Any) -> dict[str, Any]:
    """One claim's row; ``number`` makes its id and its source is 1 unless given."""
    start = sentence.index(quote)
    article = f"{more.get('source', 1):012x}"
    return {
        "claim_id": f"{article}-{letter}{number}",
        "article_id": article,
        "source": 1,
        "start": 1000 * number + start,
        "end": 1000 * number + start + len(quote),
        "quote": quote,
        "sentence_start": 1000 * number,
        "sentence_end": 1000 * number + len(sentence),
        "sentence": sentence,
        "direct": False,
        "certainty": "reported",
        "rule": "test",
        "date_basis": "unknown",
    } | more


def days(first: int, last: int | None = None, *, month: int = 11) -> dict[str, Any]:
    """The date columns of a window in 2024."""
    return {
        "date_start": date(2024, month, first),
        "date_end": date(2024, month, last or first),
        "date_prec": 1 if last in (None, first) else 2,
        "date_basis": "stated",
    }


def counted(kind: str, value: int | None, words: str, high: int | None = None) -> dict[str, Any]:
    """The count columns: ``value`` is the low end, ``high`` only for ranges."""
    low = None if kind in ("vague", "at_most") else value
    top = {"exact": value, "about": value, "range": high, "at_most": value}.get(kind)
    best = None if kind in ("range", "vague", "at_most") else value
    return {
        "quantity_kind": kind, "low": low, "best": best, "high": top, "quantity_as_written": words,
    }  # fmt: skip


def casualty(number: int, sentence: str, quote: str, **more: Any) -> dict[str, Any]:
    """A casualty row: civilians killed unless told otherwise."""
    place = PLACES.get(more.get("place", ""), {})
    return (
        claim("c", number, sentence, quote)
        | {"outcome": "killed", "victim": "civilians", "victim_group": "civilians",
           "victim_side": None, "perpetrator": None, "means": None, "subset": False,
           "running_total": False, "background": False, "direction": None, "place": None,
           "source_original": None, "date_start": None, "date_end": None, "latitude": None,
           "place_kind": None}
        | place | claim("c", number, sentence, quote, **more)
    )  # fmt: skip


def change(number: int, sentence: str, quote: str, **more: Any) -> dict[str, Any]:
    """A territorial row: captured by the HTS-led alliance from the government."""
    return claim("t", number, sentence, quote, **{
        "action": "captured", "gainer": "HTS-led alliance", "loser": "Syrian government",
        "unit": None, "part": None, "n_places": 0, "background": False, "source_original": None,
        "low": None, "best": None, "high": None, "quantity_kind": None, "date_start": None,
        "date_end": None, "quantity_as_written": None, **more,
    })  # fmt: skip


def at(row: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    """The rows of ``territory_places`` of a territorial claim."""
    row["n_places"] = len(names)
    return [
        {"claim_id": row["claim_id"], "position": i, "place": name, "place_as_written": name,
         "country": "SY", "latitude": None} | PLACES[name]
        for i, name in enumerate(names, start=1)
    ]  # fmt: skip


def source(number: int, publisher: str | None, title: str | None, **more: Any) -> dict[str, Any]:
    """A row of ``sources``."""
    return {
        "number": number, "article_id": f"{number:012x}", "publisher": publisher, "title": title,
        "published": date(2024, 11, 30), "path": f"articles/{number}.md", "sha256": "ab" * 32,
        "url": f"https://example.org/{number}", "language": "en", "sample": True, "grade": "F",
        "references": [],
    } | more  # fmt: skip


def write(folder: Path, rows: dict[str, list[dict[str, Any]]], **edition: Any) -> Ledger:
    """Resolve and write the rows as an edition's ledger, and read it back."""
    empty: dict[str, list[dict[str, Any]]] = {
        name: [] for name in
        ("sources", "casualties", "incidents", "territory", "territory_places", "implications",
         "summary")
    }  # fmt: skip
    write_ledger(resolve(empty | rows), EDITION | edition, folder)
    return Ledger.read(folder)


def implication(number: int, sentence: str, quote: str, **more: Any) -> dict[str, Any]:
    """An implication row: an assessment for Russia."""
    return claim("i", number, sentence, quote, **{
        "subjects": ["Russia"], "kind": "assessment", "theme": "military", "modality": [],
        "source_original": None, **more,
    })  # fmt: skip


def point(number: int, sentence: str, weight: float, **more: Any) -> dict[str, Any]:
    """A summary row whose text is its whole sentence."""
    return claim("s", number, sentence, sentence, **{
        "text": sentence, "weight": weight, "claims": [], "source_original": None,
        "date_start": None, "date_end": None, **more,
    })  # fmt: skip


def sample_week(folder: Path) -> Ledger:
    """A week in which claimants disagree, as the public record of November 2024 does."""
    killed = [
        casualty(1, "At least 12 civilians were killed in Idlib and western Aleppo, OCHA said.",
                 "At least 12 civilians", **counted("at_least", 12, "At least 12"), **days(26, 28),
                 place="Idlib", source_original="OCHA", source=1),
        casualty(2, "At least 16 civilians were killed in Atarib, the White Helmets said.",
                 "At least 16 civilians", **counted("at_least", 16, "At least 16"), **days(28),
                 place="Atarib", source_original="White Helmets", perpetrator="Russia",
                 means="airstrike", source=2),
        casualty(3, "Russian airstrikes killed 19 civilians on Thursday, according to SOHR.",
                 "killed 19 civilians", **counted("exact", 19, "19"), **days(28), place="Aleppo",
                 direction="western", source_original="SOHR", perpetrator="Russia",
                 means="airstrike", source=3),
        casualty(4, "Between 15 and 19 civilians died in western Aleppo.", "15 and 19 civilians",
                 **counted("range", 15, "Between 15 and 19", 19), **days(28), place="Aleppo",
                 direction="western", source=4),
        casualty(5, "Several more were killed in Idlib.", "Several more",
                 **counted("vague", None, "several more"), **days(28), place="Idlib", source=4),
        casualty(6, "SOHR counted 28 civilians killed since Wednesday.", "28 civilians",
                 **counted("exact", 28, "28"), **days(27, 30), source_original="SOHR",
                 running_total=True, certainty="claimed", source=3),
        casualty(7, "SOHR counted 153 fighters killed.", "153 fighters", victim="fighters",
                 victim_group="combatants", **counted("exact", 153, "153"), **days(27, 28),
                 source_original="SOHR", source=2),
        casualty(8, "SOHR counted 80 HTS fighters killed.", "80 HTS fighters",
                 victim="HTS fighters", victim_group="combatants", victim_side="HTS-led alliance",
                 **counted("exact", 80, "80"), **days(27, 28), source_original="SOHR", source=2),
        casualty(9, "SOHR counted 182 fighters and soldiers killed.", "182 fighters and soldiers",
                 victim="fighters and soldiers", victim_group="combatants",
                 **counted("exact", 182, "182"), **days(27, 28), source_original="SOHR", source=5),
        casualty(10, "At least 400 people were killed.", "At least 400 people", victim="people",
                 victim_group="mixed", **counted("at_least", 400, "At least 400"),
                 **days(27, 30), source_original="SOHR", source=6),
        casualty(11, "The toll stood at 242.", "242", victim="people", victim_group="mixed",
                 **counted("exact", 242, "242"), **days(27, 29), source_original="SOHR", source=5),
        casualty(12, "Some 46 civilians were injured, OCHA said.", "46 civilians",
                 outcome="injured", **counted("exact", 46, "46"), **days(26, 28),
                 source_original="OCHA", source=1),
        casualty(13, "More than 14,000 people were displaced.", "More than 14,000 people",
                 outcome="displaced", victim="people", victim_group="unknown",
                 **counted("at_least", 14000, "More than 14,000"), **days(26, 28),
                 source_original="OCHA", source=1),
        casualty(14, "At least 12 civilians, including 4 children, were killed, OCHA said.",
                 "4 children", victim="children", **counted("exact", 4, "4"), **days(26, 28),
                 source_original="OCHA", subset=True, source=1),
    ]  # fmt: skip
    taken = [
        change(1, "SOHR said 21 villages and towns were taken.", "21 villages and towns",
               unit="villages and towns", **counted("exact", 21, "21"), **days(27),
               source_original="SOHR", certainty="claimed", source=2),
        change(2, "Anadolu reported 32 settlements captured.", "32 settlements",
               unit="settlements", **counted("exact", 32, "32"), **days(27, 28),
               source_original="Anadolu", source=5),
        change(3, "About 50 towns and villages had fallen, SOHR said.", "About 50 towns",
               unit="towns and villages", **counted("about", 50, "About 50"), **days(27, 29),
               source_original="SOHR", source=5),
        change(4, "ACLED counted over 200 towns and villages.", "over 200 towns and villages",
               unit="towns and villages", **counted("at_least", 200, "over 200"), **days(27, 30),
               source_original="ACLED", source=6),
        change(5, "The alliance said it took Base 46 and Khan al-Asal.", "took Base 46",
               **days(28), source_original="HTS-led alliance", certainty="claimed", source=3),
        change(6, "Verified footage shows fighters in the main terminal of Aleppo's airport.",
               "main terminal", action="entered", part="main terminal", **days(30),
               certainty="confirmed", source=4),
        change(7, "Fighters captured Saraqib, Atarib, Kafr Halab and Darat Izza.",
               "captured Saraqib", **days(29), source=5),
        change(8, "The army says it retook Maarrat al-Numan.", "retook Maarrat al-Numan",
               action="recaptured", gainer="Syrian government", loser="HTS-led alliance",
               certainty="claimed", source_original="Syrian army", **days(30), source=6),
        change(9, "Fighters cut the M5 highway.", "cut the M5 highway", action="cut",
               unit="positions", **days(28), source=1),
        change(10, "The army withdrew from Aleppo.", "withdrew from Aleppo", action="withdrew",
               **days(30), source=6),
    ]  # fmt: skip
    places = [
        *at(taken[4], "Base 46", "Khan al-Asal"), *at(taken[5], "Aleppo International Airport"),
        *at(taken[6], "Saraqib", "Atarib", "Kafr Halab", "Darat Izza"),
        *at(taken[7], "Maarrat al-Numan"), *at(taken[8], "M5 highway"), *at(taken[9], "Aleppo"),
    ]  # fmt: skip
    hints = [
        implication(1, "The fighting could strain Russia's military resources, analysts said.",
                    "could strain Russia's military resources", modality=["could"],
                    source_original="analysts", source=4),
        implication(2, "Ankara fears a new wave of refugees.", "fears a new wave of refugees",
                    subjects=["Turkey"], kind="fear_or_intention", theme="humanitarian",
                    modality=["fears"], source_original="Ankara", source=4),
        implication(3, "Iran has been weakened by the loss of an adviser.", "has been weakened",
                    subjects=["Iran"], kind="effect", source=5),
        implication(4, "A long campaign may force Moscow to reconsider its priorities.",
                    "may force Moscow to reconsider its priorities", theme="political",
                    kind="risk_or_outlook", modality=["may"], source=4),
        implication(5, "The outcome is poised to reshape the wider region and Turkey's border.",
                    "poised to reshape", subjects=["the wider region", "Turkey"],
                    kind="risk_or_outlook", theme="political", modality=["poised"], source=6),
    ]  # fmt: skip
    told = [
        point(21, "The HTS-led alliance entered Aleppo on 30 November after four days.", 9.0,
              **days(30), source=6),
        point(22, "Russian airstrikes killed 19 civilians in western Aleppo, SOHR said.", 8.0,
              **days(28), source=3),
        point(23, "The government said that its troops had withdrawn to regroup.", 7.0,
              **days(30), source=6),
        point(24, "More than 14,000 people had been displaced by 28 November, OCHA said.", 6.0,
              **days(28), source=1),
        point(25, "Turkey called for calm and reinforced its border posts.", 5.0, source=4),
    ]  # fmt: skip
    names = [
        ("Humanitarian Desk", "Hostilities displace thousands in the north-west"),
        ("Coast Daily", "Offensive takes two dozen places in a day"),
        ("Levant Wire", "Strikes on western Aleppo kill civilians"),
        ("Harbour Post", "What the offensive means for the region"),
        ("Strait Agency", "Settlements fall as front moves"),
        ("Plain Dealer Review", "Aleppo changes hands"),
    ]
    return write(folder, {
        "sources": [source(n, *name) for n, name in enumerate(names, start=1)],
        "casualties": killed, "territory": taken, "territory_places": places,
        "implications": hints, "summary": told,
    })  # fmt: skip


def one_article(folder: Path) -> Ledger:
    """One undated article without title, publisher or date."""
    text = ("Raids by Russian aircraft left at least 15 civilians dead west of Aleppo, and several "
            "more died around Idlib.")  # fmt: skip
    killed = [
        casualty(1, text, "at least 15 civilians", **counted("at_least", 15, "at least 15"),
                 place="Aleppo", direction="western", perpetrator="Russia", means="airstrike"),
        casualty(1, text, "several more", claim_id="000000000001-c1b",
                 **counted("vague", None, "several more"), place="Idlib", perpetrator="Russia",
                 means="airstrike"),
        casualty(2, "Tehran lost an officer: one of its advisors was reportedly killed.",
                 "one of its advisors was reportedly killed", victim="one of its advisors",
                 victim_group="combatants", victim_side="Iran", **counted("exact", 1, "one"),
                 place="Aleppo"),
    ]  # fmt: skip
    taken = [
        change(3, "The alliance captured over 40 towns within days.",
               "captured over 40 towns", unit="towns", **counted("at_least", 40, "over 40")),
        change(4, "Verified footage shows gunmen in the airport's main terminal.",
               "gunmen in the airport's main terminal", action="entered", part="main terminal",
               certainty="confirmed", certainty_words="verified"),
    ]  # fmt: skip
    return write(folder, {
        "sources": [source(1, None, None, published=None, url=None, path="articles/seed.txt")],
        "casualties": killed, "territory": taken,
        "territory_places": at(taken[1], "Aleppo International Airport"),
        "implications": [
            implication(5, "A long campaign could overstretch the Russian air force.",
                        "could overstretch the Russian air force", modality=["could"]),
        ],
        "summary": [point(6, "The alliance captured over 40 towns.", 3.0)],
    }, start=None, end=None, name="seed")  # fmt: skip


def empty_week(folder: Path) -> Ledger:
    """An edition in which nothing was found."""
    return write(folder, {"sources": [source(1, "Quiet Times", "Nothing happened")]})


def drawn(figure: Any) -> Any:
    """A figure that must be there."""
    assert figure is not None
    return figure
