"""One name per source: "the Syrian Observatory for Human Rights" and "the monitor" are SOHR."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cache
from itertools import islice
from typing import Final

from briefing.actors import canonical
from briefing.extract.parties.cast import is_kin
from briefing.extract.parties.described import BODIES, described_source
from briefing.language.dateparts import is_month, is_weekday
from briefing.language.document import ActorMention, Speech
from briefing.language.sourcekinds import known_sources, source_kind
from briefing.lexicon import entries, load, word_set
from briefing.models import Attribution, Place, Sentence, SourceKind
from briefing.records import keeper, remembered, replace

_OWNED_OWNERS: Final = word_set("circumstances", "owned", "owners")
_NEVER: Final = word_set("sources", "never", "words")
_HEADS: Final = word_set("sources", "heads", "words")
_OWN: Final = word_set("sources", "own", "words")
_NEVER_MOST_PEOPLE: Final = load("sources")["never"]["most_people"]

_ARTICLES: Final = ("the", "a", "an")
_FRONT: Final = word_set("sources", "front", "words")
_QUOTES: Final = "\"'“”‘’«»,;:. "
_BRACKET: Final = re.compile(
    r"\(([A-Z][A-Za-z.&-]{1,9})\)|, or (?:the )?([A-Z][A-Z.&-]{1,9})(?=[,.])"
)
_LINKS: Final = frozenset("of for the and in on de al at".split())
_JOINED_ARTICLES: Final = word_set("places", "articles", "words") | word_set(
    "places", "articles", "joined"
)
_IN_NAMES: Final = _JOINED_ARTICLES | word_set("victims", "particles", "words")
_DATELINE_ENDS: Final = ("", "—", "–", "-", ":")
_BACK: Final = 40  # sources named before among which "the ministry" is sought
_PREPOSITIONS: Final = frozenset("of for in at from with to by on among".split())


@keeper(frozen=False)
class _Seen:
    """The sources an article has named so far, the last one last."""

    short: dict[str, str]  # a long name to the abbreviation that stands behind it in brackets
    names: dict[str, SourceKind | None] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)  # as the text has it to its name

    @remembered
    def own(self) -> dict[str, str]:
        """Long names and abbreviations that mean somebody else than they do elsewhere."""
        known = _LEXICON
        redefined = {
            long: short
            for long, short in self.short.items()
            if short in known and known.get(long) != known[short]
        }
        return {name: long for long, short in redefined.items() for name in (long, short)}

    @remembered
    def long(self) -> dict[str, list[str]]:
        """The long names by their abbreviation."""
        names: dict[str, list[str]] = {}
        for long, short in self.short.items():
            names.setdefault(short, []).append(long)
        return names

    def remember(self, name: str, kind: SourceKind | None) -> None:
        earlier = self.names.pop(name, None)
        self.names[name] = kind or earlier


def name_sources(
    text: str,
    sentences: Sequence[Sentence],
    speeches: Iterable[Sequence[Speech]],
    places: Iterable[Place],
    actors: Sequence[ActorMention] = (),
    publisher: str | None = None,
) -> tuple[tuple[Speech, ...], ...]:
    """The speeches with one name per source; those whose words name no speaker are left out.

    Articles and appositions go, an abbreviation known or given in brackets stands for the long
    name, "the ministry" for the ministry named before, "its spokesman" for that of the sentence's
    first actor. Sources without a name are in lower case.
    """
    seen = _Seen(abbreviations(text))
    starts = {place.as_written.split()[0] for place in places}
    named: list[tuple[Speech, ...]] = []
    for sentence, spoken in zip(sentences, speeches, strict=True):
        kept = []
        for speech in spoken:
            owned = _by_armed_group(text, _with_owner(speech, sentence, actors), sentence, actors)
            if (speech.attribution.source_original or "").endswith(BODIES):
                owned = _by_description(text, owned, sentence, seen)
            kept.append(_renamed(owned, sentence, seen, starts))
            if owned is not speech:  # "he" and "its spokesman" of later sentences mean the same
                seen.written[speech.attribution.source_original or ""] = (
                    owned.attribution.source_original or ""
                )
        if publisher and publisher in sentence.text:
            kept = [s for s in kept if s and not _is_own_report(s, publisher)]
        named.append(tuple(speech for speech in kept if speech))
    return tuple(named)


def _is_own_report(speech: Speech, publisher: str) -> bool:
    """ "ABC News reported on Friday", in ABC News: the article's own voice; but its own count is
    somebody's."""
    said = speech.attribution
    cue = (said.cue or "").rpartition(" ")[2]
    return said.source_original == publisher and cue in word_set("sources", "own", "cues")


