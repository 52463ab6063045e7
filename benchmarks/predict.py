"""The extractor's answers in the benchmark kit's format, one JSON line per record.

Use: ``python benchmarks/predict.py FILE.jsonl > predictions.jsonl``. Of each record only ``id``,
``set``, ``text`` and ``date`` are read.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.actors import is_anonymous, names_of
from briefing.articles.prose import normalize
from briefing.extract import extract
from briefing.extract.casualties.same.alike import head
from briefing.extract.casualties.same.totals import total_people
from briefing.language.vague import least
from briefing.lexicon import load
from briefing.models import (
    Article,
    Casualty,
    Extraction,
    Incident,
    Place,
    Quantity,
    TerritorialChange,
    When,
)

_BOOK = "lowest"  # the kit's coders put a number on words; the ledger never does
# The coders of this set counted no losses of the side that publishes it.
_OWN_SIDE = {
    "isaf": frozenset(("ISAF", "NATO", "United States", "Afghan National Security Forces"))
}
_BY_OFFSET = ("geo", "implications", "re3d")  # their answers are offsets in the text as it is
_EVER = ("evloc",)  # this set asks of every killing and capture, however long ago
_KINDS = load("totals")["kinds"]
_IRREGULAR = {w for k in ("irregular", "perpetrator") for w in _KINDS[k]["words"].split()}
_ZERO = dict.fromkeys(("killed", "injured", "detained"), 0)


def main(path: str) -> None:
    """Print one prediction per record of the file at ``path``."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(predict(json.loads(line)), ensure_ascii=False))


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """The kit's fields for one record."""
    article = article_of(record)
    extraction = extract(article)
    ever = record["set"] in _EVER
    told = [c for c in extraction.casualties if c.quantity.kind != "none"]
    casualties = [c for c in told if _coded(c, record["set"]) and (ever or not c.background)]
    placed: list[Casualty | Incident] = [
        i for i in extraction.incidents if ever or not i.background
    ]
    if record["set"] == "muc4":
        placed += [claim for claim in casualties if not _is_target(claim)]
        casualties = _one_by_one([claim for claim in casualties if _is_target(claim)])
    return {
        "id": record["id"],
        "casualties": [
            *(_casualty(extraction, claim, record["set"]) for claim in casualties),
            *(_event(claim, record["set"]) for claim in placed),
        ],
        "totals": _ZERO | totals(casualties, record["set"]),
        "territory": [
            _change(change, article.text, record["set"])
            for change in extraction.territory
            if ever or not change.background
        ],
        "places": [_place(place) for place in extraction.places],
        "perps": _perpetrators(extraction),
        "dates": _dates(extraction),
        "attributions": _attributions(extraction),
        "implications": [_implication(claim) for claim in extraction.implications],
        "summary": " ".join(point.text for point in extraction.summary),
    }


def _coded(claim: Casualty, name: str) -> bool:
    """Whether a set's key codes such a claim.

    MUC-4's code book asks for the dead, the injured and the kidnapped of single incidents; an
    arrest, a capture or what a year or a war has cost is none.
    """
    kidnapped = claim.outcome == "detained" and claim.means == "abduction"
    incident = kidnapped or claim.outcome in ("killed", "injured")
    return name != "muc4" or (incident and not claim.running_total)


def _is_target(claim: Casualty) -> bool:
    """Whether MUC-4's coders enter such people: whom guerrillas and criminals attack, not them."""
    return head(claim) not in _IRREGULAR


def _one_by_one(claims: list[Casualty]) -> list[Casualty]:
    """Without the counts whose people the text lists: MUC-4's coders enter each of them."""
    listed: Counter[tuple[str, int]] = Counter()
    for claim in claims:
        if claim.subset:
            listed[claim.outcome, claim.sentence_start] += claim.quantity.best or 0
    sums = {(outcome, count) for (outcome, _), count in listed.items()}
    return [c for c in claims if c.subset or (c.outcome, c.quantity.best) not in sums]


