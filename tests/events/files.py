"""Files of event data made by hand: no row of it is anybody's real data.

ACLED's terms forbid passing on its rows, so those here are invented, in its 31 columns.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
GED_NEW = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
HAPI = (
    "location_code", "has_hrp", "in_gho", "provider_admin1_name", "provider_admin2_name",
    "admin1_code", "admin1_name", "admin2_code", "admin2_name", "admin_level", "event_type",
    "events", "fatalities", "reference_period_start", "reference_period_end", "dataset_hdx_id",
    "resource_hdx_id", "warning", "error",
)  # fmt: skip
# Text that an ACLED row alone holds: none of it may ever leave the desk.
SECRETS = (
    "Made-up notes of a single row", "Made-up Brigade", "Made-up Militia", "TST100", "TST101",
    "Made-up Gazette", "Nowhereville",
)  # fmt: skip


def acled(number: int, day: str | date = "2024-11-26", **more: Any) -> dict[str, Any]:
    """An invented ACLED row: a battle in Aleppo with 5 dead."""
    return {
        "event_id_cnty": f"TST{100 + number}", "event_date": day, "year": str(day)[:4],
        "time_precision": 1, "disorder_type": "Political violence", "event_type": "Battles",
        "sub_event_type": "Armed clash", "actor1": "Made-up Brigade", "inter1": "State forces",
        "actor2": "Made-up Militia", "inter2": "Rebel group",
        "interaction": "State forces-Rebel group", "iso": 760, "region": "Middle East",
        "country": "Syria", "admin1": "Aleppo", "admin2": "Jebel Saman", "location": "Nowhereville",
        "latitude": 36.2, "longitude": 37.15, "geo_precision": 1, "source": "Made-up Gazette",
        "source_scale": "National", "notes": "Made-up notes of a single row, with\na line break.",
        "fatalities": 5, "timestamp": 1732700000,
    } | more  # fmt: skip


def ged(number: int, day: str | date = "2024-11-26", **more: Any) -> dict[str, Any]:
    """An invented GED row: 10 dead in state-based conflict in Aleppo town."""
    return {
        "id": number, "relid": f"TST-2024-1-1-{number}", "year": str(day)[:4], "active_year": 1,
        "code_status": "Clear", "type_of_violence": 1, "conflict_new_id": 1,
        "conflict_name": "Testland: Government", "dyad_new_id": 2,
        "dyad_name": "Government of Testland - Test rebels", "side_a_new_id": 3,
        "side_a": "Government of Testland", "side_b_new_id": 4, "side_b": "Test rebels",
        "number_of_sources": 1, "source_office": "Test Wire", "source_date": day,
        "source_headline": "Clashes in Aleppo, again", "source_original": "SOHR", "where_prec": 1,
        "where_coordinates": "Aleppo town", "adm_1": "Aleppo Governorate", "adm_2": "Jabal Saman",
        "latitude": 36.201241, "longitude": 37.161173, "geom_wkt": "POINT (37.16 36.20)",
        "priogrid_gid": 1, "country": "Syria", "country_id": 652, "region": "Middle East",
        "event_clarity": 1, "date_prec": 1, "date_start": day, "date_end": day, "deaths_a": 2,
        "deaths_b": 3, "deaths_civilians": 4, "deaths_unknown": 1, "best": 10, "high": 12, "low": 8,
    } | more  # fmt: skip


def hapi(kind: str, fatalities: int | str, month: str = "2024-11", **more: Any) -> dict[str, Any]:
    """A month of HAPI in one district."""
    last = {"2024-11": 30, "2024-10": 31, "2024-12": 31}[month]
    return {
        "location_code": "SYR", "has_hrp": "True", "in_gho": "True", "admin1_code": "SY02",
        "admin1_name": "Aleppo", "admin2_code": "SY0200", "admin2_name": "Jebel Saman",
        "admin_level": 2, "event_type": kind, "events": 3, "fatalities": fatalities,
        "reference_period_start": f"{month}-01 00:00:00",
        "reference_period_end": f"{month}-{last} 23:59:59",
    } | more  # fmt: skip


def table(
    columns: Sequence[str],
    rows: Sequence[dict[str, Any]],
    *,
    header: bool = True,
    hxl: bool = False,
) -> list[list[str]]:
    """Rows as lists of text in the order of the columns, with a header and an HXL row if wanted."""
    head = [list(columns)] if header else []
    tags = [["#date+start" if "date" in name else "" for name in columns]] if hxl else []
    return [*head, *tags, *([str(row.get(name, "")) for name in columns] for row in rows)]


def write_csv(path: Path, rows: Sequence[Sequence[str]], separator: str = ",") -> Path:
    """Write a table as CSV, zipped where the path ends so."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


_OFFICE = "http://schemas.openxmlformats.org"
_SHEET = (
    f'<worksheet xmlns="{_OFFICE}/spreadsheetml/2006/main"><sheetData>{{}}</sheetData></worksheet>'
)


def write_excel(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write the smallest Excel file: a sheet that tells about it, as HDX has it, and the rows."""
    sheets = [[["About this file"]], rows]
    tabs = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in (1, 2))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/officeDocument/2006/relationships/worksheet" '
        f'Target="sheet{n}.xml"/>'
        for n in (1, 2)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" '
        f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/'
        f'relationships">{links}</Relationships>',
    }
    parts |= {f"xl/sheet{n}.xml": _SHEET.format(_cells(sheets[n - 1])) for n in (1, 2)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def _cells(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)


def _cell(text: str) -> str:
    """Numbers as numbers, as Excel keeps them; the rest as text."""
    if text.replace(".", "", 1).isdigit():
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
