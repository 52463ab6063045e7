"""Whether an edition stands as a build would make it again: then there is nothing to do.

The last build of each request leaves a record in the desk's cache: a digest of all that it was made
from and of all that it wrote. The desk is read as a whole, and so are the request and what is
installed, so that there is no list of inputs that somebody could forget to add to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing.build.request import OWN_NAMES, BuildRequest, BuildResult
from briefing.errors import BriefingError
from briefing.reuse.digests import choose, digest_of, read_tree
from briefing.reuse.printer import VersionAsked, fonts_digest
from briefing.reuse.program import program_digest
from briefing.reuse.store import ignore_in_git, write_whole
from briefing.settings.edition import Edition
from briefing.settings.shelf import shelved

CACHE = ".cache"  # in the desk
_REPORTS = "reports"
_NOT_INPUT = {_REPORTS, "explore", "node_modules"}  # and whatever is hidden
_MANIFEST = "manifest.json"  # tells the time, and so is never the same


@dataclass(frozen=True)
class Stamp:
    """What a build is made from: SHA-256 by path of the desk's files and of the ledgers in its
    reports, these below the first day of their edition, and one of the rest."""

    desk: Mapping[str, str]
    ledgers: Mapping[str, str]
    rest: str

    def digest(self, start: date | None) -> str:
        """All of it in one digest, for an edition that begins on a day.

        It is numbered after, and compared with, those that begin before it, and knows no others.
        """
        first = start.isoformat() if start else ""
        earlier = choose(self.ledgers, lambda path: path < first)
        return digest_of([self.desk, earlier, self.rest])

    def digest_for_sections(self) -> str:
        """What any section may see of the desk: all but the other sections and the template."""
        return digest_of([choose(self.desk, _is_seen), program_digest()])


def take_stamp(root: Path, request: BuildRequest) -> Stamp:
    """Read all that a build of ``request`` in the desk at ``root`` depends on."""
    browser = VersionAsked(_browser())
    outside = [*request.articles, *request.events]
    outside += _compared_with(root, request)
    rest: list[Any] = [program_digest(), asdict(_asked(request)), fonts_digest()]
    rest += [read_tree(path) for path in outside]
    return Stamp(
        desk=read_tree(root, skip=_is_no_input),
        ledgers={
            f"{one.start}/{one.name}/{file}": digest
            for one in shelved(root / _REPORTS, request.drafts)
            for file, digest in read_tree(one.ledger).items()
        },
        rest=digest_of([*rest, browser.answer()]),
    )


def find_current(root: Path, request: BuildRequest) -> BuildResult | None:
    """What the last build of this request told, if building again would give the same."""
    record = _read(_path(root, request))
    if record is None:
        return None
    name, folder = record["name"], root / _REPORTS / record["name"]
    if record["written"] != _written(folder):
        return None
    days = [date.fromisoformat(day) if day else None for day in record["days"]]
    if record["made_from"] != take_stamp(root, request).digest(days[0]):
        return None
    return BuildResult(
        edition=Edition(name, days[0], days[1], folder),
        folder=folder,
        paths=tuple(folder / path for path in record["paths"]),
        summary=tuple(record["summary"]),
        undated=tuple(record["undated"]),
        notes=tuple(record["notes"]),
    )


def keep_record(root: Path, request: BuildRequest, stamp: Stamp, result: BuildResult) -> None:
    """Remember a complete edition; ``stamp`` was taken before anything was read for it."""
    edition, path = result.edition, _path(root, request)
    record = {
        "name": edition.name,
        "days": [day.isoformat() if day else None for day in (edition.start, edition.end)],
        "paths": [one.relative_to(result.folder).as_posix() for one in result.paths],
        "summary": result.summary,
        "undated": result.undated,
        "notes": result.notes,
        "written": _written(result.folder),
        "made_from": stamp.digest(edition.start),
    }
    with suppress(OSError):  # then the next build builds
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore_in_git(root / CACHE)
        write_whole(path, json.dumps(record).encode())


def _compared_with(root: Path, request: BuildRequest) -> list[Path]:
    """The ledger that is asked for by name, whatever its days."""
    from briefing.compare.where import find_ledger

    with suppress(BriefingError):  # the build tells it
        return [find_ledger(request.against, root / _REPORTS)] if request.against else []
    return []


def _browser() -> Path | None:
    from briefing.render import find_browser

    try:
        return find_browser()
    except BriefingError:
        return None


def _written(folder: Path) -> dict[str, str]:
    """What a build has written into an edition's folder."""
    own = {*OWN_NAMES} - {_MANIFEST}
    return read_tree(folder, wanted=lambda path: path.partition("/")[0] in own)


def _asked(request: BuildRequest) -> BuildRequest:
    return replace(request, force=False, drafts=None)


def _path(root: Path, request: BuildRequest) -> Path:
    return root / CACHE / "builds" / f"{digest_of(asdict(_asked(request)))}.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    needed = {"name", "days", "paths", "summary", "undated", "notes", "written", "made_from"}
    return record if isinstance(record, dict) and needed == record.keys() else None


def _is_no_input(folder: str) -> bool:
    return folder in _NOT_INPUT or folder.rpartition("/")[2].startswith(".")


def _is_seen(path: str) -> bool:
    return not path.startswith("templates/") and not path.endswith(".ipynb")
