"""Why a claim is as it is: its parts, how each was read, and the words it was read from.

Nothing is found again here: the words are those that the claim carries in ``because``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing import wording
from briefing.language.document import Document
from briefing.lexicon import find_rule, load
from briefing.models import (
    Casualty,
    Claim,
    Implication,
    Incident,
    Place,
    Quantity,
    Reason,
    Role,
    SummaryPoint,
    TerritorialChange,
    When,
)

_PRECISION = {1: "one day", 2: "2 to 6 days", 3: "a week", 4: "a month", 5: "a year"}
_HELD = {
    "named": "named for this attack",
    "word": "the telling has a word for it, the article the name",
}
_WHERE = {
    1: "exact", 2: "within 25 km", 3: "second-level division", 4: "first-level division",
    5: "a line or area", 6: "country", 7: "sea or air",
}  # fmt: skip
_BASIS = {
    "stated": "as the text states it",
    "relative": "counted from the day of publication",
    "counted": "counted from another day that the text tells",
    "dateline": "the day of the report or its heading",
    "assumed": "no date is given: the days up to the report",
    "unknown": "no date is given",
}


@dataclass(frozen=True)
class Part:
    """One part of a claim: how it was read and from which words."""

    name: str
    read_as: str
    words: tuple[Reason, ...] = ()


def explain(claim: Claim) -> list[Part]:
    """The parts of a claim in the order in which they are best read."""
    return [*_own_parts(claim), *_common_parts(claim)]


def title_of(claim: Claim) -> str:
    """The claim in a few words: ``killed: ≥ 12 herders``."""
    if isinstance(claim, Casualty):
        return f"{claim.outcome}: {_join(_count(claim.quantity), claim.victim)}"
    if isinstance(claim, Incident):
        return f"attack: {_join(claim.sub_event_type, claim.place.name if claim.place else None)}"
    if isinstance(claim, TerritorialChange):
        places = wording.listed(place.name for place in claim.places)
        counted = _count(claim.quantity) if claim.quantity else ""
        return f"{_spaced(claim.action)}: {_join(counted, claim.part or claim.unit, places)}"
    if isinstance(claim, Implication):
        return f"{_spaced(claim.kind)}, for {wording.listed(claim.subjects)}"
    return "summary point"


def rules_of(claim: Claim) -> list[str]:
    """The rules that made a claim, each as the lexicon's file and its name there."""
    if isinstance(claim, Implication):
        return list(dict.fromkeys(reason.how for reason in _reasons(claim, "rule")))
    if isinstance(claim, SummaryPoint):
        return [f"summary.{name}" for name in claim.rule.split(" + ")]
    return [claim.rule]


def origin(document: Document, claim: Claim, reason: Reason) -> str:
    """Where words stand that are not in the claim's sentence: "the sentence before"; else ""."""
    if claim.sentence_start <= reason.start < claim.sentence_end:
        return ""
    place = document.dateline.place if document.dateline and reason.role == "place" else None
    if place and place.start == reason.start:
        return "the dateline"
    own, other = document.sentence_at(claim.sentence_start), document.sentence_at(reason.start)
    apart = other.index - own.index
    side = "before" if apart < 0 else "after"
    return f"the sentence {side}" if abs(apart) == 1 else f"{abs(apart)} sentences {side}"


# --- what a kind of claim has of its own --------------------------------------------------------


def _own_parts(claim: Claim) -> Iterator[Part]:
    if isinstance(claim, Casualty):
        yield from _casualty_parts(claim)
    elif isinstance(claim, Incident):
        yield from _incident_parts(claim)
    elif isinstance(claim, TerritorialChange):
        yield from _territory_parts(claim)
    elif isinstance(claim, Implication):
        yield from _implication_parts(claim)
    elif isinstance(claim, SummaryPoint):
        yield Part("weight", f"{claim.weight:g}, only for the order of points")


def _casualty_parts(claim: Casualty) -> Iterator[Part]:
    yield _part(claim, "trigger", f"{claim.outcome}", "trigger")
    yield _part(claim, "count", _bounds(claim.quantity), "count")
    side = f"of {claim.victim_side}" if claim.victim_side else None
    status = "status not said" if claim.victim_group == "unknown" else claim.victim_group
    words = claim.victim if claim.victim != status else None
    yield _part(claim, "people", _comma(words, status, side), "people")
    told = {
        "part of another figure": claim.subset,
        "running total": claim.running_total,
        "told in passing, from before": claim.background,
    }
    if any(told.values()):
        yield Part("read as", ", ".join(words for words, true in told.items() if true))
    ways = [_HELD.get(reason.how, reason.how) for reason in _reasons(claim, "perpetrator")]
    by = _comma(claim.perpetrator or "not said", *ways[-1:], claim.means)
    yield _part(claim, "by", by, "perpetrator")
    yield from _where(claim)


def _incident_parts(claim: Incident) -> Iterator[Part]:
    yield _part(claim, "trigger", f"{claim.event_type}: {claim.sub_event_type}", "trigger")
    held = _comma(claim.perpetrator or "nobody by name", _HELD.get(claim.basis or ""))
    yield _part(claim, "by", held, "perpetrator")
    if claim.suspect:
        signs = "; ".join(reason.how for reason in _reasons(claim, "suspect"))
        lead = f"{claim.suspect}, {claim.suspect_score}, a lead by these signs: {signs}"
        yield _part(claim, "suspect", lead, "suspect")
    if claim.attacker:
        yield Part("attacker", f"“{claim.attacker}” in the telling's words")
    yield from _where(claim)
    if claim.background:
        yield Part("read as", "told in passing, from before")


