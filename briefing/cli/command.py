"""What every command has in common: its errors in one line, and the option that shows the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from briefing.errors import BriefingError

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


class Command(click.Command):
    """A command that ends in one line where it fails, unless `--debug` asks for the traceback."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(["--debug"], is_flag=True, help="Show the traceback of an error.")
        )

    def invoke(self, ctx: click.Context) -> Any:
        if ctx.params.pop("debug"):
            return super().invoke(ctx)
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            fail(ctx, str(error), error.exit_code)
        except KeyboardInterrupt:
            click.echo("Stopped; nothing was replaced.", err=True)
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            fail(
                ctx,
                f"This is a bug in briefing ({told}); run the command again with --debug "
                "for the traceback, and report it.",
                BriefingError.exit_code,
            )


def fail(ctx: click.Context, message: str, exit_code: int) -> NoReturn:
    """Tell an error in one line on stderr and end."""
    click.echo(f"Error: {' '.join(message.split())}", err=True)
    ctx.exit(exit_code)


def desk_option(function: Decorated) -> Decorated:
    """`--desk DIR`: a desk other than the one the command is run in."""
    return click.option(
        "--desk",
        "desk_folder",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The desk; by default the one this folder lies in.",
    )(function)


def week_option(function: Decorated) -> Decorated:
    """`--week`: an ISO week."""
    return click.option(
        "--week", metavar="WEEK", help="The ISO week, as in 2024-W48; by default the desk's."
    )(function)
