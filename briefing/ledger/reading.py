"""An edition's ledger, read back as pandas tables: what notebooks work on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.ledger.codebook import load_codebook

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@dataclass(frozen=True)
class Ledger:
    """The tables of one edition as data frames, named and typed as the codebook says.

    Integers are nullable ``Int64``, booleans nullable ``boolean``, dates ``datetime64``, missing
    text None, lists text joined with ``"; "``. ``edition`` says what the edition is: title, period,
    region and so on.
    """

    folder: Path
    edition: dict[str, Any]
    sources: pd.DataFrame
    casualties: pd.DataFrame
    tolls: pd.DataFrame
    incidents: pd.DataFrame
    territory: pd.DataFrame
    territory_places: pd.DataFrame
    implications: pd.DataFrame
    summary: pd.DataFrame
    key_figures: pd.DataFrame
    gaps: pd.DataFrame

    @classmethod
    def read(cls, folder: str | Path) -> Ledger:
        """Read the ledger in ``folder``. Raises BriefingError where there is none."""
        folder = Path(folder)
        edition = read_edition(folder)
        tables = {name: _read(folder / f"{name}.parquet") for name in load_codebook()}
        return cls(folder=folder, edition=edition, **tables)


def read_edition(folder: Path) -> dict[str, Any]:
    """Return what ``edition.json`` says of the edition. Raises BriefingError if it is missing."""
    path = folder / "edition.json"
    if not path.is_file():
        raise BriefingError(
            f"{folder} holds no ledger (edition.json is missing). "
            "Build the edition first: briefing build."
        )
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def _read(path: Path) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    nullable: dict[pa.DataType, Any] = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = pq.read_table(path).to_pandas(
        types_mapper=nullable.get, date_as_object=False
    )
    # Missing text is None, not NaN: NaN is true in an `if`, and prints as "nan".
    for name in frame.columns[frame.dtypes == "str"]:
        frame[name] = frame[name].astype(object).where(frame[name].notna(), None)
    return frame
