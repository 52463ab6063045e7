"""Extraction does not get worse unnoticed: every headline figure stays above its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import accuracy, floors, kit, unseen

MEASURED = {"a": 0.8, "b": 0.5}
no_kit = pytest.mark.skipif(not kit.KIT.exists(), reason="the annotated text is not there")


@no_kit
def test_no_figure_fell() -> None:
    """On the fixed sample, every headline figure is at its floor or above, and has one."""
    assert floors.fallen(floors.read(), accuracy.quick()) == []


def test_every_figure_has_a_floor() -> None:
    """Floors are kept for the headline figures and for nothing else."""
    assert set(floors.read().floors) == {figure.key for figure in kit.figures()}


@no_kit
def test_sample_is_fixed() -> None:
    """The sample does not depend on the order of the records."""
    found = kit.records("evloc")
    assert kit.sampled(found, 5) == kit.sampled(found[::-1], 5)


def test_fallen_figure_is_told() -> None:
    """A figure below its floor and one without a floor are told, one sentence each."""
    told = floors.fallen(floors.Floors({"a": 0.81}), MEASURED)
    assert told[0] == "a fell to 0.800, below its floor of 0.810."
    assert told[1].startswith("b has no floor yet.")


def test_raising_lowers_nothing() -> None:
    """Raising lifts a floor to just below what was measured and leaves a higher one alone."""
    lifted = floors.raised(floors.Floors({"a": 0.7, "b": 0.6}), MEASURED)
    assert lifted.floors == {"a": 0.795, "b": 0.6}


def test_lowering_keeps_the_reason() -> None:
    """Only the fallen floor goes down, and why stands beside it."""
    down = floors.lowered(floors.Floors({"a": 0.7, "b": 0.6}), MEASURED, "a wrong gold was found")
    assert down.floors == {"a": 0.7, "b": 0.495}
    assert down.lowered == (floors.Lowered("b", 0.6, 0.495, "a wrong gold was found"),)


def test_lowering_needs_a_reason() -> None:
    """Without a reason no floor goes down."""
    with pytest.raises(ValueError, match="reason"):
        floors.lowered(floors.Floors({"b": 0.6}), MEASURED, " ")


def test_floors_survive_the_file(tmp_path: Path) -> None:
    """What is written is what is read."""
    told = floors.Floors({"b": 0.5}, (floors.Lowered("b", 0.6, 0.5, "why"),))
    floors.write(told, tmp_path / "floors.json")
    assert floors.read(tmp_path / "floors.json") == told


def test_table_tells_value_interval_and_bar() -> None:
    """The table has a line per figure with its value, its interval and its bar."""
    found = {figure.key: kit.Measured(0.5, 0.4, 0.6) for figure in kit.figures()}
    lines = accuracy.table(found).splitlines()
    assert len(lines) == len(found) + len(["head", "rule"])
    assert all("| 0.500 | 0.40 to 0.60 | " in line for line in lines[2:])


def test_lone_phrases_are_those_of_one_record() -> None:
    """What fires in two records is known from elsewhere; what fires in one is not."""
    fired = {"first": {"rule/a#0", "rule/b#1"}, "second": {"rule/b#1"}}
    assert unseen.lone(fired) == {"first": {"rule/a#0"}, "second": frozenset()}


def test_a_phrase_left_out_does_not_fire() -> None:
    """A phrase that is left out fires nothing; the others of its rule do."""
    book = unseen.SingleBook({"rule/a": ["fell", "rose"]})
    book.left_out = frozenset({"rule/a#0"})
    hits = book.find([("it",), ("fell",), ("and",), ("rose",)])
    assert [(hit.rule, hit.start) for hit in hits] == [("rule/a", 3)]
    assert book.fired == {"rule/a#0", "rule/a#1"}
