"""How far an event may be trusted, by the rule in ``lexicon/events.toml`` (Airwars' wording)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import wording
from briefing.actors import fights_for
from briefing.lexicon import load
from briefing.resolve.blame import told_responsible
from briefing.resolve.standing import Standing, independent
from briefing.resolve.telling import Telling
from briefing.resolve.tolls import DISPUTED


def grade_event(standing: Standing, deniers: Sequence[str] = ()) -> tuple[str, str]:
    """Return the grade of an event and the reason for it in words: the first rule that fits.

    ``deniers``: who are blamed and deny the attack without a word on its victims.
    """
    rules = {rule["name"]: rule["words"] for rule in load("events")["grade"]}
    voices = independent_names(standing)
    for name, check in _CHECKS.items():
        who = check(standing) or (name == "contested" and _disputed(deniers))
        if who:
            return name, rules[name].format(who=who, n=standing.independent)
    words = rules["weak"] if standing.independent else load("events")["no_voice"]["words"]
    return "weak", words.format(who=wording.listed(voices))


def independent_names(standing: Standing) -> list[str]:
    """Those who say so by their own name, and outlets that speak for themselves."""
    return list(dict.fromkeys(t.voice for t in independent(standing.speaking)))


def _denied(standing: Standing) -> str:
    if any(telling.toll["certainty"] != "denied" for telling in standing.now):
        return ""
    return wording.listed(standing.voices)


def _accepted(standing: Standing) -> str:
    """The party that says it did it: of combatants that would be a boast and is not asked."""
    accepting = (who for telling in standing.now if (who := _accepting(telling)))
    return next(accepting, "")


def _accepting(telling: Telling) -> str | None:
    toll = telling.toll
    if not toll["perpetrator"] or toll["victim_group"] == "combatants":
        return None
    if toll["certainty"] in DISPUTED:
        return None  # "Rwanda denied that its troops had killed 12 civilians"
    says_so = telling.origin and is_one_side(telling.voice, toll["perpetrator"])
    return telling.voice if says_so else telling.accepted


def is_one_side(a: str, b: str) -> bool:
    """Whether two names are of one side: "Kremlin", "Russian forces" and Russia."""
    return fights_for(a).casefold() == fights_for(b).casefold()


def _competing(standing: Standing) -> str:
    blamed: dict[str, list[str]] = {}
    for telling, name in told_responsible(standing.now):
        blamed.setdefault(name, []).append(telling.voice)
    if len(blamed) > 1 and len({voice for voices in blamed.values() for voice in voices}) > 1:
        told = (f"{_few(voices)} {_verb(voices)} {side}" for side, voices in sorted(blamed.items()))
        return f"responsibility is disputed: {wording.listed(told)}"
    unsure = {
        how: [t.voice for t in standing.now if t.toll["certainty"] == how] for how in DISPUTED
    }
    if unsure["contested"] and not unsure["denied"]:
        return f"said by {_few(unsure['contested'])} and disputed"
    return _disputed(unsure["denied"])


def _disputed(deniers: Sequence[str]) -> str:
    return f"disputed by {_few(deniers)}" if deniers else ""


def _verb(voices: list[str]) -> str:
    return "names" if len(set(voices)) == 1 else "name"


def _few(voices: Sequence[str]) -> str:
    return wording.listed(dict.fromkeys(voices))


def _several(standing: Standing) -> str:
    enough = standing.independent > 1
    return wording.listed(independent_names(standing)) if enough else ""


_CHECKS = {
    "discounted": _denied,
    "confirmed": _accepted,
    "contested": _competing,
    "fair": _several,
}
