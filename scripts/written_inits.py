"""Records with what ``dataclass`` only makes at run time written out, for the compiler.

It makes of a record a class with fields of its own; ``__init__`` would stay Python, run by the
interpreter some thousand times per article, and pickle would not know the fields.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

Fields = list[ast.AnnAssign]


def write_inits(paths: Iterable[Path]) -> None:
    """Write out the records of these modules; a base stands in one before what is built on it."""
    known: dict[str, Fields] = {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        path.write_text(_written(text, list(_records(ast.parse(text), known))), encoding="utf-8")


def _records(tree: ast.Module, known: dict[str, Fields]) -> Iterator[tuple[ast.ClassDef, Fields]]:
    """Each record of a module with all its fields, those of its base first."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(map(_is_record, node.decorator_list)):
            inherited = [field for base in node.bases for field in known[ast.unparse(base)]]
            own = [part for part in node.body if isinstance(part, ast.AnnAssign)]
            yield node, inherited + own
            known.setdefault(node.name, inherited + own)


def _is_record(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "record"


def _written(text: str, records: Sequence[tuple[ast.ClassDef, Fields]]) -> str:
    """In place of the blank lines behind fields and class: so no line moves, and tracebacks fit."""
    lines = [*text.splitlines(), "", ""]
    for node, fields in records:
        if all(field.value is None or _default(field) for field in fields):
            last = max(
                part.end_lineno or 0 for part in node.body if isinstance(part, ast.AnnAssign)
            )
            end = max(node.end_lineno or 0, last + 1)
            lines[last], lines[end] = f"    {_init(fields)}", f"    {_reduce(node.name, fields)}"
    return "\n".join(lines)


def _init(fields: Fields) -> str:
    """Fields that only a keyword sets come last, where pickle may set them by position."""
    ordered = sorted(fields, key=_is_keyword)
    told = ", ".join(
        f"{_name(field)}: {ast.unparse(field.annotation)}"
        + (f" = {ast.unparse(default)}" if (default := _default(field)) else "")
        for field in ordered
    )
    sets = "; ".join(f"self.{_name(field)} = {_name(field)}" for field in ordered)
    return f"def __init__(self, {told}) -> None: {sets}  # type: ignore[misc]"


def _reduce(name: str, fields: Fields) -> str:
    values = "".join(f"self.{_name(field)}, " for field in sorted(fields, key=_is_keyword))
    return f"def __reduce__(self) -> tuple[object, ...]: return {name}, ({values})"


def _name(field: ast.AnnAssign) -> str:
    return ast.unparse(field.target)


def _default(field: ast.AnnAssign) -> ast.expr | None:
    """None also where a default is made anew for each record."""
    value = field.value
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        return next((word.value for word in value.keywords if word.arg == "default"), None)
    return value


def _is_keyword(field: ast.AnnAssign) -> bool:
    return isinstance(field.value, ast.Call) and "kw_only=True" in ast.unparse(field.value)
