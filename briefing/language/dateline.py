"""The head of a report: its dateline, and the day from which its relative dates count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from briefing.language.dateparts import is_month
from briefing.language.dates import find_dates
from briefing.language.tokens import Token
from briefing.lexicon import word_set
from briefing.models import Place, Sentence, Span
from briefing.records import record

_HEAD: Final = 12  # sentences among which the dateline stands, headings before it included
_LONGEST: Final = 40  # tokens of a dateline
_TO_THE_WEEK: Final = (1, 2, 3)  # precisions of a day, or of the period that a bulletin covers
_DASHES: Final = frozenset(("—", "–", "−", "‒", "―", "-", "--", "---"))  # "−": a minus sign
_AFTER_CLOCK: Final = _DASHES | {":"}
_MARKS: Final = frozenset(",./:;*•|")
_LINKS: Final = frozenset(("of", "the", "and"))
_DAY: Final = 3  # words of a day with its year
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@record(frozen=True)
class Dateline(Span):
    """ "KABUL, Afghanistan (Feb. 8, 2011) –": where and when a report was filed."""

    sentence: int = 0
    tokens: int = 0  # of its sentence, from the first on
    place: Place | None = None


def find_dateline(
    sentences: Sequence[Sentence], tokens: Sequence[Sequence[Token]], places: Sequence[Place]
) -> Dateline | None:
    """The dateline of a text: in its first sentence or after the headings of its head."""
    named = {place.start: place for place in places[:_LONGEST]}
    for sentence, words in zip(sentences[:_HEAD], tokens, strict=False):
        place = next((named[t.start] for t in words[:2] if t.start in named), None)
        place = place or _unknown(words, named)
        length = _length(words, place) or (0 if sentence.heading else _to_colon(words, place))
        if length:
            end = words[length - 1].end
            return Dateline(sentence.start, end, sentence.index, length, place)
        if not sentence.heading:
            return None
    return None


def _unknown(words: Sequence[Token], named: Mapping[int, Place]) -> Place | None:
    """The town of "BAKHMUT, Ukraine —" that no gazetteer knows by that name."""
    if len(words) < _TOWN_AND_STATE or not words[0].text.isupper() or words[1].text != ",":
        return _in_capitals(words)
    name, state = words[0].text, named.get(words[2].start)
    if len(name) < _SHORTEST or state is None or state.kind != "country":
        return None
    start, end = words[0].start, words[0].end
    return Place(start, end, name, name.title(), country=state.country)


def _in_capitals(words: Sequence[Token]) -> Place | None:
    """The town of "BANNANG SATA: Two men …", likewise; no "UPDATE: …"."""
    colon = next((at for at, t in enumerate(words[:_SHORT]) if t.text == ":"), 0)
    name = words[:colon]
    if not 0 < colon <= _NAME or not all(t.text.isalpha() and t.text.isupper() for t in name):
        return None
    spared = word_set("circumstances", "entries", "words")
    if len(name[0].text) < _SHORTEST or any(t.lower in spared for t in name):
        return None
    written = " ".join(t.text for t in name)
    return Place(name[0].start, name[-1].end, written, written.title())


_NAME: Final = 3  # words of a town's name in capitals
_TOWN_AND_STATE: Final = len(("BAKHMUT", ",", "Ukraine", "—"))
_SHORTEST: Final = 5  # letters of such a town: "WASH, Kenya –" names none


def stamp_of(words: Sequence[Token]) -> int:
    """Tokens of the hour with which an entry of a live page begins: "13:00 GMT —"; 0 without."""
    clock = [token.text for token in words[:_CLOCK]]
    if len(clock) < _CLOCK or clock[1] not in (":", ".") or not clock[0].isdigit():
        return 0
    at = _CLOCK + (words[_CLOCK : _CLOCK + 1] != [] and words[_CLOCK].text in _ZONES)
    ends = clock[2].isdigit() and at < len(words) and words[at].text in _AFTER_CLOCK
    return at + 1 if ends else 0


_CLOCK: Final = len(("13", ":", "00"))
_ZONES: Final = word_set("dates", "clock", "zones")


def _length(words: Sequence[Token], place: Place | None) -> int:
    """How many tokens the dateline has with which ``words`` begin; 0 where there is none.

    Names, figures and marks up to a dash or a closed bracket; what follows begins a sentence.
    """
    depth, closed, dated = 0, 0, False
    for at, token in enumerate(words[:_LONGEST]):
        dated = dated or is_month(token.lower)
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth, closed = depth - 1, at + 1
        elif depth:
            continue
        elif token.text in _DASHES:
            return at + 1 if at and (place or dated) and _begins(words, at + 1) else 0
        elif not (_is_named(token, place) or (closed and at == closed)):
            break
    ends = closed and (place or dated) and _begins(words, closed)
    return closed if ends and closed > 1 and words[0].capitalised else 0


def _to_colon(words: Sequence[Token], place: Place | None) -> int:
    """ "QUETTA: Nine men …", "Teknaf, 8 Aug: …", as papers of South Asia have it; 0 without."""
    marks = (at for at, token in enumerate(words[:_SHORT]) if token.text == ":")
    colon = next(marks, 0)
    if not colon or place is None or not all(_is_named(t, place) for t in words[:colon]):
        return 0
    told = place.as_written.isupper() or any(is_month(token.lower) for token in words[:colon])
    return colon + 1 if told and _begins(words, colon + 1) else 0


_SHORT: Final = 9  # tokens of a dateline that a colon ends


def _is_named(token: Token, place: Place | None) -> bool:
    inside = place is not None and token.start < place.end
    written = token.capitalised or token.text in _MARKS or token.text[0].isdigit()
    written = written or token.lower in _LINKS  # "BENI, Democratic Republic of Congo"
    return inside or written or is_month(token.lower)


def _begins(words: Sequence[Token], at: int) -> bool:
    """Whether a sentence can begin at ``at``, or nothing follows."""
    return at >= len(words) or not words[at].text[0].islower()


def report_day(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Sequence[Token]],
    dateline: Dateline | None,
) -> date | None:
    """The day that the dateline or a line of the head gives a text without a date of its own.

    Where the dateline has no year, another line of the head may say it.
    """
    head = [s for s in sentences[:_HEAD] if s.heading and (not dateline or s.end < dateline.end)]
    lines = [tokens[s.index] for s in head if _tells_its_day(tokens[s.index])]
    if dateline:
        lines.insert(0, tokens[dateline.sentence][: dateline.tokens])
    told = " ".join(text[s.start : s.end] for s in (*head, *((dateline,) if dateline else ())))
    year = _YEAR.search(told)
    last_day = date(int(year[0]), 12, 31) if year else None
    for line in lines:
        for dated in find_dates(text, line, last_day):
            when = dated.when
            if when.end and (when.date_prec or 0) in _TO_THE_WEEK and when.basis == "stated":
                return when.end
    return None


def _tells_its_day(line: Sequence[Token]) -> bool:
    """ "November 28, 2024", "Morning update, Feb. 8, 2011": the day of what follows."""
    known = word_set("dates", "roundup", "words")
    words = [token.lower for token in line]
    opens = is_month(words[0]) or words[0].isdigit()
    return opens or any(word in known for word in words) or _ends_with_its_day(words)


def _ends_with_its_day(words: Sequence[str]) -> bool:
    """ "El Obeid, 15 May 2025", "No. 12 · May 15, 2025": parted from what stands before it.

    "Five years since 15 March 2011" is not.
    """
    spoken = [word for word in words if word != ","]
    if len(spoken) <= _DAY or not _YEAR.fullmatch(spoken[-1]):
        return False
    first, second, _ = spoken[-_DAY:]
    start = len(words) - 1 - words[::-1].index(first)
    dated = is_month(second if first.isdigit() else first)
    return dated and words[start - 1] in word_set("dates", "parted", "words")
