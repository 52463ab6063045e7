"""The word lists of the lexicon do in their own examples what they are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from briefing.actors import find_actors
from briefing.extract import extract
from briefing.language import split_sentences, tokenize
from briefing.language.inflection import inflect
from briefing.language.quantities import find_quantities
from briefing.lexicon import entries, examples, load, word_set
from briefing.models import Article, Extraction
from briefing.places import find_places

FRIDAY = date(2024, 11, 29)


def example(key: str) -> str:
    """The example that stands beside the list ``key`` ("victims.titles")."""
    name, _, path = key.partition(".")
    entry = load(name)
    for part in path.split("."):
        entry = entry[part]
    return str(entry["example"])


@cache
def read(text: str) -> Extraction:
    """All that is extracted from ``text``, published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=FRIDAY))


ACTORS = [
    ("actors.groups", ["Fighters", "Hayat Tahrir al-Sham"]),
    ("actors.forces.state", ["Sudanese forces"]),
    ("actors.forces.armed", ["Rebels"]),
    ("actors.forces.weapons", ["Russian forces"]),
    ("actors.sides", ["ISAF", "Taliban", "militants"]),
    ("actors.spellings", ["Kenya Defence Forces"]),
    ("actors.loyal", ["Fighters loyal to Ada Oke"]),
    ("actors.led", ["EF-led coalition"]),
    ("actors.numbered", ["2nd Army"]),
    ("actors.common", ["Fighters", "Islamic State (ISIS)"]),
]


@pytest.mark.parametrize(("key", "names"), ACTORS)
def test_actors(key: str, names: list[str]) -> None:
    """A list of words for armed people names those in its example."""
    text = example(key)
    assert [actor.name for actor in find_actors(text, tokenize(text))] == names


COUNTS = [
    ("casualties.weapons", [("killed", 2)]),
    ("circumstances.anew", [("killed", 2)]),
    ("circumstances.contrast", [("killed", 12), ("killed", 4)]),
    ("circumstances.part", [("killed", 90), ("killed", 40)]),
    ("circumstances.locative", [("killed", 2)]),
    ("actors.forces.men", [("killed", 4)]),
    ("circumstances.made", [("killed", 2)]),
    ("circumstances.timespan", [("killed", 900)]),
    ("grammar.particles", [("killed", 3)]),
    ("hedges.not_hedges", [("killed", 6)]),
    ("victims.armed", [("killed", 1)]),
    ("victims.collectives", [("killed", None)]),
    ("victims.modifiers", [("killed", 1)]),
    ("victims.further", [("killed", 1), ("injured", 2), ("missing", 1), ("detained", 30)]),
    ("victims.not_people", []),
    ("victims.people", [("killed", 2)]),
    ("victims.roles", [("killed", 1)]),
    ("grammar.plurals", [("injured", 6)]),
    ("victims.pronouns", [("killed", 1)]),
    ("victims.rulers", [("killed", 10)]),
    ("victims.adjectives", [("killed", None)]),
    ("victims.second_roles", [("killed", 1)]),
    ("victims.several", [("injured", None), ("killed", 1)]),
    ("victims.things", []),
    ("victims.titles", [("killed", 1)]),
    ("titles.short", [("killed", 1)]),
    ("titles.full", [("killed", 1)]),
    ("victims.uncountable", [("injured", None)]),
]


@pytest.mark.parametrize(("key", "counts"), COUNTS)
def test_casualties(key: str, counts: list[tuple[str, int | None]]) -> None:
    """People are counted, and what is nobody is not."""
    claims = read(example(key)).casualties
    assert [(claim.outcome, claim.quantity.best) for claim in claims] == counts


def test_words_beside_a_count_are_no_name_for_people() -> None:
    """ "30 total" are 30 people of whom nothing is said."""
    assert read(example("victims.further")).casualties[-1].victim is None


