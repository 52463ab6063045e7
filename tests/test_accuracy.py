"""Extraction does not get worse unnoticed: every headline figure stays above its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import accuracy, floors, kit

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
    """The table has a line per figure with its value, its interval, and the part set apart."""
    found = {figure.key: kit.Measured(0.5, 0.4, 0.6) for figure in kit.figures()}
    apart = {figure.key: kit.Measured(0.45, 0.45, 0.45) for figure in kit.figures()}
    lines = accuracy.table(found, apart).splitlines()
    assert len(lines) == len(found) + len(["head", "rule"])
    assert all("| 0.50 | 0.40 to 0.60 | 0.45 | " in line for line in lines[2:])


def test_a_third_is_set_apart() -> None:
    """About a third of the records is set apart, always the same ones."""
    found = [{"id": f"record {number}"} for number in range(300)]
    apart = kit.set_apart(found)
    assert kit.set_apart(found[::-1])[::-1] == apart
    assert 80 < len(apart) < 120
