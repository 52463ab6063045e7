"""Nothing that a build reads escapes the stamp by which it is told whether to build again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.build import BuildRequest
from briefing.build.current import take_stamp
from briefing.desk import Desk
from tests.build.test_build import set_sections

ROOT = Path(__file__).resolve().parents[2]

# Builds an edition in a process of its own, and lists every file below two folders that it opened.
WATCH = """
import json, os, sys
from pathlib import Path

desk, seen = Path(sys.argv[1]), set()

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        writes = isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        flags = arguments[2] if isinstance(arguments[2], int) else 0
        if not writes and not flags & (os.O_WRONLY | os.O_RDWR):
            seen.add(os.path.abspath(os.fsdecode(arguments[0])))

sys.addaudithook(watch)
from briefing.build import BuildRequest, build_edition
from briefing.desk import Desk

class Silent:
    start = advance = finish = warn = lambda *_: None

request = BuildRequest(week="2024-W48", to=("html",), force=True)
build_edition(Desk.load(desk), request, Silent())
print(json.dumps(sorted(seen)))
"""


@pytest.mark.kernel
def test_whatever_a_build_opens_is_in_its_stamp(desk: Desk) -> None:
    """A file of the desk or of the package that a build reads is one whose change is noticed.

    Whoever adds an input to the build need not think of this: it fails where the stamp misses it.
    """
    set_sections(desk, "summary")
    earlier = desk.reports / "2024-W47" / "ledger" / "edition.json"
    earlier.parent.mkdir(parents=True)
    earlier.write_text('{"name": "2024-W47", "start": "2024-11-18"}', encoding="utf-8")
    command = [sys.executable, "-c", WATCH, str(desk.root)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    opened = {Path(path) for path in json.loads(told.stdout)}
    read = {path for path in opened if path.is_relative_to(desk.root) and path.is_file()}
    stamp = take_stamp(desk.root, BuildRequest(week="2024-W48"))
    stamped = {desk.root / path for path in stamp.desk}
    stamped |= {ledger_file(desk, path) for path in stamp.ledgers}
    assert {path for path in read - stamped if not is_made(path, desk)} == set()
    assert {earlier, desk.root / "briefing.toml", *desk.articles.glob("2024*")} <= read


def ledger_file(desk: Desk, path: str) -> Path:
    """The file that a stamp names by first day, edition and name: ``2024-11-18/2024-W47/…``."""
    _, edition, name = path.split("/", 2)
    return desk.reports / edition / "ledger" / name


def is_made(path: Path, desk: Desk) -> bool:
    """Whether a file is what the build itself has made: its edition, its cache, its staging."""
    top, *rest = path.relative_to(desk.root).parts
    return top == ".cache" or (top == "reports" and "2024-W48" in rest[0])
