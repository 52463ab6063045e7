"""Which ledger is meant: an edition of the desk by its name, or any folder that holds one."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from briefing.compare.side import Side
from briefing.errors import BriefingError

_RECORD = "edition.json"
_SHOWN = 6  # editions that an error lists


def find_ledger(edition: str, reports: Path | None) -> Path:
    """Return the ledger's folder of an edition's name or of a folder (the edition's or its ledger).

    ``reports`` is the desk's folder of editions; None without a desk. Raises BriefingError where
    there is no such edition or it holds no ledger.
    """
    named = [reports / edition] if reports and _is_name(edition) else []
    for folder in (*named, Path(edition)) if edition else ():
        if folder.is_dir():
            return _ledger_in(folder)
    raise BriefingError(_unknown(edition, reports))


def last_edition(reports: Path | None, *, before: str | None = None) -> str:
    """Return the name of the desk's last edition, or of the last one ``before`` another, by days.

    Raises BriefingError where there is none.
    """
    dated = _dated(reports) if reports else []
    if before is not None:
        limit = next((start for start, name in dated if name == before), None)
        dated = [one for one in dated if limit and one[0] < limit]
    if not dated:
        more = f" before {before}" if before else ""
        raise BriefingError(f"There is no edition{more} to compare with; name two editions.")
    return dated[-1][1]


def _dated(reports: Path) -> list[tuple[str, str]]:
    """The first day (ISO 8601) and the name of each edition that has a period, by day."""
    ledgers = (path.parent for path in reports.glob(f"[!.]*/ledger/{_RECORD}"))
    whole = (ledger for ledger in ledgers if not ledger.parent.name.endswith(".incomplete"))
    found = ((Side.recorded(ledger).start, ledger.parent.name) for ledger in whole)
    return sorted((start.isoformat(), name) for start, name in found if start)


def _is_name(edition: str) -> bool:
    return bool(edition) and Path(edition).name == edition and edition not in (".", "..")


def _ledger_in(folder: Path) -> Path:
    for ledger in (folder / "ledger", folder):
        if (ledger / _RECORD).is_file():
            return ledger
    raise BriefingError(
        f"{folder} holds no ledger ({_RECORD} is missing). "
        "Build the edition, or name another folder."
    )


def _unknown(edition: str, reports: Path | None) -> str:
    if reports is None:
        return f"There is no folder {edition}, and no desk here whose editions have names."
    names = sorted(path.parent.parent.name for path in reports.glob(f"[!.]*/ledger/{_RECORD}"))
    if not names:
        return f'There is no edition "{edition}": {reports} holds none yet. Run briefing build.'
    near = get_close_matches(edition, names, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"it has {', '.join(names[-_SHOWN:])}."
    return f'There is no edition "{edition}" in {reports}; {hint}'
