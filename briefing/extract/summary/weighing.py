"""What each sentence of an article weighs for its summary.

Its claims weigh most (people killed, places that changed hands), then words of a turn of events,
and a little where it stands. What is older, points back or is somebody's words weighs less; appeals
and remains of a web page weigh nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, islice, pairwise
from typing import Final, NamedTuple

from briefing.extract.phrases import PhraseBook
from briefing.language.dateparts import DAYS_PREC, YEAR_PREC
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.language.groups import Parsed
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import Memo
from briefing.models import Casualty, Claim, Implication, Sentence, TerritorialChange, When

_WORD_CLASSES: Final = word_classes()
_SHORT: Final = load("summary")["short"]
_POINTS: Final = load("summary")["points"]
_POINTS_CENTRAL: Final = load("summary")["points"]["central"]

_PLACES_THAT_COUNT: Final = 4
_FIRST_PERSON: Final = word_set("summary", "first_person", "words")
_POINTING: Final = word_set("summary", "pronouns", "pointing")
_THEY: Final = word_set("summary", "pronouns", "subjects")
_SAID: Final = word_set("summary", "pronouns", "said")
_QUOTE_MARKS: Final = '"“«”»'
_CONTENT_LETTERS: Final = 4
_FEWEST_WORDS: Final = 6  # so that a short sentence of common words is not the centre
_WEEK: Final = 7
_MONTH: Final = 30
_PLAIN: Final = frozenset(("quantity",))  # cues that make no sentence news by themselves
_OPENING: Final = 3  # words in which a sentence says what it is about
_RANKED: Final = 2  # words of "the first" before a number


class Point(NamedTuple):
    """A sentence with its weight, the claims in it and the cues that fired; ``when``: its day."""

    sentence: Sentence
    weight: float
    claims: tuple[Claim, ...]
    rules: tuple[str, ...]
    when: When


def weigh_sentences(document: Document, claims: Iterable[Claim]) -> list[Point]:
    """Every sentence of prose with its weight, in the order of the text."""
    by_sentence = _by_sentence(claims)
    body = [s for s in document.sentences if _is_prose(document, s)]
    central = _centrality([content_of(document.parsed[s.index].lower) for s in body])
    days = _days(document)
    ages = _ages(document, days)
    lead = load("summary")["points"]["lead"]
    standing = [
        lead * 0.5**n + centre + ages[sentence.index]
        for n, (sentence, centre) in enumerate(zip(body, central, strict=True))
    ]
    points = []
    for sentence, weight in zip(body, standing, strict=True):
        held = by_sentence.get(sentence.start, ())
        extra, fired = _worth(document, sentence, held)
        points.append(Point(sentence, weight + extra, held, fired, days[sentence.index]))
    return points


def content_of(words: Iterable[str]) -> frozenset[str]:
    """Those of a sentence's words, in lower case, that carry its matter."""
    return frozenset(filter(_MATTER.__getitem__, words))


def _carries_matter(word: str) -> bool:
    long = len(word) >= _CONTENT_LETTERS or word.isdigit()
    return long and word[0].isalnum() and word not in _WORD_CLASSES


_MATTER: Final = Memo(_carries_matter)


def _by_sentence(claims: Iterable[Claim]) -> Mapping[int, tuple[Claim, ...]]:
    found: dict[int, tuple[Claim, ...]] = defaultdict(tuple)
    for claim in claims:
        found[claim.sentence_start] += (claim,)
    return found


def _is_prose(document: Document, sentence: Sentence) -> bool:
    parse = document.parsed[sentence.index]
    if sentence.heading or not _has_words(parse.lower, _SHORT):
        return False
    return any(group.finite for group in parse.groups if group.kind == "verb")


def _has_words(tokens: Iterable[str], fewest: int) -> bool:
    """Whether so many of the tokens are words."""
    missing = fewest
    for token in tokens:
        missing -= token[0].isalnum()
        if missing <= 0:
            return True
    return False


