"""Names to actors: armed groups, forces and states of ``actors.toml`` and ``countries.toml``.

An actor the lexicon does not know keeps its words: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.actors.known import (
    Known,
    aliases,
    armed_words,
    branches,
    count_words,
    demonym,
    first_words,
    forces,
    generic_words,
    known_words,
    local_attacks,
    plain_key,
    short_name,
)
from briefing.actors.organisations import holds_body, is_acronym, organisation_end
from briefing.language.dateparts import months
from briefing.language.document import ActorMention
from briefing.language.inflection import base_forms, looks_plural, verb_forms
from briefing.language.tokens import Token, lowered
from briefing.language.wordclasses import INDEFINITE, class_words, word_classes
from briefing.lexicon import entries, word_set
from briefing.records import replace

_FIRST_WORDS: Final = first_words()
_GENERIC_WORDS: Final = generic_words()
_KNOWN_WORDS: Final = known_words()
_ALIASES: Final = aliases()
_FORCES: Final = forces()
_COMMON: Final = word_set("actors", "common", "words")
_BRANCHES: Final = branches()
_ARMIES: Final = frozenset(entries("actors", "sides", "armies"))
_IDLE: Final = word_set("actors", "forces", "state", "idle")
_STATE_BETWEEN: Final = word_set("actors", "forces", "state", "between")
_LOYAL: Final = word_set("actors", "loyal", "words")
_AFTER_NOUN: Final = class_words("after_noun")
_AFFILIATES: Final = word_set("actors", "forces", "armed", "affiliates")
_ARMED_KINDS: Final = word_set("actors", "forces", "armed", "kinds")
_BEFORE_DAY: Final = word_set("grammar", "times", "before_day")
_WITH_MEMBERS: Final = word_set("actors", "forces", "armed", "membered")
_BODIES: Final = word_set("actors", "forces", "armed", "bodies")
_LED: Final = word_set("actors", "led", "words")
_LED_NOUNS: Final = word_set("actors", "led", "nouns")

_ARMED: Final = armed_words()
_MEN: Final = word_set("actors", "forces", "men", "words")
_COMING: Final = word_set("actors", "forces", "men", "coming")
_ARMS_BORNE: Final = word_set("actors", "forces", "men", "arms")
_BORNE: Final = 4  # words of "men on stolen motorbikes"
_SITES: Final = word_set("actors", "numbered", "sites")
_NUMBERED: Final = word_set("actors", "numbered", "words")
_ARMS: Final = word_set("actors", "numbered", "arms")
_ORDINAL: Final = re.compile(r"\d{1,3}(?:st|nd|rd|th)")

# Before a weapon, its kind
_AIR: Final = word_set("actors", "forces", "weapons", "kinds")
_JUDGING: Final = ("ous", "ful", "less")  # ends of adjectives that name nobody
_MODIFIERS_BACK: Final = 4  # words looked at before a force noun


def find_actors(
    text: str, tokens: Sequence[Token], words: list[str] | None = None
) -> list[ActorMention]:
    """The actors of one sentence in order, without overlaps.

    ``words``: the tokens in lower case, where the caller has them.
    """
    words = words or lowered(tokens)
    if not "".join(words).isascii():
        words = [plain_key(word) for word in words]
    found: list[ActorMention] = []
    known, generic, read = _FIRST_WORDS, _GENERIC_WORDS, 0
    shaped = holds_body(words)
    for at in _starts(tokens, words):
        if at < read:
            continue
        mention, word = None, words[at]
        if word in known or (shaped and tokens[at].capitalised):
            mention = _by_name(text, tokens, words, at)
        if mention is None and word in _NUMBERED and tokens[at].capitalised:
            mention = _numbered(text, tokens, words, at)
        if mention is None and (word in _ARMED or word in _MEN):
            mention = _armed_men(text, tokens, words, at)
        if mention is None and (word in generic or word.endswith("-led")):
            mention = _generic(text, tokens, words, at)
        if mention is None:
            continue
        if not found or mention[0].start >= found[-1].end:
            found.append(mention[0])
        read = mention[1]
    return found


def _starts(tokens: Sequence[Token], words: list[str]) -> list[int]:
    """Where an actor may be named."""
    return [at for at, token in enumerate(tokens) if token.capitalised or words[at] in _KNOWN_WORDS]


Found = tuple[ActorMention, int]  # the mention and the token after it


def _by_name(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """The longer of a name that is known and one that its shape tells."""
    named = _named(text, tokens, words, at) if words[at] in _FIRST_WORDS else None
    shaped = _by_shape(text, tokens, words, at) if tokens[at].capitalised else None
    if named is None or shaped is None or named[0].name in _ARMIES:
        return named or shaped  # "the Armed Forces of Ukraine Omar Ali", who leads them
    return shaped if shaped[1] > named[1] else named


def _named(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """A known name or nationality from ``at``, with the force nouns that follow it."""
    match = _longest(tokens, words, at)
    if match is None:
        return None
    known, last = match
    affiliate = _affiliate(text, tokens, words, last) if not known.state else None
    if affiliate:
        return _mention(text, tokens, (at, affiliate[1]), affiliate[0].name), affiliate[1]
    end, force = _force_after(words, last)
    armed = force in _BODIES or force in _FORCES[1]  # "Sudan's paramilitary Rapid Support Forces"
    named = _by_name(text, tokens, words, end) if armed and end < len(words) else None
    if named and tokens[end].capitalised:
        return _mention(text, tokens, (at, named[1]), named[0].name, named[0].country), named[1]
    if known.state:
        force = force or _shared_force(tokens, words, last)
        aimed = words[end : end + 1] in (["on"], ["against"])  # "a Haiti attack on Raqqa"
        aimed = aimed or is_acronym(tokens[at].text)  # "a US attack in Raqqa"
        if known.place and force in local_attacks() and not aimed:
            end, force = last, ""  # "the Paris attacks"
        return _state(text, tokens, at, end, known, force)
    return _mention(text, tokens, (at, end), known.name), end


def _affiliate(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """Who is named behind "affiliate": "al-Qaeda affiliate JNIM", "IS's Somali branch, …"."""
    at += words[at : at + 1] == ["'s"]
    at += at + 1 < len(words) and tokens[at].capitalised and words[at + 1] in _AFFILIATES
    if at >= len(words) or words[at] not in _AFFILIATES:
        return None
    at += 1 + (words[at + 1 : at + 2] == [","])
    named = at < len(words) and tokens[at].text != tokens[at].lower
    return _by_name(text, tokens, words, at) if named else None


def _longest(tokens: Sequence[Token], words: list[str], at: int) -> tuple[Known, int] | None:
    for size in _FIRST_WORDS.get(words[at], ()):
        known = _ALIASES.get(tuple(words[at : at + size]))
        if known is None or at + size > len(words):
            continue
        written = tokens[at : at + size]
        if written[-1].text in _COMMON and at and words[at - 1] in INDEFINITE:
            continue  # "an Islamic state"
        if known.exact is None and any(token.text != token.lower for token in written):
            return known, at + size
        if known.exact == " ".join(token.text for token in written):
            return known, at + size
    return None


def _force_after(words: list[str], last: int) -> tuple[int, str]:
    """(end, head) of the force words from ``last`` on: "government forces" after "Syrian"."""
    end, stop, head = last, last, ""
    end += words[end : end + 1] == ["'s"]  # "Sudan's army"
    state, armed, _, weapons = _FORCES
    while end < len(words) and end < last + _MODIFIERS_BACK:
        word = words[end]
        if word in state or word in armed or word in weapons:
            if head in _BODIES and word in state:
                break  # "the Syrian militant group Army of Conquest" is not the army
            if head in armed and looks_plural(head) and word in base_forms():
                break  # "gunmen ambush convoy"
            stop, head = end + 1, word
        elif word not in _STATE_BETWEEN and not (word[0].isdigit() and _ORDINAL.fullmatch(word)):
            break  # "Russia's 2nd Army"
        end += 1
    return stop, head


def _shared_force(tokens: Sequence[Token], words: list[str], last: int) -> str:
    """The force words that two nationalities share: "Niger and Chadian troops"."""
    joined = words[last : last + 1] in (["and"], ["&"]) and last + 1 < len(words)
    match = _longest(tokens, words, last + 1) if joined else None
    if match is None or not match[0].state:
        return ""
    force = _force_after(words, match[1])[1]
    return force if force in _FORCES[0] else ""


def _state(
    text: str, tokens: Sequence[Token], at: int, end: int, known: Known, force: str
) -> Found:
    """A state, its forces, or armed people of its nationality ("Syrian rebels")."""
    _, armed, _, _ = _FORCES
    words = {token.lower for token in tokens[at:end]}
    if not force:
        mention = _mention(text, tokens, (at, end), known.name, known.country)
        return replace(mention, combatant=False), end
    if force in armed or words & word_set("actors", "forces", "armed", "opposed"):
        return _mention(text, tokens, (at, end), _body(text, tokens, at, end)), end
    body = "government forces" if {"government", "regime"} & words else "forces"
    name = f"{demonym(known.country or '')} {body}"
    return _mention(text, tokens, (at, end), name, known.country), end


def _by_shape(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """A name that its shape tells: "Zomi Liberation Front"; a known one inside it names it."""
    end = organisation_end(tokens, words, at)
    if end is None:
        return None
    inside = (_ALIASES.get(tuple(words[first:end])) for first in range(at, end - 1))
    known = next((found for found in inside if found), None)
    return _mention(
        text, tokens, (at, end), known.name if known else _body(text, tokens, at, end)
    ), end


def _body(text: str, tokens: Sequence[Token], at: int, end: int) -> str:
    """The words of a name without the weapons that may follow: "US-led coalition" airstrikes."""
    weapons = _FORCES[3]
    last = end
    while last > at + 1 and tokens[last - 1].lower in weapons:
        last -= 1
    if last < end and last > at + 1 and tokens[last - 1].lower in _AIR:
        last -= 1  # "military air strikes"
    return text[tokens[at].start : tokens[last - 1].end]


def _generic(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """Forces without a name: "government forces", "rebels", "the rebel alliance, led by X"."""
    if words[at].endswith("-led") and tokens[at].text[0].isupper():
        end, head = _force_after(words, at + 1)
        if head:
            return _mention(text, tokens, (at, end), _body(text, tokens, at, end)), end
    state, armed, own, weapons = _FORCES
    branch = words[at] in _BRANCHES
    if words[at] not in _GENERIC_WORDS or not (
        words[at] in own or words[at] in armed or branch or _is_force(tokens, words, at)
    ):
        return None
    end, head = _force_after(words, at)
    end += head in _WITH_MEMBERS and words[end : end + 1] == ["members"]  # "gang members"
    if not head or _is_modifier(words, end) or _is_of_sites(words, end):
        return None
    idle = words[at] in _IDLE and head in weapons  # "armed attacks"
    if idle or (branch and head not in state) or _is_abstract(tokens, at, head):
        return None
    led = _leader(text, tokens, words, end, head)
    at = _with_modifiers(tokens, words, at)
    end = _with_loyalty(tokens, words, end)
    if led:
        return _mention(text, tokens, (at, led[1]), f"{led[0]}-led {head}"), led[1]
    name = tokens[at].text if is_acronym(tokens[at].text) else _body(text, tokens, at, end)
    return _mention(text, tokens, (at, end), name), end


def _armed_men(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """ "Armed men", "masked youths", "men on motorbikes"."""
    if words[at] in _MEN:
        near = words[at + 1 : at + _BORNE]
        end = at + 2 + next((i for i, word in enumerate(near) if word in _ARMS_BORNE), 0)
        found = end > at + 2 and near[0] in _COMING
    else:
        end, found = at + 2, not _MEN.isdisjoint(words[at + 1 : at + 2])
    if not found:
        return None
    return _mention(text, tokens, (at, end), text[tokens[at].start : tokens[end - 1].end]), end


def _numbered(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """ "The 2nd Army", "the 16th Infantry Division": a unit by its number."""
    first = at - 1
    while first > 0 and words[first] in _ARMS:
        first -= 1
    if first < 0 or not _ORDINAL.fullmatch(words[first]):
        return None
    before = words[first - 1] if first else ""
    owner = _ALIASES.get((before,))
    if before in ("'s", "’s") or (owner and owner.state):
        return None  # "Ukraine's 47th Brigade" is Ukraine's
    name = text[tokens[first].start : tokens[at].end]
    return _mention(text, tokens, (first, at + 1), name), at + 1


def _is_abstract(tokens: Sequence[Token], at: int, head: str) -> bool:
    """ "Stiff resistance", "opposition grew": no body of that name, unlike "the resistance"."""
    if head not in word_set("actors", "forces", "armed", "definite"):
        return False
    if not at:
        return True
    before = tokens[at - 1]
    owned = before.capitalised and (at > 1 or (before.lower,) in _ALIASES)
    return not owned and before.lower not in ("the", "'s", "’s")


def _is_force(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """ "Tigrayan forces": a word that names a body only with whose it is."""
    body = words[at] in _FORCES[0] and words[at].endswith("forces")
    return body and (_with_modifiers(tokens, words, at) < at or _is_loyal(words, at + 1))


def _is_loyal(words: list[str], at: int) -> bool:
    """ "Loyal to", "allied with"."""
    loyal = at < len(words) and words[at] in _LOYAL
    return loyal and words[at + 1 : at + 2] in (["to"], ["with"])


def _with_loyalty(tokens: Sequence[Token], words: list[str], end: int) -> int:
    """The token after "loyal to General Oke", where that follows a body at ``end``."""
    if _is_loyal(words, end):
        last = end + 2 + (words[end + 2 : end + 3] == ["the"])
        named = _patron(tokens, words, last)
        if named:
            return named
        first = last
        while last < len(tokens) and (tokens[last].capitalised or words[last].startswith("al-")):
            last += 1
        return last if last > first else end
    return end


def _patron(tokens: Sequence[Token], words: list[str], first: int) -> int | None:
    """The token after a known group, also of "Libya's recognised Government of National Accord"."""
    for at in range(first, min(len(words), first + _ASIDE)):
        known = _longest(tokens, words, at)
        if known and not known[0].state:
            return known[1]
        if words[at] not in ("'s", "’s") and words[at] in word_classes():
            return None
    return None


_ASIDE: Final = 6  # tokens behind "loyal to" in which a known group begins


def _with_modifiers(tokens: Sequence[Token], words: list[str], at: int) -> int:
    """Where the name begins: "Kurdish fighters", "pro-government Shiite militias"."""
    while (
        at
        and (
            tokens[at - 1].capitalised or "-" in words[at - 1][1:] or words[at - 1] in _ARMED_KINDS
        )
        and words[at - 1][0].isalpha()
    ):
        before = words[at - 1]
        if before in word_classes() or before in verb_forms() or "-led" in before or before == "no":
            break
        if before.endswith(_JUDGING):
            break  # "Notorious paramilitaries", "Ruthless rebels"
        if before.split("-")[0] in count_words() or before in months():
            break  # "Five soldiers", "Twenty-one soldiers", "on 15 July soldiers"
        at -= 1
        at -= at > 0 and words[at - 1] in ("al", "el")  # "al Qaeda-linked militants"
    return at


def _is_modifier(words: list[str], end: int) -> bool:
    """Whether a noun follows, so that "military" in "military base" names nobody."""
    word = words[end] if end < len(words) else "."
    if not word[0].isalpha() or word in word_classes() or word.endswith(("ed", "ly")):
        return False
    beside = word in _LOYAL or word in _AFTER_NOUN or word in _BEFORE_DAY
    if beside or word == "no":  # "held gunmen responsible", "from the army late on Monday"
        return False  # … "the army no longer"
    verb = verb_forms().get(word) or base_forms().get(word)
    several = looks_plural(words[end - 1])  # "rebels attack", but "rebel attack"
    if several and word.endswith("ing"):
        return False  # "gunmen manning a post", though no lexicon has the verb
    return verb is None or (verb.form == "base" and word in base_forms() and not several)


def _is_of_sites(words: list[str], end: int) -> bool:
    """ "The Djaiba group of villages": no armed body."""
    return words[end : end + 1] == ["of"] and not _SITES.isdisjoint(words[end + 1 : end + 2])


def _leader(
    text: str, tokens: Sequence[Token], words: list[str], end: int, head: str
) -> tuple[str, int] | None:
    """(short name, token after it) of who leads: ", led by Hayat Tahrir al-Sham (HTS)"."""
    end = _after_members(words, end)
    at = end + (words[end : end + 1] == [","])
    leads = at < len(words) and words[at] in _LED
    led = head in _LED_NOUNS
    if not (leads and led) or words[at + 1 : at + 2] != ["by"]:
        return None
    at += 2
    at += words[at : at + 1] == ["the"]
    last = at
    while last < len(tokens) and (tokens[last].text[0].isupper() or words[last].startswith("al-")):
        last += 1
    if last == at:
        return None
    if words[last : last + 1] == ["("] and words[last + 2 : last + 3] == [")"]:
        return tokens[last + 1].text, last + 3
    known = _longest(tokens, words, at)
    name = text[tokens[at].start : tokens[last - 1].end]
    return (short_name(known[0].name) if known else name), last


def _after_members(words: list[str], end: int) -> int:
    """The token after "of armed factions" in "an alliance of armed factions, led by X"."""
    if words[end : end + 1] != ["of"]:
        return end
    return next((i for i in range(end + 2, end + 5) if words[i : i + 1] == [","]), end)


def _mention(
    text: str,
    tokens: Sequence[Token],
    stretch: tuple[int, int],
    name: str,
    country: str | None = None,
) -> ActorMention:
    start, end = tokens[stretch[0]].start, tokens[stretch[1] - 1].end
    return ActorMention(start, end, name, text[start:end], country)
