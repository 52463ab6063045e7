"""Who in a sentence is a side of the fighting, who only speaks, and on whom it may tell."""

from __future__ import annotations

import pytest

from briefing.extract.implications.scoring import score_text
from briefing.extract.implications.subjects import is_third_party, names_in
from briefing.language import tokenize

SENTENCES = [
    ("Chad fears for its trade.", {"Chad"}),
    ("Syrian soldiers shelled the hill.", set()),
    ("Syria's ground troops reached the hill.", set()),
    ("Colombia's FARC rebels burnt two lorries.", set()),
    ("Hamas fired on a column.", set()),
    ("Pakistani and Afghan border guards exchanged fire.", set()),
    ("Congo's peacekeeping mission said rebels had left the hill.", set()),
    ("Warsaw said on Monday that rebels had left the hill.", set()),
    ("Warsaw said on Monday it would close the crossing.", {"Poland"}),
    ("According to the United Nations, rebels had left the hill.", set()),
    ("The column stopped north of Damascus.", set()),
    ("Iran's ground crossing has lost half of its trade.", {"Iran"}),
]


@pytest.mark.parametrize(("text", "third"), SENTENCES)
def test_third_parties(text: str, third: set[str]) -> None:
    """A state's troops, armed groups, speakers and places are no third party; a state is one."""
    assert {m.name for m in names_in(tokenize(text)) if is_third_party(m)} == third


def test_rules_of_fighting_count_among_fighters_only() -> None:
    """The same words lose points where only sides are named, and none beside a third party."""
    deed = "{} withdrew from the hill after the rebels attacked."
    among, beside = (score_text(deed.format(who)) for who in ("Syrian soldiers", "Poland"))
    assert "deed" in among.rules
    assert "deed" not in beside.rules


def test_deeds_that_tell_on_trade_are_more() -> None:
    """What fighters did to ships and shipping lines is not only of the fighting."""
    told = "Rebels attacked {} on Monday."
    here, trade = told.format("a post"), told.format("ships of two shipping companies")
    assert "deed" in score_text(here).rules
    assert "deed" not in score_text(trade).rules


BATTLE = [
    # what a side means, hopes or has sworn to do, unless a third party is named
    ("The militia plans to clear the last villages of the valley.", "sworn", True),
    ("Rebel fighters vowed to march on the capital.", "sworn", True),
    ("The garrison hopes to hold the hill until help arrives.", "sworn", True),
    ("The army plans to leave the mission, which alarms Chad.", "sworn", False),
    ("Traders hope to sell their cattle.", "sworn", False),
    # a road that shells close, supplies that are cut
    ("Fighting has closed the road to the hill.", "deed", True),
    ("A new law has closed the road to lorries.", "deed", False),
    # what may have been hit, panic at the place, ambushes that are feared
    ("The shell may have hit a clinic, the army said.", "alarm", True),
    ("Panic spread in the market.", "misery-here", True),
    ("Drivers fear ambushes on the pass.", "alarm", True),
    # posts that troops leave
    ("Soldiers abandoned two posts after the rebels cut their supplies.", "pullout", True),
    ("Investors abandoned the market.", "pullout", False),
    ("The general admitted the withdrawal of his men from Sake.", "pullout", True),
    ("Firms face the withdrawal of the bank from Mali.", "pullout", False),
]


@pytest.mark.parametrize(("text", "rule", "fires"), BATTLE)
def test_what_is_only_of_the_battle(text: str, rule: str, fires: bool) -> None:
    """Plans, vows and deeds of fighters lose points as statements of what follows for others."""
    assert (rule in score_text(text).rules) == fires
