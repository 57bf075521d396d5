"""`eclaireurs print`: a kit, on paper."""

from pathlib import Path

import click

from eclaireurs_play import press
from eclaireurs_play.cli.words import _


@click.command("print", help=_("Imprime le kit d'un jeu, ou d'une seule situation, en PDF."))
@click.argument("name", metavar=_("NOM"))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar=_("FICHIER"),
    help=_("Le PDF à écrire."),
)
@click.pass_obj
def command(library: Path | None, name: str, output: Path) -> None:
    """Print a kit and say what to load in the printer."""
    report = press.print_kit(name, output, library_root=library)
    click.echo(
        _("{output} : {pages} pages, {cards} cartes.").format(
            output=output, pages=report.pages, cards=report.cards
        )
    )
    for paper, pages in report.pages_by_paper.items():
        click.echo(_("  {pages:>4} faces sur {paper}").format(pages=pages, paper=paper))
