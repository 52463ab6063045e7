"""The place index, made on first use: shown, because it takes half a minute."""

from __future__ import annotations

from briefing.cli.progress import shown_progress

STEP = "Preparing the place index (only once)"
PARTS = 100  # of the bar


def prepare_places() -> None:
    """Build the place index where it is missing, with a bar of its own."""
    from briefing.places import prepare_gazetteer
    from briefing.places.cache import index_path

    if index_path().exists():
        return
    with shown_progress() as progress:
        shown = 0

        def advance(_part: str, share: float) -> None:
            nonlocal shown
            while shown < int(share * PARTS):
                progress.advance(STEP)
                shown += 1

        progress.start(STEP, PARTS)
        prepare_gazetteer(advance)
        progress.finish(STEP)
