"""Who says what of an event, in words."""

from __future__ import annotations

import pytest

from briefing.resolve.says import Said, tell_voices


def _said(voice: str, figure: int) -> Said:
    toll = {
        "low": figure, "best": figure, "high": figure, "quantity_kind": "exact",
        "quantity_as_written": str(figure), "date_start": None, "date_end": None,
    }  # fmt: skip
    return Said(voice, toll, (), False)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((6, 6), ["V0", "V1"]),
        ((6,) * 4, ["V0", "V1", "V2", "V3"]),
        ((6,) * 9, ["V0", "V1", "V2", "6 more"]),
        ((2, 6, 6), ["V0 2", "V1 6", "V2 6"]),
        ((2, *(6,) * 5), ["V0 2", "V1 6", "V2 6", "V3 6", "2 more 6"]),
    ],
)
def test_many_voices_of_one_figure_are_counted(figures: tuple[int, ...], told: list[str]) -> None:
    """Each is named with its figure where they differ; of many alike a few stand for all."""
    assert tell_voices(_said(f"V{rank}", figure) for rank, figure in enumerate(figures)) == told
