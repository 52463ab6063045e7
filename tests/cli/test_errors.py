"""How a command fails: one line, the right exit code, the traceback only where it is asked for."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.cli.command import Command
from briefing.errors import BriefingError


def run(error: BaseException, *arguments: str) -> Result:
    """Run a command whose work ends in ``error``."""

    @click.command(cls=Command)
    def work() -> None:
        raise error

    return CliRunner().invoke(work, arguments)


@pytest.mark.parametrize(
    ("error", "exit_code", "told"),
    [
        # bad input: its own sentence
        (BriefingError("a.txt is empty. Fill it."), 1, "Error: a.txt is empty. Fill it.\n"),
        # a message of several lines is still one line
        (BriefingError("a.txt is\n  empty."), 1, "Error: a.txt is empty.\n"),
        # Ctrl-C
        (KeyboardInterrupt(), 130, "Stopped; nothing was replaced.\n"),
        # our own mistake, told as such
        (
            ZeroDivisionError("division by zero"),
            1,
            "Error: This is a bug in briefing (ZeroDivisionError: division by zero); "
            "run the command again with --debug for the traceback, and report it.\n",
        ),
    ],
)
def test_error_is_one_line(error: BaseException, exit_code: int, told: str) -> None:
    """An error is one line on stderr, nothing on stdout, and its exit code."""
    result = run(error)
    assert (result.exit_code, result.stderr, result.stdout) == (exit_code, told, "")


@pytest.mark.parametrize("error", [BriefingError("x"), ValueError("y")])
def test_debug_shows_the_traceback(error: Exception) -> None:
    """With --debug the error itself comes through, for Python to show its traceback."""
    result = run(error, "--debug")
    assert result.exception is error


def test_usage_errors_keep_their_exit_code() -> None:
    """An option that does not exist is a usage error, exit code 2, with the nearest one."""
    result = CliRunner().invoke(main, ["build", "--weak", "2024-W48"])
    assert result.exit_code == 2
    assert "--week" in result.stderr
