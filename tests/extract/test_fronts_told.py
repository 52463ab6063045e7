"""How fronts are told: how long it took, who is inside, who gave up, what is only denied."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_changes

# the sentence, and of each change its places, action, gainer and loser
TOLD = [
    # how long it took: whoever took so long did it
    (
        "It took three weeks for the army to recapture Kosti.",
        [("Kosti", "recaptured", "army", None)],
    ),
    (
        "It took the rebels only four days to seize Bukavu.",
        [("Bukavu", "captured", "rebels", None)],
    ),
    ("The army took ten days to retake Kosti.", [("Kosti", "recaptured", "army", None)]),
    ("It will take the army months to retake Kosti.", []),
    ("It took courage to enter Kosti, a nurse said.", []),
    # the object stands behind from what or whom
    (
        "The army liberated from occupation the towns of Kosti and Rabak.",
        [("Kosti, Rabak", "captured", "army", None)],
    ),
    (
        "Rebels captured from the army the towns of Kosti and Rabak.",
        [("Kosti, Rabak", "captured", "Rebels", "army")],
    ),
    # whence somebody is driven is not driven out
    (
        "The army drove the rebels from Kosti and two villages.",
        [("Kosti", "captured", "army", "rebels"), ("", "captured", "army", "rebels")],
    ),
    # a participle ahead has the subject of the main clause
    ("After losing Kosti, the army regrouped.", [("Kosti", "captured", None, "army")]),
    (
        "Having taken Kosti, the militia moved on Rabak.",
        [("Kosti", "captured", "militia", None), ("Rabak", "advanced", "militia", None)],
    ),
    # from whom control passed
    (
        "Control over Kidal has passed from the rebels to the army.",
        [("Kidal", "captured", "army", "rebels")],
    ),
    # who is inside now; along a border or near a town is not in it
    ("Soldiers took up positions in Kosti.", [("Kosti", "entered", "Soldiers", None)]),
    ("Soldiers moved into Kosti at dawn.", [("Kosti", "entered", "Soldiers", None)]),
    ("Rebels are now inside Kosti.", [("Kosti", "entered", "Rebels", None)]),
    ("Rebels are now in the centre of Kosti.", [("Kosti", "entered", "Rebels", None)]),
    ("Soldiers took up positions along the border with Chad.", []),
    ("The minister took up his post in Kosti.", []),
    ("Volunteers took up positions in Kosti for the race.", []),
    ("Families moved into Kosti after the rains.", []),
    ("Nurses are now inside Kosti.", []),
    # who gave up
    (
        "The garrison of Kosti surrendered to the militia.",
        [("Kosti", "captured", "militia", None)],
    ),
    ("The army surrendered the town of Kosti.", [("Kosti", "withdrew", None, "army")]),
    ("The army surrendered its weapons in Kosti.", []),
    # of whoever admits a loss it is their own
    ("The army confirmed the loss of Kosti.", [("Kosti", "captured", None, "army")]),
    # what has come to an end, and is only no longer so for somebody else
    ("The army no longer controls Kosti.", [("Kosti", "captured", None, "army")]),
    ("Rebels no longer hold the town of Kosti.", [("Kosti", "captured", None, "Rebels")]),
    ("Kosti slipped from the army's grip.", [("Kosti", "captured", None, "army")]),
    ("The company no longer controls the port of Kosti.", []),
    ("The army would no longer control Kosti.", []),
    # who is backed by whom took it
    ("Backed by jets, the army took Kosti.", [("Kosti", "captured", "army", None)]),
    ("Armed with rifles, the rebels seized Kosti.", [("Kosti", "captured", "rebels", None)]),
    # "now" behind the hands
    ("Kosti is in rebel hands now.", [("Kosti", "captured", "rebels", None)]),
    ("Kosti is in rebel hands.", []),
    # back to a place is not towards it
    ("The army pushed the rebels back to Kosti.", []),
    ("The army pushed on to Kosti.", [("Kosti", "advanced", "army", None)]),
    # a participle ahead without a comma
    (
        "By taking Kosti the militia opened the way to the dam.",
        [("Kosti", "captured", "militia", None)],
    ),
    # who flees, who never held it, and who only kneels
    ("The army was routed from Kosti by the militia.", [("Kosti", "captured", "militia", "army")]),
    ("The bank withdrew from Kosti.", []),
    ("Kosti fell to its knees after the flood.", []),
    # a grip or a foothold that is lost or gained; ground is no place
    ("The militia lost its grip on Kosti.", [("Kosti", "captured", None, "militia")]),
    ("The party lost its grip on Kosti in the vote.", []),
    ("The militia lost ground near Kosti.", []),
    ("The rebels gained a foothold in Kosti.", [("Kosti", "entered", "rebels", None)]),
    ("The bank gained a foothold in Kosti.", []),
    # who is leaving, to whom, and what is only left so
    ("Soldiers were leaving Kosti.", [("Kosti", "withdrew", None, "Soldiers")]),
    ("The army left Kosti to the militia.", [("Kosti", "withdrew", "militia", "army")]),
    ("The army abandoned Kosti to the rebels.", [("Kosti", "withdrew", "rebels", "army")]),
    ("The army left Kosti in ruins.", []),
    ("The army left Kosti in a convoy.", [("Kosti", "withdrew", None, "army")]),
    ("Soldiers left roads mined near Kosti.", []),
    # a participle ahead is no subject, "then" goes on with the one before
    (
        "Compounding the setback, rebels seized the village of Kosti.",
        [("Kosti", "captured", "rebels", None)],
    ),
    (
        "Rebels captured Kosti on 8 May, then lost it on Monday.",
        [("Kosti", "captured", "Rebels", None), ("Kosti", "captured", None, "Rebels")],
    ),
    # whom the gainer drove out lost it
    (
        "Rebels seized the village of Kosti after driving out soldiers.",
        [("Kosti", "captured", "Rebels", "soldiers")],
    ),
    # what a state's unit had is its own again
    (
        "The army recaptured the headquarters of the 17th Infantry Division in Kosti.",
        [("Kosti", "recaptured", "army", None)],
    ),
    (
        "The militia captured the headquarters of the 17th Infantry Division in Kosti.",
        [("Kosti", "captured", "militia", "17th Infantry Division")],
    ),
    ("Analysts confirmed the loss of Kosti.", [("Kosti", "captured", None, None)]),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_fronts(text: str, told: list[tuple[str, str, str | None, str | None]]) -> None:
    """Who took or left what is read behind "it took", ahead of a comma and behind "from"."""
    found = [
        (", ".join(place.name for place in c.places), c.action, c.gainer, c.loser)
        for c in read_changes(text)
    ]
    assert found == told


DENIED = [
    # a clause follows: it is what is denied
    ("The army denied it had lost Kosti.", "denied"),
    ("The militia denied it had withdrawn from Kosti.", "denied"),
    ("The army denied that it had lost Kosti.", "denied"),
    # "lies" do not speak
    ("The army dismissed as lies reports that Kosti had fallen.", "denied"),
    # "claims to have" is a verb, "claims to the island" is none
    ("The army claims to have retaken Kosti.", "claimed"),
    # no clause follows: what was said before is disputed
    ("Rebels said they had taken Kosti; the army denied it.", "contested"),
    ("Rebels said they had taken Kosti, but the army denied it on Monday.", "contested"),
]


@pytest.mark.parametrize(("text", "certainty"), DENIED)
def test_denied_it_had(text: str, certainty: str) -> None:
    """ "Denied it had lost A" denies a loss; "denied it" disputes what stands before."""
    [claim] = read_changes(text)
    assert claim.certainty == certainty
