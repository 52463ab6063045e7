"""What changed since the edition before: what is withdrawn, revised, new, and place by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer
from briefing.present.words import capital
from briefing.rows import records
from briefing.wording import few, listed, window

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

FIRST = "This is the first edition: there is none before it to compare it with."
NO_PERIOD = "This edition is of no period, so that it is compared with none before it."
NOT_COMPARED = "This edition was written before editions were compared with each other."
_HASH = 12  # digits of a hash that identify an edition
STRIP = 2  # key figures that make a strip
_WEEK = 7
_EVENTS = ("casualties", "territory")
_LABELS = {"withdrawn": "Withdrawn", "revised": "Revised", "new": "New"}
_LISTED = (*_EVENTS, "key_figure", "source")
_FORMS = {
    "casualties": "{shown} {what}",
    "territory": "{what}, {shown}",
    "key_figure": "key figure: {shown} {what}",
}
_NOUNS = {
    "casualties": ("casualty figure", "casualty figures"),
    "territory": ("territorial change", "territorial changes"),
    "source": ("source", "sources"),
}
_TRENDS = {"higher": "▲", "lower": "▼"}
_WAYS = {"higher": "more events", "lower": "fewer events"}


def change_list(changes: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The changes since the edition before, ``most`` of them; one sentence in a first edition.

    Against the week before nearly everything is new, because it is of another week: that is
    counted, and of the new only what happened before the period is told.
    """
    alone = _alone(ledger.edition)
    if alone:
        return make_note(alone)
    rows, citer = records(changes), Citer(ledger)
    again = is_same_period(ledger.edition)
    told = [row for row in rows if _is_told(row, again)]
    told.sort(key=_weight)
    return make_block(
        "changes",
        sentences=[text for text in _sentences(rows, told, ledger.edition) if text],
        rows=[_cells(row, citer) for row in told[:most]],
        left=max(0, len(told) - most),
        places=_places(rows, citer, most),
        notes=ledger.edition["compared_with"]["notes"],
    )


def _alone(edition: Row) -> str:
    """Why an edition is compared with none; empty where it is."""
    if "compared_with" not in edition:
        return NOT_COMPARED
    earlier = edition["compared_with"]
    if earlier is None:
        return FIRST if edition.get("start") else NO_PERIOD
    # Without a hash the earlier edition could not be read; its notes say so.
    return "" if earlier.get("sha256") else " ".join(earlier["notes"])


def compared_with(edition: Row) -> str:
    """Return for the colophon with what an edition was compared, or that it is the first."""
    alone = _alone(edition)
    if alone:
        return alone
    digest = edition["compared_with"]["sha256"][:_HASH]
    return f"Compared with {_since(edition)}, whose tables have the SHA-256 {digest}."


def is_same_period(edition: Row) -> bool:
    """Return whether an edition is compared with an earlier one of the same days."""
    earlier = edition.get("compared_with") or {}
    return all(str(earlier.get(name)) == str(edition.get(name)) for name in ("start", "end"))


def _is_told(row: Row, again: bool) -> bool:
    """Whether a change is listed. Of two weeks, the strip carries the change of the key figures."""
    if row["twice"]:
        return True
    if row["kind"] not in (_LISTED if again else _EVENTS) or row["status"] not in _LABELS:
        return False
    return bool(again or row["status"] != "new" or row["late"])


def _weight(row: Row) -> tuple[Any, ...]:
    """What was wrong comes first, events before figures and sources, what many tell first."""
    kind, status = _LISTED.index(row["kind"]), "revised" if row["twice"] else row["status"]
    return list(_LABELS).index(status), kind, -len(row["sources"])


def _sentences(rows: list[Row], told: list[Row], edition: Row) -> list[str]:
    since = _since(edition)
    if is_same_period(edition):
        many = listed(
            f"{n} {label.lower()}"
            for status, label in _LABELS.items()
            if (n := sum(row["status"] == status for row in told))
        )
        return [f"Compared with {since}: {many or 'nothing has changed'}."]
    return [
        f"Compared with {since}.",
        *_figures(rows, edition),
        *_other_period(rows),
        _sources(rows),
    ]


def _figures(rows: list[Row], edition: Row) -> list[str]:
    """The change of a key figure that stands alone: a single one has no strip to carry it."""
    figures = [row for row in rows if row["kind"] == "key_figure" and row["after"]]
    if len(figures) >= STRIP:
        return []
    told = ((row, _figure_change(row, _earlier(edition))) for row in figures)
    return [capital(f"{row['what']}: {row['after']}, {change}.") for row, change in told if change]


def _other_period(rows: list[Row]) -> list[str]:
    """How much is new because the period is, and how much of the earlier one is not told again."""
    new = _counted(row for row in rows if row["status"] == "new" and not row["late"])
    quiet = _counted(row for row in rows if row["status"] == "not_told")
    told = f"Of this period, and told above: {new}." if new else ""
    stands = f"Not told of again, and standing as in the earlier edition: {quiet}."
    return [told, stands if quiet else ""]