def abbreviations(text: str) -> dict[str, str]:
    """Long names with the abbreviation that the text gives them: "World Food Fund (WFF)", "the Zomi
    Army, or ZA,"."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        words = text[max(0, match.start() - 120) : match.start()].split()
        short = match[1] or match[2]
        long = _spelled_out(words, short.replace(".", ""))
        if long:
            found[long] = short
    return found


def _spelled_out(words: list[str], short: str) -> str | None:
    """The last words whose initials are ``short``."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for at in range(len(words) - 1, max(-1, len(words) - 2 * len(letters) - 3), -1):
        if words[at].lower() in _LINKS or not words[at][:1].isalpha():
            continue
        initials = [_initial(w) for w in words[at:] if w.lower() not in _LINKS]
        if initials == letters:
            return " ".join(words[at:])
    return None


def _initial(word: str) -> str:
    """The letter that an abbreviation takes: the I of "al-Islam"."""
    article, _, name = word.rpartition("-")
    return (name if article.lower() in _JOINED_ARTICLES and name else word)[0].lower()


def _renamed(speech: Speech, sentence: Sentence, seen: _Seen, places: set[str]) -> Speech | None:
    attribution = speech.attribution
    written = attribution.source_original
    if written is None:
        return speech
    name = _core(written)
    if _is_nobody(name):
        return None
    known = _known(name, seen)
    kind = (known[1] if known else None) or attribution.kind
    back = None if known else _back_reference(written, name, seen)
    if written in seen.written:
        name = seen.written[written]
        kind = seen.names.get(name) or kind
    elif known:
        name = known[0]
    elif back:
        name, kind = back
    elif _opens(sentence.text, written):
        name = _uncapitalised(name, places)
    kind = kind or _party(name)
    seen.remember(name, kind)
    seen.written.setdefault(written, name)
    renamed = Attribution(name, seen.names[name], attribution.cue, attribution.direct)
    return Speech(speech.start, speech.end, renamed, speech.words)


def _with_owner(speech: Speech, sentence: Sentence, actors: Sequence[ActorMention]) -> Speech:
    """ "The RSF took Bara, its spokesman said": the spokesman of the RSF."""
    written = speech.attribution.source_original or ""
    first, _, rest = written.partition(" ")
    if first not in _OWNED_OWNERS or not rest or written not in sentence.text or rest in _HEADS:
        return speech  # "he" stands for a spokesman of an earlier sentence
    at = bisect_left(actors, sentence.start, key=lambda actor: actor.start)
    whose = actors[at] if at < len(actors) else None
    if whose is None or whose.start > sentence.start + _SUBJECT:
        return speech
    if whose.start > sentence.start + len("The ") and not _is_named(whose):
        # "Our forces captured 400 soldiers, its spokesman said": not the soldiers'
        before = (actor for actor in actors[max(0, at - _NEAR) : at][::-1] if _is_named(actor))
        whose = next(before, whose)
    name = f"{whose.name} {rest}"
    kind = source_kind(name) if whose.country else "party"
    return replace(speech, attribution=replace(speech.attribution, source_original=name, kind=kind))


