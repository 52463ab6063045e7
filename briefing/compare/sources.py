"""The sources of two editions: new, changed, no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.compare.causes import source_name
from briefing.compare.reasons import say
from briefing.compare.side import Pair
from briefing.ledger.codebook import Row

# What tells that two files are one article, the surest first.
_SAME: tuple[tuple[str, ...], ...] = (("article_id",), ("url",), ("path",), ("publisher", "title"))


def compare_sources(pair: Pair) -> list[Row]:
    """Return a row for every article that one of the editions read, or both."""
    return [_row(old, new, pair) for old, new in _matched(pair)]


def _matched(pair: Pair) -> Iterator[tuple[Row | None, Row | None]]:
    old = {row["number"]: row for row in pair.before.rows("sources")}
    new = {row["number"]: row for row in pair.after.rows("sources")}
    for columns in _SAME:
        known = {key: n for n, row in old.items() if (key := _key(row, columns))}
        for number, row in list(new.items()):
            key = _key(row, columns)
            if key in known:
                yield old.pop(known.pop(key)), new.pop(number)
    yield from ((row, None) for row in old.values())
    yield from ((None, row) for row in new.values())


def _key(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...] | None:
    key = tuple(row[column] for column in columns)
    return key if all(key) else None


def _row(old: Row | None, new: Row | None, pair: Pair) -> Row:
    status, reason = _judge(old, new, pair)
    shown = new or old
    assert shown is not None
    return {
        "kind": "source",
        "status": status,
        "what": source_name(shown),
        "before": old["path"] if old else None,
        "after": new["path"] if new else None,
        "reason": reason or None,
        "twice": False,
        "late": False,
        "event_id": new["article_id"] if new else None,
        "event_id_before": old["article_id"] if old else None,
        "sources": [new["number"]] if new else [],
        "date_start": shown["published"],
        "date_end": shown["published"],
    }


def _judge(old: Row | None, new: Row | None, pair: Pair) -> tuple[str, str]:
    if old and new:
        reasons = list(_differences(old, new))
        return ("revised" if reasons else "unchanged"), "; ".join(reasons) or say("same_claims")
    if new:
        return "new", say("source_new", edition=pair.earlier)
    assert old is not None
    expected = pair.expects(old["published"], old["published"])
    return ("withdrawn", say("source_gone")) if expected else ("not_told", say("source_other"))


def _differences(old: Row, new: Row) -> Iterator[str]:
    if old["sha256"] != new["sha256"]:
        yield say("source_changed")
    if old["grade"] != new["grade"]:
        yield say("source_grade", before=old["grade"], after=new["grade"])
