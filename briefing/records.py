"""Records: made once, never changed, and cheap to make, for an article is read into thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record  # the type checker lets nobody set a field
else:
    from collections.abc import Callable
    from dataclasses import dataclass

    def record(*, frozen: bool, eq: bool = True, slots: bool = False) -> Callable[[type], type]:
        """``dataclass`` with ``frozen`` for the type checker alone, which looks at every line here.

        At run time each field of a frozen dataclass is set through a call, which makes it three
        times as slow to make: a twentieth of all the work of extraction. Equality and hash stay.
        """
        return dataclass(eq=eq, unsafe_hash=frozen and eq, slots=slots)
