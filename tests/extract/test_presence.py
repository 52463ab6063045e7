"""States that are no changes, and who is said to be still where they say they left."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_changes

STATES = [
    # a state of long standing is no change, whoever tells it
    "Residents said M23 was still there.",
    "Witnesses said RSF fighters still controlled the town of Bara.",
    "The M23 rebels still control Goma and Bukavu.",
    "Officials said Pokrovsk was still under Ukrainian control.",
]


@pytest.mark.parametrize("text", STATES)
def test_states(text: str) -> None:
    """Who is still somewhere, or still controls it, has taken nothing."""
    assert read_changes(text) == ()


DENIALS = [
    # text, who denies the withdrawal in which words
    (
        "M23 said it had withdrawn from Sake. Residents said the rebels were still in the town.",
        ("residents", "were still in the town"),
    ),
    (
        "Rwanda says its troops have withdrawn from Goma, but monks said they were still there.",
        ("monks", "were still there"),
    ),
    (
        "The army withdrew from Kidal, it said, but monks said soldiers remained in Kidal.",
        ("monks", "remained in Kidal"),
    ),
    (
        "Azerbaijan said its troops had withdrawn from Berdavan. Armenia's ministry said "
        "Azerbaijani forces had not left the village.",
        ("Armenia's ministry", "had not left the village"),
    ),
    (
        "The RSF has withdrawn from Bara, it said. Residents reached by phone said the "
        "paramilitaries remained in the town.",
        ("residents", "remained in the town"),
    ),
    # somebody else, elsewhere, a few of them
    ("M23 withdrew from Walikale. Aid workers were still in the town.", None),
    ("M23 withdrew from Walikale. The rebels remained in Masisi.", None),
    ("M23 withdrew from Walikale. Some 20 fighters remained in the town.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denied"), DENIALS)
def test_denied_withdrawals(text: str, denied: tuple[str, str] | None) -> None:
    """Who says that they are still there denies the withdrawal, as a claim of its own."""
    withdrawal, *others = read_changes(text)
    assert withdrawal.action == "withdrew"
    assert withdrawal.certainty != "denied"
    told = [(c.attribution.source_original, c.certainty_words) for c in others]
    assert told == ([denied] if denied else [])
    for other in others:
        assert (other.certainty, other.action, other.places, other.loser) == (
            "denied", "withdrew", withdrawal.places, withdrawal.loser,
        )  # fmt: skip


OWN_FIGHTERS = [
    # text, who gained the last place
    ("Somalia's al-Shabaab said its fighters had recaptured Adale.", "al-Shabaab"),
    (
        "The RSF shelled Bara, residents said. The group said it had captured Bara.",
        "Rapid Support Forces",
    ),
    ("M23 took Minova, officials said. The group said its men had seized Sake.", "M23"),
    ("In Congo, M23 said they had seized Minova. They also took Bweremana.", "M23"),
    ("The Arakan Army said in a statement on Myanmar: “Our troops seized Paletwa.”", "Arakan Army"),
    (
        "A statement by the ADF in Uganda said “our fighters took Kamango”.",
        "Allied Democratic Forces",
    ),
]


@pytest.mark.parametrize(("text", "gainer"), OWN_FIGHTERS)
def test_whose_fighters(text: str, gainer: str) -> None:
    """Whose "our men", "its fighters" and "they" are: the armed group's and not the country's."""
    assert read_changes(text)[-1].gainer == gainer
