"""The main job: one edition, from articles to HTML and PDF."""

from briefing.build.pipeline import Prepared, build_edition, finish_edition, prepare_edition
from briefing.build.request import BuildRequest, BuildResult, Progress

__all__ = [
    "BuildRequest",
    "BuildResult",
    "Prepared",
    "Progress",
    "build_edition",
    "finish_edition",
    "prepare_edition",
]
