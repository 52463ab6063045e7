"""Reports from a front: who took, left or neared what, in the manners of many outlets."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article
from tests.extract.documents import read_changes

Read = list[tuple[str, list[str], str | None]]

TAKERS: list[tuple[str, Read]] = [
    # whom the doer fights is not who did it
    ("Troops battling the RSF retook Bara.", [("recaptured", ["Bara"], "Troops")]),
    ("Troops fighting the RSF retook Bara.", [("recaptured", ["Bara"], "Troops")]),
    ("Iraqi troops fighting Daesh have taken Tal Keif.", [("captured", ["Tal Keif"], "Iraqi")]),
    ("A blast leaving two rebels wounded shook Bara.", []),
    # whose fighters they are stands behind "of", "from" or "with"
    ("Rebels from M23 captured Sake.", [("captured", ["Sake"], "M23")]),
    ("Forces with the SDF captured Manbij.", [("captured", ["Manbij"], "Syrian Democratic")]),
    (
        "Forces with the Syrian Democratic Forces (SDF) captured Manbij.",
        [("captured", ["Manbij"], "Syrian Democratic")],
    ),
    ("Somali Govt troops took Adale.", [("captured", ["Adale"], "Somali")]),
    ("The Vostok Battlegroup took the village of Ruko.", [("captured", ["Ruko"], "Vostok")]),
    ("Rebels from the hills captured Sake.", [("captured", ["Sake"], "Rebels")]),
    # a description and the name behind it are one body
    (
        "Sudan's paramilitary Rapid Support Forces have captured Bara.",
        [("captured", ["Bara"], "Rapid Support Forces")],
    ),
    # a short form is what the text says that it is
    (
        "The Somali National Army (SNA) attacked. The SNA retook Adale.",
        [("recaptured", ["Adale"], "Somali forces")],
    ),
    # what stands beside "far" and "first" tears nothing apart
    ("The army has so far retaken three towns.", [("recaptured", [], "army")]),
    ("For the first time, the army captured Bara.", [("captured", ["Bara"], "army")]),
    # nor does an adverb before an adjective
    (
        "The army took the strategically important town of Bara.",
        [("captured", ["Bara"], "army")],
    ),
    # a verb with a hyphen
    ("The militia re-took the town of Bara.", [("recaptured", ["Bara"], "militia")]),
    # units, and the actions of units
    (
        "The town of Bara was liberated by resolute actions of Russian units.",
        [("captured", ["Bara"], "Russian")],
    ),
    (
        "The town of Bara was cleared of rebels by Syrian troops.",
        [("captured", ["Bara"], "Syrian")],
    ),
]


ADVANCES: list[tuple[str, Read]] = [
    # gains, told by a noun with what lies behind it, or by a verb with one
    ("Troops made further advances northwest of Bara.", [("advanced", ["Bara"], "Troops")]),
    ("Rebels made “marginal gains” south of Sake.", [("advanced", ["Sake"], "Rebels")]),
    (
        "Footage confirms gains by Russian forces northeast of Bakhmut.",
        [("advanced", ["Bakhmut"], "Russian")],
    ),
    (
        "Gains were made by Russian forces southeast and northwest of Lyman.",
        [("advanced", ["Lyman"], "Russian")],
    ),
    (
        "Russian forces attacked. Maps show Russian advances near Toretsk.",
        [("advanced", ["Toretsk"], "Russia")],
    ),
    ("Investors made gains near Toretsk.", []),
    # a state advances where the text tells of its forces
    (
        "Russian forces attacked. Russia advanced near Toretsk.",
        [("advanced", ["Toretsk"], "Russia")],
    ),
    ("Russia advanced in the table after the match in Kyiv.", []),
    # nearer and nearer
    ("Army units are approaching the city of Bara.", [("advanced", ["Bara"], "Army")]),
    ("The doctor approached the city of Bara.", []),
    ("Rebels drew closer to Goma.", [("advanced", ["Goma"], "Rebels")]),
    ("Rebels are closing on Minova.", [("advanced", ["Minova"], "Rebels")]),
    ("The militia came within ten km of Goma.", [("advanced", ["Goma"], "militia")]),
    ("M23 is five kilometres (three miles) from Goma.", [("advanced", ["Goma"], "M23")]),
    ("M23 is 300 kilometres from Goma.", []),
    ("Soldiers left the base, which is ten km from Goma.", [("withdrew", [], None)]),
    ("Rebels are at the gates of Goma.", [("advanced", ["Goma"], "Rebels")]),
    ("Soldiers fought their way into the town of Bara.", [("entered", ["Bara"], "Soldiers")]),
    # who is sent somewhere has not advanced
    ("Troops moved to the town of Bara.", []),
    ("Troops moved on the town of Bara.", [("advanced", ["Bara"], "Troops")]),
]

HANDS: list[tuple[str, Read]] = [
    # what is all but taken has not been taken
    ("The army has almost captured the town of Bara.", []),
    ("The army has nearly captured the town of Bara, rebels said.", []),
    # whose control it is under
    ("The town of Bara is now under army control.", [("captured", ["Bara"], "army")]),
    (
        "The Sri Lanka Army (SLA) attacked. The town of Palai is now under SLA control.",
        [("captured", ["Palai"], "Sri Lankan")],
    ),
    ("Bara district is under our control, an M23 officer said.", [("captured", ["Bara"], "M23")]),
    ("Most of Lalibela came under Fano fighters.", [("captured", ["Lalibela"], "Fano")]),
    ("The town of Bara came under fire.", []),
    ("The town of Bara fell in the hands of M23.", [("captured", ["Bara"], "M23")]),
    (
        "The army fled, leaving the town of Bara in rebel hands.",
        [("captured", ["Bara"], "rebels")],
    ),
    (
        "M23 fighters attacked. The forces are in full control of Sake.",
        [("captured", ["Sake"], "M23")],
    ),
    # "it" is what was attacked, or what the sentence before tells of
    ("Rebels attacked Goma and besieged it.", [("besieged", ["Goma"], "Rebels")]),
    (
        "Soldiers left the town of Sake. It is now controlled by rebels.",
        [("withdrew", ["Sake"], None), ("captured", ["Sake"], "rebels")],
    ),
    ("The town of Bara has been under siege by rebels.", [("besieged", ["Bara"], "rebels")]),
    ("The town of Bara has been under siege.", []),
    # a thing "in the town" is in the one that was named last
    (
        "Civilians fled the town of Sake. Soldiers evacuated their garrison in the town.",
        [("withdrew", ["Sake"], None)],
    ),
    # standing control is no change
    ("Rebels want to re-enter areas occupied by M23.", []),
    # parts, and lists that spell out what was taken
    (
        "The president hailed the liberation of the eastern side of Mosul.",
        [("captured", ["Mosul"], None)],
    ),
    ("The militia took the side of Ethiopia.", []),
    # what stands before the name of a town says which one it is
    (
        "Rebels captured Goma and its South Kivu counterpart Bukavu.",
        [("captured", ["Goma", "Bukavu"], "Rebels")],
    ),
    # "this town" is the one just named, wherever it lies
    (
        "Syrian troops entered Palmyra a year after they retreated from this town in Homs.",
        [("entered", ["Palmyra"], "Syrian"), ("withdrew", ["Palmyra"], None)],
    ),
    # a standing occupation
    ("Israel ended its occupation of southern Lebanon.", []),
    (
        "M23 took three villages. The captured villages are Bara, Sake and Ruko.",
        [("captured", [], "M23"), ("captured", ["Bara", "Sake", "Ruko"], "M23")],
    ),
    (
        "The following villages were liberated: Bara and Ruko.",
        [("captured", ["Bara", "Ruko"], None)],
    ),
    # in quotation marks
    ("The town of Bara was fully “liberated”.", [("captured", ["Bara"], None)]),
    # what one change led somebody to do
    (
        "The retreat prompted the RSF to seize the town of Bara.",
        [("captured", ["Bara"], "Rapid Support Forces")],
    ),
    (
        "Rebels entered Goma after taking Sake, thereby cutting the road to Bukavu.",
        [
            ("entered", ["Goma"], "Rebels"),
            ("captured", ["Sake"], "Rebels"),
            ("cut", ["Bukavu"], "Rebels"),
        ],
    ),
    # who cannot leave has not been said to have left
    ("Rebels left the town of Sake. They cannot leave the region.", [("withdrew", ["Sake"], None)]),
    # whose departure it is
    (
        "The army says its departure from Gao was planned.",
        [("withdrew", ["Gao"], None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ADVANCES)
def test_advances(text: str, expected: Read) -> None:
    """Who has come nearer to a place, also where a noun or a distance says so."""
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), HANDS)
def test_hands(text: str, expected: Read) -> None:
    """In whose hands a place has come, in few words or in many."""
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), TAKERS)
def test_takers(text: str, expected: Read) -> None:
    """Who took a place is read from the doer's own words."""
    check(text, expected)


