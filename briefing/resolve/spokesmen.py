"""For whom somebody speaks: the director of the WHO for the WHO, "IFRC" for its long name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from briefing.lexicon import word_set
from briefing.rows import short_name

_SPEAKERS: Final = word_set("events", "claimants", "speakers")
_LINKS: Final = frozenset(("of", "for", "from", "at"))
_LEFT_OUT: Final = word_set("events", "claimants", "left_out")
_BODIES: Final = word_set("events", "claimants", "bodies")
_PERSONS: Final = (2, 3)  # words of a person's name
_SHORT: Final = 3  # letters from which capitals alone are those of one body


def bodies_spoken_for(
    names: Iterable[str], canonical: Callable[[str], str | None]
) -> dict[str, str]:
    """By the name of each who speaks for a body that itself is told of: that body.

    ``canonical``: the lexicon's name for a body; None where it knows none.
    """
    told = {short_name(name): name for name in names}
    called = {canonical(name) or name for name in told}
    short = _spelled_out(name for name in told if not canonical(name))
    found = {told[name]: told[long] for name, long in short.items()}
    for name, written in told.items():
        body = _before_person(name, canonical) or body_of(name)
        body = (canonical(body) or short.get(body) or _named_by(body, told)) if body else None
        if body and body in called and body not in (name, canonical(name)):
            found[written] = body if canonical(body) else told[body]
    return found


def _before_person(name: str, canonical: Callable[[str], str | None]) -> str | None:
    """ "UN rights chief Ana Oke": the body of whom a name speaks that a person's follows."""
    words = name.split()
    ends = (len(words) - of_person for of_person in _PERSONS)
    heads = (" ".join(words[:end]) for end in ends if end > 0 and words[end][:1].isupper())
    return next((head for head in heads if canonical(head)), None)


def _named_by(body: str, told: Iterable[str]) -> str:
    """ "Network" of "network spokesperson Ana Oke": the one body told of whose name ends so."""
    if body.lower() not in _BODIES:
        return body
    longer = [name for name in told if name.lower().endswith(f" {body.lower()}")]
    return longer[0] if len(longer) == 1 else body


def body_of(name: str) -> str | None:
    """ "The WHO" of "director of the WHO", "M23" of "M23 spokesman Omar Ali"; None without one."""
    words = name.split()
    at = next((i for i, word in enumerate(words) if word.lower() in _SPEAKERS), None)
    if at is None:
        return None
    links = at + 1 < len(words) and words[at + 1] in _LINKS
    body = words[at + 2 :] if links else words[:at]
    body = [word.removesuffix("'s").removesuffix("’s") for word in body]
    named = any(word[:1].isupper() for word in body) or _BODIES.issuperset(map(str.lower, body))
    return short_name(" ".join(body)) if named else None


def _spelled_out(told: Iterable[str]) -> dict[str, str]:
    """By each abbreviation the one long name whose words begin with its letters, in order."""
    told = list(told)
    short = [n for n in told if len(n) >= _SHORT and n.isalpha() and n.isupper()]
    long = {name: letters for name in told if len(letters := _initials(name)) >= _SHORT}
    found: dict[str, str] = {}
    for name in short:
        meant = [other for other, letters in long.items() if letters.startswith(name)]
        found |= {name: meant[0]} if len(meant) == 1 else {}
    return found


def _initials(name: str) -> str:
    """The first letters of a name that is all in capitals: "IFRCRCS"; else nothing."""
    words = [word for word in name.split() if word.lower() not in _LEFT_OUT]
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    return "".join(word[0] for word in words) if named else ""
