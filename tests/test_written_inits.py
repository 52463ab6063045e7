"""What the compiler gets of records: written out, and otherwise as they stand."""

from __future__ import annotations

import inspect
import pickle
import sys
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from scripts.written_inits import write_inits

_MODULE = '''"""Two records."""

from dataclasses import dataclass as record
from dataclasses import field


@record(unsafe_hash=True)
class Base:
    """What both have."""

    start: int
    why: tuple[str, ...] = field(default=(), kw_only=True)


@record(unsafe_hash=True)
class Derived(Base):
    """One with a member and a field that counts for nothing."""

    name: str
    at: int | None = field(default=None, compare=False)

    def told(self) -> str:
        """As it is told."""
        return f"{self.name} {self.start}"


@record()
class Growing:
    """One that is filled."""

    found: list[int] = field(default_factory=list)
'''


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module as it is after writing out."""
    path = tmp_path / "two_records.py"
    path.write_text(_MODULE, encoding="utf-8")
    write_inits([path])
    module = ModuleType("two_records")
    module.__file__ = str(path)
    monkeypatch.setitem(sys.modules, "two_records", module)
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), module.__dict__)
    return module


def test_records_are_made_and_compared_as_before(written: ModuleType) -> None:
    """Fields keep their order, their defaults and their part in equality."""
    derived = written.Derived(3, "Idlib", why=("said",))
    assert derived == written.Derived(3, "Idlib", at=7, why=("said",))
    assert (derived.start, derived.name, derived.at, derived.why) == (3, "Idlib", None, ("said",))
    assert [field.name for field in fields(derived)] == ["start", "why", "name", "at"]
    assert "__init__" in vars(written.Derived)


def test_records_are_pickled_by_their_fields(written: ModuleType) -> None:
    """Also one that is only set by its keyword comes back."""
    derived = written.Derived(3, "Idlib", 7, why=("said",))
    back = pickle.loads(pickle.dumps(derived))
    assert back == derived
    assert back.at == derived.at
    assert back.why == derived.why


def test_no_line_moves(written: ModuleType) -> None:
    """A traceback of the compiled module fits the source that lies beside it."""
    before = _MODULE.splitlines()
    after = Path(str(written.__file__)).read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line.strip()] == [
        line for line, old in zip(after, before, strict=False) if old.strip()
    ]


def test_what_is_made_anew_for_each_is_left_alone(written: ModuleType) -> None:
    """A list of one record is not that of another."""
    one, other = written.Growing(), written.Growing()
    one.found.append(1)
    assert other.found == []
    assert "__reduce__" not in vars(written.Growing)
    assert inspect.signature(written.Growing).parameters.keys() == {"found"}
