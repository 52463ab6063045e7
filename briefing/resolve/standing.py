"""Each voice's last word, what it replaced, and how many voices are independent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing import wording
from briefing.actors import fights_for
from briefing.lexicon import load, word_set
from briefing.resolve.bodies import bodies_in
from briefing.resolve.telling import Telling
from briefing.rows import shown_count


@dataclass(frozen=True)
class Standing:
    """The tellings of an event: those that stand, and those that their own voice replaced."""

    now: tuple[Telling, ...]  # lowest figure first
    before: tuple[Telling, ...]

    @property
    def voices(self) -> list[str]:
        """Who gives a figure that stands, lowest first; whom a text names before the outlets."""
        return list(dict.fromkeys(telling.voice for telling in self.speaking))

    @property
    def speaking(self) -> list[Telling]:
        """Those who give a figure; where nobody does, all who tell it."""
        return self.counted or list(self.now)

    @property
    def independent(self) -> int:
        """How many independent voices give a figure."""
        return count_independent(self.speaking)

    @property
    def last_words(self) -> tuple[Telling, ...]:
        """One telling per voice, in the order of the voices, then the same figures told again."""
        last: dict[str, Telling] = {}
        for telling in sorted(self.speaking, key=_recency):
            last[telling.voice] = telling
        first = [last[voice] for voice in self.voices]
        return (*first, *(telling for telling in self.now if telling not in first))

    @property
    def counted(self) -> list[Telling]:
        return [telling for telling in self.now if telling.counted]


def take_last_words(tellings: Iterable[Telling]) -> Standing:
    """Let a later telling of the same voice replace an earlier one with another figure.

    Later: first published later, else of a later last day, else the higher. Different voices never
    replace each other, unless one tells that the toll has risen: lower counts published before are
    what it rose from, but not those of whoever is blamed. A telling without a number replaces none,
    and none replaces it.
    """
    by_voice: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_voice.setdefault(telling.voice, []).append(telling)
    now: list[Telling] = []
    before: list[Telling] = []
    for told in by_voice.values():
        told.sort(key=_recency)
        last = told[-1]
        for telling in told:
            stands = not telling.counted or telling.figure[1] == last.figure[1]
            (now if stands else before).append(telling)
    risen = [telling for telling in now if telling.risen]
    early = [telling for telling in now if any(_rose_from(telling, later) for later in risen)]
    before += early
    now = [telling for telling in now if telling not in early]
    return Standing(
        tuple(sorted(now, key=_size)),
        tuple(sorted(before, key=_recency)),
    )


def _rose_from(telling: Telling, later: Telling) -> bool:
    """Whether a count was told before the one to which the toll has risen, and is lower."""
    if not telling.counted or telling.figure[1] >= later.figure[1]:
        return False
    blamed = telling.blamed or later.blamed
    party = blamed is not None and fights_for(blamed) == fights_for(telling.voice)
    return telling.first < later.first < date.max and not party


def _recency(telling: Telling) -> tuple[object, ...]:
    end = telling.days[1].toordinal() if telling.days else 0
    known = telling.first.year < 9999  # noqa: PLR2004 - an article without a day is no news
    first = telling.first.toordinal() if known else 0
    return (
        telling.counted,
        max(first, end) if not known else first,
        end,
        telling.figure[1],
        telling.order,
    )


def _size(telling: Telling) -> tuple[object, ...]:
    return not telling.counted, telling.figure[1], not telling.origin, telling.voice, telling.order


def count_independent(now: Iterable[Telling]) -> int:
    """How many independent voices stand behind an event.

    One claimant told by two outlets is one, two who say it together are two. An outlet that gives,
    in its own voice, the figure of a named claimant adds none; nor do bodies of one house with the
    same figure.
    """
    credible = [telling for telling in now if telling.credible]
    voices = {
        (_house(voice), t.figure[1]) if _house(voice) != voice else (voice, 0)
        for t in independent(credible)
        for voice in (bodies_in(t.voice) if t.origin else (t.voice,))
    }
    return len(voices)


def independent(tellings: Sequence[Telling]) -> list[Telling]:
    """Those who say so by their own name, and outlets that speak for themselves.

    "A medical group", "local reports" with the figure of somebody who has a name may be his.
    """
    best: dict[int, int] = {}
    for telling in tellings:
        best[telling.figure[1]] = max(_named(telling), best.get(telling.figure[1], 0))
    return [telling for telling in tellings if _named(telling) == best[telling.figure[1]]]


def _named(telling: Telling) -> int:
    """How well it is known who says so: the outlet itself, somebody it tells of, a name."""
    return 0 if not telling.origin else 1 if _is_nameless(telling.voice) else 2


def _is_nameless(voice: str) -> bool:
    """ "Local medical group", "initial reports": of whom nobody can be asked."""
    words = voice.lower().split()
    bare = voice.islower() or len(words) == 1
    return bare and words[-1] in word_set("events", "voices", "nameless")


def _house(voice: str) -> str:
    return _houses().get(voice, voice)


@cache
def _houses() -> dict[str, str]:
    houses: list[list[str]] = load("events")["voices"]["houses"]
    return {body: f"{house[0]} bodies" for house in houses for body in house}


def _counted_on(telling: Telling) -> date | None:
    if telling.scope == "incident" and telling.first < date.max:
        return telling.first
    return telling.days[1] if telling.days else None


def tell_replaced(before: Iterable[Telling]) -> list[str]:
    """Earlier figures in words, each with its day: ``SOHR: was 15 on 28 Nov``.

    Of a running total that is the last day it counts, of an incident the day it was published on.
    """
    first: dict[tuple[str, str], str] = {}
    for telling in before:
        when = f" on {wording.day(on)}" if (on := _counted_on(telling)) else ""
        was = f"{telling.voice}: was {shown_count(telling.toll)}"
        first.setdefault((telling.voice, was), was + when)
    return list(first.values())
