"""`briefing doctor`: what is there, what is missing, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, desk_option

if TYPE_CHECKING:
    from briefing.doctor import Finding


@click.command(cls=Command)
@desk_option
def doctor(desk_folder: Path) -> None:
    """Say what is missing and the command that mends it.

    Really starts a kernel and the browser. The exit code is 0 only if nothing
    that a build needs is missing; a missing font is told but is no failure.

    \b
    Example:
      briefing doctor
    """
    from briefing.desk import find_desk
    from briefing.doctor import examine

    findings = []
    for finding in examine(find_desk(desk_folder)):
        tell(finding)
        findings.append(finding)
    broken = [finding.name for finding in findings if finding.needed and not finding.present]
    if broken:
        click.echo(f"\nNot ready: {', '.join(broken)}.")
        click.get_current_context().exit(1)
    click.echo("\nReady to build.")


def tell(finding: Finding) -> None:
    """One line, as soon as it is known: starting a browser takes a while."""
    mark, colour = ("ok", "green") if finding.present else ("missing", "red")
    if not finding.present and not finding.needed:
        mark, colour = "plain", "yellow"
    click.echo(f"{finding.name:<24}{click.style(f'{mark:<9}', fg=colour)}{finding.detail}")
    if finding.mend and not finding.present:
        click.echo(f"{'':<33}→ {finding.mend}")
