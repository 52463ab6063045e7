"""The same matter as deed, vow, plan, alarm, talk, relief, effect, judgement, fear and outlook.

Whether a sentence states an implication must depend on what it says and neither on who fights
whom nor on where in the text it stands.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.models import Article

TABLE = tomllib.loads(Path(__file__).with_name("contrasts.toml").read_text(encoding="utf-8"))
WARS: dict[str, dict[str, str]] = TABLE["wars"]
COMPANY = "{state}'s exports have collapsed since the war began."  # so that the text is read at all


def is_stated(sentence: str, *, last: bool) -> bool:
    """Whether the sentence is taken for an implication beside one that is, before or after it."""
    company = COMPANY.format(state="Norway")
    text = f"{company} {sentence}" if last else f"{sentence} {company}"
    start = text.index(sentence)
    claims = extract(Article("a1", "a1.txt", text, "00")).implications
    assert any(company in claim.quote for claim in claims)
    return any(start <= claim.start < start + len(sentence) for claim in claims)


def frames(table: str) -> list[str]:
    return [frame for frames in TABLE[table].values() for frame in frames]


def wrong(frame: str, *, expected: bool) -> list[str]:
    """The sentences made of a frame that are read the other way, last and first in turn."""
    written = [frame.format(**names) for names in WARS.values()]
    sentences = [sentence[:1].upper() + sentence[1:] for sentence in written]
    return [
        sentence
        for at, sentence in enumerate(sentences)
        if is_stated(sentence, last=at % 2 == 0) is not expected
    ]


@pytest.mark.parametrize("frame", frames("none"))
def test_what_fighters_do_and_swear_is_none(frame: str) -> None:
    """Deeds, vows, plans, alarms, talk, relief and history state no implication in any war."""
    assert wrong(frame, expected=False) == []


@pytest.mark.parametrize("frame", frames("stated"))
def test_what_it_brings_to_others_is_one(frame: str) -> None:
    """Effects, judgements, fears, plans and outlook for a third state are found in every war."""
    assert wrong(frame, expected=True) == []
