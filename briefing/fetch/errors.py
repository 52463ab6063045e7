"""Why an address gave no page."""

from __future__ import annotations


class FetchError(Exception):
    """Why nothing was fetched, as the rest of a sentence that begins with the address."""


class UnreachableError(FetchError):
    """No connection to the server: it is away for all of its pages."""