OUTLOOKS: list[tuple[str, int]] = [
    # the words that tell the deed say nothing of what it brings
    ("Ethiopian forces, after taking two hills, have cut off the main road from Bara to Goma.", 0),
    ("Rebels cut off the main road to Chad, and prices in N'Djamena have doubled.", 1),
    # troops that leave are no measure, unless something follows from it
    ("The offensive comes amid the withdrawal of foreign troops from Mali.", 0),
    ("The withdrawal of foreign troops from Mali could leave traders without protection.", 1),
    ("Fighters took advantage of the withdrawal of the army and overran Bara in Sudan.", 0),
]


@pytest.mark.parametrize(("text", "expected"), OUTLOOKS)
def test_outlooks(text: str, expected: int) -> None:
    """A deed at the front is a consequence for nobody, but may have one in its sentence."""
    article = Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29))
    assert len(extract(article).implications) == expected


def check(text: str, expected: Read) -> None:
    """That the text tells these changes and no other; of gainers their names' beginnings."""
    claims = read_changes(text)
    found = [(c.action, [p.as_written for p in c.places]) for c in claims]
    assert found == [(action, places) for action, places, _ in expected]
    for claim, (_, _, gainer) in zip(claims, expected, strict=True):
        assert (claim.gainer or "").startswith(gainer or "")
        assert bool(claim.gainer) == bool(gainer)
