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
    # entries without a verb of their own, labels, rows of a table
    ("Goma, Bukavu and Sake captured in one day.", [("captured", "Goma, Bukavu, Sake")]),
    ("Goma handed to the insurgents under a deal.", [("handed_over", "Goma")]),
    ("The men captured in Goma were shot.", []),
    ("Goma was the first city to fall to M23.", [("captured", "Goma")]),
    ("Goma was not the first city to fall to M23.", []),
    ("Gains by M23 this week: Sake, Minova and Bweremana.",
     [("captured", "Sake, Minova, Bweremana")]),
    ("Now under our control: Talmenes, Jarjanaz and Hish.",
     [("captured", "Talmenes, Jarjanaz, Hish")]),
    ("Still under our control: Talmenes, Jarjanaz and Hish.", []),
    ("Captured: 20 soldiers and Omar Ali.", []),
    ("Goma airport: full control.", [("captured", "Goma airport")]),
    ("Goma | North Kivu | retaken 30 January | FARDC", [("recaptured", "Goma")]),
    ("Goma | North Kivu | contested | none", []),
    # what shows who came: flags, patrols, whom residents woke to
    ("The flag of M23 was raised over the town hall of Goma.", [("captured", "Goma")]),
    ("The M23 flag now flies over Goma.", [("captured", "Goma")]),
    ("The flag was raised over Goma for the feast.", []),
    ("M23 fighters now patrol the streets of Goma.", [("captured", "Goma")]),
    ("Soldiers patrolled the streets of Goma.", []),
    ("Residents of Goma woke to find M23 fighters at the gates.", [("captured", "Goma")]),
    ("Residents of Goma woke to find the market burned.", []),
    # roads with their ends
    ("M23 cut the Sake–Goma road.", [("cut", "Sake, Goma")]),
    ("The road between Sake and Goma was cut by M23.", [("cut", "Sake, Goma")]),
    ("M23 blocked the road from Sake to Goma.", [("cut", "Sake, Goma")]),
    # what was taken and retaken; what nobody took by arms
    ("M23 took Goma and Sake on Tuesday. They were retaken by the army on Friday.",
     [("captured", "Goma, Sake"), ("recaptured", "Goma, Sake")]),
    ("The ruling party took Goma in the election.", []),
    ("In Goma, which is controlled by M23, two men died.", []),
    ("The rebels took on Monday the town of Sake.", [("captured", "Sake")]),
    # cut or surrounded by nobody who is named; not by water
    ("The road between Goma and Sake has been cut.", [("cut", "Goma, Sake")]),
    ("The road between Goma and Sake has been cut by the floods.", []),
    ("The town of Sake has been surrounded since Monday.", [("besieged", "Sake")]),
    # who stormed it, and who only raided it
    ("M23 stormed Sake on Monday.", [("entered", "Sake")]),
    ("Gunmen stormed Sake on Monday, killing two traders.", []),
    ("M23 stormed a school in Sake.", []),
    # theirs, ours; secured
    ("By Monday the town of Sake was theirs.", [("captured", "Sake")]),
    ("The fault was ours in Goma.", []),
    ("The 3rd Brigade secured Sabiid and Anole.", [("captured", "Sabiid, Anole")]),
    ("Police secured the scene in Goma.", []),
    # further lists
    ("M23 captured Sake on Monday, along with Goma and Minova.",
     [("captured", "Sake, Goma, Minova")]),
    ("Among the towns captured by M23 were Sake, Goma and Minova.",
     [("captured", "Sake, Goma, Minova")]),
    ("The following towns were taken by M23: Sake, Goma and Minova.",
     [("captured", "Sake, Goma, Minova")]),
    ("Sake, Goma, Minova have fallen back to government troops.",
     [("captured", "Sake, Goma, Minova")]),
    # the town of the change before, not what lies beside it
    ("M23 entered Sake on Monday. It took the town after a fight near Goma.",
     [("entered", "Sake"), ("captured", "Sake")]),
    # what lies in a name, who was never there
    ("The Popular Front for the Liberation of Palestine shelled Goma.", []),
    ("Humanitarian partners withdrew from Goma.", []),
    ("Rumours that the army has returned to Goma are false.", []),
    ("M23 fighters took up stations near Goma.", []),
    ("Russian troops advanced southwest of Siversk.", [("advanced", "Siversk")]),
    ("The army completed the encirclement of Sake.", [("besieged", "Sake")]),
    ("Goma's recapture by the army took a week.", [("recaptured", "Goma")]),
    # by whom, before "of"; a verb behind a plural in the middle of a sentence
    ("The seizure by M23 of Sake and Goma shocked many.", [("captured", "Sake, Goma")]),
    ("Fighting goes on in the east and the insurgents capture Sake.", [("captured", "Sake")]),
    ("The departure of French troops from Gao was completed.", [("withdrew", "Gao")]),
    ("The departure of the team from Gao was delayed.", []),
    ("M23 entered Congo's city Goma.", [("entered", "Goma")]),
    ("Israeli forces pulled out of Maroun al-Ras.", [("withdrew", "Maroun al-Ras")]),
    ("Rebels cut off phone lines in Goma.", []),
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


def test_what_was_not_taken_is_a_denial() -> None:
    """ "M23 has not captured Sake": a denial by who says so; without a source it says nothing."""
    (claim,) = read_changes("M23 has not captured Sake, the army said.")
    assert (claim.certainty, claim.gainer) == ("denied", "M23")
    assert claim.attribution.source_original == "army"
    assert read_changes("M23 has not captured Sake.") == ()


def test_who_announces_a_withdrawal_leaves() -> None:
    """ "Announced its withdrawal", and who was left the place."""
    (claim,) = read_changes("The army announced its withdrawal from Sake.")
    assert (claim.action, claim.loser) == ("withdrew", "army")
    (claim,) = read_changes("The army withdrew from Sake, leaving it to M23.")
    assert (claim.gainer, claim.loser) == ("M23", "army")


def test_to_whom_a_town_fell_or_was_lost() -> None:
    """Behind a noun "to" says who has it now."""
    for text in (
        "The fall of Sake to M23 was a blow.",
        "The army confirmed the loss of Sake to M23.",
        "The army lost control of Sake to M23.",
        "The handover of Sake to M23 went on.",
    ):
        (claim,) = read_changes(text)
        assert claim.gainer == "M23", text