def _day(text: str) -> date | None:
    """The day of a record; None where it is written in words, which say nothing of their year."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def article_of(record: dict[str, Any]) -> Article:
    """The record as an article."""
    text = record["text"] if record["set"] in _BY_OFFSET else normalize(record["text"])
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = _day(record.get("date") or "")
    return Article(digest[:12], f"{record['id']}.txt", text, digest, published=published)


def _casualty(extraction: Extraction, claim: Casualty, name: str) -> dict[str, Any]:
    return {
        "outcome": claim.outcome,
        **_counts(claim.quantity),
        "victim": claim.victim,
        "subset": claim.subset,
        "places": _names(_all_of(claim), name),
        "perp": _perpetrator(extraction, claim),
        "date": claim.when.start.isoformat() if claim.when.start else None,
    }


def _event(claim: Casualty | Incident, name: str) -> dict[str, Any]:
    """An attack as an item without a count: the kit reads its place."""
    return {"places": _names(_all_of(claim), name)}


def totals(casualties: list[Casualty], name: str) -> dict[str, dict[str, int | None]]:
    """Each outcome's total over an article, vague counts as the set's coders counted them."""
    own = _OWN_SIDE.get(name, frozenset())
    counted = [claim for claim in casualties if claim.victim_side not in own]
    found = total_people(counted, codebook="isaf" if name == "isaf" else _BOOK)
    return {
        outcome: {"low": total.low, "best": total.best, "high": total.high}
        for outcome, total in found.items()
    }


def _counts(quantity: Quantity) -> dict[str, Any]:
    if quantity.kind == "vague":
        floor = least(quantity, _BOOK)
        return {"low": floor, "high": None, "best": floor, "vague": True}
    return {"low": quantity.low, "high": quantity.high, "best": quantity.best}


def _change(claim: TerritorialChange, text: str, name: str) -> dict[str, Any]:
    count = claim.quantity.best if claim.quantity else len(claim.places) or None
    places = _names(claim.places, name)
    # parties as the text has them
    parties = {reason.role: text[reason.start : reason.end] for reason in claim.because}
    return {
        "action": claim.action, "gainer": parties.get("gainer"), "loser": parties.get("loser"),
        "places": places, "n_places": count,
    }  # fmt: skip


def _all_of(claim: Casualty | Incident) -> list[Place]:
    return [*([claim.place] if claim.place else []), *claim.also_at]


def _names(places: Sequence[Place], name: str) -> list[str]:
    """Places as written, and in what they lie where a set's key is a hierarchy or a province."""
    if name not in ("muc4", "isaf"):
        return [place.as_written for place in places]
    chains = [(p.as_written, *(w.as_written for w in p.within), p.admin1) for p in places]
    states = [load("countries")[p.country]["name"] for p in places if p.country and name == "muc4"]
    return list(dict.fromkeys(n for chain in (*chains, states) for n in chain if n))


def _place(place: Place) -> dict[str, Any]:
    return {
        "text": place.as_written, "start": place.start, "end": place.end,
        "lat": place.latitude, "lon": place.longitude,
    }  # fmt: skip


def _perpetrators(extraction: Extraction) -> list[str]:
    """Each organisation held responsible for an attack of the article's own days."""
    told = [incident for incident in extraction.incidents if not incident.background]
    names = [_perpetrator(extraction, incident) for incident in told]
    return list(dict.fromkeys(name for name in names if name))


def _perpetrator(extraction: Extraction, claim: Casualty | Incident) -> str | None:
    """All names of who did it, and the words of the text: the kit matches any of them.

    The kit asks for the likeliest; for an attack that nobody is blamed for that is the suspect.
    """
    name = claim.perpetrator
    if name is None and isinstance(claim, Incident):
        name = claim.suspect
    if name is None or is_anonymous(name):
        return None
    text, roles = extraction.article.text, ("perpetrator", "suspect")
    words = [text[r.start : r.end] for r in claim.because if r.role in roles]
    return " / ".join(dict.fromkeys((*(names_of(name) or (name,)), *words)))


def _dates(extraction: Extraction) -> list[str]:
    claims = (*extraction.casualties, *extraction.incidents, *extraction.territory)
    return list(dict.fromkeys(day.isoformat() for claim in claims for day in _days_of(claim.when)))


def _days_of(when: When) -> list[date]:
    """The day of a claim, both days of a night; no day of a longer window, which dates none."""
    if when.start is None or when.end is None or when.basis == "assumed":
        return []
    if when.end - when.start > timedelta(days=1):
        return []
    return list(dict.fromkeys((when.start, when.end)))


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
