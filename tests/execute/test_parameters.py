"""Parameters are checked before anything runs."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from briefing.errors import BriefingError
from briefing.execute.parameters import check_parameters, declared_parameters, fits

NOTEBOOK = Path("casualties.ipynb")


def notebook(source: str, *, tagged: bool = True) -> Any:
    """A notebook with one parameters cell."""
    tags = {"tags": ["parameters"]} if tagged else {}
    return new_notebook(cells=[new_code_cell(source, metadata=tags)])


@pytest.mark.parametrize(
    ("value", "annotation", "good"),
    [
        ("a", "str", True),  # a scalar
        (3, "str", False),  # of another type
        (3, "int", True),
        (True, "int", False),  # true is no number to a person
        (3, "float", True),  # 3 is a good float
        (True, "bool", True),
        (None, "str | None", True),  # a union
        (None, "str", False),
        (["a"], "list[str]", True),  # a list
        (["a", 1], "list[str]", False),  # with one wrong item
        ("killed", 'Literal["killed", "injured"]', True),  # one of a set
        ("dead", 'Literal["killed", "injured"]', False),
        ("x", "Path", False),  # a type that a parameter can't have
    ],
)
def test_fits(value: Any, annotation: str, good: bool) -> None:
    """A value fits its annotation or does not."""
    assert fits(value, ast.parse(annotation, mode="eval").body) is good


@pytest.mark.parametrize(
    ("source", "given", "says"),
    [
        ('ledger: str = "x"', {"leger": "y"}, 'no parameter "leger". Did you mean "ledger"?'),
        ('ledger: str = "x"', {"zzz": 1}, "It has: ledger."),  # nothing near: what there is
        (
            "rows: int = 3",
            {"rows": "many"},
            r"must be int, not 'many'. .*\[parameters.casualties\]",
        ),
    ],
)
def test_wrong_parameters(source: str, given: dict[str, Any], says: str) -> None:
    """An unknown or ill-typed parameter is an error that says what to change."""
    declared = declared_parameters(notebook(source), NOTEBOOK.name)
    with pytest.raises(BriefingError, match=says):
        check_parameters(given, declared, NOTEBOOK)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (notebook("x: int = 1", tagged=False), 'no cell tagged "parameters"'),
        (notebook("x = 1"), "has no type"),
        (notebook("x: int ="), "is not Python"),
    ],
)
def test_wrong_declarations(made: Any, says: str) -> None:
    """A notebook whose parameters can't be known does not run."""
    with pytest.raises(BriefingError, match=says):
        declared_parameters(made, NOTEBOOK.name)
