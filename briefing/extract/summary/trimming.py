"""A sentence cut to what is needed, in the source's own words.

Only whole clauses go, and only where the rest stands as a sentence: a dateline, a connecting word
at the beginning, a relative clause between commas before the verb, a comment at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from briefing.language.inflection import verb_forms
from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load, word_set
from briefing.lexicon.openings import HOUR
from briefing.models import Span

_STATE: Final = r"(?: ?\([A-Z][^)]{1,30}\))?"  # "(Czechoslovakia)"
_PLACE: Final = (  # "Aleppo, Syria", "Goma, Democratic Republic of Congo"
    rf"[A-Z][\w.'’-]*(?:,? (?:of )?(?:[A-Z]|al-)[\w.'’-]*){{0,4}}{_STATE}"
)
_DAY: Final = r"(?:, \d{1,2} \w+\.?|, \w+\.? \d{1,2})?(?:,? \d{2,4})?"  # ", 9 Aug 89"
_ENTRY: Final = (
    re.compile(  # of a list, a chronicle, a live page, a transcript: "•", "14:30 GMT:", "[Diaz]"
        rf"[•·▪◦*—–-] ?|\[[^\]]{{1,60}}\] ?|{HOUR}"
    )
)
_NOTES: Final = r"(?: ?\([^)]{2,60}\))?"  # "(Reuters)"
_BRACKETS: Final = (
    r"(?:\[[^\]]{1,250}\] ?)*"  # "[TEXT]", "[news conference by the chief of police]"
)
_SHOUTED: Final = r"[A-Z]{3}[A-Z .’'-]*(?:, [A-Z][\w ]{2,20})?: "  # "SURIN, Thailand: "
DATELINE: Final = re.compile(
    rf"(?:{_PLACE}{_DAY}{_NOTES} ?(?:[—–] ?|-{{1,2}} )|{_SHOUTED}){_BRACKETS}"
)
_ENDS: Final = '.!?…"”’»)'
_VERBAL: Final = "bhm"  # word classes of be, have, do and the modals
_QUOTES: Final = (("“", "”"), ("«", "»"), ("(", ")"))


def trim(text: str, tokens: Sequence[Token], keep: Sequence[Span]) -> tuple[Span, str]:
    """The span that the point quotes and its trimmed form, a sentence.

    ``tokens`` are those of one sentence of ``text``; nothing in ``keep`` (the claims the point
    covers) is cut.
    """
    start = _start(text, tokens)
    inner = [token for token in tokens if token.start >= start]
    end = tokens[-1].end
    cuts: list[Span] = []
    if load("summary")["long"] <= len(inner) <= load("summary")["longest"]:
        end = _end(inner, keep)
        cuts = _inserts([token for token in inner if token.end <= end], keep)
    inner = [token for token in inner if token.end <= end]
    cuts += _also(text, inner)
    cuts += _connectives(inner)
    piece = _without(text, Span(start, end), sorted(cuts, key=lambda cut: cut.start))
    if not _balanced(piece):
        start, end = tokens[0].start, tokens[-1].end
        piece = text[start:end]
    return Span(start, end), _as_sentence(piece)


@cache
def _words(name: str) -> frozenset[str]:
    return word_set("summary", name, "words")


_OPENERS: Final = _words("openers")
_CONNECTIVES: Final = _words("connectives")


def _start(text: str, tokens: Sequence[Token]) -> int:
    start = tokens[0].start
    for heading in (_ENTRY, DATELINE):
        found = heading.match(text, start, tokens[-1].end)
        start = found.end() if found else start
    words = [token for token in tokens if token.start >= start]
    for size in (4, 3, 2, 1):
        opener = "-".join(token.lower for token in words[:size])
        if opener in _OPENERS and len(words) > size + 1:
            comma = words[size].text == ","
            return words[size + 1].start if comma else _unmarked(words, size)
    return start


def _unmarked(words: Sequence[Token], size: int) -> int:
    """Without a comma only “But”, “And”, “Yet” go; “Still standing” and “Now that” stay."""
    joined = words[0].lower in ("but", "and", "yet") and size == 1
    return words[1].start if joined else words[0].start


def _end(tokens: Sequence[Token], keep: Sequence[Span]) -> int:
    """Where a comment at the end begins, or the end of the sentence."""
    last = tokens[-1].end
    for at in range(len(tokens) - 2, load("summary")["short"], -1):
        if tokens[at].text != "," or tokens[at + 1].lower not in _words("comments"):
            continue
        tells = tokens[at + 1].lower in _words("inserts") and _tells_event(tokens[at + 2 :])
        if not tells and not _holds(Span(tokens[at].start, last), keep, tokens):
            return tokens[at].start
    return last


def _inserts(tokens: Sequence[Token], keep: Sequence[Span]) -> list[Span]:
    commas = [i for i, token in enumerate(tokens) if token.text == ","]
    cuts = []
    for first, last in pairwise(commas):
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        opens = tokens[first + 1].lower in _words("inserts")
        opens = opens and not _tells_event(tokens[first + 2 : last])
        span = Span(tokens[first].start, tokens[last].end)
        if opens and after and _is_verb(after) and not _holds(span, keep, tokens):
            cuts.append(span)
    return cuts


def _connectives(tokens: Sequence[Token]) -> list[Span]:
    """ "Moscow, meanwhile, is likely …", "…, however.": words that tie to another sentence."""
    written = [token.lower for token in tokens]
    commas = [i for i, word in enumerate(written) if word == ","]
    cuts = []
    for first, last in pairwise((*commas, len(tokens) - 1)):
        if "-".join(written[first + 1 : last]) not in _CONNECTIVES:
            continue
        whole = tokens[last].text != "," or _is_verb(tokens[last + 1])
        end = tokens[last].end if whole and tokens[last].text == "," else tokens[last].start
        cuts.append(Span(tokens[first].start, end))
    return cuts


def _also(text: str, tokens: Sequence[Token]) -> list[Span]:
    """ "The army also took Bama": what it also took stands in another sentence."""
    if "only" in [token.lower for token in tokens]:
        return []  # "not only … but also"
    beside = [t for t, after in pairwise(tokens) if t.lower == "also" and _goes_on(after)]
    return [Span(t.start, t.end + len(" ")) for t in beside if text[t.end : t.end + 1] == " "]


def _goes_on(token: Token) -> bool:
    """Whether a verb or an adverb follows, and not what "also" adds: "also two of his sons"."""
    return _is_verb(token) or verb_forms().get(token.lower) is not None


def _tells_event(clause: Sequence[Token]) -> bool:
    """Whether a relative clause goes on with the news ("where they signed a truce") and does not
    only say who or what something is ("who is a cousin", "which had been quiet")."""
    at = next((i for i, token in enumerate(clause) if _is_verb(token)), None)
    if at is None:
        return True  # what cannot be read is not cut
    after = clause[at + 1].lower if at + 1 < len(clause) else ""
    if clause[at].lower in ("was", "were"):
        return after in verb_forms()
    if clause[at].lower in ("has", "have"):  # "where fighting has cut trade", not "has a cousin"
        told = verb_forms().get(after)
        return after != "been" and (
            after.endswith("ed") or (told is not None and told.form == "ed")
        )
    form = verb_forms().get(clause[at].lower)
    auxiliary = word_classes().get(clause[at].lower, " ") in _VERBAL
    return not auxiliary and form is not None and form.form == "ed"


def _is_verb(token: Token) -> bool:
    if word_classes().get(token.lower, " ") in _VERBAL:
        return True
    form = verb_forms().get(token.lower)
    return form is not None and form.form in ("ed", "s")


def _holds(span: Span, keep: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether a claim, a figure, a source, a doubt or a denial would be lost with ``span``."""
    if any(kept.start < span.end and span.start < kept.end for kept in keep):
        return True
    inside = [token for token in tokens if span.start <= token.start < span.end]
    return any(token.text[0].isdigit() or token.lower in _words("bearing") for token in inside)


def _without(text: str, span: Span, cuts: Sequence[Span]) -> str:
    edges = [span.start, *(edge for cut in cuts for edge in (cut.start, cut.end)), span.end]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _balanced(piece: str) -> bool:
    return piece.count('"') % 2 == 0 and all(piece.count(a) == piece.count(b) for a, b in _QUOTES)


def _as_sentence(piece: str) -> str:
    words = " ".join(piece.split()).lstrip(" .…").rstrip(" ,;:—–-")
    words = words[:1].upper() + words[1:]
    return words if words.endswith(tuple(_ENDS)) else words + "."
