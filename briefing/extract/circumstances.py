"""Where and when something happened, by whom and with what, as the text says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import pairwise

from briefing.actors import canonical, side_of
from briefing.extract.linking import subject
from briefing.extract.triggers import means as weapons
from briefing.language.dates import Dated, assumed
from briefing.language.document import ActorMention, Document
from briefing.language.groups import Group, Parsed
from briefing.lexicon import load
from briefing.models import Place, Sentence, Span, When

_OPENING = 1  # words before a date that opens its sentence
_OF_PHRASES = 4  # groups of "of" phrases read with a noun group
_WEEK_PREC, _YEAR_PREC = 3, 5
_DATELINE = 80  # characters in which a dateline ends with its dash
_DASHES = ("—", "–", "--", " - ", "(")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a document, for the rules that look around an event."""

    document: Document
    sentence: Sentence
    parse: Parsed

    def span(self, group: Group) -> Span:
        """Offsets of a group in the article's text."""
        tokens = self.parse.tokens
        return Span(tokens[group.first].start, tokens[group.last - 1].end)

    def group_at(self, offset: int) -> int:
        """Position of the group that covers the character at ``offset``."""
        tokens, groups = self.parse.tokens, self.parse.groups
        for index, group in enumerate(groups):
            if offset < tokens[group.last - 1].end:
                return index
        return len(groups) - 1

    def earlier(self) -> Scene | None:
        """The sentence before in the same paragraph."""
        index = self.sentence.index - 1
        if index < 0 or self.document.sentences[index].paragraph != self.sentence.paragraph:
            return None
        return Scene(self.document, self.document.sentences[index], self.document.parsed[index])


# --- where --------------------------------------------------------------------------------------


def event_place(scene: Scene, start: int, end: int, until: int) -> Place | None:
    """Where the event told in ``text[start:end]`` happened; ``until`` begins the next event.

    First what follows in the clause, then what stands before it in the sentence, then what was
    attacked or taken, then the sentence before in the paragraph, then the dateline of the first
    paragraph. What stands beyond a contrast ("…, while …") is where the next event happened.
    """
    limit = _contrast(scene, end)
    places, attacked = (
        [p for p in found if limit is None or p.start < limit]
        for found in (locations(scene), _objects(scene))
    )
    after = [p for p in places if start <= p.start < until]
    before = [p for p in places if p.start < start]
    rest = [p for p in places if p.start >= until]
    for candidates in (after, before[::-1], rest, attacked):
        if candidates:
            return _most_precise(candidates)
    earlier = scene.earlier()
    inherited = (locations(earlier) or _objects(earlier)) if earlier else []
    if inherited:
        return inherited[-1] if len(inherited) == 1 else _most_precise(inherited)
    return dateline(scene.document) if scene.sentence.paragraph == 0 else None


def _contrast(scene: Scene, end: int) -> int | None:
    """Where a conjunction behind a comma sets another event against this one; None where none does.

    Without the comma it tells of the same event: "killed while they were driving to Goma".
    """
    words = load("circumstances")["contrast"]["words"].split()
    pairs = pairwise(scene.parse.tokens)
    starts = (t.start for comma, t in pairs if comma.text == "," and t.lower in words)
    return next((start for start in starts if start >= end), None)


def _most_precise(candidates: list[Place]) -> Place:
    """The nearest that is not merely a country or an area, else the nearest."""
    precise = [p for p in candidates if p.kind not in ("country", "area")]
    return (precise or candidates)[0]


def locations(scene: Scene) -> list[Place]:
    """The places of a sentence in which something can have happened, in order."""
    document = scene.document
    actors = document.actors_in(scene.sentence)
    header = dateline(document) if scene.sentence.index == 0 else None
    return [
        place
        for place in document.places_in(scene.sentence)
        if not (header and place.start <= header.start)
        and not _is_actor(place, actors)
        and is_locative(scene, place)
    ]


def _is_actor(place: Place, actors: tuple[ActorMention, ...]) -> bool:
    """ "Syrian" in "Syrian army": a nationality and not a place."""
    return any(
        actor.start <= place.start and place.end <= actor.end and actor.combatant
        for actor in actors
    )


def is_locative(scene: Scene, place: Place) -> bool:
    """Whether a preposition of place governs the noun group that holds the place."""
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    for _ in range(6):
        before = groups[at - 1] if at else None
        if before is None:
            return False
        if before.word == "of" and before.kind == "preposition":
            if at > 1 and groups[at - 2].word in _words("relation"):
                return False
            at = max(0, at - 2)
        elif before.kind == "preposition":
            return before.word in _words("locative")
        elif before.kind in ("coordinator", "mark") and at > 1 and groups[at - 2].kind == "noun":
            at -= 2
        else:
            return (
                groups[at].kind == "noun" and place.kind not in ("country",) and _bare(scene, place)
            )
    return False


