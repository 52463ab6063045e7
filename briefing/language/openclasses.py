"""Words of an open class: verb, noun or part of a noun group, by their ending and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from briefing.language.inflection import base_forms, looks_plural, verb_forms
from briefing.language.numerals import number_of
from briefing.language.tokens import Token
from briefing.language.wordclasses import (
    ARTICLES,
    AUXILIARIES,
    ENDING_WORD,
    Traits,
    class_words,
    is_manner,
    next_word,
    word_classes,
)
from briefing.lexicon import word_set
from briefing.lexicon.titles import WRITTEN

_WHEREABOUTS: Final = 8  # tokens of a plural and where it is
_TALLY: Final = 10  # words from "toll" to the verb that says how high it is
_SENT: Final = 7  # words from "sent" to "fleeing"
_STOPS: Final = frozenset((".", ",", ""))
_LABEL: Final = 6  # words of a day or "Breaking" before a headline, with the mark behind
_BEHIND_LABEL: Final = frozenset((":", "—", "–", "-", "|"))
_OPENING: Final = 4  # words with which a headline may name who does something
_CLAUSE_ENDS: Final = frozenset((",", ";", ":", ".", "—", "–"))
_WITH: Final = frozenset(("with",))  # "troops clash with rebels"

_CLASSES: Final = word_classes()
_VERBS: Final = verb_forms()
_BASES: Final = base_forms()
_PREDICATES: Final = class_words("predicate")
_ADJECTIVES: Final = class_words("adjective_ed")
_NOUNS_ING: Final = class_words("noun_ing")
_DEEDS_ING: Final = class_words("deed_ing")
_BEFORE_NAME: Final = class_words("before_name")
_BESIDE: Final = class_words("beside")
_AFTER_FATE: Final = class_words("after_fate")
_AFTER_TO: Final = class_words("after_to")
_SENDS: Final = class_words("sends")
_FLIGHTS: Final = class_words("flights")
_TALLIES: Final = word_set("grammar", "tallies", "words")
_PLACED: Final = word_set("grammar", "tallies", "before")
_TELLS: Final = word_set("grammar", "tells", "words")
_DEEDS: Final = word_set("grammar", "headlines", "deeds")
_BODIES: Final = word_set("grammar", "headlines", "bodies")
_MOVES: Final = word_set("grammar", "headlines", "moves")
_TAKEN: Final = word_set("grammar", "taken", "words")
_PORTIONS: Final = word_set("grammar", "portions", "words")
_GOVERNED: Final = word_set("grammar", "governed", "words")
_PLACES: Final = word_set("grammar", "whereabouts", "words")
_WITHIN: Final = word_set("grammar", "whereabouts", "within")
_SUBJECTS: Final = word_set("grammar", "infinitives", "subjects")
_NOUNS_BEFORE: Final = word_set("grammar", "infinitives", "nouns")
_VERBAL_PREFIXES: Final = tuple(sorted(word_set("grammar", "infinitives", "prefixes")))
_TITLES: Final = word_set("victims", "titles", "words") | WRITTEN
_ALONE: Final = class_words("alone")
_MODIFIERS: Final = class_words("plural_modifiers")
_MAKES: Final = class_words("makes")


def open_class(traits: Traits, tokens: Sequence[Token], position: int, before: str) -> str:
    """The letter of the word at ``position``, as ``wordclasses`` has them: "w", "v", "a" or "j".

    ``traits``: what the lists say of it; ``before``: the letter of the word before it.
    """
    token = tokens[position]
    if before == "w" and traits.after_noun and _governs(tokens, position + 1):
        return "j"  # "a man responsible for attacks"
    if _is_modifier(traits, tokens, position, before):
        return "w"
    if traits.verb:
        return _verb_or_modifier(token.lower, tokens, position, before)
    if (not position and _opens_backed(traits, tokens)) or (
        traits.base and _verb_context(token.lower, tokens, position, before)
    ):
        return "v"
    if token.capitalised and position and not (traits.manner and _is_adverb(tokens, position)):
        return "w"
    return _unknown_word(tokens, position, before)


def _opens_backed(traits: Traits, tokens: Sequence[Token]) -> bool:
    """ "Backed by jets, rebels …", "Armed with rifles, …"."""
    return (traits.linking or traits.adjective) and next_word(tokens, 0) in ("by", "with")


def _is_adverb(tokens: Sequence[Token], position: int) -> bool:
    """ "Heavily shelled", or behind a quotation mark "“Unfortunately, Bara fell”": no name."""
    following = next_word(tokens, position)
    opens = position == 1 and not tokens[0].text[0].isalnum()
    return following in _VERBS or (opens and following == ",")


def _unknown_word(tokens: Sequence[Token], position: int, before: str) -> str:
    word = tokens[position].lower
    if before == "m" or after_to(word, tokens, position):
        return "v"
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    verbal = before == "q" and following == "to"
    verbal |= not position and _CLASSES.get(following) == "d"  # "Compounding the setback, rebels …"
    verbal |= following in _PREDICATES and tokens[position - 1].lower == "found"
    return _by_ending(word, "n" if verbal else before)


def _governs(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and _CLASSES.get(tokens[position].lower) == "p"


def _is_modifier(traits: Traits, tokens: Sequence[Token], position: int, before: str) -> bool:
    """ "a strategically located village": adverb and participle belong to the noun."""
    token = tokens[position]
    named = token.capitalised and token.lower in _BEFORE_NAME
    if named and (_starts_name(tokens, position + 1) or _is_behind_article(tokens, position + 1)):
        return True  # "took two hills: Mount Kiuli and Mount Goma", "Tell al-Ali"
    if traits.adjective and tokens[position - 1].lower in _BESIDE:
        return True  # "two other suspected thieves"
    if traits.linking and before == "w" and _starts_name(tokens, position + 1):
        return True  # "a militia associated Taliban leader"
    if before in ("d", "'", "q") and traits.manner:
        following = next_word(tokens, position)
        if tokens[position - 1].lower in ARTICLES:
            return following[:1].isalnum() and following not in _CLASSES
        participle = following.endswith("ed") and following not in _CLASSES
        return participle and not _stands_alone(tokens, position, counted=before == "q")
    past = tokens[position].lower.endswith("ed")
    return before == "w" and past and is_manner(tokens[position - 1].lower)


def _stands_alone(tokens: Sequence[Token], position: int, *, counted: bool) -> bool:
    """ "Another seriously injured in an attack", "two critically wounded": no noun follows that the
    words could modify."""
    after = tokens[position + 2].lower if position + 2 < len(tokens) else "."
    alone = counted or tokens[position - 1].lower == "another"
    return alone and (after in _CLASSES or not after[0].isalnum())


def _starts_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether a capitalised word of an open class stands at ``position``."""
    following = tokens[position : position + 1]
    return any(t.capitalised and t.lower not in _CLASSES for t in following)