def _worth(
    document: Document, sentence: Sentence, claims: Iterable[Claim]
) -> tuple[float, tuple[str, ...]]:
    """What a sentence weighs by what it holds, and the cues that fired in it."""
    fired = cues_in(document.parsed[sentence.index].lower)
    worth = float(sum([_CUE_POINTS[cue] for cue in fired]))
    told = [_claim_points(claim) for claim in claims]
    if "overall" in fired:
        told = [min(points, _POINTS["overall"]) for points in told]
    worth += sum(told)
    worth += sum(_POINTS[flaw] for flaw in _flaws(document, sentence))
    if not claims and _PLAIN.issuperset(fired):
        worth += _POINTS["plain"]
    return worth, fired


# --- where and when it stands ------------------------------------------------------------------


def _centrality(contents: Sequence[frozenset[str]]) -> list[float]:
    """Points for content that other sentences share: the article's matter and not an aside."""
    spread = Counter(chain.from_iterable(contents))
    shared = [
        sum([spread[word] - 1 for word in content]) / max(len(content), _FEWEST_WORDS)
        for content in contents
    ]
    most = max(shared, default=0.0) or 1.0
    return [_POINTS_CENTRAL * value / most for value in shared]


def _days(document: Document) -> list[When]:
    """The day that each sentence tells of: its own, or the one its paragraph told last."""
    days: list[When] = []
    told, paragraph = When(), -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            told, paragraph = When(), sentence.paragraph
        dated = (found.when for found in document.dates[sentence.index])
        told = next((w for w in dated if w.start and (w.date_prec or YEAR_PREC) <= DAYS_PREC), told)
        days.append(told)
    return days


def _ages(document: Document, days: Sequence[When]) -> list[float]:
    """Points off for a day more than a week before the newest that the text tells, and for a month
    or year that is over by a month.
    """
    published = document.article.published
    starts = [when.start for when in days if when.start]
    newest = published or max(starts, default=date.min)
    older = load("summary")["points"]["older"]
    own = map(_own_times, document.dates, document.parsed)
    passed = [
        _months_ago(times, newest) or ((newest - when.start).days if when.start else 0)
        for when, times in zip(days, own, strict=True)
    ]
    return [older * math.log10(max(days_ago, _WEEK) / _WEEK) for days_ago in passed]


def _own_times(dated: Sequence[Dated], parse: Parsed) -> list[When]:
    """The times of a sentence outside relative clauses: "a truce, which was made in 2022"."""
    if not dated:
        return []
    relatives = [group.first for group in parse.groups if group.kind == "relative"]
    clause = min(relatives, default=len(parse.tokens))
    return [found.when for found in dated if found.first < clause]


def _months_ago(times: Iterable[When], newest: date) -> int:
    """Days since the last of these times ended, where that is a month and more."""
    ends = [when.end for when in times if when.end]
    passed = (newest - max(ends)).days if ends else 0
    return passed if passed >= _MONTH else 0


# --- what it holds -----------------------------------------------------------------------------


def _claim_points(claim: Claim) -> float:
    if isinstance(claim, Implication):
        return float(_POINTS["effect" if claim.kind == "effect" else "implication"])
    if not isinstance(claim, (Casualty, TerritorialChange)):
        return 0.0
    if claim.background or claim.certainty == "denied":
        return float(_POINTS["background" if claim.background else "denied"])
    if isinstance(claim, Casualty):
        if claim.subset or claim.quantity.kind == "none":
            return float(_POINTS["subset"])
        count = claim.quantity.best or claim.quantity.low or claim.quantity.high or 1
        return float(_POINTS[claim.outcome] + _POINTS["per_tenfold"] * math.log10(max(count, 1)))
    places = min(max(len(claim.places) - 1, 0), _PLACES_THAT_COUNT)
    return float(_POINTS[claim.action] + _POINTS["per_place"] * places)


def _flaws(document: Document, sentence: Sentence) -> Iterator[str]:
    """What keeps a sentence from standing alone."""
    parse = document.parsed[sentence.index]
    words = parse.lower
    if _points_back(words) or _is_about_them(parse):
        yield "pronoun"
    elif _is_remnant(document, sentence):
        yield "remnant"
    elif _is_definite(document, sentence):
        yield "definite"
    if _speaks_unnamed(words):
        yield "speaker"
    if sentence.text[0] in _QUOTE_MARKS or _is_unsigned(document, sentence):
        yield "quoted"
    if sentence.text.rstrip(_QUOTE_MARKS).endswith("?"):
        yield "question"
    if sentence.text.rstrip(_QUOTE_MARKS).endswith(":"):
        yield "announcing"
    if not _FIRST_PERSON.isdisjoint(words):
        yield "opinion"


