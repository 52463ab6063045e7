"""A section's parameters: what its notebook declares, and whether what is given fits.

The cell tagged ``parameters`` is the declaration: ``name: type = default  # what it does``.
Papermill only warns of an unknown name; here it is an error before anything runs.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError

TAG = "parameters"
_SCALARS: dict[str, type] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "None": type(None),
}


@dataclass(frozen=True)
class Parameter:
    """One declared parameter: its name and its annotation as written, such as ``list[str]``."""

    name: str
    annotation: str


def declared_parameters(notebook: Any, name: str) -> dict[str, Parameter]:
    """Return the parameters a notebook declares, by name.

    ``notebook`` is a notebook node, ``name`` its file name for messages. Raises BriefingError where
    there is no cell tagged ``parameters`` or where a parameter in it has no type.
    """
    cells = [c for c in notebook.cells if TAG in c.get("metadata", {}).get("tags", [])]
    if not cells:
        raise BriefingError(
            f'{name} has no cell tagged "{TAG}". Add one that declares ledger: str = "…", '
            "with the tag set in the notebook's property inspector."
        )
    try:
        body = ast.parse(cells[0].source).body
    except SyntaxError as error:
        raise BriefingError(
            f"{name}: the parameters cell is not Python (line {error.lineno}). Correct it."
        ) from error
    untyped = [node for node in body if isinstance(node, ast.Assign)]
    if untyped:
        raise BriefingError(
            f"{name}: the parameter in '{ast.unparse(untyped[0])}' has no type. "
            "Write it as name: type = default."
        )
    found = [n for n in body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]
    return {p.name: p for p in map(_parameter, found)}


def _parameter(node: ast.AnnAssign) -> Parameter:
    assert isinstance(node.target, ast.Name)
    return Parameter(node.target.id, ast.unparse(node.annotation))


def check_parameters(
    given: Mapping[str, Any], declared: Mapping[str, Parameter], notebook: Path
) -> None:
    """Raise BriefingError for a parameter that the notebook does not declare or of another type."""
    for name, value in given.items():
        if name not in declared:
            near = get_close_matches(name, declared, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"It has: {', '.join(declared)}."
            raise BriefingError(f'{notebook.name} has no parameter "{name}". {hint}')
        annotation = declared[name].annotation
        if not fits(value, ast.parse(annotation, mode="eval").body):
            raise BriefingError(
                f'{notebook.name}: the parameter "{name}" must be {annotation}, not {value!r}. '
                f"Correct it under [parameters.{notebook.stem}] in briefing.toml."
            )


def fits(value: Any, annotation: ast.expr) -> bool:
    """Whether a value is of an annotated type: scalars, ``A | B``, ``list[A]``, ``Literal[…]``."""
    match annotation:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return fits(value, left) or fits(value, right)
        case ast.Subscript(value=ast.Name(id="list"), slice=item):
            return isinstance(value, list) and all(fits(one, item) for one in value)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=options):
            return value in _literals(options)
        case ast.Constant(value=None):
            return value is None
        case ast.Name(id=name) if name in _SCALARS:
            return _is_scalar(value, _SCALARS[name])
    return False


def _literals(options: ast.expr) -> tuple[Any, ...]:
    found = ast.literal_eval(options)
    return found if isinstance(found, tuple) else (found,)


def _is_scalar(value: Any, kind: type) -> bool:
    # True is an int to Python, and 3 a good float to everybody: only the first is a mistake.
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    return isinstance(value, (int, float) if kind is float else kind)
