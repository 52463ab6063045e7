"""Actors: known by many names, or kept as written."""

from __future__ import annotations

import pytest

from briefing.actors import canonical, find_actors, side_of, with_introduced
from briefing.language import tokenize
from briefing.language.tokens import lowered

NAMES = [
    # aliases and transliterations
    ("Hizbullah fighters", "Hezbollah", "Hezbollah"),
    ("ISIL militants", "Islamic State (ISIS)", "Islamic State (ISIS)"),
    ("al-Shabab", "al-Shabaab", "al-Shabaab"),
    ("Jama’at Nusrat al-Islam wal-Muslimin", "JNIM", "JNIM"),
    ("the Congo River Alliance", "Alliance Fleuve Congo", "Alliance Fleuve Congo"),
    # an affiliate by its own name
    ("al-Qaeda affiliate JNIM", "JNIM", "JNIM"),
    ("Al-Qaeda's Somali affiliate, al-Shabaab,", "al-Shabaab", "al-Shabaab"),
    ("an al-Qaeda branch", "al-Qaeda", "al-Qaeda"),
    # the possessive of a plural
    ("the Kurdistan Workers' Party", "PKK", "PKK"),
    ("the al-Aqsa Martyrs’ Brigades", *["al-Aqsa Martyrs' Brigades"] * 2),
    ("the RSF", "Rapid Support Forces", "Rapid Support Forces"),
    # forces of a state, and the state they fight for
    ("Russian jets", "Russian forces", "Russia"),
    ("Syrian government forces", "Syrian government forces", "Syria"),
    ("the Ethiopian army", "Ethiopian forces", "Ethiopia"),
    # armed people of a nationality are not its state's
    ("Syrian rebels", "Syrian rebels", "Syrian rebels"),
    ("a Chadian ethnic minority armed group", *["Chadian ethnic minority armed group"] * 2),
    ("Iraqi Shiite forces", "Iraqi Shiite forces", "Iraqi Shiite forces"),
    # coalitions are named by who leads them
    (
        "the coalition, led by Hayat Tahrir al-Sham (HTS),",
        "HTS-led coalition",
        "HTS-led coalition",
    ),
    ("Saudi-led coalition airstrikes", "Saudi-led coalition", "Saudi-led coalition"),
    # an unknown actor keeps its words
    ("Kurdish fighters", "Kurdish fighters", "Kurdish fighters"),
    ("the gunmen", "gunmen", "gunmen"),
    # a count is no part of a name, a word for a body ends one
    ("Five soldiers", "soldiers", "soldiers"),
    ("the Zomi Liberation Front", "Zomi Liberation Front", "Zomi Liberation Front"),
    # a body may stand first; a weak word for one needs a mark of arms
    ("the Army of Hill Liberation", "Army of Hill Liberation", "Army of Hill Liberation"),
    ("the Hill Liberation Organisation", *["Hill Liberation Organisation"] * 2),
    ("the Rubio Cartel", "Rubio Cartel", "Rubio Cartel"),
    # lower case before a bracket that gives the short form
    ("the Zomi liberation front (ZLF)", "Zomi liberation front", "Zomi liberation front"),
    # a known name inside a longer one is that actor
    ("the Colombian Army of National Liberation", *["ELN"] * 2),
    # a state attacks what "on" names
    ("a US attack on Raqqa", "American forces", "United States"),
    # words for a trade in arms are part of the name
    ("the death squads", "death squads", "death squads"),
    # an unknown short form is a name, and branches of a state's forces are bodies
    ("ZLF guerrillas", "ZLF", "ZLF"),
    ("the air force", "air force", "air force"),
    ("the Colombian intelligence services", "Colombian forces", "Colombia"),
    # behind a body of a nationality a name begins: it is not that state's army
    ("the Syrian rebel group Army of Dawn", "Syrian rebel group", "Syrian rebel group"),
    ("the Malian militant faction Army of God", *["Malian militant faction"] * 2),
    ("the Colombian guerrilla group National Liberation Army", "ELN", "ELN"),
]


@pytest.mark.parametrize(("text", "name", "side"), NAMES)
def test_names(text: str, name: str, side: str) -> None:
    """An actor has its canonical name and the side it fights for."""
    mention = find_actors(text, tokenize(text))[0]
    assert (mention.name, side_of(mention)) == (name, side)
    assert text[mention.start : mention.end] == mention.as_written


@pytest.mark.parametrize(
    "text",
    [
        "This is it.", "the military base", "a government decree", "As is", "Let us go",
        "the Western Front", "the Hill Relief Organisation", "air traffic",
    ],
)  # fmt: skip
def test_no_actors(text: str) -> None:
    """Capitals decide on short names, and an adjective is nobody."""
    assert find_actors(text, tokenize(text)) == []


ZLF = "Zomi Liberation Front"
INTRODUCED = [
    # the short form in a bracket, either way round
    (f"The {ZLF} (ZLF) met. ZLF men left.", [ZLF, ZLF, ZLF]),
    (f"The ZLF [{ZLF}] met. The ZLF left.", [ZLF, ZLF, ZLF]),
    # a name that the text explains
    ("Harakat Zom, a militant group, met. Harakat Zom left.",
     ["Harakat Zom", "militant group", "Harakat Zom"]),
    ("The rebel group Harakat Zom met. Harakat Zom left.", ["Harakat Zom", "Harakat Zom"]),
    # who claims an attack, without its article and with the name that is known
    ("Tawhid Zom claimed the attack. Tawhid Zom left.", ["Tawhid Zom", "Tawhid Zom"]),
    ("The Taliban claimed responsibility.", ["Taliban"]),
    # a short form once called armed
    ("ZLF rebels met. The ZLF left.", ["ZLF", "ZLF"]),
    # a short form that is known for another, where the text says whose it is
    ("The Somali National Army (SNA) met. The SNA left.", ["Somali forces"] * 3),
    ("The Sri Lanka Army (SLA) met.", ["Sri Lankan forces"] * 2),
    ("The Syrian army (SNA) met.", ["Syrian forces", "Syrian National Army"]),
    # a company is explained, too, but nobody says it is armed
    ("Zomtel, a telephone group, met. Zomtel left.", ["group"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), INTRODUCED)
def test_introduced_names(text: str, names: list[str]) -> None:
    """A name that a text explains is an actor wherever the text uses it."""
    tokens = tokenize(text)
    found = with_introduced(text, [tokens], find_actors(text, tokens), [lowered(tokens)])
    assert [actor.name for actor in found] == names


def test_canonical() -> None:
    """A bare name is looked up, an unknown one is not guessed."""
    assert canonical("Hizbullah") is not None
    assert canonical("Ankara").name == "Turkey"  # type: ignore[union-attr]
    assert canonical("Example Front") is None
