"""The day of an article that states none as metadata: its own head gives it, or its file's name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

from briefing.language import split_sentences
from briefing.language.dateline import find_dateline, report_day
from briefing.language.tokens import tokenize

_HEAD = 2000  # characters among which the head stands
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def find_day(text: str, name: str) -> date | None:
    """Return the day that the dateline or a line of the head gives, else that in the file's name.

    ``name`` is the path as told: ``articles/2025-05-07-radio.txt``. None where neither has a day
    with its year.
    """
    return _day_of_head(text[:_HEAD]) or _day_of_name(PurePosixPath(name).name)


def _day_of_head(head: str) -> date | None:
    sentences = split_sentences(head)
    tokens = [tokenize(head, sentence.start, sentence.end) for sentence in sentences]
    return report_day(head, sentences, tokens, find_dateline(sentences, tokens, ()))


def _day_of_name(name: str) -> date | None:
    found = _NAMED.search(name)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None  # 2025-02-30