def _since(edition: Row) -> str:
    """``the edition 2024-W47 (18–24 Nov 2024)``; one that its days name, by them alone."""
    earlier = edition["compared_with"]
    if is_same_period(edition):
        cutoff = _day(earlier.get("cutoff"))
        asof = f", as of {window(cutoff, cutoff, year=True)}" if cutoff else ""
        return f"the earlier edition of the same period{asof}"
    days = window(_day(earlier.get("start")), _day(earlier.get("end")), year=True)
    if earlier["name"] == f"{earlier.get('start')}_{earlier.get('end')}":
        return f"the edition of {days}"
    return f"the edition {earlier['name']}{f' ({days})' if days else ''}"


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _cells(row: Row, citer: Citer) -> dict[str, Any]:
    shown, reason = row["after"] or row["before"] or "", _reason(row)
    # "Was 15, now 19" says all; a source's path says nothing to a reader.
    bare = row["kind"] == "source" or f"now {shown}" in reason
    what = row["what"] if bare else _FORMS[row["kind"]].format(what=row["what"], shown=shown)
    return {
        "label": "Changed hands" if row["twice"] else _LABELS[row["status"]],
        "what": capital(what),
        "reason": reason,
        "withdrawn": row["status"] == "withdrawn",
        "citations": citer.cite(row["claim_ids"]),
    }


def _reason(row: Row) -> str:
    """Why, where the citation does not say it: what is new stands in a new source."""
    plain = row["status"] == "new" and not (row["late"] or row["twice"] or row["claim_ids_before"])
    return "" if plain else row["reason"] or ""


def _counted(rows: Iterable[Row], kinds: tuple[str, ...] = _EVENTS) -> str:
    many = Counter(row["kind"] for row in rows)
    return listed(f"{many[kind]} {_NOUNS[kind][many[kind] > 1]}" for kind in kinds if many[kind])


def _sources(rows: list[Row]) -> str:
    """On how many articles the two editions rest: that more are read is not that more happened."""
    many = Counter(row["status"] for row in rows if row["kind"] == "source")
    both = many["unchanged"] + many["revised"]
    before, after = both + many["withdrawn"] + many["not_told"], both + many["new"]
    if not (before and after):
        return ""
    noun = _NOUNS["source"][after > 1]
    return f"This edition rests on {after} {noun}, the earlier one on {before}."


def _places(rows: list[Row], citer: Citer, most: int) -> dict[str, Any] | None:
    places = [row for row in rows if row["kind"] == "place"]
    if not places:
        return None
    told = [row for row in places if row["after"] is not None]
    quiet = sorted(row["what"] for row in places if row["after"] is None)
    told.sort(key=lambda row: (-len(row["sources"]), row["what"]))
    shown = [
        {
            "place": row["what"],
            "before": row["before"],
            "after": row["after"],
            "way": _way(row),
            "citations": citer.cite(row["claim_ids"]),
        }
        for row in told[:most]
    ]
    return {
        "rows": shown,
        "left": max(0, len(told) - most),
        "ways": any(row["way"] for row in shown),
        "quiet": few(quiet, most),
    }


def _way(row: Row) -> str:
    return _WAYS.get(row["trend"] or "", "") if row["before"] is not None else ""


def figure_changes(ledger: Ledger) -> dict[str, str]:
    """Return what the strip says of each key figure against the edition before, by its key.

    ``last week 12``, or why the two are not comparable; nothing where nothing is known before.
    """
    if _alone(ledger.edition):
        return {}
    rows = [row for row in records(ledger.changes) if row["kind"] == "key_figure"]
    earlier = _earlier(ledger.edition)
    if is_same_period(ledger.edition):
        rows = [row for row in rows if row["status"] != "unchanged"]
    return {row["event_id"]: _figure_change(row, earlier) for row in rows if row["event_id"]}


def _figure_change(row: Row, earlier: str) -> str:
    if row["before"] is None:
        return ""
    if not row["comparable"]:
        return f"{earlier} {row['before']}, {row['reason']}"
    sign = _TRENDS.get(row["trend"] or "", "")
    same = row["status"] == "unchanged"
    return f"{sign} {earlier} {'the same' if same else row['before']}".strip()


def _earlier(edition: Row) -> str:
    """``last week`` where the earlier edition is the week before, else its days, else its name."""
    if is_same_period(edition):
        return "was"
    start, end = _day(edition.get("start")), _day(edition.get("end"))
    before = edition["compared_with"]
    starts, ends = _day(before.get("start")), _day(before.get("end"))
    if not (start and end and starts and ends):
        return f"{before['name']}:"
    week = (end - start).days == (ends - starts).days == _WEEK - 1
    if week and (start - ends).days == 1:
        return "last week"
    return f"{window(starts, ends, year=starts.year != start.year)}:"
