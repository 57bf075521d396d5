"""`eclaireurs schema`: the JSON Schemas that let an editor complete the YAML."""

from pathlib import Path

import click

from eclaireurs_play.cli.words import _
from eclaireurs_play.content import schema


@click.command("schema", help=_("Écrit les schémas qui aident un éditeur à compléter le YAML."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("schemas"),
    show_default=True,
    metavar=_("DOSSIER"),
    help=_("Le dossier où les écrire."),
)
def command(output: Path) -> None:
    """Write one schema for each kind of file."""
    for path in schema.write_schemas(output):
        click.echo(str(path))
