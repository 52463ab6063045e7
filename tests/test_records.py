"""Records that change: a new one is made, as cheaply as can be."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.extract.casualties.outcome.finding import Finding
from briefing.language.lists import Linked
from briefing.models import Place, Span, When
from briefing.records import replace


@pytest.mark.parametrize(
    ("one", "changes"),
    [
        (Span(3, 9), {"end": 12}),
        (When(as_written="Monday"), {"basis": "relative", "at": Span(3, 9)}),
        (Place(0, 6, "Aleppo", "Aleppo"), {}),
        (Finding("killed", "kill", Linked([1]), 2), {"active": True}),
    ],
    ids=["fields", "defaults", "nothing", "a finding"],
)
def test_replace_changes_only_what_it_is_told(one: Any, changes: dict[str, Any]) -> None:
    """The new record differs in the fields given and in no other; the old one stays."""
    before = repr(one)
    new = replace(one, **changes)
    assert type(new) is type(one)
    assert repr(one) == before
    for name in type(one).__match_args__:
        assert getattr(new, name) == changes.get(name, getattr(one, name))
