"""Why a count differs, why something is new, and why something is gone."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.compare.item import Item
from briefing.compare.reasons import say
from briefing.compare.side import Pair, Side
from briefing.ledger.codebook import Row
from briefing.naming import with_article
from briefing.rows import claimant
from briefing.wording import few, listed

_NAMED = 3  # sources named in one reason; the rest is counted


def count_reasons(old: Item, new: Item, pair: Pair) -> list[str]:
    """Return how the count changed and by whom; without another count, who joined or left."""
    voices = voice_reasons(old, new, pair)
    if old.shown == new.shown:
        return voices
    counted = edited(old, new, pair) or _other_counts(old, new, pair)
    if not pair.same_period and not counted:
        return _told_by_others(old, new, pair)
    why = "; ".join([*counted, *(split_off(old, new, pair) or voices)]) or say("read_anew")
    told = say("count", before=old.shown, after=new.shown)
    return [say("because", what=told, why=why)]


def _told_by_others(old: Item, new: Item, pair: Pair) -> list[str]:
    """Another week's count by others stands beside the earlier one; who repeats his own, none."""
    if new.voices.items() <= old.voices.items():
        return []
    who, others = (listed(map(with_article, sorted(one.voices))) for one in (new, old))
    shown = {"before": old.shown, "after": new.shown}
    return [say("other_voice", who=who, others=others, edition=pair.earlier, **shown)]


def voice_reasons(old: Item, new: Item, pair: Pair) -> list[str]:
    """Return who tells it too by now, and who no longer does."""
    return [*_joined(old, new), *_left(old, new, pair)]


def _other_counts(old: Item, new: Item, pair: Pair) -> list[str]:
    changed = [who for who in new.voices if who in old.voices and _differs(who, old, new)]
    later = [
        who for who in changed if _said_by(who, new, pair.after) > _said_by(who, old, pair.before)
    ]
    other = [who for who in changed if who not in later]
    return [
        say(reason, who=listed(map(with_article, sorted(names))))
        for reason, names in (("later_count", later), ("other_count", other))
        if names
    ]


def _differs(who: str, old: Item, new: Item) -> bool:
    return bool(new.voices[who]) and old.voices[who] != new.voices[who]


def _said_by(who: str, item: Item, side: Side) -> str:
    """The last day on which an article published what a claimant says; empty where none is told."""
    told = (side.claims.get(claim) for claim in item.claims)
    own = [row for row in told if row and claimant(row, side.publishers) == who]
    return max((published(row, side) for row in own), default="")


def _joined(old: Item, new: Item) -> list[str]:
    names = sorted(
        f"{with_article(who)} ({new.voices[who]})"
        if new.voices[who] and old.shown != new.shown
        else with_article(who)
        for who in new.voices.keys() - old.voices.keys()
    )
    return [say("also_told", who=listed(names))] if names else []


def _left(old: Item, new: Item, pair: Pair) -> list[str]:
    names = sorted(old.voices.keys() - new.voices.keys())
    # In another week nobody repeats all that was said: that a voice is missing means nothing.
    if not names or not pair.same_period:
        return []
    gone = sorted(set(old.claims) - set(new.claims))
    if all(claim in pair.after.claims for claim in gone):
        return []  # it still says so, but of something else
    told = say("no_longer_told", who=listed(map(with_article, names)))
    why = why_gone(gone, pair)
    return [f"{told} ({why})" if why else told]


def why_new(item: Item, pair: Pair) -> str:
    """Return why an event is new: its source is, its days are, or it is read otherwise."""
    if not pair.same_period:
        return say("older", edition=pair.earlier) if is_late(item, pair) else say("other_week")
    named = _sources((article_of(claim) for claim in item.claims), pair.after)
    if any(article_of(claim) in pair.before.articles for claim in item.claims):
        return say("newly_read", sources=named)
    return say("new_source", edition=pair.earlier, sources=named) if named else ""


