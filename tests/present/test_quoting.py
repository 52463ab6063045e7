"""A source's words in the brief's quotation marks."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.lexicon import examples
from briefing.present.quoting import as_quoted, without_dateline, without_speaker


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Prices could double," he said', "‘Prices could double,’ he said"),  # straight
        ("He calls it “a risk”", "He calls it ‘a risk’"),  # curly
        ("It’s the army's loss", "It’s the army's loss"),  # an apostrophe is none
        ("GOMA - The UN left.", "The UN left."),
        ("MINOVA, Democratic Republic of Congo — Rebels came.", "Rebels came."),
        ("KYIV (Agency) – Power failed.", "Power failed."),
        ("Goma, 3 May 24 (Some News Agency) -- [Text] Rebels left.", "Rebels left."),
        ("Goma - the town that fell - is calm.", "Goma - the town that fell - is calm."),
        ("HTS-led forces may attack.", "HTS-led forces may attack."),  # a name with a hyphen
        ("BENI, Democratic Republic of Congo (AFP) -Nine died.", "Nine died."),
        ("UN - led talks may fail.", "UN - led talks may fail."),  # an acronym is no dateline
        ("The road - the last one - is cut.", "The road - the last one - is cut."),
    ],
)
def test_words_stand_in_one_pair_of_marks(text: str, quoted: str) -> None:
    """Marks inside become single ones; a dateline goes; nothing else changes."""
    assert as_quoted(text) == quoted


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("The bank may fail, two diplomats said", "The bank may fail"),
        ("He said the bank may fail", "He said the bank may fail"),  # not at the end
        ("The bank may fail, and nobody has said", "The bank may fail, and nobody has said"),
    ],
)
def test_who_speaks_is_not_said_twice(quote: str, kept: str) -> None:
    """What the brief says before a quote is left out behind it."""
    assert without_speaker(quote) == kept


@pytest.mark.parametrize(("rule", "entry"), examples("quoting"))
def test_the_rules_hold_their_examples(rule: str, entry: dict[str, Any]) -> None:
    """Each rule of the lexicon does what its example says."""
    shorten = without_speaker if rule.endswith("speaker") else without_dateline
    assert shorten(entry["example"]["quote"]) == entry["example"]["kept"]
