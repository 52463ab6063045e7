"""The data files: every example does what its rule says, and news sentences are left alone."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from briefing.articles.boilerplate import drop_boilerplate
from briefing.language.detect import detect_language


def load(name: str) -> dict[str, Any]:
    """One of the package's data files."""
    return tomllib.loads(files("briefing").joinpath(f"lexicon/{name}").read_text(encoding="utf-8"))


LINES = load("boilerplate.toml")["line"]
LANGUAGES = load("stopwords.toml")
SENTENCE = "The army left."


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: rule["example"])
def test_boilerplate_examples(rule: dict[str, Any]) -> None:
    """The example line is dropped, and cut off a sentence only where the rule says so."""
    assert drop_boilerplate([SENTENCE, rule["example"], SENTENCE]) == [SENTENCE, SENTENCE]
    glued = SENTENCE + rule["example"]
    assert drop_boilerplate([glued]) == [SENTENCE if rule.get("stuck") else glued]


@pytest.mark.parametrize(
    "sentence",
    [
        "More on the ground will die, the commander said.",  # not "More on Syria"
        "Join us or leave, the fighters told the villagers.",
        "Support us or leave, the commander said.",
        "Officials shared this on Friday.",
        "He asked people to share this with care for the families of the dead.",
        "Moscow made 12 comments on the offensive in a day.",
        "The ministry declined to post a comment on the strike.",
        "Residents read more into the silence of Damascus.",
        "Copyright of the footage could not be established.",
        "Saved",  # a heading, and not the button "Save"
        "A Broader Regional Shift",
    ],
)
def test_news_is_not_boilerplate(sentence: str) -> None:
    """A sentence that holds a footer's words stays."""
    assert drop_boilerplate([sentence]) == [sentence]


@pytest.mark.parametrize("code", LANGUAGES)
def test_language_examples(code: str) -> None:
    """Each language is recognized by one sentence."""
    assert detect_language(LANGUAGES[code]["example"]) == code


@pytest.mark.parametrize("text", ["", "Aleppo Idlib Saraqib", "16, 19, 242", "a | b"])
def test_no_language_without_words(text: str) -> None:
    """Names and numbers tell no language."""
    assert detect_language(text) is None