def _by_description(text: str, speech: Speech, sentence: Sentence, seen: _Seen) -> Speech:
    """ "The rights group said": the one that was named before."""
    written = speech.attribution.source_original or ""
    definite = written.partition(" ")[0].lower() in ("the", "this", "that")
    before = text[: sentence.start]
    found = described_source(_core(written), seen.names, before) if definite else None
    if found is None:
        return speech
    named = replace(speech.attribution, source_original=found[0], kind=found[1])
    return replace(speech, attribution=named)


def _is_named(actor: ActorMention) -> bool:
    return actor.country is not None or canonical(actor.name) is not None


def _by_armed_group(
    text: str, speech: Speech, sentence: Sentence, actors: Sequence[ActorMention]
) -> Speech:
    """ "The group said", "the militants said": the only armed group named shortly before."""
    article, _, noun = (speech.attribution.source_original or "").partition(" ")
    if article.lower() != "the":
        return speech
    about, _, body = noun.rpartition(" ")  # "the rebel group"
    if body not in _ARMED or (about and about not in _ARMED_WORDS):
        return speech
    at = bisect_left(actors, sentence.start, key=lambda actor: actor.start)
    near = (a for a in actors[max(0, at - _NEAR) : at] if a.combatant and a.country is None)
    known = [actor for actor in near if canonical(actor.name) and not is_kin(text, actor)]
    names = {actor.name: actor.as_written for actor in known}
    if len(names) != 1:
        return speech
    name, written = names.popitem()
    written = name if name.lower() in written.lower() else written  # "Al-Shabaab fighters"
    named = replace(speech.attribution, source_original=written, kind="party")
    return replace(speech, attribution=named)


_ARMED: Final = word_set("sources", "armed", "nouns")
_ARMED_WORDS: Final = word_set("sources", "armed", "words")
_NEAR: Final = 8  # actors named before among which an armed group is sought
_SUBJECT: Final = 40  # characters from the start of a sentence in which its subject is named


def _opens(sentence: str, written: str) -> bool:
    """Whether the sentence begins with the name, or goes on with it behind a dateline."""
    before, found, _ = sentence.partition(written)
    return bool(found) and before.rstrip()[-1:] in _DATELINE_ENDS


def _party(name: str) -> SourceKind | None:
    """An armed group known by its name alone: "JNIM"."""
    actor = canonical(name)
    return "party" if actor and actor.combatant else None


def _core(written: str) -> str:
    """The name without article, judgement, apposition, brackets and quotation marks."""
    name = written.strip(_QUOTES)
    name = name.split(" (")[0].split(",")[0].split(" – ")[0].split(" — ")[0].strip(_QUOTES)
    first, _, rest = name.partition(" ")
    while rest and (first.lower() in _ARTICLES or first.lower() in _FRONT):
        name = rest
        first, _, rest = name.partition(" ")
    return _without_day(name)


def _without_day(name: str) -> str:
    """ "The army on July 27 said", "security forces Thursday claimed": without the day."""
    words = name.lower().split()
    last = len(words)
    while last > 1 and (is_weekday(words[last - 1]) or words[last - 1] in _OF_DAYS):
        last -= 1
    last -= 2 * _is_date(words[max(0, last - 2) : last])
    if last == len(words):
        return name
    last -= last > 1 and words[last - 1] == "on"
    return " ".join(name.split()[:last]) or name


def _is_date(words: Sequence[str]) -> bool:
    """ "July 27", "27 July"."""
    return any(map(is_month, words)) and any(word.isdecimal() for word in words)


_OF_DAYS: Final = frozenset(("yesterday", "today", "late", "early"))


def _is_nobody(name: str) -> bool:
    """The outlet itself, a way of speaking, a thing, a crowd."""
    words = name.lower().split()
    if not words or (len(words) == 1 and words[0] in _alone()) or words[0] in ("neither", "no"):
        return True
    if words[-1] in _NEVER or (len(words) >= _PHRASE and _head(words) in _NEVER):
        return True
    if words[-1] in _OWN and words[0] in word_set("sources", "own", "first"):
        return True
    plain = (word.replace(",", "") for word in words)
    most = max((int(figure) for figure in plain if figure.isdecimal()), default=0)
    return bool(most > _NEVER_MOST_PEOPLE)