def _objects(scene: Scene) -> list[Place]:
    """Places that are a verb's object: "took the town of Bama, killing 12"."""
    groups = scene.parse.groups
    found: list[Place] = []
    for place in scene.document.places_in(scene.sentence):
        at = scene.group_at(place.start)
        if at > 1 and groups[at - 1].word == "of":
            at -= 2
        attacked = at > 0 and groups[at - 1].kind == "verb" and groups[at - 1].verb != "be"
        if attacked and place.kind != "country":
            found.append(place)
    return found


def _bare(scene: Scene, place: Place) -> bool:
    """A place without a preposition counts only in an adverbial group: "Kabul blast kills 3"."""
    group = scene.parse.groups[scene.group_at(place.start)]
    return group.word in weapons()


def dateline(document: Document) -> Place | None:
    """The place with which the article opens, before a dash or a bracket."""
    text = document.article.text
    if not document.places or not document.sentences:
        return None
    first, start = document.places[0], document.sentences[0].start
    if first.start > start + 2:
        return None
    head = text[first.end : start + _DATELINE]
    ends = [head.find(dash) for dash in _DASHES if dash in head]
    return (
        first
        if ends and not any(c.islower() for c in _unnamed(document, first, min(ends)))
        else None
    )


def _unnamed(document: Document, first: Place, length: int) -> str:
    """What stands between the first place and the dash apart from names of places."""
    text = document.article.text
    rest = text[first.end : first.end + length]
    for place in document.places[1:4]:
        rest = rest.replace(place.as_written, "")
    return " ".join(word for word in rest.split() if not word[:1].isupper())


# --- when ---------------------------------------------------------------------------------------


def event_time(scene: Scene, start: int, end: int) -> tuple[When, bool]:
    """When ``text[start:end]`` happened, and whether that is a window opened by "since"."""
    dated = [
        d
        for d in scene.document.dates[scene.sentence.index]
        if not _of_speech(scene, d) and not (d.since and _separated(scene, d, start, end))
    ]
    if dated:
        nearest = min(dated, key=lambda d: _distance(scene, d, start, end))
        return nearest.when, nearest.since
    earlier = scene.earlier()
    if earlier:
        index = earlier.sentence.index
        dated = [
            d
            for d in scene.document.dates[index]
            if not _of_speech(earlier, d) and not (d.since and d.when.date_prec == _YEAR_PREC)
        ]
        if dated:
            return dated[-1].when, False
    return _day_of_report(scene) or assumed(scene.document.article.published), False


def _day_of_report(scene: Scene) -> When | None:
    """The day that the paragraph's first words, its heading or the lead of a round-up gives."""
    document, lead = scene.document, load("dates")["roundup"]
    known = set(lead["words"].split())
    for index in range(scene.sentence.index, -1, -1):
        words = {token.lower for token in document.tokens[index]}
        heading = document.sentences[index].heading
        opening = index < lead["sentences"] and not known.isdisjoint(words)
        same = document.sentences[index].paragraph == scene.sentence.paragraph
        first = document.dates[index][0].first if document.dates[index] else _OPENING + 1
        entry = same and first <= _OPENING  # "[2011-01-25] …", "On Monday …"
        dates = document.dates[index] if heading or opening or entry else ()
        days = [d.when for d in dates if _is_near(d) and not d.since]
        if days:
            return replace(days[0] if entry else days[-1], basis="dateline")
    return None


def _is_near(dated: Dated) -> bool:
    return dated.when.start is not None and (dated.when.date_prec or _YEAR_PREC) <= _WEEK_PREC


def _distance(scene: Scene, dated: Dated, start: int, end: int) -> int:
    first = scene.parse.tokens[dated.first].start
    return first - end if first >= end else start - first if first < start else 0


def _separated(scene: Scene, dated: Dated, start: int, end: int) -> bool:
    """Whether a colon or semicolon stands between a date and ``text[start:end]``."""
    first = scene.parse.tokens[dated.first].start
    between = (end, first) if first >= end else (first, start)
    return any(c in ":;" for c in scene.document.article.text[between[0] : between[1]])


def _of_speech(scene: Scene, dated: Dated) -> bool:
    """ "police said Monday": the day of the statement."""
    at = dated.first - 1
    words = [token.lower for token in scene.parse.tokens[max(0, at - 1) : at + 1]]
    return bool(words) and (words[-1] in _SAYING or (words[-1] == "on" and words[0] in _SAYING))


_SAYING = frozenset(
    "said says told announced reported confirmed added statement stated late".split()
)


def is_background(scene: Scene, when: When) -> bool:
    """Whether the date lies so far before the report that it is history told in passing."""
    published = scene.document.article.published
    if when.end is None or when.basis not in ("stated", "relative"):
        return False
    if published is None:
        return when.date_prec == _YEAR_PREC
    return when.end < published - timedelta(days=load("circumstances")["before"]["days"])


# --- who and how --------------------------------------------------------------------------------


