"""The main job: one edition, from articles to HTML and PDF.

What the pipeline needs takes a third of a second to load. It is loaded when it is asked for, so
that whoever only finds that there is nothing to do is done by then.
"""

from typing import TYPE_CHECKING, Any

from briefing.build.request import BuildRequest, BuildResult, Progress

if TYPE_CHECKING:
    from briefing.build.pipeline import Prepared, build_edition, finish_edition, prepare_edition

__all__ = [
    "BuildRequest",
    "BuildResult",
    "Prepared",
    "Progress",
    "build_edition",
    "finish_edition",
    "prepare_edition",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefing.build import pipeline

    return getattr(pipeline, name)
