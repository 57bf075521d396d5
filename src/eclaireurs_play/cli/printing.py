"""`eclaireurs print`: a kit, on paper."""

import sys
from pathlib import Path

import click

from eclaireurs_play import press
from eclaireurs_play.cli.options import A_PATH, FILE, to_write
from eclaireurs_play.cli.words import N_, _, ngettext
from eclaireurs_play.content.campaigns import find_campaign, load_campaign


@click.command("print", help=N_("Imprime le kit d'un jeu, ou d'une seule situation, en PDF."))
@click.argument("name", metavar=N_("NOM"))
@click.option(
    "-o",
    "--output",
    type=A_PATH,
    callback=to_write,
    required=True,
    metavar=FILE,
    help=N_("Le PDF à écrire."),
)
@click.pass_obj
def command(library: Path | None, name: str, output: Path) -> None:
    """Print a kit and say what to load in the printer."""
    if output.suffix.lower() != ".pdf":
        raise click.UsageError(_("Le fichier à écrire doit finir par .pdf."))
    if campaign := find_campaign(name, library):
        sentence = _("Une campagne s'imprime séance par séance : {names}.")
        sessions = load_campaign(campaign, library).campaign.sessions
        raise click.UsageError(sentence.format(names=", ".join(one.scenario for one in sessions)))
    report = press.print_kit(name, output, library_root=library, progress=_progress)
    _progress("")
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    cards = ngettext("{count} carte", "{count} cartes", report.cards).format(count=report.cards)
    click.echo(_("{output} : {pages}, {cards}.").format(output=output, pages=pages, cards=cards))
    for paper, sheets in report.sheets_by_paper.items():
        told = ngettext("  {count:>4} feuille, {paper}", "  {count:>4} feuilles, {paper}", sheets)
        click.echo(told.format(count=sheets, paper=paper))


def _progress(title: str) -> None:
    """Show what is being drawn, on one line that clears itself; nothing in a file or a pipe."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r\033[K{title}", err=True, nl=False)
