"""`eclaireurs check`: everything wrong with a library or a file, at once."""

from pathlib import Path

import click

from eclaireurs_play import checks
from eclaireurs_play.cli.options import A_PATH
from eclaireurs_play.cli.words import N_, _, ngettext
from eclaireurs_play.content import library as libraries
from eclaireurs_play.errors import Diagnostic


@click.command("check", help=N_("Vérifie des fichiers, ou toute la bibliothèque."))
@click.argument("paths", nargs=-1, type=A_PATH, metavar=N_("[CHEMIN…]"))
@click.option("--strict", is_flag=True, help=N_("Compte les avertissements comme des erreurs."))
@click.pass_obj
def command(library: Path | None, paths: tuple[Path, ...], *, strict: bool) -> None:
    """Check, say everything, and exit with 1 when something is wrong."""
    roots = libraries.roots(library)[:1]
    found = (
        [one for path in paths for one in checks.check_path(path, library)]
        if paths
        else [one for root in roots for one in checks.check_library(root)]
    )
    for one in found:
        click.secho(str(one), fg="yellow" if one.warning else "red")
    errors = sum(strict or not one.warning for one in found)
    click.echo(_summary(found, errors))
    if errors:
        raise SystemExit(1)


def _summary(found: list[Diagnostic], errors: int) -> str:
    if not found:
        return _("Rien à signaler.")
    warnings = len(found) - errors
    told = (
        ngettext("{count} erreur", "{count} erreurs", errors).format(count=errors),
        ngettext("{count} avertissement", "{count} avertissements", warnings).format(
            count=warnings
        ),
    )
    return f"{', '.join(told)}."
