"""Who did it where another sentence says so, or whoever counts the dead."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article, Casualty


def read(text: str) -> list[Casualty]:
    """The casualty claims of a text of 6 March 2024."""
    article = Article("a", "a.md", text, "a", published=date(2024, 3, 6))
    return list(extract(article).casualties)


def doers(text: str) -> list[str | None]:
    """Who did it, by claim."""
    return [claim.perpetrator for claim in read(text)]


STRIKE = "An Israeli strike killed 40 people in Gaza on Tuesday."
GOES_ON = [
    # a bare count with who gives it goes on with what was told before
    (
        f"{STRIKE}\n\nOmar Ali, a doctor in Rafah, said at least 28 people were hurt.",
        "Israel",
    ),
    # "the strike" is the one told before
    (
        f"{STRIKE}\n\nNobody knew when the strike, which also hurt nine men, began.",
        "Israel",
    ),
    # as many people of that sort are the same people
    (f"{STRIKE}\n\nAid has run out.\n\n“Forty people are dead,” a nurse said.", "Israel"),
    # those of one family are some of all
    (
        "An Israeli strike killed many people in Gaza.\n\nUp to 30 men, including 16 of one "
        "family, lost their lives in the attack, a doctor said.",
        "Israel",
    ),
    # as many at least are as many
    ("At least 19 people died in a raid by M23 rebels.\n\nA search found 19 people dead.", "M23"),
    # another toll of the attack, and one of more than it
    ("JNIM fighters killed eight men in Mopti.\n\nA nurse put the death toll at nine.", "JNIM"),
    ("JNIM fighters killed eight men.\n\nA monitor put the toll of the war at 900.", None),
    # "separately" opens another event
    (f"{STRIKE}\n\nSeparately, nine people were hurt, a doctor said.", None),
    # an attack of its own, told as a new one
    (f"{STRIKE}\n\nNine people were hurt in an explosion, a doctor said.", None),
    # in another town
    (f"{STRIKE}\n\nIn Nablus nine people were hurt, a doctor said.", None),
    # so many since a year ago
    (f"{STRIKE}\n\nSince August nine people have been hurt, a doctor said.", None),
    # a murder told by a noun is one of its own
    (f"{STRIKE}\n\nA doctor spoke of the murder of nine people.", None),
    # the attackers' own dead
    ("JNIM fighters stormed a post in Mopti, killing 12 soldiers.\n\nNine rebels died.", None),
]


@pytest.mark.parametrize(("text", "doer"), GOES_ON)
def test_what_goes_on_with_an_attack_keeps_its_doer(text: str, doer: str | None) -> None:
    """The last claim has the doer of the attack told before where it is of that attack alone."""
    assert doers(text)[-1] == doer


FOES = [
    # whoever counts the other side's dead in an operation killed them
    ("The army said nine rebels were killed in operations in Sulu.", ["army"]),
    # by a body whose spokesman speaks
    ("Two militants were killed in the encounter, army spokesman Ada Oke said.", ["army"]),
    # irregulars count soldiers
    ("Twelve soldiers died in the battle, the Zomi Front said.", ["Zomi Front"]),
    # a second, bare count beside it
    (
        "At least 40 bandits were killed while 25 were wounded in two raids, the army said.",
        ["army", "army"],
    ),
    # its own dead
    ("The army said two soldiers were killed in the operation.", [None]),
    # no fighters
    ("The army said two villagers were killed in the operation.", [None]),
    # two others fought each other
    ("The army said nine militants were killed in clashes between two factions.", [None]),
    # somebody else fought them
    ("The army said nine militants were killed in clashes with settlers.", ["settlers"]),
    # a clash between two parties of one pair: the victims' noun tells their side
    ("Clashes between the army and M23 in Goma killed 12 soldiers.", ["M23"]),
    # "the fighting" of the sentence before, and others counted beside
    (
        "Police drove ZLF gunmen out of Duko. Two policemen were killed and five others wounded in "
        "the fighting.",
        ["ZLF", "ZLF"],
    ),
    # "the attack" in which the attackers fell
    (
        "Fighting broke out when ZLF rebels attacked the police in Duko. Nine rebels were killed "
        "in the attack.",
        ["police"],
    ),
    # two states
    (
        "Ukrainian forces fought Russian troops near Bakhmut. Nine Ukrainian soldiers were killed "
        "in the fighting.",
        ["Russia"],
    ),
    # who is told to have lost them
    ("The terrorists have lost nine fighters, the army said.", ["army"]),
    # people who serve a government, by the word for them
    ("A rebel was shot dead in a shoot-out with security officers.", ["security officers"]),
    # both sides' dead in one count
    ("Nine rebels and two soldiers were killed in the clashes, the army said.", [None, None]),
    # whoever keeps the peace fights neither side
    ("Two peacekeepers were killed in the fighting between the army and M23.", [None]),
    # nobody was killed
    ("No rebels were killed in the fighting, the army said.", [None]),
    # a state's own soldiers, where it fought a group
    (
        "Kenyan troops raided a camp of al-Shabaab. Nine militants died and two soldiers were "
        "hurt.",
        ["Kenya", None],
    ),
    # … but not where it attacked another's
    ("Russian troops attacked a base in Sumy. Two soldiers were killed.", ["Russia"]),
    # a bomb of whomever
    ("The army said nine militants were killed in the raid when a bomb went off.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), FOES)
def test_who_counts_its_foes_killed_them(text: str, expected: list[str | None]) -> None:
    """Fighters that fell in a fight were killed by the one other side that is told of it."""
    assert doers(text) == expected


STRIKERS = [
    # told before
    (
        "Russia launched 600 drones at Ukraine overnight. Officials spoke of fires. A woman was "
        "killed in a strike on Odesa.",
        "Russia",
    ),
    # told behind, beside what is not said of those dead
    (
        "Nine people were killed in an air strike in Gaza. Officials do not say how many of those "
        "killed in Israeli strikes are fighters.",
        "Israel",
    ),
    # by a verb alone, and by "carried out by"
    (
        "Nine people were killed in an air strike in Sanaa. Saudi Arabia has bombarded the north "
        "since March.",
        "Saudi Arabia",
    ),
    (
        "The opposition spoke of drone attacks carried out by the Ethiopian government. Nine died "
        "in a drone strike in Ambo.",
        "Ethiopia",
    ),
    # "the army" is that of the one with a name; two who strike leave it open
    (
        "Nine people were killed in an air strike in Pauktaw. Junta jets bombed Sittwe. Indian "
        "jets bombed Lahore.",
        None,
    ),
    # a regime is not another state
    (
        "Russian warplanes bombed Idlib. The city shut its schools. Regime helicopters dropped "
        "bombs. It rained. Nine people died in an air raid on Sarmin in Idlib.",
        None,
    ),
    # who strikes abroad does not strike at home
    (
        "Russian drones fell on Kyiv. It rained. Officials met. Nine people were killed in a drone "
        "strike in Belgorod.",
        None,
    ),
    # not yet done, or only spoken of
    (
        "Washington threatened US air strikes. Nine people were killed in a drone strike in Basra.",
        None,
    ),
    # who shoots drones down strikes nobody; nor does who is denied to
    (
        "Nine people were killed in a drone strike in Omdurman. It rained. Officials met. The army "
        "shot down two drones.",
        None,
    ),
    ("The army denied launching air strikes. Nine people died in a drone strike in Goma.", None),
    # unknown ones
    ("French drones hit a convoy in Mali. Unidentified drones killed three in Agadez.", None),
]


@pytest.mark.parametrize(("text", "doer"), STRIKERS)
def test_whoever_alone_strikes_from_the_air_did_it(text: str, doer: str | None) -> None:
    """A strike that is nobody's is theirs who alone are said to strike, and of two nobody's."""
    assert doers(text)[-1] == doer


THEY = [
    # the unnamed fighters of the clause behind an opening
    ("Before the police came back, insurgents had driven in. They killed four men.", "insurgents"),
    # parties that act as one: the first of them
    ("M23 and ADF fighters entered Goma. They killed nine people.", "M23"),
    # not those who fled
    ("Soldiers fled as M23 entered Goma. They killed nine people.", "M23"),
    # right before its verb "they" is the subject, whatever explains a place before it
    (
        "ISWAP fighters roam the state. At Biu, 32km from Goma, the seat of the council, they "
        "killed six people.",
        "Islamic State West Africa Province",
    ),
]


@pytest.mark.parametrize(("text", "doer"), THEY)
def test_whom_they_means(text: str, doer: str) -> None:
    """The fighters of the sentence before, of two sides those who act."""
    assert doers(text) == [doer]


BEHIND = [
    # whose men they are, where "the group" has a name
    (
        "Al Shabaab attacked Jowhar. On Monday gunmen from the group killed three policemen.",
        "al-Shabaab",
    ),
    # who is blamed two sentences on, behind one that goes on with the attack
    (
        "Seventy soldiers were killed in a raid in Marib. The attack took place near a mosque. "
        "Officials blamed Houthi rebels.",
        "Houthis",
    ),
    # what opens with a day has its subject behind the comma
    ("Last Friday, insurgents shot dead two villagers in Goma.", "insurgents"),
]


@pytest.mark.parametrize(("text", "doer"), BEHIND)
def test_doer_behind_other_words(text: str, doer: str) -> None:
    """A subject that says whose men they are, or stands behind a day."""
    assert doers(text) == [doer]


NOBODYS = [
    # who says so within a relative clause did nothing
    "The unrest that the United Nations says has displaced 900 people goes on.",
    # a war's dead are not all of whom started it
    "The Zomi Front began its revolt in 1984 and 40,000 people have been killed in the conflict.",
    # those who attacked are not their own victims
    "The terrorists fired at the convoy and eight attackers were killed in return fire.",
    # who is blamed in the next paragraph, for other people
    "Three youths were hurt when police used force.\n\nThe mayor said four soldiers were killed in "
    "an ambush that was claimed by JNIM.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody_where_the_text_names_nobody(text: str) -> None:
    """A wrong doer is worse than none."""
    assert read(text)[0].perpetrator is None


def test_a_state_before_its_paramilitary_is_no_part_of_the_name() -> None:
    """ "Sudan's paramilitary Rapid Support Forces" are the Rapid Support Forces."""
    text = "Sudan's paramilitary Rapid Support Forces killed 75 people in Nyala."
    assert doers(text) == ["Rapid Support Forces"]


ACCUSED = [
    # another event that an attack sparked
    (
        "Unknown assailants shot dead a mayor in Van, triggering clashes between rival groups that "
        "left three people dead.",
        None,
    ),
    # "they" are the accused, not who speaks
    ("The army accused M23 of breaking the truce, saying that they killed nine people.", "M23"),
]


@pytest.mark.parametrize(("text", "doer"), ACCUSED)
def test_neither_the_first_attacker_nor_the_accuser_did_it(text: str, doer: str | None) -> None:
    """What an attack sparked is another event, and who accuses others speaks of them."""
    assert doers(text)[-1] == doer
