"""Who "we" are in a party's own statement: the party that issued it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

from briefing.actors import canonical, find_actors, forces_of
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.language.sourcekinds import source_kind
from briefing.language.tokens import tokenize
from briefing.lexicon import load, word_set
from briefing.models import Article

_words = partial(word_set, "cast", "issued")
NO_PARTIES: Final = ("un", "monitor", "medical", "expert")
OURSELVES: Final = frozenset(("we", "our"))


def issuer_meant(scene: Scene, at: int) -> ActorMention | None:
    """Whom one of ``OURSELVES`` in a statement means, alone or before a noun: "our fighters".

    Nobody in quotation marks, where somebody else may speak.
    """
    start = scene.span(scene.parse.groups[at]).start
    quoted = scene.document.speech(scene.sentence, start).attribution.direct
    return None if quoted else issuer_of(scene.document.article)


def is_of_party(article: Article) -> bool:
    """Whether a text is a party's own, so that what it tells is claimed."""
    return issuer_of(article) is not None


def issuer_of(article: Article) -> ActorMention | None:
    """The party whose own a text is."""
    return _issuer(article.publisher or "", article.title or "")


@lru_cache(maxsize=64)
def _issuer(publisher: str, title: str) -> ActorMention | None:
    """The party that publishes a text, or of which the title says that it is a statement."""
    told = (publisher, _of_issuer(title)) if _says_so(title) else (publisher,)
    parties = (party for text in told if (party := _party(text)))
    return next(parties, None)


def _of_issuer(title: str) -> str:
    """A title up to what its statement is about: "Statement on JNIM" is not JNIM's."""
    words = title.split()
    about = (at for at, word in enumerate(words) if word.lower() in _words("about"))
    return " ".join(words[: next(about, len(words))])


def _says_so(title: str) -> bool:
    return not _words("words").isdisjoint(title.lower().split())


def _outlets(text: str) -> Iterator[ActorMention]:
    """The armed group whose own outlet a name is: "Amaq"."""
    for outlet, group in load("cast")["issued"]["outlets"].items():
        if text.lower().startswith(outlet.lower()):
            yield ActorMention(0, len(outlet), group, outlet)


def _party(text: str) -> ActorMention | None:
    """The armed body of a name or of its own outlet; of a state only that of its forces."""
    if source_kind(text) in NO_PARTIES:
        return None
    tokens = tokenize(text)
    for actor in (*find_actors(text, tokens), *_outlets(text)):
        if actor.combatant and (actor.country or canonical(actor.name)):
            return actor
        if actor.country and not _words("offices").isdisjoint(t.lower for t in tokens):
            return forces_of(actor)
    return None
