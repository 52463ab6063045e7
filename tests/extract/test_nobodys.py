"""What strikes a town and is no attack."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_incidents

NONE = [
    "Kinshasa was hit by a wave of threats on Monday.",
    "Mocoa was struck by floods on Sunday.",
    "An earthquake struck Herat, killing 20 people.",
    "The camp in Maiduguri, hit by an outbreak of cholera, was closed.",
    "Cyclone Mocha hit Sittwe on Sunday.",
    "The market of Omdurman was hit by shortages.",
    "Sanctions hit the banks of Moscow on Monday.",
    # what is struck is no target, and what a camera shoots is not hurt
    "The minister struck a note of caution in Paris.",
    "Swimmers struck gold again in Sydney.",
    "The film was shot on location in Slovenia.",
    "Residents shot pictures of the ruins in Aleppo.",
    "A video shot by a nurse in Goma shows a queue.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_attacked(text: str) -> None:
    """Floods, diseases and threats are no incidents of a conflict."""
    assert read_incidents(text) == ()


ATTACKS = [
    "Kharkiv was hit by a wave of drones.",
    "The market in Goma was hit by a shell.",
    "Floods had cut the road; rebels attacked Sake on Monday.",
    "A storm of rockets hit the camp near Homs.",
    "Gunmen shot a man filming in Goma.",
    "A cameraman was shot in Goma; a video shows the street.",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_somebody_attacked(text: str) -> None:
    """What struck was a weapon, or the flood stands beside."""
    assert len(read_incidents(text)) == 1
