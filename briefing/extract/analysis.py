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
from briefing.language.document import Document
from briefing.language.groups import parse
from briefing.language.hedges import find_all_hedges
from briefing.language.sentences import split_sentences
from briefing.language.tokens import tokenize
from briefing.language.withdrawn import without_withdrawn
from briefing.models import Article, Place
from briefing.places import Region, find_places


def analyse(article: Article, *, region: Region | None = None) -> Document:
    """Sentences, tokens, groups, places, actors, dates and speech of an article's English text.

    ``region`` decides between places of one name; without it the text alone does.
    """
    foreign = find_foreign(article.text, article.language)
    text = without_withdrawn(blank(article.text, foreign))
    sentences = split_sentences(text)
    written = [tokenize(text, s.start, s.end) for s in sentences]
    tokens = [plain_capitals(words) for words in written]
    changed = [plain for plain, words in zip(tokens, written, strict=True) if plain is not words]
    places = _find_written(text, recased(text, changed), region)
    dateline = find_dateline(sentences, tokens, places)
    if dateline and region and _is_post(dateline, places, region):
        dateline = replace(dateline, place=None)
    parsed = [parse(text, words, head=stamp_of(words)) for words in tokens]
    if dateline:
        first = dateline.sentence
        parsed[first] = parse(text, tokens[first], head=dateline.tokens)
    speeches = find_speeches(text, sentences, parsed)
    lower = [parse.lower for parse in parsed]
    actors = [
        actor
        for words, low in zip(tokens, lower, strict=True)
        for actor in find_actors(text, words, low)
        if not (dateline and dateline.start <= actor.start < dateline.end)  # "KABUL —" is a place
    ]
    reported = article.published or report_day(text, sentences, tokens, dateline)
    document = Document(
        article=article,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        places=places,
        actors=with_introduced(text, tokens, actors, lower),
        speeches=name_sources(text, sentences, speeches, places, actors),
        hedges=find_all_hedges(tokens, lower),
        dates=tuple(
            tuple(find_dates(text, words, reported, low))
            for words, low in zip(tokens, lower, strict=True)
        ),
        foreign=foreign,
        headlines=frozenset(
            sentence.start
            for sentence, words, plain in zip(sentences, written, tokens, strict=True)
            if sentence.heading and plain is not words
        ),
        dateline=dateline,
        reported=reported,
        parsed=tuple(parsed),
    )
    surnames = find_surnames(document)
    return replace(document, surnames=surnames, places=_without_persons(text, places, surnames))


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
