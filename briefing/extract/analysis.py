"""An article to the analysed document that every extractor reads."""

from __future__ import annotations

from dataclasses import replace

from briefing.actors import find_actors, with_introduced
from briefing.extract.parties.sources import name_sources
from briefing.extract.people.persons import find_surnames
from briefing.language.attribution import find_speeches
from briefing.language.capitals import plain_capitals, recased
from briefing.language.dateline import Dateline, find_dateline, report_day, stamp_of
from briefing.language.dates import find_dates
from briefing.language.detect import blank, find_foreign
from briefing.language.document import ActorMention, Document
from briefing.language.groups import Parsed
from briefing.language.hedges import find_all_hedges
from briefing.language.parsing import parse
from briefing.language.sentences import split_sentences
from briefing.language.tokens import Token, tokenize
from briefing.language.transcripts import needs_reading, without_insertions
from briefing.language.withdrawn import without_withdrawn
from briefing.language.years import in_their_year
from briefing.models import Article, Place, Sentence
from briefing.places import Region, find_places


def analyse(article: Article, *, region: Region | None = None) -> Document:
    """Sentences, tokens, groups, places, actors, dates and speech of an article's English text.

    ``region`` decides between places of one name; without it the text alone does.
    """
    foreign = find_foreign(article.text, article.language)
    cut = _cut(without_withdrawn(blank(article.text, foreign)))
    text, sentences, tokens = cut.text, cut.sentences, cut.tokens
    places = _find_written(text, recased(text, cut.changed), region)
    dateline = _find_own_dateline(cut, places, region)
    parsed = _parse(cut, dateline)
    lower = [parse.lower for parse in parsed]
    actors = _find_own_actors(cut, lower, dateline)
    speeches = find_speeches(text, sentences, parsed)
    reported = article.published or report_day(text, sentences, tokens, dateline)
    dates = [
        tuple(find_dates(text, words, reported, low))
        for words, low in zip(tokens, lower, strict=True)
    ]
    document = Document(
        article=article,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        places=places,
        actors=with_introduced(text, tokens, actors, lower),
        speeches=name_sources(text, sentences, speeches, places, actors, article.publisher),
        hedges=find_all_hedges(tokens, lower),
        dates=in_their_year(dates, reported),
        foreign=foreign,
        headlines=cut.headlines,
        dateline=dateline,
        reported=reported,
        parsed=tuple(parsed),
    )
    surnames = find_surnames(document)
    return replace(document, surnames=surnames, places=_without_persons(text, places, surnames))


class _Cut:
    """A text in sentences and words; ``tokens`` are read where ``written`` has mere capitals."""

    __slots__ = ("changed", "headlines", "sentences", "text", "tokens")

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        written: list[list[Token]],
        tokens: list[list[Token]],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.tokens = tokens
        changed = [plain is not words for plain, words in zip(tokens, written, strict=True)]
        self.changed = [words for words, differ in zip(tokens, changed, strict=True) if differ]
        self.headlines = frozenset(
            sentence.start
            for sentence, differ in zip(sentences, changed, strict=True)
            if sentence.heading and differ
        )


def _cut(text: str) -> _Cut:
    sentences = split_sentences(text)
    written = [tokenize(text, sentence.start, sentence.end) for sentence in sentences]
    if needs_reading(text):
        written = [without_insertions(tokens) for tokens in written]
    return _Cut(text, sentences, written, [plain_capitals(words) for words in written])


def _find_own_dateline(
    cut: _Cut, places: tuple[Place, ...], region: Region | None
) -> Dateline | None:
    """The dateline of a text; without its place where that is only the reporter's post."""
    dateline = find_dateline(cut.sentences, cut.tokens, places)
    if dateline and region and _is_post(dateline, places, region):
        return replace(dateline, place=None)
    return dateline


def _parse(cut: _Cut, dateline: Dateline | None) -> list[Parsed]:
    """The groups of each sentence; what only says where or when it was sent is in none."""
    parsed = [parse(cut.text, words, head=stamp_of(words)) for words in cut.tokens]
    if dateline:
        first = dateline.sentence
        parsed[first] = parse(cut.text, cut.tokens[first], head=dateline.tokens)
    return parsed


def _find_own_actors(
    cut: _Cut, lower: list[list[str]], dateline: Dateline | None
) -> list[ActorMention]:
    """The actors of a text but those in its dateline: "KABUL —" is a place."""
    return [
        actor
        for words, low in zip(cut.tokens, lower, strict=True)
        for actor in find_actors(cut.text, words, low)
        if not (dateline and dateline.start <= actor.start < dateline.end)
    ]


def _is_post(dateline: Dateline, places: tuple[Place, ...], region: Region) -> bool:
    """Whether a report on the desk's region was filed abroad: "MADRID – Ten men were killed in El
    Salvador" tells where the reporter sits. A town that the text names again may be where it was.
    """
    post = dateline.place
    if post is None or post.country is None or post.country in region.countries:
        return False
    told = [place for place in places if place.start >= dateline.end]
    again = any(place.name == post.name for place in told)
    return not again and any(place.country in region.countries for place in told)


def _without_persons(
    text: str, places: tuple[Place, ...], surnames: frozenset[str]
) -> tuple[Place, ...]:
    """Without surnames that look like places: "a cook who worked in Escobar's house".

    A town that the text elsewhere tells of by that name stays one.
    """
    towns = {p.as_written for p in places if p.resolved and not _is_owner(text, p)}
    named = surnames - towns
    return tuple(
        place
        for place in places
        if place.as_written not in named or (place.resolved and not _is_owner(text, place))
    )


def _is_owner(text: str, place: Place) -> bool:
    return text[place.end : place.end + 1] in ("'", "’")


def _find_written(text: str, read: str, region: Region | None) -> tuple[Place, ...]:
    """The places of a text as it writes them, found in how it is read."""
    places = tuple(find_places(read, near=region))
    if read == text:
        return places
    return tuple(replace(place, as_written=text[place.start : place.end]) for place in places)
