"""Claims → rows of the ledger, in the columns of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from briefing.ledger.codebook import Row
from briefing.models import (
    Article,
    Attribution,
    Casualty,
    Claim,
    Copy,
    Extraction,
    Incident,
    Origin,
    Place,
    Quantity,
    TerritorialChange,
    When,
)

# Parts of a claim that spread over several columns, have a table of their own, or explain it.
_PARTS = {"id", "attribution", "when", "quantity", "place", "places", "also_at", "because"}


def make_rows(extractions: Iterable[Extraction], grades: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return the rows of every table that follows from single articles.

    ``grades`` gives the Admiralty source grade (A-F) by publisher; the rest is F, as the field's
    rule has it: the analyst grades, never the program.
    """
    rows: dict[str, list[Row]] = {
        name: []
        for name in (
            "sources",
            "casualties",
            "incidents",
            "territory",
            "territory_places",
            "implications",
            "summary",
        )
    }
    read = list(extractions)
    numbers = {one.article.id: number for number, one in enumerate(read, start=1)}
    for number, extraction in enumerate(read, start=1):
        article = extraction.article
        source = source_row(article, number, grades.get(article.publisher or ""))
        rows["sources"].append(source | {"version_of": numbers.get(article.version_of or "")})
        rows["casualties"] += [casualty_row(claim, number) for claim in extraction.casualties]
        rows["incidents"] += [incident_row(claim, number) for claim in extraction.incidents]
        for change in extraction.territory:
            rows["territory"].append(territory_row(change, number))
            rows["territory_places"] += place_rows(change)
        rows["implications"] += [plain_row(claim, number) for claim in extraction.implications]
        rows["summary"] += [plain_row(claim, number) for claim in extraction.summary]
    return rows


def source_row(article: Article, number: int, grade: str | None = None) -> Row:
    """One row of ``sources``."""
    references = [" | ".join(_texts(r.claimant, r.via, r.url)) for r in article.references]
    names = ("title", "publisher", "author", "published", "url", "path", "sha256", "language")
    return {
        "number": number,
        "article_id": article.id,
        **{name: getattr(article, name) for name in names},
        "sample": article.sample,
        **origin_cells(article.origin),
        "grade": grade or "F",
        "also_published_by": [_carried(copy) for copy in article.copies],
        "references": references,
    }


def origin_cells(origin: Origin) -> Row:
    """The columns that say where a text came from."""
    return {
        "published_at": _utc(origin.published_at),
        "fetched": _utc(origin.fetched),
        "original": origin.original,
        "original_sha256": origin.original_sha256,
        "excerpt": origin.excerpt,
    }


def casualty_row(claim: Casualty, number: int) -> Row:
    """One row of ``casualties``; ``toll_id`` is set when tolls are resolved."""
    where = place_cells(claim.place, claim.also_at)
    return plain_row(claim, number) | quantity_cells(claim.quantity) | where


def incident_row(claim: Incident, number: int) -> Row:
    """One row of ``incidents``."""
    return plain_row(claim, number) | place_cells(claim.place, claim.also_at)


def territory_row(claim: TerritorialChange, number: int) -> Row:
    """One row of ``territory``."""
    counted = quantity_cells(claim.quantity)
    return plain_row(claim, number) | counted | {"n_places": len(claim.places)}


def place_rows(claim: TerritorialChange) -> list[Row]:
    """The rows of ``territory_places`` for one claim, in the order of the text."""
    return [
        {"claim_id": claim.id, "position": position} | place_cells(place)
        for position, place in enumerate(claim.places, start=1)
    ]


def plain_row(claim: Claim, number: int) -> Row:
    """What every claim carries, and its own plain fields."""
    own = {f.name: _cell(getattr(claim, f.name)) for f in fields(claim) if f.name not in _PARTS}
    shared = {"claim_id": claim.id, "source": number}
    return own | shared | attribution_cells(claim.attribution) | when_cells(claim.when)


def attribution_cells(attribution: Attribution) -> Row:
    """The columns that say who says so."""
    return {
        "source_original": attribution.source_original,
        "source_kind": attribution.kind,
        "cue": attribution.cue,
        "direct": attribution.direct,
    }


def when_cells(when: When) -> Row:
    """The date columns."""
    return {
        "date_start": when.start,
        "date_end": when.end,
        "date_prec": when.date_prec,
        "date_as_written": when.as_written,
        "date_basis": when.basis,
    }


def quantity_cells(quantity: Quantity | None) -> Row:
    """The count columns; all empty where there is no count."""
    cells = {name: getattr(quantity, name, None) for name in ("low", "best", "high")}
    return cells | {
        "quantity_kind": getattr(quantity, "kind", None),
        "quantity_as_written": getattr(quantity, "as_written", None),
    }


def place_cells(place: Place | None, also: Iterable[Place] = ()) -> Row:
    """The place columns; all empty where there is no place. ``also``: further ones of its list."""
    names = ("country", "admin1", "latitude", "longitude", "where_prec", "geonameid", "direction")
    return {
        "place": (place.name or place.as_written) if place else None,
        "place_as_written": place.as_written if place else None,
        "place_kind": place.kind if place else None,
        "also_at": [" ".join(filter(None, (p.direction, p.as_written))) for p in also],
        **{name: getattr(place, name, None) for name in names},
    }


def _utc(moment: datetime | None) -> str | None:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _carried(copy: Copy) -> str:
    """``publisher | url | day | file``; a publisher's own bars and semicolons would divide it."""
    publisher = (copy.publisher or "").replace("|", "/").replace(";", ",")
    day = copy.published.isoformat() if copy.published else ""
    return " | ".join((publisher, copy.url or "", day, copy.path))


def _cell(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _texts(*values: str | None) -> list[str]:
    return [value or "" for value in values]