def _is_behind_article(tokens: Sequence[Token], position: int) -> bool:
    """ "al-Ali": a name whose article has no capital."""
    following = tokens[position : position + 1]
    return any(t.text.partition("-")[2][:1].isupper() for t in following)


def _by_ending(word: str, before: str) -> str:
    """The class of an unknown word by its ending and the word before it."""
    if len(word) < ENDING_WORD or "-" in word:
        return "w"
    if is_manner(word):
        return "a"
    past = word.endswith("ed") and word not in _ADJECTIVES
    participle = word.endswith("ing") and word not in _NOUNS_ING
    verb = past and before in ("w", "n", "b", "h", "a", "r")
    return "v" if verb or (participle and before in ("w", "b", ",", "p", "n", "a")) else "w"


def _verb_context(word: str, tokens: Sequence[Token], position: int, before: str) -> bool:
    """Whether a word that may be a noun is a verb here: "to attack", "they claim", "fears a"."""
    named = tokens[position].capitalised and before == "r"  # "that Base 46 had fallen"
    third = _BASES[word].form == "s"
    if (before in ("m", "x", "r") and not named) or (
        position
        and tokens[position - 1].lower in _SUBJECTS
        and not (third and tokens[position - 1].lower == "to")  # "moved to shelters"
    ):
        return True
    if before == "a" and position > 1 and tokens[position - 1].lower == "now":
        who = tokens[position - 2]  # "the KIA now controls 14", "RSF now control Bara"
        told = (third and _takes_object(tokens, position)) or (not third and who.text.isupper())
        if told or who.text.islower() or looks_plural(who.lower):
            return True
    deed = not third and word in _DEEDS and _takes_name(tokens, position)
    if (
        deed
        or (third and _tells_count(tokens, position))
        or (_BASES[word].lemma in _TELLS and _tells_here(tokens, position, before))
    ):
        return True
    if (
        third
        and position
        and (tokens[position - 1].lower in _MODIFIERS or tokens[position - 2].lower == "as")
    ):
        return False  # "dismissed as lies reports that"
    initial = position == 1  # where the noun before has its capital from the sentence
    common = position > 0 and (initial or tokens[position - 1].text.islower())
    plural = common and _ends_as_plural(tokens[position - 1])
    plural = plural or (not third and _placed_plural(tokens, position))
    following = next_word(tokens, position)
    if plural and word in _TELLS and (following in _STOPS or following == "to"):
        return True  # "…, two local outlets report.", "rebels claim to hold"
    object_ = _object_follows(tokens, position, third=third)
    told = (plural or object_) if third else (plural and object_)
    return before == "w" and (told or (not third and _is_of_headline(tokens, position)))


