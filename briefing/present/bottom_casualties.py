"""The bottom line's sentence on people harmed, from the key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load
from briefing.naming import according_to, by_counts_of
from briefing.present.bottom_territory import Told
from briefing.present.citations import claims_of
from briefing.present.words import spoken_display
from briefing.resolve.comparable import top_of
from briefing.resolve.key_figures import UNQUANTIFIED
from briefing.rows import located, records, shown_window
from briefing.sourcename import names_text
from briefing.wording import EN_DASH, cardinal

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_CIVILIANS = "killed_civilians"
_MOST = 2  # figures that a sentence tells
_TIMES = 10  # as many hurt as killed elsewhere
_SPELLED = 10  # counts up to which words are used


def tell_casualties(ledger: Ledger) -> Told | None:
    """Return the first key figure of people killed or otherwise harmed, with who counts them.

    Where more were killed of whom nobody says whether they were civilians, these stand before it;
    so do the killed of any standing before a single civilian. An attack elsewhere or on another
    day that hurt many times as many stands behind it.
    """
    figures = [row for row in records(ledger.key_figures) if row["key"] in _rules()]
    if not figures:
        return None
    first, rest = figures[0], figures[1:]
    larger = sorted((row for row in rest if _is_larger_toll(row, first)), key=_fewest, reverse=True)
    hurt = [row for row in rest if _is_other_blow(row, first, ledger)]
    told = [*larger, first, *hurt][:_MOST]
    text = "; ".join(_sentence(figure, ledger) for figure in told)
    return Told(text, [claim for figure in told for claim in claims_of(figure)])


def _rules() -> dict[str, Row]:
    return {rule["key"]: rule for rule in load("key_figures")["casualties"]}


def _is_larger_toll(figure: Row, first: Row) -> bool:
    """Whether a figure counts surely more killed people than the first; of known standing it has
    to yield to two civilians."""
    rules = _rules()
    unsaid = {rule["unsaid"] for rule in rules.values() if "unsaid" in rule}
    killed = rules[figure["key"]]["outcome"] == "killed"
    yields = figure["label"] not in unsaid and top_of(first) > 1
    return first["key"] == _CIVILIANS and killed and not yields and _fewest(figure) > top_of(first)


def _is_other_blow(figure: Row, first: Row, ledger: Ledger) -> bool:
    """Whether a figure counts people hurt in another event, many times as many as the first does:
    thousands hurt by one blow are no less than dozens killed by another."""
    if _rules()[figure["key"]]["outcome"] != "injured" or figure["event_id"] is None:
        return False
    where = [_covered(row, ledger) for row in (figure, first)]
    return all(where) and where[0] != where[1] and _fewest(figure) >= _TIMES * top_of(first)


def _fewest(figure: Row) -> int:
    return int(figure["low"] or 0)


def _sentence(figure: Row, ledger: Ledger) -> str:
    """``in Atarib (28 Nov), 12 to 19 civilians were killed, by the counts of OCHA and SOHR``.

    What nobody is named for was "reported"; a count in mere words is quoted: “dozens”. A number
    never comes first where anything else is said: it would stand right behind a citation's.
    """
    voices = [name for name in figure["claimants"] if not names_text(name)]
    says = "" if voices else "reported "
    verb = f"{'was' if figure['display'] == '1' else 'were'} {says}{_outcome(figure)}"
    text = f"{_counted(figure)} {verb}"
    if figure["event_id"] is None:
        text = f"{text}: “{figure['display']}”"
    who, covered = _counted_by(figure, voices) if voices else "", _covered(figure, ledger)
    return ", ".join(filter(None, [covered, text, who] if covered else [who, text]))


def _counted(figure: Row) -> str:
    """``12 to 19 civilians``, ``five civilians``; ``civilians`` where no number is said."""
    display, who = str(figure["display"]), _people(figure)
    if figure["event_id"] is None:
        return who
    if display.isdecimal() and int(display) <= _SPELLED:
        return f"{cardinal(int(display))} {who}"
    of = "of " if display.endswith(UNQUANTIFIED) else ""
    return f"{spoken_display(display)} {of}{who}"


def _people(figure: Row) -> str:
    """Whom a figure counts: its label without what befell them."""
    label, outcome = str(figure["label"]), _outcome(figure)
    named = label.removesuffix(f" {outcome}")
    return named if named != label else str(_rules()[figure["key"]]["who"])


def _outcome(figure: Row) -> str:
    return str(_rules()[figure["key"]]["outcome"])


def _counted_by(figure: Row, voices: list[str]) -> str:
    """A range of several voices is of their counts: none of them gave the range."""
    differ = len(voices) > 1 and EN_DASH in figure["display"]
    return by_counts_of(voices) if differ else according_to(voices)


def _covered(figure: Row, ledger: Ledger) -> str:
    """Where and when: ``in western Aleppo (28 Nov)``; ``on 28 Nov`` where no place is said."""
    found = ledger.events[ledger.events["event_id"] == figure["event_id"]]
    event = next(iter(records(found)), None)
    if event is None:
        return ""
    where, when = located(event).strip(), shown_window(event, ledger.edition)
    if not where:
        return f"on {when}" if when else ""
    return f"{where} ({when})" if when else where
