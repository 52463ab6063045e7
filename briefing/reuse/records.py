"""The program's frozen records as bytes and back: pickle, but for records and nothing else.

A desk may come from somebody else, and a pickle can run any code. This one makes what the program's
own models are made of, and refuses all other names.
"""

from __future__ import annotations

import io
import pickle
from typing import Any

_MODULES = ("briefing.models", "datetime")


def pack(record: Any) -> bytes:
    """Write a record of ``briefing.models`` as bytes."""
    return pickle.dumps(record, protocol=pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes) -> Any:
    """Read a record back; None where the bytes are none, or hold anything else."""
    try:
        return _Reader(io.BytesIO(packed)).load()
    except Exception:  # damaged bytes raise whatever they lead to
        return None


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module in _MODULES and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
