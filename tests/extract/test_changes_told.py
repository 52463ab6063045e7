"""Changes of control in further words: left again, given up, driven out of, fallen."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

CHANGES = [
    # left again, without the place
    ("Rebels took Sake and left on Monday.", [("captured", "Sake"), ("withdrew", "Sake")]),
    (
        "Rebels raided Sake. They occupied the town for two days before leaving on 14 November.",
        [("captured", "Sake"), ("withdrew", "Sake")],
    ),
    (
        "The army captured Goma on Monday before retreating on Tuesday.",
        [("captured", "Goma"), ("withdrew", "Goma")],
    ),
    ("Rebels took Sake, and the mayor left on Monday.", [("captured", "Sake")]),
    ("The soldiers captured two men in Sake and left.", []),
    # held for some hours or days
    ("Fano units held Lalibela for five days before the army came.", [("captured", "Lalibela")]),
    ("The rebels held Goma for several hours.", [("captured", "Goma")]),
    ("The army held Goma for three years.", []),
    ("Police held two men in Goma for two days.", []),
    # what a loss exposes is not lost with it
    ("The loss of Sake exposes Goma.", [("captured", "Sake")]),
    # whoever was driven out
    ("The militia evicted the cadres of a rival group from Goma.", [("captured", "Goma")]),
    ("Police ousted the fighters from Longpi camp.", [("captured", "Longpi camp")]),
    ("The army drove the gunmen of a cartel out of Goma.", [("captured", "Goma")]),
    ("The army pushed fighters opposed to the emir from Goma.", [("captured", "Goma")]),
    ("The army drove gunmen allied with the emir out of Goma.", [("captured", "Goma")]),
    ("The army expelled militants linked to a cartel from Goma.", [("captured", "Goma")]),
    ("The army drove gunmen based in Goma into the hills.", []),
    ("The militia evicted traders of a rival firm from Goma.", []),
    # gendarmes are an armed body
    ("The gendarmes abandoned their post at Nguti.", [("withdrew", "Nguti")]),
    # strips, edges, wells and piers
    ("Troops recaptured the airstrip at Sinak on Tuesday.", [("recaptured", "Sinak")]),
    ("A force entered the eastern edge of Khiam.", []),  # whose, nobody says
    ("Soldiers entered the eastern edge of Khiam.", [("entered", "Khiam")]),
    ("The RSF have taken the wells at Bahai.", [("captured", "Bahai")]),
    ("The army took the pier of Goma back from smugglers.", [("recaptured", "Goma")]),
    # "since" between "has" and its verb
    ("The army has since taken Goma and Sake.", [("captured", "Goma, Sake")]),
    # had fallen by then
    ("KIA troops have reached Bhamo. Mansi had fallen by December 7.",
     [("captured", "Mansi")]),
    ("Hama has fallen.", [("captured", "Hama")]),
    ("Prices have fallen by Monday.", []),
    ("Shells fell on Monday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_changes(text: str, changes: list[tuple[str, str]]) -> None:
    """Each change with its places."""
    told = read_changes(text)
    assert [(c.action, ", ".join(p.as_written for p in c.places)) for c in told] == changes


def test_days_of_left_again() -> None:
    """The withdrawal has its own day, and the capture none of it; who took it lost it."""
    taken, left = read_changes("Fighters seized Sake on 2 May and left on 4 May.")
    assert (str(taken.when.start), str(left.when.start)) == ("2024-05-02", "2024-05-04")
    assert (left.loser, left.gainer) == (taken.gainer, None)
    taken, left = read_changes("On 2 May rebels took Sake before retreating on 4 May.")
    assert (str(taken.when.start), str(left.when.start)) == ("2024-05-02", "2024-05-04")


def test_lasting_days() -> None:
    """ "For two days before" says how long and not when."""
    text = "Rebels held Sake for two days before leaving on 14 November. Nine men died."
    (claim,) = read_casualties(text)
    assert str(claim.when.start) == "2024-11-14"
