"""What event data says, in sentences made from its figures alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.present.events.figures import Told, tell_sets
from briefing.present.events.words import (
    before,
    compared,
    events,
    people,
    shown_period,
    shown_range,
    spoken_dyad,
    spoken_place,
    spoken_side,
)
from briefing.present.words import capital
from briefing.resolve.event_data.words import VIOLENCE, short_side
from briefing.rows import records
from briefing.wording import counted, listed, number, window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

NAMED = 3  # areas, dyads or types in a sentence
_CIVILIANS, _NOT_KNOWN = "Civilians", "Side not known"
_SHORT = "up to a month"
_LONGEST_SOURCE = 40  # characters of a source that is told beside an event


def lead_sentences(told: Told) -> list[str]:
    """Return the bottom line of one dataset: how many, who, where; without full stops."""
    figure = told.all
    if figure is None:
        return _overlapping(told) or [f"{told.name} has no event of the period{_in(told)}"]
    parts = (_whole(told, figure), _victims(told), _areas(told), _uncounted(told))
    return [sentence for sentence in parts if sentence]


def _uncounted(told: Told) -> str:
    """The dead of windows no longer than a month that reach beyond the period."""
    row = next((row for row in told.deadly("beyond") if row["name"] == _SHORT), None)
    if row is None:
        return ""
    return (
        f"Not counted are {number(row['best'])} dead in "
        f"{counted(row['events'], 'record')} with a window of up to a month that reaches beyond "
        "the period"
    )


def _in(told: Told) -> str:
    return f" in {told.where}" if told.where else ""


def _whole(told: Told, row: Row) -> str:
    days = shown_period(row["period_start"], row["period_end"])
    spread = f" (low {number(row['low'])}, high {number(row['high'])})" if shown_range(row) else ""
    text = (
        f"{told.name} has {people(row['best'])} killed{spread} in {events(row['events'])}"
        f"{_in(told)}, {days}"
    )
    if row["before"] is None:
        return text
    earlier = f"in the {before(row)} ({number(row['before'])})"
    return f"{text}: {compared(row['best'], row['before'])} {earlier}"


def _victims(told: Told) -> str:
    """Who the dead were, or how they died where the dataset does not say who."""
    sides = told.deadly("side")
    if not sides:
        types = told.deadly("event_type") if not told.set["monthly"] else []
        shown = [f"{row['name'].lower()} ({number(row['best'])})" for row in types[:NAMED]]
        return f"Most deaths came in {listed(shown)}" if shown else ""
    civilians = sum(row["best"] for row in sides if row["name"] == _CIVILIANS)
    unknown = sum(row["best"] for row in sides if row["name"] == _NOT_KNOWN)
    fighting = [row for row in sides if row["name"] not in (_CIVILIANS, _NOT_KNOWN)]
    named = fighting[:NAMED]
    losses = [f"{number(row['best'])} on the side of {spoken_side(row['name'])}" for row in named]
    were = "was a civilian" if civilians == 1 else "were civilians"
    others = ["the rest on other sides"] if len(fighting) > NAMED else []
    counted = number(civilians) if civilians else "none"
    text = ", ".join([f"Of the dead {counted} {were}", *losses, *others])
    return f"{text}; the side of {number(unknown)} is not known" if unknown else text


def _areas(told: Told) -> str:
    areas = told.deadly("area")[:NAMED]
    if not areas:
        return ""
    first, *others = areas
    rest = listed(f"{row['name']} ({number(row['best'])})" for row in others)
    text = f"{first['name']} had the most deaths ({number(first['best'])})"
    return f"{text}, then {rest}" if rest else text


def _overlapping(told: Told) -> list[str]:
    """A sentence of a dataset whose event types are not added up."""
    types = told.deadly("event_type")
    if not types or told.period is None:
        return []
    shown = [f"{number(row['best'])} in {row['name'].lower()}" for row in types]
    days = shown_period(*told.period)
    return [f"{told.name} counts killed{_in(told)}, {days}, by types that overlap: {listed(shown)}"]


def tell_points(ledger: Ledger, most: int) -> list[Row]:
    """Return what happened as points: ``text`` and ``says``, who stands behind it."""
    points: list[Row] = []
    for told in tell_sets(ledger):
        points += [{"text": f"{text}.", "says": None} for text in _general(told)]
        points += [_event_point(row) for row in deadliest(ledger, told.name)[:most]]
        points += [{"text": f"{text}.", "says": None} for text in _beyond(ledger, told)]
    return points


def _general(told: Told) -> Iterator[str]:
    dyads = told.deadly("dyad")
    if dyads:
        shown = [f"{_dyad(row['name'])} ({number(row['best'])})" for row in dyads[1 : NAMED + 1]]
        first = dyads[0]
        earlier = (
            f", after {number(first['before'])} in the {before(first)}"
            if first["before"] is not None
            else ""
        )
        text = (
            f"The deadliest pair of opponents was {_dyad(first['name'])}: {number(first['best'])} "
            f"killed in {events(first['events'])}{earlier}"
        )
        yield f"{text}; then {listed(shown)}" if shown else text
    else:
        for row in told.deadly("event_type")[:NAMED]:
            yield _typed(row)
    kinds = told.deadly("violence") if dyads else []
    if len(kinds) > 1:
        yield capital(listed(map(_kind, kinds)))


def _kind(row: Row) -> str:
    kind, count = VIOLENCE[row["name"]], events(row["events"])
    lives = "one life" if row["best"] == 1 else f"{number(row['best'])} lives"
    return f"{kind} cost {lives} in {count}"


def _typed(row: Row) -> str:
    text = f"{row['name']}: {people(row['best'])} killed in {events(row['events'])}"
    if row["before"] is None:
        return text
    return f"{text}, after {number(row['before'])} in the {before(row)}"


def _dyad(name: str) -> str:
    sides = name.split(" - ")
    return " – ".join(short_side(side) for side in sides)


def deadliest(ledger: Ledger, dataset: str) -> list[Row]:
    """Return the single events of the period with deaths, the deadliest first."""
    rows = [
        row
        for row in records(ledger.event_data)
        if row["dataset"] == dataset and row["in_period"] and row["best"]
    ]
    return sorted(rows, key=lambda row: (-row["best"], row["date_start"], row["event_id"]))


def _event_point(row: Row) -> Row:
    spread = f" ({shown_range(row)})" if shown_range(row) else ""
    verb = "was" if row["best"] == 1 else "were"
    text = (
        f"{capital(people(row['best']))}{spread} {verb} killed {spoken_place(row)} on "
        f"{window(row['date_start'], row['date_end'])} in {spoken_dyad(row)}{split(row)}."
    )
    says = row["source_original"] or row["publisher"]
    return {"text": text, "says": says if says and len(says) <= _LONGEST_SOURCE else None}


def split(row: Row) -> str:
    """Return who the dead of an event were: ``, all of them civilians``; nothing where not told."""
    sides = [
        (row["deaths_a"], f"on the side of {spoken_side(row['side_a'])}"),
        (row["deaths_b"], f"on the side of {spoken_side(row['side_b'])}"),
        (row["deaths_civilians"], "civilians"),
        (row["deaths_unknown"], "whose side is not known"),
    ]
    there = [(count, words) for count, words in sides if count]
    if not there:
        return ""
    if len(there) == 1:
        ((count, words),) = there
        if words.startswith("whose"):
            return f"; {'the' if count == 1 else 'their'} side is not known"
        if count == 1:
            return ": a civilian" if words == "civilians" else f", {words}"
        return f", all {words}"
    return f": {listed(f'{number(count)} {words}' for count, words in there)}"


def _beyond(ledger: Ledger, told: Told) -> Iterator[str]:
    """The largest event whose window, no longer than a month, reaches beyond the period."""
    rows = [
        row
        for row in records(ledger.event_data)
        if row["dataset"] == told.name and not row["in_period"] and row["best"]
        and (row["date_end"] - row["date_start"]).days < 31  # noqa: PLR2004 - a month
    ]  # fmt: skip
    if rows:
        row = max(rows, key=lambda row: row["best"])
        days = window(row["date_start"], row["date_end"])
        yield (
            f"In no figure of this brief, as its window reaches beyond the period: "
            f"{people(row['best'])} killed {spoken_place(row)}, {days}, in {spoken_dyad(row)}"
            f"{split(row)}"
        )
