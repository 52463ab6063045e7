"""A toll as one voice tells it: who, when it was first told, what kind of count it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import chain
from typing import Literal

from briefing.actors import is_anonymous
from briefing.language.inflection import plurals_of
from briefing.language.vague import coded
from briefing.ledger import Row
from briefing.lexicon import load, word_set
from briefing.resolve.comparable import stands_alone, top_of
from briefing.resolve.persons import is_of_one, name_of_dead
from briefing.resolve.spots import head_of_spot, is_all_over
from briefing.resolve.whereabouts import is_wide
from briefing.rows import short_name, source_numbers
from briefing.sourcename import name_source

Scope = Literal["incident", "running_total", "period_total", "part"]
_BLURRED = ("dateline", "assumed", "unknown")
PLACE = (
    "place", "place_as_written", "place_kind", "country", "admin1", "latitude", "longitude",
    "where_prec", "geonameid", "direction", "also_at",
)  # fmt: skip
TOLL = "casualties.toll"  # the rule of "the death toll is 40"
_NIGHT = 1  # day: an attack by night has two dates


@dataclass(frozen=True)
class Telling:
    """One row of ``tolls`` with its voice.

    ``origin``: the text names who says so; else the outlet speaks for itself. ``first`` is the day
    of its first publication. ``order`` sorts tellings alike however the articles were handed over.
    ``accepted``: the party that, as one of its articles tells, says it did it.
    """

    toll: Row
    voice: str
    origin: bool
    credible: bool
    first: date
    articles: frozenset[str]
    order: tuple[date, str, int]
    accepted: str | None = None
    sentences: frozenset[tuple[str, int]] = frozenset()  # article and offset of those that tell it
    risen: bool = False  # told as a toll that rose
    all_over: bool = False  # told of all parts of a town

    @cached_property
    def spot(self) -> str | None:
        """What stands in a town that lost others elsewhere, too: "market" of "busy market"."""
        words = self.toll.get("where_description")
        return head_of_spot(words) if words else None

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.toll)

    @cached_property
    def blamed(self) -> str | None:
        """Who is held responsible, by name: "gunmen" says nothing of who they are."""
        name = self.toll["perpetrator"]
        return name if name and not is_anonymous(name) else None

    @cached_property
    def figure(self) -> tuple[int | None, int]:
        """What is compared of a count; "at least 16" and 16 are the same figure."""
        return self.toll["low"], top_of(self.toll)

    @cached_property
    def counted(self) -> bool:
        return self.toll["low"] is not None or self.toll["high"] is not None

    @cached_property
    def meant(self) -> int | None:
        """The fewest that a word of number says: "hundreds"."""
        vague = self.toll["quantity_kind"] == "vague"
        return coded(self.toll["quantity_as_written"], "lowest") if vague else None

    @cached_property
    def singled_out(self) -> frozenset[tuple[str, object]]:
        """What tells its victims from others however late it is told again: "six" and "priest",
        a name, or so many at one kind of spot."""
        words = (self.toll["victim"] or "").lower().split() if self.counted else ()
        known = _singled_out()
        nouns = [known[word] for word in words if word in known]
        owned = [" ".join(words)] if is_of_one(self.toll) and _is_owned(words) else []
        many = self.counted and self.figure[1] >= load("events")["retold"]["at_spot"]
        spots = [self.spot] if self.spot and many else []
        return frozenset((word, self.figure) for word in (*nouns, *owned, *self.name, *spots))

    @cached_property
    def name(self) -> list[str]:
        """The words of the name of the one person killed, who dies once."""
        return name_of_dead(self.toll)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        start, end = self.toll["date_start"], self.toll["date_end"]
        if start is None and end is None:
            return None
        return start or end, end or start

    @cached_property
    def stated(self) -> bool:
        """Whether the text itself says when."""
        return not is_blurred(self.toll)

    @cached_property
    def reach(self) -> tuple[date, date] | None:
        """The days it may be of: its own; where the dateline gives it, those before it, too.

        What is told on a day was no later: two such days that lie two apart are not one.
        """
        if self.days is None or self.toll["date_basis"] != "dateline":
            return self.days
        slack = timedelta(days=load("events")["days"]["blurred"])
        return self.days[0] - slack, self.days[1]


def _is_owned(words: Sequence[str]) -> bool:
    """ "The minister's driver": nobody else is called so."""
    return any(word.endswith(("'s", "’s")) for word in words[:-1])


@cache
def _singled_out() -> dict[str, str]:
    """The singular of each word for people of whom there are few, by singular and plural."""
    words = load("events")["retold"]["victims"].split()
    return {form: word for word in words for form in (word, *plurals_of(word))}


def scope_of(toll: Row) -> Scope:
    """What kind of count a toll is.

    A part of another figure; a running total; the total of several days or of a whole division or
    country, and any count of what only totals are given of (displaced people); else one incident. A
    window that extraction only assumed is one incident's, and so is a toll "raised to 32" that
    names the incident's own town and day, and one that is told of one attack in a division.
    """
    if not stands_alone(toll):
        return "part"
    area = is_wide(toll) and not (toll.get("one_attack") and _length(toll) <= _NIGHT)
    wide = area or toll["outcome"] in load("events")["totals"]["outcomes"]
    dated = toll["date_start"] is not None and _length(toll) <= _NIGHT
    if toll["running_total"] and (wide or not toll.get("place") or not dated):
        return "running_total"
    several = _length(toll) > 0 and not is_blurred(toll)
    return "period_total" if wide or (several and not toll["running_total"]) else "incident"


def is_blurred(row: Row) -> bool:
    """Whether no text states the days of a toll or an event: they are taken from around it."""
    return row["date_basis"] in _BLURRED


def _length(toll: Row) -> int:
    """How many days lie between the first and the last day of a count."""
    if toll["date_start"] is None or toll["date_end"] is None:
        return 0
    days: int = (toll["date_end"] - toll["date_start"]).days
    return days


def tell_all(
    tolls: Iterable[Row], casualties: list[Row], sources: list[Row], incidents: Iterable[Row] = ()
) -> list[Telling]:
    """Every toll as its voice tells it, in the order of the week."""
    claims = {row["claim_id"]: row for row in casualties}
    by_number = {row["number"]: row for row in sources}
    accepting = _accepting(chain(casualties, incidents))
    told = [_tell(toll, claims, by_number, accepting) for toll in tolls]
    return sorted(told, key=lambda telling: telling.order)


def _accepting(rows: Iterable[Row]) -> set[tuple[str, str]]:
    """Article and party of each sentence in which a party says that it did it."""
    words = load("events")["accepting"]["words"]
    held = (row for row in rows if row["perpetrator"])
    return {
        (row["article_id"], row["perpetrator"])
        for row in held
        if any(phrase in row["sentence"].lower() for phrase in words)
    }


def _tell(
    toll: Row,
    claims: Mapping[str, Row],
    sources: Mapping[int, Row],
    accepting: set[tuple[str, str]],
) -> Telling:
    rows = [claims[claim] for claim in toll["claim_ids"]]
    read = [sources[number] for number in source_numbers(toll) if number in sources]
    first = min((row["published"] for row in read if row["published"]), default=date.max)
    opening = min(rows, key=lambda row: (row["article_id"], row["start"]))
    blamed = toll["perpetrator"]
    accepted = any((row["article_id"], blamed) in accepting for row in rows)
    return Telling(
        toll=toll if _is_placed(toll, rows) else toll | dict.fromkeys(PLACE),
        voice=voice_of(toll, sources),
        origin=bool(toll["source_original"]),
        credible=_is_credible(toll, read),
        first=first,
        articles=frozenset(row["article_id"] for row in rows),
        order=(first, opening["article_id"], opening["start"]),
        accepted=blamed if accepted else None,
        sentences=frozenset((row["article_id"], row["sentence_start"]) for row in rows),
        risen=any(map(_has_risen, rows)),
        all_over=any(map(is_all_over, rows)),
    )


def _has_risen(claim: Row) -> bool:
    """ "The death toll has risen to 40": fewer were counted before."""
    words = word_set("events", "counts", "risen")
    return bool(claim["rule"] == TOLL) and not words.isdisjoint(claim["quote"].lower().split())


def _is_placed(toll: Row, claims: list[Row]) -> bool:
    """Whether a place holds: a total that one text gives without a place is not tied to one."""
    return scope_of(toll) == "incident" or all(claim.get("place") for claim in claims)


def voice_of(row: Row, sources: Mapping[int, Row]) -> str:
    """Who says so: whom the text names, else what its source is called.

    A text that repeats another one with other figures speaks with its voice. No name has a
    semicolon: the ledger joins lists with it.
    """
    return _name(row, sources).replace(";", ",")


def _name(row: Row, sources: Mapping[int, Row]) -> str:
    if row["source_original"]:
        return short_name(row["source_original"])
    number = source_numbers(row)[0]
    while first := sources.get(number, {}).get("version_of"):
        number = first
    return name_source({"number": number, **sources.get(number, {})})


def _is_credible(toll: Row, read: list[Row]) -> bool:
    """Whether a voice counts towards a grade: by its certainty, and by the analyst's own grades."""
    rule = load("events")["voices"]
    grades = [row["grade"] for row in read]
    trusted = not grades or any(grade not in rule["unreliable"] for grade in grades)
    return trusted and toll["certainty"] in rule["certainties"]