def word_lists(node: Any, key: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words and phrases of a lexicon, each with its dotted key."""
    if isinstance(node, dict):
        for name, value in node.items():
            if not name.startswith(("example", "reads")):
                yield from word_lists(value, f"{key}.{name}")
    elif isinstance(node, list):
        if node and all(isinstance(item, str) for item in node):
            yield key, node
        for number, item in enumerate(node):
            if not isinstance(item, str):
                yield from word_lists(item, f"{key}.{number}")
    elif isinstance(node, str) and key.rpartition(".")[2] not in SENTENCES:
        yield key, node.split()


SENTENCES = ("keeps", "pattern")  # keys of what is no list, but a text
LEXICONS = sorted(
    file.name.removesuffix(".toml")
    for file in files("briefing.lexicon").iterdir()
    if file.name.endswith(".toml") and file.name not in ("changes.toml", "forms.toml")
)


@pytest.mark.parametrize("name", LEXICONS)
def test_a_list_names_a_word_once(name: str) -> None:
    """A word stands once in its list, so that whoever takes it out has taken it out."""
    lists = word_lists({k: v for k, v in load(name).items() if k != "irregular"}, name)
    assert {key: twice for key, words in lists if (twice := repeated(words))} == {}


def repeated(words: list[str]) -> list[str]:
    """The words that stand in a list more than once."""
    return [word for word, times in Counter(words).items() if times > 1]


SIDES = [
    ("victims.armed", "combatants", None),
    ("victims.membership", "combatants", "Hezbollah"),
    ("victims.modifiers", "combatants", None),
    ("victims.kin", "civilians", None),
    ("victims.rulers", "combatants", "government forces"),
    ("titles.short", "combatants", None),
]


@pytest.mark.parametrize(("key", "group", "side"), SIDES)
def test_sides(key: str, group: str, side: str | None) -> None:
    """What is said of people tells civilians from fighters, and whose fighters they are."""
    (claim,) = read(example(key)).casualties
    assert (claim.victim_group, claim.victim_side) == (group, side)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed two members of the Homs police.",
        "The raid killed nine people, including two members of the Homs police.",
    ],
)
def test_a_body_keeps_its_article(text: str) -> None:
    """People with their armed body are called what the text calls them."""
    claim = read(text).casualties[-1]
    assert (claim.victim, claim.victim_side) == ("members of the Homs police", "Homs police")


def test_names_of_towns_are_no_first_names() -> None:
    """A first name that towns have too makes nobody a person."""
    assert word_set("places", "persons", "shared") <= word_set("places", "persons", "given")
    assert len(read("Troops captured Omar Kamal.").casualties) == 1
    assert read("Troops captured Abu Kamal.").casualties == ()


def test_a_table_lists_its_entries_and_not_its_example() -> None:
    """A table whose keys are words has no word more for what its tests read it by."""
    table = load("quantities")["words"]
    assert table.keys() - entries("quantities", "words") == {"example", "reads"}
    assert word_set("quantities", "words") == entries("quantities", "words").keys()


SOURCES = [
    ("attribution.acting", None),
    ("attribution.carried_on", "group"),
    ("attribution.charging", "rights group"),
    ("attribution.phrases", "residents"),
    ("attribution.proper", "Moscow"),
    ("attribution.relays", "doctor"),
    ("attribution.silent", "army"),
    ("sources.back", "monitor"),
    ("sources.never", None),
    ("sources.front", "army and the rebels"),
]


@pytest.mark.parametrize(("key", "source"), SOURCES)
def test_sources(key: str, source: str | None) -> None:
    """Who says so is found, and what is nobody's name is no source."""
    claims = read(example(key)).casualties
    assert [claim.attribution.source_original for claim in claims] == [source]


CHANGES = [
    ("actors.pointing", [("captured", "town", "M23", None)]),
    ("attribution.verbs", [("captured", "town", None, None)]),
    ("circumstances.before", []),
    ("circumstances.not_attackers", []),
    ("grammar.modals", []),
    ("territory.alone", [("captured", "Lashio", None, None)]),
    (
        "territory.dating",
        [("captured", "Khan Touman", "Rebels", None), ("captured", "Aleppo", None, None)],
    ),
    ("territory.fought", [("captured", "Sake", "M23", "army")]),
    (
        "territory.left_again",
        [("captured", "Sake", "Rebels", None), ("withdrew", "Sake", None, "Rebels")],
    ),
    ("territory.heirs", [("withdrew", "base", "M23", "army")]),
    ("territory.shared", [("captured", "Sake", "Rebels", None)]),
    ("territory.units", [("captured", "villages", None, None)]),
    ("territory.yielded", [("captured", "Sake", "M23", "army")]),
    (
        "territory.adjectives",
        [("captured", "oil field", "Rebels", None), ("captured", "Dabo", "Rebels", None)],
    ),
]


@pytest.mark.parametrize(("key", "changes"), CHANGES)
def test_territory(key: str, changes: list[tuple[str, str | None, str | None, str | None]]) -> None:
    """What changed hands, from whom, to whom."""
    told = read(example(key)).territory
    taken = [c.places[0].as_written if c.places else c.unit for c in told]
    named = zip(told, taken, strict=True)
    assert [(c.action, what, c.gainer, c.loser) for c, what in named] == changes


ASKED = {
    "occupied": "Fighters occupied the {} in Dilling.",
    "evacuated": "Thirty guests were evacuated from the {}.",
    "owned": "Troops seized the {} owned by Omar Ali.",
}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        (q, w)
        for g in load("buildings")["group"]
        for q in g["for"].split()
        for w in g["words"].split()
    ],
)
def test_buildings_are_no_territory_and_no_home(question: str, word: str) -> None:
    """Each building of the list answers the questions that its group is for."""
    told = read(ASKED[question].format(word))
    assert (told.territory, told.casualties) == ((), ())


@pytest.mark.parametrize("question", ASKED)
def test_what_is_no_such_building_is_told(question: str) -> None:
    """What the list does not hold changes hands, and who leaves it is displaced."""
    told = read(ASKED[question].format("town of Dilling"))
    assert told.territory or told.casualties


@pytest.mark.parametrize("key", [key for key, _ in examples("sentences")])
def test_sentences(key: str) -> None:
    """A full stop behind an abbreviation ends a sentence only where another one begins."""
    ends = {"sentences.starters": 2}
    assert len(split_sentences(example(key))) == ends.get(key, 1)


def test_seats_of_government_are_no_towns() -> None:
    """A seat of government that acts is not placed on the map."""
    assert not any(place.kind == "settlement" for place in find_places(example("places.offices")))


@pytest.mark.parametrize("key", ["quantities.ages", "quantities.not_counts"])
def test_measures_count_nobody(key: str) -> None:
    """A number of kilometres or years is no count of people or things."""
    text = example(key)
    assert find_quantities(text, tokenize(text)) == []


@pytest.mark.parametrize("lemma", load("forms")["further"])
def test_further_forms_are_no_regular_ones(lemma: str) -> None:
    """A form is listed only where the grammar does not give it."""
    given = {form for form, _ in inflect(lemma)}
    assert given.isdisjoint(load("forms")["further"][lemma].split())