def _where(claim: Casualty | Incident) -> Iterator[Part]:
    yield _part(claim, "where", _places(claim), "place")
    if claim.where_description:
        yield _part(claim, "spot", claim.where_description, "spot")


def _territory_parts(claim: TerritorialChange) -> Iterator[Part]:
    yield _part(claim, "trigger", _spaced(claim.action), "trigger")
    counted = _bounds(claim.quantity) if claim.quantity else None
    what = _comma(counted, claim.part, claim.unit)
    yield _part(claim, "taken", what or "a place by its name", "taken")
    yield _part(claim, "gainer", claim.gainer or "not said", "gainer")
    yield _part(claim, "loser", claim.loser or "not said", "loser")
    for place in claim.places or (None,):
        words = tuple(r for r in _reasons(claim, "place") if place and r.start == place.start)
        yield Part("where", _place(place), words)
    if claim.background:
        yield Part("read as", "told in passing, from before")


def _implication_parts(claim: Implication) -> Iterator[Part]:
    lexicon = load("implications")
    fired = _reasons(claim, "rule")
    points = {name: _points(name) for name in rules_of(claim)}
    for name, worth in points.items():
        words = tuple(reason for reason in fired if reason.how == name)
        yield Part("rule", f"{worth:+g} by {name}, as in {_example(name)}", words)
    named = _reasons(claim, "subject")
    only_towns = all(reason.how == "town" for reason in named)
    worth = lexicon["town" if only_towns else "named"] if named else 0
    yield Part("points", f"{sum(points.values()) + worth:g}, of {lexicon['threshold']:g} needed")
    extra = f"; a name in the sentence {worth:+g}" if named else "; carried on"
    yield Part("subjects", f"{', '.join(claim.subjects)}{extra}", named)
    yield Part("kind", _spaced(claim.kind))
    yield Part("theme", claim.theme)
    if claim.modality:
        yield Part("likelihood", ", ".join(f"“{words}”" for words in claim.modality))


def _points(rule: str) -> float:
    found = find_rule(rule)
    return float(found.entry["points"]) if found else 0.0


def _example(rule: str) -> str:
    found = find_rule(rule)
    return f"“{found.entry['example']}”" if found else "no example"


# --- what all have ------------------------------------------------------------------------------


def _common_parts(claim: Claim) -> Iterator[Part]:
    said = claim.attribution
    kind = f"{'UN' if said.kind == 'un' else said.kind} source" if said.kind else None
    who = _comma(said.source_original, kind, f"cue “{said.cue}”" if said.cue else None)
    carried = said.source_original and not _reasons(claim, "source")
    who = f"{who}, carried on from an earlier sentence" if carried else who
    voice = who if said.source_original else "the article in its own voice"
    yield _part(claim, "who says so", voice, "source")
    yield _part(claim, "certainty", _certainty(claim), "certainty")
    if not isinstance(claim, Implication):  # outlooks are not dated
        yield _part(claim, "when", _when(claim.when), "time")


def _certainty(claim: Claim) -> str:
    if _reasons(claim, "certainty"):
        return claim.certainty
    if claim.certainty == "claimed":
        return "claimed: a party to the conflict says so"
    return f"{claim.certainty}: no word makes it more or less certain"


def _when(when: When) -> str:
    days = wording.window(when.start, when.end, year=True)
    exact = _PRECISION.get(when.date_prec or 0)
    return _comma(days or "not dated", _BASIS[when.basis], f"precise to {exact}" if exact else None)


def _places(claim: Casualty | Incident) -> str:
    return "; ".join(map(_place, (claim.place, *claim.also_at)))


def _place(place: Place | None) -> str:
    if place is None:
        return "not said"
    if not place.resolved:
        return f"{place.name}, {place.kind}, not found in the gazetteer"
    exact = _WHERE.get(place.where_prec or 0)
    inside = place.admin1 if place.admin1 != place.name else None
    name = _join(place.direction, place.name)
    return _comma(name, place.kind, inside, place.country, exact)


def _bounds(quantity: Quantity) -> str:
    """How a count was read: ``at least, low 12, best 12, high open``."""
    if quantity.kind in ("vague", "none"):
        return "vague, no number" if quantity.kind == "vague" else "nobody"
    if quantity.kind == "exact" and quantity.best is not None:
        return f"exactly {wording.number(quantity.best)}"
    values = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
    shown = [f"{name} {'open' if n is None else wording.number(n)}" for name, n in values.items()]
    return _comma(_spaced(quantity.kind), *shown)


# --- parts --------------------------------------------------------------------------------------


def _part(claim: Claim, name: str, read_as: str, role: Role) -> Part:
    return Part(name, read_as, _reasons(claim, role))


def _reasons(claim: Claim, role: Role) -> tuple[Reason, ...]:
    return tuple(reason for reason in claim.because if reason.role == role)


def _count(quantity: Quantity) -> str:
    q = quantity
    return wording.count(q.kind, q.low, q.best, q.high, q.as_written)


def _comma(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _join(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _spaced(name: str) -> str:
    return name.replace("_", " ")
