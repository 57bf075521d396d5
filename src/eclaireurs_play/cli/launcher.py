"""`eclaireurs install-launcher`: the table opens from the desktop, without a terminal."""

import os
import sys
from pathlib import Path

import click

from eclaireurs_play.cli.launchers import Launcher, Machine, launchers
from eclaireurs_play.cli.words import N_, _
from eclaireurs_play.errors import EclaireursError


@click.command(
    "install-launcher",
    help=N_(
        "Pose sur le bureau et dans le menu de quoi ouvrir la table sans terminal. Ce qui est posé "
        "ne change rien d'autre, et se retire avec --uninstall."
    ),
)
@click.option("--uninstall", is_flag=True, help=N_("Retire ce qui a été posé."))
@click.pass_obj
def command(library: Path | None, *, uninstall: bool) -> None:
    """Put launchers where people look for them, or take them away."""
    found = launchers(_machine(library))
    if uninstall:
        _remove(found)
    else:
        _install(found)


def _machine(library: Path | None) -> Machine:
    """Describe the machine at hand."""
    words = ["-m", "eclaireurs_play.cli.main"]
    words += ["--library", str(library.resolve())] if library else []
    return Machine(sys.platform, Path.home(), os.environ, Path(sys.executable), (*words, "table"))


def _install(found: tuple[Launcher, ...]) -> None:
    """Put every launcher that can be; one refused folder does not keep from the others."""
    refused = []
    for one in found:
        try:
            one.install()
        except EclaireursError as error:
            refused.append(error)
        else:
            click.echo(_("Posé : {path}").format(path=one.path))
    if len(refused) == len(found):
        raise refused[0]
    for why in refused:
        click.echo(str(why), err=True)


def _remove(found: tuple[Launcher, ...]) -> None:
    removed = [one for one in found if one.remove()]
    for one in removed:
        click.echo(_("Retiré : {path}").format(path=one.path))
    if not removed:
        click.echo(_("Il n'y avait rien à retirer."))
