"""How accurate extraction is, on text that nobody of the project wrote.

``python -m benchmarks.accuracy check`` holds every headline figure to its floor on a fixed sample;
``raise`` lifts the floors to what is measured; ``lower --because REASON`` lets the fallen ones
down; ``table`` measures on all open records and renews the table in ``docs/extraction.md``.
"""

from __future__ import annotations

import re

import click

from benchmarks import floors as kept
from benchmarks.kit import KIT, ROOT, Measured, figures, measure, sampled, set_apart
from benchmarks.predict import predict

DOCUMENT = ROOT / "docs" / "extraction.md"
MOST = 300  # records of each set in the quick sample
BOOT = 1000  # resamplings for the intervals of the table
_TABLE = re.compile(r"(<!-- accuracy: begin[^\n]*-->\n).*?(<!-- accuracy: end -->)", re.DOTALL)


def quick() -> dict[str, float]:
    """Every headline figure on the fixed sample."""
    measured = measure(predict, chosen=lambda found: sampled(found, MOST))
    return {key: found.value for key, found in measured.items()}


def table(measured: dict[str, Measured], apart: dict[str, Measured]) -> str:
    """The figures as a table in Markdown, with their 95 % intervals and bars.

    ``apart``: the same on the records that nobody reads while mending rules.
    """
    lines = [
        "| set | what | figure | all | 95 % interval | set apart | bar |",
        "|---|---|---|---|---|---|---|",
    ]
    for figure in figures():
        found, unread = measured[figure.key], apart[figure.key]
        kind = {"f1": "F1", "r": "recall"}.get(figure.value, "share")
        interval = f"{found.low:.2f} to {found.high:.2f}"
        values = (f"{found.value:.2f}", interval, f"{unread.value:.2f}", f"{figure.bar:.2f}")
        lines.append(f"| {' | '.join((figure.set, figure.says, kind, *values))} |")
    return "\n".join(lines) + "\n"


@click.group(help=__doc__)
def main() -> None:
    """Say so where there is nothing to measure on."""
    if not KIT.exists():
        raise click.ClickException(f"There is no annotated text at {KIT}; nothing can be measured.")


@main.command()
def check() -> None:
    """Hold every headline figure to its floor."""
    measured = quick()
    for key, value in measured.items():
        click.echo(f"{value:.3f}  {key}")
    told = kept.fallen(kept.read(), measured)
    if told:
        raise click.ClickException("\n".join(told))


@main.command("raise")
def lift() -> None:
    """Lift the floors to what is measured; none goes down."""
    kept.write(kept.raised(kept.read(), quick()))


@main.command()
@click.option("--because", required=True, help="Why; it is kept beside the floor.")
def lower(because: str) -> None:
    """Let down the floors of the figures that fell."""
    try:
        kept.write(kept.lowered(kept.read(), quick(), because))
    except ValueError as error:
        raise click.ClickException(str(error)) from None


@main.command("table")
def renew() -> None:
    """Measure on all open records and renew the table in the documentation."""
    text = table(measure(predict, boot=BOOT), measure(predict, chosen=set_apart))
    click.echo(text)
    document = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_TABLE.sub(lambda m: m[1] + text + m[2], document), encoding="utf-8")


if __name__ == "__main__":
    main()
