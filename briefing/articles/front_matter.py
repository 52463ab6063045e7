"""The YAML block at the head of a file → ``Metadata``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.articles.draft import Metadata, UnreadableError
from briefing.articles.moments import day_of, parse_moment, time_of
from briefing.models import Origin, Reference

KEYS = (
    *("title", "publisher", "author", "published", "url", "language"),
    *("sample", "figures"),
    *("fetched", "original", "original_sha256", "excerpt"),  # what `briefing add` writes
)
FIGURE_KEYS = ("claimant", "via", "url")
# Three dashes at the head of a file open front matter; with an empty line below they are a rule.
_OPENING = re.compile(r"\s*---[ \t]*\r?\n(?=\S)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
# "title: North Kivu: flash update": YAML wants quotation marks, and analysts type none.
_QUOTABLE = re.compile(
    r"^((?:title|publisher|author):[ \t]+)([^\s\"'\[{|>&*!%@`#].*?: .*?)[ \t]*$", re.MULTILINE
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_HEADER = re.compile(r"(?P<key>[A-Za-z][\w -]{1,20}):[ \t]+(?P<value>\S.*)")
_FEWEST = 2  # such lines
_TELLING = {"title", "publisher", "author", "published", "url"}
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][\w-]+)?")


def split_front_matter(source: str) -> tuple[Metadata, str]:
    """Return what the front matter says and the text below it.

    A source without front matter gives empty ``Metadata``. Raises ``UnreadableError`` for front
    matter that is not closed, is not YAML, has an unknown key or a value of the wrong kind.
    """
    if not (opening := _OPENING.match(source)):
        return Metadata(), source
    first_line = source.count("\n", 0, opening.end()) + 1
    if not (closing := _CLOSING.search(source, opening.end())):
        raise UnreadableError(
            f"opens its front matter in line {first_line - 1} and never closes it: "
            'put a line "---" below the last key'
        )
    values = _parse(source[opening.end() : closing.start()], first_line)
    return _to_metadata(values), source[closing.end() :]


def split_header(source: str) -> tuple[Metadata, str]:
    """Return what lines as of a database's export say at the head of a plain text, and the rest.

    ``Title: …``, ``Source: …``, ``Date: …``: two at least, of names that are known, with an empty
    line below. A day that is written in words stays in the text, where the reader of days finds it.
    """
    head, _, rest = source.lstrip().partition("\n\n")
    lines = [_HEADER.fullmatch(line.strip()) for line in head.split("\n")]
    said = {line["key"]: line["value"] for line in lines if line}
    values = _in_our_terms(said)
    if len(said) < _FEWEST or len(said) < len(lines) or not set(values) <= _TELLING:
        return Metadata(), source
    published = parse_moment(values.get("published"))
    told = [str(values["published"])] if "published" in values and published is None else []
    metadata = Metadata(
        title=_text(values, "title"),
        publisher=_text(values, "publisher"),
        author=_text(values, "author"),
        url=_text(values, "url"),
        published=day_of(published),
        origin=Origin(published_at=time_of(published)),
    )
    return metadata, "\n\n".join([*told, rest])


def _parse(block: str, first_line: int) -> Mapping[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(_QUOTABLE.sub(_quoted, block))
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise UnreadableError(
            f"has broken front matter in line {line} ({error.problem}): mend that line, "
            "with quotation marks around a value that holds a colon"
        ) from error
    except ValueError as error:
        raise UnreadableError(
            f"has a day in its front matter that no calendar knows ({error}): mend it"
        ) from error
    if not isinstance(values or {}, Mapping):
        raise UnreadableError('has front matter that is not a list of "key: value" lines')
    return values or {}


def _quoted(line: re.Match[str]) -> str:
    key, value = line.groups()
    return f"{key}'{value.replace(chr(39), chr(39) * 2)}'"


def _to_metadata(said: Mapping[str, Any]) -> Metadata:
    values = _in_our_terms(said)
    check_keys(values, KEYS, "front matter")
    return Metadata(
        title=_text(values, "title"),
        publisher=_text(values, "publisher"),
        author=_authors(values),
        published=day_of(_moment(values, "published")),
        url=_text(values, "url"),
        language=_language(values),
        sample=_flag(values, "sample"),
        references=_references(values.get("figures")),
        origin=_origin(values),
    )


def _in_our_terms(said: Mapping[str, Any]) -> dict[str, Any]:
    """The values under the house's keys; a key that nobody knows keeps its name and is told.

    A house's own key goes before another name for it, and an address that stands as the source is
    where the text was found.
    """
    names, passed = _other_names()
    values: dict[str, Any] = {}
    for key, value in sorted(said.items(), key=lambda item: str(item[0]).lower() not in KEYS):
        lower = str(key).lower()
        name = lower if lower in KEYS else names.get(lower, str(key))
        if name == "publisher" and _ADDRESS.match(str(value)):
            name = "url"
        if lower not in passed:
            values.setdefault(name, value)
    return values


@cache
def _other_names() -> tuple[dict[str, str], frozenset[str]]:
    text = files(__package__).joinpath("front_matter.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    names = {other: ours for ours, others in table["also"].items() for other in others}
    return names, frozenset(table["passed"]["keys"])


def _authors(values: Mapping[str, Any]) -> str | None:
    """One author or a list of them, without the brackets of a note's links."""
    value = values.get("author")
    named = [str(one) for one in value if one] if isinstance(value, list) else None
    text = _text({"author": ", ".join(named)} if named else values, "author")
    return re.sub(r"\[\[|\]\]", "", text) if text else None


