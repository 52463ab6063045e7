"""Lines that a page puts around an article: comment counts, share buttons, newsletter offers.

The lines are data: ``lexicon/boilerplate.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefing.articles.prose import is_heading

_TRIMMINGS = r"[^\w.!?]*"  # "Related stories »"; a full stop would make it a sentence


@dataclass(frozen=True)
class Lines:
    """Three readings of the same file: whole lines, list openers, footers stuck to a sentence."""

    whole: re.Pattern[str]
    opens_list: re.Pattern[str]
    stuck: re.Pattern[str]


@cache
def load_lines() -> Lines:
    """Read ``lexicon/boilerplate.toml``."""
    source = files("briefing").joinpath("lexicon/boilerplate.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(source)["line"]
    stuck = _either(rule for rule in rules if rule.get("stuck"))
    return Lines(
        whole=_compile(rf"{_either(rules)}{_TRIMMINGS}"),
        opens_list=_compile(
            rf"{_either(rule for rule in rules if rule.get('opens_list'))}{_TRIMMINGS}"
        ),
        stuck=_compile(rf"(?<=[.!?”\"’'])\s*{stuck}$"),
    )


def _either(rules: Iterable[dict[str, str]]) -> str:
    return "(?:" + "|".join(rule["pattern"] for rule in rules) + ")"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def drop_boilerplate(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without footers; what an article says in a sentence is kept.

    A line such as "Related stories" takes the headlines under it along, up to the next sentence.
    """
    lines = load_lines()
    kept: list[str] = []
    in_list = False
    for paragraph in paragraphs:
        if lines.whole.fullmatch(paragraph):
            in_list = bool(lines.opens_list.fullmatch(paragraph))
        elif not (in_list and is_heading(paragraph)):
            in_list = False
            kept.append(lines.stuck.sub("", paragraph))
    return kept
