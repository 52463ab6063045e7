"""Noun and verb groups of a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.language import tokenize
from briefing.language.dateline import stamp_of
from briefing.language.groups import Group
from briefing.language.inflection import base_forms, verb_forms
from briefing.language.parsing import parse
from briefing.lexicon import examples, load


def groups(text: str) -> list[Group]:
    """The groups of a sentence."""
    return parse(text, tokenize(text)).groups


def shape(text: str) -> str:
    """The kinds of the groups, one letter each."""
    return "".join(group.kind[0] for group in groups(text))


SHAPES = [
    # noun, verb, noun, mark
    ("The rebels captured two villages.", "nvnm"),
    # a past participle before its noun belongs to it
    ("The wounded soldiers left.", "nvm"),
    # a word after its noun stands alone
    ("The raid left nine people dead.", "nvnpm"),
    # a verb form that may be a noun is a verb before a count
    ("A bomb wounds seven.", "nvnm"),
    # a time is no part of the noun before it; a short form in brackets is
    ("They met a courier last night.", "nvnnm"),
    ("A car bomb (VBIED) maker left.", "nvm"),
    # several words that say "and" are one coordinator
    ("The chief along with two aides left.", "ncnvm"),
    ("A man responsible for the raid left.", "nppnvm"),
    # an apostrophe alone is a possessive, or else a mark of quotation
    ("They met at the nuns' house.", "nvpnm"),
    ("They spoke of 'thieves' but saw none.", "nvpmnmcvnm"),
    # what ties a name to another belongs to it
    ("They met Hamas affiliated Ezzedin leaders.", "nvnm"),
    # a preposition behind an article is none
    ("They met in the past hours.", "nvpnm"),
    # a part of a land behind "to" is no verb
    ("They fled to northern Gaza.", "nvpnm"),
    ("They fled to central and southeastern Turkey.", "nvpncnm"),
    # two directions
    ("They left a hill south and west of Goma.", "nvnpcppnm"),
    # a participle behind another verb
    ("They are searching liberated areas.", "nvnm"),
    # an adverb behind an article belongs to the noun, and "so far" to the verb
    ("They met in the first week.", "nvpnm"),
    ("They left the highly important town.", "nvnm"),
    ("They left the newly built school.", "nvnm"),
    ("They have so far left two towns.", "nvnm"),
    # what those do who are several, and heavy fighting on a day
    ("Troops fighting the rebels left.", "nvnvm"),
    ("There was heavy fighting the day before.", "nvnnpm"),
    # an unknown verb is known by its ending, also behind a count before "to"
    ("One contrived to flee.", "nvpvm"),
    ("Militiamen torpedoed the talks.", "nvnm"),
]


@pytest.mark.parametrize(("text", "kinds"), SHAPES)
def test_shapes(text: str, kinds: str) -> None:
    """A sentence falls into the groups a reader sees."""
    assert shape(text) == kinds


@pytest.mark.parametrize(
    ("key", "rule"), [(key, rule) for key, rule in examples("grammar") if "reads" in rule]
)
def test_words_beside_make_a_verb(key: str, rule: dict[str, Any]) -> None:
    """A word that may be a noun is a verb beside those that the grammar lists."""
    assert [group.verb for group in groups(rule["example"]) if group.verb] == rule["reads"], key


CLOCK = load("dates")["clock"]


HOURS = [f"7 {word}" for word in CLOCK["words"].split()]
HOURS += [f"7{word}" for word in CLOCK["joined"].split()]


@pytest.mark.parametrize(
    "text", [CLOCK["example"], *(f"On Monday at {hour} M23 took Sake." for hour in HOURS)]
)
def test_an_hour_ends_before_a_name(text: str) -> None:
    """What stands behind an hour is no part of it."""
    words = [group.word for group in groups(text)]
    assert words[:3] == ["on", "monday", "at"]
    assert words[4:] == ["m23", "took", "sake", "."]


@pytest.mark.parametrize("zone", CLOCK["zones"].split())
def test_the_hour_of_an_entry_is_no_part_of_it(zone: str) -> None:
    """A line of a live page begins behind its hour."""
    assert stamp_of(tokenize(f"13:00 {zone} — Shells fell on Sake.")) == 5


VERBS = [
    ("They were killed.", "kill", True, False, ""),
    ("They had killed him.", "kill", False, False, ""),
    ("They were not killed.", "kill", True, True, ""),
    ("They could kill him.", "kill", False, False, "could"),
    ("They nearly killed him.", "kill", False, True, ""),
]


@pytest.mark.parametrize(("text", "lemma", "passive", "negated", "modal"), VERBS)
def test_verb_groups(text: str, lemma: str, passive: bool, negated: bool, modal: str) -> None:
    """A verb group knows its lemma, voice, negation and modal."""
    verb = next(group for group in groups(text) if group.kind == "verb")
    assert (verb.verb, verb.passive, verb.negated, verb.modal) == (lemma, passive, negated, modal)


@pytest.mark.parametrize(
    ("text", "head", "count"),
    [
        ("two of the soldiers", "soldiers", 2),
        ("a total of ten sailors", "sailors", 10),
        ("the further 1,400 civilians", "civilians", 1400),
        ("all five officers", "officers", 5),
    ],
)
def test_counted_groups(text: str, head: str, count: int) -> None:
    """A count and its noun are one group, through "of" as well."""
    group = groups(text)[0]
    assert group.quantity is not None
    assert (group.word, group.quantity.best) == (head, count)


def _needed() -> set[str]:
    casualties, territory = load("casualties"), load("territory")
    sections = ("toll", "injuries", "lives", "reflexive", "captivity", "causing")
    lists = [entry["words"] for entry in (*casualties["verbs"], *territory["verbs"])]
    lists += [casualties[section]["verbs"] for section in sections]
    lists += [entry["verbs"] for entry in territory["phrases"]]
    lists += [territory["unreal"]["verbs"], territory["seen"]["verbs"]]
    lists += [load("circumstances")["attack"]["verbs"], *load("attribution")["verbs"].values()]
    return {word for words in lists if words[0].islower() for word in words.split()} - {"be"}


def test_every_verb_of_the_lexicons_is_known() -> None:
    """A rule's verb is of no use where the parser does not know its forms."""
    known = {form.lemma for form in (*verb_forms().values(), *base_forms().values())}
    assert _needed() - known == set()


DAY_GROUPS = [
    # what stands behind a day without a comma is a group of its own
    ("On 21 January M23 captured Minova.", ["21 January", "M23", "Minova"]),
    ("On January 21 Russian troops left.", ["January 21", "Russian troops"]),
    ("On 3 May RSF fighters left.", ["3 May", "RSF fighters"]),
    ("In August 2024 rebels left.", ["August 2024", "rebels"]),
    # a day that belongs to a noun stays with it
    ("The 21 January attack failed.", ["The 21 January attack"]),
]


@pytest.mark.parametrize(("text", "nouns"), DAY_GROUPS)
def test_days_are_groups(text: str, nouns: list[str]) -> None:
    """A day is a noun group of its own, so that the subject behind it is one, too."""
    tokens = tokenize(text)
    parsed = parse(text, tokens)
    found = [g for g in parsed.groups if g.kind == "noun"]
    assert [text[tokens[g.first].start : tokens[g.last - 1].end] for g in found] == nouns
