"""The extractor's answers in the benchmark kit's format, one JSON line per record.

Use: ``python benchmarks/predict.py FILE.jsonl > predictions.jsonl``. Of each record only ``id``,
``set``, ``text`` and ``date`` are read.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.extract import extract
from briefing.models import Article, Casualty, Extraction, Place, Quantity, TerritorialChange

# The kit's coders put a number on words; the ledger never does. From the kit's own notes.
_VAGUE_FLOORS = {
    "hundred": 200,
    "thousand": 2000,
    "million": 2000000,
    "score": 40,
    "tens": 40,
    "dozen": 24,
}
_ISAF_FLOORS = {"several": 3, "few": 3, "some": 3, "group": 3, "multiple": 3, "numerous": 4,
                "handful": 4, "large number": 5} | _VAGUE_FLOORS  # fmt: skip
_VAGUE = 2


def main(path: str) -> None:
    """Print one prediction per record of the file at ``path``."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(predict(json.loads(line)), ensure_ascii=False))


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """The kit's fields for one record."""
    extraction = extract(_article(record))
    told = [c for c in extraction.casualties if not c.background and c.quantity.kind != "none"]
    casualties = [c for c in told if _coded(c, record["set"])]
    return {
        "id": record["id"],
        "casualties": [_casualty(claim) for claim in casualties],
        "totals": totals(casualties, record["set"]),
        "territory": [_change(t) for t in extraction.territory if not t.background],
        "places": [_place(place) for place in extraction.places],
        "perps": list(dict.fromkeys(c.perpetrator for c in casualties if c.perpetrator)),
        "dates": _dates(extraction),
        "attributions": _attributions(extraction),
        "implications": [_implication(claim) for claim in extraction.implications],
        "summary": " ".join(point.text for point in extraction.summary),
    }


def _coded(claim: Casualty, name: str) -> bool:
    """Whether a set's key codes such a claim.

    MUC-4's code book asks for the dead, the injured and the kidnapped; an arrest or a capture is
    none of its incidents.
    """
    kidnapped = claim.outcome == "detained" and claim.means == "abduction"
    return name != "muc4" or kidnapped or claim.outcome in ("killed", "injured")


def _day(text: str) -> date | None:
    """The day of a record; None where it is written in words, which say nothing of their year."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = _day(record.get("date") or "")
    return Article(digest[:12], f"{record['id']}.txt", text, digest, published=published)


def _casualty(claim: Casualty) -> dict[str, Any]:
    place = claim.place.as_written if claim.place else None
    return {
        "outcome": claim.outcome,
        **_counts(claim.quantity),
        "victim": claim.victim,
        "subset": claim.subset,
        "place": place,
        "perp": claim.perpetrator,
        "date": claim.when.start.isoformat() if claim.when.start else None,
    }


def totals(casualties: list[Casualty], name: str) -> dict[str, dict[str, int | None]]:
    """Each outcome's total over an article: what it tells again counts once."""
    found: dict[str, dict[str, int | None]] = {}
    for outcome in ("killed", "injured", "detained"):
        told = [c for c in casualties if c.outcome == outcome]
        whole = [c for c in told if not c.subset] or told
        counts = [_counts(c.quantity, name) for c in _once(whole)]
        low = sum(count["low"] or 0 for count in counts)
        best = sum(count["best"] or count["low"] or count["high"] or 0 for count in counts)
        high = None if any(count["high"] is None for count in counts) else best
        found[outcome] = {"low": low, "best": best, "high": high}
    return found


def _once(claims: list[Casualty]) -> list[Casualty]:
    kept: list[Casualty] = []
    for claim in claims:
        again = next((i for i, earlier in enumerate(kept) if _same(earlier, claim)), None)
        if again is None:
            kept.append(claim)
        elif kept[again].quantity.kind == "vague":
            kept[again] = claim  # "several insurgents", later "three insurgents"
    return kept


def _same(first: Casualty, second: Casualty) -> bool:
    """The same victims with the same count, or with a count for what was vague."""
    one, two = first.quantity, second.quantity
    vague = "vague" in (one.kind, two.kind)
    alike = _head(first) == _head(second)
    if vague:
        return alike and _head(first) != ""
    return (one.low, one.best, one.high) == (two.low, two.best, two.high) and (
        alike or "" in (_head(first), _head(second))
    )


def _head(claim: Casualty) -> str:
    words = (claim.victim or "").lower().split()
    return words[-1].removesuffix("s") if words else ""


def _counts(quantity: Quantity, name: str = "") -> dict[str, Any]:
    if quantity.kind == "vague":
        words = quantity.as_written.lower()
        floors = _ISAF_FLOORS if name == "isaf" else _VAGUE_FLOORS
        floor = next((n for word, n in floors.items() if word in words), _VAGUE)
        return {"low": floor, "high": None, "best": floor, "vague": True}
    return {"low": quantity.low, "high": quantity.high, "best": quantity.best}


def _change(claim: TerritorialChange) -> dict[str, Any]:
    count = claim.quantity.best if claim.quantity else len(claim.places) or None
    places = [place.as_written for place in claim.places]
    return {
        "action": claim.action, "gainer": claim.gainer, "loser": claim.loser,
        "places": places, "n_places": count,
    }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {
        "text": place.as_written, "start": place.start, "end": place.end,
        "lat": place.latitude, "lon": place.longitude,
    }  # fmt: skip


def _dates(extraction: Extraction) -> list[str]:
    claims = (*extraction.casualties, *extraction.territory)
    days = [c.when.start for c in claims if c.when.start and c.when.date_prec == 1]
    return list(dict.fromkeys(day.isoformat() for day in days))


def _attributions(extraction: Extraction) -> list[dict[str, Any]]:
    claims = (*extraction.casualties, *extraction.territory, *extraction.implications)
    return [
        {"source": c.attribution.source_original, "cue": c.attribution.cue, "content": c.quote}
        for c in claims
        if c.attribution.source_original
    ]


def _implication(claim: Any) -> dict[str, Any]:
    return {
        "start": claim.start, "end": claim.end, "subjects": list(claim.subjects),
        "kind": claim.kind, "theme": claim.theme, "modality": list(claim.modality),
        "source_original": claim.attribution.source_original,
    }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
