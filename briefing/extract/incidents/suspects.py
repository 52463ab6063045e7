"""How far an article points at each party for the attacks it tells: signs, counted and weighed.

The weights stand in ``suspects.toml``; a party's score is the probability that they give.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cache
from typing import Final, NamedTuple

from briefing.actors import names_of
from briefing.extract.incidents.blame import accused_in, denying_in
from briefing.extract.incidents.events import Event, target_of
from briefing.extract.parties.cast import Cast, Identity, keepers
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.lexicon import load, word_set
from briefing.records import record

_MOST: Final = 3  # tellings beyond which one more says nothing


@record(frozen=True)
class Suspect:
    """A party, the signs that speak for or against it, and its score from 0 to 1.

    ``mention``: where the article says most plainly that it did it, else where it names it first.
    """

    who: Identity
    mention: ActorMention
    signs: dict[str, float]
    score: float

    def pointing(self) -> list[str]:
        """The signs that raise the score, the heaviest first."""
        weights = load("suspects")["weights"]
        raising = [(n * weights.get(s, 0.0), s) for s, n in self.signs.items()]
        return [sign for weight, sign in sorted(raising, key=_heaviest_first) if weight > 0]

    @property
    def bystander(self) -> bool:
        """Whether it keeps the peace, and the article does not say of any attack that it did it."""
        return self.who.key in keepers() and _accusing().isdisjoint(self.signs)


def _heaviest_first(sign: tuple[float, str]) -> tuple[float, str]:
    return -sign[0], sign[1]


@record(frozen=True)
class _File:
    """What has been found of one party: its signs, and the first mention of it as an attacker."""

    signs: Counter[str] = field(default_factory=Counter)
    mentions: list[ActorMention] = field(default_factory=list)


class Accusation(NamedTuple):
    """Whom the sentence of that number says did it: "claimed by X"."""

    sentence: int
    actor: ActorMention


def find_accusations(scenes: Iterable[Scene]) -> list[Accusation]:
    """Whom the sentences hold responsible in so many words."""
    return [Accusation(s.sentence.index, actor) for s in scenes for actor in accused_in(s)]


def rank_suspects(
    cast: Cast,
    scenes: Sequence[Scene],
    events: Iterable[Event],
    accusations: Iterable[Accusation],
) -> dict[Identity, Suspect]:
    """Every party of the article that can be held responsible, with its score."""
    files = {who: _File() for who in cast.counts if who.suspect}
    for event in events:
        _note_event(cast, scenes[event.sentence], event, files)
    for accused in accusations:
        _note(cast, accused.actor, "blamed", files)
    for actor in (actor for scene in scenes for actor in denying_in(scene)):
        who = cast.identity(actor)
        if who in files:
            files[who].signs["denied"] += 1
    return {who: _weighed(cast, who, file) for who, file in files.items()}


def _note_event(cast: Cast, scene: Scene, event: Event, files: dict[Identity, _File]) -> None:
    if event.attacker:
        _note(cast, event.attacker, f"{event.link} noun" if event.nominal else event.link, files)
    else:
        near = {cast.identity(actor) for actor in scene.document.actors_in(scene.sentence)}
        for who in near:
            if who in files:
                files[who].signs["near"] += 1
    target = target_of(scene, event)
    attacked = cast.identity(target) if target else None
    if attacked in files:
        files[attacked].signs["target"] += 1


def _note(cast: Cast, actor: ActorMention, sign: str, files: dict[Identity, _File]) -> None:
    who = cast.identity(actor)
    if who in files:
        files[who].signs[sign] += 1
        files[who].mentions.append(actor)
    elif who and who.kind == "generic":
        known = cast.meant(actor.start)
        if known in files:
            files[known].signs[f"{sign} by another word"] += 1


def _weighed(cast: Cast, who: Identity, file: _File) -> Suspect:
    signs = {"any": 1.0, who.kind: 1.0} | _kind_signs(cast, who)
    for sign, count in file.signs.items():
        signs[sign] = 1.0
        if count > 1:
            signs[f"{sign} again"] = float(min(count, _MOST) - 1)
    weights = load("suspects")["weights"]
    total = sum(value * weights.get(sign, 0.0) for sign, value in signs.items())
    mention = file.mentions[0] if file.mentions else cast.firsts[who]
    return Suspect(who, mention, signs, 1 / (1 + math.exp(-total)))


def _kind_signs(cast: Cast, who: Identity) -> dict[str, float]:
    """What a party is; for a named one, its share of all that the article names."""
    if who.kind != "named":
        return {who.branch: 1.0}
    political = not names_of(who.key) and who.key.lower().split()[-1] in _political()
    return {"share": cast.counts[who] / cast.named} | ({"political": 1.0} if political else {})


@cache
def _political() -> frozenset[str]:
    return word_set("suspects", "political", "words")


@cache
def _accusing() -> frozenset[str]:
    own = load("suspects")["accusing"]["signs"]
    return frozenset((*own, *(f"{sign} by another word" for sign in own)))