def check_keys(values: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Raise ``UnreadableError`` for a key that is not known, naming the nearest one that is."""
    for key in values:
        if key not in known:
            near = get_close_matches(str(key).lower(), known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(known)}."
            raise UnreadableError(f'has an unknown key "{key}" in its {where}: {hint}')


def _text(values: Mapping[str, Any], key: str) -> str | None:
    value = values.get(key)
    if isinstance(value, (list, dict)):
        raise UnreadableError(f'has a list where its front matter\'s "{key}" should be one text')
    return " ".join(str(value).split()) or None if value is not None else None


def _moment(values: Mapping[str, Any], key: str) -> date | datetime | None:
    value = values.get(key)
    moment = parse_moment(value)
    if value is None or moment is not None:
        return moment
    raise UnreadableError(
        f'has "{key}: {value}" in its front matter, which is not a day: '
        "write it as 2024-11-28 or 2024-11-28T17:40:00+03:00"
    )


def _origin(values: Mapping[str, Any]) -> Origin:
    return Origin(
        published_at=time_of(_moment(values, "published")),
        fetched=time_of(_moment(values, "fetched")),
        original=_text(values, "original"),
        original_sha256=_text(values, "original_sha256"),
        excerpt=_flag(values, "excerpt"),
    )


def _language(values: Mapping[str, Any]) -> str | None:
    value = values.get("language")
    if value is None:
        return None
    if value is False:  # YAML 1.1 reads a bare "no" as false; here it is Norwegian
        return "no"
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise UnreadableError(
            f'has "language: {value}" in its front matter: write a code such as en, ar or fr'
        )
    return value[:2].lower()


def _flag(values: Mapping[str, Any], key: str) -> bool:
    value = values.get(key, False)
    if not isinstance(value, bool):
        raise UnreadableError(f'has "{key}: {value}" in its front matter: write true or false')
    return value


def _references(figures: object) -> tuple[Reference, ...]:
    if not isinstance(figures or [], list):
        raise UnreadableError('has "figures" in its front matter that are not a list')
    return tuple(_reference(figure) for figure in figures or [])  # type: ignore[attr-defined]


def _reference(figure: object) -> Reference:
    if not isinstance(figure, Mapping) or not _text(figure, "claimant"):
        raise UnreadableError(
            'has an entry under "figures" in its front matter without "claimant": '
            "say who first gave the figure"
        )
    check_keys(figure, FIGURE_KEYS, "figures")
    return Reference(str(_text(figure, "claimant")), _text(figure, "via"), _text(figure, "url"))