def actor_of_verb(scene: Scene, verb: int) -> ActorMention | None:
    """The actor that is the verb's subject, or whose weapon is: "Russian airstrikes killing"."""
    groups = scene.parse.groups
    group = groups[verb]
    if group.form == "ing" and verb and groups[verb - 1].kind == "noun":
        direct = actor_in(scene, verb - 1)
        if direct:
            return direct
    for at in subject(scene.parse, verb).wholes:
        found = actor_in(scene, at)
        if found:
            return found
    return None


def attacker(scene: Scene, trigger: int, *, active: bool) -> ActorMention | None:
    """Who did it, where the sentence says so: subject, "by …", "in X's attacks", "X attacked"."""
    groups = scene.parse.groups
    verb = groups[trigger].kind == "verb"
    if active and verb:
        found = actor_of_verb(scene, trigger)
        if found:
            return found
    return _by_phrase(scene, trigger) or _by_weapon(scene, trigger) or _by_attack(scene)


def _by_phrase(scene: Scene, trigger: int) -> ActorMention | None:
    groups = scene.parse.groups
    for at in range(trigger + 1, min(len(groups) - 1, trigger + 12)):
        if groups[at].kind == "verb" and groups[at].finite:
            return None
        if groups[at].word == "by" and groups[at + 1].kind == "noun":
            return actor_in(scene, at + 1)
    return None


def _clause(scene: Scene, trigger: int) -> range:
    """The groups around the trigger up to "while" or a semicolon, beyond which is another event."""
    groups = scene.parse.groups
    bounds = [
        i
        for i, group in enumerate(groups[:-1])
        if group.word in ("while", "whereas", ";") and groups[i + 1].form != "ing"
    ]
    first = max((i for i in bounds if i < trigger), default=0)
    return range(first, min((i for i in bounds if i > trigger), default=len(groups)))


def _by_weapon(scene: Scene, trigger: int) -> ActorMention | None:
    """ "in Taliban attacks", "Russian airstrikes": an actor in the group of a weapon."""
    known = weapons()
    for at in _clause(scene, trigger):
        group = scene.parse.groups[at]
        if group.kind == "noun" and (group.word in known or group.word in _attacks()):
            found = actor_in(scene, at)
            if found:
                return found
    return None


def _by_attack(scene: Scene) -> ActorMention | None:
    verbs = load("circumstances")["attack"]["verbs"].split()
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and group.verb in verbs and not group.passive and not group.modal:
            found = actor_of_verb(scene, at)
            if found and found.combatant:
                return found
    return None


def actor_in(scene: Scene, at: int) -> ActorMention | None:
    """The actor of a noun group and its "of" phrases: "guerrillas of the FMLN" is the FMLN."""
    groups = scene.parse.groups
    last = at
    while last + 2 < len(groups) and groups[last + 1].word == "of" and last < at + _OF_PHRASES:
        if groups[last + 2].kind != "noun":
            break
        last += 2
    span = Span(scene.span(groups[at]).start, scene.span(groups[last]).end)
    known = load("circumstances")["not_attackers"]["words"].split()
    inside = [a for a in scene.document.actors_in(span) if a.name.lower() not in known]
    own = [a for a in inside if a.start < scene.span(groups[at]).end]
    named = [a for a in inside if a.combatant and not _is_generic(a)]
    generic = not own or _is_generic(own[0])
    return named[0] if generic and named else own[0] if own else None


def _is_generic(actor: ActorMention) -> bool:
    """ "Rebels", "guerrilla": a word for a body and no name."""
    return " " not in actor.name and canonical(actor.name) is None


def attacker_before(scene: Scene) -> ActorMention | None:
    """Who attacked in the sentence before: "Rebels raided the post. Two guards were killed."""
    earlier = scene.earlier()
    return _by_attack(earlier) if earlier else None


def means_of(scene: Scene, trigger: int) -> str | None:
    """The weapon or manner the sentence names nearest to the trigger."""
    known = weapons()
    head = scene.parse.groups[trigger].head
    found = [
        (abs(position - head), position, known[token.lower])
        for position, token in enumerate(scene.parse.tokens)
        if token.lower in known
    ]
    return min(found)[2] if found else None


def perpetrator_name(
    actor: ActorMention | None, victim_side: str | None, words: str | None
) -> str | None:
    """The actor's side, unless it is the victims' own; ``words`` are those for the victims."""
    if actor is None:
        return None
    side = side_of(actor)
    same = words is not None and actor.as_written.lower().split()[-1] in words.lower().split()
    return None if same or side == victim_side else side


@cache
def _attacks() -> frozenset[str]:
    return frozenset(
        (
            "attack",
            "attacks",
            "assault",
            "assaults",
            "offensive",
            "strikes",
            "strike",
            "fire",
            "operation",
        )
    )


@cache
def _words(section: str) -> frozenset[str]:
    entry = load("circumstances")[section]
    return frozenset((entry.get("near") or entry["words"]).split())
