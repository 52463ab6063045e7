"""The editions these tests read."""

from tests.sample_editions import quiet, single, week

__all__ = ["quiet", "single", "week"]
