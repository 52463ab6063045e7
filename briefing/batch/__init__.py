"""Many editions: weeks of one or more desks, on this machine's processors or on a Dask cluster."""

from briefing.batch.conduct import run_batch
from briefing.batch.order import Order, Outcome, Summary
from briefing.batch.weeks import read_weeks

__all__ = ["Order", "Outcome", "Summary", "read_weeks", "run_batch"]