def _points_back(words: Sequence[str]) -> bool:
    """ "It was burnt", "they burnt 90 of them", "in this way": what it means stands before."""
    clause = words[: words.index(",")] if "," in words else words
    spoken = list(islice((word for word in clause if word[0].isalnum()), _OPENING))
    if not _POINTING.isdisjoint(spoken) and not _TIMES.isdisjoint(spoken):
        return False  # "This week", "In those days"
    if "them" in clause and ("of", "them") in pairwise(clause):
        return True
    opening = (*spoken[:1], "-".join(spoken[:2]))
    if not _PRONOUNS.isdisjoint(opening):
        return True
    governs = _WORD_CLASSES.get(spoken[0] if spoken else "") == "p"
    return governs and spoken[1:2] != [] and spoken[1] in _POINTING


def _speaks_unnamed(words: Sequence[str]) -> bool:
    """ "The road was cut, he said": who says so stands before."""
    if _SAID.isdisjoint(words) or _THEY.isdisjoint(words):
        return False
    return any(said in _SAID and who in _THEY for who, said in pairwise(words))


def _is_about_them(parse: Parsed) -> bool:
    """ "Two days later they left", "In Memba, these men left": the first subject points back."""
    verbs = [at for at, group in enumerate(parse.groups) if group.kind == "verb"]
    told = next((at for at in verbs if parse.groups[at].finite), 0)
    before = parse.groups[told - 1] if told else None
    if before is None or before.kind != "noun":
        return False
    determiner, noun = parse.lower[before.first : before.first + 2]
    pointed = determiner in _POINTING and noun not in _TIMES
    return pointed or (before.pronoun and before.word in _THEY)


def _is_definite(document: Document, sentence: Sentence) -> bool:
    """ "The town is under their control": told of before, and no name says which it is."""
    groups = document.parsed[sentence.index].groups
    first = groups[0]
    if first.kind != "noun" or first.word not in _DEFINITES:
        return False
    tokens = document.tokens[sentence.index]
    named = any(token.capitalised for token in tokens[first.first + 1 :])
    return tokens[first.first].lower == "the" and not named


def _is_remnant(document: Document, sentence: Sentence) -> bool:
    """ "The first three end before it fell", "the rest": what is left of something told before."""
    words = document.parsed[sentence.index].lower
    if words[0] != "the" or words[1] not in _words("remnants"):
        return False
    first = next(g for g in document.parsed[sentence.index].groups if g.kind == "noun")
    return words[_RANKED] in _numbers() or first.word == words[1]


@cache
def _numbers() -> frozenset[str]:
    return word_set("quantities", "words")


def _is_unsigned(document: Document, sentence: Sentence) -> bool:
    """Whether somebody's own words are told whom another sentence names."""
    speech = document.speech(sentence, (sentence.start + sentence.end) // 2).attribution
    return speech.direct and (speech.source_original or "") not in sentence.text


@cache
def _words(name: str) -> frozenset[str]:
    return word_set("summary", name, "words")


_PRONOUNS: Final = _words("pronouns")
_DEFINITES: Final = _words("definites")
_TIMES: Final = _words("times")


def _book() -> PhraseBook:
    return PhraseBook({cue["name"]: cue["phrases"] for cue in load("summary")["cue"]}, _names)


def cues_in(words: Iterable[str]) -> tuple[str, ...]:
    """The cues of the lexicon that fire on one sentence's words in lower case."""
    return tuple(dict.fromkeys([hit.rule for hit in _BOOK.find(words)]))


def _names(word: str) -> tuple[str, ...]:
    return (word, "#") if word[0].isdigit() else (word,)


_BOOK: Final = _book()


def _cue_points() -> dict[str, float]:
    return {cue["name"]: cue["points"] for cue in load("summary")["cue"]}


_CUE_POINTS: Final = _cue_points()
