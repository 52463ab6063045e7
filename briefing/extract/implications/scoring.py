"""What a sentence scores as a statement: the rules that fire in it, its points, its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

from briefing.extract.implications.labels import cause_in, kind_of, modality_of
from briefing.extract.implications.subjects import Mention, is_third_party, names_in
from briefing.extract.implications.wordclasses import classes_of, classes_of_names, spelled_out
from briefing.extract.phrases import Hit, PhraseBook
from briefing.language.tokens import Token, tokenize
from briefing.lexicon import load
from briefing.models import ImplicationKind, Sentence
from briefing.records import record

RULE_TABLE: Final[dict[str, dict[str, Any]]] = {  # the rules of the lexicon by name
    rule["name"]: rule for rule in load("implications")["rule"]
}
_OF_FIGHTING: Final = frozenset(  # where a third party is named they do not count
    name for name, rule in RULE_TABLE.items() if rule.get("of_fighting")
)
_AGAINST: Final = frozenset(  # also where their words are a name's own
    name for name, rule in RULE_TABLE.items() if rule["points"] < 0
)
_CORE: Final = load("implications")["core"]

_FEWEST_WORDS: Final = 4
_TRADE: Final = 2  # words of trade from which a deed of fighters tells on it: ships that reroute


@record(frozen=True)
class Scored:
    """A sentence or a clause of it, its points and what fired in it, by lexicon and rule.

    ``tokens``: those that were read, to which all positions refer.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    points: float
    rules: tuple[str, ...]  # those that fired, each once, in the order of the text
    hits: tuple[Hit, ...]
    themes: tuple[Hit, ...]
    modality: tuple[str, ...]
    modal: int | None  # the first token of one that speaks of likelihood, not only of the report
    conflict: bool  # a word of armed conflict stands in it


def score_text(text: str) -> Scored:
    """One sentence on its own: its points and the rules that fired, for rule authors and checks."""
    tokens = tokenize(text)
    return score_tokens(text, Sentence(0, len(text), text), tokens, names_in(tokens))


def phrases() -> dict[str, list[str]]:
    """The phrases of every rule; a rule's name begins with that of its lexicon."""
    found = {f"rule/{name}": rule["phrases"] for name, rule in RULE_TABLE.items()}
    found |= {f"theme/{name}": theme["phrases"] for name, theme in load("themes")["themes"].items()}
    found["conflict/any"] = load("implications")["conflict"]["phrases"]
    found |= {f"modality/{name}": group["phrases"] for name, group in load("modality").items()}
    return found


def _book() -> PhraseBook:
    """All phrases in one book, so that a sentence is read once."""
    rules = phrases().items()
    spelled = {name: chain.from_iterable(map(spelled_out, told)) for name, told in rules}
    return PhraseBook(spelled, classes_of)


_BOOK: Final = _book()


def score_tokens(
    text: str, sentence: Sentence, tokens: Sequence[Token], named: Sequence[Mention]
) -> Scored:
    """A sentence or a clause of it: what fires in ``tokens`` and what that is worth."""
    fired: dict[str, list[Hit]] = defaultdict(list)
    if not sentence.heading and len(tokens) >= _FEWEST_WORDS:
        written = [token.text for token in tokens]
        for hit in _BOOK.find(written, classes_of_names(tokens, named)):
            of_itself = hit.lexicon != "rule" or hit.rule in _AGAINST
            if of_itself or not _is_in_name(tokens, hit):
                fired[hit.lexicon].append(hit)
    rules = tuple(dict.fromkeys([hit.rule for hit in fired["rule"]]))
    if not _OF_FIGHTING.isdisjoint(rules) and _is_beyond_fighting(named, fired["theme"]):
        rules = tuple([rule for rule in rules if rule not in _OF_FIGHTING])
    points = sum([RULE_TABLE[rule]["points"] for rule in rules])
    points += _worth_of_names(named)
    modality = modality_of(text, tokens, fired["modality"])
    conflict = bool(fired["conflict"]) or "military" in [hit.rule for hit in fired["theme"]]
    modal = min([hit.start for hit in fired["modality"] if hit.rule != "hedge"], default=None)
    hits = tuple([hit for hit in fired["rule"] if hit.rule in rules])
    themes = tuple(fired["theme"])
    return Scored(sentence, tokens, points, rules, hits, themes, modality, modal, conflict)


def _worth_of_names(named: Sequence[Mention]) -> float:
    """Points for a subject that is named; a town where it happens is not yet one."""
    lexicon = load("implications")
    if any(mention.role != "town" for mention in named):
        return float(lexicon["named"])
    return float(lexicon["town"]) if named else 0.0


def _is_beyond_fighting(named: Sequence[Mention], themes: Sequence[Hit]) -> bool:
    """Whether a third party is named or it tells on trade: rules of the fighting don't count."""
    trade = {(hit.start, hit.end) for hit in themes if hit.rule == "economic"}
    return len(trade) >= _TRADE or any(map(is_third_party, named))


def _is_in_name(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "Siem Reap", "Doctors Without Borders": words that stand with capitals inside a sentence."""
    inside = hit.start > 0 and tokens[hit.start - 1].text[0].isalnum()
    return inside and all(token.capitalised for token in tokens[hit.start : hit.end])


def has_core(one: Scored) -> bool:
    """Whether one rule says of itself what is brought about; the others only support it."""
    rules = (RULE_TABLE[name] for name in one.rules)
    return any("kind" in rule and rule["points"] >= _CORE for rule in rules)


def kind_in(one: Scored) -> ImplicationKind:
    """The kind of statement, also by whether a word of likelihood comes before the cause."""
    cause = cause_of(one)
    modal = one.modal is not None and (cause is None or one.modal < cause)
    return kind_of(_votes(one), modal=modal, expected="outlook" in one.rules)


def cause_of(one: Scored) -> int | None:
    """The token from which it tells why."""
    return cause_in(one.tokens, _strongest(one))


def _strongest(one: Scored) -> int:
    """The token at which the rule with a kind that carries most fires first."""
    told = [hit for hit in one.hits if hit.rule in _WORTH]
    return min(told, key=lambda hit: (-_WORTH[hit.rule], hit.start)).start if told else 0


def _worth() -> dict[str, float]:
    """The points of the rules with a kind."""
    return {name: rule["points"] for name, rule in RULE_TABLE.items() if "kind" in rule}


_WORTH: Final = _worth()


def _votes(one: Scored) -> dict[ImplicationKind, float]:
    votes: dict[ImplicationKind, float] = defaultdict(float)
    for name in one.rules:
        rule = RULE_TABLE[name]
        if "kind" in rule:
            votes[rule["kind"]] += rule["points"]
    return votes
