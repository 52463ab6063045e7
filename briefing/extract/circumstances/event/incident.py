"""The sentences of one incident: what one says of day and place holds for the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Final

from briefing.extract.circumstances.place.nationwide import opens_nationwide
from briefing.extract.circumstances.telling.entries import openings
from briefing.extract.circumstances.telling.labels import stands_alone
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, once, scenes_of
from briefing.extract.triggers import means, verbs
from briefing.language.dateparts import DAY_PREC
from briefing.language.dates import Dated
from briefing.language.groups import Group
from briefing.language.inflection import inflect
from briefing.lexicon import load, word_set
from briefing.models import Span

_words = partial(word_set, "circumstances")

_REACH: Final = 16  # sentences that are looked at on either side
_RETOLD: Final = 5  # sentences after an event that may still say where and when it was
_OPENING: Final = 5  # words in which a sentence says that it speaks of something else


def before(scene: Scene) -> Iterator[Scene]:
    """The sentences before of the same incident, the nearest first."""
    scenes = scenes_of(scene.document)
    for index in range(scene.sentence.index, max(0, scene.sentence.index - _REACH), -1):
        if begins_anew(scenes[index]):
            return
        yield scenes[index - 1]


def after(scene: Scene) -> Iterator[Scene]:
    """The sentences after of the same incident, the nearest first."""
    first = scene.sentence.index + 1
    for other in scenes_of(scene.document)[first : first + _REACH - 1]:
        if begins_anew(other):
            return
        yield other


@once
def begins_anew(scene: Scene) -> bool:
    """Whether a sentence leaves what was told before: "Meanwhile, …", "In a separate raid …"."""
    sentences, index = scene.document.sentences, scene.sentence.index
    if index in openings(scene.document):
        return True
    if scene.sentence.heading:
        return not all(sentence.heading for sentence in sentences[max(0, index - 1) : index])
    words = " ".join(scene.parse.lower[:_OPENING]).lstrip("-–— ")
    opens = words.startswith(_OPENINGS) and not _counts_on(scene, words)
    opens = opens or opens_nationwide(scene) or stands_alone(scene)
    return opens or (scene.document.dates[index] != () and _is_of_another_day(scene))


def _is_of_another_day(scene: Scene) -> bool:
    """ "On Sunday morning, gunmen killed six people in Fafi", behind what was told of Monday: a day
    and a town that open a paragraph on another attack."""
    document, index = scene.document, scene.sentence.index
    dates = document.dates[index]
    if dates[0].first > 1 or not index or dates[0].when.date_prec != DAY_PREC:
        return False
    paragraph = document.sentences[index - 1].paragraph
    if paragraph == scene.sentence.paragraph or not tells_event(scene):
        return False
    first = max(0, index - _REACH)
    told = (d.when.start for day in document.dates[first:index] for d in day if _is_day(d))
    if next(told, dates[0].when.start) == dates[0].when.start:
        return False
    start = document.sentences[first].start
    known = {p.name for p in document.places_in(Span(start, scene.sentence.start))}
    towns = [p for p in document.places_in(scene.sentence) if p.kind == "settlement"]
    return bool(towns) and known.isdisjoint(place.name for place in towns)


def _is_day(dated: Dated) -> bool:
    return dated.when.date_prec == DAY_PREC and dated.when.start is not None


def _counts_on(scene: Scene, words: str) -> bool:
    """ "Another nine people were hurt", "In addition, nine were", "Another resident said": of what
    was told before, unlike "another attack"."""
    opener = next((opener for opener in _COUNTING if words.startswith(opener)), None)
    if opener is None:
        return False
    behind = scene.parse.tokens[min(len(opener.split()), len(scene.parse.tokens) - 1)]
    counted = scene.parse.groups[scene.group_at(behind.start)]
    several = counted.quantity is not None and counted.quantity.best != 1
    bare = counted.counted == counted.last - counted.first > 1  # "another 41 were"
    start = scene.sentence.start
    told = (speech.words for speech in scene.document.speeches[scene.sentence.index])
    return (several and (bare or counted.word in PEOPLE)) or any(
        w and w.start == start for w in told
    )


@once
def tells_event(scene: Scene) -> bool:
    """Whether a sentence tells of an attack, a raid or of what befell people."""
    for group in scene.parse.groups:
        if group.kind == "verb" and not group.modal and group.word in _EVENT_VERBS:
            return True
        if group.kind == "noun" and group.word in EVENT_NOUNS:
            return True
    return False


def retold(scene: Scene) -> Iterator[Scene]:
    """The next sentences that say where and when it happened: "The attack took place in Goma"."""
    for number, other in enumerate(after(scene), 1):
        if number > _RETOLD:
            return
        if _takes_place(other) or _tells_of_victims(other):
            yield other


def _tells_of_victims(scene: Scene) -> bool:
    """ "The victims were shot on a road near Goma", "they were", "the village was attacked": of
    whom and of what the text has just told."""
    opening, told = scene.parse.groups[0], scene.parse.groups[1:2]
    befell = bool(told) and told[0].passive and not (told[0].modal or told[0].perfect)
    if opening.word == "they":
        return befell and tells_event(scene)
    if befell and opening.definite and told[0].verb in _words("attack", "verbs"):
        return True
    return opening.definite and opening.word in _words("retold", "people") and tells_event(scene)


@once
def _takes_place(scene: Scene) -> bool:
    """Whether an event, or "it" and "this", is the subject of a verb such as "occurred"."""
    if _RETOLD_SUBJECTS.isdisjoint(scene.parse.held):
        return False
    if scene.parse.groups[0].word in _words("retold", "asides"):
        return False  # "While this was happening, …": what follows happened elsewhere
    groups = scene.parse.groups
    for at, verb in enumerate(groups[1:], 1):
        if _subject_of(groups, at).word not in _RETOLD_SUBJECTS:
            continue
        following = {token.lower for token in scene.parse.tokens[verb.last : verb.last + 1]}
        takes = verb.verb == "take" and following == {"place"}
        if takes or verb.word in forms_of("retold"):
            return True
    return False


def _subject_of(groups: Sequence[Group], at: int) -> Group:
    """The group before the verb at ``at``; before a "which" what that stands for: "confirmed the
    incident, which took place in Goma"."""
    back = at - 1
    if groups[back].kind == "relative" and back:
        back -= 1 + (groups[back - 1].word == "," and back > 1)
        return groups[back] if groups[back].definite else groups[at - 1]
    return groups[back]


def _retold_subjects() -> frozenset[str]:
    return _words("incident", "nouns") | _words("retold", "pronouns")


_RETOLD_SUBJECTS: Final = _retold_subjects()


def _event_nouns() -> frozenset[str]:
    return _words("incident", "nouns").union(means())


EVENT_NOUNS: Final = _event_nouns()


def _event_verbs() -> frozenset[str]:
    return forms_of("attack") | forms_of("incident") | _inflected(verbs())


@cache
def forms_of(table: str) -> frozenset[str]:
    """All forms of the verbs of a table of ``circumstances.toml``."""
    return _inflected(_words(table, "verbs"))


def _inflected(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form, _ in inflect(lemma))


_EVENT_VERBS: Final = _event_verbs()


def _openings() -> tuple[str, ...]:
    return tuple(load("circumstances")["anew"]["openings"])


_OPENINGS: Final = _openings()
_COUNTING: Final[tuple[str, ...]] = tuple(load("circumstances")["anew"]["counting"])
