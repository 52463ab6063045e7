"""What a PDF or Word file says of itself, without what programs write there by themselves."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from briefing.lexicon import load


def stated(value: object, what: Literal["title", "author"]) -> str | None:
    """The value as one line of text; None where it is empty or nobody wrote it."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return None if _by_programs(what).fullmatch(text) else text


@cache
def _by_programs(what: str) -> re.Pattern[str]:
    return re.compile(load("documents")[what]["pattern"], re.IGNORECASE)
