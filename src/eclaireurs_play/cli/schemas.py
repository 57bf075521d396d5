"""`eclaireurs schema`: the JSON Schemas that let an editor complete the YAML."""

from pathlib import Path

import click

from eclaireurs_play.cli.options import A_PATH, FOLDER
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.content import schema
from eclaireurs_play.files import write_whole


def _folder(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    del ctx, param
    if value.exists() and not value.is_dir():
        raise click.BadParameter(_("{path} n'est pas un dossier.").format(path=value))
    return value


@click.command("schema", help=N_("Écrit les schémas qui aident un éditeur à compléter le YAML."))
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    callback=_folder,
    default=Path("schemas"),
    show_default=True,
    metavar=FOLDER,
    help=N_("Le dossier où les écrire."),
)
def command(output: Path) -> None:
    """Write one schema for each kind of file."""
    output.mkdir(parents=True, exist_ok=True)
    for name, one in schema.schemas().items():
        path = output / f"{name}.json"
        write_whole(path, schema.written(one))
        click.echo(str(path))
