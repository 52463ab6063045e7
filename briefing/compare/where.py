"""Which ledger is meant: an edition of the desk by its name, or any folder that holds one."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from briefing.errors import BriefingError
from briefing.settings.shelf import RECORD, shelved

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

    One that is damaged has its place among the others, so that it is named by whoever reads it and
    none older is taken for it. Raises BriefingError where there is none.
    """
    shelf = shelved(reports) if reports else []
    if before is not None:
        limit = next((one.start for one in shelf if one.name == before), None)
        shelf = [one for one in shelf if limit and one.start < limit]
    if not shelf:
        more = f" before {before}" if before else ""
        raise BriefingError(f"There is no edition{more} to compare with; name two editions.")
    return shelf[-1].name


def _is_name(edition: str) -> bool:
    return bool(edition) and Path(edition).name == edition and edition not in (".", "..")


def _ledger_in(folder: Path) -> Path:
    for ledger in (folder / "ledger", folder):
        if (ledger / RECORD).is_file():
            return ledger
    raise BriefingError(
        f"{folder} holds no ledger ({RECORD} is missing). "
        "Build the edition, or name another folder."
    )


def _unknown(edition: str, reports: Path | None) -> str:
    if reports is None:
        return f"There is no folder {edition}, and no desk here whose editions have names."
    names = sorted(path.parent.parent.name for path in reports.glob(f"[!.]*/ledger/{RECORD}"))
    if not names:
        return f'There is no edition "{edition}": {reports} holds none yet. Run briefing build.'
    near = get_close_matches(edition, names, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"it has {', '.join(names[-_SHOWN:])}."
    return f'There is no edition "{edition}" in {reports}; {hint}'
