"""The main job: one edition, from articles to HTML and PDF."""

from briefing.build.pipeline import build_edition
from briefing.build.request import BuildRequest, BuildResult, Progress

__all__ = ["BuildRequest", "BuildResult", "Progress", "build_edition"]
