"""How commands speak on the terminal."""

from collections.abc import Iterable

import click


def tell(lines: Iterable[str]) -> None:
    """Print a narration; what opens a phase stands out."""
    for line in lines:
        if line.startswith("## "):
            click.secho(f"\n{line.removeprefix('## ')}", bold=True)
        else:
            click.echo(f"  {line}")


def aside(sentence: str) -> None:
    """Say something about the session on the error stream, apart from its story."""
    click.secho(sentence, fg="yellow", err=True)