def is_late(item: Item, pair: Pair) -> bool:
    """Return whether a new event is of days before this edition's period, as its text dates it."""
    if pair.same_period:
        return False
    start, end = pair.after.start, item.end or item.start
    return bool(start and end and item.sure and end < start)


def why_gone(claims: Iterable[str], pair: Pair) -> str:
    """Return why claims of the earlier edition are not behind anything in this one."""
    reasons: dict[str, list[str]] = {}
    for claim in claims:
        reason, article = _why(claim, pair)
        reasons.setdefault(reason, []).append(article)
    return "; ".join(
        _gone(reason, articles, pair) for reason, articles in reasons.items() if reason
    )


def _why(claim: str, pair: Pair) -> tuple[str, str]:
    """The reason by its name in the lexicon, or in words; and the article that it is about."""
    decided = rejected([claim], pair)
    if decided:
        return decided, ""
    if claim in pair.after.claims:
        return ("history" if pair.after.claims[claim]["background"] else ""), ""
    article = article_of(claim)
    if article in pair.after.articles:
        return "rules_changed", article
    source = pair.before.articles.get(article)
    return (_gone_or_changed(source, pair.after), article) if source else ("", "")


def _gone(reason: str, articles: list[str], pair: Pair) -> str:
    if not any(articles):
        return say("history") if reason == "history" else reason
    return say(reason, sources=_sources(articles, pair.before), edition=pair.earlier)


def _gone_or_changed(source: Row, after: Side) -> str:
    known = {row[name] for row in after.rows("sources") for name in ("url", "path") if row[name]}
    there = bool({source["url"], source["path"]} & known)
    return "article_changed" if there else "article_gone"


def rejected(targets: Iterable[str], pair: Pair) -> str:
    """Return that the analyst rejected one of these claims or events, with the note on why."""
    notes = pair.after.rejections
    found = [notes[target] for target in targets if target in notes]
    if not found:
        return ""
    told = "; ".join(dict.fromkeys(note for note in found if note))
    return say("rejected_note", note=told) if told else say("rejected")


def edited(old: Item, new: Item, pair: Pair) -> list[str]:
    """Return how the analyst corrected an event, or claims behind it, since the earlier edition."""
    before, after = _corrections(old, pair.before), _corrections(new, pair.after)
    return [text for text in after if text not in before]


def split_off(old: Item, new: Item, pair: Pair) -> list[str]:
    """Return whose counts the analyst took off an event; nothing where nobody's."""
    gone = set(old.claims) - set(new.claims)
    split = [row for row in pair.after.rows("events") if row["decision"] == "split"]
    voices = {who for row in split if gone & set(row["claim_ids"]) for who in row["claimants"]}
    return [say("split_off", who=listed(map(with_article, sorted(voices))))] if voices else []


def _corrections(item: Item, side: Side) -> list[str]:
    rows = (
        item.row,
        side.events.get(item.row.get("event_id", "")),
        *(side.claims.get(claim) for claim in item.claims),
    )
    told = (row["correction"] for row in rows if row and row.get("decision") == "edited")
    return list(dict.fromkeys(told))


def published(claim: Row, side: Side) -> str:
    """Return when the article of a claim was published (ISO 8601); empty where none is told."""
    source = side.articles.get(claim["article_id"])
    return str(source["published_at"] or source["published"] or "") if source else ""


def article_of(claim: str) -> str:
    """Return the id of the article that a claim's id begins with."""
    return claim.rpartition("-")[0]


def _sources(articles: Iterable[str], side: Side) -> str:
    """Name articles: ``Coast Daily, “Offensive takes two dozen places”``."""
    found = [side.articles[one] for one in dict.fromkeys(articles) if one in side.articles]
    names = list(dict.fromkeys(source_name(row) for row in found))
    return few(names, _NAMED, say=str)


def source_name(row: Row) -> str:
    """Return how a reason names an article: publisher and title, else its file."""
    parts = [row["publisher"], f"“{row['title']}”" if row["title"] else ""]
    return ", ".join(part for part in parts if part) or str(row["path"])
