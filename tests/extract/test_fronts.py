"""Reports from a front: who took, left or neared what, in the manners of many outlets."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(("text", "expected"), TAKERS)
def test_takers(text: str, expected: Read) -> None:
    """Who took a place is read from the doer's own words."""
    check(text, expected)


def check(text: str, expected: Read) -> None:
    """That the text tells these changes and no other; of gainers their names' beginnings."""
    claims = read_changes(text)
    found = [(c.action, [p.as_written for p in c.places]) for c in claims]
    assert found == [(action, places) for action, places, _ in expected]
    for claim, (_, _, gainer) in zip(claims, expected, strict=True):
        assert (claim.gainer or "").startswith(gainer or "")
        assert bool(claim.gainer) == bool(gainer)
