"""What every worker needs, loaded before it is forked: in less time, and in memory that they share.

Nothing here may start a thread or open a connection.
"""

from __future__ import annotations

import gc

from briefing.quick_import import import_nbformat

import_nbformat()

import pandas  # noqa: E402, F401
import papermill  # noqa: E402, F401
import playwright.async_api  # noqa: E402, F401
import pyarrow.parquet  # noqa: E402, F401
import pypdf  # noqa: E402, F401

import briefing.articles  # noqa: E402
import briefing.batch.worker  # noqa: E402
import briefing.extract  # noqa: E402
import briefing.kernels.manager  # noqa: E402
import briefing.render.exporters  # noqa: E402, F401

gc.collect()
gc.freeze()  # collecting in a worker would touch, and so copy, all that is shared
