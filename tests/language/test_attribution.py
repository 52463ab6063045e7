"""Who says so, and how certain it is put."""

from __future__ import annotations

import pytest

from briefing.language import split_sentences, tokenize
from briefing.language.attribution import find_speeches
from briefing.language.document import Speech
from briefing.language.hedges import find_all_hedges, find_hedges
from briefing.language.parsing import parse
from briefing.language.sourcekinds import source_kind
from briefing.language.tokens import lowered
from briefing.lexicon import examples, load

SOURCES = [
    ("The army said that 20 men had died.", "The army", "party", "said"),
    ("Five people died, police said Monday.", "police", "government", "said"),
    ("Five people died, according to residents.", "residents", "witness", "according to"),
    ("According to the UN, 300 families fled.", "the UN", "un", "According to"),
    ("“We fled,” said Omar Haji, a farmer.", "Omar Haji, a farmer", None, "said"),
    (
        "Jan Kos, a spokesman for the mayor, told reporters that three had died.",
        "Jan Kos, a spokesman for the mayor",
        "government",
        "told",
    ),
    ("Footage verified by two agencies shows men in the depot.", "two agencies", "media", None),
    # a clause without "that", and a source of no known kind at the end
    ("Omar Haji warns a siege would follow.", "Omar Haji", None, "warns"),
    ("The dam could break, the shepherds’ union warned.", "the shepherds’ union", None, "warned"),
    ("Doctors at the hospital reported nine dead.", "Doctors at the hospital", "medical", None),
]


def speeches(text: str) -> list[list[Speech]]:
    """The speeches of each sentence of ``text``."""
    sentences = split_sentences(text)
    parsed = [parse(text, tokenize(text, s.start, s.end)) for s in sentences]
    return find_speeches(text, sentences, parsed)


@pytest.mark.parametrize(("text", "source", "kind", "cue"), SOURCES)
def test_source(text: str, source: str, kind: str | None, cue: str | None) -> None:
    """The source, its kind and the words of attribution are read."""
    found = speeches(text)[0][0].attribution
    assert found.source_original == source
    assert found.kind == kind
    assert cue is None or found.cue == cue


def test_pronoun_and_group_carry_on() -> None:
    """ "It added" and "the group said" go back to the source named before."""
    text = "The Observatory said two died. It added that six fled. The group said one was a child."
    assert {s[0].attribution.source_original for s in speeches(text)} == {"The Observatory"}


def test_another_institution_does_not_carry_on() -> None:
    """ "The ministry" after the police is a source of its own."""
    found = speeches("Police said two died. The ministry said three died.")
    assert found[1][0].attribution.source_original == "The ministry"


def test_direct_speech() -> None:
    """Words in quotation marks are marked as direct."""
    assert speeches("“Nine are dead,” said Ruth Oke.")[0][0].attribution.direct


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed four people.",
        "The road remains closed.",
        # "There" at the beginning has no speaker before it
        "There continue to be raids, arrests and other abuses of the people.",
        # what a policy shows is not what the war shows
        "Its policy toward the evacuation of people maimed in war shows contempt.",
    ],
)
def test_own_voice(text: str) -> None:
    """A sentence without a source is the article's own."""
    assert speeches(text) == [[]]


@pytest.mark.parametrize("entry", load("hedges")["hedge"], ids=lambda e: e["example"])
def test_hedge_examples(entry: dict[str, str]) -> None:
    """Every hedge is found in its example with its certainty."""
    found = find_hedges(tokenize(entry["example"]))
    assert entry["certainty"] in {hedge.certainty for hedge in found}


@pytest.mark.parametrize(("key", "certainties"), [("example", ["contested"]), ("example_own", [])])
def test_a_reply_disputes_the_sentence_before(key: str, certainties: list[str]) -> None:
    """ "The rebels denied the claim" is of what was said before, not what opens a clause."""
    text = load("hedges")["reply"][key]
    tokens = [tokenize(text, one.start, one.end) for one in split_sentences(text)]
    first, _ = find_all_hedges(tokens, [lowered(one) for one in tokens])
    assert [hedge.certainty for hedge in first] == certainties


def test_not_hedges() -> None:
    """ "Claimed the lives of" claims nothing."""
    assert not find_hedges(tokenize(load("hedges")["not_hedges"]["example"]))


@pytest.mark.parametrize(
    "rule", [r for k, r in examples("attribution") if "kinds" in k], ids=lambda r: r["kind"]
)
def test_kind_examples(rule: dict[str, str]) -> None:
    """Each kind of source is known by its example."""
    assert source_kind(rule["example"]) == rule["kind"]


@pytest.mark.parametrize(
    "text",
    [
        load("attribution")["not_said"]["example"],
        "A bomb claimed the lives of at least six people.",
        "Shelling on Friday has claimed at least a dozen lives.",
    ],
)
def test_what_claims_lives_says_nothing(text: str) -> None:
    """Who or what claims lives is no source, and the count is no mere claim."""
    (sentence,), tokens = split_sentences(text), tokenize(text)
    assert find_speeches(text, [sentence], [parse(text, tokens)]) == [[]]
    assert not find_hedges(tokens)