def _tells_here(tokens: Sequence[Token], position: int, before: str) -> bool:
    """ "The army claims to have retaken", or behind what is told."""
    to = [token.lower for token in tokens[position + 1 : position + 3]]
    if before != "w" or to != ["to", "have"] or position > _OPENING:
        return _closes_told(tokens, position)
    return not any(token.lower in _VERBS for token in tokens[:position])  # "rejected claims to"


def _closes_told(tokens: Sequence[Token], position: int) -> bool:
    """ "Nine people died, Radio Okapi reports.", "…, local media report.": a name, or a word for
    who passes on news, between the comma behind what is told and the verb."""
    if next_word(tokens, position) not in _ENDS:
        return False
    marks = (at for at in range(position - 1, -1, -1) if tokens[at].text in _CLOSING)
    first = next(marks, position)
    who = tokens[first + 1 : position]
    if not 0 < len(who) <= _LONGEST_TELLER or any(_CLASSES.get(t.lower) == "c" for t in who):
        return False
    named = who[-1].capitalised or (who[0].lower == "the" and len(who) > 1)
    told = named or who[-1].lower in _OUTLETS
    return told and any(_is_finite(tokens, at) for at in range(first))


_ENDS: Final = frozenset((".", ""))
_CLOSING: Final = frozenset((",", "”", '"', "’"))
_LONGEST_TELLER: Final = 5  # words
_OUTLETS: Final = word_set("grammar", "outlets", "words")


def _takes_object(tokens: Sequence[Token], position: int) -> bool:
    """Whether a count, an article or a name follows: "now controls 14", "now controls Bara"."""
    following = tokens[position + 1 : position + 2]
    return any(
        token.text[0].isdigit()
        or token.capitalised
        or token.lower in _PORTIONS
        or _CLASSES.get(token.lower) == "d"
        for token in following
    )


def _is_of_headline(tokens: Sequence[Token], position: int) -> bool:
    """ "Gunmen ambush convoy near Bria", "RSF fighters shell camp": a plural opens the sentence, a
    noun without an article follows, and nothing else is the verb that a sentence has."""
    start = _behind_label(tokens, position)
    if not (start < position <= start + _OPENING and _acts(tokens, position)):
        return False
    following = next_word(tokens, position)
    plain = following[:1].isalnum() and (following not in _CLASSES or following in _WITH)
    if not plain and not (tokens[position].lower in _DEEDS and following in _MOVES):
        return False
    clause = list(takewhile(lambda token: token.text not in _CLAUSE_ENDS, tokens[start:]))
    others = (at for at in range(start + 1, start + len(clause)) if at != position)
    return start + len(clause) > position and not any(_is_finite(tokens, at) for at in others)


def _takes_name(tokens: Sequence[Token], position: int) -> bool:
    """ "… and the insurgents capture Burka": a plural before the verb, a name behind it."""
    following = tokens[position + 1 : position + 2]
    named = any(token.capitalised and token.lower not in _CLASSES for token in following)
    if not (named and position) or tokens[position].capitalised:
        return False
    before = tokens[position - 1]
    return before.text.islower() and before.text[0].isalpha() and looks_plural(before.lower)


def _behind_label(tokens: Sequence[Token], position: int) -> int:
    """Where the clause begins: "Breaking: rebels storm a bar", "12 May – rebels storm a bar"."""
    marks = (at for at in range(min(position, _LABEL)) if tokens[at].text in _BEHIND_LABEL)
    return max(marks, default=-1) + 1


