"""Explanations: each part of a claim with how it was read, and what was seen and left."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract_document
from briefing.extract.analysis import analyse
from briefing.extract.explain import explain, origin, rules_of, title_of
from briefing.extract.implications.scoring import score_text
from briefing.extract.passed_over import find_passed_over
from briefing.language.document import Document
from briefing.lexicon import examples, find_rule
from briefing.models import Article, Claim, Extraction

DAY = date(2024, 11, 29)


def read(text: str) -> tuple[Document, Extraction]:
    """A text published on a Friday, analysed and extracted."""
    document = analyse(Article("a1", "a1.txt", text, "00", published=DAY))
    return document, extract_document(document)


def parts_of(claim: Claim) -> dict[str, str]:
    """How each part of a claim was read."""
    return {part.name: part.read_as for part in explain(claim)}


def test_casualty_is_told_in_parts() -> None:
    """A count has its bounds, a date its precision, a place what it is."""
    text = "Rebels killed up to 12 herders near Bamako on Tuesday, the Red Cross said."
    claim = read(text)[1].casualties[0]
    parts = parts_of(claim)
    assert title_of(claim) == "killed: ≤ 12 herders"
    assert parts["count"] == "at most, low open, best open, high 12"
    assert parts["people"] == "herders, civilians"
    assert parts["where"].startswith("near Bamako, settlement")
    assert parts["who says so"] == "Red Cross, medical source, cue “said”"
    assert parts["when"].startswith("26 Nov 2024, counted from the day of publication")


BLAMED = [
    ("Rebels killed two guards.", "Rebels, told with the event"),
    ("A bomb killed two guards. The attack was claimed by al-Shabaab.", "al-Shabaab, held respons"),
    ("Rebels raided the post. Two guards were killed.", "Rebels, attacked before"),
    ("Two guards were killed.", "not said"),
]


@pytest.mark.parametrize(("text", "by"), BLAMED)
def test_perpetrator_says_why(text: str, by: str) -> None:
    """Who did it comes with the way in which the text says so."""
    assert parts_of(read(text)[1].casualties[0])["by"].startswith(by)


def test_change_is_told_in_parts() -> None:
    """A territorial change says who gained, who lost and what was taken."""
    claim = read("The army recaptured 12 villages from the rebels.")[1].territory[0]
    parts = parts_of(claim)
    assert (parts["trigger"], parts["gainer"], parts["loser"]) == ("recaptured", "army", "rebels")
    assert parts["taken"] == "exactly 12, villages"
    assert parts["where"] == "not said"


def test_points_of_an_implication_are_those_that_counted() -> None:
    """The points shown are the sentence's own: those of its rules and of its names."""
    text = "Officials fear that the war in Sudan could destabilise Chad and block food aid."
    claim = read(text)[1].implications[0]
    assert parts_of(claim)["points"] == f"{score_text(text).points:g}, of 3 needed"
    rules = [part for part in explain(claim) if part.name == "rule"]
    assert len(rules) == len(rules_of(claim))
    assert all(part.words for part in rules)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Kherson. Four people died.", "the sentence before"),
        ("GOMA — Shells fell on a bus. Smoke rose. Four people died.", "the dateline"),
        ("Four people died in Kherson.", ""),
    ],
)
def test_inherited_words_say_where_they_stand(text: str, expected: str) -> None:
    """Words from outside the claim's sentence say in which sentence they stand."""
    document, extraction = read(text)
    claim = extraction.casualties[0]
    (place,) = (reason for reason in claim.because if reason.role == "place")
    assert origin(document, claim, place) == expected


@pytest.mark.parametrize("name", ["casualties", "territory", "implications", "summary"])
def test_every_rule_is_found_again(name: str) -> None:
    """The rule that a claim names is an entry of a lexicon, with its example."""
    claims = [
        claim
        for _, entry in examples(name)
        for extraction in (read(entry["example"])[1],)
        for claim in (*extraction.casualties, *extraction.territory, *extraction.implications)
    ]
    lost = {rule for claim in claims for rule in rules_of(claim) if find_rule(rule) is None}
    assert (lost, bool(claims)) == (set(), True)


LEFT = [
    ("The army did not capture the town of Bama.", "did not capture", "negated"),
    ("The strike could kill two men.", "could kill", "possible"),
    ("The militia planned to kill ten guards.", "kill", "an aim, a plan"),
    ("If the rebels kill two guards, the talks will end.", "kill", "a condition"),
    ("Did the rebels kill two guards?", "kill", "a question"),
    ("The disease killed trust.", "killed", "no people or place"),
    ("The traders fear a wet year.", "traders", "no subject, or alone in its article"),
]


@pytest.mark.parametrize(("text", "words", "reason"), LEFT)
def test_seen_and_left(text: str, words: str, reason: str) -> None:
    """A trigger that made no claim is told with its reason."""
    told = find_passed_over(*read(text))
    assert any(words in text[one.start : one.end] and reason in one.reason for one in told)


def test_what_made_a_claim_is_not_left() -> None:
    """Where every trigger made a claim nothing was left."""
    assert find_passed_over(*read("Rebels killed ten guards and captured Bama.")) == []


def test_all_places_of_a_count_are_told() -> None:
    """A count of several places has each of them, and a day counted from another says so."""
    text = "Two men died in Sake on Monday. A day later shells killed nine people in Goma and Sake."
    parts = parts_of(read(text)[1].casualties[-1])
    assert parts["where"] == (
        "Goma, settlement, North Kivu, CD, exact; Sake, settlement, North Kivu, CD, exact"
    )
    assert parts["when"].startswith("26 Nov 2024, counted from another day that the text tells")
