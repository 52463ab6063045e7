"""What is told of a whole state: "Throughout the country, 120 people were killed"."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefing.extract.circumstances.place.setting import locations
from briefing.extract.circumstances.place.states import state_of, town_of_dateline
from briefing.extract.scene import Scene, once, scenes_of
from briefing.lexicon import load
from briefing.models import Place, Span

_TABLE: Final[dict[str, list[str]]] = load("circumstances")["nationwide"]
_PHRASES: Final = [phrase.split() for phrase in _TABLE["phrases"]]
_BEHIND: Final = [phrase.split() for phrase in _TABLE["behind"]]
_LAST_WORDS: Final = frozenset([phrase[-1] for phrase in (*_PHRASES, *_BEHIND)])


def is_nationwide(scene: Scene, people: Span, trigger: Span) -> bool:
    """Whether what befell ``people`` is told of a whole state that the sentence does not name.

    The words open the sentence, or no other verb lies between them and the event: "killed two,
    which drew protests throughout the country". "In the country" stands behind it.
    """
    if _LAST_WORDS.isdisjoint(scene.parse.held):
        return False
    first, last = min(people.start, trigger.start), max(people.end, trigger.end)
    told = (
        at == scene.sentence.start or _is_of_event(scene, at, first, last) for at in _told(scene)
    )
    behind = (_is_of_event(scene, at, first, last) for at in _at(scene, _BEHIND) if at >= last)
    return any(told) or any(behind)


def opens_nationwide(scene: Scene) -> bool:
    """ "On the national level, I have some results to announce. …"."""
    return not _LAST_WORDS.isdisjoint(scene.parse.held) and scene.sentence.start in _told(scene)


def speaks_of_state(scene: Scene) -> bool:
    """Whether a sentence has words for the whole state."""
    held = not _LAST_WORDS.isdisjoint(scene.parse.held)
    return held and bool(_told(scene) or _at(scene, _BEHIND))


def _is_of_event(scene: Scene, at: int, first: int, last: int) -> bool:
    start, end = (at, first) if at < first else (last, at)
    groups = scene.parse.groups
    between = range(scene.group_at(start), scene.group_at(end))
    return not any(
        groups[i].kind in _CLAUSE and groups[i - 1].kind != "coordinator" for i in between if i
    )


_CLAUSE: Final = ("verb", "relative", "subordinator")  # with these another clause begins


@once
def _told(scene: Scene) -> tuple[int, ...]:
    """Where the words for the whole state begin, as offsets in the text."""
    return _at(scene, _PHRASES)


def _at(scene: Scene, phrases: list[list[str]]) -> tuple[int, ...]:
    words = scene.parse.lower
    return tuple(
        [
            scene.parse.tokens[at].start
            for phrase in phrases
            for at in range(len(words) - len(phrase) + 1)
            if words[at : at + len(phrase)] == phrase
        ]
    )


def state_meant(scene: Scene) -> Place | None:
    """The state that "the country" is: the one named last, else that of all places told before,
    else that of the dateline."""
    earlier = [p for p in scene.document.places if p.start < scene.sentence.end and p.country]
    named = next((p for p in reversed(earlier) if p.kind == "country"), None)
    if named is not None:
        return named
    codes = {place.country for place in earlier}
    return state_of(earlier[-1]) if len(codes) == 1 else state_of(town_of_dateline(scene))


def state_of_war(scene: Scene) -> Place | None:
    """The state whose war a text tells of: that of nearly all its towns and provinces, else the
    only one in which something happened; not Rwanda of "the war against Rwanda"."""
    towns = [p for p in scene.document.places if p.kind != "country" and p.country]
    scenes = () if towns else scenes_of(scene.document)
    told = towns or [p for s in scenes for p in locations(s) if p.country]
    if not told:
        return None
    code, most = Counter([place.country for place in told]).most_common(1)[0]
    enough = most >= _SHARE * len(told) if towns else most == len(told)
    return state_of(next(place for place in told if place.country == code)) if enough else None


_SHARE: Final = 0.75  # of a text's towns that lie in the state of its war
