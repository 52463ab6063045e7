"""Who says what of an event: every voice with its figure, and what that figure was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefing.ledger.codebook import Row
from briefing.lexicon import load
from briefing.resolve.comparable import is_counted, top_of
from briefing.rows import shown_count
from briefing.wording import window

_NAMED = 4  # voices of one figure that are told by name


@dataclass(frozen=True)
class Said:
    """One voice's last word on an event; ``was``: what it said before, the newest last."""

    voice: str
    toll: Row
    was: tuple[str, ...]
    wider: bool  # its count covers more days than the event

    @property
    def figure(self) -> int:
        """The number that is compared; 0 where the voice gives none."""
        return top_of(self.toll)

    @property
    def words(self) -> str:
        """``OCHA ≥ 12 (26–28 Nov)``: with its days where they are not the event's."""
        days = window(self.toll["date_start"], self.toll["date_end"]) if self.wider else ""
        return f"{self.voice} {shown_count(self.toll)}{f' ({days})' if days else ''}"


def who_says_what(event: Row, tolls: Mapping[str, Row]) -> list[Said]:
    """Every claimant of an event with the toll it stands by, lowest figure first."""
    told = zip(event["claimants"], event["toll_ids"], strict=False)
    return [
        Said(voice, tolls[toll], tuple(_was(event, voice)), _is_wider(tolls[toll], event))
        for voice, toll in told
        if toll in tolls
    ]


def tell_voices(said: Iterable[Said]) -> list[str]:
    """Who says so, with each figure where they differ or cover other days, and what it was before.

    Of many that give one figure the first few are named and the others counted.
    """
    said = list(said)
    plain = not differ(said) and not any(one.wider for one in said)
    told: list[str] = []
    for _, same in groupby(said, key=lambda one: one.figure):
        alike = list(same)
        named = alike if len(alike) <= _NAMED else alike[: _NAMED - 1]
        told += [_told(one, plain=plain) for one in named]
        if len(named) < len(alike):
            figure = "" if plain else f" {shown_count(alike[-1].toll)}"
            told.append(f"{len(alike) - len(named)} more{figure}")
    return told


def _told(one: Said, *, plain: bool) -> str:
    denies = [load("events")["denials"]["words"]] if one.toll.get("certainty") == "denied" else []
    aside = "".join(f" ({told})" for told in (*one.was[-1:], *denies))
    return (one.voice if plain else one.words) + aside


def _was(event: Row, voice: str) -> Iterable[str]:
    head = f"{voice}: "
    return (text.removeprefix(head) for text in event["superseded"] if text.startswith(head))


def _is_wider(toll: Row, event: Row) -> bool:
    if toll["date_start"] is None or event["date_start"] is None:
        return False
    days = toll["date_end"] - toll["date_start"]
    return bool(days > event["date_end"] - event["date_start"])


def differ(said: Iterable[Said]) -> bool:
    """Whether two voices give different numbers."""
    return len({one.figure for one in said if is_counted(one.toll)}) > 1
