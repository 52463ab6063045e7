"""The store of results: whole or not at all, bounded, safe to delete; and records as bytes."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from briefing.articles import read_article
from briefing.extract import extract
from briefing.reuse.records import pack, unpack
from briefing.reuse.store import Store
from briefing.shipped import shipped

KEY, OTHER = "ab" * 32, "cd" * 32


def test_what_was_put_is_there(tmp_path: Path) -> None:
    """Under its key and no other; the folder keeps itself out of git."""
    store = Store(tmp_path / "cache")
    store.put(KEY, b"made")
    assert (store.get(KEY), store.get(OTHER)) == (b"made", None)
    assert (tmp_path / "cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("damage", [b"", b"made", b"0" * 64 + b"made"])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: bytes) -> None:
    """Cut off, without its digest, or with another one: it is made anew."""
    store = Store(tmp_path)
    store.put(KEY, b"made")
    store._path(KEY).write_bytes(damage)
    assert store.get(KEY) is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    """Above its limit the store drops entries by their last use, down to three quarters."""
    store = Store(tmp_path, limit=1000)
    keys = [f"{number:064x}" for number in range(4)]
    for age, key in enumerate(keys):
        store.put(key, bytes(300))
        os.utime(store._path(key), ns=(age, age))
    store.get(keys[0])  # of use just now
    store.prune()
    assert [key for key in keys if store.get(key)] == [keys[0], keys[3]]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A desk on a read-only disk is built as well, only not remembered."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "cache")
    store.put(KEY, b"made")
    assert store.get(KEY) is None
    store.prune()


def test_claims_survive_as_bytes() -> None:
    """An article and all that was found in it come back equal."""
    path = shipped("articles", "2024-11-30-wire-aleppo.md")
    article = read_article(path, root=path.parent)
    found = extract(article)
    assert unpack(pack(article)) == article
    assert unpack(pack(found)) == found


@pytest.mark.parametrize(
    "packed", [b"", b"nonsense", pickle.dumps(os.system), pickle.dumps(Path())]
)
def test_only_records_are_read(packed: bytes) -> None:
    """Bytes that would make anything else than records are read as nothing."""
    assert unpack(packed) is None
