"""The hand-made editions, for what reviews them."""

from tests.sample_editions import quiet, week

__all__ = ["quiet", "week"]
