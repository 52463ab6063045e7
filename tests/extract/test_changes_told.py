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
    # forced to go, driven out by somebody, able to take
    ("M23 forced the army to withdraw from Sake.", [("withdrew", "Sake")]),
    ("The army was driven out of Sake by M23.", [("captured", "Sake")]),
    ("M23 rebels were able to take Sake.", [("captured", "Sake")]),
    ("M23 rebels would be able to take Sake.", []),
    # who holds a place now, and who has for years
    ("M23 now controls Sake.", [("captured", "Sake")]),
    ("M23, which now controls Sake, was formed in 2012.", []),
    ("M23 have controlled Sake for three years.", []),
    ("Sake is under the full control of M23.", [("captured", "Sake")]),
    ("Sake woke on Monday under the control of M23.", [("captured", "Sake")]),
    ("The towns of Sake and Goma are now in the hands of M23.", [("captured", "Sake, Goma")]),
    ("Sake has been under the control of M23 since last year.", []),
    ("Control of Sake changed hands on Monday.", [("captured", "Sake")]),
    ("Prices and control of the bank changed hands.", []),
    # headlines
    ("Army Withdraw From Sake\n\nThe town is big.", [("withdrew", "Sake")]),
    ("M23 Recapture Sake\n\nThe town is big.", [("recaptured", "Sake")]),
    ("Breaking: M23 fighters storm into Sake\n\nThe town is big.", [("entered", "Sake")]),
    ("M23 in Control of Sake\n\nThe town is big.", [("captured", "Sake")]),
    ("Goma and Sake in M23 hands\n\nThe towns are big.", [("captured", "Goma, Sake")]),
    # given back, cut off, cleared by whoever walks in
    ("The militia turned Sake over to the army.", [("handed_over", "Sake")]),
    ("The militia encircled Sake, cutting it off.", [("besieged", "Sake")]),
    ("The soldiers fell back from Sake.", [("withdrew", "Sake")]),
    ("The army brought Sake under its control.", [("captured", "Sake")]),
    # had fallen by then
    ("KIA troops have reached Bhamo. Mansi had fallen by December 7.",
     [("advanced", "Bhamo"), ("captured", "Mansi")]),
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