def _acts(tokens: Sequence[Token], position: int) -> bool:
    """Whether a plural stands before the verb, or one body that headlines speak of as several:
    "Army capture Bria", "RSF storm Bara", "Fano capture Merawi"."""
    before = tokens[position - 1]
    if looks_plural(before.lower):
        return True
    if tokens[position].lower not in _DEEDS:
        return False
    named = before.capitalised and position + 1 < len(tokens) and tokens[position + 1].capitalised
    return before.lower in _BODIES or before.text.isupper() or named


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word alone may be the verb of its clause: no "held by"."""
    word = tokens[at].lower
    form = _VERBS[word].form if word in _VERBS else ""
    told = form in ("s", "base") or (form == "ed" and next_word(tokens, at) != "by")
    return told or _CLASSES.get(word) in AUXILIARIES or (form == "" and word.endswith("ed"))


def _tells_count(tokens: Sequence[Token], position: int) -> bool:
    """ "The death toll stands at 19", "the number of dead in the strike now rises to 23"."""
    if next_word(tokens, position) not in _PLACED or not position:
        return False
    if tokens[position - 1].lower in _TALLIES:
        return True
    counted = [token.lower for token in tokens[position + 2 : position + 3]]
    before = [token.lower for token in tokens[max(0, position - _TALLY) : position]]
    return any(number_of(word) for word in counted) and not _TALLIES.isdisjoint(before)


def _object_follows(tokens: Sequence[Token], position: int, *, third: bool) -> bool:
    """ "Fears a", "sweep into", between two names "Boko Haram captures Bama"."""
    following = next_word(tokens, position)
    if _CLASSES.get(following) == "d" or following in _GOVERNED:
        return True
    around = tokens[max(0, position - 1) : position + 2]
    return third and [token.capitalised for token in around] == [True, False, True]


def _ends_as_plural(token: Token) -> bool:
    """Whether a verb may follow a noun by its ending: "police raids" may be raids by the police."""
    return token.lower.endswith("s") and not token.lower.endswith("ss")


def _placed_plural(tokens: Sequence[Token], position: int) -> bool:
    """ "Diplomats in Beirut", "contacts in the minister's office": a plural with its whereabouts
    right before ``position``.
    """
    for at in range(position - 2, max(0, position - _WHEREABOUTS), -1):
        word = tokens[at].lower
        if word in _PLACES:
            return _ends_as_plural(tokens[at - 1])
        plain = word[0].isalnum() and _CLASSES.get(word, "d") == "d"
        if not plain and word not in _WITHIN:
            return False
    return False


def after_to(word: str, tokens: Sequence[Token], position: int) -> bool:
    """An unknown lower-case word after "to" is an infinitive unless it looks like a noun."""
    if (
        not position
        or tokens[position - 1].lower != "to"
        or word.endswith(("s", "ing", "ed", "ion"))
        or word in _AFTER_TO
        or word[0].isdigit()
        or ("-" in word and not word.startswith(_VERBAL_PREFIXES))  # "to rebel-held towns"
    ):
        return False
    following = tokens[position + 1 : position + 2]
    if following and following[0].capitalised and word in _TITLES:
        return False  # "married to major Omar Ali"
    return position <= 1 or tokens[position - 2].lower not in _NOUNS_BEFORE


def _modifies_next(tokens: Sequence[Token], position: int) -> bool:
    following = next_word(tokens, position)
    return following[:1].isalnum() and following not in _CLASSES


def _is_deed(tokens: Sequence[Token], position: int) -> bool:
    """ "Troops fighting the rebels", unlike "fierce fighting the day before"."""
    before = tokens[position - 1].lower
    several = looks_plural(before) or before in _BODIES
    return several and next_word(tokens, position) in ARTICLES


def _are_sent(tokens: Sequence[Token], position: int) -> bool:
    """ "Sent some 4,000 villagers fleeing": what they do, and not who they are."""
    near = tokens[max(0, position - _SENT) : position]
    return not _SENDS.isdisjoint(token.lower for token in near)


def _verb_or_modifier(word: str, tokens: Sequence[Token], position: int, before: str) -> str:
    """A participle inside a noun group ("the captured town", "the killing") is part of it."""
    form = _VERBS[word].form
    counted = before == "q" and tokens[position - 1].lower not in _ALONE  # "two suspects"
    counted = counted or (before == "w" and tokens[position - 1].lower in _BESIDE)
    ordinal = form == "base" and before == "w" and tokens[position - 1].lower in _BESIDE
    this = form == "s" and tokens[position - 1].lower == "this"  # "this brings the toll to nine"
    ordinal = ordinal or (before == "v" and word in _TAKEN)
    if not this and (
        ordinal or (form in ("base", "s") and (before in ("d", "'") or (form == "s" and counted)))
    ):
        return "w"
    beside = tokens[position - 1].lower if position else ""
    manner = before == "w" and is_manner(beside)  # "9,000 internally displaced persons"
    if form == "ed" and (before in ("d", "'", "q", "p") or manner or beside in _MAKES):
        following = tokens[position + 1].lower if position + 1 < len(tokens) else "."
        taken = before == "q" and following in _AFTER_FATE
        if following[0].isalnum() and following not in _CLASSES and not taken:
            return "w"
    searched = form == "ed" and before == "v" and beside.endswith("ing")
    searched = searched and _modifies_next(tokens, position)  # "searching liberated areas"
    if searched or (form == "ing" and before in ("d", "'")):
        return "w"
    alongside = before == "," and next_word(tokens, position) == "alongside"
    alongside = alongside or (word in _DEEDS_ING and _is_deed(tokens, position))
    if form == "ing" and word in _NOUNS_ING and before != "b" and not alongside:
        return "v" if word in _FLIGHTS and _are_sent(tokens, position) else "w"
    if tokens[position].capitalised and position and before not in ("", "."):
        return "w" if tokens[position - 1].text[:1].isupper() else "v"
    return "v"
