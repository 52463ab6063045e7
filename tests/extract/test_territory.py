"""Territorial claims: tables of sentences in the project's own words, from many conflicts."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.lexicon import examples
from briefing.models import Article, TerritorialChange


def changes(text: str) -> tuple[TerritorialChange, ...]:
    """The territorial claims of a text."""
    return extract(Article("a1", "a1.txt", text, "00")).territory


FOUND = [
    # text, action, gainer, loser, places
    ("M23 captured Sake.", "captured", "M23", None, ["Sake"]),
    ("M23 captured Goma and two men were shot.", "captured", "M23", None, ["Goma"]),
    (
        "The Sudanese army recaptured Wad Madani from the Rapid Support Forces.",
        "recaptured",
        "Sudanese forces",
        "Rapid Support Forces",
        ["Wad Madani"],
    ),
    ("The town of Bunagana was seized by M23.", "captured", "M23", None, ["Bunagana"]),
    (
        "Arakan Army fighters took full control of Paletwa.",
        "captured",
        "Arakan Army",
        None,
        ["Paletwa"],
    ),
    ("French troops withdrew from Kidal.", "withdrew", None, "French forces", ["Kidal"]),
    ("Russian forces pulled out of Kherson.", "withdrew", None, "Russian forces", ["Kherson"]),
    (
        "Somali troops drove al-Shabaab out of Adale.",
        "captured",
        "Somali forces",
        "al-Shabaab",
        ["Adale"],
    ),
    (
        "Lashio fell to the Three Brotherhood Alliance.",
        "captured",
        "Three Brotherhood Alliance",
        None,
        ["Lashio"],
    ),
    ("The RSF besieged El Fasher.", "besieged", "Rapid Support Forces", None, ["El Fasher"]),
    ("Russian troops entered Avdiivka.", "entered", "Russian forces", None, ["Avdiivka"]),
    ("Rebels advanced towards Goma.", "advanced", "Rebels", None, ["Goma"]),
    # a list is one claim with its places
    (
        "Rebels captured Sake, Goma and Bukavu.",
        "captured",
        "Rebels",
        None,
        ["Sake", "Goma", "Bukavu"],
    ),
    # a subject that leads another
    (
        "The rebel coalition, led by Example Front (EF), seized Hama.",
        "captured",
        "EF-led coalition",
        None,
        ["Hama"],
    ),
]


@pytest.mark.parametrize(("text", "action", "gainer", "loser", "places"), FOUND)
def test_found(
    text: str, action: str, gainer: str | None, loser: str | None, places: list[str]
) -> None:
    """Action, parties and places are read."""
    claim = changes(text)[0]
    assert (claim.action, claim.gainer, claim.loser) == (action, gainer, loser)
    assert [place.as_written for place in claim.places] == places


def test_army_is_no_rebel_army() -> None:
    """ "The army" does not point back to an armed group that calls itself an army."""
    text = "The Syrian National Army shelled Azaz. On Sunday the army recaptured Hama."
    assert [claim.gainer for claim in changes(text)] == ["army"]


def test_counts_and_units() -> None:
    """A count without names stays a count, a base and positions are claims of their own."""
    text = (
        "Rebels took over 40 towns, including a military base and positions along the M5 highway."
    )
    towns, base, positions = changes(text)
    assert towns.quantity is not None
    assert (towns.quantity.kind, towns.quantity.low, towns.unit) == ("at_least", 40, "towns")
    assert towns.places == ()
    assert base.unit == "military base"
    assert (positions.unit, [p.kind for p in positions.places]) == ("positions", ["highway"])


COUNTED = [
    # an object that a participle follows, with one count for two nouns
    (
        "The monitor recorded 200 towns and villages captured by M23.",
        200,
        "towns and villages",
        "M23",
    ),
    # how far an advance has come, told as a state
    ("M23 now holds about 40 towns in Masisi.", 40, "towns", "M23"),
    ("The RSF has come to control 12 villages.", 12, "villages", "Rapid Support Forces"),
    ("The UN spoke of some 30 villages under the control of M23.", 30, "villages", "M23"),
    # a participle behind what was taken
    ("The monitor has recorded 60 villages captured since May.", 60, "villages", None),
    ("Observers list nine bases taken by the Arakan Army.", 9, "bases", "Arakan Army"),
    # a count covers its list once, in the active and the passive
    ("Rebels seized 21 villages, towns and posts.", 21, "villages, towns and posts", "Rebels"),
    ("Some 21 villages, towns and posts were seized.", 21, "villages, towns and posts", None),
]


@pytest.mark.parametrize(("text", "count", "unit", "gainer"), COUNTED)
def test_counted_places(text: str, count: int, unit: str, gainer: str | None) -> None:
    """Counts of places held or taken are one claim each."""
    (claim,) = changes(text)
    assert claim.quantity is not None
    assert (claim.action, claim.quantity.best) == ("captured", count)
    assert (claim.unit, claim.gainer) == (unit, gainer)


PARTIES = [
    # who lost it is the subject, who got it stands behind "to"
    ("The army lost the town of Sake to M23.", "M23", "army", ["Sake"]),
    ("Russia lost Kherson.", None, "Russia", ["Kherson"]),
    # a relative clause between the subject and its verb
    ("M23, which Rwanda supports, captured Sake.", "M23", None, ["Sake"]),
    ("Post 12, a base overlooking the road to Goma, was seized by M23.", "M23", None, ["Post 12"]),
    # nobody is named
    ("Goma fell on Friday.", None, None, ["Goma"]),
    # where a part lies stands at the head of the sentence
    ("In Goma the rebels took the northern district.", "rebels", None, ["Goma"]),
]


@pytest.mark.parametrize(("text", "gainer", "loser", "places"), PARTIES)
def test_parties(text: str, gainer: str | None, loser: str | None, places: list[str]) -> None:
    """Who gained and who lost, and where, as the sentence has it."""
    (claim,) = changes(text)
    assert (claim.gainer, claim.loser) == (gainer, loser)
    assert [place.as_written for place in claim.places] == places


CERTAINTY = [
    ("Reports that M23 had taken Sake proved false.", "denied"),
    ("Claims that M23 had captured Sake were denied by the governor.", "denied"),
    ("State radio said the army had retaken Sake; the rebels denied it.", "contested"),
    # somebody else is denied something else
    ("Rebels captured Sake. Two reporters were denied entry.", "reported"),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_certainty(text: str, certainty: str) -> None:
    """A report said to be untrue is denied, one that the other side denies is contested."""
    assert changes(text)[0].certainty == certainty


def test_a_part_is_not_the_whole() -> None:
    """The terminal of an airport is a part of it."""
    claim = changes("Soldiers seized the main terminal of Khartoum’s airport.")[0]
    assert claim.part == "main terminal"
    assert [place.kind for place in claim.places] == ["airport"]


NOT_FOUND = [
    # what is a place's is not the place
    "The film captured Syria's mood.",
    # what is searched, or freed of things, has not changed hands
    "The patrol cleared the compound in Gardez and left.",
    "Engineers cleared the road to Goma of mines.",
    # an infinitive, also where a word of it stands in marks
    "Kabila would not spare any effort to 'liberate' Goma.",
    "The rebels vowed to “capture” the town of Sake.",
    # what took place, fell into darkness, or is still to come
    "Clashes have taken place at night since Monday in the capital and several cities.",
    "The capital fell into darkness on Saturday as power was cut.",
    "Before the junta takes one of our towns, it will have to walk over our bodies.",
    "The runner captured Kenya's first gold medal.",
    # a person, by a title, a role or a first name
    "The army captured General Omar Barzo near Goma.",
    "Police captured Pedro Roberto Villasante in Tumbes.",
    "Pilot Francis Kerrow was captured by the rebels.",
    "Turkey, which controls parts of northern Syria, is watching.",
    "The setback could weaken its position in Ukraine.",
    "Police seized two trucks and 40 rifles in Goma.",
    "The rebels captured two soldiers near Goma.",
    "The army repelled an attack to capture Goma.",
    "Rebels tried to capture Goma.",
    "The rebels plan to seize Goma.",
    "Rebels failed to take control of Goma.",
    "The army could capture Goma within days.",
    "Demonstrators marched towards the parliament in Nairobi.",
    "Russia expelled three diplomats from Moscow.",
    "Troops did not enter Jenin.",
    "Joao Example was captured at dawn.",
    "The rebels hold the town.",
    "They held the hill for years.",
    "Turkey holds 12 bases in Syria.",
    "The temperature in Goma fell on Friday.",
    "Goma fell silent.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    """Standing control, persons, goods, attempts, plans and marches are no changes."""
    assert changes(text) == ()


def _rules() -> list[tuple[str, list[str]]]:
    return [
        (rule["example"], rule["reads"]) for _, rule in examples("territory") if "reads" in rule
    ]


@pytest.mark.parametrize(("example", "reads"), _rules())
def test_lexicon_examples(example: str, reads: list[str]) -> None:
    """Every rule of the lexicon reads its own example."""
    found = changes(example)
    assert [claim.action for claim in found] == reads[:1]
    places = [place.as_written for claim in found for place in claim.places]
    assert all(any(place.startswith(name) for place in places) for name in reads[1:])


@pytest.mark.parametrize(
    "text",
    [
        # a bare name that its sentence, or another, shows to be a person's
        "Soldiers captured Barzo as he tried to cross the river.",
        "Soldiers captured Barzo on Monday in a raid on a house.",
        "Barzo was captured by rebels while trying to reach Goma.",
        "Omar Barzo, a cook, vanished in May. Barzo was captured by M23 rebels.",
        # what "it" enters is a missile
        "The Israeli army said it intercepted the missile before it crossed into Jordan.",
        # what is still to come
        "The army will enter Goma once the town of Sake is captured.",
    ],
)
def test_no_place_changed_hands(text: str) -> None:
    """People, missiles and what is awaited make no change of territory."""
    assert not changes(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels captured Barzo after its mayor fled, and he is now in Goma.", ["Barzo"]),
        ("Rebels captured Barzo while the army was leaving for the north.", ["Barzo"]),
        ("Regime troops then entered Barzo but were pushed back, he added.", ["Barzo"]),
        ("The army entered Goma once the town of Sake was captured.", ["Goma", "Sake"]),
        ("Rebels seized the roadblock at Barzo on Monday.", ["Barzo"]),
        # whose towns they were is no name of theirs
        ("Soldiers captured two Barzo camps near Jolo.", ["Jolo"]),
        # a list of those fought is none of places taken
        ("Rebels entered Goma after a battle with fighters of M23, Raia and Nasha.", ["Goma"]),
    ],
)
def test_places_that_changed_hands(text: str, places: list[str]) -> None:
    """The places are those that were taken, and no others of the sentence."""
    assert [place.as_written for change in changes(text) for place in change.places] == places
