"""Claims of territory → changes of hands: one row per place and change, whoever tells it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise

from briefing import wording
from briefing.actors import fights_for, is_anonymous
from briefing.ledger import Row
from briefing.lexicon import load, word_set
from briefing.models import SAID
from briefing.resolve.grades import is_one_side
from briefing.resolve.telling import PLACE, voice_of
from briefing.resolve.tolls import CERTAINTIES, order_of
from briefing.resolve.whereabouts import place_key
from briefing.rows import source_numbers

_WHEN = ("date_start", "date_end", "date_prec", "date_as_written", "date_basis")
Key = tuple[object, ...]
_TWICE = 2
_NO_DAY = 9  # beyond every date_prec


@dataclass
class _Change:
    """The claims of one change of hands, and the denials of it."""

    said: list[Row] = field(default_factory=list)
    denied: list[Row] = field(default_factory=list)
    against: list[str] = field(default_factory=list)  # sides said to hold it on the same days
    gainer: str | None = None  # the first that is named, a name before "fighters"
    days: tuple[date, date] | None = None

    def add(self, row: Row) -> None:
        """Take a claim in, or a denial, whose days count only where nothing else is said."""
        (self.denied if row["certainty"] == "denied" else self.said).append(row)
        name = row["gainer"]
        if name and (self.gainer is None or is_anonymous(self.gainer)):
            self.gainer = name if self.gainer is None or not is_anonymous(name) else self.gainer
        if row["date_start"] and (row["certainty"] != "denied" or not self.said):
            first, last = self.days or (row["date_start"], _end(row))
            self.days = min(first, row["date_start"]), max(last, _end(row))

    @property
    def rows(self) -> list[Row]:
        """Who says it; where nobody does, who denies it."""
        return self.said or self.denied


def resolve_control(territory: list[Row], places: list[Row], sources: list[Row]) -> list[Row]:
    """Return the rows of ``control``: named places only.

    Counts have their chart: "a number of villages in Hama" is not Hama.
    """
    claims = {row["claim_id"]: row for row in territory if is_of_places(row)}
    published = {row["article_id"]: row["published"] for row in sources}
    told = [claims[place["claim_id"]] | place for place in places if place["claim_id"] in claims]
    told.sort(key=lambda row: (_day(row), order_of(row, published)))
    blocks: dict[Key, list[Row]] = {}
    for row in told:
        blocks.setdefault(_block(row), []).append(row)
    by_number = {row["number"]: row for row in sources}
    return _identified(row for key in blocks for row in _rows(_gather(blocks[key]), by_number))


def is_of_places(row: Row) -> bool:
    """Whether a claim of the period is of places as such and counts nothing in them."""
    return not row["background"] and (row["quantity_kind"] is None or row["unit"] is None)


def part_of_place(row: Row) -> str | None:
    """The part of a place that was taken, if it was no more: ``main terminal``, ``district``."""
    unit: str | None = row["unit"]
    part: str | None = row["part"] or (row["quantity_as_written"] if unit is None else None)
    if part or unit is None:
        return part
    kind, noun = row.get("place_kind"), unit.lower().split()[-1]
    inside = kind in ("settlement", "admin1", "area", "country") and noun in _words("works")
    inside = inside or (kind == "settlement" and noun in _words("roads"))
    town = kind in ("admin1", "country") and noun in _words("towns")
    return unit if inside or town or noun in _words("parts") else None


_words = partial(word_set, "events", "territory")


def _is_whole(part: str) -> bool:
    """Whether the words for a part say that little is missing: "most of Aleppo"."""
    return not set(part.split()).isdisjoint(load("events")["territory"]["whole"].split())


def _block(row: Row) -> Key:
    """The place, the part of it, and what kind of change; to take it back is to take it."""
    taken = row["action"] in load("events")["territory"]["taken"]
    part = (part_of_place(row) or "").casefold()
    part = "" if _is_whole(part) else part
    return place_key(row), row.get("direction") or "", part, "taken" if taken else row["action"]


def _gather(rows: list[Row]) -> list[_Change]:
    """The changes of one place in the order of their days; denials join what they deny."""
    changes: list[_Change] = []
    for row in (r for r in rows if r["certainty"] != "denied"):
        if not changes or not _continues(row, changes[-1]):
            changes.append(_Change())
        changes[-1].add(row)
    for row in (r for r in rows if r["certainty"] == "denied"):
        change = next((c for c in reversed(changes) if _denies(row, c)), None)
        if change is None:
            change = _Change()
            changes.append(change)
        change.add(row)
    _set_against(changes)
    return changes


def _continues(row: Row, change: _Change) -> bool:
    if not _one_gainer(row["gainer"], change.gainer) or _is_loss_of(row, change.gainer):
        return False
    days = change.days
    if row["date_start"] is None or days is None:
        return True
    return bool((row["date_start"] - days[1]).days <= load("events")["territory"]["days"])


def _is_loss_of(row: Row, gainer: str | None) -> bool:
    """Whether it is told that the place was taken from whoever holds it."""
    return bool(row["loser"] and gainer and is_one_side(row["loser"], gainer))


def _one_gainer(a: str | None, b: str | None) -> bool:
    """Whether two gainers can be one: alike, or one says nothing of who it is ("fighters")."""
    if not a or not b or a == b:
        return True
    return is_anonymous(a) != is_anonymous(b) or is_one_side(a, b) or _are_allied(a, b)


def _are_allied(a: str, b: str) -> bool:
    """Whether one is an alliance of which the other is a member."""
    alliances = load("events")["territory"]["alliances"]
    return a in alliances.get(fights_for(b), ()) or b in alliances.get(fights_for(a), ())


def _denies(row: Row, change: _Change) -> bool:
    """Whether a denial is of this change: of the same gainer, and not spoken before it."""
    if not change.said or not _one_gainer(row["gainer"], change.gainer):
        return False
    days = change.days
    return row["date_start"] is None or days is None or bool(_end(row) >= days[0])


def _set_against(changes: list[_Change]) -> None:
    """Two sides said to have taken a place on the same days contest it."""
    said = [change for change in changes if change.said and change.days]
    for first, second in pairwise(said):
        if first.days and second.days and second.days[0] <= first.days[0]:
            first.against.append(second.gainer or "")
            second.against.append(first.gainer or "")


def _rows(changes: list[_Change], sources: dict[int, Row]) -> list[Row]:
    turns = sum(bool(change.said) for change in changes)
    number, rows = 0, []
    for change in changes:
        number += bool(change.said)
        rows.append(_row(change, sources) | _turn(number, turns, bool(change.said)))
    return rows


def _turn(number: int, turns: int, said: bool) -> Row:
    words = load("events")["territory"]["words"]
    told = words["twice"] if turns == _TWICE else words["turns"].format(n=wording.cardinal(turns))
    note = told if said and turns >= _TWICE else None
    return {"turn": number if said else None, "turns": turns, "note": note}


def _row(change: _Change, sources: dict[int, Row]) -> Row:
    voices = list(dict.fromkeys(voice_of(row, sources) for row in change.said))
    deniers = list(dict.fromkeys(_denier(row, sources) for row in change.denied))
    grade, reason = _grade(change, voices, deniers)
    surest = max(change.rows, key=lambda row: CERTAINTIES.index(row["certainty"]))
    exact = min(change.rows, key=_how_dated)
    both = [*change.said, *change.denied]
    return {
        "action": change.rows[0]["action"],
        "gainer": _gainer(change),
        "loser": _most([row["loser"] for row in change.rows if row["loser"]]),
        "unit": surest["unit"],
        "part": _shared_part(change.rows),
        **{name: exact.get(name) for name in _WHEN},
        **{name: surest.get(name) for name in PLACE},
        "certainty": "contested" if grade == "contested" else surest["certainty"],
        "grade": grade,
        "grade_reason": reason,
        "claimants": voices or deniers,
        "independent": len(voices),
        "denied_by": deniers,
        "claim_ids": list(dict.fromkeys(row["claim_id"] for row in both)),
        "sources": sorted({number for row in both for number in source_numbers(row)}),
    }


def _gainer(change: _Change) -> str | None:
    """Who took it, by the name told most of those who fight for one side; the first of them, unless
    another has more voices."""
    told = [
        row["gainer"] for row in change.rows if row["gainer"] and not is_anonymous(row["gainer"])
    ]
    sides = Counter(fights_for(name) for name in told)
    first = change.gainer
    if first is None or not sides:
        return first
    most = max(sides, key=lambda side: (sides[side], side == fights_for(first)))
    if most == fights_for(first):
        return first
    return _most([name for name in told if fights_for(name) == most])


def _shared_part(rows: list[Row]) -> str | None:
    """The part that all who tell it name alike."""
    parts = {part_of_place(row) for row in rows}
    return parts.pop() if len(parts) == 1 else None


def _denier(row: Row, sources: dict[int, Row]) -> str:
    """Who denies; an outlet that tells of a denial need not be the one who denies."""
    voice = voice_of(row, sources)
    return voice if row["source_original"] else f"a source of {voice}"


def _grade(change: _Change, voices: list[str], deniers: list[str]) -> tuple[str, str]:
    """Airwars' grades for a change of hands: verified pictures confirm it, or its loser's word
    that nobody disputes."""
    words = load("events")["territory"]["words"]
    if not change.said:
        return "discounted", words["denied"].format(who=wording.listed(deniers))
    if any(row["certainty"] == "confirmed" for row in change.said):
        return "confirmed", words["confirmed"]
    if (admitted := _admitted(change)) and not deniers:
        return "confirmed", words["admitted"].format(who=admitted)
    if against := _contesting(change, deniers):
        return "contested", against
    grades = {rule["name"]: rule["words"] for rule in load("events")["grade"]}
    name = "fair" if len(voices) > 1 else "weak"
    return name, grades[name].format(n=len(voices), who=wording.listed(voices))


def _contesting(change: _Change, deniers: list[str]) -> str:
    """What speaks against a change, in words; empty where nothing does."""
    words = load("events")["territory"]["words"]
    if deniers:
        return str(words["disputed"].format(who=wording.listed(deniers)))
    if any(row["certainty"] == "contested" for row in change.said):
        return str(words["contested"])
    if change.against:
        return str(words["counter"].format(who=wording.listed(change.against)))
    return ""


def _admitted(change: _Change) -> str | None:
    """The losing side, where it says so itself."""
    said = (r for r in change.said if r["loser"] and r["source_original"])
    return next(
        (r["source_original"] for r in said if is_one_side(r["source_original"], r["loser"])), None
    )


def _identified(rows: Iterable[Row]) -> list[Row]:
    seen: Counter[str] = Counter()
    named = []
    for row in rows:
        names = ("place", "direction", "part", "action", "gainer", "date_start")
        text = "|".join(str(row.get(name) or "") for name in names)
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        seen[digest] += 1
        number = f"-{seen[digest]}" if seen[digest] > 1 else ""
        named.append({"event_id": f"h{digest}{number}"} | row)
    return named


def _most(names: list[str]) -> str | None:
    told = Counter(names)
    return min(told, key=lambda name: (-told[name], name)) if told else None


def _how_dated(row: Row) -> tuple[int, bool, bool]:
    """Fewest days first; of these one that the sentence gives, before that of a dateline."""
    basis = row["date_basis"]
    return row.get("date_prec") or _NO_DAY, basis not in SAID, basis == "assumed"


def _day(row: Row) -> date:
    day: date = row["date_start"] or date.max
    return day


def _end(row: Row) -> date:
    end: date = row["date_end"] or row["date_start"] or date.max
    return end