_PHRASE: Final = 3  # words with which a name may hold a phrase: "evening in Goma"


def _head(words: Sequence[str]) -> str:
    """The noun that a name's phrases belong to: "evening" of "evening in El Fasher"."""
    first = next((at for at, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return words[first - 1] if first else ""


@cache
def _alone() -> frozenset[str]:
    """ "Most", "many": nobody who could be asked."""
    return word_set("sources", "never", "alone")


def _known(name: str, seen: _Seen) -> tuple[str, SourceKind | None] | None:
    """The canonical name that ``name`` ends with, by the lexicon or by the article itself."""
    words = name.replace("’s ", " ").replace("'s ", " ").split()
    for at in range(len(words)):
        if at and words[at - 1].lower() in _PREPOSITIONS:
            return None
        rest = " ".join(words[at:])
        if rest in seen.own:
            return seen.own[rest], None
        if rest in _LEXICON:
            return _LEXICON[rest]
        if rest in seen.short:
            short = seen.short[rest]
            return _LEXICON.get(short, (short, None))
    return None


def _back_reference(written: str, name: str, seen: _Seen) -> tuple[str, SourceKind | None] | None:
    """ "The ministry", "the same monitor": the source named before that it can only mean."""
    definite = written.lower().startswith(("the ", "this ", "that "))
    words = name.lower().removeprefix("same ").split()
    if not definite or len(words) != 1:
        return None
    last = list(islice(reversed(seen.names.items()), _BACK))
    for earlier, kind in last:
        long = (*_long_names().get(earlier, ()), earlier, *seen.long.get(earlier, ()))
        if any(words[0] in one.lower().split() and one.lower() != words[0] for one in long):
            return earlier, kind
    kinds = [k for k, nouns in entries("sources", "back").items() if words[0] in nouns.split()]
    return next(((n, k) for n, k in last if k in kinds), None)


def _uncapitalised(name: str, places: set[str]) -> str:
    """A source without a name in lower case: "Residents of Goma" are "residents of Goma"."""
    first, _, rest = name.partition(" ")
    stem = first.split("-")[0].removesuffix("’s").removesuffix("'s")
    proper = (
        sum(letter.isupper() for letter in first) > 1
        or first in places
        or stem.lower() in word_set("sources", "capitalised", "words")
        or canonical(stem) is not None
    )
    titled = _is_capitalised(rest) or (not rest and first.lower() not in _common())
    return name if proper or titled else name[:1].lower() + name[1:]


def _is_capitalised(rest: str) -> bool:
    """ "Hassan", and a name behind its particle: "al-Qudra", "de la Cruz"; not "of Goma"."""
    word, _, behind = rest.partition(" ")
    particle, joined, name = word.partition("-")
    if particle in _IN_NAMES:
        return name[:1].isupper() if joined else _is_capitalised(behind)
    return word[:1].isupper()


def _lexicon() -> dict[str, tuple[str, SourceKind]]:
    known = known_sources().items()
    return {form: (name, kind) for name, (kind, forms) in known for form in forms}


_LEXICON: Final = _lexicon()


@cache
def _long_names() -> dict[str, tuple[str, ...]]:
    return {name: forms[1:] for name, (_, forms) in known_sources().items()}


@cache
def _common() -> frozenset[str]:
    """Nouns for sources without a name: "residents", "police"."""
    kinds = load("attribution")["kinds"]
    proper = ("un", "media")
    words = [w for entry in kinds if entry["kind"] not in proper for w in entry["words"].split()]
    persons = word_set("attribution", "fearing", "persons")
    return (frozenset(words) | persons) - word_set("attribution", "proper", "words")
