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
