"""Places without a name of which a text says no more than the state: "in a Russian village"."""

from __future__ import annotations

from typing import Final

from briefing.actors import canonical
from briefing.extract.circumstances.place.states import place_of_state
from briefing.extract.scene import Scene, once
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Place

UNNAMED: Final = word_set("circumstances", "unnamed", "words")
_LOCATIVE: Final = word_set("circumstances", "locative", "words")
_PEOPLES: Final = word_set("circumstances", "unnamed", "peoples")
_ARTICLES: Final = frozenset(("a", "an"))


def rather_abroad(scene: Scene, place: Place | None) -> Place | None:
    """The state that a sentence names with a place without a name, where ``place`` was told before
    and lies in another; else ``place``."""
    state = _state_told(scene)
    if state is None or (place and place.country == state.country):
        return place
    own = place and scene.sentence.start <= place.start < scene.sentence.end
    return place if own else state


@once
def _state_told(scene: Scene) -> Place | None:
    """ "In a Russian region bordering Ukraine", "in an Israeli kibbutz"."""
    groups = scene.parse.groups
    for at, group in enumerate(groups[1:]):
        if group.word in UNNAMED and groups[at].word in _LOCATIVE and group.kind == "noun":
            code = _state_of(scene, group)
            if code:
                span = scene.span(group)
                written = scene.document.article.text[span.start : span.end]
                return place_of_state(code, span, written)
    return None


def _state_of(scene: Scene, group: Group) -> str | None:
    words = scene.parse.words(group)
    if words[0] not in _ARTICLES:
        return None
    known = (canonical(word) for word in words[1:-1] if not _is_of_people(scene, word))
    return next((one.country for one in known if one and one.country), None)


def _is_of_people(scene: Scene, word: str) -> bool:
    """ "In a Turkmen village", where a text names no Turkmenistan: they live elsewhere, too."""
    state = canonical(word) if word in _PEOPLES else None
    told = (p.country for p in scene.document.places if p.kind == "country")
    return state is not None and state.country not in told
